"""What is decided about a fan, and what is not: an answered question silences nobody, a reply follows up later."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import loyalty
from mutuals.domain.model import Category, Interaction, Post
from mutuals.domain.policy import FollowPolicy, Policy
from tests.unit.domain.cases import NOW, chats, fan, person, post, reading

POLICY = Policy()
OFTEN = chats(1, 3, 5, 8, 13)
OURS = "x900"


def quiet(closed_by: str, *, is_fan: bool, reason: str | None = None):
    return loyalty.quiet_after(is_fan=is_fan, closed_by=closed_by, reason=reason, now=NOW, policy=POLICY)


def test_an_answered_or_expired_case_decides_nothing_about_the_fan():
    assert quiet("answered", is_fan=False) is None
    assert quiet("expired", is_fan=False) is None
    assert quiet("dismissed", is_fan=False, reason="not_complaint") is None


def test_a_decision_about_the_fan_holds_for_the_whole_cool_down():
    until = NOW + POLICY.fan_cool_down

    assert quiet("followed", is_fan=True) == until
    assert quiet("dismissed", is_fan=True) == until
    assert quiet("dismissed", is_fan=False, reason="not_us") == until


def test_a_reply_to_a_fan_follows_up_at_their_next_warm_post_after_a_few_days():
    replied = NOW - timedelta(days=8)
    known = replace(fan(), answered_at=replied, quiet_until=replied + POLICY.fan_follow_up)
    warm = replace(post(99, at=NOW - timedelta(hours=1), text="what a lovely mug"), category=Category.PRAISE)

    assert quiet("answered", is_fan=True) == NOW + POLICY.fan_follow_up
    assert not loyalty.assess_fan(known, person(), OFTEN, NOW, POLICY).loyal
    assert loyalty.assess_fan(known, person(), [*OFTEN, warm], NOW, POLICY).loyal


def test_questions_and_answers_to_the_help_desk_are_mentions_at_most():
    asks = loyalty.interaction_of(post(1), replace(reading(), category=Category.QUESTION), OURS)
    answers = replace(post(2), in_reply_to="1", in_reply_to_person=OURS)

    assert asks is Interaction.MENTION
    assert (
        loyalty.interaction_of(answers, replace(reading(), category=Category.OTHER), OURS)
        is Interaction.MENTION
    )
    assert (
        loyalty.interaction_of(answers, replace(reading(), category=Category.PRAISE), OURS)
        is Interaction.REPLY
    )


def test_whoever_only_answers_the_help_desk_is_no_fan_however_often():
    desk = [
        replace(
            one,
            in_reply_to="5",
            in_reply_to_person=OURS,
            interaction=Interaction.MENTION,
            category=Category.OTHER,
        )
        for one in OFTEN
    ]

    assert loyalty.often_enough(OFTEN, NOW, POLICY)
    assert not loyalty.often_enough(desk, NOW, POLICY)


def test_only_an_answer_to_somebody_who_asked_is_help():
    helps = replace(post(3), in_reply_to="7", in_reply_to_person="8", interaction=Interaction.HELPED)
    asked, chatted = replace(post(7), category=Category.QUESTION), replace(post(7), category=Category.PRAISE)

    assert loyalty.unless_asked(helps, asked).interaction is Interaction.HELPED
    assert loyalty.unless_asked(helps, chatted).interaction is Interaction.MENTION
    assert loyalty.unless_asked(helps, None).interaction is Interaction.MENTION


# --- a reply settles the talk, not the friendship ----------------------------------------------


TALKED = replace(fan(), two_way=1, answered_at=NOW - timedelta(days=20))


def praise(days: float) -> Post:
    said = post(99, at=NOW - timedelta(days=days), text="what a lovely mug")
    return replace(said, category=Category.PRAISE, interaction=Interaction.MENTION)


@given(st.floats(0, 60), st.floats(0, 60))
def test_a_follow_is_offered_at_the_first_warm_word_some_days_after_our_answer(answered: float, came: float):
    known = replace(TALKED, answered_at=NOW - timedelta(days=answered))
    decision = loyalty.assess_fan(known, person(), [praise(came)], NOW, POLICY)

    assert decision.loyal == (answered - came >= 7 and came <= 30)
    assert (loyalty.CAME_BACK in decision.why) == decision.loyal


def test_few_words_are_enough_only_after_a_talk_and_only_warm_ones():
    assert loyalty.assess_fan(TALKED, person(), [praise(1)], NOW, POLICY).loyal
    assert not loyalty.assess_fan(replace(TALKED, two_way=0), person(), [praise(1)], NOW, POLICY).loyal
    cool = replace(praise(1), category=Category.OTHER)
    assert not loyalty.assess_fan(TALKED, person(), [cool], NOW, POLICY).loyal
    only_talk = replace(POLICY, follow_policy=FollowPolicy.TALK)
    assert not loyalty.assess_fan(TALKED, person(), [praise(1)], NOW, only_talk).loyal


def test_a_decision_about_them_still_keeps_them_quiet():
    decided = replace(TALKED, quiet_until=NOW + timedelta(days=30))

    assert not loyalty.assess_fan(decided, person(), [praise(1)], NOW, POLICY).loyal


def test_one_word_is_said_in_the_singular():
    why = loyalty.assess_fan(TALKED, person(), [praise(1)], NOW, POLICY).why

    assert why[0] == "Follows you and spoke to you once on 1 day in the last 1 day."
