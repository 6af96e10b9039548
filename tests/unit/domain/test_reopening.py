"""What a case is once somebody of the team has opened it again."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import reopening
from mutuals.domain.answers import answers
from mutuals.domain.model import CASE_CLASSES, Case, CaseState, Category, Post
from mutuals.domain.policy import Policy
from tests.unit.cards.alert_views import NOW, case

HOUR = timedelta(hours=1)


def closed(state: CaseState = CaseState.DISMISSED, **changes) -> Case:
    return replace(case(state=state, closed_at=NOW + HOUR / 2, closed_by="dismissed"), **changes)


def test_before_it_is_due_it_waits_on_by_the_clock_that_it_had():
    again = reopening.reopened(closed(), NOW + HOUR / 2, Policy())

    assert (again.state, again.closed_at, again.closed_by) == (CaseState.OPEN, None, None)
    assert (again.due_at, again.episode) == (closed().due_at, 1)


@given(st.integers(1, 400), st.sampled_from(sorted(CASE_CLASSES)))
def test_after_that_it_has_a_new_clock_and_may_call_once_more(hours: int, category: Category):
    late = closed(category=category, escalated=True, warned=True)
    now = late.due_at + hours * HOUR

    again = reopening.reopened(late, now, Policy())

    assert now < again.warn_at <= again.due_at <= again.expires_at
    assert (again.escalated, again.warned, again.episode) == (False, False, 2)


def test_what_was_taken_for_its_answer_is_none_any_more():
    ours = Post("9", "900", "@mia sorry!", NOW + HOUR / 4, "1", in_reply_to="1", in_reply_to_person="7")
    answered = closed(CaseState.ANSWERED, answer_id="9")

    again = reopening.reopened(answered, NOW + HOUR, Policy())

    assert answers(ours, replace(answered, answer_id=None))
    assert not answers(ours, again)


def test_only_what_ended_with_the_alert_is_opened_again_and_nothing_that_is_gone():
    before = closed(CaseState.ANSWERED, id="2", closed_at=NOW)
    gone = closed(CaseState.GONE, id="3", closed_at=NOW + HOUR)
    waits = case(id="4")

    assert reopening.last_closed([before, gone, waits, closed()]) == [closed()]
    assert reopening.last_closed([]) == []
