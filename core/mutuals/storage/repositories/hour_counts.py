"""What is said to a brand, hour by hour."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from sqlalchemy import Executable, select

from mutuals.domain.hour_counts import HourCount
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.hour_count_table import hour_count
from mutuals.storage.scope import insert

COUNTS = ("posts", "complaints", "questions", "praise")


class SqlHourCountRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.hour_counts`."""

    async def add(self, counts: Mapping[datetime, HourCount]) -> None:
        """Add to what is there, in one statement."""
        rows = [
            {"brand_id": self.scope.brand_id, "hour": hour} | {name: getattr(one, name) for name in COUNTS}
            for hour, one in sorted(counts.items())
        ]
        if rows:
            await self.scope.conn.execute(_adding(self.scope.conn.dialect.name), rows)

    async def since(self, hour: datetime) -> dict[datetime, HourCount]:
        """All hours from this one on in which anything was counted."""
        mine = (hour_count.c.brand_id == self.scope.brand_id, hour_count.c.hour >= hour)
        rows = await self.scope.all(select(hour_count).where(*mine))
        return {row["hour"]: HourCount(*(row[name] for name in COUNTS)) for row in rows}


@cache
def _adding(dialect: str) -> Executable:
    statement = insert(dialect, hour_count)
    changes = {name: hour_count.c[name] + statement.excluded[name] for name in COUNTS}
    made: Executable = statement.on_conflict_do_update(index_elements=["brand_id", "hour"], set_=changes)
    return made
