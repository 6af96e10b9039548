"""Leaving: the sign-ins are taken back at the networks, everything that is kept is deleted, and a receipt says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mutuals.context import Context
from mutuals.domain.errors import MutualsError, at_the_end
from mutuals.domain.model import MAIN_SLOT
from mutuals.service import integrations
from mutuals.service.bootstrap import Installation
from mutuals.storage.purge import Holdings


@dataclass(frozen=True, slots=True)
class SignIn:
    """One brand's sign-in: on which network, whose, and under which slot its tokens lie; or the app in a chat's workspace."""

    network: str
    handle: str
    slot: str


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of a sign-in: whether it is void, and a sentence."""

    sign_in: SignIn
    void: bool
    said: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was there and is gone."""

    at: datetime
    by: str
    version: str
    database: str
    held: Holdings
    ended: Sequence[Ended]
    deleted: Sequence[str]

    def plain(self) -> Mapping[str, object]:
        """As JSON values."""
        return {
            "at": self.at.isoformat(),
            "by": self.by,
            "mutuals": self.version,
            "database": self.database,
            "rows_deleted": dict(self.held.rows),
            "ledger": {
                chain: {"entries": one.entries, "last_hash": one.hash}
                for chain, one in self.held.chains.items()
            },
            "sign_ins": [
                {
                    "network": one.sign_in.network,
                    "account": one.sign_in.handle,
                    "void": one.void,
                    "said": one.said,
                }
                for one in self.ended
            ],
            "deleted": list(self.deleted),
        }


async def sign_ins(installation: Installation) -> list[SignIn]:
    """Every sign-in that may still hold at a network."""
    found, brands = [], await installation.store.brands()
    for name, part in integrations.networks().items():
        main = [one.account.handle for one in brands if one.network == name and one.slot == MAIN_SLOT]
        if not part.to_do(installation.section(part), await installation.signed_in(name)):
            found.append(SignIn(name, main[0] if main else "the brand of the settings", MAIN_SLOT))
        found += [
            SignIn(name, one.account.handle, one.slot)
            for one in brands
            if one.network == name and one.slot != MAIN_SLOT
        ]
    return found


async def end_all(installation: Installation) -> list[Ended]:
    """Take every sign-in back: of the brands at their networks, and of the app in the workspaces of the chats."""
    return [
        *[await end(installation, one) for one in await sign_ins(installation)],
        *await _out_of_workspaces(installation),
    ]


async def _out_of_workspaces(installation: Installation) -> list[Ended]:
    async def nobody(_key: str) -> None:
        """Leaving starts no work."""

    ctx, found = Context(store=installation.store, clock=installation.clock, submit=nobody), []
    for name, part in integrations.chats().items():
        known = part.workspaces(installation.section(part), installation.chat_kit(name, ctx))
        if known is None:
            continue
        for each in await known.listed():
            one = SignIn(name, each.name, each.id)
            try:
                await known.remove(each.id)
                found.append(Ended(one, True, "The app was taken out."))
            except MutualsError as error:
                found.append(Ended(one, False, at_the_end(error)))
    return found


async def end(installation: Installation, one: SignIn) -> Ended:
    """Take a sign-in back at its network, and forget its tokens once it is void."""
    part = integrations.networks()[one.network]
    if part.sign_out is None:
        return Ended(one, False, f"{part.title} takes no sign-in back by itself; take it back there.")
    kit = installation.network_kit(one.network, installation.limiter(one.network), one.slot)
    try:
        there = await part.sign_out(installation.section(part), kit)
    except MutualsError as error:
        return Ended(one, False, at_the_end(error))
    await installation.forget(one.network, one.slot)
    if one.slot == MAIN_SLOT:
        await installation.store.put(f"signed_in/{one.network}", None)
    return Ended(one, True, f"{part.title} has taken it back." if there else "There was no token any more.")
