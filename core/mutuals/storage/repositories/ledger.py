"""The ledger in the database: written with the act or decision it tells of, never changed, never deleted.

Whoever claims an act or ends one, or decides something, has its entry in the same transaction.
"""

from collections.abc import AsyncIterator, Callable
from datetime import datetime
from functools import partial

from sqlalchemy import RowMapping, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.domain.ledger import (
    COLUMNS,
    FIRST,
    INSTALLATION,
    Decision,
    EntryKind,
    LedgerEntry,
    LedgerHead,
    decided,
    entry,
    kinds,
    sealed,
)
from mutuals.domain.model import Action, ActState
from mutuals.storage.repositories.key_values import read_value
from mutuals.storage.repositories.mappers import action_of
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.columns import from_micros, storable
from mutuals.storage.schema.tables import action as acts
from mutuals.storage.schema.tables import ledger
from mutuals.storage.scope import Scope

_AT_ONCE = 1000  # rows of one query while the whole is read


async def record(scope: Scope, action: Action, was: ActState | None) -> None:
    """Write what is to be told of an act that has come into its state; `was` None: it was just claimed.

    Two processes can't fork a chain: the brand's transactions are serial, and a number exists once.
    """
    for kind in kinds(action.state, was):
        await _append(scope, partial(entry, kind, action), scope.brand_id)


async def record_decision(scope: Scope, decision: Decision) -> None:
    """Write down a decision, in the brand's chain; what belongs to no brand goes into the installation's."""
    chain = scope.brand_id or INSTALLATION
    await _append(scope, partial(decided, decision, chain), chain)


async def _append(scope: Scope, make: Callable[..., LedgerEntry], chain: str) -> None:
    last = await head(scope.conn, chain)
    at = from_micros(scope.stamp())
    new = as_stored(make(number=last.entries + 1, at=at, prev=last.hash))
    await scope.conn.execute(ledger.insert().values({name: getattr(new, name) for name in COLUMNS}))
    scope.chains.add(chain)


async def head(conn: AsyncConnection, chain: str) -> LedgerHead:
    """Where a chain ends now."""
    query = select(ledger.c.number, ledger.c.hash).where(ledger.c.brand_id == chain)
    row = (await conn.execute(query.order_by(ledger.c.number.desc()).limit(1))).first()
    return LedgerHead(0, FIRST) if row is None else LedgerHead(row.number, row.hash)


async def hash_of(conn: AsyncConnection, chain: str, number: int) -> str | None:
    """The hash of one entry; None when there is no such entry."""
    query = select(ledger.c.hash).where(ledger.c.brand_id == chain, ledger.c.number == number)
    return (await conn.execute(query)).scalar_one_or_none()


def as_stored(one: LedgerEntry) -> LedgerEntry:
    """Hashed as it will be read: a database can't hold every character (see `storable`)."""
    changes = {name: storable(value) for name in COLUMNS if type(value := getattr(one, name)) is str}
    return sealed(type(one)(**{name: changes.get(name, getattr(one, name)) for name in COLUMNS}))


async def brands(conn: AsyncConnection) -> list[str]:
    """The ids of the brands that have a ledger."""
    return list((await conn.execute(select(ledger.c.brand_id).distinct().order_by("brand_id"))).scalars())


async def count(conn: AsyncConnection, brand_id: str, since: datetime | None) -> int:
    """How many entries there are since then."""
    query = select(func.count()).select_from(ledger).where(ledger.c.brand_id == brand_id)
    query = query if since is None else query.where(ledger.c.at >= since)
    return int((await conn.execute(query)).scalar_one())


async def read(conn: AsyncConnection, brand_id: str, since: datetime | None) -> AsyncIterator[LedgerEntry]:
    """A brand's entries in their order, from the first one since then."""
    first = select(func.min(ledger.c.number)).where(ledger.c.brand_id == brand_id)
    first = first if since is None else first.where(ledger.c.at >= since)
    number = (await conn.execute(first)).scalar_one()
    while number is not None:
        query = select(ledger).where(ledger.c.brand_id == brand_id, ledger.c.number >= number)
        rows = (await conn.execute(query.order_by(ledger.c.number).limit(_AT_ONCE))).mappings().all()
        for row in rows:
            yield entry_of(row)
        number = rows[-1]["number"] + 1 if len(rows) == _AT_ONCE else None


def entry_of(row: RowMapping) -> LedgerEntry:
    """The entry of a row."""
    return LedgerEntry(**dict(row) | {"entry": _kind(row["entry"])})


def _kind(word: str) -> EntryKind:
    """A word that is none of ours stays as it is: the walk tells that the entry was changed."""
    return EntryKind(word) if word in set(EntryKind) else word  # type: ignore[return-value]


BEGAN = "ledger_began"  # a memo of each brand: acts claimed until then, in microseconds, are older than the ledger


async def all_acts(conn: AsyncConnection, brand_id: str) -> list[Action]:
    """Every act of a brand, in the order in which they were begun."""
    query = select(acts).where(acts.c.brand_id == brand_id).order_by(acts.c.created_at, acts.c.id)
    return [action_of(row) for row in (await conn.execute(query)).mappings()]


async def began(conn: AsyncConnection, brand_id: str) -> datetime | None:
    """Acts begun until then may be without an entry; None: no act is."""
    micros = await read_value(conn, brand_id, BEGAN)
    return None if micros is None else from_micros(int(micros))


class SqlLedgerRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.ledger`."""

    async def record(self, decision: Decision) -> None:
        """Write down a decision in the brand's chain."""
        await record_decision(self.scope, decision)
