"""Cards as messages: what a phone shows, what strangers can't do, and no limit broken by any card."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from mutuals.cards import saved_reply_list
from mutuals.cards.markup import Button, Card, Intent, ListItem, Tone
from mutuals.domain.saved_replies import ReplyKind, SavedReply
from mutuals_sandbox.slack.blocks import characters, check_blocks, check_view
from mutuals_slack.actions import unpack
from mutuals_slack.blocks import answer, blocks, message
from mutuals_slack.field_views import fields_view
from mutuals_slack.views import Where, form_view, sending_view, told_view
from tests.support.cards import (
    ALERT,
    MENU,
    NASTY,
    alert_card,
    answers,
    cards,
    forms,
    lines,
    texts,
)
from tests.support.examples import examples

quick = settings(max_examples=examples(60), deadline=None)
WHERE = Where(ALERT, Intent.REPLY, "C0CARE1", "1700000000.000001")


def parts(body: Any, kind: str) -> list[dict[str, Any]]:
    """Every object of this type inside."""
    if isinstance(body, list):
        return [part for each in body for part in parts(each, kind)]
    if not isinstance(body, dict):
        return []
    own = [body] if body.get("type") == kind else []
    return own + [part for each in body.values() for part in parts(each, kind)]


@quick
@given(cards)
def test_any_card_gives_a_message_that_slack_takes(card: Card):
    body = message(card, "here")

    assert check_blocks(body["blocks"], "message") == []
    assert 0 < len(body["text"]) <= 20_000
    assert characters(body["blocks"]) < 8_000
    assert len(json.dumps(body["blocks"], ensure_ascii=False)) < 13_200
    assert len(json.dumps(body["metadata"])) < 16_000
    json.dumps(body).encode()


@quick
@given(cards)
def test_no_card_makes_markup_of_its_own(card: Card):
    for part in parts(blocks(card), "mrkdwn"):
        assert part["text"].startswith("<http")
        assert part["text"].endswith("|View profile>")
        assert part["text"].count("<") == 1


@quick
@given(answers)
def test_any_answer_is_one_that_slack_takes(given_answer: Any):
    body = answer(given_answer, ALERT)

    assert check_blocks(body["blocks"], "message") == []
    assert body["text"]
    assert check_view(told_view("Sent", given_answer, WHERE)) == []


@quick
@given(forms, texts)
def test_any_form_is_a_view_that_slack_takes(form: Any, typed: str):
    assert check_view(form_view(form, WHERE, 10)) == []
    assert check_view(sending_view(WHERE, typed, stored=True)) == []
    assert check_view(sending_view(WHERE, typed, stored=False)) == []


def test_the_headline_stands_after_the_sign_of_its_tone():
    for tone in Tone:
        head = blocks(alert_card(tone=tone))[0]["text"]["text"]

        assert head == f"{tone.sign} Complaint from Ana"


def test_a_notice_is_not_called_closed():
    head = blocks(alert_card(tone=Tone.QUIET, alert_id=None, headline="X is slow today"))[0]["text"]["text"]

    assert head == "⚪ X is slow today"


def test_strangers_words_stand_only_where_slack_reads_nothing_into_them():
    body = message(
        alert_card(
            summary=NASTY,
            quotes=(
                alert_card().quotes[0].__class__(NASTY, "https://x.example/1", alert_card().quotes[0].at),
            ),
        )
    )
    (quoted,) = parts(body["blocks"], "rich_text_quote")

    theirs, *ours = quoted["elements"]
    assert theirs == {"type": "text", "text": NASTY}
    assert [one["type"] for one in ours] == ["text", "link", "text", "date"]
    assert ours[1]["url"] == "https://x.example/1"
    assert "<" not in body["text"]
    assert "@here" not in body["text"]
    assert ":tada:" not in body["text"]


def test_a_long_post_is_cut_at_a_word():
    long = "parcel " * 300
    card = alert_card(
        quotes=(alert_card().quotes[0].__class__(long, "https://x.example/1", alert_card().quotes[0].at),)
    )
    (quoted,) = parts(blocks(card), "rich_text_quote")

    assert quoted["elements"][0]["text"].endswith("parcel…")
    assert len(quoted["elements"][0]["text"]) <= 700


def test_the_picture_has_words_for_those_who_can_not_see_it():
    (picture,) = parts(blocks(alert_card()), "image")

    assert picture["alt_text"] == "Picture of Ana"


def test_buttons_are_in_sight_and_the_rest_is_in_a_menu():
    (actions,) = parts(blocks(alert_card()), "actions")
    kinds = [element["type"] for element in actions["elements"]]

    assert kinds == ["button", "button", "button", "static_select", "button"]
    assert actions["elements"][-1]["url"] == "https://x.example/ana/status/1"


def test_a_short_menu_is_an_overflow_menu_with_its_link_inside():
    (actions,) = parts(blocks(alert_card(menu=(MENU[0], MENU[-1]))), "actions")
    menu = actions["elements"][-1]

    assert menu["type"] == "overflow"
    assert menu["options"][-1]["url"] == "https://x.example/ana/status/1"


def test_every_button_can_be_read_back():
    (actions,) = parts(blocks(alert_card()), "actions")
    for element in actions["elements"]:
        for packed in [element.get("value")] + [o["value"] for o in element.get("options", [])]:
            if packed is not None:
                assert unpack(packed).alert_id == ALERT


def test_an_alert_id_too_long_for_slack_leaves_the_button_out_instead_of_breaking_the_message():
    card = alert_card(alert_id="a" * 200, buttons=(Button(Intent.CLAIM, "Claim"),), menu=())

    assert parts(blocks(card), "button") == []


def test_each_entry_of_a_list_has_buttons_that_act_on_its_own_alert():
    entries = tuple(
        ListItem(((f"@person{number}",),), f"brand-{number}-1", (Button(Intent.REPLY, "Reply"),))
        for number in range(5)
    )
    made = parts(blocks(alert_card(sections=entries)), "button")

    replies = [unpack(one["value"]).alert_id for one in made if one["text"]["text"] == "Reply"]
    assert replies == [*(f"brand-{number}-1" for number in range(5)), ALERT]


@quick
@given(lines)
def test_a_line_keeps_the_spaces_between_its_parts(line: Any):
    card = alert_card(body=(("Claimed by ", "Bo", " today"), line))
    body = json.dumps(blocks(card))

    assert '"Claimed by "' in body
    assert '" today"' in body


@pytest.mark.parametrize("text", ["😀" * 1000, "{hi} " * 200, "<!channel> " * 60])
def test_the_longest_saved_replies_make_a_list_and_a_form_that_slack_takes(text: str):
    longest = SavedReply(
        "f" * 16,
        "N" * 60,
        "pt",
        text[:1000],
        frozenset(ReplyKind),
        "B" * 80,
        datetime(2026, 3, 1, tzinfo=UTC),
    )
    many = [replace(longest, id=f"{number:016x}") for number in range(100)]
    brand = "x" * 29
    said = answer(saved_reply_list.listing(brand, many, 0, "pt", may=True))
    assert check_blocks(said["blocks"], "message") == []
    for form in (saved_reply_list.form(brand, longest), saved_reply_list.form(brand, None)):
        assert check_view(fields_view(form, WHERE)) == []
