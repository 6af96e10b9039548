"""The queue: one entry a person with their words and buttons, whole in both chats, and honest about what is not there."""

import json
from datetime import timedelta
from typing import Any

import pytest

from mutuals.cards import command_help, queue
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.cards.queue import LISTINGS, Page, Row
from mutuals.domain.model import AlertKind, AlertState, Person, Post
from mutuals.testing.plain_text import of_line, of_reply
from mutuals_discord import layout
from mutuals_sandbox.discord.bodies import check_message
from mutuals_sandbox.slack.blocks import check_blocks
from mutuals_slack.blocks import answer
from tests.unit.cards.alert_views import NOW, account, alert, case, facts

URL = "https://chat.example/archives/C0123456789/p1700000000000100"
NAMES = ["Mia Quist", "N" * 100, "\u202egnal si eman siht", "🦊🦊🦊 **fox**", "<!channel> @everyone", "مريم"]
WORDS = "@kettleco @help my kettle arrived broken and nobody answers me at all since Monday"


def row(number: int = 1, *, url: str | None = URL, text: str = WORDS, **changes: Any) -> Row:
    fields: dict[str, Any] = {
        "alert": alert(id=f"x900-{number}-1", person_id=f"{number}"),
        "cases": (case(id=f"{number}", post_ids=(f"{number}",), due_at=NOW + timedelta(hours=1)),),
        "posts": {f"{number}": Post(f"{number}", f"{number}", text, NOW, f"{number}")},
        "person": Person(account(f"{number}", f"handle_{number:02}_abcd", NAMES[number % len(NAMES)])),
    }
    return Row(facts(**(fields | changes)), url)


def page(*rows: Row, **changes: Any) -> Page:
    fields: dict[str, Any] = {"start": 0, "total": len(rows), "snoozed": 0, "untold": 0, "troubles": ()}
    return Page(rows, **(fields | changes))


def said(shown: Page, typed: str = "queue") -> str:
    return of_reply(queue.listing(typed, LISTINGS[typed.rsplit(" ", maxsplit=1)[-1]], shown))


def sent(reply: EphemeralReply) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The blocks and the components of an answer, which both chats take."""
    blocks, components = answer(reply)["blocks"], layout.answer_view(reply).to_components()
    assert check_blocks(blocks, "message") == []
    check_message({"components": components, "flags": 1 << 15})
    return blocks, components


def test_an_entry_has_kind_person_time_and_the_first_words_without_the_names_in_front():
    first, second = map(of_line, queue.item(row(6)).lines)

    assert first.startswith("Complaint · Mia Quist @handle_06_abcd · due ")
    assert second.startswith("“my kettle arrived broken and nobody answers me…” ")


def test_a_fan_is_due_at_no_time_so_it_is_said_since_when_they_are_told():
    fan = row(alert=alert(kind=AlertKind.FAN, is_fan=True, evidence=("1",)), cases=())

    assert " · told " in of_line(queue.item(fan).lines[0])


def test_the_buttons_open_the_alert_reply_and_claim():
    assert [(one.label, one.url) for one in queue.item(row()).buttons] == [
        ("Open", URL), ("Reply", None), ("Claim", None),
    ]  # fmt: skip
    assert [one.do for one in queue.item(row(url=None)).buttons] == [Intent.REPLY, Intent.CLAIM]
    held = row(alert=alert(claimed_by="Ana", claimed_key="slack:U1"))
    assert [one.label for one in queue.item(held).buttons] == ["Open", "Reply"]
    snoozed = row(alert=alert(state=AlertState.SNOOZED, snoozed_until=NOW + timedelta(hours=1)))
    assert "Wake now" in [one.label for one in queue.item(snoozed).buttons]


def test_a_post_that_is_gone_leaves_no_words():
    assert "can't be shown" in of_line(queue.item(row(posts={})).lines[1])


def test_ten_entries_fit_into_one_message_of_each_chat_with_every_button():
    ten = page(*(row(number) for number in range(1, 11)), total=34, snoozed=2)
    blocks, components = map(json.dumps, sent(queue.listing("queue", LISTINGS["queue"], ten)))

    for shown in (blocks, components):
        assert "is no room" not in shown
        assert "And 24 more. Next 10: /mutuals queue 2" in shown
        assert shown.count(URL) == 10
    for number in range(1, 11):
        for do in ("reply::", "claim:listed:"):
            assert f'"{do}x900-{number}-1"' in blocks
        assert f'"mutuals:reply:x900-{number}-1"' in components
        assert f'"mutuals:claim:x900-{number}-1:listed"' in components


def test_what_a_message_has_no_room_for_is_said():
    many = page(*(row(number) for number in range(1, 31)))
    blocks, components = sent(queue.listing("queue", LISTINGS["queue"], many))
    shown_slack = json.dumps(blocks).count('"reply::')
    shown_discord = json.dumps(components).count('"mutuals:reply:')

    assert 5 < shown_slack < 30
    assert f"{30 - shown_slack} more are not shown here" in json.dumps(blocks)
    assert 5 < shown_discord < 30
    assert f"{30 - shown_discord} more are not shown here" in json.dumps(components)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("queue mine", "You have claimed nothing that waits."),
        ("queue overdue", "Nothing is overdue."),
        ("queue questions", "No question waits."),
    ],
)
def test_an_empty_part_of_the_queue_is_no_all_clear(typed: str, words: str):
    told = said(page(everywhere=3), typed)

    assert f"{words} 3 wait in all: /mutuals queue" in told
    assert "Well done" not in told
    assert "may not see everything" in said(page(troubles=("X lets nobody read now.",)), typed)


def test_the_next_page_is_offered_as_it_is_typed():
    assert "And 1 more. Next 1: /mutuals queue mine 2" in said(page(*[row()] * 10, total=11), "queue mine")
    assert "These are 11 to 11 of 11." in said(page(row(), start=10, total=11), "queue mine")


# --- words that no command has


@pytest.mark.parametrize(
    ("typed", "meant"), [("quue", "queue"), ("complaint", "complaints"), ("stats", "status"), ("sto", "stop")]
)
def test_an_unknown_command_says_so_and_offers_the_nearest(typed: str, meant: str):
    told = of_reply(command_help.unknown(typed))

    assert f"There is no command “{typed}”." in told
    assert f"Did you mean /mutuals {meant}?" in told


def test_where_nothing_is_near_nothing_is_guessed():
    told = of_reply(command_help.unknown("lunch" * 30))

    assert "Did you mean" not in told
    assert "/mutuals help" in told
    assert len(told) < 120


def test_an_unknown_word_behind_a_command_offers_the_nearest_and_all_that_there_are():
    told = of_reply(command_help.unknown_word("queue", "overdu", ("mine", "overdue")))

    assert "Did you mean /mutuals queue overdue?" in told
    assert "mine, overdue" in told


@pytest.mark.parametrize("name", list(command_help.COMMANDS))
def test_the_help_explains_each_command_in_two_lines(name: str):
    told = command_help.one(f"/{name.upper()}", "X")

    assert len(told.lines) == 2
    assert f"/mutuals {name}: " in of_reply(told)
    assert "{" not in of_reply(told)


def test_the_help_for_an_unknown_word_offers_the_nearest():
    assert "Did you mean /mutuals family?" in of_reply(command_help.one("famly", "X"))
