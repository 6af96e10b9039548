"""Who is called for what was overdue before anybody could be told of it."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.late_cases import MOST_CALLS, LateCalls, calls
from mutuals.domain.model import Case, CaseState, Flag
from tests.unit.cards.alert_views import NOW, case

MINUTE = timedelta(minutes=1)
WATCHED = NOW - timedelta(days=2)


def untold(number: int, *, late: int = 5, **fields) -> Case:
    return case(id=str(number), told=False, due_at=NOW - late * MINUTE, **fields)


def test_a_few_are_called_for_each_by_itself_the_worst_first():
    some = [untold(1), untold(2, late=40), untold(3, flags=frozenset({Flag.URGENT}))]

    assert calls(some, NOW, WATCHED) == LateCalls(("3", "2", "1"))


def test_of_many_one_call_names_the_worst_and_counts_the_others():
    many = [untold(number) for number in range(7)] + [untold(9, late=60)]

    assert calls(many, NOW, WATCHED) == LateCalls(("9",), 7)


def test_nobody_is_called_for_what_fell_due_before_the_brand_was_watched():
    assert calls([untold(1, late=60)], NOW, NOW - 30 * MINUTE) == LateCalls()
    assert calls([untold(1)], NOW, None) == LateCalls()


@given(
    st.lists(
        st.tuples(st.integers(-60, 60), st.booleans(), st.booleans(), st.sampled_from(CaseState)), max_size=12
    )
)
def test_only_what_is_open_untold_uncalled_and_overdue_is_called_for_and_none_is_forgotten(drawn):
    made = [
        replace(untold(number, late=late), told=told, escalated=called, state=state)
        for number, (late, told, called, state) in enumerate(drawn)
    ]

    found = calls(made, NOW, WATCHED)

    fit = {
        one.id
        for one in made
        if one.state is CaseState.OPEN and not one.told and not one.escalated and one.due_at <= NOW
    }
    assert set(found.called) <= fit
    assert len(found.called) + found.others == len(fit)
    assert len(found.called) <= MOST_CALLS
