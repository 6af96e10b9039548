"""Mutuals' integration with X. tweepy is imported when a network is built, not before."""

from collections.abc import Callable, Sequence
from typing import Any

from mutuals.integrations import NetworkIntegration, NetworkKit
from mutuals.model import Account
from mutuals.ports import Check, SocialNetwork
from mutuals_x.settings import XSettings, missing


def _build(settings: Any, kit: NetworkKit) -> SocialNetwork:
    from mutuals_x.network import XNetwork

    return XNetwork(settings, kit)


async def _sign_in(settings: Any, kit: NetworkKit, show: Callable[[str], None]) -> Account:
    from mutuals_x.sign_in import sign_in

    return await sign_in(settings, kit, show)


async def _check(settings: Any, kit: NetworkKit) -> Sequence[Check]:
    from mutuals_x.doctor import check

    return await check(settings, kit)


integration = NetworkIntegration("x", XSettings, missing, _build, _sign_in, _check)
