"""No question that is asked often may read a whole table, or sort what an index holds sorted."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, text

from mutuals.domain.bonds import BondEvent
from mutuals.domain.fan_segments import FanSegment
from mutuals.domain.model import AlertKind, AlertState, CaseState
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.storage.store import SqlStore
from tests.support.databases import connection_of
from tests.support.values import BRAND, START, fan, post

LONG_AGO = START - timedelta(days=90)


@contextmanager
def overheard(store: SqlStore) -> Iterator[list[tuple[str, Any]]]:
    """What is asked of the database meanwhile, with the values."""
    asked: list[tuple[str, Any]] = []

    def note(_: object, __: object, statement: str, values: Any, *rest: object) -> None:
        if statement.lstrip().startswith(("SELECT", "WITH", "(SELECT", "UPDATE")):
            asked.append((statement, values[0] if isinstance(values, list) else values))

    event.listen(store._engine.sync_engine, "before_cursor_execute", note)
    yield asked
    event.remove(store._engine.sync_engine, "before_cursor_execute", note)


async def questions(tx: UnitOfWork) -> None:
    """What a look, a sweep, a command and a digest ask."""
    await tx.posts.add([post(), post("8", first_version="7")])
    await tx.fans.put([fan()])
    await tx.fans.top(9, active_since=LONG_AGO, at_least=1)
    await tx.posts.by_ids(["1"])
    await tx.posts.of_conversations(["1"])
    await tx.posts.of_conversations(["1"], by=["2"])
    await tx.posts.of_authors(["1"], START)
    await tx.posts.since(START)
    await tx.posts.first_times(["1"])
    await tx.posts.first_praise(["1"])
    await tx.people.by_ids(["1"])
    await tx.people.called("mia")
    await tx.people.names_like("mi", 9)
    await tx.posts.newest_of("1", 9)
    await tx.posts.times_of(["1"], START)
    for segment in FanSegment:
        await tx.fans.segment(segment, 9, since=LONG_AGO, until=START)
    await tx.bonds.of(["1"])
    await tx.bonds.newest(BondEvent.THEY_LEFT, LONG_AGO, 9)
    await tx.notes.of("1")
    await tx.counts()
    await tx.cases.by_ids(["1"])
    await tx.cases.of(["1"], ["2"])
    await tx.cases.due(START)
    await tx.cases.waiting()
    await tx.cases.closed(CaseState.EXPIRED, START)
    await tx.alerts.open_of(["1"])
    await tx.alerts.newest(kind=AlertKind.FAN, state=AlertState.OPEN)
    await tx.alerts.open(AlertKind.CARE)
    await tx.alerts.of(["1"])
    await tx.rechecks.quoted(START, ["1"])
    await tx.spending.by_day("2026-01-01")
    await tx.rechecks.mark(["1"], START)
    await tx.alerts.count_opened(AlertKind.FAN, START)
    await tx.alerts.due(START)
    await tx.bundles.open(START)
    await tx.bundles.due(START)
    await tx.feedback.on(["1"])
    await tx.feedback.count(START)
    await tx.deliveries.of("alert/1")
    await tx.deliveries.due("slack", START)
    await tx.actions.due(START)
    await tx.actions.since(START)
    await tx.posts.redact_author("1", "deleted")


USED = {
    "ix_fan_best", "ix_post_conversation", "ix_post_author", "ix_post_at", "uq_post_root",
    "ix_care_case_next", "ix_care_case_waiting", "ix_care_case_person", "ix_care_case_conversation",
    "ix_care_case_opened", "ix_alert_wake", "ix_alert_kind", "ix_delivery_pending", "ix_action_next",
    "ix_action_created", "ix_bundle_wake", "ix_verdict_at",
}  # fmt: skip


async def test_the_frequent_questions_are_answered_by_an_index(store: SqlStore) -> None:
    """SQLite takes a partial index, and both take one on an expression, only for the very same words."""
    plans = await _plans(store)

    used = set(re.findall(r"(?:ix|uq)_\w+", "\n".join(plans)))
    if store._engine.dialect.name == "sqlite":
        tables = r"SCAN (post_check|post|fan|person|care_case|alert|bundle|verdict|delivery|action|tally)\b"
        assert used >= USED
        assert [one for one in plans if re.match(tables, one)] == []
        assert [one for one in plans if "MERGE (UNION ALL)" in one]  # sorted cells of fans
    else:  # among indexes of so few rows PostgreSQL takes any that begins with the brand
        assert "ix_fan_best" in used
        assert [one for one in plans if "Seq Scan" in one] == []
        assert [one for one in plans if "Merge Append" in one]


async def _plans(store: SqlStore) -> list[str]:
    sqlite = store._engine.dialect.name == "sqlite"
    async with store.transaction(BRAND) as tx:
        connection = connection_of(tx)
        if not sqlite:  # with so few rows it would read whole tables, and rightly so
            await connection.execute(text("SET LOCAL enable_seqscan = off"))
            await connection.execute(text("SET LOCAL enable_sort = off"))
        with overheard(store) as asked:
            await questions(tx)
        explain = "EXPLAIN QUERY PLAN " if sqlite else "EXPLAIN "
        found = []
        for statement, values in asked:
            rows = await connection.exec_driver_sql(explain + statement, values)
            found += [row[-1] for row in rows]
    return found


@pytest.mark.parametrize("kind", ["posts", "fans"])
async def test_what_there_is_is_counted_without_reading_it(store: SqlStore, kind: str) -> None:
    with overheard(store) as asked:
        async with store.transaction(BRAND) as tx:
            assert (await tx.counts())[kind] == 0

    table = {"posts": "post", "fans": "fan"}[kind]
    assert [one for one, _ in asked if re.search(rf"\bFROM {table}\b", one)] == []
