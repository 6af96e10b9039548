"""What is done for a brand again and again: when it is due next, and who may do it now."""

from datetime import datetime

from sqlalchemy import func

from mutuals.domain.model import PeriodicTask
from mutuals.storage.leases import TASKS
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.tables import periodic_task
from mutuals.storage.scope import insert


class SqlTaskRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.tasks`."""

    async def plan(self, kind: PeriodicTask, at: datetime) -> None:
        """The task is due at `at`, or earlier if it was planned earlier."""
        scope = self.scope
        statement = insert(scope.conn.dialect.name, periodic_task).values(
            brand_id=scope.brand_id, kind=kind, next_at=at
        )
        least = func.least if scope.conn.dialect.name == "postgresql" else func.min
        earlier = least(periodic_task.c.next_at, statement.excluded.next_at)
        await scope.conn.execute(
            statement.on_conflict_do_update(index_elements=["brand_id", "kind"], set_={"next_at": earlier})
        )

    async def acquire(self, kind: PeriodicTask, now: datetime, until: datetime) -> bool:
        """Acquire a task that is due: it is due again at `until` unless it is completed before. False when it is not due."""
        mine = {"brand_id": self.scope.brand_id, "kind": kind}
        statement, fence = TASKS.fenced(mine, {})
        return await self.scope.changed(statement.where(TASKS.due(now)).values(next_at=until), fence)

    async def complete(self, kind: PeriodicTask, until: datetime, next_at: datetime) -> None:
        """Plan the next time of a task acquired `until` then; what somebody planned or acquired meanwhile stays."""
        mine = {"brand_id": self.scope.brand_id, "kind": kind}
        statement, fence = TASKS.fenced(mine, {"next_at": until})
        await self.scope.changed(statement.values(next_at=next_at), fence)
