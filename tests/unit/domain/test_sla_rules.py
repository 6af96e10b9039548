"""When a case is told, warns and is due, to the minute; who is answered sooner, and in which words that is said."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mutuals.domain import cases, sla
from mutuals.domain.business_hours import parse_week
from mutuals.domain.model import Case, Category, Flag, Turn
from mutuals.domain.policy import DAY, HOUR, MINUTE, Hours, Policy, ResponseTime
from mutuals.domain.sla import Standing
from tests.unit.domain.cases import NOW, fan, post, reading

POLICY = Policy()
OFFICE = Policy(hours=Hours(parse_week("mon-fri 09:00-18:00")))
FLAT = replace(
    POLICY, response_times=dict.fromkeys(POLICY.response_times, ResponseTime(HOUR, tell_at_half=True))
)
TWO_TIMES = replace(
    FLAT, response_times={**FLAT.response_times, Category.CONCERN: ResponseTime(2 * HOUR, tell_at_half=True)}
)
NONE: frozenset[Flag] = frozenset()
URGENT = frozenset({Flag.URGENT})
MONDAY, FRIDAY = datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 27, tzinfo=UTC)
OLD = NOW - timedelta(days=30)
FOLLOWED = "You follow them, so they count on being heard. The answer is due sooner."
FIRST = "First contact: they have not written to you before, as far as we know. The answer is due sooner."
AT_RISK = "A fan at risk: they spoke to you 5 times and now complain. The answer is due sooner."


def case_of(category: Category = Category.QUESTION, *flags: Flag, standing: Standing = sla.STRANGER) -> Case:
    """The case that one post opens."""
    return cases.opened("x900", post(1), reading(category, *flags), POLICY, standing)


def minutes(when: sla.Deadlines, at: datetime = NOW) -> tuple[float, float, float]:
    """After how many minutes a case is told, warns and is due."""
    return tuple((each - at) / MINUTE for each in (when.tell_at, when.warn_at, when.due_at))  # type: ignore[return-value]


# --- the three moments


@pytest.mark.parametrize(
    ("category", "flags", "usual", "quicker"),
    [
        (Category.COMPLAINT, NONE, (0, 30, 60), (0, 15, 30)),
        (Category.COMPLAINT, URGENT, (0, 15, 30), (0, 7.5, 15)),
        (Category.WANTS_FOLLOW, NONE, (0, 7.5, 15), (0, 7.5, 15)),
        (Category.QUESTION, NONE, (60, 90, 120), (30, 45, 60)),
        (Category.QUESTION, URGENT, (0, 15, 30), (0, 7.5, 15)),
        (Category.CONCERN, NONE, (120, 180, 240), (60, 90, 120)),
    ],
)
def test_a_case_is_told_warns_and_is_due_by_its_class_and_a_tier_sooner_for_whom_it_matters(
    category, flags, usual, quicker
):
    assert minutes(sla.moments(category, flags, NOW, POLICY)) == usual
    assert minutes(sla.moments(category, flags, NOW, POLICY, quicker=True)) == quicker


def test_the_share_that_warns_counts_from_when_the_team_is_told():
    early = replace(POLICY, warn_share=0.2)

    assert minutes(sla.moments(Category.COMPLAINT, NONE, NOW, early)) == (0, 12, 60)
    assert minutes(sla.moments(Category.QUESTION, NONE, NOW, early)) == pytest.approx((60, 72, 120))


@pytest.mark.parametrize("at_half", [True, False])
def test_a_class_for_the_digest_is_told_when_it_expires_and_due_all_the_same(at_half):
    clock = ResponseTime(HOUR, tell_at_half=at_half, in_digest=True)
    listed = replace(POLICY, response_times={**POLICY.response_times, Category.CONCERN: clock})

    assert minutes(sla.moments(Category.CONCERN, NONE, NOW, listed)) == (5 * 24 * 60, 45, 60)
    assert minutes(sla.moments(Category.CONCERN, URGENT, NOW, listed)) == (0, 15, 30)


def test_a_case_stops_nagging_five_days_after_its_post_however_sharp_it_is():
    assert sla.moments(Category.COMPLAINT, URGENT, NOW, POLICY, quicker=True).expires_at == NOW + 5 * DAY


# --- business hours


def test_on_friday_afternoon_open_time_counts_first_and_the_outer_limit_in_the_end():
    at = FRIDAY.replace(hour=15)
    when = sla.moments(Category.CONCERN, NONE, at, OFFICE)

    assert (when.tell_at, when.warn_at) == (FRIDAY.replace(hour=17), FRIDAY.replace(hour=18))
    assert when.due_at == at + DAY


def test_in_the_evening_before_a_weekend_shares_of_the_outer_limit_pass_by_the_clock():
    at = FRIDAY.replace(hour=17)
    when = sla.moments(Category.CONCERN, NONE, at, OFFICE)

    assert (when.tell_at, when.warn_at, when.due_at) == (
        FRIDAY.replace(hour=18) + 11 * HOUR,
        at + 18 * HOUR,
        at + DAY,
    )


def test_what_is_due_a_day_later_to_the_minute_is_within_the_limit_and_warns_in_open_time():
    short = Policy(hours=Hours(parse_week("mon-fri 09:00-10:00")))
    when = sla.moments(Category.COMPLAINT, NONE, MONDAY.replace(hour=10), short)

    assert when.warn_at == MONDAY.replace(day=24, hour=9, minute=30)
    assert when.due_at == MONDAY.replace(day=24, hour=10)


def test_who_sets_three_days_of_open_time_is_held_to_three_days_by_the_clock():
    slow = replace(OFFICE, response_times={Category.COMPLAINT: ResponseTime(3 * DAY, tell_at_half=False)})

    assert sla.moments(Category.COMPLAINT, NONE, NOW, slow).due_at == NOW + 3 * DAY


def test_an_acknowledgement_promises_an_answer_within_four_open_hours():
    assert sla.promise(NOW, POLICY) == NOW + 4 * HOUR
    assert sla.promise(MONDAY.replace(hour=20), OFFICE) == MONDAY.replace(day=24, hour=13)


def test_how_long_somebody_waited_is_told_in_open_time_where_there_are_hours():
    opened = replace(case_of(), opened_at=MONDAY.replace(hour=17))
    tomorrow = MONDAY.replace(day=24, hour=10)

    assert sla.waited(opened, tomorrow, OFFICE) == 2 * HOUR
    assert sla.waited(opened, tomorrow, POLICY) is None


# --- who is answered sooner


@pytest.mark.parametrize(
    ("standing", "category", "said"),
    [
        (Standing(first_at=NOW, known_since=NOW - 7 * DAY), Category.QUESTION, (FIRST,)),
        (Standing(first_at=NOW, known_since=NOW - 7 * DAY + MINUTE), Category.QUESTION, ()),
        (Standing(first_at=NOW), Category.QUESTION, ()),
        (Standing(first_at=OLD, known_since=OLD), Category.QUESTION, ()),
        (Standing(we_follow=True), Category.CONCERN, (FOLLOWED,)),
        (Standing(fan=fan()), Category.COMPLAINT, (AT_RISK,)),
        (Standing(fan=fan(last_at=NOW - 90 * DAY)), Category.COMPLAINT, (AT_RISK,)),
        (Standing(fan=fan(last_at=NOW - 90 * DAY - MINUTE)), Category.COMPLAINT, ()),
        (Standing(fan=fan(interactions=4)), Category.COMPLAINT, ()),
        (Standing(fan=fan()), Category.QUESTION, ()),
        (Standing(we_follow=True, fan=fan()), Category.COMPLAINT, (FOLLOWED,)),
        (Standing(first_at=NOW, known_since=OLD, we_follow=True), Category.COMPLAINT, (FIRST, FOLLOWED)),
        (sla.STRANGER, Category.COMPLAINT, ()),
    ],
)
def test_why_somebody_is_answered_sooner_is_said_in_sentences(standing, category, said):
    assert sla.grounds(standing, category, NOW, POLICY) == said


def test_nobody_is_answered_sooner_where_all_classes_have_one_time():
    followed = Standing(we_follow=True)

    assert sla.grounds(followed, Category.QUESTION, NOW, FLAT) == ()
    assert sla.stricter(HOUR, FLAT) == HOUR
    assert not sla.tiered(FLAT)


def test_a_stranger_is_no_fan_at_risk_however_little_makes_a_fan():
    eager = replace(POLICY, fan_interactions=1)

    assert sla.grounds(sla.STRANGER, Category.COMPLAINT, NOW, eager) == ()


def test_two_times_are_tiers_enough():
    assert sla.grounds(Standing(we_follow=True), Category.QUESTION, NOW, TWO_TIMES) == (FOLLOWED,)
    assert sla.stricter(2 * HOUR, TWO_TIMES) == HOUR
    assert sla.stricter(HOUR, TWO_TIMES) == 30 * MINUTE  # that of what is urgent


# --- that we follow somebody is often learned later


def test_a_case_of_somebody_we_follow_moves_up_a_tier_when_that_is_learned():
    before = case_of()
    after = sla.followed(before, POLICY)

    assert minutes(sla.Deadlines(after.tell_at, after.warn_at, after.due_at, after.expires_at)) == (
        30,
        45,
        60,
    )
    assert after.why == (before.why[0], FOLLOWED)
    assert (after.id, after.post_ids, after.expires_at) == (before.id, before.post_ids, before.expires_at)


def test_what_is_due_sooner_already_stays_so():
    soon = replace(case_of(), tell_at=NOW, warn_at=NOW + MINUTE, due_at=NOW + 2 * MINUTE)
    after = sla.followed(soon, POLICY)

    assert (after.tell_at, after.warn_at, after.due_at) == (soon.tell_at, soon.warn_at, soon.due_at)


def test_urgency_still_counts_when_it_is_learned_that_we_follow_them():
    assert sla.followed(case_of(Category.QUESTION, Flag.URGENT), POLICY).due_at == NOW + 15 * MINUTE


def test_whom_we_follow_is_no_fan_at_risk_and_the_other_reasons_stay():
    at_risk = case_of(Category.COMPLAINT, Flag.CHURN, standing=Standing(fan=fan()))

    assert at_risk.why == ("Reads as a complaint.", AT_RISK, "Says they may leave.")
    assert sla.followed(at_risk, POLICY).why == ("Reads as a complaint.", FOLLOWED, "Says they may leave.")


def test_every_other_reason_stays_where_it_is_learned_that_we_follow_them():
    leaving = case_of(Category.QUESTION, Flag.CHURN)

    assert sla.followed(leaving, POLICY).why == ("Asks a question.", FOLLOWED, "Says they may leave.")


@pytest.mark.parametrize("turn", [Turn.SOLVED, Turn.ASIDE])
def test_what_is_solved_or_said_to_others_moves_up_for_nobody(turn):
    quiet = replace(case_of(), turn=turn)

    assert sla.followed(quiet, POLICY) == quiet


def test_a_case_that_they_chase_moves_up():
    assert sla.followed(replace(case_of(), turn=Turn.CHASED), POLICY).due_at == NOW + HOUR


def test_a_case_moves_up_once_and_never_where_all_classes_have_one_time():
    once = sla.followed(case_of(), POLICY)

    assert sla.followed(once, POLICY) == once
    assert sla.followed(case_of(), FLAT) == case_of()


@pytest.mark.parametrize(
    ("category", "flags", "quicker", "after"),
    [
        (Category.QUESTION, NONE, False, 30),
        (Category.CONCERN, NONE, False, 60),
        (Category.QUESTION, NONE, True, None),
        (Category.QUESTION, URGENT, False, None),
        (Category.COMPLAINT, NONE, False, None),
    ],
    ids=["a question", "a concern", "sooner already", "told at once", "a complaint, told at once"],
)
def test_whether_we_follow_them_is_looked_up_when_the_team_would_have_to_be_told(
    category, flags, quicker, after
):
    expected = None if after is None else NOW + after * MINUTE

    assert sla.look_up_at(category, flags, NOW, POLICY, quicker=quicker) == expected


def test_nobody_is_looked_up_for_a_tier_that_there_is_not():
    assert sla.look_up_at(Category.QUESTION, NONE, NOW, FLAT, quicker=False) is None
    assert sla.look_up_at(Category.CONCERN, NONE, NOW, TWO_TIMES, quicker=False) == NOW + 30 * MINUTE
