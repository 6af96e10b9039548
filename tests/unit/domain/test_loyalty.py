"""Who is a loyal fan: frequency, days, a relationship; never fame."""

import inspect
import math
import random
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import cases as case_rules
from mutuals.domain import loyalty
from mutuals.domain.model import Category, Fan, Flag, Interaction, Relationship
from mutuals.domain.policy import Policy
from tests.unit.domain.cases import BRAND, NOW, chats, fan, person, post, reading, steady

POLICY = Policy()
OFTEN = chats(1, 3, 5, 8, 13)
kinds = st.sampled_from(list(Interaction))
histories = st.lists(st.tuples(st.floats(0, 1500), kinds), min_size=1, max_size=60)


def built(history) -> Fan:
    found = None
    for number, (days, kind) in enumerate(history, start=1):
        one = post(number, at=NOW - timedelta(days=days), interaction=kind)
        for credit in loyalty.earned([one], POLICY):
            found = loyalty.credited(found, "x900", credit)
    assert found is not None
    return found


@steady
@given(histories)
def test_posts_that_come_together_add_what_they_add_one_by_one(history):
    posts = [post(number, at=NOW - timedelta(days=days), interaction=kind)
             for number, (days, kind) in enumerate(history)]  # fmt: skip

    (together,) = loyalty.earned(posts, POLICY)

    one_by_one, at_once = built(history), loyalty.credited(None, "x900", together)
    assert at_once.log_score == pytest.approx(one_by_one.log_score, rel=1e-12, abs=1e-12)
    assert replace(at_once, log_score=0) == replace(one_by_one, log_score=0)


@steady
@given(histories)
def test_the_kept_score_equals_a_full_recompute(history):
    kept = built(history)

    decay = POLICY.decay_per_day
    terms = [math.log(POLICY.weights[kind]) - decay * days for days, kind in history]
    top = max(terms)
    whole = top + math.log(math.fsum(math.exp(term - top) for term in terms))
    assert math.log(loyalty.score_now(kept, NOW, POLICY)) == pytest.approx(whole, abs=1e-9)
    now = decay * (NOW - loyalty.EPOCH).total_seconds() / 86400
    assert kept.log_score - now == pytest.approx(whole, rel=1e-12, abs=1e-12)


