"""Deleting what is kept no longer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from mutuals.domain import ids
from mutuals.domain.cases import WAITING
from mutuals.domain.model import Alert, AlertState, Post
from mutuals.domain.person_summary import PersonSummary
from mutuals.storage.schema.columns import to_micros
from mutuals.testing.memory.deliveries import pending
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal

if TYPE_CHECKING:
    from mutuals.testing.memory.unit_of_work import MemoryUnitOfWork


class MemoryRetentionRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.retention`."""

    def __init__(self, brand_id: str, journal: Journal, rows: MemoryUnitOfWork) -> None:
        super().__init__(brand_id, journal)
        self._rows = rows

    async def posts(self, before: datetime, after: tuple[datetime, str] | None, limit: int) -> list[Post]:
        """See RetentionRepository.posts."""
        found = [one for one in self._rows.posts.rows.values() if one.at < before]
        later = [one for one in found if after is None or (one.at, one.id) > after]
        return sorted(later, key=lambda one: (one.at, one.id))[:limit]

    async def delete_posts(self, posts: Sequence[Post]) -> None:
        """See RetentionRepository.delete_posts."""
        for one in posts:
            self._put(self._summary(one.author_id).with_posts([one]))
            self._rows.posts.delete(one)
            self._rows.rechecks.table.put(one.id, None)

    async def summaries(self, person_ids: Sequence[str]) -> dict[str, PersonSummary]:
        """See RetentionRepository.summaries."""
        rows = self._rows.posts.summaries.rows
        return {one: rows[one] for one in person_ids if one in rows}

    async def settled_alerts(self, before: datetime, limit: int) -> list[Alert]:
        """See RetentionRepository.settled_alerts."""
        found = [
            (one.closed_at, one.id, one)
            for one in self._rows.alerts.rows.values()
            if one.state is AlertState.SETTLED and one.closed_at is not None and one.closed_at < before
        ]
        return [one for *_, one in sorted(found, key=lambda row: row[:2])][:limit]

    async def delete_alerts(self, alerts: Sequence[Alert]) -> None:
        """See RetentionRepository.delete_alerts."""
        rows, gone = self._rows, {one.id for one in alerts}
        for one in alerts:
            self._put(self._summary(one.person_id).with_episode(one.episode))
            rows.alerts.delete(one.id)
        for draft in [key for key in rows.drafts.table.rows if key[0] in gone]:
            rows.drafts.table.put(draft, None)
        for hand_off in [one for one in rows.hand_offs.table.rows.values() if one.alert_id in gone]:
            rows.hand_offs.table.put(hand_off.id, None)
        subjects = {ids.alert_subject(one) for one in gone}
        subjects |= {ids.subject(ids.SubjectKind.HISTORY, one) for one in gone}
        for delivery in [key for key in rows.deliveries.table.rows if key[0] in subjects]:
            rows.deliveries.table.put(delivery, None)

    async def delete_records(self, before: datetime, limit: int) -> int:
        """See RetentionRepository.delete_records."""
        rows = self._rows
        notices = [key for key, one in rows.notices.table.rows.items() if one.at < before][:limit]
        bundles = [
            one.id
            for one in rows.bundles.rows.values()
            if one.last_at < before and one.state is AlertState.SETTLED
        ][:limit]
        open_alerts = [one for one in rows.alerts.rows.values() if one.state is not AlertState.SETTLED]
        waiting = {one.person_id for one in open_alerts}
        cases = [
            one.id
            for one in rows.cases.rows.values()
            if one.opened_at < before and one.state not in WAITING and one.person_id not in waiting
        ][:limit]
        kept = {ids.alert_subject(one.id) for one in open_alerts}
        kept |= {ids.subject(ids.SubjectKind.HISTORY, one.id) for one in open_alerts}
        kept |= {
            ids.bundle_subject(one.id)
            for one in rows.bundles.rows.values()
            if one.state is not AlertState.SETTLED
        }
        deliveries = [
            key
            for key, row in rows.deliveries.table.rows.items()
            if row.since < to_micros(before) and not pending(row.delivery) and key[0] not in kept
        ][:limit]
        for key in notices:
            rows.notices.table.put(key, None)
        for key in bundles:
            rows.bundles.table.put(key, None)
        for key in cases:
            rows.cases.table.put(key, None)
        for one in deliveries:
            rows.deliveries.table.put(one, None)
        return len(notices) + len(bundles) + len(cases) + len(deliveries)

    async def delete_people(self, checked_before: datetime, after: str, limit: int) -> tuple[int, str | None]:
        """See RetentionRepository.delete_people."""
        rows = self._rows
        seen = sorted(one for one in rows.people.rows if one > after)[:limit]
        needed = {one.author_id for one in rows.posts.rows.values()}
        needed |= {one.person_id for one in rows.alerts.rows.values()}
        needed |= {one.person_id for one in rows.cases.rows.values() if one.state in WAITING}
        needed |= {key[0] for key in rows.notes.table.rows}
        needed |= {one.person_id for one in rows.fans.rows.values() if one.preference is not None}
        old = [
            one
            for one in seen
            if one not in needed and ((at := rows.people.rows[one].checked_at) is None or at < checked_before)
        ]
        for one in old:
            rows.people.table.put(one, None)
        return len(old), seen[-1] if len(seen) == limit else None

    def _summary(self, person_id: str) -> PersonSummary:
        return self._rows.posts.summaries.rows.get(person_id, PersonSummary(person_id))

    def _put(self, one: PersonSummary) -> None:
        self._rows.posts.summaries.put(one.person_id, one)
