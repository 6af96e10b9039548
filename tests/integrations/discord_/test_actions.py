"""What a button is, written and read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutuals.cards.markup import Intent
from mutuals_discord import actions

plain = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@settings(deadline=None)
@given(st.sampled_from([*(do.value for do in Intent), actions.MENU, actions.PICK]), plain, plain)
def test_what_was_written_into_a_button_is_read_back(verb: str, alert_id: str, value: str):
    custom_id = actions.encode(verb, alert_id, value)

    if custom_id is not None:
        assert len(custom_id) <= 100
        assert actions.decode(custom_id) == actions.Key(verb, alert_id, value)


def test_the_form_of_a_custom_id_never_changes():
    assert actions.encode("snooze", "brand7/person9/1", "1h") == "mutuals:snooze:brand7/person9/1:1h"
    assert actions.encode("reply", "a:b") == "mutuals:reply:a%3Ab"


@pytest.mark.parametrize(
    "custom_id",
    [
        "",
        "mutuals",
        "mutuals:",
        "mutuals:reply",
        "mutuals:reply:",
        "mutuals:reply:a:",
        "mutuals:dance:a",
        "other:reply:a",
        "mutuals:reply:a:b:c",
    ],
)
def test_a_damaged_custom_id_is_noticed(custom_id: str):
    assert actions.decode(custom_id) is None


def test_no_button_is_made_without_an_alert_or_with_an_id_too_long():
    assert actions.encode("reply", "") is None
    assert actions.encode("reply", "x" * 90) is None


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_can_be_read_without_trouble(custom_id: str):
    key = actions.decode(custom_id)

    assert key is None or key.verb
