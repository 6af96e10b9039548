"""What verdicts do to the alert line: enough of them, of both kinds, and never beyond bounds."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.calibration import (
    HIGHEST,
    LOWEST,
    NONE,
    Calibration,
    LineEffect,
    effect,
    enough,
    fit,
    judged,
)
from mutuals.domain.model import Category, Classification, Flag

shares = st.floats(0.0, 1.0, allow_nan=False)
labelled = st.lists(st.tuples(shares, st.booleans()), max_size=300)


def told(line: float, count: int = 120, seed: int = 3) -> list[tuple[float, bool]]:
    """Verdicts of a team for which a post is worth telling from `line` on, with some noise."""
    draw = Random(seed)
    scores = [draw.uniform(0.3, 0.95) for _ in range(count)]
    return [(score, score + draw.gauss(0, 0.03) >= line) for score in scores]


@pytest.mark.parametrize("line", [0.42, 0.56, 0.65])
def test_the_line_goes_to_where_the_team_draws_it(line: float):
    assert fit(told(line)).line == pytest.approx(line, abs=0.04)


def test_with_99_verdicts_nothing_moves():
    assert fit(told(0.65)[:99]) == NONE
    assert fit(told(0.65)[:100]) != NONE


def test_verdicts_of_one_kind_teach_nothing():
    assert not enough([(0.6, False)] * 191 + [(0.9, True)] * 9)
    assert fit([(0.6, False)] * 191 + [(0.9, True)] * 9) == NONE


@given(labelled)
def test_whatever_is_clicked_the_line_stays_within_its_bounds(verdicts: list[tuple[float, bool]]):
    made = fit(verdicts * 5)

    assert made == NONE or LOWEST - 1e-9 <= made.line <= HIGHEST + 1e-9
    assert made.slope > 0


@given(labelled, shares, shares)
def test_a_higher_score_stays_the_higher_one(verdicts: list[tuple[float, bool]], one: float, other: float):
    made = fit(verdicts * 5)
    low, high = sorted((one, other))

    assert made.of(low) <= made.of(high)


def test_the_line_is_where_the_calibrated_score_is_a_half():
    made = Calibration(1.3, -0.4)

    assert made.of(made.line) == pytest.approx(0.5)
    assert NONE.line == 0.5


STRICT = Calibration(1.0, -1.0)  # a line at 0.73
MILD = Calibration(1.0, 0.5)  # a line at 0.38


def reading(
    score: float, category: Category, praise: float = 0.1, flags: frozenset[Flag] = frozenset()
) -> Classification:
    return Classification(category, score, praise, flags)


def test_a_post_that_is_no_complaint_any_more_is_a_question_when_it_asks():
    asks = judged(reading(0.6, Category.COMPLAINT), "Where is it?", STRICT)
    says = judged(reading(0.6, Category.COMPLAINT), "It is green", STRICT)

    assert (asks.category, says.category) == (Category.QUESTION, Category.OTHER)
    assert asks.complaint < 0.5


def test_a_post_that_is_now_above_the_line_is_a_complaint():
    assert judged(reading(0.45, Category.OTHER), "It is green", MILD).category is Category.COMPLAINT
    assert judged(reading(0.45, Category.QUESTION), "Is it green?", MILD).category is Category.QUESTION
    assert judged(reading(0.2, Category.OTHER), "It is green", MILD).category is Category.OTHER


def test_an_urgent_post_is_told_whatever_was_clicked():
    urgent = reading(0.6, Category.COMPLAINT, flags=frozenset({Flag.URGENT}))

    assert judged(urgent, "My account was taken over", STRICT) == urgent


def test_without_verdicts_a_reading_stays_as_it_is():
    plain = reading(0.5, Category.COMPLAINT)

    assert judged(plain, "x", NONE) is plain


@pytest.mark.parametrize("flag", [Flag.NOT_A_CUSTOMER, Flag.IMPOSTOR])
def test_who_is_no_customer_is_told_by_no_line(flag: Flag):
    stranger = reading(0.39, Category.OTHER, flags=frozenset({flag}))

    assert judged(stranger, "Win a kettle", Calibration(1.0, 0.6)) == stranger


def test_what_another_line_would_have_changed_is_counted_on_the_same_posts():
    scores = [0.3, 0.45, 0.55, 0.6, 0.9]
    read = [
        (reading(one, Category.COMPLAINT if one >= 0.5 else Category.OTHER), "It is green") for one in scores
    ]
    read.append((reading(0.6, Category.COMPLAINT, flags=frozenset({Flag.URGENT})), "It burns"))

    assert effect(read, NONE, STRICT) == LineEffect(posts=6, before=4, after=2)
    assert effect(read, NONE, MILD) == LineEffect(posts=6, before=4, after=5)
