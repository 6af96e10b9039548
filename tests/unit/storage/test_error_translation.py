"""When the database can't: a sentence, nothing half-written, and on it goes."""

import asyncio
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from psycopg.errors import DuplicateDatabase, DuplicateObject
from sqlalchemy import text

from mutuals.domain.errors import MutualsError, SettingsError, TryAgain
from mutuals.storage import database_url
from mutuals.storage.database_url import make_file, parse
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.databases import Postgres, connection_of, fresh_store
from tests.support.values import BRAND, post


async def test_a_full_disk_is_told_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    async with fresh_store(tmp_path) as store:
        async with store.transaction(BRAND) as tx:
            await tx.key_values.put("before", 1)

        with pytest.raises(TryAgain, match="disk is full") as caught:
            await _fill(store)
        assert "Free some space" in str(caught.value)
        async with store.transaction(BRAND) as tx:
            assert (await tx.key_values.get("before"), await tx.key_values.get("half")) == (1, None)
            assert (await tx.counts())["posts"] == 0


async def _fill(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await connection_of(tx).execute(text("PRAGMA max_page_count = 70"))
        await tx.key_values.put("half", 1)
        for number in range(400):
            await tx.posts.add([post(str(number), text="x" * 4000)])


async def test_a_database_held_by_another_program_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_url, "_BUSY_MS", 50)
    async with fresh_store(tmp_path) as store:
        holder = sqlite3.connect(tmp_path / "mutuals.db", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(TryAgain, match="Another program holds the database"):
            await store.put("k", 1)
        holder.execute("ROLLBACK")
        holder.close()

        await store.put("k", 1)
        assert await store.get("k") == 1


async def test_a_short_wait_for_another_process_is_no_error(tmp_path: Path) -> None:
    async with fresh_store(tmp_path) as store:
        holder = sqlite3.connect(tmp_path / "mutuals.db", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        writing = asyncio.create_task(store.put("k", 1))
        await asyncio.sleep(0.2)
        assert not writing.done()
        holder.execute("ROLLBACK")
        holder.close()
        await writing


async def test_a_read_only_database_is_told(tmp_path: Path) -> None:
    async def write(store: SqlStore) -> None:
        async with store.transaction(BRAND) as tx:
            await connection_of(tx).execute(text("PRAGMA query_only = ON"))
            await tx.key_values.put("k", 1)

    async with fresh_store(tmp_path) as store:
        with pytest.raises(MutualsError, match="read-only for this user"):
            await write(store)


async def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("dear diary " * 500)

    with pytest.raises(MutualsError, match="damaged or is no database"):
        await SqlStore.open(f"sqlite:///{file}", clock=FixedClock())
    assert file.read_text() == "dear diary " * 500


async def test_a_server_that_is_not_there_is_tried_again_and_no_password_is_shown() -> None:
    url = "postgresql://mutuals:hunter2@127.0.0.1:1/mutuals?connect_timeout=2"

    with pytest.raises(TryAgain, match="does not answer") as caught:
        await SqlStore.open(url, clock=FixedClock())
    assert "tries again by itself" in str(caught.value)
    assert caught.value.once == (
        "The database at 127.0.0.1:1 does not answer. Start it, or correct MUTUALS_DATABASE_URL, then run the command "
        "again."
    )
    assert "hunter2" not in str(caught.value)


async def test_an_address_of_ipv6_stands_in_brackets() -> None:
    url = "postgresql://mutuals@[::1]:1/mutuals?connect_timeout=2"

    with pytest.raises(TryAgain, match=r"The database at \[::1\]:1 does not answer"):
        await SqlStore.open(url, clock=FixedClock())


@pytest.mark.parametrize(
    ("user", "database", "said"),
    [
        ("owner", "nowhere", "has no database nowhere. .*CREATE DATABASE nowhere OWNER owner;"),
        ("owner", "My-Data", 'CREATE DATABASE "My-Data" OWNER owner;'),
        ("nobody", "theirs", "has no user nobody. .*CREATE ROLE nobody LOGIN"),
        ("stranger", "theirs", "may not make tables .*ALTER DATABASE theirs OWNER TO stranger;"),
        ("stranger", "filled", "The tables in the database filled belong to another user than stranger"),
    ],
)
async def test_what_postgresql_lacks_is_said_with_the_command_that_makes_it(
    postgres: Postgres, user: str, database: str, said: str
) -> None:
    for sql in ("CREATE ROLE owner LOGIN", "CREATE ROLE stranger LOGIN", "CREATE DATABASE theirs",
                "CREATE DATABASE filled OWNER owner"):  # fmt: skip
        with suppress(DuplicateDatabase, DuplicateObject):
            postgres.run(sql)
    await (await SqlStore.open(postgres.url_of("owner", "filled"), clock=FixedClock())).close()

    with pytest.raises(MutualsError, match=said) as caught:
        await SqlStore.open(postgres.url_of(user, database), clock=FixedClock())
    assert not isinstance(caught.value, TryAgain)
    assert "file" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense hunter2", "is not a database URL"),
        ("mysql://u:hunter2@h/n", "names mysql"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
    ],
)
def test_an_unusable_url_is_explained_without_being_shown(url: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said) as caught:
        parse(url)
    assert "hunter2" not in str(caught.value)


def test_a_place_that_can_not_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SettingsError, match="Give this user write access"):
        make_file(tmp_path / "file" / "mutuals.db")


async def test_sqlite_is_told_to_lose_nothing(tmp_path: Path) -> None:
    async with fresh_store(tmp_path) as store, store.transaction(BRAND) as tx:
        pragmas = [
            (await connection_of(tx).execute(text(f"PRAGMA {name}"))).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]

    assert pragmas == ["wal", 2, 1, 10_000]
