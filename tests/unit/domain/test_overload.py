"""Overload: what waits against the time of those on duty."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import rota
from mutuals.domain.overload import COOL_DOWN, load, tells

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SHIFTS = rota.parse("Ana mon-fri 09:00-13:00; Ben mon-fri 09:00-12:30")


def test_an_hour_and_a_half_of_duty_takes_twenty_two_answers_of_four_minutes():
    enough, too_much = load(22, 4, SHIFTS, NOON), load(23, 4, SHIFTS, NOON)

    assert enough is not None
    assert too_much is not None
    assert (enough.left, enough.too_much, too_much.too_much) == (90, False, True)
    assert load(500, 4, SHIFTS, NOON + timedelta(hours=2)) is None


@given(st.lists(st.tuples(st.integers(1, 600), st.integers(0, 200)), max_size=40))
def test_it_is_said_once_an_episode_and_never_twice_within_the_cool_down(steps: list[tuple[int, int]]):
    always = rota.parse("Ana mon-sun 00:00-24:00")
    now, running, told_at = NOON, False, None
    said: list[datetime] = []
    for minutes, waiting in steps:
        now += timedelta(minutes=minutes)
        found = load(waiting, 4, always, now)
        assert found is not None
        assert not (found.too_much and found.over)
        if tells(found, running, told_at, now):
            said.append(now)
            running, told_at = True, now
        elif found.over:
            running = False

    assert all(later - earlier >= COOL_DOWN for earlier, later in pairwise(said))
