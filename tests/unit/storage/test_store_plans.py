"""No question that is asked often may read a whole table, or sort what an index holds sorted."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, text

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
    await tx.add_posts([post(), post("8", first_version="7")])
    await tx.put_fans([fan()])
    await tx.top_fans(9, active_since=LONG_AGO, at_least=1)
    await tx.posts(["1"])
    await tx.conversations(["1"])
    await tx.conversations(["1"], by=["2"])
    await tx.posts_by(["1"], START)
    await tx.posts_since(START)
    await tx.first_posts(["1"])
    await tx.first_praise(["1"])
    await tx.people(["1"])
    await tx.counts()
    await tx.cases(["1"])
    await tx.cases_of(["1"], ["2"])
    await tx.cases_due(START)
    await tx.waiting_cases()
    await tx.closed_cases(CaseState.EXPIRED, START)
    await tx.open_alerts_of(["1"])
    await tx.alerts(kind=AlertKind.FAN, state=AlertState.OPEN)
    await tx.open_alerts(AlertKind.CARE)
    await tx.alerts_of(["1"])
    await tx.quoted_posts(START)
    await tx.unchecked_posts(["1"], START, 100)
    await tx.note_checked(["1"], START)
    await tx.alerts_opened_since(AlertKind.FAN, START)
    await tx.alerts_due(START)
    await tx.open_bundles(START)
    await tx.bundles_due(START)
    await tx.verdicts_on(["1"])
    await tx.count_verdicts(START)
    await tx.deliveries("alert/1")
    await tx.deliveries_due("slack", START)
    await tx.actions_due(START)
    await tx.recent_actions(START)
    await tx.redact_person("1", "deleted")


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
