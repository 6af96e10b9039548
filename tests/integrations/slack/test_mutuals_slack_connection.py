"""The watchdog: told once when Slack goes, once when it is back, and never a secret in the log."""

import pytest
import structlog

from mutuals_sandbox.faults import FaultKind
from mutuals_slack.connection import SlackConnection
from tests.support.cards import alert_card
from tests.support.present import present
from tests.support.slack_team import APP, BOT, Team
from tests.support.waiting import until

LOST, BACK = "slack.connection_lost", "slack.connection_restored"


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SlackConnection, "eye_seconds", 0.05)
    monkeypatch.setattr("mutuals_slack.connection.PING_SECONDS", 0.1)


async def test_a_silent_slack_is_logged_once_and_its_return_once(team: Team):
    with structlog.testing.capture_logs() as logs:
        await team.start()
        team.faults.plan(FaultKind.ERROR_BEFORE, "auth.test", times=3)
        await until(lambda: BACK in [line["event"] for line in logs])
    events = [line["event"] for line in logs]

    assert (events.count(LOST), events.count(BACK)) == (1, 1)


async def test_a_cut_socket_comes_back_by_itself_and_was_heard(team: Team):
    chat = await team.start()
    await until(lambda: chat._connection.last_heard)
    team.server.drop_sockets()
    await until(lambda: team.server.connections == 1)

    await until(lambda: present(present(chat._connection._handler).client.current_session).closed is False)
    assert await chat._connection.listening()


async def test_no_secret_and_no_text_is_logged_when_everything_fails(team: Team):
    with structlog.testing.capture_logs() as logs:
        chat = await team.start()
        ref = await chat.post(team.care, alert_card())
        team.server.revoke(BOT)
        await team.server.press(team.ana, ref.channel, ref.id, "mutuals:follow:2")
        await until(lambda: LOST in [line["event"] for line in logs])

    for secret in (BOT, APP, "My parcel never came"):
        assert secret not in str(logs)
