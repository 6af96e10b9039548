"""Rows of sealed secrets."""

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.storage.schema.tables import secret


async def read_secrets(connection: AsyncConnection) -> dict[str, bytes]:
    """Every sealed secret by its name."""
    rows = await connection.execute(select(secret).order_by(secret.c.name))
    return {row["name"]: bytes(row["sealed"]) for row in rows.mappings()}


async def read_secret(connection: AsyncConnection, name: str) -> bytes | None:
    """The sealed secret of this name, or None."""
    query = select(secret.c.sealed).where(secret.c.name == name)
    sealed = (await connection.execute(query)).scalar_one_or_none()
    return None if sealed is None else bytes(sealed)


async def replace_secret(connection: AsyncConnection, name: str, *, was: bytes, sealed: bytes) -> bool:
    """Change a secret that is still what it `was`; False when somebody has written it since."""
    same = update(secret).where(secret.c.name == name, secret.c.sealed == was)
    return bool((await connection.execute(same.values(sealed=sealed))).rowcount)


async def forget_secrets(connection: AsyncConnection, name: str, *, owner: bool) -> None:
    """Forget the secret of this name, or of an `owner` every one whose name begins so."""
    begins = secret.c.name.startswith(name, autoescape=True)
    await connection.execute(delete(secret).where(begins if owner else secret.c.name == name))
