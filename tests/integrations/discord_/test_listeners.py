"""What people press, fill in and type, on a Discord inside the process."""

import asyncio

import discord
import pytest

from mutuals.cards.markup import Button, EphemeralReply, Form, Intent
from mutuals.domain.errors import TryAgain
from mutuals.domain.model import Role
from mutuals.ports.interactions import Click
from mutuals_discord import actions
from mutuals_discord.commands import COMMANDS
from tests.support.discord_site import HOLDING, OTHER, custom_ids, texts, walk
from tests.support.present import present

from .conftest import Room
from .samples import ALERT, alert_card


def button(verb: str, value: str = "") -> str:
    custom_id = actions.encode(verb, ALERT, value)
    assert custom_id
    return custom_id


async def test_a_press_is_acknowledged_answered_privately_and_reaches_us_with_the_person(room: Room):
    room.interactions.answer_with(
        "press",
        EphemeralReply(
            lines=(("Open X and press Follow.",),),
            buttons=(Button(Intent.FOLLOW, "Open X", url="https://x.com/f"),),
        ),
    )

    result = await room.ana.click(await room.alert(), label="Follow")

    [click] = room.interactions.clicks
    assert (click.alert_id, click.do, click.actor.key) == (ALERT, Intent.FOLLOW, f"discord/{room.ana.id}")
    assert click.actor.role is Role.MEMBER
    first = next(one for one in room.env.http_requests if one.path.endswith("/callback"))
    assert first.json == {"type": 6}
    [told] = result.followups
    assert told.ephemeral
    assert "Open X and press Follow" in texts(told.components)
    assert [one["url"] for one in walk(told.components) if one.get("url")] == ["https://x.com/f"]


async def test_when_the_redrawn_alert_says_it_all_no_private_message_stays(room: Room):
    message = await room.alert()
    result = await room.ana.click(message, label="Follow")

    [call] = room.interactions.calls
    assert result.acknowledged
    assert result.followups == []
    assert call.clicked is not None
    assert await call.clicked.redraw(alert_card(headline="Followed by Ana"))
    assert "Followed by Ana" in texts(present(result.response).components)
    assert present(result.response).id == message.id


async def test_an_entry_of_the_menu_arrives_with_its_value(room: Room):
    message = await room.alert()

    await room.ana.select(message, [button("snooze", "tomorrow")], custom_id=button("menu"))

    assert [(one.do, one.value) for one in room.interactions.clicks] == [(Intent.SNOOZE, "tomorrow")]


async def test_buttons_from_before_a_restart_still_work(room: Room):
    message = await room.alert()
    room.chat = type(room.chat)(room.chat._settings, room.interactions, room.chat._kit)
    listener = room.chat.make_listener()
    await room.env.restart_bot(listener)
    await room.chat.settle(listener)

    await room.ana.click(message, label="Follow")

    assert [one.do for one in room.interactions.clicks] == [Intent.FOLLOW]


async def test_a_press_right_after_the_start_waits_until_the_channels_are_known(room: Room):
    message = await room.alert()
    listener = room.chat.make_listener()
    await room.env.restart_bot(listener)
    pressing = asyncio.create_task(room.ana.click(message, label="Follow"))
    await asyncio.sleep(0.1)
    assert room.interactions.clicks == []
    await room.chat.settle(listener)
    await pressing

    assert [one.do for one in room.interactions.clicks] == [Intent.FOLLOW]


