"""`mutuals run` and `mutuals doctor`, as somebody types them."""

import asyncio
import io
import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
import structlog
from rich.console import Console
from typer.testing import CliRunner, Result

from mutuals.cli import main
from mutuals.service import doctor
from mutuals.service.bootstrap import Settings
from tests.acceptance.house import House


def mutuals(*words: str, **variables: str) -> Result:
    """Run a command in this process, with no variable of ours but these."""
    clean: dict[str, str | None] = {key: None for key in os.environ if key.startswith("MUTUALS_")}
    root = logging.getLogger()
    kept, level = root.handlers[:], root.level
    try:
        return CliRunner().invoke(main.app, list(words), env=clean | variables)
    finally:
        root.handlers[:] = kept
        root.setLevel(level)
        structlog.reset_defaults()


def test_the_command_is_installed_and_explains_itself():
    done = subprocess.run(
        [sys.executable, "-m", "mutuals", "--help"], capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode == 0
    assert all(word in done.stdout for word in ("run", "doctor", "connect", "demo"))


@pytest.mark.smoke
def test_run_without_settings_ends_with_status_2_and_names_the_variables(tmp_path: Path):
    done = mutuals(
        "run",
        MUTUALS_DATABASE_URL=f"sqlite:///{tmp_path / 'm.db'}",
        MUTUALS_SETTINGS_FILE="",
    )

    assert done.exit_code == 2
    for name in (
        "MUTUALS_SLACK_BOT_TOKEN",
        "MUTUALS_SLACK_CHANNEL",
        "MUTUALS_DISCORD_BOT_TOKEN",
        "MUTUALS_DISCORD_CHANNEL",
    ):
        assert name in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.smoke
@pytest.mark.parametrize(
    ("client", "said"),
    [
        ("", "X is not connected. Set MUTUALS_X_CLIENT_ID, then run: mutuals connect x"),
        ("an-id", "X is not connected. Run: mutuals connect x"),
    ],
    ids=["without a client id", "with one"],
)
def test_run_and_the_doctor_say_what_x_needs_in_its_order(tmp_path: Path, client: str, said: str):
    variables = {
        "MUTUALS_DATABASE_URL": f"sqlite:///{tmp_path / 'm.db'}",
        "MUTUALS_SETTINGS_FILE": "",
        "MUTUALS_X_CLIENT_ID": client,
    }
    run = mutuals("run", **variables)
    seen = mutuals("doctor", "--json", **variables)
    account = next(one for one in json.loads(seen.stdout)["checks"] if one["title"] == "X account")

    assert said in run.stderr
    assert f"{account['said']} {account['next_step']}" == said
    assert "ACCESS_TOKEN" not in str(account)


@pytest.mark.smoke
def test_a_brand_that_can_not_be_added_leaves_a_next_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    done = mutuals(
        "brand", "add", MUTUALS_DATABASE_URL=f"sqlite:///{tmp_path / 'm.db'}", MUTUALS_SETTINGS_FILE="",
    )  # fmt: skip

    assert done.exit_code == 1
    assert "MUTUALS_X_CLIENT_ID is missing" in done.stderr
    assert "No brand was added. Correct this, then run the command again." in done.stderr


@pytest.mark.smoke
def test_run_without_x_says_how_to_sign_in(tmp_path: Path):
    done = mutuals(
        "run", MUTUALS_DATABASE_URL=f"sqlite:///{tmp_path / 'm.db'}", MUTUALS_SETTINGS_FILE="",
        MUTUALS_SLACK_BOT_TOKEN="xoxb-1", MUTUALS_SLACK_APP_TOKEN="xapp-1", MUTUALS_SLACK_CHANNEL="#care",
    )  # fmt: skip

    assert done.exit_code == 2
    assert "mutuals connect x" in done.stderr
    assert "MUTUALS_X_CLIENT_ID" in done.stderr


@pytest.mark.smoke
def test_every_mistake_in_the_settings_is_told_at_once(tmp_path: Path):
    done = mutuals("run", MUTUALS_POLL_SECONDS="soon", MUTUALS_DAILY_DOLLARS="-1", MUTUALS_X_HEADERS="{secret-xyz",
                   MUTUALS_DISCORD_MENTION="ben", MUTUALS_SETTINGS_FILE="")  # fmt: skip

    assert done.exit_code == 2
    for name in (
        "MUTUALS_POLL_SECONDS",
        "MUTUALS_DAILY_DOLLARS",
        "MUTUALS_X_HEADERS",
        "MUTUALS_DISCORD_MENTION",
    ):
        assert name in done.stderr
    assert "secret-xyz" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("db", "restored"),
        ("db", "backup", "copy"),
        ("ledger", "verify"),
        ("ledger", "export", "-"),
        ("secrets", "rotate"),
    ],
    ids=" ".join,
)
def test_a_command_about_a_database_that_is_not_there_makes_none(tmp_path: Path, words: tuple[str, ...]):
    file = tmp_path / "elsewhere" / "m.db"

    done = mutuals(*words, MUTUALS_DATABASE_URL=f"sqlite:///{file}", MUTUALS_SETTINGS_FILE="")

    assert done.exit_code == 1
    assert f"There is no database at {file}" in done.stderr
    assert "MUTUALS_DATABASE_URL" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ("doctor",),
        ("brand", "list"),
        ("ledger", "verify"),
        ("db", "upgrade"),
        ("db", "restore", "copy"),
    ],
    ids=" ".join,
)
def test_a_command_that_ends_does_not_say_that_it_tries_the_database_again(words: tuple[str, ...]):
    done = mutuals(
        *words, MUTUALS_DATABASE_URL="postgresql://mutuals:hunter2@127.0.0.1:1/mutuals", MUTUALS_SETTINGS_FILE="",
        MUTUALS_SECRET_KEY="sixteen letters or more",
    )  # fmt: skip

    assert done.exit_code == 1
    assert "127.0.0.1:1 does not answer. Start it" in done.stderr
    assert "tries again" not in done.output
    assert "hunter2" not in done.output


