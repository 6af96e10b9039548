"""A newcomer before a sandbox that is connected with nothing."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from mutuals_sandbox.environment import Environment
from tests.integrations.setup.newcomer import Newcomer, without_ours
from tests.support.browser import browser, chromium

__all__ = ["browser", "chromium", "environment", "newcomer"]


@pytest.fixture
async def environment() -> AsyncIterator[Environment]:
    """X, Slack and Discord; nobody has invited the bot, and Slack's app is in no channel."""
    made = await Environment.start()
    made.discord.invite_bot(inside=False)
    made.slack.space.channels[made.slack_channel].members.remove(made.slack.bot_user_id)
    yield made
    await made.stop()


@pytest.fixture
async def newcomer(
    environment: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Newcomer]:
    """Setup's page is open, and nothing is set."""
    for name in without_ours():
        monkeypatch.delenv(name)
    for name, value in Newcomer.variables(environment, tmp_path).items():
        monkeypatch.setenv(name, value)
    (tmp_path / "mutuals.toml").write_text("")
    made = Newcomer(environment, tmp_path)
    await made.start()
    yield made
    await made.leave()
