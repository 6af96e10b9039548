"""A few words or signs under what was said before; by themselves they are small talk."""

import pytest

from mutuals.domain.language import read
from mutuals.domain.language.terse import Terse, beside, said_tersely
from mutuals.domain.model import CASE_CLASSES, Category


def category(text: str, *, trouble: bool, ours: bool) -> Category:
    reading = read(text, lang="en", replying=True, to_us=ours)
    return beside(reading, said_tersely(text), trouble=trouble, ours=ours).category


@pytest.mark.parametrize(
    "text",
    [
        "@harbour same here", "me too!", "@harbour this", "+1", "^ this", "☝️", "ditto", "same problem in Ghent",
        "mine too", "so is mine", "happening here too", "you're not alone", "every time", "yep same",
        "bei mir auch", "a mí también", "moi aussi", "comigo também",
    ],
)  # fmt: skip
def test_who_shares_a_trouble_raises_a_concern_under_it_and_under_our_post(text: str):
    assert category(text, trouble=True, ours=False) is Category.CONCERN
    assert category(text, trouble=False, ours=True) is Category.CONCERN


@pytest.mark.parametrize("text", ["@harbour same here", "me too", "this", "+1", "nope"])
def test_under_a_kind_word_of_somebody_else_they_share_that(text: str):
    assert category(text, trouble=False, ours=False) not in CASE_CLASSES


@pytest.mark.parametrize(
    "text",
    [
        "refund",
        "refund please",
        "cold again",
        "still cold",
        "soggy",
        "late again",
        "😡",
        "👎",
        "still broken",
    ],
)
def test_a_word_of_displeasure_and_a_lone_angry_face_are_told_under_our_post(text: str):
    assert category(text, trouble=False, ours=True) in CASE_CLASSES


@pytest.mark.parametrize("text", ["😡", "🙄", "😤😤", "@harbour 👎"])
def test_a_lone_angry_face_is_told_under_a_complaint(text: str):
    assert category(text, trouble=True, ours=False) in CASE_CLASSES


@pytest.mark.parametrize(
    "text", ["nope", "no it isn't", "not for me", "still not fixed", "didn't help", "lies"]
)
def test_who_denies_our_answer_waits_again(text: str):
    assert category(text, trouble=True, ours=True) in CASE_CLASSES


@pytest.mark.parametrize(
    "text", ["@harbour https://t.co/abcd", "[picture: a wet box]", "@harbour pic.twitter.com/abcd"]
)
def test_a_picture_alone_is_listed_where_the_conversation_is_a_case(text: str):
    assert said_tersely(text) is Terse.SHOWS
    assert category(text, trouble=True, ours=True) in CASE_CLASSES
    assert category(text, trouble=False, ours=True) not in CASE_CLASSES


@pytest.mark.parametrize(
    "text",
    [
        "thanks", "got it", "ok", "👍", "🙏", "😂", "❤️", "same here ❤️", "works now", "got my refund", "sorted, ta",
        "refund received", "love it", "see you there", "mine works fine", "no problems here", "cold brew again tomorrow",
    ],
)  # fmt: skip
def test_thanks_smiles_and_good_news_are_no_case_under_anything(text: str):
    assert category(text, trouble=True, ours=True) not in CASE_CLASSES


def test_a_long_post_and_a_question_speak_for_themselves():
    assert said_tersely("same " * 30) is None
    assert said_tersely("same here?") is None


def test_a_bare_handle_is_nothing_to_agree_with():
    assert said_tersely("@harbour") is None
