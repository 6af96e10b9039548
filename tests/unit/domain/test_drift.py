"""Who drifts away is told by their own rhythm: a change is seen, and whoever speaks seldom is never called adrift."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.drift import EXPECTED, drift

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def rhythm(every: int, times: int, silent: int = 0) -> list[datetime]:
    """A word every so many days, so often, and then nothing for so long."""
    return [NOW - (silent + number * every) * DAY for number in range(times)]


@given(st.integers(1, 9), st.integers(30, 60))
def test_whoever_stops_is_seen_once_enough_days_have_passed(every: int, times: int):
    silent = max(14, EXPECTED * every) + 22  # the next longer time that is looked at

    found = drift(rhythm(every, times, silent if every < 8 else 61), NOW)
    assert found is not None
    assert found.seen == 0
    assert found.last_at == NOW - (silent if every < 8 else 61) * DAY


@given(st.integers(1, 90), st.integers(1, 80), st.integers(0, 6))
def test_whoever_goes_on_as_ever_is_not(every: int, times: int, hours: int):
    assert drift([at - timedelta(hours=hours) for at in rhythm(every, times)], NOW) is None


@given(st.integers(13, 200), st.integers(1, 60), st.integers(0, 400))
def test_whoever_speaks_seldom_is_never_adrift(every: int, times: int, silent: int):
    assert drift(rhythm(every, times, silent), NOW) is None


@given(st.lists(st.integers(0, 24 * 300), max_size=80), st.integers(0, 100))
def test_only_the_time_that_has_passed_matters(hours: list[int], days: int):
    times = [NOW - timedelta(hours=one) for one in hours]
    moved = [at + days * DAY for at in times]

    here, there = drift(times, NOW), drift(moved, NOW + days * DAY)
    assert (here is None) == (there is None)
    if here and there:
        assert (here.usual, here.window, here.seen) == (there.usual, there.window, there.seen)


def test_a_quarrel_of_one_week_is_no_rhythm():
    assert drift(rhythm(1, 9, silent=40), NOW) is None


def test_somebody_with_long_pauses_of_their_own_is_given_as_long_again():
    holiday = [*rhythm(2, 12, silent=20), *rhythm(2, 12, silent=20 + 24 + 30)]

    assert drift(holiday, NOW) is None
    assert drift([at - 40 * DAY for at in holiday], NOW) is not None


def test_one_word_in_passing_does_not_hide_that_somebody_goes():
    found = drift([*rhythm(2, 40, silent=25), NOW - 3 * DAY], NOW)

    assert found is not None
    assert found.seen == 1
    assert found.last_at == NOW - 3 * DAY
