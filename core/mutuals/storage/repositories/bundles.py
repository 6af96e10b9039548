"""Bundles of alerts, and the verdicts of people on our judgement."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, func, select, update

from mutuals.domain.bundle import Bundle
from mutuals.domain.model import AlertState, Category, Feedback
from mutuals.storage.repositories.bulk_insert import among
from mutuals.storage.repositories.mappers import Row, log_doc, log_of
from mutuals.storage.schema.columns import from_micros, to_micros
from mutuals.storage.schema.tables import UNSETTLED, bundle, verdict
from mutuals.storage.scope import Scope

_PLAIN = ["klass", "seed", "growing", "claimed_by", "claimed_key"]
_TIMES = ["first_at", "opened_at", "claimed_until", "snoozed_until", "closes_at", "closed_at"]
_COLUMNS = ["brand_id", "id", "state", "version", "last_at"]
_VERDICT = ["brand_id", "post_id", "actor_key", "actor_name", "value", "klass", "score", "at"]


def _wake(one: Bundle) -> datetime | None:
    if one.state is AlertState.SETTLED:
        return None
    ends = [one.claimed_until, one.snoozed_until, one.closes_at if one.growing else None]
    return min((end for end in ends if end is not None), default=None)


def bundle_row(one: Bundle) -> Row:
    """The row of a bundle."""
    doc: Row = {name: getattr(one, name) for name in _PLAIN}
    doc |= {name: None if (at := getattr(one, name)) is None else to_micros(at) for name in _TIMES}
    doc |= {"words": one.words, "alert_ids": one.alert_ids, "log": log_doc(one.log)}
    return {name: getattr(one, name) for name in _COLUMNS} | {"wake_at": _wake(one), "doc": doc}


def bundle_of(row: RowMapping) -> Bundle:
    """The bundle of a row."""
    doc = row["doc"]
    known: dict[str, Any] = {name: row[name] for name in _COLUMNS} | {name: doc[name] for name in _PLAIN}
    known |= {name: None if doc[name] is None else from_micros(doc[name]) for name in _TIMES}
    known |= {"klass": Category(doc["klass"]), "state": AlertState(row["state"])}
    known |= {"words": tuple(doc["words"]), "alert_ids": tuple(doc["alert_ids"]), "log": log_of(doc["log"])}
    return Bundle(**known)


async def bundle_by_id(scope: Scope, bundle_id: str) -> Bundle | None:
    """The bundle of this id."""
    query = select(bundle).where(bundle.c.brand_id == scope.brand_id, bundle.c.id == bundle_id)
    row = await scope.first(query)
    return None if row is None else bundle_of(row)


async def open_bundles(scope: Scope, since: datetime) -> list[Bundle]:
    """Bundles that are not settled and whose newest post is not older, oldest first."""
    mine = (bundle.c.brand_id == scope.brand_id, bundle.c.last_at >= since, UNSETTLED)
    query = select(bundle).where(*mine).order_by(bundle.c.last_at, bundle.c.id)
    return [bundle_of(row) for row in await scope.all(query)]


async def bundles_due(scope: Scope, now: datetime) -> list[Bundle]:
    """Bundles whose snooze, claim or growth has come to its end."""
    query = select(bundle).where(bundle.c.brand_id == scope.brand_id, bundle.c.wake_at <= now)
    return [bundle_of(row) for row in await scope.all(query.order_by(bundle.c.wake_at).limit(200))]


async def put_bundle(scope: Scope, one: Bundle, *, was: int | None) -> bool:
    """Insert, or replace where the version is still `was`; False when somebody was first."""
    row = bundle_row(one)
    if was is None:
        return await scope.add(bundle, row)
    same = (bundle.c.brand_id == one.brand_id, bundle.c.id == one.id, bundle.c.version == was)
    return await scope.changed(update(bundle).where(*same).values(row))


async def put_feedback(scope: Scope, one: Feedback) -> None:
    """Keep a verdict; a person's later one on the same post replaces the earlier."""
    await scope.upsert(verdict, [{name: getattr(one, name) for name in _VERDICT}])


async def verdicts(scope: Scope, since: datetime | None, limit: int | None) -> list[Feedback]:
    """The verdicts after a moment, oldest first; with a limit the newest of them."""
    query = select(verdict).where(verdict.c.brand_id == scope.brand_id)
    if since is not None:
        query = query.where(verdict.c.at > since)
    rows = await scope.all(query.order_by(verdict.c.at.desc(), verdict.c.post_id.desc()).limit(limit))
    return [Feedback(**{name: row[name] for name in _VERDICT}) for row in reversed(rows)]


async def verdicts_on(scope: Scope, post_ids: Sequence[str]) -> list[Feedback]:
    """The verdicts on these posts, oldest first."""
    if not post_ids:
        return []
    these = among(scope.conn, verdict.c.post_id, post_ids)
    rows = await scope.all(select(verdict).where(verdict.c.brand_id == scope.brand_id, these))
    found = [Feedback(**{name: row[name] for name in _VERDICT}) for row in rows]
    return sorted(found, key=lambda one: (one.at, one.post_id))


async def count_verdicts(scope: Scope, since: datetime | None) -> int:
    """How many verdicts there are after a moment."""
    query = select(func.count()).select_from(verdict).where(verdict.c.brand_id == scope.brand_id)
    return await scope.number(query if since is None else query.where(verdict.c.at > since))
