"""Clocks in business hours, quicker answers, and which case goes first."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import cases as case_rules
from mutuals.domain import sla
from mutuals.domain.business_hours import parse_week
from mutuals.domain.case_batch import ClassifiedPost
from mutuals.domain.model import Category, Flag
from mutuals.domain.policy import DAY, HOUR, MINUTE, Hours, Policy, ResponseTime
from mutuals.domain.sla import Standing, grounds, moments, stricter
from tests.unit.domain.cases import NOW, answer, case_batch, fan, heard, post

OFFICE = Policy(hours=Hours(parse_week("mon-fri 09:00-18:00")))
EVENING = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)  # a Tuesday
OLD = NOW - timedelta(days=30)
FIRST = Standing(first_at=NOW, known_since=OLD)
CLASSES = st.sampled_from([*Policy().response_times])
NONE: frozenset[Flag] = frozenset()


def test_a_complaint_in_the_evening_is_told_at_once_and_due_an_hour_after_opening():
    when = moments(Category.COMPLAINT, NONE, EVENING, OFFICE)
    morning = EVENING.replace(day=25, hour=9)
    assert (when.tell_at, when.warn_at, when.due_at) == (EVENING, morning + 30 * MINUTE, morning + HOUR)


def test_a_question_in_the_evening_is_told_at_half_of_its_time_in_the_morning():
    when = moments(Category.QUESTION, NONE, EVENING, OFFICE)
    assert when.tell_at == EVENING.replace(day=25, hour=10)


def test_giving_up_is_counted_by_the_clock():
    assert moments(Category.COMPLAINT, NONE, EVENING, OFFICE).expires_at == EVENING + 5 * DAY


@given(
    CLASSES, st.sampled_from([NONE, frozenset({Flag.URGENT})]), st.integers(0, 14 * 24 * 60), st.booleans()
)
def test_no_answer_is_due_later_than_a_day_by_the_clock(category, flags, minutes, quicker):
    at = NOW + minutes * MINUTE
    when = moments(category, flags, at, OFFICE, quicker=quicker)
    assert at <= when.tell_at <= when.warn_at <= when.due_at <= at + DAY


@given(CLASSES, st.integers(0, 14 * 24 * 60))
def test_the_promise_of_an_acknowledgement_counts_open_time_too(category, minutes):
    at = NOW + minutes * MINUTE
    assert at + OFFICE.follow_up_after <= sla.promise(at, OFFICE) <= at + DAY


def test_who_sets_more_than_a_day_is_not_cut_short_by_the_limit():
    slow = replace(
        OFFICE,
        hours=None,
        response_times=dict.fromkeys(OFFICE.response_times, ResponseTime(3 * DAY, tell_at_half=False)),
    )
    assert moments(Category.QUESTION, NONE, NOW, slow).due_at == NOW + 3 * DAY


@pytest.mark.parametrize(
    ("usual", "quicker"),
    [(4 * HOUR, 2 * HOUR), (2 * HOUR, HOUR), (HOUR, 30 * MINUTE), (15 * MINUTE, 15 * MINUTE)],
)
def test_the_next_stricter_tier_is_the_policys_next_shorter_time(usual, quicker):
    assert stricter(usual, Policy()) == quicker


def test_a_policy_with_one_time_for_all_has_no_tiers():
    flat = replace(
        Policy(), response_times=dict.fromkeys(Policy().response_times, ResponseTime(DAY, tell_at_half=False))
    )
    assert stricter(DAY, flat) == DAY
    assert grounds(FIRST, Category.COMPLAINT, NOW, flat) == ()


def opened(number: int, standing: Standing | None, category: Category = Category.COMPLAINT, **fields):
    """The case that a post by person `number` opens."""
    one = case_batch()
    person = str(number)
    one.standings = {person: standing} if standing else {}
    case_rules.fold(one, [heard(post(number, person, **fields), category)], Policy())
    return one.cases[str(number)]


def test_a_first_contact_goes_before_a_regulars_next_of_equal_severity():
    regular, newcomer = opened(1, None), opened(2, FIRST)
    assert case_rules.severity(regular) == case_rules.severity(newcomer)
    assert case_rules.order([regular, newcomer]) == [newcomer, regular]
    assert any(sentence.startswith("First contact") for sentence in newcomer.why)


def test_a_second_post_of_somebody_is_no_first_contact():
    later = replace(FIRST, first_at=NOW - 3 * DAY)
    assert grounds(later, Category.COMPLAINT, NOW, Policy()) == ()


def test_with_less_than_a_week_of_history_nobody_is_called_new():
    assert grounds(replace(FIRST, known_since=NOW - 6 * DAY), Category.COMPLAINT, NOW, Policy()) == ()


def test_whom_we_follow_is_answered_sooner_also_when_that_is_learned_later():
    at_once = opened(1, Standing(we_follow=True))
    later = sla.followed(opened(1, None), Policy())
    assert at_once.due_at == later.due_at == NOW + 30 * MINUTE
    assert sla.followed(later, Policy()) == later
    at_risk = opened(1, Standing(fan=fan()))
    assert "fan at risk" not in " ".join(sla.followed(at_risk, Policy()).why)


def test_a_fan_at_risk_is_somebody_unfollowed_who_speaks_often_and_complains():
    often = Standing(fan=fan())
    assert "A fan at risk" in " ".join(grounds(often, Category.COMPLAINT, NOW, Policy()))
    assert grounds(often, Category.QUESTION, NOW, Policy()) == ()
    assert grounds(Standing(fan=fan(interactions=4)), Category.COMPLAINT, NOW, Policy()) == ()
    assert grounds(Standing(fan=fan(last_at=NOW - 100 * DAY)), Category.COMPLAINT, NOW, Policy()) == ()


def test_of_two_due_at_the_same_time_the_angrier_and_the_more_widely_heard_goes_first():
    mild, angry, heard_of = opened(1, None), opened(2, None), opened(3, None)
    mild, heard_of = replace(mild, score=0.6), replace(heard_of, score=0.6, echoes=("8", "9", "10"))
    assert case_rules.order([mild, angry, heard_of]) == [heard_of, angry, mild]


def test_an_hour_earlier_outweighs_any_severity():
    loud = replace(opened(1, None, minutes=60), echoes=tuple(map(str, range(100, 200))))
    assert case_rules.order([loud, opened(2, None)])[0].id == "2"


def test_posts_of_others_about_a_case_are_counted_once_and_never_our_own_or_their_own():
    first = post(1)
    echo = post(2, "8", minutes=1, in_reply_to="1", conversation_id="c1")
    quote, repost = post(3, "9", minutes=2, quotes="1"), post(4, "6", minutes=3, reposts="1")
    own = post(5, minutes=4, in_reply_to="1", conversation_id="c1")
    one = case_batch()
    one.held = frozenset({"6"})
    again = [heard(post_, Category.OTHER) for post_ in (echo, quote, repost, own, echo, quote)]
    case_rules.fold(one, [heard(first), *again, heard(answer(6, first, minutes=5))], Policy())
    assert one.cases["1"].echoes == ("2", "3", "4")


def test_a_class_for_the_digest_is_not_told_before_it_expires_unless_it_is_urgent():
    quiet = replace(
        Policy(),
        response_times=dict(Policy().response_times)
        | {Category.QUESTION: ResponseTime(HOUR, False, in_digest=True)},
    )
    plain = moments(Category.QUESTION, NONE, NOW, quiet)
    assert plain.tell_at == plain.expires_at
    assert moments(Category.QUESTION, frozenset({Flag.URGENT}), NOW, quiet).tell_at == NOW


def test_an_answer_of_the_family_settles_and_its_own_complaint_opens_nothing():
    one, first = case_batch(), post(1)
    one.family = frozenset({"55"})
    reply = replace(answer(2, first, minutes=1), author_id="55")
    case_rules.fold(one, [heard(first), ClassifiedPost(reply, None)], Policy())
    assert one.cases["1"].closed_by == "answered"
    assert one.answers == {}  # the brand itself has sent nothing
