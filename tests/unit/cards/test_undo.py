"""When Undo is drawn, and what is said of it once it does not work any more."""

from datetime import timedelta

import pytest

from mutuals.cards import undo
from mutuals.cards.alert import card
from mutuals.cards.buttons import IN_SIGHT
from mutuals.cards.markup import Intent
from mutuals.domain.model import AlertState
from mutuals.domain.undo import UNDO_FOR, Undo
from tests.unit.cards.alert_views import NOW, alert, facts

DISMISSED = {"state": AlertState.SETTLED, "closed_by": "dismissed", "closed_at": NOW}
STATES = {
    Intent.DISMISS: DISMISSED,
    Intent.FEEDBACK: DISMISSED,
    Intent.SNOOZE: {"state": AlertState.SNOOZED, "snoozed_until": NOW + timedelta(hours=1)},
    Intent.CLAIM: {"claimed_by": "Ana", "claimed_key": "slack/U1", "claimed_until": NOW + timedelta(hours=1)},
    Intent.PREFER: {},
}


def kept(what: Intent) -> Undo:
    return Undo(what.value, "Ana", "slack/U1", NOW + UNDO_FOR)


@pytest.mark.parametrize("what", STATES)
def test_undo_stands_last_for_five_minutes_and_then_no_more(what: Intent):
    done = alert(**STATES[what], undo=kept(what))

    assert card(facts(alert=done)).buttons[-1].label == "Undo"
    later = card(facts(alert=done, now=NOW + UNDO_FOR))
    assert "Undo" not in [one.label for one in later.buttons]


@pytest.mark.parametrize("what", STATES)
def test_what_still_works_is_really_there(what: Intent):
    done = alert(**STATES[what])
    said = undo.too_late(done, what.value)
    shown = card(facts(alert=done))

    labels = [one.label for one in (*shown.buttons, *shown.menu)]
    named = {Intent.SNOOZE: "Wake now", Intent.CLAIM: "Release", Intent.PREFER: "Talk, do not follow"}
    assert named.get(what, "Reopen") in labels
    assert said.startswith("Too late: Undo works for five minutes.")


@pytest.mark.parametrize("what", [one for one in STATES if one is not Intent.PREFER])
def test_what_was_changed_since_is_not_undone(what: Intent):
    changed = alert(undo=kept(what))

    assert not undo.is_offered(changed, NOW)
    assert undo.too_late(changed, what.value) == undo.NOTHING_LEFT
    assert undo.too_late(changed, "what is this?") == undo.NOTHING_LEFT


def test_undo_never_makes_a_fifth_button():
    asks = facts(alert=alert(is_fan=True, undo=kept(Intent.PREFER)))
    assert len(card(asks).buttons) <= IN_SIGHT
