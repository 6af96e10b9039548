"""The engine's tables: brought up to date by the library's own migrations, also while older nodes still run."""

from collections.abc import Callable
from typing import Any

import psycopg
import pytest
import structlog

from mutuals.domain.errors import MutualsError, TryAgain
from mutuals.jobs.procrastinate_connection import SCHEMA
from mutuals.jobs.procrastinate_migrations import Plan, is_pre, plan, version_of
from mutuals.jobs.procrastinate_schema import migrations
from mutuals.ports.jobs import JobQueue
from tests.support.shop import Shop, node
from tests.support.waiting import until

OLD = [name for name in migrations() if name < "03.04"]  # what Procrastinate 3.4.0 brought
NEW = [name for name in migrations() if name >= "03.04"]
PRE, POST = "03.08.00_01_pre_more.sql", "03.08.00_50_post_less.sql"
NEXT = "03.12.00_01_pre_still_more.sql"

SHAPE = """
    SELECT 'column', table_name || '.' || column_name, data_type || is_nullable FROM information_schema.columns
    WHERE table_schema = 'procrastinate'
    UNION ALL SELECT 'index', indexname, '' FROM pg_indexes WHERE schemaname = 'procrastinate'
    UNION ALL SELECT 'function', proname, md5(regexp_replace(prosrc, '\\s+|--[^\\n]*', '', 'g')) FROM pg_proc
    WHERE pronamespace = 'procrastinate'::regnamespace
    UNION ALL SELECT 'trigger', trigger_name || event_manipulation, '' FROM information_schema.triggers
    WHERE trigger_schema = 'procrastinate'
"""


def ask(url: str, *queries: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url, autocommit=True) as connection:
        for query in queries:
            cursor = connection.execute(query)
        return cursor.fetchall() if cursor.description else []


def make_old(url: str) -> None:
    """The tables as an older Procrastinate left them."""
    with psycopg.connect(url) as connection:
        connection.execute(f"CREATE SCHEMA {SCHEMA}; SET search_path TO {SCHEMA}")
        connection.execute(
            "CREATE TABLE mutuals_migrations (name text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())"
        )
    for name in OLD:
        ask(
            url,
            f"SET search_path TO {SCHEMA}",
            migrations()[name].read_text(),
            f"INSERT INTO mutuals_migrations VALUES ('{name}')",
        )


def applied(url: str) -> set[str]:
    return {name for (name,) in ask(url, f"SELECT name FROM {SCHEMA}.mutuals_migrations")}


async def test_older_tables_get_the_same_shape_as_new_ones(url: str, postgres, shop: Shop):
    fresh = postgres.bare()
    make_old(url)
    for one in (fresh, url):
        engine = node(one)
        await engine.start()
        await engine.stop()

    assert applied(url) == applied(fresh) == set(migrations())
    shape = set(ask(fresh, SHAPE))
    assert len(shape) > 50
    assert set(ask(url, SHAPE)) == shape


async def test_while_an_older_node_runs_nothing_that_it_needs_is_taken_away(
    url: str, hire: Callable[..., JobQueue], shop: Shop
):
    make_old(url)
    first, second = hire("first"), hire("second")
    with (
        psycopg.connect(url, application_name="mutuals-engine/3.4.0 old"),
        structlog.testing.capture_logs() as logs,
    ):
        await first.start()
        assert applied(url) == {*OLD, *(name for name in NEW if is_pre(name))}
        assert "engine.migrations_wait" in [one["event"] for one in logs]

    older = "SELECT FROM pg_stat_activity WHERE application_name LIKE 'mutuals-engine/3.4.0%'"
    await until(lambda: not ask(url, older))  # PostgreSQL sees a moment later that somebody hung up
    await second.start()  # the next start without older nodes does the rest
    assert applied(url) == set(migrations())
    shop.gate.set()
    await first.submit("do/a")
    await until(lambda: shop.ended == ["do/a"])


@pytest.mark.parametrize(
    ("known", "others", "wanted"),
    [
        ([PRE, POST], set(), Plan((PRE, POST))),
        ([PRE, POST], {"3.8.0"}, Plan((PRE,), (POST,))),
        ([PRE, POST], {"3.8.0", "3.10.0"}, Plan((PRE,), (POST,))),
        ([PRE, POST], {"3.10.0"}, Plan((PRE, POST))),
        ([PRE, POST, NEXT], {"3.10.0"}, Plan((PRE, POST, NEXT))),
    ],
)
def test_what_may_be_applied_depends_on_who_else_runs(known: list[str], others: set[str], wanted: Plan):
    assert plan((), known, others) == wanted


def test_nodes_too_old_to_stay_are_named():
    with pytest.raises(MutualsError, match=r"still run version 3\.8\.0 .*Stop those nodes"):
        plan((), [PRE, POST, NEXT], {"3.8.0", "3.11.0"})


def test_tables_of_a_newer_version_are_left_alone_unless_they_still_suit_us():
    assert plan([PRE, NEXT], [PRE], ()) == Plan(())
    with pytest.raises(MutualsError, match="newer version"):
        plan([PRE, POST], [PRE], ())


def test_a_name_and_a_version_are_compared_as_numbers():
    assert version_of("03.10.00_01_pre_x.sql") == version_of("3.10.0") > version_of("3.9.2")


async def test_without_the_right_to_make_a_schema_the_error_says_what_to_run(
    url: str, request: pytest.FixtureRequest
):
    ask(url, "DROP ROLE IF EXISTS guest", "CREATE ROLE guest LOGIN")

    with pytest.raises(MutualsError, match="CREATE SCHEMA procrastinate AUTHORIZATION"):
        await node(url.replace("postgres:@", "guest:@")).start()


async def test_tables_that_somebody_else_made_are_not_touched(url: str):
    ask(url, f"CREATE SCHEMA {SCHEMA}", f"CREATE TABLE {SCHEMA}.procrastinate_jobs (id int)")

    with pytest.raises(MutualsError, match="tables that Mutuals did not make"):
        await node(url).start()


async def test_a_start_without_a_database_says_so():
    with pytest.raises(TryAgain, match="can't be reached"):
        await node("postgresql://nobody:secret@127.0.0.1:9/none").start()
