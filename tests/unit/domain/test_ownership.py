"""What the team is asked about accounts that may be its own, and when."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.own_accounts import Likeness
from mutuals.domain.ownership import (
    A_DAY_AT_MOST,
    AGAIN_AFTER,
    OwnershipAnswer,
    OwnershipQuestion,
    answered,
    asked,
    from_doc,
    to_ask,
    to_doc,
)

NOW = datetime.fromisoformat("2026-11-23T12:00:00+00:00")
DAY = timedelta(days=1)


def question(
    person_id: str = "77", likeness: Likeness = Likeness.PLACE, found_at: datetime = NOW
) -> OwnershipQuestion:
    return OwnershipQuestion(person_id, f"bramble_{person_id}", (likeness,), found_at)


def ids(questions: list[OwnershipQuestion]) -> list[str]:
    return [one.person_id for one in questions]


def test_each_account_is_asked_about_once_whatever_time_has_passed():
    once = asked(question(), NOW)

    assert ids(to_ask([question()], NOW)) == ["77"]
    assert to_ask([once], NOW + 400 * DAY) == []


def test_a_day_has_few_questions_and_the_rest_waits_for_the_next():
    many = [question(str(number), found_at=NOW + timedelta(minutes=number)) for number in range(7)]

    first = to_ask(many, NOW)
    many = [asked(one, NOW) if one in first else one for one in many]

    assert ids(first) == ["0", "1", "2"]
    assert to_ask(many, NOW + DAY - timedelta(seconds=1)) == []
    assert ids(to_ask(many, NOW + DAY)) == ["3", "4", "5"]


def test_a_name_that_looks_like_support_is_asked_about_first():
    older, support = question("1", found_at=NOW - DAY), question("2", Likeness.SUPPORT)

    assert ids(to_ask([older, support], NOW)) == ["2", "1"]


def test_whoever_is_not_sure_is_asked_once_more_after_a_month():
    unsure = answered(asked(question(), NOW), OwnershipAnswer.UNSURE, "Ana", NOW + DAY)
    then = NOW + DAY + AGAIN_AFTER

    assert to_ask([unsure], then - timedelta(seconds=1)) == []
    assert ids(to_ask([unsure], then)) == ["77"]
    again = asked(unsure, then)
    assert (again.times, again.ask_again_at, to_ask([again], then + 400 * DAY)) == (2, None, [])
    assert answered(again, OwnershipAnswer.UNSURE, "Ben", then).ask_again_at == then + AGAIN_AFTER


def test_what_was_decided_is_not_asked_again():
    for answer in (OwnershipAnswer.OURS, OwnershipAnswer.NOT_OURS):
        decided = answered(asked(question(), NOW), answer, "Ana", NOW)

        assert decided.settled
        assert to_ask([decided], NOW + 400 * DAY) == []
        assert (
            to_ask([answered(question(), answer, "Ana", NOW)], NOW) == []
        )  # by a command, before it was asked


def test_a_clock_that_was_ahead_takes_no_place():
    ahead = [asked(question(str(number)), NOW + 5 * DAY) for number in range(A_DAY_AT_MOST)]

    assert ids(to_ask([*ahead, question("9")], NOW)) == ["9"]


TIMES = st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2027, 1, 1)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=NOW.tzinfo)
)
QUESTIONS = st.builds(
    OwnershipQuestion,
    person_id=st.text(min_size=1),
    handle=st.text(),
    likenesses=st.lists(st.sampled_from(list(Likeness))).map(tuple),
    found_at=TIMES,
    asked_at=st.none() | TIMES,
    times=st.integers(0, 9),
    answer=st.none() | st.sampled_from(list(OwnershipAnswer)),
    by=st.text(),
    answered_at=st.none() | TIMES,
)


@given(QUESTIONS)
def test_a_question_comes_back_from_json_as_it_was(one: OwnershipQuestion):
    assert from_doc(one.person_id, to_doc(one)) == one


@given(st.lists(QUESTIONS, unique_by=lambda one: one.person_id), TIMES)
def test_never_more_than_a_days_questions_in_any_day(known: list[OwnershipQuestion], now: datetime):
    due = to_ask(known, now)
    lately = [one for one in known if one.asked_at and timedelta(0) <= now - one.asked_at < DAY]

    assert len(due) + len(lately) <= max(A_DAY_AT_MOST, len(lately))
    assert not [one for one in due if one.settled]
