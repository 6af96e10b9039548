"""The doctor's look at X, in words a marketing person can follow. It reads a few cents' worth and acts on nothing."""

from collections.abc import Awaitable, Callable

from mutuals.errors import MutualsError, NotAuthorized
from mutuals.integrations import NetworkKit
from mutuals.model import Account
from mutuals.ports import Check
from mutuals_x.client import PAGE_LEAST, XClient
from mutuals_x.identity import Identity
from mutuals_x.parse import items
from mutuals_x.prices import REPLY, Item, Purse
from mutuals_x.settings import XSettings
from mutuals_x.sign_in import ENTERPRISE_SCOPES, SCOPES
from mutuals_x.tokens import TokenKeeper
from mutuals_x.wire import Wire


async def check(settings: XSettings, kit: NetworkKit) -> list[Check]:
    """Prove the sign-in, its rights and the two readings everything rests on."""
    wire = Wire(settings)
    tokens = TokenKeeper(settings, kit.vault, kit.clock, wire)
    client = XClient(wire, tokens, kit.clock)
    purse = Purse(kit.meter, kit.clock, owned=settings.owned_app)
    identity = Identity(client, tokens, kit.vault, purse)
    try:
        account, first = await _signed_in(identity)
        if account is None:
            return [first]
        return [
            first,
            _scopes((await tokens.load()).scopes, enterprise=settings.enterprise),
            await _tried("Reading mentions", lambda: _mentions(client, purse, account)),
            await _tried("Looking up who follows whom", lambda: _relationship(client, purse, account)),
            _follow(enterprise=settings.enterprise),
            _prices(purse, owned=settings.owned_app),
        ]
    finally:
        await tokens.close()
        await wire.close()


async def _signed_in(identity: Identity) -> tuple[Account | None, Check]:
    try:
        account = await identity.ask()
    except MutualsError as error:
        return None, _failed("X sign-in", error)
    return account, Check(True, "X sign-in", f"X accepts the sign-in of @{account.handle} ({account.name}).")


def _failed(title: str, error: MutualsError) -> Check:
    again = isinstance(error, NotAuthorized)
    step = (
        "Run `mutuals connect x`." if again else "Do what the sentence says, then run `mutuals doctor` again."
    )
    return Check(False, title, str(error), step)


async def _tried(title: str, look: Callable[[], Awaitable[str]]) -> Check:
    try:
        return Check(True, title, await look())
    except MutualsError as error:
        return _failed(title, error)


def _scopes(given: tuple[str, ...], *, enterprise: bool) -> Check:
    title = "X rights"
    wanted = SCOPES + (ENTERPRISE_SCOPES if enterprise else ())
    lacking = [one for one in wanted if one not in given]
    if not given:
        return Check(
            True, title, "X does not tell the rights of tokens from the settings; the next checks try them."
        )
    if lacking:
        said = f"The sign-in lacks these rights: {', '.join(lacking)}."
        return Check(False, title, said, "Run `mutuals connect x` and agree to all rights on X's page.")
    return Check(True, title, "The sign-in has all the rights it needs: " + ", ".join(wanted) + ".")


async def _mentions(client: XClient, purse: Purse, account: Account) -> str:
    await purse.ask_page(Item.TIMELINE, PAGE_LEAST)
    answer = await client.mentions(account.id, max_results=PAGE_LEAST)
    ids = [str(one.get("id")) for one in items((answer.body or {}).get("data"))]
    await purse.read(Item.TIMELINE, ids)
    return "Mentions of the brand can be read."


async def _relationship(client: XClient, purse: Purse, account: Account) -> str:
    await purse.ask_ids(Item.PERSON, [account.id])
    answer = await client.users([account.id])
    await purse.read(Item.PERSON, [str(one.get("id")) for one in items((answer.body or {}).get("data"))])
    return "People can be looked up, so follow-backs can be checked."


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


def _prices(purse: Purse, *, owned: bool) -> Check:
    kind = "owned-read prices, as MUTUALS_X_OWNED_APP says" if owned else "list prices"
    post, person = purse.price(Item.TIMELINE), purse.price(Item.PERSON)
    said = (
        f"Counted at X's {kind}: ${post / 1e6:.3f} for a post read, ${person / 1e6:.3f} for a person looked up, "
        f"${REPLY / 1e6:.3f} for a reply. As of August 2026; your developer console shows what X really charges."
    )
    return Check(True, "X prices", said)
