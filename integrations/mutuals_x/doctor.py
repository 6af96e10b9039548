"""The doctor's look at X, in words a marketing person can follow. It reads a few cents' worth and acts on nothing."""

from collections.abc import Awaitable, Callable

from mutuals.domain.errors import MutualsError, NotAuthorized, TryAgain
from mutuals.domain.model import Account
from mutuals.ports.diagnostics import Check, step_to_reach
from mutuals.ports.integration import NetworkKit
from mutuals_x.activity_api import ActivityApi
from mutuals_x.client import PAGE_LEAST, XClient
from mutuals_x.http_client import HttpClient
from mutuals_x.identity import Identity
from mutuals_x.parse import items
from mutuals_x.prices import PRICED_ON, PricedItem
from mutuals_x.push_prices import compared
from mutuals_x.settings import XSettings
from mutuals_x.sign_in import ENTERPRISE_SCOPES, SCOPES
from mutuals_x.spending import XSpending
from mutuals_x.tokens import TokenKeeper


async def check(settings: XSettings, kit: NetworkKit, *, sign_in_only: bool = False) -> list[Check]:
    """Prove the sign-in and its rights and, unless these are enough, the two readings everything rests on."""
    wire = HttpClient(settings, kit.heard)
    tokens = TokenKeeper(settings, kit.vault, kit.clock, wire)
    client = XClient(wire, tokens, kit.clock)
    limiter = XSpending(kit.meter, kit.clock, owned=settings.owned_app)
    identity = Identity(client, tokens, kit.vault, limiter)
    sign_in = "mutuals brand add" if kit.vault_only else "mutuals connect x"

    async def tried(title: str, look: Callable[[], Awaitable[str]]) -> Check:
        try:
            return Check(True, title, await look())
        except MutualsError as error:
            return Check(False, title, str(error), _step(error, settings, sign_in))

    try:
        first = await tried("X sign-in", lambda: _signed_in(identity))
        account = identity.known
        if not first.ok or account is None:
            return [first]
        signed_in = [
            first,
            _scopes((await tokens.load()).scopes, sign_in, enterprise=settings.enterprise),
        ]
        if sign_in_only:
            return signed_in
        return [
            *signed_in,
            await tried("Reading mentions", lambda: _mentions(client, limiter, account)),
            await tried("Looking up who follows whom", lambda: _relationship(client, limiter, account)),
            await tried("X push", lambda: _push(settings, client, account)),
            _follow(enterprise=settings.enterprise),
            _prices(limiter, owned=settings.owned_app),
        ]
    finally:
        await tokens.close()
        await wire.close()


async def _signed_in(identity: Identity) -> str:
    account = await identity.ask()
    return f"X accepts the sign-in of @{account.handle} ({account.name})."


def _step(error: MutualsError, settings: XSettings, sign_in: str) -> str:
    if isinstance(error, NotAuthorized):
        return f"Run `{sign_in}` and sign in as this brand."
    if isinstance(error, TryAgain):
        return step_to_reach(error, settings.api_url)
    return "Do what the sentence says, then run `mutuals doctor` again."


def _scopes(given: tuple[str, ...], sign_in: str, *, enterprise: bool) -> Check:
    title = "X rights"
    wanted = SCOPES + (ENTERPRISE_SCOPES if enterprise else ())
    lacking = [one for one in wanted if one not in given]
    if not given:
        return Check(
            True, title, "X does not tell the rights of tokens from the settings; the next checks try them."
        )
    if lacking:
        said = f"The sign-in lacks these rights: {', '.join(lacking)}."
        return Check(False, title, said, f"Run `{sign_in}` and agree to all rights on X's page.")
    return Check(True, title, "The sign-in has all the rights it needs: " + ", ".join(wanted) + ".")


async def _mentions(client: XClient, limiter: XSpending, account: Account) -> str:
    await limiter.ask_page(PricedItem.MENTION, PAGE_LEAST)
    answer = await client.mentions(account.id, max_results=PAGE_LEAST)
    ids = [str(one.get("id")) for one in items((answer.body or {}).get("data"))]
    await limiter.read(PricedItem.MENTION, ids)
    return "Mentions of the brand can be read."


async def _relationship(client: XClient, limiter: XSpending, account: Account) -> str:
    await limiter.ask_ids(PricedItem.PERSON, [account.id])
    answer = await client.users([account.id])
    await limiter.read(
        PricedItem.PERSON, [str(one.get("id")) for one in items((answer.body or {}).get("data"))]
    )
    return "People can be looked up, so follow-backs can be checked."


async def _push(settings: XSettings, client: XClient, account: Account) -> str:
    """What a month costs in each mode, and whether the app may be told; that is free to ask."""
    said = compared(settings)
    if settings.push_mode == "off" or settings.bearer_token is None:
        return said
    api = ActivityApi(client, settings.bearer_token.get_secret_value())
    kinds = [one.event_type for one in await api.subscriptions() if one.account_id == account.id]
    if settings.push_mode == "webhook" and not any(valid for _, _, valid in await api.webhooks()):
        return f"{said} X knows no webhook of this app that works yet; Mutuals registers it when it runs."
    if not kinds:
        return f"{said} The app's bearer token works; Mutuals subscribes when it runs."
    return f"{said} X tells of {len(kinds)} kinds of events of this brand."


def _follow(*, enterprise: bool) -> Check:
    if enterprise:
        said = (
            "Your settings say that your X plan is Enterprise, so the Follow button calls X directly. "
            "This was not tried, because trying means following somebody."
        )
    else:
        said = (
            "X lets only Enterprise plans follow through an app. The first Follow tries it once; if X refuses, the "
            "button opens X's own page and Mutuals checks afterwards that the follow happened. "
            "This was not tried, because trying means following somebody."
        )
    return Check(True, "Following", said)


def _prices(limiter: XSpending, *, owned: bool) -> Check:
    kind = "owned-read prices, as MUTUALS_X_OWNED_APP says" if owned else "list prices"
    post, person, reply = map(limiter.price, (PricedItem.MENTION, PricedItem.PERSON, PricedItem.REPLY))
    said = (
        f"Counted at X's {kind}: ${post / 1e6:.3f} for a post read, ${person / 1e6:.3f} for a person looked up, "
        f"${reply / 1e6:.3f} for a reply. As of {PRICED_ON:%B %Y}; your developer console shows what X really charges."
    )
    return Check(True, "X prices", said)
