"""How far a clock is off, by the dates of the services' answers."""

from datetime import datetime, timedelta
from email.utils import format_datetime

import pytest

from mutuals.ports.clock_offset import FRESH, ClockOffset, off_by
from mutuals.testing.clock import FixedClock

MINUTE = timedelta(minutes=1)


def dated(at: datetime, **more: str) -> dict[str, str]:
    return {"Date": format_datetime(at, usegmt=True), **more}


def test_a_clock_is_as_far_off_as_every_service_says():
    clock = FixedClock()
    offset = ClockOffset(clock.now, lambda: 0.0)
    for peer, by in (("x", 11), ("slack", 10)):
        offset.of(peer)(dated(clock.now() + by * MINUTE))

    assert offset.ahead == -10 * MINUTE
    assert offset.by_peer() == {"slack": -10 * MINUTE, "x": -11 * MINUTE}


def test_a_service_whose_own_clock_is_wrong_makes_ours_no_wrong_one():
    clock = FixedClock()
    offset = ClockOffset(clock.now, lambda: 0.0)
    offset.of("x")(dated(clock.now() + timedelta(hours=1)))
    offset.of("discord")(dated(clock.now()))

    assert offset.ahead == timedelta(0)


def test_one_answer_that_came_late_counts_for_nothing_and_a_clock_that_stays_off_does():
    clock = FixedClock()
    offset = ClockOffset(clock.now, lambda: 0.0)
    heard = offset.of("x")
    heard(dated(clock.now()))
    heard(dated(clock.now() - 10 * MINUTE))
    once = offset.ahead
    for _ in range(3):
        heard(dated(clock.now() - 10 * MINUTE))

    assert once == timedelta(0)
    assert offset.ahead == 10 * MINUTE


def test_an_answer_from_a_cache_is_as_old_as_it_says():
    clock = FixedClock()
    offset = ClockOffset(clock.now, lambda: 0.0)
    offset.of("x")(dated(clock.now() - 10 * MINUTE, Age="600"))

    assert offset.ahead == timedelta(0)


@pytest.mark.parametrize("headers", [{}, {"Date": "yesterday"}, {"Date": ""}, {"Date": "Mon, 99 Foo 2026"}])
def test_who_tells_no_time_is_not_counted(headers: dict[str, str]):
    offset = ClockOffset(FixedClock().now, lambda: 0.0)
    offset.of("x")(headers)

    assert offset.ahead is None


def test_what_was_heard_long_ago_is_forgotten():
    clock, seconds = FixedClock(), [0.0]
    offset = ClockOffset(clock.now, lambda: seconds[0])
    offset.of("x")(dated(clock.now() - 10 * MINUTE))
    seconds[0] = FRESH + 1

    assert offset.ahead is None
    assert offset.by_peer() == {}


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (timedelta(seconds=-90), "90 seconds behind"),
        (timedelta(minutes=10), "10 minutes ahead of"),
        (timedelta(hours=-3), "3 hours behind"),
        (timedelta(days=1), "24 hours ahead of"),
        (timedelta(days=-400), "400 days behind"),
    ],
)
def test_the_difference_is_said_in_words(ahead: timedelta, words: str):
    assert off_by(ahead) == words
