"""Somebody asks what is known of them: one command writes it down while the service runs."""

import asyncio
import json
import stat
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from mutuals.cli import main
from tests.acceptance.house import COMPLAINT, House


async def export(*words: str) -> Any:
    return await asyncio.to_thread(lambda: CliRunner().invoke(main.app, ["export", *words]))


@pytest.mark.smoke
async def test_all_that_is_kept_about_a_person_is_written_while_the_service_runs(
    house: House, tmp_path: Path
):
    house.write("mia", COMPLAINT)
    await house.look()
    await house.reply(house.ana, await house.open_alert("mia"), "So sorry, a new one is coming!")
    file = tmp_path / "mia.json"
    done, shown, nobody = await export("@mia", str(file)), await export("mia"), await export("@whoever")

    assert done.exit_code == 0, done.output
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    (found,) = json.loads(file.read_text())
    assert COMPLAINT in found["posts"][-1]["text"]
    assert all("So sorry, a new one is coming!" in one["text"] for one in found["ledger"])
    assert [one["entry"] for one in found["ledger"]] == ["began", "done"]
    assert {one["chat"] for one in found["messages"]} == {"slack", "discord"}
    assert json.loads(shown.stdout)[0]["id"] == found["id"]
    assert (nobody.exit_code, "Nothing is kept about @whoever for any brand." in nobody.output) == (1, True)
