"""Which version runs, and what is said when the database is newer or older than it."""

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mutuals.domain.errors import MutualsError
from mutuals.service import doctor
from mutuals.service.bootstrap import Settings
from mutuals.service.health import OTHER_SHAPE, degraded
from mutuals.storage.schema.revision import HEAD, REVISIONS
from tests.acceptance.house import House
from tests.acceptance.test_commands_of_the_shell import mutuals
from tests.support.databases import sqlite_url

NEWER = "9999"
OLDER = REVISIONS[-2]


def reshape(file: Path, revision: str) -> None:
    """Have the database say that another version has written it."""
    with closing(sqlite3.connect(file, timeout=20)) as database:
        database.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        database.commit()


@pytest.mark.smoke
async def test_status_in_the_chats_says_when_another_version_has_changed_the_database(house: House):
    reshape(house.database, NEWER)
    newer = await house.command(house.ana, "status")
    ready = await degraded(house.service.ctx, house.service._installation.store)
    reshape(house.database, OLDER)
    older = await house.command(house.ana, "status")
    reshape(house.database, HEAD)
    present = await house.command(house.ana, "status")

    assert f"A newer version of Mutuals has changed the database (its shape is {NEWER}" in newer
    assert "update it everywhere" in newer
    assert OTHER_SHAPE in ready
    assert f"an older shape ({OLDER}" in older
    assert "start it again" in older
    assert "shape" not in present


async def test_a_service_refuses_a_newer_database_in_words_and_changes_nothing(house: House):
    await house.stop()
    reshape(house.database, NEWER)

    with pytest.raises(MutualsError, match=r"written by a newer version of Mutuals .*Nothing was changed\."):
        await house.start()
    with closing(sqlite3.connect(house.database)) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchone() == (NEWER,)
    reshape(house.database, HEAD)
    await house.start(known=True)


async def test_the_doctor_says_that_it_brought_an_older_database_up(house: House):
    await house.stop()
    before = doctor._shape(OLDER)
    present = [one for one in await doctor.examine(Settings.read()) if one.title == "Database"]

    assert [one.said for one in present] == ["Opens, and has the present shape."]
    assert (
        before
        == f"Opens. Its shape was older ({OLDER}) and was brought to the present one ({HEAD}) just now."
    )
    await house.start(known=True)


def status(file: Path, *words: str) -> tuple[int, str]:
    done = mutuals("status", *words, MUTUALS_DATABASE_URL=f"sqlite:///{file}", MUTUALS_SETTINGS_FILE="")
    return done.exit_code, done.stdout


@pytest.mark.parametrize(
    ("revision", "code", "said"),
    [
        (HEAD, 0, "It is the one that this version needs."),
        (OLDER, 0, f"The next start brings it to {HEAD} in one transaction. Before that, make a backup"),
        (NEWER, 1, f"this one knows {HEAD} at most and does not start on it"),
    ],
)
def test_the_command_says_whether_program_and_database_fit_and_changes_nothing(
    tmp_path: Path, revision: str, code: int, said: str
):
    sqlite_url(tmp_path)
    file = tmp_path / "mutuals.db"
    reshape(file, revision)
    before = file.read_bytes()

    ended, words = status(file)

    assert (ended, said in words) == (code, True)
    assert words.startswith("Mutuals 0.")
    assert "No Mutuals runs on it now." in words
    assert file.read_bytes() == before


def test_where_there_is_no_database_the_command_makes_none(tmp_path: Path):
    file = tmp_path / "none" / "mutuals.db"
    ended, words = status(file)

    assert (ended, "The first start makes it." in words) == (0, True)
    assert not file.parent.exists()


async def test_the_command_names_a_running_service_and_its_brands_also_for_machines(house: House):
    ended, words = await asyncio.to_thread(status, house.database)
    _, as_json = await asyncio.to_thread(status, house.database, "--json")
    said = json.loads(as_json)

    assert ended == 0
    assert "A Mutuals runs on it now." in words
    assert "@kettleco on X: watched, last look (UTC): 20" in words
    assert (said["runs"], said["database"]["state"], said["brands"][0]["handle"]) == (
        True,
        "present",
        "kettleco",
    )
