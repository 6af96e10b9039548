"""What we answered before: found by words in common, given anew without what was somebody else's."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.similar_answers import LOOKED_THROUGH, MOST, AnsweredQuestion, anew, most_alike, words_of

ANSWERED = [
    AnsweredQuestion("@kettleco when is the blue kettle back in stock?", "Hi Tom, the blue one is back on 3 May. ^Ana", "1"),
    AnsweredQuestion("@kettleco is the blue kettle available again?", "Hi Eva, it is back in stock on 3 May! ^Ben", "2"),
    AnsweredQuestion("@kettleco the lid of my kettle leaks", "So sorry! We send a new lid, free of charge. ^Ana", "3"),
    AnsweredQuestion("@kettleco do you deliver to Malta?", "We do, it takes a week. ^Ana", "4"),
]  # fmt: skip


def ids(question: str, earlier: list[AnsweredQuestion] | None = None) -> list[str]:
    return [one.answer_id for one in most_alike(question, ANSWERED if earlier is None else earlier)]


def test_the_most_alike_question_comes_first_and_others_are_left_out():
    assert ids("@kettleco will the blue kettle be in stock soon?")[0] == "1"
    assert not {"3", "4"} & set(ids("@kettleco will the blue kettle be in stock soon?"))
    assert ids("@kettleco my lid leaks!") == ["3"]
    assert ids("@kettleco what a lovely morning") == []


@pytest.mark.parametrize("question", ["", "?", "@kettleco", "thank you so much", "kettle", "😀😀"])
def test_too_few_words_find_nothing(question: str):
    assert ids(question) == []


def test_the_same_answer_is_offered_once_and_there_are_three_at_most():
    same = [
        AnsweredQuestion("the lid of my kettle leaks", f"Hi Tom{n}, we send a new lid.", str(n))
        for n in range(5)
    ]
    other = [
        AnsweredQuestion("the lid of my kettle leaks", f"A new lid comes, number {word} of many.", word)
        for word in ("one", "two", "three", "four")
    ]

    assert len(ids("my kettle lid leaks", same)) == 1
    assert len(ids("my kettle lid leaks", [*same, *other])) == MOST


@pytest.mark.parametrize(
    "answer",
    [
        "Your order 88213377 left today.",
        "We'll ring you on +49 170 1234567 about it.",
        "I wrote to tom@mail.example about it.",
        "Ask @someoneelse about that one.",
        "Yes!",
    ],
)
def test_what_was_somebody_elses_is_not_given_again(answer: str):
    assert ids("the lid leaks", [AnsweredQuestion("the lid leaks", answer, "1")]) == []


@pytest.mark.parametrize(
    ("answer", "asker", "name", "given"),
    [
        ("@tom Hi Tom, the blue one is back. ^Ana", "Tom", "Mia", "Hi Mia, the blue one is back."),
        ("@tom @eva Hi Tom! It is back. ^AL", "Tom", "Mia", "Hi Mia! It is back."),
        ("Hi Tom, it is back.", "", "", "Hi, it is back."),
        ("Hola, Tomás. Ya está. /AB", "", "Mia", "Hola, Mia. Ya está."),
        ("Hi there, it is back.", "Tom", "Mia", "Hi there, it is back."),
        ("Hello again, it is back.", "Tom", "Mia", "Hello again, it is back."),
        ("It is back on Monday.", "Tom", "Mia", "It is back on Monday."),
        ("Sorry about this, Tom, it is back.", "Tom", "Mia", None),
        ("Sorry about this, Tom, it is back.", "Tom", "Tom", "Sorry about this, Tom, it is back."),
    ],
)
def test_an_answer_is_given_anew_in_the_name_of_whoever_asks_now(
    answer: str, asker: str, name: str, given: str | None
):
    assert anew(answer, asker, name) == given


def test_words_are_folded_and_common_ones_left_out():
    assert words_of("@kettleco The LIDS of my kettles https://a.example/lid don't") == {"lid", "kettle"}
    assert words_of("¿Cuándo llega mi pedido? Está roto") >= {"roto"}


@given(st.lists(st.tuples(st.text(max_size=80), st.text(max_size=80)), max_size=12), st.text(max_size=80))
def test_whatever_was_said_at_most_three_are_found_and_each_is_one_of_ours(
    pairs: list[tuple[str, str]], question: str
):
    earlier = [AnsweredQuestion(theirs, ours, str(n)) for n, (theirs, ours) in enumerate(pairs)]
    found = most_alike(question, earlier)

    assert len(found) <= MOST
    assert set(found) <= set(earlier)
    assert most_alike(question, earlier) == found


@given(st.sampled_from(["kettle lid leaks", "blue kettle stock", "deliver malta week"]))
def test_the_very_same_question_is_found(question: str):
    earlier = [AnsweredQuestion(question, "That is a long enough answer.", "1"), *ANSWERED]

    assert most_alike(question, earlier)[0].answer_id == "1"


def test_as_many_as_are_looked_through_take_little_time():
    some = random.Random(7)
    words = ["".join(some.choices("abcdefghijklmnopqrstuvwxyzáé", k=6)) for _ in range(600)]
    earlier = [
        AnsweredQuestion(" ".join(some.choices(words, k=18)), " ".join(some.choices(words, k=25)), str(n))
        for n in range(LOOKED_THROUGH)
    ]
    took = min(_seconds(earlier[5].question, earlier) for _ in range(3))

    assert took < 0.05


def _seconds(question: str, earlier: list[AnsweredQuestion]) -> float:
    begun = time.process_time()
    most_alike(question, earlier)
    return time.process_time() - begun
