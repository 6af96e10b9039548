"""What keeps an alert low: one line where one line is enough, and one place for what is pressed when it is over."""

from dataclasses import replace
from datetime import timedelta
from itertools import islice

import pytest

from mutuals.cards import alert as alert_card
from mutuals.cards.buttons import judge_again
from mutuals.cards.markup import Link
from mutuals.domain.model import ActKind, ActState, AlertState, Person, Relationship
from mutuals.domain.undo import Undo
from mutuals_discord import layout
from mutuals_slack import blocks
from tests.unit.cards.alert_views import NOW, account, act, alert, case, every_state, facts


def test_what_a_settled_menu_may_leave_out_stands_beside_the_reasons():
    for found in islice(every_state(), 0, None, 35):
        card = alert_card.card(found)
        beside = {(one.do, one.value) for one in judge_again(found)}
        assert {(one.do, one.value) for one in card.menu if one.spare} == (beside if card.over else set())


@pytest.mark.parametrize("chat", ["slack", "discord"])
def test_what_can_be_taken_back_for_minutes_makes_no_row_of_its_own_and_what_goes_in_seconds_stays_in_sight(
    chat: str,
):
    closed = alert(state=AlertState.SETTLED, closed_by="dismissed", closed_at=NOW)
    undone = replace(closed, undo=Undo("dismiss", "Ana", "slack/T/U", NOW + timedelta(minutes=5)))
    waits = replace(act(ActKind.REPLY, ActState.INTENT), goes_at=NOW + timedelta(seconds=10))

    for over in (facts(alert=undone), facts(alert=replace(closed, closed_by="answered"), actions=(waits,))):
        card = alert_card.card(over)
        [button] = card.buttons
        drawn = blocks.blocks(card) if chat == "slack" else layout.card_view(card).to_components()
        kinds = [one["type"] for one in drawn]
        if chat == "discord":
            assert drawn[0]["accessory"]["label"] == button.label
            assert len(drawn) == 2  # the words, and the menu
        elif button.may_wait:
            assert "actions" not in kinds
            assert drawn[0]["accessory"]["type"] == "overflow"
            assert drawn[0]["accessory"]["options"][0]["text"]["text"] == "Undo"
        else:
            assert kinds[-1] == "actions"
            assert [one["text"]["text"] for one in drawn[-1]["elements"]] == ["Withdraw"]


@pytest.mark.parametrize(
    ("name", "handle", "shown"),
    [
        ("Mia", "mia", "Mia @mia"),
        ("Nadia", "nadia_umbrella", "@nadia_umbrella"),
        ("Mia", "mia.quist@a-long-server.example", "Mia"),
    ],
)
def test_of_name_and_handle_one_stands_back_where_both_would_make_a_second_line(
    name: str, handle: str, shown: str
):
    soon = case(warned=True, due_at=NOW + timedelta(minutes=30))
    known = facts(cases=(soon,), person=Person(account("7", handle, name), Relationship(), NOW))
    held = replace(known, alert=alert(claimed_by="Ana of the second floor", claimed_key="slack/U1"))

    line, longer = alert_card.card(known).title, alert_card.card(held).title

    assert [span.text for span in line if isinstance(span, Link)] == [shown]
    assert [span.text for span in longer if isinstance(span, Link)] == [
        f"{name} @{handle}"
    ]  # a second line anyhow
