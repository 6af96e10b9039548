"""What a brand has bought from its network, by UTC day."""

from collections.abc import Collection

from sqlalchemy import and_, delete, func, select

from mutuals.storage.repositories.bulk_insert import among
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.tables import memo, spend
from mutuals.storage.scope import insert

_PAID = "paid/"  # memos: what was paid for on a UTC day


class SqlSpendingRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.spending`."""

    async def spent(self, day: str) -> int:
        """Millionths of a dollar spent on a UTC day."""
        return await self.scope.number(
            select(func.sum(spend.c.micros)).where(
                spend.c.brand_id == self.scope.brand_id, spend.c.day == day
            )
        )

    async def add(self, day: str, what: str, units: int, micros: int) -> None:
        """Add to what was bought on a day."""
        scope = self.scope
        row = {"brand_id": scope.brand_id, "day": day, "what": what, "units": units, "micros": micros}
        statement = insert(scope.conn.dialect.name, spend).values(row)
        changes = {"units": spend.c.units + units, "micros": spend.c.micros + micros}
        keys = [column.name for column in spend.primary_key]
        await scope.conn.execute(statement.on_conflict_do_update(index_elements=keys, set_=changes))

    async def paid(self, day: str, names: Collection[str]) -> set[str]:
        """Which of these were paid for on a UTC day."""
        scope = self.scope
        start = f"{_PAID}{day}/"
        keys = sorted(start + one for one in names)
        query = select(memo.c.key).where(
            memo.c.brand_id == scope.brand_id, among(scope.conn, memo.c.key, keys)
        )
        return {row["key"].removeprefix(start) for row in await scope.all(query)} if keys else set()

    async def mark_paid(self, day: str, names: Collection[str]) -> None:
        """Remember what was paid for, and forget the days before."""
        scope = self.scope
        earlier = and_(memo.c.brand_id == scope.brand_id, memo.c.key >= _PAID, memo.c.key < _PAID + day)
        await scope.conn.execute(delete(memo).where(earlier))
        rows = [{"brand_id": scope.brand_id, "key": f"{_PAID}{day}/{one}", "value": 1} for one in names]
        if rows:
            await scope.upsert(memo, rows)

    async def by_day(self, since_day: str) -> dict[str, dict[str, int]]:
        """For each UTC day since that one: millionths of a dollar by what was bought."""
        mine = spend.c.brand_id == self.scope.brand_id
        query = select(spend.c.day, spend.c.what, spend.c.micros).where(mine, spend.c.day >= since_day)
        found: dict[str, dict[str, int]] = {}
        for row in await self.scope.all(query.order_by(spend.c.day, spend.c.what)):
            found.setdefault(row["day"], {})[row["what"]] = int(row["micros"])
        return found

    async def since(self, since_day: str) -> dict[str, tuple[int, int]]:
        """For each thing bought since that day: (units, millionths of a dollar)."""
        query = (
            select(
                spend.c.what, func.sum(spend.c.units).label("units"), func.sum(spend.c.micros).label("micros")
            )
            .where(spend.c.brand_id == self.scope.brand_id, spend.c.day >= since_day)
            .group_by(spend.c.what)
        )
        return {row["what"]: (int(row["units"]), int(row["micros"])) for row in await self.scope.all(query)}
