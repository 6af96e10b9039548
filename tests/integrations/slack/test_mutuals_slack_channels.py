"""A channel given by its name is found in a workspace of any size, however often Slack asks to go slower."""

from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from mutuals.domain.errors import RefusalReason, Refused, TryAgain
from mutuals.domain.model import MessageRef
from mutuals_sandbox.faults import FaultKind
from mutuals_slack import channels
from mutuals_slack.channels import ChannelDirectory
from mutuals_slack.client import Api
from tests.support.cards import alert_card
from tests.support.slack_team import Team


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channels, "LISTED", 10)


def crowd(team: Team, count: int) -> None:
    for number in range(count):
        team.server.add_channel(f"room-{number}", bot_member=False)


def lists(team: Team) -> list[str]:
    return [line for _, line in team.faults.struck]


@pytest.mark.usefixtures("small_pages")
async def test_the_search_goes_on_where_slack_stopped_it(team: Team):
    crowd(team, 95)
    wanted = team.server.add_channel("far-away", bot_member=False)
    api = Api(team.settings())
    found = ChannelDirectory(api)
    refusals: list[TryAgain] = []
    for _ in range(40):  # every second page is refused
        team.faults.clear()
        team.faults.plan(FaultKind.SLOW, "conversations", seconds=0.0)
        team.faults.plan(FaultKind.RATE_LIMITED, "conversations", seconds=7)
        try:
            where = await found.resolve("#far-away")
        except TryAgain as error:
            refusals.append(error)
        else:
            break
    await api.close()

    assert where == wanted
    assert 5 <= len(refusals) <= 15
    assert all(one.retry_after == 7 and one.too_fast for one in refusals)
    assert all("read so far" in str(one) and "id needs no search" in str(one) for one in refusals)


@pytest.mark.usefixtures("small_pages")
async def test_a_channel_that_the_app_is_in_is_found_without_reading_all_of_the_workspace(team: Team):
    crowd(team, 50)
    wanted = team.server.add_channel("late-care")
    team.faults.plan(FaultKind.SLOW, "conversations.list", times=99, seconds=0.0)
    api = Api(team.settings())

    assert await ChannelDirectory(api).resolve("late-care") == wanted
    await api.close()

    assert lists(team) == []


async def test_a_name_that_is_not_there_is_said_with_the_way_around_and_found_once_it_is(team: Team):
    api = Api(team.settings())
    found = ChannelDirectory(api)

    with pytest.raises(Refused, match=r"no channel #nowhere.*id needs no search"):
        await found.resolve("#nowhere")
    made = team.server.add_channel("nowhere")

    assert await found.resolve("#nowhere") == made
    await api.close()


async def test_a_channel_that_was_deleted_and_made_anew_is_found_under_its_name(team: Team):
    chat = await team.start()
    await chat.post("#care", alert_card())
    del team.server.space.channels[team.care]
    made = team.server.add_channel("care")
    with pytest.raises(Refused):
        await chat.post("#care", alert_card())

    assert (await chat.post("#care", alert_card())).channel == made


async def posted_then_buried(team: Team, count: int) -> tuple[Api, ChannelDirectory, MessageRef, datetime]:
    """An alert, and so many messages after it."""
    since = datetime.now(UTC)
    chat = await team.start()
    ref = await chat.post(team.care, alert_card())
    for number in range(count):
        await team.server.say(team.ana, team.care, f"hello {number}")
    api = Api(team.settings())
    return api, ChannelDirectory(api), ref, since


async def test_the_search_for_a_message_goes_on_where_slack_stopped_it(
    team: Team, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(channels, "PAGE", 10)
    api, found, ref, since = await posted_then_buried(team, 95)
    refusals, tries, where = 0, 0, None
    while where is None and tries < 40:  # every second page is refused
        tries += 1
        team.faults.clear()
        team.faults.plan(FaultKind.SLOW, r"conversations\.history", seconds=0.0)
        team.faults.plan(FaultKind.RATE_LIMITED, r"conversations\.history", seconds=7)
        try:
            where = await found.find(team.care, alert_card().key, since)
        except TryAgain:
            refusals += 1
    await api.close()

    assert where == ref
    assert 5 <= refusals <= 15


async def test_a_message_is_found_behind_more_than_a_thousand_others(team: Team):
    api, found, ref, since = await posted_then_buried(team, 1_100)
    where = await found.find(team.care, alert_card().key, since)
    await api.close()

    assert where == ref


async def test_a_search_that_is_given_up_is_said_and_begins_anew_the_next_time(
    team: Team, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(channels, "PAGE", 10)
    monkeypatch.setattr(channels, "SEARCH_PAGES", 3)
    api, found, ref, since = await posted_then_buried(team, 95)
    with capture_logs() as logs, pytest.raises(Refused, match="More than 30 messages") as refused:
        await found.find(team.care, alert_card().key, since)
    monkeypatch.setattr(channels, "SEARCH_PAGES", 30)
    where = await found.find(team.care, alert_card().key, since)
    await api.close()

    assert refused.value.because is RefusalReason.CHANNEL
    assert [one["event"] for one in logs] == ["slack.search_given_up"]
    assert where == ref
