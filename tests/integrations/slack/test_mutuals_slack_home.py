"""The Home tab and the shortcuts of Slack, through the real slack-bolt."""

import json
from typing import Any

import pytest

from mutuals.cards.lists import answer_card
from mutuals.cards.markup import Button, Card, EphemeralReply, Intent, Line, ListEnd, ListItem
from mutuals_sandbox.slack.blocks import check_view
from mutuals_slack import home
from mutuals_slack.home import home_view
from mutuals_slack.shortcuts import FIND, NAME, REPLY, SHORTCUTS, find_view
from tests.support.slack_team import Team
from tests.support.waiting import until

ALERT = "x900-77-1"


@pytest.fixture(autouse=True)
def quick(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    team.server.subscribed.add("app_home_opened")
    monkeypatch.setattr(home, "PAUSE_SECONDS", 0.05)


def shows(team: Team, *words: str) -> bool:
    shown = json.dumps(team.server.snapshot(team.ana)["home"])
    return all(word in shown for word in words)


def queue_of(*names: str) -> EphemeralReply:
    entries = tuple(
        ListItem(((name,),), ALERT, (Button(Intent.CLAIM, "Claim", "listed"),), name) for name in names
    )
    return EphemeralReply(card=answer_card("What waits", sections=entries))


async def test_who_opens_the_tab_sees_their_page(team: Team):
    team.interactions.answer_with("home", queue_of("Mia"))
    await team.start()
    await team.server.open_home(team.ana)

    await until(lambda: shows(team, "What waits", "Mia"))


async def test_an_open_tab_follows_what_changes_and_is_left_alone_else(team: Team):
    team.interactions.answer_with("home", queue_of("Mia"))
    chat = await team.start()
    await team.server.open_home(team.ana)
    await until(lambda: shows(team, "Mia"))
    published = team.server.snapshot(team.ana)["home"]["hash"]

    await chat.post(
        "#care", Card("alert/1", 1, headline="Complaint", tone=answer_card("x").tone, summary="x")
    )
    await until(lambda: sum(call.method == "home" for call in team.interactions.calls) > 1)
    assert team.server.snapshot(team.ana)["home"]["hash"] == published

    team.interactions.answer_with("home", queue_of("Tom"))
    chat.workspaces.at_hand()[0].listener.home.changed()
    await until(lambda: shows(team, "Tom"))


async def test_who_may_not_act_is_told_so_on_the_page(team: Team):
    await team.start()
    await team.server.open_home(team.guest)

    await until(lambda: any(call.method == "home" for call in team.interactions.calls))
    [call] = [call for call in team.interactions.calls if call.method == "home"]
    assert call.actor is not None
    assert "Guests" in call.actor.why_not


async def test_a_button_of_the_page_is_pressed_and_answered_in_a_window(team: Team):
    team.interactions.answer_with("home", queue_of("Mia"))
    team.interactions.answer_with("press", queue_of("Next one"))
    await team.start()
    await team.server.open_home(team.ana)
    await until(lambda: shows(team, "Mia"))
    [action_id] = [
        each["action_id"]
        for block in team.server.snapshot(team.ana)["home"]["blocks"]
        for each in block.get("elements", [])
        if each["type"] == "button"
    ]

    await team.server.view_action(team.ana, action_id)

    await until(lambda: "Next one" in team.view_text())
    assert [click.do for click in team.interactions.clicks] == [Intent.CLAIM]


async def test_reply_as_brand_opens_the_form_of_the_alert_that_a_message_shows(team: Team):
    chat = await team.start()
    card = Card(
        "alert/1", 1, headline="Complaint", tone=answer_card("x").tone, summary="x", alert_id=ALERT,
        buttons=(Button(Intent.REPLY, "Reply"),),
    )  # fmt: skip
    posted = await chat.post("#care", card)

    await team.server.message_shortcut(team.ana, team.care, posted.id, REPLY)

    await until(lambda: "Your reply" in team.view_text())
    assert [click.alert_id for click, _ in team.interactions.forms] == [ALERT]


async def test_reply_as_brand_on_another_message_passes_its_words_on_and_says_what_to_do(team: Team):
    await team.start()
    stamp = await team.server.say(team.ana, team.care, "look: <https://x.com/mia/status/1001|this>")

    await team.server.message_shortcut(team.ana, team.care, stamp, REPLY)

    await until(lambda: "No alert." in team.view_text())
    [call] = [call for call in team.interactions.calls if call.method == "find_alert"]
    assert "https://x.com/mia/status/1001" in call.text
    assert (call.name, call.channel) == ("", team.care)


async def test_find_a_person_asks_for_a_name_and_shows_them_in_the_same_window(team: Team):
    await team.start()
    await team.server.shortcut(team.ana, FIND)
    await until(lambda: "Their @name" in team.view_text())

    sent = await team.server.submit_view(team.ana, {NAME: {NAME: "@mia"}})

    assert sent.outcome == "updated"
    await until(lambda: "This is " in team.view_text())
    assert team.interactions.words == ["@mia"]


@pytest.mark.parametrize("callback_id", [FIND, REPLY])
async def test_a_guest_is_told_why_a_shortcut_does_nothing(team: Team, callback_id: str):
    await team.start()
    if callback_id == FIND:
        await team.server.shortcut(team.guest, FIND)
    else:
        stamp = await team.server.say(team.ana, team.care, "hello")
        await team.server.message_shortcut(team.guest, team.care, stamp, REPLY)

    await until(lambda: "Guests" in team.view_text(team.guest))
    assert not team.interactions.calls


def _longest(number: int) -> ListItem:
    words: Line = ("🦊<&>" * 100,)
    buttons = tuple(Button(do, "W" * 75, "listed") for do in (Intent.REPLY, Intent.CLAIM))
    end = ListEnd("l", ("1-5 of 99999",), Button(Intent.LIST, "Next 5", "1" * 33))
    return ListItem((words, words), f"{'x' * 90}{number}", buttons, "w", end)


def test_the_longest_page_is_a_view_that_slack_takes():
    cards = [
        answer_card(
            "W" * 200,
            (("W" * 500,),) * 9,
            sections=tuple(map(_longest, range(5))),
            status=(("W" * 500,),) * 9,
        )
        for _ in range(8)
    ]
    view: dict[str, Any] = home_view(cards)

    assert check_view(view) == []
    ids = [one["block_id"] for one in view["blocks"] if "block_id" in one]
    assert len(ids) == len(set(ids))


def test_the_window_that_asks_for_a_name_and_the_shortcuts_are_ones_that_slack_takes():
    assert check_view(find_view()) == []
    assert all(len(one["name"]) <= 24 and len(one["description"]) <= 150 for one in SHORTCUTS)
