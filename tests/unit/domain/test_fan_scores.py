"""What a post counts as, what it adds to a fan's score, how that fades, and what a decision or an answer changes."""

import math
from dataclasses import replace
from datetime import timedelta

import pytest

from mutuals.domain import loyalty
from mutuals.domain.model import Category, Credit, Fan, Flag, Interaction
from mutuals.domain.policy import Policy
from tests.unit.domain.cases import BRAND, NOW, chats, fan, person, post, reading

POLICY = Policy()
DAY = timedelta(days=1)
EPOCH = loyalty.EPOCH
ONE_MONTH = 30 * DAY  # in which a score fades by a tenth
OFTEN = chats(1, 3, 5, 8, 13)
WARM = replace(post(99, at=NOW - timedelta(hours=1), text="what a lovely mug"), category=Category.PRAISE)


# --- what a post counts as


@pytest.mark.parametrize(
    ("fields", "category", "flags", "kind"),
    [
        ({}, Category.OTHER, (), Interaction.MENTION),
        ({}, Category.QUESTION, (), Interaction.MENTION),
        ({}, Category.COMPLAINT, (Flag.ADVOCACY,), None),
        ({"reposts": ""}, Category.OTHER, (), Interaction.REPOST),
        ({"reposts": "9", "quotes": "9", "quotes_person": BRAND}, Category.OTHER, (), Interaction.REPOST),
        ({"quotes": "9", "quotes_person": BRAND}, Category.QUESTION, (Flag.ADVOCACY,), Interaction.QUOTE),
        ({"quotes_person": BRAND}, Category.PRAISE, (), Interaction.MENTION),
        ({}, Category.CONCERN, (Flag.ADVOCACY,), Interaction.MENTION),
        ({"in_reply_to_person": "8"}, Category.QUESTION, (), Interaction.MENTION),
        ({"in_reply_to_person": "8"}, Category.PRAISE, (), Interaction.HELPED),
        ({"in_reply_to_person": "7"}, Category.PRAISE, (), Interaction.MENTION),
        ({"in_reply_to_person": BRAND}, Category.OTHER, (), Interaction.MENTION),
        ({"in_reply_to_person": BRAND}, Category.PRAISE, (), Interaction.REPLY),
    ],
)
def test_a_post_counts_as_the_first_act_that_fits(fields, category, flags, kind):
    assert loyalty.interaction_of(post(1, **fields), reading(category, *flags), BRAND) is kind


@pytest.mark.parametrize(
    ("kind", "asked", "counts"),
    [
        (Interaction.HELPED, Category.COMPLAINT, Interaction.HELPED),
        (Interaction.HELPED, Category.PRAISE, Interaction.MENTION),
        (Interaction.HELPED, None, Interaction.MENTION),
        (Interaction.QUOTE, Category.PRAISE, Interaction.QUOTE),
        (None, Category.PRAISE, None),
    ],
)
def test_help_is_help_only_where_somebody_had_asked(kind, asked, counts):
    helps = post(3, interaction=kind)

    assert loyalty.unless_asked(helps, post(2, category=asked)) == replace(helps, interaction=counts)


@pytest.mark.parametrize(
    ("category", "kind", "warm"),
    [
        (Category.PRAISE, None, True),
        (Category.OTHER, Interaction.HELPED, True),
        (Category.OTHER, Interaction.RECOMMENDED, True),
        (Category.OTHER, Interaction.QUOTE, True),
        (Category.OTHER, Interaction.REPOST, True),
        (Category.OTHER, Interaction.REPLY, False),
        (Category.OTHER, Interaction.MENTION, False),
        (None, None, False),
    ],
)
def test_praise_and_acts_of_love_are_warm(category, kind, warm):
    assert loyalty.warm(post(1, category=category, interaction=kind)) is warm


# --- the score


@pytest.mark.parametrize("kind", list(Interaction))
def test_a_post_of_today_scores_its_weight_and_a_tenth_less_a_month_later(kind):
    weight = POLICY.weights[kind]
    [credit] = loyalty.earned([post(1, interaction=kind)], POLICY)
    known = loyalty.credited(None, "x900", credit)

    assert loyalty.score_now(known, NOW, POLICY) == pytest.approx(weight)
    assert loyalty.score_now(known, NOW + ONE_MONTH, POLICY) == pytest.approx(0.9 * weight)
    assert loyalty.score_now(known, NOW + 2 * ONE_MONTH, POLICY) == pytest.approx(0.81 * weight)


def test_at_the_epoch_the_kept_score_is_the_logarithm_of_the_weight():
    [credit] = loyalty.earned([post(1, at=EPOCH, interaction=Interaction.QUOTE)], POLICY)

    assert credit == Credit("7", math.log(3.0), 1, EPOCH, EPOCH)
    assert loyalty.score_now(fan(log_score=math.log(3.0)), EPOCH, POLICY) == pytest.approx(3.0)


def test_each_person_gets_one_credit_for_all_their_posts_in_any_order():
    posts = [
        post(1, "8", at=EPOCH + DAY, interaction=Interaction.MENTION),
        post(2, "9", at=EPOCH, interaction=None),
        post(3, "7", at=EPOCH, interaction=Interaction.REPOST),
        post(4, "8", at=EPOCH, interaction=Interaction.QUOTE),
        post(5, "8", at=EPOCH + 2 * DAY, interaction=Interaction.LIKE),
    ]
    by_person = {credit.person_id: credit for credit in loyalty.earned(posts, POLICY)}

    assert set(by_person) == {"7", "8"}
    assert by_person["8"][2:] == (3, EPOCH, EPOCH + 2 * DAY)
    known = loyalty.credited(None, "x900", by_person["8"])
    faded = 0.9 ** (1 / 30)
    assert loyalty.score_now(known, EPOCH + 2 * DAY, POLICY) == pytest.approx(faded + 3 * faded**2 + 0.3)