async def test_a_press_that_nobody_can_judge_yet_is_answered_by_what_to_do(
    room: Room, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("mutuals_discord.listeners.START_SECONDS", 0.1)
    message = await room.alert()
    await room.env.restart_bot(room.chat.make_listener())

    result = await room.ana.click(message, label="Follow")

    assert room.interactions.clicks == []
    assert "Press again in a few seconds" in texts(present(result.response).components)


async def test_a_form_opened_before_a_restart_can_still_be_sent(room: Room):
    opened = await room.ana.click(await room.alert(), label="Reply")
    listener = room.chat.make_listener()
    await room.env.restart_bot(listener)
    await room.chat.settle(listener)

    await room.ana.submit_modal(opened, {"text": "Hello Jo"})

    assert [(one.alert_id, words) for one, words in room.interactions.sent] == [(ALERT, "Hello Jo")]


async def test_alerts_and_forms_leave_nothing_in_memory(room: Room):
    await room.alert()
    await room.ana.click(present(room.alerts.last_message), label="Reply")
    await room.guest.click(present(room.alerts.last_message), label="Reply")

    store = room.listener._connection._view_store

    assert (store._views, store._modals, store._synced_message_views) == ({}, {}, {})


async def test_reply_opens_a_form_with_the_draft_and_sends_what_was_written(room: Room):
    message = await room.alert()
    room.interactions.drafts[ALERT, f"discord/{room.ana.id}"] = "Dear Jo,"

    opened = await room.ana.click(message, label="Reply")
    sent = await room.ana.submit_modal(opened, {"text": "Dear Jo, it is on its way."})

    field = next(one for one in walk(present(opened.modal)["components"]) if one["type"] == 4)
    assert field["value"] == "Dear Jo,"
    assert "Goes out as @sana." in texts(present(opened.modal)["components"])
    assert [words for _, words in room.interactions.sent] == ["Dear Jo, it is on its way."]
    assert sent.ephemeral
    assert "Your reply is on its way." in texts(present(sent.response).components)


async def test_a_text_too_long_is_not_sent_is_kept_and_can_be_edited_again(room: Room):
    room.interactions.limit = 10
    opened = await room.ana.click(await room.alert(), label="Reply")

    sent = await room.ana.submit_modal(opened, {"text": "far too long a text"})
    reopened = await room.ana.click(present(sent.response), label="Edit again")

    assert room.interactions.sent == []
    assert "19 characters and 10 are allowed" in texts(present(sent.response).components)
    field = next(one for one in walk(present(reopened.modal)["components"]) if one["type"] == 4)
    assert field["value"] == "far too long a text"


async def test_a_reply_that_the_network_refuses_can_be_edited_again(room: Room):
    form = Form(ALERT, Intent.REPLY, "Reply to Jo", None, "Hi Jo", 280)

    again = EphemeralReply((("X says that you already posted this.",),), ok=False, form=form)
    room.interactions.answer_with("submit", again)
    opened = await room.ana.click(await room.alert(), label="Reply")
    sent = await room.ana.submit_modal(opened, {"text": "Hi Jo"})

    assert "already posted this" in texts(present(sent.response).components)
    assert custom_ids(present(sent.response).components) == [button("reply", "again")]


async def test_a_bug_while_sending_keeps_the_text_and_says_so(room: Room):
    opened = await room.ana.click(await room.alert(), label="Reply")
    room.interactions.answer_with("submit", RuntimeError("a bug"))

    sent = await room.ana.submit_modal(opened, {"text": "Hi Jo"})

    assert "Something went wrong" in texts(present(sent.response).components)
    assert room.interactions.drafts[ALERT, f"discord/{room.ana.id}"] == "Hi Jo"
    assert custom_ids(present(sent.response).components) == [button("reply", "again")]


async def test_acknowledge_shows_each_holding_reply_whole_then_opens_the_chosen_one(room: Room):
    picker = await room.ana.click(await room.alert(), label="Acknowledge")
    chosen = await room.ana.select(present(picker.response), [OTHER.id], custom_id=button("pick"))
    await room.ana.submit_modal(chosen, {"text": OTHER.text + " Ana"})

    assert picker.ephemeral
    assert HOLDING.text in texts(present(picker.response).components)
    assert OTHER.text in texts(present(picker.response).components)
    field = next(one for one in walk(present(chosen.modal)["components"]) if one["type"] == 4)
    assert field["value"] == OTHER.text
    assert [(one.do, words) for one, words in room.interactions.sent] == [
        (Intent.ACKNOWLEDGE, OTHER.text + " Ana")
    ]


async def test_a_closed_alert_is_answered_with_a_sentence_instead_of_a_form(room: Room):
    room.interactions.answer_with("open_form", EphemeralReply((("Ben answered this at 14:02.",),), ok=False))

    result = await room.ana.click(await room.alert(), label="Reply")

    assert result.ephemeral
    assert "Ben answered this at 14:02." in texts(present(result.response).components)


async def test_somebody_without_the_role_is_told_privately_why_and_nothing_happens(room: Room):
    message = await room.alert()

    for label in ("Follow", "Reply", "Acknowledge"):
        result = await room.guest.click(message, label=label)
        assert result.ephemeral
        assert "Only people with a certain role" in texts(present(result.response).components)

    assert (room.interactions.clicks, room.interactions.forms) == ([], [])


async def test_somebody_who_lost_the_role_cannot_send_the_form_they_still_have_open(room: Room):
    opened = await room.ana.click(await room.alert(), label="Reply")
    room.env.backend.get_guild(room.env.guild.id).members[room.ana.id].role_ids.clear()

    result = await room.ana.submit_modal(opened, {"text": "Hi Jo"})

    assert room.interactions.sent == []
    assert "Only people with a certain role" in texts(present(result.response).components)


@pytest.mark.parametrize(
    "custom_id", ["mutuals:dance:a1", "mutuals:reply:", "mutuals:form:a1:reply", "mutuals:"]
)
async def test_a_button_with_a_damaged_id_is_answered_with_a_sentence(room: Room, custom_id: str):
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Odd", custom_id=custom_id))
    view.stop()
    await room.listener.get_partial_messageable(room.alerts.id).send("old", view=view)

    result = await room.ana.click(present(room.alerts.last_message), label="Odd")

    assert "not one that Mutuals knows" in texts(present(result.response).components)
    assert (room.interactions.clicks, room.interactions.forms) == ([], [])


async def test_trouble_is_told_in_the_words_of_the_error(room: Room):
    room.interactions.answer_with("press", TryAgain("X is slow at the moment."))

    result = await room.ana.click(await room.alert(), label="Follow")

    [told] = result.followups
    assert "X is slow at the moment." in texts(told.components)


NEEDED = {
    "show": {"person": "@mia"},
    "person": {"person": "@mia"},
    "note": {"person": "@mia", "words": "Likes tea"},
}


@pytest.mark.parametrize("name", list(COMMANDS))
async def test_each_command_answers_privately(room: Room, name: str):
    result = await room.ana.slash(room.alerts, f"mutuals {name}", **NEEDED.get(name, {}))

    assert [(actor.name, said) for actor, said in room.interactions.commands] == [("ana", name)]
    assert result.ephemeral
    assert f"This is {name}." in texts(present(result.response).components)


async def test_a_command_answers_with_a_list_and_its_buttons(room: Room):
    room.interactions.answer_with(
        "command", EphemeralReply(card=alert_card(body=(("1. ", "Jo"), ("2. ", "Sam"))))
    )

    result = await room.ana.slash(room.alerts, "mutuals queue")

    assert "Sam" in texts(present(result.response).components)
    assert button("follow") in custom_ids(present(result.response).components)


async def test_somebody_without_the_role_gets_no_list(room: Room):
    result = await room.guest.slash(room.alerts, "mutuals queue")

    assert "Only people with a certain role" in texts(present(result.response).components)
    assert room.interactions.commands == []


async def test_commands_are_sent_again_only_when_they_changed(room: Room):
    def registrations() -> int:
        return sum(one.method == "PUT" and one.path.endswith("/commands") for one in room.env.http_requests)

    await room.chat.settle(room.listener)
    assert registrations() == 1

    room.memory.values = dict.fromkeys(room.memory.values, "another version")
    await room.chat.settle(room.listener)
    assert registrations() == 2


async def test_the_reason_of_a_stop_comes_with_the_command(room: Room):
    await room.ana.slash(room.alerts, "mutuals stop", why="a wrong text")

    assert room.interactions.words == ["a wrong text"]


async def test_a_text_with_warnings_is_sent_anyway_by_its_button(room: Room):
    warned = Form(
        ALERT, Intent.REPLY, "Reply to Jo", None, "See bit.ly/a", 280,
        warnings=(("It holds a link.",),), passes="!abcdef",
        buttons=(Button(Intent.REPLY, "Ask for a private message", "private"),),
    )  # fmt: skip
    room.interactions.drafts[ALERT, f"discord/{room.ana.id}"] = "See bit.ly/a"
    room.interactions.answer_with(
        "submit",
        EphemeralReply((("It holds a link.",),), ok=False, form=warned),
        EphemeralReply((("Sent.",),)),
    )
    opened = await room.ana.click(await room.alert(), label="Reply")
    sent = await room.ana.submit_modal(opened, {"text": "See bit.ly/a"})

    shown = present(sent.response)
    assert custom_ids(shown.components) == [
        button("reply", "again"), button("reply", "!abcdef"), button("reply", "private"),
    ]  # fmt: skip
    assert "See bit.ly/a" in texts(shown.components).replace("\u200b", "")
    await room.ana.click(shown, label="Send anyway")
    assert room.interactions.sent[-1][0].value == "!abcdef"
    assert room.interactions.sent[-1][1] == "See bit.ly/a"


async def test_a_text_chosen_in_the_form_is_shown_and_kept_before_anything_is_sent(room: Room):
    def form(click: Click, text: str) -> Form:
        return Form(click.alert_id, click.do, "Reply to Jo", None, text, 280, templates=(HOLDING,))

    room.interactions._form = form
    opened = await room.ana.click(await room.alert(), label="Reply")
    chosen = await room.ana.submit_modal(opened, {"text": "", "picked": [HOLDING.id]})

    assert room.interactions.sent == []
    assert HOLDING.text in texts(present(chosen.response).components)
    assert room.interactions.drafts[ALERT, f"discord/{room.ana.id}"] == HOLDING.text
    again = await room.ana.click(present(chosen.response), label="Read and send")
    field = next(one for one in walk(present(again.modal)["components"]) if one["type"] == 4)
    assert field["value"] == HOLDING.text
