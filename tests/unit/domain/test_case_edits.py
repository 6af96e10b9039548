"""Posts of others about a case, and edits of posts: what they change, and what they never do."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mutuals.domain import cases
from mutuals.domain.case_batch import CaseBatch, ClassifiedPost
from mutuals.domain.model import Case, CaseState, Category
from mutuals.domain.policy import Policy
from mutuals.domain.sla import Standing
from tests.unit.domain.cases import NOW, case_batch, heard, post, reading

POLICY = Policy()
MINUTE = timedelta(minutes=1)


def after(minutes: float) -> datetime:
    """So many minutes after NOW."""
    return NOW + minutes * MINUTE


def fold(book: CaseBatch, *items: ClassifiedPost) -> CaseBatch:
    """The case batch with these posts taken in, in this order."""
    cases.fold(book, items, POLICY)
    return book


def waiting(
    category: Category = Category.COMPLAINT, number: int = 1, author: str = "7", **changes: object
) -> Case:
    """The case that a post at NOW opened."""
    return replace(cases.opened("x900", post(number, author), reading(category), POLICY), **changes)  # type: ignore[arg-type]


# --- posts of others about it


def test_two_hundred_posts_of_others_about_a_case_are_enough():
    known = waiting(echoes=tuple(map(str, range(100, 299))))
    book = fold(case_batch(known), *(heard(post(number, "8", reposts="1")) for number in (300, 301)))

    assert book.cases["1"].echoes == (*known.echoes, "300")


def test_a_post_of_others_counts_for_each_case_it_is_about_and_for_no_other():
    unrelated, mine, other = waiting(number=4, author="9"), waiting(number=2, author="8"), waiting()
    both = ClassifiedPost(post(5, "8", minutes=1, quotes="1", in_reply_to="2"), reading(Category.OTHER))
    book = fold(case_batch(unrelated, mine, other), both)

    assert [book.cases[one].echoes for one in ("4", "2", "1")] == [(), (), ("5",)]


def test_a_post_that_names_nothing_is_no_echo():
    assert fold(case_batch(waiting()), heard(post(5, "8"), Category.OTHER)).touched == set()


# --- edits


def revised(book: CaseBatch, *edits: ClassifiedPost) -> CaseBatch:
    """The case batch after these edits."""
    cases.revise(book, edits, POLICY)
    return book


def test_an_edit_that_makes_it_worse_sharpens_the_case_and_adds_no_post():
    book = case_batch(waiting(Category.QUESTION, post_ids=("1", "2")))
    book.standings, book.now = {"7": Standing(we_follow=True)}, after(3)
    case = revised(book, ClassifiedPost(post(1, minutes=30), reading())).cases["1"]

    assert (case.category, case.post_ids, case.due_at) == (Category.COMPLAINT, ("1", "2"), after(33))


def test_an_edit_of_somebody_unknown_sharpens_by_the_class_alone():
    assert revised(case_batch(waiting(Category.QUESTION)), heard(post(1))).cases["1"].due_at == after(60)


def test_an_edit_that_makes_a_case_of_a_post_opens_it():
    assert revised(case_batch(), heard(post(1))).cases["1"] == waiting()


def test_edits_without_a_reading_are_passed_over_and_the_next_one_counts():
    assert set(revised(case_batch(), ClassifiedPost(post(1), None), heard(post(2))).cases) == {"2"}


@pytest.mark.parametrize(
    ("known", "category"),
    [
        (
            cases.close(waiting(Category.QUESTION), CaseState.DISMISSED, "dismissed", after(5)),
            Category.COMPLAINT,
        ),
        (waiting(Category.QUESTION), Category.PRAISE),
    ],
    ids=["a closed case stays closed", "to praise: whoever was told decides"],
)
def test_an_edit_never_closes_and_never_reopens(known, category):
    book = revised(case_batch(known), heard(post(1), category))

    assert (book.cases, book.touched) == ({"1": known}, set())
