"""A team that leaves: the sign-in is void at X, everything that was kept is gone, and a receipt says so."""

import asyncio
import json
import stat
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from mutuals.cli import main
from mutuals.storage.ledger_anchor import place
from mutuals.storage.secrets.keyring import key_file
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, House, Open
from tests.support.databases import Postgres, postgres
from tests.unit.storage.test_transfer import tables_of

__all__ = ["postgres"]


async def leave(receipt: Path, *words: str, given: str = "delete\n") -> Any:
    return await asyncio.to_thread(
        lambda: CliRunner().invoke(main.app, ["leave", str(receipt), *words], input=given)
    )


def accepts(house: House) -> bool:
    """Does X still take the brand's tokens?"""
    return house.x._state.tokens.grant(house.access) is not None


async def answered(house: House) -> None:
    house.write("mia", COMPLAINT)
    await house.look()
    await house.reply(house.ana, await house.open_alert("mia"), "So sorry, a new one is coming!")


@pytest.mark.smoke
async def test_after_leaving_nothing_is_kept_and_x_takes_the_tokens_no_more(house: House, tmp_path: Path):
    await answered(house)
    receipt, file = tmp_path / "receipt.json", house.database
    running = await leave(receipt)
    await house.stop()
    unsure = await leave(receipt, given="yes\n")
    kept = file.exists() and accepts(house) and not receipt.exists()
    done = await leave(receipt)

    assert (running.exit_code, "Stop it everywhere first" in running.output) == (1, True)
    assert (unsure.exit_code, "Nothing was deleted." in unsure.output, kept) == (1, True, True)
    assert done.exit_code == 0, done.output
    assert not accepts(house)
    anchor = place(f"sqlite:///{file}", None)
    assert [one for one in (file, key_file(file), anchor) if one is not None and one.exists()] == []
    assert [one.name for one in file.parent.glob(f"{file.name}*")] == []
    said = json.loads(receipt.read_text())
    assert said["sign_ins"] == [
        {"network": "x", "account": "kettleco", "void": True, "said": "X has taken it back."}
    ]
    assert said["rows_deleted"]["alert"] == 1
    chain = next(one for name, one in said["ledger"].items() if name != "installation")
    assert (chain["entries"] >= 2, len(chain["last_hash"])) == (True, 64)
    assert stat.S_IMODE(receipt.stat().st_mode) == 0o600


async def test_while_x_can_not_take_the_sign_in_back_nothing_is_deleted_unless_it_is_meant(
    house: House, tmp_path: Path
):
    await house.stop()
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"POST /2/oauth2/revoke", times=9, status=503)

    refused = await leave(tmp_path / "first.json")
    kept = house.database.exists()
    forced = await leave(tmp_path / "second.json", "--without-signing-out", "--yes", given="")

    assert (refused.exit_code, kept, (tmp_path / "first.json").exists()) == (1, True, False)
    assert "not every sign-in is void" in refused.output
    assert forced.exit_code == 0, forced.output
    assert json.loads((tmp_path / "second.json").read_text())["sign_ins"][0]["void"] is False
    assert not house.database.exists()


async def test_a_receipt_never_replaces_a_file(house: House, tmp_path: Path):
    await house.stop()
    receipt = tmp_path / "receipt.json"
    receipt.write_text("mine")

    refused = await leave(receipt)

    assert (refused.exit_code, receipt.read_text()) == (1, "mine")
    assert house.database.exists()
    assert accepts(house)


async def test_a_postgresql_is_left_empty(open_house: Open, postgres: Postgres, tmp_path: Path):
    there = postgres.bare()
    house = await open_house(DATABASE_URL=there, SECRET_KEY="a key of sixteen or more for tests")
    await answered(house)
    await house.stop()

    done = await leave(tmp_path / "receipt.json", "--yes")

    assert done.exit_code == 0, done.output
    assert tables_of(there) == []
    assert "every table of Mutuals" in json.loads((tmp_path / "receipt.json").read_text())["deleted"][0]
