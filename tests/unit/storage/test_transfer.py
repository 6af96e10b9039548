"""All of a database in another one: SQLite to PostgreSQL and back, killed in the middle, refused where it must be."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import Boolean, DateTime, Double, LargeBinary, Table, create_engine, inspect, select, text
from typer.testing import CliRunner

from mutuals.cli import main
from mutuals.domain.errors import MutualsError
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Actor, Role
from mutuals.storage.backup import transfer as transfers
from mutuals.storage.backup.transfer import Transfer, transfer
from mutuals.storage.process_lock import ProcessLock
from mutuals.storage.schema import creation
from mutuals.storage.schema.columns import Moment
from mutuals.storage.schema.tables import ledger, metadata
from mutuals.storage.secrets.keyring import key_file, open_box
from mutuals.storage.secrets.vault import EncryptedSecretVault
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.databases import START, Postgres, sqlite_url

BRAND = "x/900"
ANA = Actor("slack", "U1", "Ana", Role.ADMIN)
# What a copy by way of text, a locale or a float could lose.
ODD = (
    "",
    "plain",
    "Ärger im Büro",
    "مرحبا",
    '👩🏽‍🚀 it\'s "50%" \\ done',
    "\u202eesrever",
    "line\nline\ttab",
    "é",
    "e\u0301",
    "Z",
    "a",
)
ROWS = 11


def value(column: Any, number: int) -> Any:
    """Some value of a column's stored kind; those of a key differ from row to row."""
    kind = transfers._stored(column)
    if isinstance(kind, Boolean):
        return (True, False, None)[number % 3] if column.nullable else bool(number % 2)
    if isinstance(kind, Double):
        return 0.1 + number * 1e-9
    if isinstance(kind, LargeBinary):
        return bytes([0, 255, number])
    if isinstance(kind, DateTime):
        return datetime(2026, 11, 23, 12, 0, number, 123456)  # noqa: DTZ001  # as slack_sdk keeps them
    if column.type.python_type is int or isinstance(column.type, Moment):
        # Some numbers are kept in 32 bits.
        wide = type(kind).__name__ == "BigInteger"
        return 1_760_000_000_123_456 + number if wide else number
    if column.nullable and number % 4 == 0:
        return None
    return f"{number:03}{ODD[number % len(ODD)]}"


def fill(url: str) -> None:
    """Rows in every table but the ledger, which takes only what continues its chain."""
    engine = create_engine(url.replace("sqlite:", "sqlite+pysqlite:"))
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            if table is not ledger:
                plain = transfers._plain(table)
                rows = [{one.name: value(one, number) for one in table.columns} for number in range(ROWS)]
                connection.execute(plain.insert(), rows)
    engine.dispose()


async def source_in(folder: Path, secret_key: SecretStr | None = None) -> str:
    """A SQLite database with something in every table, a ledger of two chains, and a sealed secret."""
    url = sqlite_url(folder)
    fill(url)
    store = await SqlStore.open(url, clock=FixedClock(START))
    for brand in (BRAND, ""):
        for said in ODD:
            async with store.transaction(brand) as tx:
                await tx.ledger.record(Decision(EntryKind.SETTING, ANA, "brand set", said))
    await EncryptedSecretVault(store, open_box(secret_key, url), "x/main/").write(
        "tokens", {"access_token": "t0ken"}
    )
    await store.close()
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as rows:
        rows.execute("DELETE FROM secret WHERE name <> 'x/main/tokens'")  # those were sealed with no key
        rows.commit()
    return url


