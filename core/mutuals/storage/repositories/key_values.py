"""Key-value pairs: small JSON values of a brand, and of none."""

from collections.abc import Collection
from copy import deepcopy
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.tables import memo
from mutuals.storage.scope import upsert

_ONE = select(memo.c.value).where(memo.c.brand_id == bindparam("of_brand"), memo.c.key == bindparam("of_key"))

_SEVERAL = select(memo.c.key, memo.c.value).where(
    memo.c.brand_id == bindparam("of_brand"), memo.c.key.in_(bindparam("of_keys", expanding=True))
)


async def read_value(conn: AsyncConnection, brand_id: str, key: str) -> Any:
    """A small JSON value; None if unset."""
    return (await conn.execute(_ONE, {"of_brand": brand_id, "of_key": key})).scalar_one_or_none()


async def write_value(conn: AsyncConnection, brand_id: str, key: str, value: Any) -> None:
    """Keep a small JSON value; None forgets it."""
    if value is None:
        await conn.execute(delete(memo).where(memo.c.brand_id == brand_id, memo.c.key == key))
        return
    await upsert(conn, memo, [{"brand_id": brand_id, "key": key, "value": value}])


class SqlKeyValueRepository(Repository):
    """The promises are those of `mutuals.ports.key_values`, for the values of one brand."""

    async def get(self, key: str) -> Any:
        """A small JSON value; None if unset."""
        if key in self.scope.values:
            return deepcopy(self.scope.values[key])
        return await read_value(self.scope.conn, self.scope.brand_id, key)

    async def load(self, keys: Collection[str]) -> None:
        """Read these at once."""
        scope = self.scope
        rows = await scope.all(_SEVERAL, {"of_brand": scope.brand_id, "of_keys": list(keys)})
        scope.values.update(dict.fromkeys(keys) | {row["key"]: row["value"] for row in rows})

    async def put(self, key: str, value: Any) -> None:
        """Keep a small JSON value; None forgets it."""
        self.scope.values.pop(key, None)
        await write_value(self.scope.conn, self.scope.brand_id, key, value)
