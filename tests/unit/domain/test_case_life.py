"""The life of a case in full: every field after it was opened, joined, acknowledged, answered and brought back."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mutuals.domain import cases
from mutuals.domain.model import Case, CaseState, Category, Classification, Cue, Flag, Post, Turn
from mutuals.domain.policy import Policy
from mutuals.domain.sla import STRANGER, Standing
from tests.unit.domain.cases import NOW, fan, post

POLICY = Policy()
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
URGENT = frozenset({Flag.URGENT})
FOLLOWED = Standing(we_follow=True)
SOONER = "You follow them, so they count on being heard. The answer is due sooner."
AT_RISK = "A fan at risk: they spoke to you 5 times and now complain. The answer is due sooner."
AT_STAKE = "Urgent: money, safety, an account or a deadline is at stake."
LEAVES = "Says they may leave."
COMPLAINS, ASKS, SUGGESTS = "Reads as a complaint.", "Asks a question.", "Raises a concern or a suggestion."


def read(category: Category, score: float, *flags: Flag) -> Classification:
    """What the language rules say, with the anger given."""
    return Classification(category, score, 0.0, frozenset(flags))


COMPLAINT, QUESTION, CONCERN = (
    read(Category.COMPLAINT, 0.9),
    read(Category.QUESTION, 0.2),
    read(Category.CONCERN, 0.3),
)


def after(minutes: float) -> datetime:
    """So many minutes after NOW."""
    return NOW + minutes * MINUTE


def opened(reading: Classification = QUESTION, standing: Standing = STRANGER, number: int = 1) -> Case:
    """The case that a post at NOW opens."""
    return cases.opened("x900", post(number), reading, POLICY, standing)


def joined(
    case: Case, reading: Classification, minutes: float = 10, number: int = 2, **fields: object
) -> Case:
    """The case with one more post."""
    return cases.joined(case, later(minutes, number), reading, POLICY, **fields)  # type: ignore[arg-type]


def later(minutes: float = 10, number: int = 2) -> Post:
    """One more post of the same person in the same conversation."""
    return post(number, minutes=minutes, conversation_id="c1")


# --- opened


def test_a_question_opens_a_case_with_all_its_moments():
    assert opened() == Case(
        brand_id="x900", id="1", person_id="7", conversation_id="c1", category=Category.QUESTION, score=0.2,
        post_ids=("1",), opened_at=NOW, last_at=NOW, tell_at=after(60), warn_at=after(90), due_at=after(120),
        expires_at=NOW + 5 * DAY, flags=frozenset(), why=(ASKS,), state=CaseState.OPEN, episode=1,
        look_up_at=after(30),
    )  # fmt: skip


def test_whom_we_follow_is_answered_a_tier_sooner_and_no_look_up_is_needed():
    case = opened(read(Category.QUESTION, 0.2, Flag.CHURN), FOLLOWED)

    assert (case.tell_at, case.warn_at, case.due_at, case.look_up_at) == (
        after(30),
        after(45),
        after(60),
        None,
    )
    assert case.why == (ASKS, SOONER, LEAVES)


def test_an_urgent_question_is_told_at_once():
    case = opened(read(Category.QUESTION, 0.2, Flag.URGENT))

    assert (case.tell_at, case.due_at, case.flags, case.look_up_at) == (NOW, after(30), URGENT, None)
    assert case.why == (ASKS, AT_STAKE)


def test_what_is_dated_in_our_future_is_due_from_now_and_keeps_its_own_time():
    ahead = post(1, minutes=30)
    case = cases.opened("x900", ahead, QUESTION, POLICY, begins=NOW)

    assert (case.opened_at, case.last_at) == (after(30), after(30))
    assert (case.tell_at, case.due_at, case.expires_at) == (after(60), after(120), NOW + 5 * DAY)
    assert case.look_up_at == after(30)


def test_a_fan_at_risk_is_known_by_the_time_of_the_post():
    posted = cases.opened(
        "x900", post(1, at=NOW + 91 * DAY), COMPLAINT, POLICY, Standing(fan=fan()), begins=NOW
    )

    assert posted.why == (COMPLAINS,)


# --- joined


def test_a_sharper_post_joins_and_its_class_and_clock_hold():
    case = joined(opened(), COMPLAINT)

    assert case == replace(
        opened(), category=Category.COMPLAINT, score=0.9, post_ids=("1", "2"), last_at=after(10), tell_at=after(10),
        warn_at=after(40), due_at=after(70), expires_at=after(10) + 5 * DAY, why=(COMPLAINS,),
    )  # fmt: skip


def test_a_milder_post_joins_and_changes_neither_class_nor_clock():
    case = joined(opened(COMPLAINT), CONCERN)

    assert case == replace(
        opened(COMPLAINT), post_ids=("1", "2"), last_at=after(10), expires_at=after(10) + 5 * DAY,
        look_up_at=after(70), why=(COMPLAINS,),
    )  # fmt: skip


def test_a_post_of_the_same_class_changes_no_class():
    assert joined(opened(), QUESTION).category is Category.QUESTION


def test_an_earlier_post_that_comes_later_opens_the_case_earlier():
    case = joined(opened(), QUESTION, minutes=-20)

    assert (case.opened_at, case.last_at) == (after(-20), NOW)
    assert (case.tell_at, case.warn_at, case.due_at, case.look_up_at) == (
        after(40),
        after(70),
        after(100),
        after(10),
    )
    assert case.expires_at == NOW + 5 * DAY


def test_flags_add_up_and_an_earlier_urgency_sharpens_the_later_post():
    case = joined(opened(read(Category.QUESTION, 0.2, Flag.URGENT)), read(Category.CONCERN, 0.3, Flag.CHURN))

    assert case.flags == {Flag.URGENT, Flag.CHURN}
    assert (case.due_at, case.look_up_at) == (after(30), None)


def test_a_post_of_whom_we_follow_brings_the_quicker_tier_into_the_case():
    case = joined(opened(), CONCERN, standing=FOLLOWED)

    assert (case.tell_at, case.due_at, case.look_up_at) == (after(60), after(120), after(30))
    assert case.why == (SUGGESTS, SOONER)
    assert joined(opened(), QUESTION, standing=FOLLOWED).due_at == after(70)
    assert joined(opened(COMPLAINT), CONCERN, standing=FOLLOWED).look_up_at is None


def test_a_complaint_that_joins_makes_a_fan_at_risk_of_who_speaks_to_us_often():
    case = joined(opened(), COMPLAINT, standing=Standing(fan=fan()))

    assert case.why == (COMPLAINS, AT_RISK)
    assert case.due_at == after(40)


def test_what_is_dated_in_our_future_joins_with_a_clock_from_now():
    case = joined(opened(), COMPLAINT, minutes=30, begins=after(5))

    assert (case.last_at, case.tell_at, case.warn_at, case.due_at) == (
        after(30),
        after(5),
        after(35),
        after(65),
    )
    assert case.expires_at == after(5) + 5 * DAY


def test_a_post_that_is_in_the_case_already_changes_nothing():
    assert cases.joined(opened(), post(1, minutes=99), COMPLAINT, POLICY, FOLLOWED) == opened()


def test_who_spoke_to_others_and_now_speaks_to_us_waits_for_us():
    aside = replace(opened(), why=("Said to somebody else under your post.", ASKS), turn=Turn.ASIDE)
    case = joined(aside, CONCERN)

    assert (case.turn, case.why, case.episode) == (None, (SUGGESTS,), 1)
    assert joined(replace(aside, why=(*aside.why, LEAVES)), CONCERN).why == (SUGGESTS, LEAVES)


@pytest.mark.parametrize("turn", [Turn.REPLIED, Turn.CHASED])
def test_another_post_ends_what_the_turn_before_had_made_of_the_case(turn):
    case = joined(replace(opened(), turn=turn), CONCERN)

    assert (case.turn, case.episode, case.opened_at) == (None, 1, NOW)


# --- joined after a holding reply, or after "solved"


HELD = cases.acknowledge(replace(opened(), escalated=True), after(5), "90", POLICY)
WORSE = {
    "a sharper class": COMPLAINT,
    "urgent": read(Category.CONCERN, 0.3, Flag.URGENT),
}


@pytest.mark.parametrize("reading", WORSE.values(), ids=WORSE)
def test_what_was_promised_an_answer_and_becomes_worse_waits_again_by_its_own_clock(reading):
    case = joined(replace(HELD, escalated=True), reading)
    due = 70 if reading is COMPLAINT else 40

    assert (case.state, case.episode, case.opened_at) == (CaseState.OPEN, 2, after(10))
    assert (case.warn_at, case.due_at) == (after((due + 10) / 2), after(due))
    assert (case.promised_at, case.warned, case.escalated) == (None, False, False)
    assert case.post_ids == ("1", "2")


def test_what_was_promised_an_answer_and_gets_no_worse_keeps_its_promise():
    case = joined(HELD, CONCERN)

    assert joined(HELD, QUESTION).state is CaseState.ACKNOWLEDGED
    assert (case.state, case.promised_at, case.episode, case.warned) == (
        CaseState.ACKNOWLEDGED,
        after(245),
        1,
        True,
    )


def test_an_urgency_of_before_the_holding_reply_does_not_break_the_promise():
    held = replace(HELD, flags=URGENT)

    assert joined(held, CONCERN).state is CaseState.ACKNOWLEDGED


def test_an_open_case_that_becomes_worse_is_no_new_episode():
    case = joined(replace(opened(), warned=True), read(Category.COMPLAINT, 0.9, Flag.URGENT))

    assert (case.episode, case.warned, case.opened_at) == (1, True, NOW)


def test_who_had_said_that_it_is_solved_and_writes_again_waits_again():
    case = joined(replace(opened(), turn=Turn.SOLVED), CONCERN)

    assert (case.state, case.turn, case.episode) == (CaseState.OPEN, None, 2)
    assert (case.opened_at, case.warn_at, case.due_at) == (after(10), after(190), after(250))


# --- the reasons of two posts


def test_the_reasons_of_the_angrier_post_come_first_and_one_first_sentence_stays():
    old = replace(opened(QUESTION), why=(ASKS, LEAVES))

    assert joined(old, read(Category.COMPLAINT, 0.9, Flag.URGENT)).why == (COMPLAINS, AT_STAKE, LEAVES)
    assert joined(old, read(Category.CONCERN, 0.1, Flag.URGENT)).why == (ASKS, LEAVES, AT_STAKE)
    assert joined(old, read(Category.CONCERN, 0.2, Flag.URGENT)).why == (ASKS, LEAVES, AT_STAKE)


def test_no_reason_is_said_twice_and_five_are_enough():
    old = replace(opened(), why=(ASKS, LEAVES, "a", "b", "c", "d"))

    assert joined(old, read(Category.QUESTION, 0.1, Flag.CHURN)).why == (ASKS, LEAVES, "a", "b", "c")
    assert joined(old, read(Category.COMPLAINT, 0.9, Flag.CHURN), standing=FOLLOWED).why == (
        COMPLAINS, SOONER, LEAVES, "a", "b",
    )  # fmt: skip


def test_the_cues_of_a_complaint_are_named():
    cues = (Cue("late", 0, 4, 1.0), Cue("thanks", 5, 9, -1.0))
    assert opened(replace(COMPLAINT, cues=cues)).why == ("Reads as a complaint: late.",)


# --- acknowledged, closed, reopened, gone


def test_a_holding_reply_promises_an_answer_and_calls_nobody_any_more():
    escalated = replace(opened(), escalated=True, told=True)

    assert cases.acknowledge(escalated, after(5), "90", POLICY) == replace(
        opened(), told=True, state=CaseState.ACKNOWLEDGED, promised_at=after(245), answer_id="90", warned=True,
        escalated=False,
    )  # fmt: skip


def test_a_closed_case_names_how_when_and_by_which_post():
    closed = cases.close(HELD, CaseState.ANSWERED, "answered", after(50), answer_id="91")

    assert closed == replace(
        HELD, state=CaseState.ANSWERED, closed_at=after(50), closed_by="answered", answer_id="91"
    )
    assert cases.close(HELD, CaseState.DISMISSED, "dismissed", after(50)).answer_id == "90"


def test_who_comes_back_is_the_same_case_with_a_fresh_clock():
    closed = cases.close(opened(), CaseState.ANSWERED, "answered", after(5), answer_id="90")
    back = cases.reopened(replace(closed, episode=2, told=True), later(99, 3), QUESTION, POLICY, FOLLOWED)

    assert back == replace(
        opened(standing=FOLLOWED), post_ids=("3",), opened_at=after(99), last_at=after(99), tell_at=after(129),
        warn_at=after(144), due_at=after(159), expires_at=after(99) + 5 * DAY, episode=3,
        why=("They came back after the last answer.", ASKS, SOONER),
    )  # fmt: skip


def test_a_case_whose_posts_are_all_deleted_is_gone_and_says_why_and_when():
    case = joined(opened(), CONCERN)
    gone = cases.without_posts(case, frozenset({"1", "2", "3"}), "deleted", after(60))

    assert (gone.state, gone.closed_by, gone.closed_at) == (CaseState.GONE, "deleted", after(60))
    assert cases.without_posts(case, frozenset({"2"}), "deleted", after(60)) == replace(case, post_ids=("1",))
