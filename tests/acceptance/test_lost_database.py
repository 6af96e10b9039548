"""The database's file is deleted or replaced under the running service: said, and nothing more is written into nowhere."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mutuals.domain.errors import MutualsError
from mutuals.service import database_guard
from tests.acceptance.house import Open
from tests.support.waiting import until

LOST = "Mutuals lost its database"


def delete(file: Path) -> None:
    file.unlink()


def replace(file: Path) -> None:
    """Another file under the same name, as a restore by hand would put there."""
    copy = file.with_name("copy.db")
    shutil.copyfile(file, copy)
    copy.rename(file)


@pytest.mark.parametrize("harm", [delete, replace])
async def test_a_lost_file_is_said_once_in_each_chat_and_ends_the_service(
    open_house: Open, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Path], None]
):
    monkeypatch.setattr(database_guard, "LOST_SECONDS", 0.0)
    house = await open_house()
    harm(house.folder / "mutuals.db")

    await until(house.task.done)

    with pytest.raises(MutualsError, match="deleted or replaced"):
        house.task.result()
    told = {chat: [one for one in texts if LOST in one] for chat, texts in house.channel_texts().items()}
    assert {chat: len(texts) for chat, texts in told.items()} == {"slack": 1, "discord": 1}


@pytest.mark.smoke
async def test_a_file_that_was_only_moved_for_a_moment_ends_nothing(open_house: Open):
    house = await open_house()
    file = house.folder / "mutuals.db"
    file.rename(file.with_name("aside.db"))
    await house.service._sweeper.sweep()
    file.with_name("aside.db").rename(file)
    await house.service._sweeper.sweep()

    assert not house.task.done()
    assert not [one for texts in house.channel_texts().values() for one in texts if LOST in one]
