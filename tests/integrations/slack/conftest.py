"""A Slack on loopback, and our chat on it through the real slack-bolt."""

from collections.abc import AsyncIterator

import pytest

from tests.support.slack_team import Team, open_team


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    async with open_team() as opened:
        yield opened