@steady
@given(histories, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(history, dice: random.Random):
    shuffled = history[:]
    dice.shuffle(shuffled)

    one, other = built(history), built(shuffled)

    assert one.log_score == pytest.approx(other.log_score, rel=1e-12, abs=1e-12)
    assert replace(one, log_score=0) == replace(other, log_score=0)


@steady
@given(st.lists(histories, min_size=2, max_size=6), st.floats(0, 3000))
def test_time_passing_never_changes_who_is_ahead(several, days):
    fans = [built(one) for one in several]
    later = NOW + timedelta(days=days)

    by_row = sorted(range(len(fans)), key=lambda one: (fans[one].log_score, one))
    scores = [loyalty.score_now(one, later, POLICY) for one in fans]
    assert all(scores[a] <= scores[b] * (1 + 1e-9) for a, b in pairwise(by_row))


@steady
@given(st.floats(0, 20000))
def test_a_score_never_overflows_and_only_fades(days):
    kept = built([(0.0, Interaction.HELPED)] * 50)

    score = loyalty.score_now(kept, NOW + timedelta(days=days), POLICY)
    assert 0 <= score <= loyalty.score_now(kept, NOW, POLICY)
    assert math.isfinite(score)


@steady
@given(st.integers(0, 10**9), st.integers(0, 10**9), st.booleans())
def test_how_many_followers_somebody_has_changes_no_verdict(followers, following, verified):
    famous = person(account={"followers": followers, "following": following, "verified": verified})

    assert loyalty.assess_fan(fan(), famous, OFTEN, NOW, POLICY) == loyalty.assess_fan(
        fan(), person(), OFTEN, NOW, POLICY
    )


@pytest.mark.parametrize("module", [loyalty, case_rules], ids=["loyalty", "care"])
def test_no_rule_reads_a_count_of_followers(module):
    source = inspect.getsource(module)

    for word in (".followers", ".following", ".verified", ".posts"):
        assert word not in source, f"{module.__name__} reads {word}"


def test_a_fan_is_told_with_reasons_in_sentences():
    verdict = loyalty.assess_fan(fan(two_way=2), person(), OFTEN, NOW, POLICY)

    assert verdict.loyal
    assert "5 times on 5 days" in verdict.why[0]
    assert "You do not follow back." in verdict.why
    assert "You have answered 2 times." in verdict.why[2]


def test_a_silent_follower_is_no_fan():
    assert not loyalty.assess_fan(fan(interactions=0), person(), [], NOW, POLICY).loyal


@pytest.mark.parametrize(
    ("posts", "why"),
    [
        (chats(1, 3, 5, 8), "four times"),
        (chats(1, 1.01, 1.02, 3, 3.01), "on two days"),
        (chats(31, 33, 35, 38, 40), "not within a month"),
        (chats(1, 91, 92, 93, 94), "all but one before the window"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_less_than_the_threshold_is_not_told(posts, why):
    assert not loyalty.assess_fan(fan(), person(), posts, NOW, POLICY).loyal


def test_exactly_the_threshold_is_told():
    assert loyalty.assess_fan(fan(), person(), chats(30, 30.1, 40, 41, 89.9), NOW, POLICY).loyal


@pytest.mark.parametrize(
    "bond",
    [
        Relationship(follows_us=False),
        Relationship(follows_us=True, we_follow=True),
        Relationship(follows_us=True, requested=True),
        Relationship(follows_us=True, blocking=True),
        Relationship(follows_us=True, muting=True),
    ],
)
def test_no_relationship_but_theirs_alone_qualifies(bond):
    assert not loyalty.assess_fan(fan(), person(relationship=bond), OFTEN, NOW, POLICY).loyal


def test_a_decision_a_short_while_ago_a_wish_or_a_lost_account_hold_back():
    decided = fan(quiet_until=NOW + timedelta(days=1))
    asked_not_to = fan(preference="leave_alone")

    assert not loyalty.assess_fan(decided, person(), OFTEN, NOW, POLICY).loyal
    assert not loyalty.assess_fan(asked_not_to, person(), OFTEN, NOW, POLICY).loyal
    assert not loyalty.assess_fan(fan(), person(gone="suspended"), OFTEN, NOW, POLICY).loyal
    assert loyalty.assess_fan(decided, person(), OFTEN, NOW + timedelta(days=2), POLICY).loyal


@pytest.mark.parametrize(
    ("who", "posts", "word"),
    [
        (person(account={"created_at": NOW - timedelta(days=3)}), OFTEN, "two weeks"),
        (person(account={"bio": "100% follow back, gain followers"}), OFTEN, "trades follows"),
        (person(), chats(1, 2, 3, 4, 5, text="Buy my course now"), "repeat one text"),
        (person(), chats(1, 2, 3, 4, 5, text="#a #b #c #d #e #f #g"), "text"),
    ],
)
def test_the_gates_hold_a_follow_back_and_say_why(who, posts, word):
    verdict = loyalty.assess_fan(fan(), who, posts, NOW, POLICY)

    assert not verdict.loyal
    assert word in verdict.why[0]


def test_the_gates_have_no_say_about_complaints():
    """`care` takes no person at all: neither fame nor a gate can keep a complaint from being told."""
    for name in ("fold", "opened", "joined", "reopened", "moments", "answers", "order"):
        parameters = inspect.signature(getattr(case_rules, name)).parameters
        assert not {"person", "account", "fan"} & set(parameters)
    assert "loyalty" not in inspect.getsource(case_rules)


@pytest.mark.parametrize(
    ("one", "category", "flags", "kind"),
    [
        (post(1), Category.PRAISE, (), Interaction.MENTION),
        (post(1), Category.COMPLAINT, (), None),
        (post(1), Category.WANTS_FOLLOW, (), None),
        (post(1, BRAND), Category.PRAISE, (), None),
        (post(1, reposts="9"), Category.PRAISE, (), Interaction.REPOST),
        (post(1, quotes="9", quotes_person=BRAND), Category.PRAISE, (), Interaction.QUOTE),
        (post(1, quotes="9", quotes_person="8"), Category.PRAISE, (), Interaction.MENTION),
        (post(1, in_reply_to="9", in_reply_to_person=BRAND), Category.PRAISE, (), Interaction.REPLY),
        (post(1, in_reply_to="9", in_reply_to_person="8"), Category.OTHER, (), Interaction.HELPED),
        (post(1), Category.PRAISE, (Flag.ADVOCACY,), Interaction.RECOMMENDED),
    ],
)
def test_what_a_post_counts_as(one, category, flags, kind):
    assert loyalty.interaction_of(one, reading(category, *flags), BRAND) is kind


@steady
@given(st.floats(-1000, 1000), st.floats(-1000, 1000))
def test_adding_logarithms_never_loses_the_larger_one(a, b):
    total = loyalty.logaddexp(a, b)

    assert total >= max(a, b)
    assert total <= max(a, b) + math.log(2) + 1e-9
    assert total == loyalty.logaddexp(b, a)


def test_an_act_that_weighs_nothing_adds_nothing():
    assert loyalty.logaddexp(-math.inf, 3.0) == 3.0
    assert loyalty.logaddexp(3.0, -math.inf) == 3.0
    assert loyalty.logaddexp(-math.inf, -math.inf) == -math.inf
