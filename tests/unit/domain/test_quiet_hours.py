"""Quiet hours: when they hold, and when they end."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.quiet_hours import parse, until

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
MOMENTS = st.integers(0, 60 * 24 * 400).map(lambda minutes: MONDAY + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("hour", "ends"),
    [(21, None), (22, 7), (23, 7), (3, 7), (7, None), (12, None)],
)
def test_a_night_ends_on_the_next_morning(hour: int, ends: int | None):
    found = until(MONDAY + timedelta(hours=hour), parse("22:00-07:00"))

    assert (found.hour if found else None) == ends


def test_they_are_those_of_the_teams_own_clock():
    assert until(MONDAY + timedelta(hours=5), parse("22:00-07:00", "Europe/Berlin")) == MONDAY + timedelta(
        hours=6
    )
    assert until(MONDAY, None) is None


@given(
    MOMENTS,
    st.sampled_from(["22:00-07:00", "12:00-13:00", "00:00-23:59"]),
    st.sampled_from(["UTC", "Europe/Berlin"]),
)
def test_they_end_later_and_within_a_day_and_it_is_not_quiet_then(at: datetime, text: str, zone: str):
    hours = parse(text, zone)
    ends = until(at, hours)

    if ends is not None:
        assert at < ends <= at + timedelta(hours=25)
        assert until(ends, hours) is None


@pytest.mark.parametrize("text", ["", "night", "22:00", "25:00-07:00", "7-8", "08:00-08:00"])
def test_what_is_no_span_is_told_how_to_write_one(text: str):
    with pytest.raises(ValueError, match="22:00-07:00"):
        parse(text)
