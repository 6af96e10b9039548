"""Reply and Acknowledge: the modal from opening to its outcome."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from mutuals.cards.markup import Button, EphemeralReply, Intent
from mutuals.domain.model import Actor, MessageRef
from mutuals.ports.interactions import Click
from mutuals_sandbox.faults import FaultKind
from tests.support.cards import ALERT, alert_card, reply_form
from tests.support.present import present
from tests.support.slack_team import ON_X, Team
from tests.support.waiting import until

REPLY = "mutuals:reply:0"
FIELD = "mutuals:text"


async def opened(team: Team, **settings: Any) -> MessageRef:
    """An alert in the channel, and its reply form open before Ana."""
    chat = await team.start(**settings)
    ref = await chat.post(team.care, alert_card())
    told = await team.server.press(team.ana, ref.channel, ref.id, REPLY)
    assert told.error is None
    await until(lambda: FIELD in team.view_text())
    return ref


async def submit(team: Team, text: str) -> Any:
    block = next(b["block_id"] for b in present(team.view())["blocks"] if b["type"] == "input")
    return await team.server.submit_view(team.ana, {block: {FIELD: text}})


def typed(team: Team) -> str | None:
    values = present(team.view())["state"]["values"].values()
    text: str | None = next(block[FIELD]["value"] for block in values if FIELD in block)
    return text


async def test_the_form_quotes_the_post_as_text_and_counts_from_the_start(team: Team):
    await opened(team)
    view = team.view_text()

    assert "My parcel never came <!channel>" in view
    assert "rich_text_quote" in view
    assert "0 of 280 characters" in view


async def test_typing_is_counted_live_kept_as_draft_and_never_lost(team: Team):
    await opened(team)
    for text in ("H", "Hello", "Hello Ana"):
        await team.server.view_action(team.ana, FIELD, text)
    await until(lambda: "9 of 280 characters" in team.view_text())

    assert typed(team) == "Hello Ana"
    assert team.interactions.drafts == {(ALERT, f"slack/{team.ana}"): "Hello Ana"}


async def test_a_template_replaces_the_text_and_typing_goes_on(team: Team):
    await opened(team)
    await team.server.view_action(team.ana, FIELD, "Something of mine")
    await team.server.view_action(team.ana, "mutuals:template", "sorry")
    await until(lambda: typed(team) == "Sorry, Ana! We look into it.")
    await team.server.view_action(team.ana, FIELD, "Sorry!")
    await until(lambda: "6 of 280 characters" in team.view_text())

    assert typed(team) == "Sorry!"
    assert team.interactions.forms[-1][1] == "sorry"


async def test_sending_shows_sending_and_then_the_outcome(team: Team):
    await opened(team)
    told = await submit(team, "Hello Ana")
    sending = team.view_text()
    await until(lambda: "Your reply is on X." in team.view_text())

    assert told.outcome == "updated"
    assert "Sending" in sending
    ((click, text),) = team.interactions.sent
    assert (click.alert_id, click.do, click.actor.id, text) == (ALERT, Intent.REPLY, team.ana, "Hello Ana")


async def test_a_text_that_is_too_long_is_refused_on_the_spot(team: Team):
    await opened(team)
    told = await submit(team, "x" * 281)

    assert list(told.errors.values()) == ["This is 281 of 280 characters. Take 1 away."]
    assert team.interactions.sent == []


async def test_spaces_alone_are_refused_on_the_spot(team: Team):
    await opened(team)
    told = await submit(team, "   ")

    assert list(told.errors.values()) == ["Write something first."]


async def test_after_an_error_the_form_is_back_filled_in_and_can_be_sent_again(team: Team):
    await opened(team)
    again = reply_form(Click(ALERT, Intent.REPLY, Actor("slack", "U1", "ana")), "Hello Ana")
    team.interactions.answer_with(
        "submit", EphemeralReply((("X said that this is a duplicate.",),), ok=False, form=again), ON_X
    )
    await submit(team, "Hello Ana")
    await until(lambda: "X said that this is a duplicate." in team.view_text())

    assert typed(team) == "Hello Ana"
    await submit(team, "Hello Ana!")
    await until(lambda: "Your reply is on X." in team.view_text())
    assert [text for _click, text in team.interactions.sent] == ["Hello Ana", "Hello Ana!"]


async def test_the_outcome_is_whispered_when_the_modal_is_closed_meanwhile(team: Team):
    link = Button(Intent.REPLY, "Open X to reply", url="https://x.example/intent/post")
    team.interactions.answer_with("submit", EphemeralReply((("Press Post on X.",),), buttons=(link,)))
    await opened(team)
    await submit(team, "Hello Ana")
    await team.server.close_view(team.ana)

    assert "https://x.example/intent/post" in (await until(team.private_messages))[0]


async def test_edit_again_in_a_whisper_opens_the_form_filled_in(team: Team):
    ref = await opened(team)
    again = reply_form(Click(ALERT, Intent.REPLY, Actor("slack", "U1", "ana")), "Hello Ana")
    team.interactions.answer_with(
        "submit", EphemeralReply((("X was not reachable.",),), ok=False, form=again)
    )
    team.interactions.drafts[ALERT, f"slack/{team.ana}"] = "Hello Ana"
    await submit(team, "Hello Ana")
    await team.server.close_view(team.ana)
    await until(team.private_messages)
    private_message = next(m for m in team.messages() if m["ephemeral"])
    await team.server.press(team.ana, ref.channel, private_message["ts"], "mutuals:reply:20")

    await until(lambda: FIELD in team.view_text())
    assert typed(team) == "Hello Ana"


async def test_closing_keeps_the_draft(team: Team):
    await opened(team)
    await team.server.view_action(team.ana, FIELD, "Half a thou")
    await team.server.close_view(team.ana)

    await until(lambda: team.interactions.drafts.get((ALERT, f"slack/{team.ana}")) == "Half a thou")


async def test_closing_without_typing_keeps_no_draft(team: Team):
    await opened(team)
    await team.server.close_view(team.ana)
    await asyncio.sleep(0.1)

    assert team.interactions.drafts == {}


async def test_a_reason_for_no_form_is_said_in_the_modal(team: Team):
    team.interactions.answer_with("open_form", EphemeralReply((("Bo answered 3 seconds ago.",),), ok=False))
    chat = await team.start()
    ref = await chat.post(team.care, alert_card())
    await team.server.press(team.ana, ref.channel, ref.id, REPLY)

    await until(lambda: "Bo answered 3 seconds ago." in team.view_text())


async def test_a_guest_gets_no_form_but_the_reason(team: Team):
    chat = await team.start()
    ref = await chat.post(team.care, alert_card())
    await team.server.press(team.guest, ref.channel, ref.id, REPLY)

    assert "Guests" in (await until(lambda: team.private_messages(team.guest)))[0]
    assert team.view(team.guest) is None
    assert team.interactions.forms == []


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of a second is what a lookup may take before the modal opens without it."""
    monkeypatch.setattr("mutuals_slack.forms.WHO_SECONDS", 0.1)


