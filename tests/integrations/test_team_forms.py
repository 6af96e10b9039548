"""The forms and private messages of a team's work, at the worst case, as both chats take them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mutuals.cards import alert as alert_card
from mutuals.cards import approval, assignment, hand_off
from mutuals.cards.alert_view import AlertView
from mutuals.cards.fields import Field, FieldsForm
from mutuals.cards.markup import Card, Intent, Timestamp
from mutuals.domain.hand_offs import HandedOff, HandOff, HandOffPolicy, Way
from mutuals.domain.model import Person, Post, Relationship
from mutuals_discord import layout
from mutuals_discord.field_modals import FieldsModal
from mutuals_sandbox.discord.bodies import check_message
from mutuals_sandbox.discord.modals import check_modal
from mutuals_sandbox.slack.blocks import MESSAGE, check_blocks, check_view
from mutuals_slack.blocks import answer, message
from mutuals_slack.field_views import fields_view
from mutuals_slack.views import Where
from tests.unit.cards.alert_views import NOW, account, alert, facts

WORST = ("", "A" * 4000, "مرحبا " * 600, "😀" * 2000, "a\u0301" * 2000)
NAMES = ["empty", "long", "right to left", "emoji", "marks"]


def worst(text: str) -> AlertView:
    """An alert about somebody with this name, who wrote this, claimed by somebody of this name."""
    return facts(
        person=Person(account(name=text[:100]), Relationship(), NOW),
        posts={"1": Post("1", "7", text, NOW, "1")},
        alert=alert(claimed_by=text[:100] or None),
    )


def taken(form: FieldsForm) -> None:
    """Both chats take this form."""
    assert check_view(fields_view(form, Where(form.target, form.do, "C1", "1.0"))) == []
    check_modal(FieldsModal(form).to_dict())


def shown(card: Card) -> None:
    """Both chats take this message."""
    assert check_blocks(message(card)["blocks"], MESSAGE) == []
    view = layout.card_view(replace(card, body=()), "<@123>")
    check_message({"components": view.to_components(), "flags": 1 << 15})


@pytest.mark.parametrize("text", WORST, ids=NAMES)
def test_assigning_in_both_chats(text: str):
    found = worst(text)
    taken(assignment.form(found, error=text, word=text))
    card = assignment.told(
        found, "assigned/a/1/U1", text[:100], text[: assignment.LONGEST], NOW + timedelta(hours=1)
    )
    shown(assignment.with_way(card, "https://chat.example/" + "a" * 500))


@pytest.mark.parametrize("text", WORST, ids=NAMES)
def test_handing_off_in_both_chats(text: str):
    policy = HandOffPolicy(
        mail="a" * 240 + "@example.com", webhook="https://desk.example/x", link="https://x.example/"
    )
    found = worst(text)
    found = replace(
        found,
        policy=replace(found.policy, hand_off=policy),
        alert=replace(found.alert, handed_off=HandedOff("h", "KET-99999", policy.mail, text[:100], NOW, NOW)),
    )
    taken(hand_off.form(found, policy.ways(), notes=text, error=text))
    for page in ("", "https://x.example/" + "a" * 400):
        one = HandOff(
            "h",
            "b",
            "x900-7-1",
            "KET-99999",
            Way.MAIL,
            policy.mail,
            text[:100],
            "slack/U1",
            NOW,
            text,
            error=text,
        )
        said = hand_off.begun(one, Timestamp(NOW), page)
        assert check_blocks(answer(said, "x900-7-1")["blocks"], MESSAGE) == []
        check_message({"components": layout.answer_view(said, "x900-7-1").to_components(), "flags": 1 << 15})
    shown(hand_off.failed(found, "handedoff/h/failed/U1", one))
    shown(alert_card.card(found))


@pytest.mark.parametrize("text", WORST, ids=NAMES)
def test_approving_in_both_chats(text: str):
    found = worst(text)
    taken(approval.form("x900-7-1", text))
    for do in (Intent.REPLY, Intent.ACKNOWLEDGE):
        shown(approval.waits(found, "offered/a/reply.0/U1", text[:100], text, do, f"{do}.01234567"))
        shown(approval.returned(found, "sentback/a/reply.0/U1", text[:100], text[:300], text, do))


def test_a_person_is_chosen_among_those_of_the_chat():
    form = FieldsForm("b-p-1", Intent.ASSIGN, "Assign", (Field("to", "Colleague", people=True),))
    assert (
        fields_view(form, Where("b-p-1", Intent.ASSIGN, "C1", "1.0"))["blocks"][0]["element"]["type"]
        == "users_select"
    )
    assert FieldsModal(form).to_dict()["components"][0]["component"]["type"] == 5