def stored(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, as it is stored."""
    engine = create_engine(
        url.replace("sqlite:", "sqlite+pysqlite:").replace("postgresql:", "postgresql+psycopg:")
    )
    with engine.connect() as connection:
        found = {
            one.name: sorted(map(tuple, connection.execute(select(transfers._plain(one)))), key=repr)
            for one in metadata.sorted_tables
        }
    engine.dispose()
    return found


def silent(_table: str, _done: int, _total: int) -> None:
    """Nobody looks at the progress."""


def tables_of(url: str) -> list[str]:
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        names = inspect(connection).get_table_names()
    engine.dispose()
    return names


async def test_a_move_to_postgresql_and_back_changes_no_byte(tmp_path: Path, postgres: Postgres):
    source = await source_in(tmp_path)
    there, back = postgres.bare(), f"sqlite:///{tmp_path / 'back.db'}"

    moved = transfer(source, there, silent)
    returned = transfer(there, back, silent)

    assert stored(source) == stored(there) == stored(back)
    assert {one.table for one in moved.tables} == set(metadata.tables)
    assert all(one.same and one.source == one.target >= 1 for one in [*moved.tables, *returned.tables])
    assert [(one.chain, one.target.entries, one.same) for one in moved.chains] == [
        ("installation", len(ODD), True),
        (BRAND, len(ODD), True),
    ]


async def test_what_was_moved_is_used_at_once_and_its_ledger_goes_on(tmp_path: Path, postgres: Postgres):
    there = postgres.bare()
    transfer(await source_in(tmp_path), there, silent)

    store = await SqlStore.open(there, clock=FixedClock(START + timedelta(days=1)))
    async with store.transaction(BRAND) as tx:
        await tx.ledger.record(Decision(EntryKind.SETTING, ANA, "brand set", "after the move"))
    head = await store.ledger_head(BRAND)
    await store.close()

    assert head.entries == len(ODD) + 1
    assert sequences_of(there) == []


def sequences_of(url: str) -> list[str]:
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        names = inspect(connection).get_sequence_names()
    engine.dispose()
    return names


def begun_and_killed(source: str, target: str, table: str) -> int:
    return subprocess.run([sys.executable, "-c", KILLED, source, target, table], check=False).returncode


def named(folder: Path, pattern: str) -> list[str]:
    return [one.name for one in folder.glob(pattern)]


KILLED = """
import os, signal, sys
from mutuals.storage.backup.transfer import transfer
def tell(table, done, total):
    if table == sys.argv[3] and done:
        os.kill(os.getpid(), signal.SIGKILL)
transfer(sys.argv[1], sys.argv[2], tell)
"""


@pytest.mark.long
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
@pytest.mark.parametrize("table", ["alert", "secret"])
async def test_a_copy_that_is_killed_leaves_nothing_and_can_be_made_again(
    tmp_path: Path, request: pytest.FixtureRequest, kind: str, table: str
):
    source = await source_in(tmp_path)
    file = tmp_path / "new.db"
    target = f"sqlite:///{file}" if kind == "sqlite" else request.getfixturevalue("postgres").bare()

    assert begun_and_killed(source, target, table) == -signal.SIGKILL

    assert not file.exists() if kind == "sqlite" else tables_of(target) == []
    transfer(source, target, silent)
    assert stored(target) == stored(source)
    assert named(tmp_path, "new.db*") == (["new.db"] if kind == "sqlite" else [])


def refusal(source: str, target: str, **anchors: Any) -> str:
    with pytest.raises(MutualsError) as refused:
        transfer(source, target, silent, **anchors)
    return str(refused.value)


async def test_a_target_that_holds_anything_is_refused(tmp_path: Path, postgres: Postgres):
    source, used, view, other = (
        await source_in(tmp_path),
        postgres.bare(),
        postgres.bare(),
        tmp_path / "other.db",
    )
    postgres.run("CREATE SCHEMA shop; CREATE TABLE shop.customer (id int)", used)
    postgres.run("CREATE VIEW report AS SELECT 1 AS one", view)
    other.write_text("no database at all")

    assert "it holds customer" in refusal(source, used)
    assert "it holds report" in refusal(source, view)
    assert "exists already" in refusal(source, f"sqlite:///{other}")
    assert other.read_text() == "no database at all"
    assert "same database" in refusal(source, source)


async def test_a_source_that_a_service_uses_is_refused(tmp_path: Path, postgres: Postgres):
    source, target = await source_in(tmp_path), f"sqlite:///{tmp_path / 'new.db'}"
    lock = ProcessLock.acquire(source, "X")
    assert "A running Mutuals uses" in refusal(source, target)
    lock.release()

    there = postgres.bare()
    transfer(source, there, silent)
    service = await SqlStore.open(there, clock=FixedClock(START))
    await service.ledger_brands()
    assert "1 other session(s) use the source" in refusal(there, target)
    await service.close()
    transfer(there, target, silent)


async def test_nobody_writes_to_the_source_while_it_is_copied(tmp_path: Path):
    source, refused = await source_in(tmp_path), list[str]()

    def tell(table: str, done: int, _total: int) -> None:
        if table == "alert" and done:
            with closing(sqlite3.connect(source.removeprefix("sqlite:///"), timeout=0.1)) as other:
                try:
                    other.execute("DELETE FROM post")
                except sqlite3.OperationalError as error:
                    refused.append(str(error))

    transfer(source, f"sqlite:///{tmp_path / 'new.db'}", tell)
    assert refused == ["database is locked"]


async def test_a_source_of_another_shape_or_of_nobody_is_refused(tmp_path: Path):
    source, target = await source_in(tmp_path), f"sqlite:///{tmp_path / 'new.db'}"
    for revision, said in (("0012", "mutuals db upgrade"), ("9999", "newer version of Mutuals")):
        with closing(sqlite3.connect(source.removeprefix("sqlite:///"))) as rows:
            rows.execute(f"UPDATE alembic_version SET version_num = '{revision}'")
            rows.commit()
        assert said in refusal(source, target)
    empty = tmp_path / "empty.db"
    empty.touch()

    assert "holds no database of Mutuals" in refusal(f"sqlite:///{empty}", target)
    assert "There is no database at" in refusal(f"sqlite:///{tmp_path / 'none.db'}", target)
    assert not (tmp_path / "new.db").exists()


async def test_a_ledger_that_was_changed_or_cut_is_not_copied(tmp_path: Path):
    source, target = await source_in(tmp_path), f"sqlite:///{tmp_path / 'new.db'}"
    store = await SqlStore.open(source, clock=FixedClock(START))
    anchors = store.anchored()
    await store.close()
    with closing(sqlite3.connect(source.removeprefix("sqlite:///"))) as rows:
        rows.execute("DROP TRIGGER ledger_no_update")
        rows.execute("DROP TRIGGER ledger_no_delete")
        rows.execute("DELETE FROM ledger WHERE brand_id = ? AND number = ?", (BRAND, len(ODD)))
        rows.commit()
        assert "ledger is not whole" in refusal(source, target, anchors=anchors)
        rows.execute("UPDATE ledger SET text = 'another' WHERE brand_id = ? AND number = 2", (BRAND,))
        rows.commit()
    assert "ledger is not whole" in refusal(source, target)


async def test_a_copy_that_is_not_the_same_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    source, target = await source_in(tmp_path), tmp_path / "new.db"
    before = creation.create

    def with_a_target_that_changes_what_it_is_given(connection: Any) -> bool:
        made = before(connection)
        change = "CREATE TRIGGER worse AFTER INSERT ON memo BEGIN UPDATE memo SET value = '0' WHERE key = NEW.key; END"
        connection.execute(text(change))
        return made

    monkeypatch.setattr(creation, "create", with_a_target_that_changes_what_it_is_given)

    assert "not the same as the source (memo)" in refusal(source, f"sqlite:///{target}")
    assert named(tmp_path, "new.db*") == []


def test_the_progress_and_the_batches_end_with_every_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(transfers, "AT_ONCE", 4)
    source, told = sqlite_url(tmp_path), dict[str, list[int]]()
    fill(source)
    done: Transfer = transfer(
        source,
        f"sqlite:///{tmp_path / 'new.db'}",
        lambda table, rows, _: told.setdefault(table, []).append(rows),
    )

    assert told["alert"] == [0, 4, 8, 11]
    assert set(told) == set(metadata.tables)
    assert done.rows == ROWS * (len(metadata.tables) - 1)


def run(monkeypatch: pytest.MonkeyPatch, *words: str, given: str | None = None, **variables: str) -> Any:
    """A command, with these settings and no others."""
    for name in list(os.environ):
        if name.startswith("MUTUALS_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", "")
    for name, said in variables.items():
        monkeypatch.setenv(f"MUTUALS_{name}", said)
    return CliRunner().invoke(main.app, list(words), input=given)


async def copied_by_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, *more: str) -> Any:
    import asyncio

    source = await source_in(tmp_path)
    given = {"given": f"{target}\n", "to": "-"}
    words = ("db", "copy", "--to", given["to"], *more)
    return source, await asyncio.to_thread(
        run, monkeypatch, *words, given=given["given"], DATABASE_URL=source
    )


async def test_the_secrets_open_with_the_same_key_after_the_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, postgres: Postgres
):
    there = postgres.bare()
    source, done = await copied_by_command(tmp_path, monkeypatch, there)
    file = key_file(Path(source.removeprefix("sqlite:///")))

    assert done.exit_code == 0, done.output
    assert "The present key opens all 1 stored secret(s) in the copy." in done.output
    assert f"Set MUTUALS_SECRET_KEY to what the file {file} holds" in done.output
    store = await SqlStore.open(there, clock=FixedClock(START))
    vault = EncryptedSecretVault(store, open_box(SecretStr(file.read_text()), there), "x/main/")
    assert await vault.read("tokens") == {"access_token": "t0ken"}
    await store.close()


async def test_the_proof_is_printed_as_a_table_and_as_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "new.db"
    _, done = await copied_by_command(tmp_path, monkeypatch, f"sqlite:///{target}")
    lines = [" ".join(one.split()) for one in done.output.splitlines()]
    _, as_json = await copied_by_command(
        tmp_path / "..", monkeypatch, f"sqlite:///{tmp_path / 'other.db'}", "--json"
    )

    assert f"care_case {ROWS} {ROWS} yes" in lines
    assert any(one.startswith(f"{BRAND} {len(ODD)} ") and one.endswith(" yes") for one in lines)
    said = json.loads(as_json.stdout)
    assert said["ok"] is True
    assert {one["table"] for one in said["tables"]} == set(metadata.tables)
    anchored = json.loads((tmp_path / "new.db.anchor").read_text())["chains"]
    assert anchored[BRAND]["entries"] == len(ODD)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("mysql://u@h/n", "--to names mysql"),
        ("nothing", "--to is not a database URL"),
        ("sqlite://", "--to names no file"),
        ("postgresql://mutuals:s3cret@127.0.0.1:1/care", "does not answer. Start it, or correct --to"),
    ],
)
async def test_a_target_that_is_no_database_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, said: str
):
    _, done = await copied_by_command(tmp_path, monkeypatch, target)

    assert done.exit_code in {1, 2}
    assert said in done.output
    assert "s3cret" not in done.output


def test_every_table_can_be_copied_in_the_order_of_its_key():
    without: list[Table] = [one for one in metadata.sorted_tables if not one.primary_key.columns]
    numbered = [
        column
        for one in metadata.sorted_tables
        for column in one.columns
        if one.autoincrement_column is column
    ]

    assert without == []
    assert numbered == []  # else a sequence would have to be set
