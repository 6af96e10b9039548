"""A team that began on SQLite moves to PostgreSQL: what waits goes on there, and nothing is told or sent twice."""

import asyncio
import os
from typing import Any

import pytest
from typer.testing import CliRunner

from mutuals.cli import main
from mutuals.storage.secrets.keyring import key_file
from tests.acceptance.alerts import copies
from tests.acceptance.house import COMPLAINT, House
from tests.support.databases import Postgres, postgres

__all__ = ["postgres"]


async def copied(target: str) -> Any:
    return await asyncio.to_thread(lambda: CliRunner().invoke(main.app, ["db", "copy", "--to", target]))


@pytest.mark.smoke
async def test_an_open_alert_is_answered_after_the_move_and_told_once(house: House, postgres: Postgres):
    there = postgres.bare()
    house.write("mia", COMPLAINT)
    await house.look()
    await house.open_alert("mia")
    refused = await copied(there)
    await house.stop()
    moved = await copied(there)
    key = key_file(house.database).read_text()
    moved_to = {"DATABASE_URL": there, "SECRET_KEY": key}

    assert refused.exit_code == 1
    assert "A running Mutuals uses" in refused.output
    assert moved.exit_code == 0, moved.output
    await house.restart_with(**moved_to)
    await house.later(minutes=1)
    assert copies(house, "@mia") == [1, 1]
    await house.reply(house.ana, await house.open_alert("mia"), "So sorry, a new one is coming!")
    await house.in_both("mia", "Replied by Ana")
    assert len(house.said_by_brand()) == 1
    assert os.environ["MUTUALS_DATABASE_URL"] == there
