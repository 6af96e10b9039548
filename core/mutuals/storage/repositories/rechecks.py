"""Which posts the chats quote, and when each was last looked at again."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import and_, delete, func, or_, select, text

from mutuals.storage.repositories.bulk_insert import among
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.columns import to_micros
from mutuals.storage.schema.tables import alert, care_case, post, post_check

_UNSETTLED = text("alert.state <> 'settled'")  # as `tables.UNSETTLED`, where two tables have such a column
# A day would let each check come a little later than the one before: X asks for less than 24 hours.
AGAIN = timedelta(hours=23)
FORGOTTEN = timedelta(days=14)  # a post that was not looked at for so long is quoted no more


class SqlRecheckRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.rechecks`."""

    async def quoted(self, closed_since: datetime) -> set[str]:
        """The ids of the posts that alerts show which are open or were settled since then, however many they are."""
        joined = alert.outerjoin(
            care_case,
            (care_case.c.brand_id == alert.c.brand_id) & (care_case.c.person_id == alert.c.person_id),
        )
        query = select(alert.c.doc.label("alert"), care_case.c.id, care_case.c.doc.label("case")).select_from(
            joined
        )
        mine = query.where(alert.c.brand_id == self.scope.brand_id)
        found: set[str] = set()
        for shown in (_UNSETTLED, alert.c.closed_at >= closed_since):
            for row in await self.scope.all(mine.where(shown)):
                found.update(row["alert"]["evidence"])
                if row["id"] is not None and row["id"] in row["alert"]["case_ids"]:
                    found.update(row["case"]["post_ids"])
        return found

    async def unchecked(self, ids: Iterable[str], now: datetime, limit: int) -> list[str]:
        """Those of them that are not gone and due: not looked at on this UTC day nor in 23 hours, the longest ago first."""
        scope = self.scope
        today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        joined = post.outerjoin(
            post_check, (post_check.c.brand_id == post.c.brand_id) & (post_check.c.post_id == post.c.id)
        )
        # What was looked at in the future was so by a clock that went wrong: it counts as not looked at.
        due = and_(post_check.c.at < today, post_check.c.at <= now - AGAIN)
        stale = or_(post_check.c.at.is_(None), due, post_check.c.at > now)
        query = (
            select(post.c.id)
            .select_from(joined)
            .where(
                post.c.brand_id == scope.brand_id,
                among(scope.conn, post.c.id, sorted(ids)),
                post.c.gone.is_(None),
            )
            .where(stale)
            .order_by(func.coalesce(post_check.c.at, to_micros(datetime.fromtimestamp(0, UTC))), post.c.id)
            .limit(limit)
        )
        return [row["id"] for row in await scope.all(query)]

    async def mark(self, ids: Sequence[str], now: datetime) -> None:
        """These have been looked at now."""
        scope = self.scope
        await scope.upsert(
            post_check, [{"brand_id": scope.brand_id, "post_id": one, "at": now} for one in ids]
        )
        mine = post_check.c.brand_id == scope.brand_id
        await scope.conn.execute(delete(post_check).where(mine, post_check.c.at < now - FORGOTTEN))
