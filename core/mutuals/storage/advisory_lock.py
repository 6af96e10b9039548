"""PostgreSQL: writers about the same thing wait for each other, in whichever process they are."""

import hashlib

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

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
