"""Mutuals' integration with X. tweepy is imported when a network is built, not before."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mutuals.domain.model import Account
from mutuals.ports.clock import Clock
from mutuals.ports.diagnostics import Check
from mutuals.ports.events import EventTaker
from mutuals.ports.integration import Mountable, NetworkIntegration, NetworkKit
from mutuals.ports.network import Measure, SocialNetwork
from mutuals.ports.prices import PriceList
from mutuals.ports.setup import SetupGuide
from mutuals_x.prices import price_list
from mutuals_x.recordings import recorded
from mutuals_x.settings import TITLE, XSettings, doubts, to_do
from mutuals_x.text_length import LIMIT, is_sendable, weighted_length

NO_TOKENS = {"access_token": None, "refresh_token": None}


def _own(settings: XSettings, kit: NetworkKit) -> XSettings:
    """The settings for this brand: tokens in them may be another's."""
    return settings.model_copy(update=NO_TOKENS) if kit.vault_only else settings


def _build(settings: Any, kit: NetworkKit) -> SocialNetwork:
    from mutuals_x.network import XNetwork

    return XNetwork(_own(settings, kit), kit)


async def _sign_in(settings: Any, kit: NetworkKit, show: Callable[[str], None]) -> Account:
    from mutuals_x.sign_in import sign_in

    return await sign_in(_own(settings, kit), kit, show)


async def _adopt(settings: Any, kit: NetworkKit, tokens: Mapping[str, str]) -> Account:
    from mutuals_x.sign_in import adopt

    return await adopt(_own(settings, kit), kit, tokens)


async def _check(settings: Any, kit: NetworkKit, *, sign_in_only: bool = False) -> Sequence[Check]:
    from mutuals_x.doctor import check

    return await check(_own(settings, kit), kit, sign_in_only=sign_in_only)


async def _sign_out(settings: Any, kit: NetworkKit) -> bool:
    from mutuals_x.sign_out import sign_out

    return await sign_out(_own(settings, kit), kit)


def measure(text: str) -> Measure:
    """X's weighted count: links are 23, most of the world's letters 2, emoji 2."""
    return Measure(weighted_length(text), LIMIT, is_sendable(text))


def _listener(settings: Any, _clock: Clock, take: EventTaker) -> Mountable | None:
    if settings.push_mode != "webhook" or settings.webhook_secret is None:
        return None
    from mutuals_x.webhook import Webhook

    return Webhook(settings.webhook_secret.get_secret_value(), take)


def _guide() -> SetupGuide:
    from mutuals_x.setup import guide

    return guide()


def _prices(settings: Any) -> PriceList:
    return price_list(owned=settings.owned_app)


integration = NetworkIntegration(
    "x",
    TITLE,
    XSettings,
    to_do,
    measure,
    _build,
    _sign_in,
    _adopt,
    _check,
    _listener,
    doubts,
    recorded,
    records_as="X's API v2",
    setup=_guide,
    sign_out=_sign_out,
    pushes=lambda settings: settings.push_mode != "off",
    prices=_prices,
)
