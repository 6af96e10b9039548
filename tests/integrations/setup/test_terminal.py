"""Setup without a browser: the same steps, typed into a real process."""

import os
import re
import subprocess
import sys
import threading
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integrations.setup.first_hour import CLIENT, PATIENCE, Backstage
from tests.integrations.setup.newcomer import Newcomer, without_ours

pytestmark = [pytest.mark.long, pytest.mark.timeout(300)]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Backstage]:
    made = Backstage(tmp_path)
    yield made
    made.close()


def typed(stage: Backstage, folder: Path, *lines: str) -> tuple[int, str]:
    """What `mutuals setup --terminal` says and ends with, for somebody who types these lines."""
    clean = {name: value for name, value in os.environ.items() if name not in without_ours()}
    variables = Newcomer.variables(stage.environment, folder)
    done = subprocess.run(
        [sys.executable, "-m", "mutuals", "setup", "--terminal"], cwd=folder, env=clean | variables, text=True,
        input="\n".join(lines) + "\n", capture_output=True, timeout=PATIENCE * 3, check=False,
    )  # fmt: skip
    assert done.stdout == ""
    return done.returncode, done.stderr


def test_a_chat_is_connected_by_typing_and_a_mistake_is_said(stage: Backstage, tmp_path: Path):
    tokens, slack = stage.environment.tokens, stage.environment.slack
    stage.run(slack.invite_app(stage.environment.slack_channel))

    status, said = typed(
        stage, tmp_path, "slack", "xoxp-not-this-one",
        f'"{tokens["MUTUALS_SLACK_BOT_TOKEN"]}"', tokens["MUTUALS_SLACK_APP_TOKEN"],
        "", "", "skip", "skip",
    )  # fmt: skip
    written = (tmp_path / "mutuals.toml").read_text()

    assert "replies and writes to nobody by itself" in said
    assert "That is a user's token" in said
    assert "Slack knows the app @mutuals" in said
    assert "the test alert is there" in said
    assert "free credits" in said
    assert "Everything so far is kept" in said
    assert f'MUTUALS_SLACK_CHANNEL = "{stage.environment.slack_channel}"' in written
    assert all(token not in said for token in tokens.values())
    assert status == 0


def test_who_stops_goes_on_the_next_time(stage: Backstage, tmp_path: Path):
    typed(stage, tmp_path, "x discord", "quit")
    _, said = typed(stage, tmp_path, "quit")

    assert "Which ones?" not in said
    assert "Discord: Make a bot and copy its token" in said


def test_the_consent_is_given_in_a_browser_elsewhere(stage: Backstage, tmp_path: Path):
    """The address that the terminal shows is opened by whoever sits there."""
    clean = {name: value for name, value in os.environ.items() if name not in without_ours()}
    process = subprocess.Popen(
        [sys.executable, "-m", "mutuals", "setup", "--terminal"], cwd=tmp_path, text=True, bufsize=1,
        env=clean | Newcomer.variables(stage.environment, tmp_path) | {"PYTHONUNBUFFERED": "1"},
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stderr is not None
    process.stdin.write(f"discord\nskip\nskip\nskip\n{CLIENT}\n\n\n")
    process.stdin.flush()
    ending = threading.Timer(PATIENCE, process.kill)
    ending.start()
    said = ""
    for line in process.stderr:
        said += line
        if found := re.search(r"http://\S+/i/oauth2/authorize\S+", line):
            asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(found[0]).query))
            form = asked | {"as": stage.environment.cast.brand, "decision": "authorize"}
            data = urllib.parse.urlencode(form).encode()
            with urllib.request.urlopen(found[0].partition("?")[0], data) as answer:
                assert b"You are signed in" in answer.read()
    process.wait(20)
    ending.cancel()

    assert "X knows you as @" in said
    assert process.returncode == 0
