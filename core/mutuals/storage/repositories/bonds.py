"""How the follow between people and the brand has changed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import RowMapping, select

from mutuals.domain.bonds import BondChange, BondEvent
from mutuals.storage.repositories.bulk_insert import among
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.person_tables import bond_change


def _of(row: RowMapping) -> BondChange:
    return BondChange(row["person_id"], BondEvent(row["event"]), row["at"], row["since"])


class SqlBondRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.bonds`."""

    async def add(self, changes: Sequence[BondChange]) -> None:
        """Keep changes."""
        rows = {
            (one.person_id, one.at, one.event): {
                "brand_id": self.scope.brand_id,
                "person_id": one.person_id,
                "at": one.at,
                "event": one.event,
                "since": one.since,
            }
            for one in changes
        }
        await self.scope.upsert(bond_change, list(rows.values()))

    async def of(self, person_ids: Sequence[str]) -> dict[str, list[BondChange]]:
        """The changes of each of these people, oldest first."""
        scope = self.scope
        found: dict[str, list[BondChange]] = {}
        if not person_ids:
            return found
        theirs = among(scope.conn, bond_change.c.person_id, person_ids)
        query = select(bond_change).where(bond_change.c.brand_id == scope.brand_id, theirs)
        for one in sorted(map(_of, await scope.all(query)), key=lambda change: (change.at, change.event)):
            found.setdefault(one.person_id, []).append(one)
        return found

    async def newest(self, event: BondEvent, since: datetime, limit: int) -> list[BondChange]:
        """The newest changes of a kind, the newest first."""
        query = (
            select(bond_change)
            .where(
                bond_change.c.brand_id == self.scope.brand_id,
                bond_change.c.event == event,
                bond_change.c.at >= since,
            )
            .order_by(bond_change.c.at.desc())
            .limit(limit)
        )
        return [_of(row) for row in await self.scope.all(query)]