def test_an_act_that_weighs_nothing_is_counted_and_scores_nothing():
    free = replace(POLICY, weights={Interaction.LIKE: 0.0})
    posts = [
        post(1, at=EPOCH, interaction=Interaction.LIKE),
        post(2, "8", at=EPOCH, interaction=Interaction.QUOTE),
    ]

    assert loyalty.earned(posts, free) == [
        Credit("7", -math.inf, 1, EPOCH, EPOCH), Credit("8", -math.inf, 1, EPOCH, EPOCH),
    ]  # fmt: skip
    half = replace(POLICY, weights={Interaction.LIKE: 0.5})
    assert loyalty.earned(posts[:1], half) == [Credit("7", math.log(0.5), 1, EPOCH, EPOCH)]


def test_logarithms_are_added_without_overflow_and_in_either_order():
    assert loyalty.logaddexp(0.0, 0.0) == pytest.approx(math.log(2))
    assert loyalty.logaddexp(math.log(3), math.log(5)) == pytest.approx(math.log(8))
    assert loyalty.logaddexp(math.log(5), math.log(3)) == pytest.approx(math.log(8))
    assert loyalty.logaddexp(5000.0, 1.0) == loyalty.logaddexp(1.0, 5000.0) == 5000.0


def test_two_amounts_add_up_and_keep_the_first_and_the_last_day():
    score, times, first, last = loyalty.added((0.0, 2, 30, 40), (0.0, 3, 10, 35))

    assert score == pytest.approx(math.log(2))
    assert (times, first, last) == (5, 10, 40)


def test_a_credit_makes_a_fan_and_adds_to_one_who_is_known():
    more = Credit("7", 0.0, 2, NOW - 90 * DAY, NOW - 80 * DAY)
    known = fan(two_way=3, quiet_until=NOW, preference="talk")

    assert loyalty.credited(None, "x900", more) == Fan("x900", "7", 0.0, 2, NOW - 90 * DAY, NOW - 80 * DAY)
    after = loyalty.credited(known, "x900", more)
    assert after.log_score == pytest.approx(math.log(2))
    assert after == replace(known, log_score=after.log_score, interactions=7, first_at=NOW - 90 * DAY)


# --- after an answer or a decision


def test_an_answer_of_ours_is_counted_and_the_latest_one_kept():
    once = loyalty.answered(fan(), NOW)

    assert once == fan(two_way=1, answered_at=NOW)
    assert loyalty.answered(once, NOW - DAY) == fan(two_way=2, answered_at=NOW)
    assert loyalty.answered(once, NOW + DAY) == fan(two_way=2, answered_at=NOW + DAY)


@pytest.mark.parametrize(
    ("is_fan", "closed_by", "reason", "quiet"),
    [
        (False, "followed", None, 90 * DAY),
        (True, "followed", None, 90 * DAY),
        (False, "dismissed", "not_us", 90 * DAY),
        (True, "dismissed", None, 90 * DAY),
        (True, "dismissed", "not_complaint", 90 * DAY),
        (False, "dismissed", "not_complaint", None),
        (True, "answered", None, 7 * DAY),
        (True, "expired", None, 7 * DAY),
        (False, "answered", None, None),
    ],
)
def test_how_long_nobody_is_asked_about_a_person_again(is_fan, closed_by, reason, quiet):
    until = loyalty.quiet_after(is_fan=is_fan, closed_by=closed_by, reason=reason, now=NOW, policy=POLICY)

    assert until == (None if quiet is None else NOW + quiet)


ANSWERED = NOW - 20 * DAY


@pytest.mark.parametrize(
    ("quiet_until", "answered_at", "posts", "loyal"),
    [
        (ANSWERED + 7 * DAY + timedelta(minutes=1), ANSWERED, OFTEN, False),
        (ANSWERED + 7 * DAY, ANSWERED, [*OFTEN, WARM], True),
        (ANSWERED + 8 * DAY, ANSWERED, OFTEN, False),
        (ANSWERED + 8 * DAY + timedelta(minutes=1), ANSWERED, OFTEN, True),
        (ANSWERED + 7 * DAY, None, OFTEN, True),
        (None, ANSWERED, OFTEN, True),
        (WARM.at, WARM.at - 7 * DAY, [*OFTEN, WARM], True),
        (WARM.at + timedelta(minutes=1), WARM.at - 7 * DAY, [*OFTEN, WARM], False),
    ],
    ids=["nothing warm since", "something warm since", "a day late", "later: that was a decision", "never answered",
         "never quiet", "warm from that moment on", "warm before it"],
)  # fmt: skip
def test_after_a_reply_a_fan_is_suggested_again_at_the_next_warm_post(quiet_until, answered_at, posts, loyal):
    verdict = loyalty.assess_fan(
        fan(quiet_until=quiet_until, answered_at=answered_at), person(), posts, NOW, POLICY
    )

    assert verdict.loyal is loyal
    if not loyal:
        assert verdict.why == ("The team has replied, and they have written nothing warm since.",)
