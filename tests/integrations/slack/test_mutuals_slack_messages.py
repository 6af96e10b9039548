"""Posting, redrawing and finding messages, through the real client over a socket."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mutuals.cards.markup import Tone
from mutuals.domain.errors import NotAuthorized, RefusalReason, Refused, TryAgain
from mutuals.domain.model import AlertKind, MessageRef
from mutuals.ports.integration import Mountable
from mutuals_sandbox.faults import FaultKind
from tests.support.cards import NASTY, alert_card, blocks_text
from tests.support.slack_team import APP, BOT, Team

POST = "chat.postMessage"


def just_now() -> datetime:
    return datetime.now(UTC) - timedelta(seconds=5)


async def test_an_alert_is_posted_and_redrawn_in_place(team: Team):
    chat = await team.start()
    ref = await chat.post(chat._settings.channel_for(AlertKind.CARE), alert_card())
    await chat.edit(ref, alert_card(version=2, tone=Tone.DONE, headline="Answered by Bo", buttons=()))

    (shown,) = team.messages()
    assert shown["ts"] == ref.id
    assert shown["blocks"][0]["text"]["text"] == "✅ Answered by Bo"


async def test_a_history_stays_in_its_thread_and_an_escalation_stands_in_the_channel_too(team: Team):
    chat = await team.start()
    parent = await chat.post(team.care, alert_card())
    await chat.post(team.care, alert_card(key="history/1", in_thread=True), reply_to=parent)
    escalation = await chat.post(team.care, alert_card(key="escalation/1/1"), reply_to=parent)

    (channel,) = (one for one in team.server.snapshot(team.ana)["channels"] if one["id"] == team.care)
    assert [one["ts"] for one in channel["messages"]] == [parent.id, escalation.id]
    assert len(channel["messages"][0]["replies"]) == 2


async def test_the_channel_can_be_given_by_name_and_fans_can_go_elsewhere(team: Team):
    fans = team.server.add_channel("fans")
    chat = await team.start(fans_channel="#fans")

    care_ref = await chat.post(chat._settings.channel_for(AlertKind.CARE), alert_card())
    fans_ref = await chat.post(chat._settings.channel_for(AlertKind.FAN), alert_card())

    assert (care_ref.channel, fans_ref.channel) == (team.care, fans)


async def test_without_a_fans_channel_fans_go_to_the_one_channel(team: Team):
    chat = await team.start(channel=team.care)

    assert chat._settings.channel_for(AlertKind.FAN) == team.care


async def test_an_answer_goes_into_the_thread(team: Team):
    chat = await team.start()
    parent = await chat.post(team.care, alert_card())
    reply = await chat.post(team.care, alert_card(key="escalation/1/1"), reply_to=parent)

    shown = next(m for m in team.messages() if m["ts"] == reply.id)
    assert shown["thread_ts"] == parent.id


@pytest.mark.parametrize(
    ("mention", "markup"), [("U0BOSS1", "<@U0BOSS1>"), ("S0CARE1", "<!subteam^S0CARE1>"), ("here", "<!here>")]
)
async def test_an_escalation_mentions_whom_the_settings_say(team: Team, mention: str, markup: str):
    chat = await team.start(mention=mention)
    await chat.post(team.care, alert_card(ping=True))
    await chat.post(team.care, alert_card(key="alert/2"))

    loud, calm = team.messages()
    assert markup in loud["text"]
    assert markup in blocks_text(loud["blocks"])
    assert markup not in blocks_text(calm)


async def test_a_strangers_mention_stays_text(team: Team):
    chat = await team.start()
    await chat.post(team.care, alert_card(headline=NASTY, summary=NASTY))

    (shown,) = team.messages()
    assert "<!channel>" not in shown["text"]
    assert "<@U123>" not in shown["text"]
    assert "&lt;!channel&gt;" in shown["text"]


async def test_a_lost_reply_is_not_repeated_and_the_message_is_found(team: Team):
    chat = await team.start()
    team.faults.plan(FaultKind.LOST_REPLY, POST)
    with pytest.raises(TryAgain) as caught:
        await chat.post(team.care, alert_card())
    found = await chat.find(team.care, alert_card().key, just_now())

    assert caught.value.ambiguous
    (shown,) = team.messages()
    assert found == MessageRef("slack", team.care, shown["ts"])


async def test_an_answer_in_the_thread_of_an_old_alert_is_found(team: Team):
    chat = await team.start()
    parent = await chat.post(team.care, alert_card())
    reply = await chat.post(team.care, alert_card(key="escalation/1/1"), reply_to=parent)

    assert await chat.find(team.care, "escalation/1/1", just_now(), reply_to=parent) == reply


async def test_what_never_arrived_is_not_found(team: Team):
    chat = await team.start()
    team.faults.plan(FaultKind.ERROR_BEFORE, POST)
    with pytest.raises(TryAgain) as caught:
        await chat.post(team.care, alert_card())

    assert caught.value.ambiguous
    assert await chat.find(team.care, alert_card().key, just_now()) is None


async def test_another_authors_message_with_our_key_is_not_taken_for_ours(team: Team):
    chat = await team.start()
    ref = await chat.post(team.care, alert_card())
    team.server.space.channels[team.care].messages[ref.id].user = team.ana

    assert await chat.find(team.care, alert_card().key, just_now()) is None


async def test_an_error_after_the_commit_is_ambiguous(team: Team):
    chat = await team.start()
    team.faults.plan(FaultKind.ERROR_AFTER, POST)
    with pytest.raises(TryAgain) as caught:
        await chat.post(team.care, alert_card())

    assert caught.value.ambiguous
    assert await chat.find(team.care, alert_card().key, just_now()) is not None


async def test_a_limit_says_how_long_to_wait_and_is_not_ambiguous(team: Team):
    chat = await team.start()
    team.faults.plan(FaultKind.RATE_LIMITED, POST, seconds=7)
    with pytest.raises(TryAgain) as caught:
        await chat.post(team.care, alert_card())

    assert caught.value.retry_after == 7
    assert not caught.value.ambiguous


async def test_a_server_that_is_not_there_is_not_ambiguous(team: Team):
    chat = await team.start()
    await chat.stop()
    await team.server.stop()
    with pytest.raises(TryAgain) as caught:
        await chat.post(team.care, alert_card())
    await chat.stop()

    assert not caught.value.ambiguous


async def test_a_revoked_token_is_said_without_the_token(team: Team):
    chat = await team.start()
    team.server.revoke(BOT)
    with pytest.raises(NotAuthorized, match="revoked") as caught:
        await chat.post(team.care, alert_card())

    assert BOT not in str(caught.value)


@pytest.mark.parametrize("wrong", [{"bot_token": "xoxb-wrong"}, {"app_token": "xapp-wrong"}])
async def test_a_wrong_token_stops_the_start_with_a_sentence(team: Team, wrong: dict[str, str]):
    with pytest.raises(NotAuthorized, match="does not accept the token"):
        await team.start(**wrong)


async def test_a_missing_channel_is_said_by_name_and_does_not_stop_the_start(team: Team):
    chat = await team.start(channel="#nowhere")
    with pytest.raises(Refused, match="#nowhere") as caught:
        await chat.post(chat._settings.channel_for(AlertKind.CARE), alert_card())

    assert caught.value.because is RefusalReason.CHANNEL


async def test_a_channel_made_later_is_found_with_the_next_post(team: Team):
    chat = await team.start(channel="#later")
    later = team.server.add_channel("later")
    ref = await chat.post(chat._settings.channel_for(AlertKind.CARE), alert_card())

    assert ref.channel == later
    assert chat._settings.channel_for(AlertKind.CARE) == "#later"


async def test_a_channel_without_the_app_or_archived_is_refused_by_place(team: Team):
    chat = await team.start()
    outside = team.server.add_channel("outside", bot_member=False)
    archived = team.server.add_channel("attic", archived=True)
    for channel, words in [(outside, "not in this Slack channel"), (archived, "archived")]:
        with pytest.raises(Refused, match=words) as caught:
            await chat.post(channel, alert_card())
        assert caught.value.because is RefusalReason.CHANNEL


async def test_a_history_that_is_closed_to_us_is_refused_by_place(team: Team):
    chat = await team.start()
    outside = team.server.add_channel("outside", bot_member=False)
    with pytest.raises(Refused) as caught:
        await chat.find(outside, "alert/1", just_now())

    assert caught.value.because is RefusalReason.CHANNEL


async def test_redrawing_a_deleted_message_is_said_to_be_gone(team: Team):
    chat = await team.start()
    ref = await chat.post(team.care, alert_card())
    with pytest.raises(Refused, match="deleted") as caught:
        await chat.edit(replace(ref, id="1700000000.000001"), alert_card())

    assert caught.value.because is RefusalReason.GONE


async def test_over_a_socket_the_http_address_only_says_that_no_workspaces_are_added(team: Team):
    from aiohttp import web

    chat = await team.start()
    app = web.Application()
    chat.mount(app)

    assert isinstance(chat, Mountable)
    shown = {route.resource.canonical for route in app.router.routes() if route.resource}
    assert shown == {"/slack/install", "/slack/oauth_redirect"}


async def test_settings_do_not_show_their_secrets(team: Team):
    settings = team.settings(signing_secret="shh-secret")

    for secret in (BOT, APP, "shh-secret"):
        assert secret not in repr(settings)
