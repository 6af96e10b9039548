"""The queue: one entry a person with their words and buttons, whole in both chats, and honest about what is not there."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from mutuals.actions import commands
from mutuals.cards import command_help, queue
from mutuals.cards.lists import answer_card
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.cards.queue import LISTINGS, Page, Row
from mutuals.domain.model import AlertKind, AlertState, Person, Post
from mutuals.domain.queue_order import QueuePart
from mutuals.testing.plain_text import of_line, of_reply
from mutuals_discord import actions, layout
from mutuals_sandbox.discord.bodies import check_message
from mutuals_sandbox.slack.blocks import check_blocks
from mutuals_slack.actions import Press, pack
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
    return Row(facts(**(fields | changes)), url, f"1{number:032}")


def page(*rows: Row, **changes: Any) -> Page:
    fields: dict[str, Any] = {
        "list_id": "x900-queue.queue-0",
        "start": 0,
        "total": len(rows),
        "snoozed": 0,
        "untold": 0,
        "troubles": (),
    }
    return Page(rows=rows, **(fields | changes))


def said(shown: Page, part: QueuePart = QueuePart.ALL) -> str:
    return of_reply(queue.listing(LISTINGS[part], shown))


def sent(reply: EphemeralReply) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The blocks and the components of an answer, which both chats take."""
    blocks, components = answer(reply)["blocks"], layout.answer_view(reply).to_components()
    assert check_blocks(blocks, "message") == []
    check_message({"components": components, "flags": 1 << 15})
    return blocks, components


def test_an_entry_has_kind_person_time_and_the_first_words_without_the_names_in_front():
    first, second = map(of_line, queue.item(row(6)).lines)

    assert first.startswith("Complaint · Mia Quist @handle_06_abcd · due ")
    assert second == "“my kettle arrived broken and nobody answers me…”"


def test_an_entry_without_a_message_of_its_own_leads_to_the_post():
    assert of_line(queue.item(row(url=None)).lines[1]).endswith("View on X")


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


LONG_ID = "bluesky~abcdefghijkl-~abcdefghijklmnopqrstuvwx-9999"


def longest(number: int) -> Row:
    """The longest that an entry can be: ids by digest, a name and words without end, an urgent case that a colleague has."""
    return row(
        number,
        url=f"https://discord.com/channels/{10**18}/{10**18}/{10**18 + number}",
        text="🦊<&>" * 1000,
        alert=alert(
            id=f"{LONG_ID}{number:02}", person_id=f"{number}", claimed_by="🦊&" * 50, claimed_key="slack:U1",
            state=AlertState.OPEN if number % 2 else AlertState.SNOOZED,
            snoozed_until=NOW + timedelta(days=40),
        ),
        person=Person(account(f"{number}", "h" * 60, NAMES[number % len(NAMES)] * 3)),
    )  # fmt: skip


@pytest.mark.parametrize("make", [row, longest])
def test_ten_entries_fit_into_one_message_of_each_chat_with_every_button(make: Callable[[int], Row]):
    ten = page(*(make(number) for number in range(1, 11)), total=34, snoozed=2, untold=9, theirs=4,
               troubles=["X lets nobody read now. " * 8])  # fmt: skip
    blocks, components = map(json.dumps, sent(queue.listing(LISTINGS[QueuePart.ALL], ten)))

    for shown in (blocks, components):
        assert "is no room" not in shown
        assert "1-10 of 34" in shown
        assert "Next 10" in shown
        assert shown.count("https://") >= 10
    for number in range(1, 11):
        entry = make(number)
        for one in queue.item(entry).buttons[1:]:
            assert (
                pack(Press(one.do, entry.facts.alert.id, one.value)) in json.loads(f"[{blocks}]").__repr__()
            )
            assert f'"{actions.encode(one.do.value, entry.facts.alert.id, one.value)}"' in components


def test_the_next_page_begins_right_behind_the_last_entry_that_was_shown():
    many = page(*(row(number) for number in range(1, 31)), total=30, size=30)
    for shown, one in zip(
        map(json.dumps, sent(queue.listing(LISTINGS[QueuePart.ALL], many))), "sd", strict=True
    ):
        here = [
            number
            for number in range(1, 31)
            if f"reply::x900-{number}-1" in shown or f":reply:x900-{number}-1" in shown
        ]
        last = here[-1]

        assert here == list(range(1, last + 1))
        assert 10 <= last < 30, one
        assert f"1-{last} of 30" in shown
        assert f"Next {30 - last}" in shown
        assert f"1{last:032}" in shown
        assert "not shown" not in shown


def test_several_brands_each_say_how_far_they_are_shown():
    answers = [
        queue.listing(
            LISTINGS[QueuePart.ALL],
            page(*(row(10 * b + n) for n in range(1, 9)), total=20, list_id=f"x{b}-queue.queue-0"),
        )
        for b in range(3)
    ]
    sections = tuple(
        one
        for number, each in enumerate(answers)
        if each.card
        for one in commands._of_one((f"brand {number}",), f"@b{number}", each.card)
    )
    reply = EphemeralReply(card=answer_card("Three", sections=sections))
    for shown in map(json.dumps, sent(reply)):
        ends = re.findall(r"(\d+) of 20|no room for its entries", shown)

        assert len(ends) == 3
        assert shown.count("of @b") + shown.count("Show @b") == 3


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (QueuePart.MINE, "You have claimed nothing that waits."),
        (QueuePart.OVERDUE, "Nothing is overdue."),
        (QueuePart.QUESTIONS, "No question waits."),
    ],
)
def test_an_empty_part_of_the_queue_is_no_all_clear(part: QueuePart, words: str):
    told = said(page(everywhere=3), part)

    assert f"{words} 3 wait in all: /mutuals queue" in told
    assert "Well done" not in told
    assert "may not see everything" in said(page(troubles=("X lets nobody read now.",)), part)


def test_the_next_page_is_offered_by_a_button_that_says_how_many():
    ten = said(page(*[row()] * 10, total=11))
    last = said(page(row(), start=10, total=11))

    assert "1-10 of 11\n[Next 1]" in ten
    assert "11 of 11" in last
    assert "Next" not in last
    assert " of 1" not in said(page(row()))


# --- words that no command has


@pytest.mark.parametrize(
    ("typed", "meant"), [("quue", "queue"), ("complaint", "complaints"), ("statu", "status"), ("sto", "stop")]
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
