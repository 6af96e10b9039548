"""Whose turn a call is: fair by the kind of call, so that nobody gets only anger."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.model import Category, Flag
from mutuals.domain.rotation import RECENT, CallTaken, count, is_angry, next_up, recent
from tests.unit.cards.alert_views import NOW, case

TEAM = ["Ana", "Ben", "Cleo"]


def test_complaints_and_what_is_urgent_count_as_anger():
    assert is_angry(case())
    assert is_angry(case(category=Category.QUESTION, flags=frozenset({Flag.URGENT})))
    assert not is_angry(case(category=Category.QUESTION))


@given(st.lists(st.booleans(), max_size=40))
def test_however_the_calls_come_nobody_has_two_angry_ones_more_than_another(kinds: list[bool]):
    taken: list[CallTaken] = []
    for angry in kinds:
        name = next_up(TEAM, taken, angry=angry)
        assert name is not None
        taken.append(CallTaken(name, NOW, angry))

    anger = [count(taken, name, angry=True) for name in TEAM]
    assert max(anger) - min(anger) <= 1


def test_a_calm_call_goes_to_whoever_had_the_most_anger():
    taken = [CallTaken("Ben", NOW, True), CallTaken("Ben", NOW, True), CallTaken("Ana", NOW, True)]

    assert next_up(TEAM, taken, angry=False) == "Ben"
    assert next_up(TEAM, taken, angry=True) == "Cleo"


def test_who_is_alone_has_every_turn_and_where_nobody_is_there_is_none():
    assert next_up(["Ana"], [CallTaken("Ana", NOW, True)] * 9, angry=True) == "Ana"
    assert next_up([], [], angry=True) is None


def test_what_is_a_week_old_counts_no_more():
    old, new = (
        CallTaken("Ana", NOW - RECENT, True),
        CallTaken("Ana", NOW - RECENT + timedelta(minutes=1), True),
    )

    assert recent([old, new], NOW) == [new]
