"""Deleting what is kept no longer, a bounded number of rows at a time."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Table, and_, delete, exists, literal, or_, select, tuple_

from mutuals.domain import ids
from mutuals.domain.cases import WAITING as WAITING_STATES
from mutuals.domain.model import Alert, AlertState, DeliveryState, Post
from mutuals.domain.person_summary import PersonSummary
from mutuals.storage.repositories import counters, person_summaries
from mutuals.storage.repositories.bulk_insert import among
from mutuals.storage.repositories.bulk_mappers import post_from
from mutuals.storage.repositories.mappers import alert_of
from mutuals.storage.repositories.post_versions import KEY as VERSION
from mutuals.storage.repositories.posts import PLAIN
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.columns import to_micros
from mutuals.storage.schema.hand_off_table import hand_off
from mutuals.storage.schema.person_tables import person_note
from mutuals.storage.schema.tables import (
    alert,
    bundle,
    care_case,
    delivery,
    draft,
    fan,
    memo,
    notice,
    person,
    post,
    post_check,
)

_OPEN = (alert.c.state != AlertState.SETTLED,)


class SqlRetentionRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.retention`."""

    async def posts(self, before: datetime, after: tuple[datetime, str] | None, limit: int) -> list[Post]:
        """The oldest posts, by time and id."""
        query = PLAIN.where(post.c.brand_id == self.scope.brand_id, post.c.at < before)
        if after is not None:
            at, post_id = after
            query = query.where(
                post.c.at >= at, or_(post.c.at > at, and_(post.c.at == at, post.c.id > post_id))
            )
        rows = await self.scope.conn.execute(query.order_by(post.c.at, post.c.id).limit(limit))
        return list(map(post_from, rows.all()))

    async def delete_posts(self, posts: Sequence[Post]) -> None:
        """Delete posts; their dates and counts are added to what is known of their authors."""
        theirs: dict[str, list[Post]] = {}
        for one in posts:
            theirs.setdefault(one.author_id, []).append(one)
        known = await self.summaries(list(theirs))
        await person_summaries.put(
            self.scope, [known.get(one, PersonSummary(one)).with_posts(some) for one, some in theirs.items()]
        )
        keys = [one.id for one in posts]
        await self._delete(post_check, post_check.c.post_id, keys)
        others = {other for one in posts for other in (one.first_version, *one.versions) if other}
        await self._delete(memo, memo.c.key, [VERSION + one for one in sorted(others)])
        self.scope.tally(counters.POSTS, -await self._delete(post, post.c.id, keys))

    async def summaries(self, person_ids: Sequence[str]) -> dict[str, PersonSummary]:
        """The summaries of these people."""
        return {one.person_id: one for one in await person_summaries.of(self.scope, person_ids)}

    async def settled_alerts(self, before: datetime, limit: int) -> list[Alert]:
        """The alerts that were settled first."""
        mine = (alert.c.brand_id == self.scope.brand_id, alert.c.state == AlertState.SETTLED)
        query = select(alert).where(*mine, alert.c.closed_at < before)
        rows = await self.scope.all(query.order_by(alert.c.closed_at, alert.c.id).limit(limit))
        return [alert_of(row) for row in rows]

    async def delete_alerts(self, alerts: Sequence[Alert]) -> None:
        """Delete alerts; the number of the last one stays."""
        last: dict[str, int] = {}
        for one in alerts:
            last[one.person_id] = max(last.get(one.person_id, 0), one.episode)
        known = await self.summaries(list(last))
        await person_summaries.put(
            self.scope, [known.get(one, PersonSummary(one)).with_episode(many) for one, many in last.items()]
        )
        keys = [one.id for one in alerts]
        await self._delete(draft, draft.c.alert_id, keys)
        await self._delete(hand_off, hand_off.c.alert_id, keys)
        subjects = [ids.alert_subject(one) for one in keys]
        subjects += [ids.subject(ids.SubjectKind.HISTORY, one) for one in keys]
        await self._delete(delivery, delivery.c.subject, subjects)
        self.scope.deliveries.clear()
        self.scope.alerts.clear()
        self.scope.tally(counters.ALERTS, -await self._delete(alert, alert.c.id, keys))

    async def delete_records(self, before: datetime, limit: int) -> int:
        """Delete old notices, bundles, cases and deliveries."""
        waits = exists().where(
            alert.c.brand_id == care_case.c.brand_id, alert.c.person_id == care_case.c.person_id, *_OPEN
        )
        ended = (care_case.c.opened_at < before, care_case.c.state.not_in(sorted(WAITING_STATES)), ~waits)
        rests = (delivery.c.state == DeliveryState.IDLE, delivery.c.shown >= delivery.c.wanted)
        old = (
            delivery.c.since < to_micros(before),
            *rests,
            ~_shows(alert, "alert/", "history/"),
            ~_shows(bundle, "bundle/"),
        )
        many = await self._delete_some(notice, [notice.c.at < before], limit)
        over = [bundle.c.last_at < before, bundle.c.state == AlertState.SETTLED]
        many += await self._delete_some(bundle, over, limit)
        many += await self._delete_some(care_case, ended, limit)
        many += await self._delete_some(delivery, old, limit)
        self.scope.cases.clear()
        self.scope.deliveries.clear()
        return many

    async def delete_people(self, checked_before: datetime, after: str, limit: int) -> tuple[int, str | None]:
        """Delete people whom nothing needs."""
        mine = person.c.brand_id == self.scope.brand_id
        walk = select(person.c.id).where(mine, person.c.id > after).order_by(person.c.id).limit(limit)
        seen = [row["id"] for row in await self.scope.all(walk)]
        if not seen:
            return 0, None
        unneeded = select(person.c.id).where(
            mine,
            among(self.scope.conn, person.c.id, seen),
            or_(person.c.checked_at.is_(None), person.c.checked_at < checked_before),
            ~_of(post, post.c.author_id),
            ~_of(alert, alert.c.person_id),
            ~_of(care_case, care_case.c.person_id, care_case.c.state.in_(sorted(WAITING_STATES))),
            ~_of(person_note, person_note.c.person_id),
            ~_of(fan, fan.c.person_id, fan.c.preference.is_not(None)),
        )
        found = [row["id"] for row in await self.scope.all(unneeded)]
        return await self._delete(person, person.c.id, found), seen[-1] if len(seen) == limit else None

    async def _delete(self, table: Table, key: ColumnElement[str], values: Sequence[str]) -> int:
        if not values:
            return 0
        these = (table.c.brand_id == self.scope.brand_id, among(self.scope.conn, key, values))
        return (await self.scope.conn.execute(delete(table).where(*these))).rowcount

    async def _delete_some(self, table: Table, which: Sequence[ColumnElement[bool]], limit: int) -> int:
        keys = list(table.primary_key)
        some = select(*keys).where(table.c.brand_id == self.scope.brand_id, *which).limit(limit)
        return (await self.scope.conn.execute(delete(table).where(tuple_(*keys).in_(some)))).rowcount


def _shows(table: Table, *kinds: str) -> ColumnElement[bool]:
    """Is it the message, or the thread, of an alert or bundle that is not settled?"""
    subjects = [literal(kind) + table.c.id for kind in kinds]
    is_open = table.c.state != AlertState.SETTLED
    return exists().where(table.c.brand_id == delivery.c.brand_id, is_open, delivery.c.subject.in_(subjects))


def _of(table: Table, column: ColumnElement[str], *which: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(table.c.brand_id == person.c.brand_id, column == person.c.id, *which)
