"""The rows of the brands themselves, inside a connection of the store."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.domain.ledger import Decision
from mutuals.domain.model import Brand
from mutuals.storage.repositories import ledger
from mutuals.storage.repositories.mappers import brand_of, brand_row
from mutuals.storage.schema.tables import brand
from mutuals.storage.scope import Scope, upsert


async def read_brands(connection: AsyncConnection) -> list[Brand]:
    """Every brand, by its id."""
    rows = (await connection.execute(select(brand).order_by(brand.c.id))).mappings()
    return [brand_of(row) for row in rows]


async def read_brand(connection: AsyncConnection, brand_id: str) -> Brand | None:
    """One brand."""
    row = (await connection.execute(select(brand).where(brand.c.id == brand_id))).mappings().first()
    return None if row is None else brand_of(row)


async def write_brand(scope: Scope, one: Brand, decision: Decision | None) -> None:
    """Keep a brand; a decision that led to it goes into its ledger."""
    await upsert(scope.conn, brand, [brand_row(one)])
    if decision is not None:
        await ledger.record_decision(scope, decision)


async def change_brand(scope: Scope, change: Callable[[Brand], tuple[Brand, Decision]]) -> Brand | None:
    """Read a brand, change it and keep it, with the decision; None when there is none."""
    known = await read_brand(scope.conn, scope.brand_id)
    if known is None:
        return None
    changed, decision = change(known)
    await write_brand(scope, changed, decision)
    return changed
