"""The walk as a whole: what is chosen, what is kept, and where it goes on."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mutuals.domain.errors import SettingsError
from mutuals.setup.draft import Draft
from mutuals.setup.finish import Outcome
from mutuals.setup.practice import RUNS_ALREADY
from mutuals.setup.run import draft_of_here
from mutuals.storage.process_lock import ProcessLock
from tests.integrations.setup.newcomer import Newcomer

TOKENS = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "DISCORD_BOT_TOKEN")


@pytest.mark.parametrize("chosen", [(), ("x",), ("slack",), ("slack", "discord"), ("nobody",)])
async def test_a_network_without_a_chat_or_the_reverse_is_no_choice(
    newcomer: Newcomer, chosen: tuple[str, ...]
):
    page = await newcomer.choose(*chosen)

    assert "at least one network and one chat" in page.mistakes


async def test_the_first_page_says_what_will_never_happen_before_anything_is_asked(newcomer: Newcomer):
    page = await newcomer.open()

    assert page.path == "start"
    assert "replies and writes to nobody by itself" in page.says
    assert '<input type="checkbox" id="part-x" name="part" value="x" checked>' in page.html


async def test_closed_in_the_middle_it_goes_on_where_it_was_and_no_token_is_asked_twice(newcomer: Newcomer):
    await newcomer.choose("x", "slack", "discord")
    await newcomer.discord_token()
    await newcomer.leave()
    await newcomer.start()

    page = await newcomer.open()

    assert page.path == "step/discord/channel"
    assert newcomer.discord.bot_id in page.html


async def test_steps_may_be_done_in_another_order(newcomer: Newcomer):
    await newcomer.choose("x", "slack", "discord")
    page = await newcomer.slack_tokens()

    assert page.path == "step/slack/channel"
    assert (await newcomer.open()).path == "step/discord/token"


async def test_nothing_secret_is_shown_logged_or_remembered(
    newcomer: Newcomer, capfd: pytest.CaptureFixture[str]
):
    await newcomer.choose("x", "slack", "discord")
    await newcomer.discord_token()
    await newcomer.slack_tokens()
    shown = ""
    for path in (
        "start",
        "step/discord/token",
        "step/discord/channel",
        "step/slack/app",
        "step/slack/clicks",
        "finish",
    ):
        shown += (await newcomer.open(path)).html
    written = [one.read_text() for one in newcomer.folder.glob(".mutuals*")]
    said = "".join(capfd.readouterr())

    for name in TOKENS:
        for text in (shown, said, *written):
            assert newcomer.token(name) not in text
    assert written
    assert stat.S_IMODE((newcomer.folder / "mutuals.toml").stat().st_mode) == 0o600


async def test_a_variable_of_the_environment_that_would_win_is_said(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
):
    await newcomer.choose("x", "discord")
    monkeypatch.setenv("MUTUALS_DISCORD_BOT_TOKEN", "other.token.here")

    page = await newcomer.discord_token()

    assert "MUTUALS_DISCORD_BOT_TOKEN is set in the environment" in page.mistakes
    assert newcomer.settings == {}


async def test_a_file_that_is_broken_meanwhile_is_said_and_not_lost(newcomer: Newcomer):
    await newcomer.choose("x", "discord")
    file = newcomer.folder / "mutuals.toml"
    file.write_text("MUTUALS_DISCORD_CHANNEL = “care”\n")

    for page in (await newcomer.open(), await newcomer.open("finish"), await newcomer.discord_token()):
        assert "mutuals.toml can't be read" in page.says
        assert page.status == 500
    assert file.read_text() == "MUTUALS_DISCORD_CHANNEL = “care”\n"


async def test_what_was_begun_can_not_be_left_out_without_a_word(newcomer: Newcomer):
    await newcomer.choose("x", "discord")
    await newcomer.discord_token()

    page = await newcomer.open("start")

    assert "begun already" in page.says
    assert 'value="discord" checked disabled' in page.html


async def test_the_end_lists_what_is_open_and_does_not_start(newcomer: Newcomer):
    await newcomer.choose("x", "discord")
    page = await newcomer.open("finish")
    refused = await newcomer.send("finish", run="1")

    assert "Discord: Make a bot and copy its token" in page.says
    assert "Start watching" not in page.html
    assert "Something is missing still" in refused.mistakes
    assert newcomer.page.outcome is Outcome.LEFT


async def test_another_time_is_fine_too(newcomer: Newcomer):
    page = await newcomer.send("finish", later="1")

    assert "run mutuals setup again" in page.says
    assert newcomer.page.outcome is Outcome.LATER


async def test_who_presses_ctrl_c_after_the_last_press_starts_nothing(newcomer: Newcomer):
    newcomer.page.outcome = Outcome.RUN
    newcomer.page.leave()

    assert newcomer.page.over.is_set()
    assert newcomer.page.outcome is Outcome.LEFT


async def test_no_test_alert_while_mutuals_runs_on_the_same_database(newcomer: Newcomer):
    await newcomer.choose("x", "discord")
    await newcomer.discord_token()
    newcomer.discord.invite_bot()
    lock = ProcessLock.acquire(Draft().settings().core.database_url, "X")

    page = await newcomer.send("step/discord/channel", channel=newcomer.environment.discord_channel)
    lock.release()

    assert RUNS_ALREADY in page.says


def test_a_settings_file_that_is_named_and_not_there_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", str(tmp_path / "new.toml"))

    draft_of_here()

    assert stat.S_IMODE((tmp_path / "new.toml").stat().st_mode) == 0o600


def test_settings_that_nobody_could_use_are_said_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "mutuals.toml"
    file.write_text('MUTUALS_POLL_SECONDS = "soon"\n')
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", str(file))

    with pytest.raises(SettingsError, match="MUTUALS_POLL_SECONDS is not usable"):
        draft_of_here()


def test_a_memory_that_is_broken_is_no_memory(tmp_path: Path):
    for text in ("", "[]", '{"chosen": 3}', json.dumps({"chosen": ["x", 4]})):
        (tmp_path / ".mutuals-setup.json").write_text(text)

        assert set(Draft(tmp_path / "mutuals.toml").memory.chosen) <= {"x", "4"}


def check(tmp_path: Path, text: str, **variables: str) -> subprocess.CompletedProcess[str]:
    (tmp_path / "mutuals.toml").write_text(text)
    (tmp_path / "mutuals.toml").chmod(0o600)
    given = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), **variables}
    return subprocess.run(
        [sys.executable, "-m", "mutuals", "setup", "--check"], cwd=tmp_path, env=given, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


@pytest.mark.long
def test_the_check_without_anything_says_what_is_missing_and_ends_well(tmp_path: Path):
    found = check(tmp_path, "")

    assert found.returncode == 0
    assert "X is not configured" in found.stderr
    assert "Slack is not configured: MUTUALS_SLACK_BOT_TOKEN" in found.stderr
    assert "What can be checked without asking anybody is fine." in found.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["mutuals.toml"]


@pytest.mark.long
def test_the_check_says_what_is_configured_and_asks_nobody(tmp_path: Path):
    dead = "http://127.0.0.1:9"
    found = check(
        tmp_path,
        'MUTUALS_DISCORD_BOT_TOKEN = "a.b.c"\nMUTUALS_DISCORD_CHANNEL = "1"\nMUTUALS_X_CLIENT_ID = "abcdefgh"\n'
        'MUTUALS_X_ACCESS_TOKEN = "abcdefgh"\n',
        HTTPS_PROXY=dead, HTTP_PROXY=dead,
    )  # fmt: skip

    assert found.returncode == 0
    assert "Discord is configured." in found.stderr
    assert "X is configured." in found.stderr


@pytest.mark.long
def test_the_check_of_broken_settings_ends_with_status_2_and_names_each(tmp_path: Path):
    found = check(tmp_path, 'MUTUALS_POLL_SECONDS = "soon"\nMUTUALS_SLAK_CHANNEL = "#care"\n')

    assert found.returncode == 2
    assert "MUTUALS_POLL_SECONDS is not usable" in found.stderr
    assert "Did you mean MUTUALS_SLACK_CHANNEL?" in found.stderr