async def test_the_doctor_finds_everything_well_in_words(house: House):
    await house.stop()

    checks = await doctor.examine(Settings.read())

    out = Console(record=True, width=120, file=io.StringIO())
    doctor.show(checks, out)
    text = out.export_text()
    assert [one.title for one in checks if not one.ok] == []
    assert "Everything works." in text
    assert "kettleco" in text


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-wrong"}, "Slack"),
        ({"SLACK_CHANNEL": "#nowhere"}, "#nowhere"),
        ({"DISCORD_BOT_TOKEN": "wrong"}, "token"),
        ({"DISCORD_CHANNEL": "#nowhere"}, "#nowhere"),
        ({"DISCORD_ROLE": "No such role"}, "MUTUALS_DISCORD_ROLE"),
        ({"X_ACCESS_TOKEN": "wrong", "X_REFRESH_TOKEN": None}, "mutuals connect x"),
        (
            {"X_API_URL": "http://127.0.0.1:1"},
            "Let this machine reach 127.0.0.1:1, then run the doctor again",
        ),
        ({"SLACK_API_URL": "http://127.0.0.1:1/api/"}, "Let this machine reach 127.0.0.1:1, then run"),
        (
            {"DISCORD_API_URL": "http://127.0.0.1:1/api/v10"},
            "Let this machine reach 127.0.0.1:1 and 127.0.0.1:",
        ),
    ],
    ids=[
        "slack token",
        "slack channel",
        "discord token",
        "discord channel",
        "discord role",
        "x token",
        "x away",
        "slack away",
        "discord away",
    ],
)
async def test_the_doctor_says_what_is_wrong_and_what_to_do(
    house: House, change: dict[str, str | None], word: str
):
    await house.stop()
    house.environment(**change)

    checks = await doctor.examine(Settings.read())

    bad = [one for one in checks if not one.ok]
    assert bad
    assert any(word in f"{one.title} {one.said} {one.next_step}" for one in bad)
    assert all(one.next_step for one in bad)
    assert "tries again" not in str(bad)
    assert "wrong" not in str([one.said for one in bad if "token" in word])


async def test_the_doctor_speaks_json_and_ends_with_a_status(house: House):
    await house.stop()
    variables = {key: value for key, value in os.environ.items() if key.startswith("MUTUALS_")}
    good = await asyncio.to_thread(mutuals, "doctor", "--json", **variables)
    bad = await asyncio.to_thread(
        mutuals, "doctor", "--json", **variables | {"MUTUALS_SLACK_CHANNEL": "#nowhere"}
    )

    assert (good.exit_code, json.loads(good.stdout)["ok"]) == (0, True), good.stdout + good.stderr
    assert (bad.exit_code, json.loads(bad.stdout)["ok"]) == (1, False)
    assert {"ok", "title", "said", "next_step"} <= set(json.loads(bad.stdout)["checks"][0])
