"""The kill switch as it lies in the database: what cannot be read counts as stopped."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.cards import kill_switch as kill_switch_cards
from mutuals.domain import kill_switch

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda one: st.dictionaries(st.text(), one),
    max_leaves=5,
)


@given(st.text(), st.text(), st.booleans())
def test_a_stop_comes_back_as_it_was_kept(by: str, why: str, over: bool):
    stop = kill_switch.stopped(by or "Dana", NOW, why)
    stop = stop.ended("Eva", NOW) if over else stop

    assert kill_switch.from_doc(kill_switch.to_doc(stop), NOW) == stop
    assert len(stop.why) <= kill_switch.LONGEST_WHY
    assert "\n" not in stop.why


@given(JSON.filter(lambda one: one is not None))
def test_what_cannot_be_read_counts_as_stopped(doc: Any):
    stop = kill_switch.from_doc(doc, NOW)

    assert stop is not None
    assert stop.ended_at is None
    assert "stopped all acts" in kill_switch_cards.begun(stop, "X")


def test_nothing_kept_means_that_nobody_stopped_anything():
    assert kill_switch.from_doc(None, NOW) is None


@pytest.mark.parametrize(
    ("why", "said"), [("", ""), ("wrong text", "Why: wrong text. "), ("Really?", "Why: Really? ")]
)
def test_the_reason_is_said_where_one_was_given(why: str, said: str):
    assert f"stopped all acts just now. {said}When an admin" in kill_switch_cards.refusal(
        kill_switch.stopped("Dana", NOW, why), NOW
    )
