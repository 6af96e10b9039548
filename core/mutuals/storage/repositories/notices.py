"""Notices: what was said once and is not said again."""

from sqlalchemy import select

from mutuals.domain.model import Notice
from mutuals.storage.repositories.mappers import notice_of, notice_row
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.tables import notice


class SqlNoticeRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.notices`."""

    async def add(self, one: Notice) -> bool:
        """Keep a notice; False when its key was told before."""
        self.ensure_own(one.brand_id)
        return await self.scope.add(notice, notice_row(one))

    async def get(self, key: str) -> Notice | None:
        """The notice of this key."""
        query = select(notice).where(notice.c.brand_id == self.scope.brand_id, notice.c.key == key)
        row = await self.scope.first(query)
        return None if row is None else notice_of(row)
