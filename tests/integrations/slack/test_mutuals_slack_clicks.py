"""Clicks, menus and commands, from the person's hand to the Interactions and back."""

import json
import logging
from typing import Any

import pytest

from mutuals.cards.markup import Button, Card, EphemeralReply, Intent, Tone
from mutuals.domain.model import MessageRef, Role
from mutuals.ports.interactions import Click
from mutuals_sandbox.faults import FaultKind
from mutuals_sandbox.slack.delivery import Answer
from mutuals_slack.chat import SlackChat
from tests.support.cards import ALERT, BUTTONS, alert_card
from tests.support.slack_team import Team
from tests.support.waiting import until

CLAIM = "mutuals:claim:0"
AT_ONCE = 1.5  # seconds, on a busy machine; Slack waits three


def claimable() -> Card:
    return alert_card(buttons=(Button(Intent.CLAIM, "Claim"), *BUTTONS[2:]))


async def posted(team: Team, card: Card | None = None) -> tuple[SlackChat, MessageRef]:
    chat = await team.start()
    return chat, await chat.post(team.care, card or claimable())


async def press(
    team: Team, ref: MessageRef, action: str, *, who: str | None = None, value: str | None = None
) -> Answer:
    return await team.server.press(who or team.ana, ref.channel, ref.id, action, selected_value=value)


async def test_a_click_reaches_us_with_the_persons_name_and_is_acknowledged_at_once(team: Team):
    _chat, ref = await posted(team)
    told = await press(team, ref, CLAIM)
    (click,) = await until(lambda: team.interactions.clicks)

    assert (click.alert_id, click.do, click.actor.name) == (ALERT, Intent.CLAIM, "ana")
    assert click.actor.role is Role.MEMBER
    assert click.actor.key == f"slack/{team.ana}"
    assert told.error is None
    assert told.seconds < AT_ONCE


async def test_a_click_leaves_our_own_log_as_it_was(team: Team):
    """Bolt sets up the logger that has its app's name; by ours it once silenced the service, and doubled each line."""
    ours = [logging.getLogger(name) for name in ("", "mutuals", "mutuals_slack", "mutuals_x")]
    before = [(one.level, one.disabled, list(one.handlers), list(one.filters)) for one in ours]
    _chat, ref = await posted(team)
    await press(team, ref, CLAIM)
    await until(lambda: team.interactions.clicks)

    assert [(one.level, one.disabled, list(one.handlers), list(one.filters)) for one in ours] == before


async def test_a_slow_lookup_of_the_person_does_not_hold_the_acknowledgement_up(team: Team):
    _chat, ref = await posted(team)
    team.faults.plan(FaultKind.SLOW, "users.info", seconds=2.5)
    told = await press(team, ref, CLAIM)

    assert told.seconds < AT_ONCE
    await until(lambda: team.interactions.clicks)


async def test_a_menu_entry_brings_its_value(team: Team):
    _chat, ref = await posted(team)
    await press(team, ref, "mutuals:menu", value=f"snooze:1w:{ALERT}")
    (click,) = await until(lambda: team.interactions.clicks)

    assert (click.do, click.value) == (Intent.SNOOZE, "1w")


async def test_a_button_works_after_a_restart_of_the_channel(team: Team):
    chat, ref = await posted(team)
    await chat.stop()
    await team.start()
    await press(team, ref, CLAIM)

    await until(lambda: team.interactions.clicks)


async def test_the_answer_is_private_and_holds_links_and_a_list(team: Team):
    bo = team.server.add_user("bo")
    listing = Card("notice/1", 1, Tone.QUIET, "Two waiting", "Two waiting", body=(("First",), ("Second",)))
    link = Button(Intent.FOLLOW, "Open X to follow", url="https://x.example/intent/follow?user_id=2")
    answer = EphemeralReply((("Bo was first.",),), ok=False, buttons=(link,), card=listing)
    team.interactions.answer_with("press", answer, do=Intent.CLAIM)
    _chat, ref = await posted(team)
    await press(team, ref, CLAIM)
    (private_message,) = await until(team.private_messages)

    for words in ("Bo was first.", "https://x.example/intent/follow?user_id=2", "First", "Second"):
        assert words in private_message
    assert team.private_messages(bo) == []


async def test_the_answer_to_a_press_stands_in_a_window_and_not_at_the_end_of_the_channel(team: Team):
    team.interactions.answer_with("press", EphemeralReply((("Bo was first.",),), ok=False), do=Intent.CLAIM)
    _chat, ref = await posted(team)
    await press(team, ref, CLAIM)

    await until(lambda: "Bo was first." in team.view_text())
    assert team.private_messages() == []


async def test_an_answer_that_is_too_late_for_a_window_stands_in_the_thread_that_goes_on_there(team: Team):
    team.interactions.answer_with("press", EphemeralReply((("Bo was first.",),), ok=False), do=Intent.CLAIM)
    chat, ref = await posted(team)
    await chat.post(team.care, alert_card(key="news/1"), reply_to=ref)
    team.faults.plan(FaultKind.ERROR_BEFORE, "views.open")
    await press(team, ref, CLAIM)

    def replies() -> list[str]:
        [alert] = [one for one in team.messages() if one["ts"] == ref.id]
        return [str(one["blocks"]) for one in alert["replies"] if one["ephemeral"]]

    assert "Bo was first." in (await until(replies))[0]


async def test_when_neither_window_nor_response_url_works_the_answer_comes_by_another_way(team: Team):
    team.interactions.answer_with("press", EphemeralReply((("Bo was first.",),), ok=False), do=Intent.CLAIM)
    _chat, ref = await posted(team)
    team.faults.plan(FaultKind.ERROR_BEFORE, "/actions/")
    team.faults.plan(FaultKind.ERROR_BEFORE, "views.open")
    await press(team, ref, CLAIM)

    assert "Bo was first." in (await until(team.private_messages))[0]


