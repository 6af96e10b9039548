"""PostgreSQL: writers about the same thing wait for each other, in whichever process they are."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from mutuals.storage.turns import Turns

LOCK = text(
    "SELECT set_config('idle_in_transaction_session_timeout', '30s', true), set_config('lock_timeout', '20s', true), "
    "pg_advisory_xact_lock(:number)"
)


async def lock_until_end(connection: AsyncConnection, what: str) -> None:
    """Serial with every other process that writes about this, until the transaction's end; and a process
    that is frozen or has vanished in the middle of one does not block the others for long.
    """
    digest = hashlib.blake2b(what.encode(), digest_size=8, person=b"mutuals").digest()
    await connection.execute(LOCK, {"number": int.from_bytes(digest, signed=True)})


class SerialTransactions:
    """Gives write transactions, those about the same thing one after another."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        # Waiting in here costs nothing; waiting in the database costs a connection each.
        self._turns: WeakValueDictionary[str, Turns] = WeakValueDictionary()

    @asynccontextmanager
    async def transaction(self, what: str, *, urgent: bool = False) -> AsyncIterator[AsyncConnection]:
        """A connection to write with about this; `urgent`: before all of this process who wait."""
        turns = self._turns.setdefault(what, Turns())
        async with turns.taken(urgent=urgent), self._engine.begin() as connection:
            await lock_until_end(connection, what)
            yield connection