async def test_a_slow_lookup_opens_the_modal_in_time_anyway(hasty: None, team: Team):
    team.faults.plan(FaultKind.SLOW, "users.info", seconds=0.7)
    await opened(team)

    assert team.interactions.forms[0][0].actor.name == "ana"


async def test_a_guest_with_a_slow_lookup_reads_the_reason_in_the_modal(hasty: None, team: Team):
    chat = await team.start()
    ref = await chat.post(team.care, alert_card())
    team.faults.plan(FaultKind.SLOW, "users.info", seconds=0.7)
    await team.server.press(team.guest, ref.channel, ref.id, REPLY)

    await until(lambda: "Guests" in team.view_text(team.guest))
    assert team.interactions.forms == []


async def test_a_modal_that_can_not_be_opened_is_said(team: Team):
    chat = await team.start()
    ref = await chat.post(team.care, alert_card())
    team.faults.plan(FaultKind.ERROR_BEFORE, "views.open")
    await team.server.press(team.ana, ref.channel, ref.id, REPLY)

    assert "press the button again" in (await until(team.private_messages))[0]


async def test_a_form_that_was_open_during_a_restart_still_counts_and_sends(team: Team):
    await opened(team)
    await team.started[0].stop()
    await team.start()
    await team.server.view_action(team.ana, FIELD, "Hello again")
    await until(lambda: "11 of 280 characters" in team.view_text())
    await submit(team, "Hello again")

    await until(lambda: "Your reply is on X." in team.view_text())


async def test_somebody_made_a_guest_while_writing_can_not_send(team: Team):
    await opened(team)
    team.server.space.users[team.ana].guest = True
    team.started[0].workspaces.at_hand()[0].door._known.clear()
    await submit(team, "Hello Ana")

    await until(lambda: "Guests" in team.view_text())
    assert team.interactions.sent == []


@pytest.mark.parametrize("metadata", ["", "[]", '["a","explode","","",0]', "x" * 100])
async def test_a_form_that_can_not_be_read_is_refused_with_a_sentence(team: Team, metadata: str):
    await opened(team)
    team.server.space.modals[team.ana][-1].body["private_metadata"] = metadata
    await submit(team, "Hello Ana")

    assert "can't be read any more" in team.view_text()
    assert team.interactions.sent == []


async def test_warnings_stand_in_the_form_and_sending_again_passes_them(team: Team):
    await opened(team)
    warned = replace(
        reply_form(Click(ALERT, Intent.REPLY, Actor("slack", "U1", "ana")), "See bit.ly/a"),
        warnings=(("It holds a link <!channel>.",),),
        passes="!abcdef",
        buttons=(Button(Intent.REPLY, "Ask for a private message", "private"),),
    )
    team.interactions.answer_with(
        "submit", EphemeralReply((("Look.",),), ok=False, form=warned), EphemeralReply((("On X.",),))
    )
    await submit(team, "See bit.ly/a")
    await until(lambda: "It holds a link <!channel>." in team.view_text())

    assert present(team.view())["submit"]["text"] == "Send anyway"
    assert typed(team) == "See bit.ly/a"
    await submit(team, "See bit.ly/a")
    await until(lambda: "On X." in team.view_text())
    assert [click.value for click, _ in team.interactions.sent] == ["", "!abcdef"]


async def test_a_button_in_the_form_fills_it_in(team: Team):
    await opened(team)
    warned = replace(
        reply_form(Click(ALERT, Intent.REPLY, Actor("slack", "U1", "ana")), "A third turn"),
        warnings=(("You have answered them twice.",),),
        passes="!abcdef",
        buttons=(Button(Intent.REPLY, "Ask for a private message", "private"),),
    )
    team.interactions.answer_with("submit", EphemeralReply((("Look.",),), ok=False, form=warned))
    await submit(team, "A third turn")
    await until(lambda: "mutuals:fill0" in team.view_text())
    await team.server.view_action(team.ana, "mutuals:fill0", "private")
    await until(lambda: team.interactions.forms[-1][0].value == "private")

    await until(lambda: present(team.view())["submit"]["text"] == "Send")
