"""Bundles: one message for many alerts of one kind."""

from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, select, update

from mutuals.domain.bundle import Bundle
from mutuals.domain.model import AlertState, Category
from mutuals.storage.repositories.mappers import Row, log_doc, log_of, undo_doc, undo_of
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.columns import from_micros, to_micros
from mutuals.storage.schema.tables import UNSETTLED, bundle

_PLAIN = ["seed", "growing", "claimed_by", "claimed_key"]
_TIMES = ["first_at", "opened_at", "claimed_until", "snoozed_until", "closes_at", "closed_at"]
_COLUMNS = ["brand_id", "id", "state", "version", "last_at"]


def wake_moment(one: Bundle) -> datetime | None:
    """The earliest end of a snooze, a claim, its growth or an undo; None when there is nothing to end."""
    until = one.undo.until if one.undo else None
    if one.state is AlertState.SETTLED:
        return until
    ends = [one.claimed_until, one.snoozed_until, one.closes_at if one.growing else None, until]
    return min((end for end in ends if end is not None), default=None)


def bundle_row(one: Bundle) -> Row:
    """The row of a bundle."""
    doc: Row = {name: getattr(one, name) for name in _PLAIN}
    doc |= {name: None if (at := getattr(one, name)) is None else to_micros(at) for name in _TIMES}
    doc |= {"klass": one.category, "words": one.words, "alert_ids": one.alert_ids, "log": log_doc(one.log)}
    doc["log_kinds"] = [line.kind for line in one.log]
    doc |= {"undo": undo_doc(one.undo)} if one.undo else {}
    return {name: getattr(one, name) for name in _COLUMNS} | {"wake_at": wake_moment(one), "doc": doc}


def bundle_of(row: RowMapping) -> Bundle:
    """The bundle of a row."""
    doc = row["doc"]
    known: dict[str, Any] = {name: row[name] for name in _COLUMNS} | {name: doc[name] for name in _PLAIN}
    known |= {name: None if doc[name] is None else from_micros(doc[name]) for name in _TIMES}
    known |= {"category": Category(doc["klass"]), "state": AlertState(row["state"])}
    known |= {
        "words": tuple(doc["words"]),
        "alert_ids": tuple(doc["alert_ids"]),
        "log": log_of(doc["log"], doc.get("log_kinds", ())),
        "undo": undo_of(doc.get("undo")),
    }
    return Bundle(**known)


class SqlBundleRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.bundles`."""

    async def get(self, bundle_id: str) -> Bundle | None:
        """The bundle of this id."""
        query = select(bundle).where(bundle.c.brand_id == self.scope.brand_id, bundle.c.id == bundle_id)
        row = await self.scope.first(query)
        return None if row is None else bundle_of(row)

    async def open(self, since: datetime) -> list[Bundle]:
        """Bundles that are not settled and whose newest post is not older, oldest first."""
        mine = (bundle.c.brand_id == self.scope.brand_id, bundle.c.last_at >= since, UNSETTLED)
        query = select(bundle).where(*mine).order_by(bundle.c.last_at, bundle.c.id)
        return [bundle_of(row) for row in await self.scope.all(query)]

    async def due(self, now: datetime) -> list[Bundle]:
        """Bundles whose snooze, claim or growth has come to its end."""
        query = select(bundle).where(bundle.c.brand_id == self.scope.brand_id, bundle.c.wake_at <= now)
        return [bundle_of(row) for row in await self.scope.all(query.order_by(bundle.c.wake_at).limit(200))]

    async def put(self, one: Bundle, *, was: int | None) -> bool:
        """Insert, or replace where the version is still `was`; False when somebody was first."""
        self.ensure_own(one.brand_id)
        row = bundle_row(one)
        if was is None:
            return await self.scope.add(bundle, row)
        same = (bundle.c.brand_id == one.brand_id, bundle.c.id == one.id, bundle.c.version == was)
        return await self.scope.changed(update(bundle).where(*same).values(row))
