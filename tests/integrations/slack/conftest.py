"""A Slack on loopback, and our channel on it through the real slack-bolt."""

import os
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack import SlackServer
from tests.integrations.slack.slack_team import APP, BOT, SECRET, Team

RECORD = os.environ.get("MUTUALS_TEST_RECORD")  # a folder: keep every body, to look at with other validators


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    faults = Faults()
    server = SlackServer(
        bot_token=BOT,
        app_token=APP,
        signing_secret=SECRET,
        faults=faults,
        recorder=Recorder(Path(RECORD) / uuid.uuid4().hex if RECORD else None),
        per_channel_per_second=0,
    )
    await server.start()
    team = Team(server, faults)
    yield team
    for channel in team.started:
        await channel.stop()
    await server.stop()