@pytest.mark.parametrize(
    ("kind", "why"),
    [({"guest": True}, "Guests"), ({"ultra": True}, "Guests"), ({"stranger": True}, "our own workspace")],
)
async def test_outsiders_are_told_privately_why_and_nothing_happens(
    team: Team, kind: dict[str, Any], why: str
):
    outsider = team.server.add_user("outsider", **kind)
    _chat, ref = await posted(team)
    await press(team, ref, CLAIM, who=outsider)
    private_messages = await until(lambda: team.private_messages(outsider))

    assert why in private_messages[0]
    assert team.interactions.clicks == []
    assert team.private_messages(team.ana) == []


async def test_whoever_can_not_be_looked_up_may_not_act(team: Team):
    _chat, ref = await posted(team)
    team.faults.plan(FaultKind.ERROR_BEFORE, "users.info")
    await press(team, ref, CLAIM)

    assert "try again in a minute" in (await until(team.private_messages))[0]
    assert team.interactions.clicks == []


async def test_people_are_looked_up_once_in_five_minutes(team: Team):
    _chat, ref = await posted(team)
    await press(team, ref, CLAIM)
    await until(lambda: team.interactions.clicks)
    team.faults.plan(FaultKind.ERROR_BEFORE, "users.info", times=9)
    await press(team, ref, CLAIM)

    await until(lambda: len(team.interactions.clicks) == 2)


async def test_pressing_a_follow_link_is_told_to_us(team: Team):
    _chat, ref = await posted(team)
    told = await press(team, ref, "mutuals:follow:1")
    (click,) = await until(lambda: team.interactions.clicks)

    assert click.do is Intent.FOLLOW
    assert told.url == "https://x.example/intent/follow?user_id=2"


async def test_pressing_a_view_link_is_acknowledged_and_nothing_else(team: Team):
    _chat, ref = await posted(team)
    told = await press(team, ref, "mutuals:view:4")
    await press(team, ref, CLAIM)
    clicks = await until(lambda: team.interactions.clicks)

    assert told.error is None
    assert [click.do for click in clicks] == [Intent.CLAIM]


async def test_a_malformed_button_is_refused_with_a_sentence(team: Team):
    _chat, ref = await posted(team)
    blocks = team.server.space.channels[team.care].messages[ref.id].blocks
    button = next(block for block in blocks if block["type"] == "actions")["elements"][0]
    button["value"] = "explode:" + "x" * 900
    await press(team, ref, CLAIM)

    assert "another version of Mutuals" in (await until(team.private_messages))[0]
    assert team.interactions.clicks == []


async def test_a_bug_behind_the_chat_still_answers_the_person(team: Team):
    team.interactions.answer_with("press", RuntimeError("a bug"))
    _chat, ref = await posted(team)
    told = await press(team, ref, CLAIM)

    assert told.error is None
    assert "Something went wrong" in (await until(team.private_messages))[0]


async def test_a_redelivered_click_is_taken_once(team: Team):
    _chat, ref = await posted(team)
    kept: list[dict[str, Any]] = []
    send = team.server.delivery.send

    async def keep(kind: str, payload: dict[str, Any]) -> Any:
        kept.append(json.loads(json.dumps(payload)))
        return await send(kind, payload)

    team.server.delivery.send = keep  # type: ignore[method-assign]
    await press(team, ref, CLAIM)
    again = await send("interactive", kept[0])
    await press(team, ref, CLAIM)
    await until(lambda: len(team.interactions.clicks) >= 2)

    assert again.error is None
    assert len(team.interactions.clicks) == 2


@pytest.mark.parametrize("name", ["queue", "fans", "complaints", "status", "help"])
async def test_a_command_is_answered_privately(team: Team, name: str):
    await team.start()
    told = await team.server.slash(team.ana, team.care, "/mutuals", name)
    private_messages = await until(team.private_messages)

    assert told.error is None
    assert f"This is {name}." in private_messages[0]


@pytest.mark.parametrize(("text", "name"), [("", "help"), ("  ", "help"), ("QUEUEs", "queues")])
async def test_a_command_without_a_word_asks_for_help_and_an_unknown_word_is_passed_on(
    team: Team, text: str, name: str
):
    await team.start()
    await team.server.slash(team.ana, team.care, "/mutuals", text)

    assert f"This is {name}." in (await until(team.private_messages))[0]


async def test_a_command_in_a_channel_without_the_app_is_answered(team: Team):
    outside = team.server.add_channel("outside", bot_member=False)
    await team.start()
    await team.server.slash(team.ana, outside, "/mutuals", "status")

    await until(lambda: [m for m in team.messages(channel=outside) if m["ephemeral"]])


async def test_a_guests_command_is_refused(team: Team):
    await team.start()
    await team.server.slash(team.guest, team.care, "/mutuals", "queue")

    assert "Guests" in (await until(lambda: team.private_messages(team.guest)))[0]
    assert team.interactions.commands == []


@pytest.mark.parametrize("way", ["refresh", "drop"])
async def test_a_click_after_the_socket_was_renewed_or_cut_arrives(
    team: Team, way: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("mutuals_slack.connection.PING_SECONDS", 0.1)
    _chat, ref = await posted(team)
    (old,) = team.server._sockets.open
    if way == "refresh":
        await team.server.refresh_sockets()
    else:
        team.server.drop_sockets()
    await until(lambda: [c for c in team.server._sockets.open if c is not old])
    told = await press(team, ref, CLAIM)

    assert told.error is None
    assert isinstance((await until(lambda: team.interactions.clicks))[0], Click)
