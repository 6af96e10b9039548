"""Questions, concerns, praise, thanks, and people who want to be followed."""

import pytest

from mutuals.domain.language import read
from mutuals.domain.model import CASE_CLASSES, Category, Flag


@pytest.mark.parametrize(
    "text",
    [
        "@harbour when will the blue kettle be back in stock?",
        "@harbour can you tell me if you deliver to Cork",
        "@harbour is there a way to pay by card?",
        "@harbour need help with my account please",
    ],
)
def test_asking_without_a_fault_is_a_question_with_or_without_the_mark(text: str):
    assert read(text).category is Category.QUESTION


@pytest.mark.parametrize(
    "text",
    [
        "@harbour you should add a longer cable",
        "@harbour a bit worried about the new cable on mine",
        "@harbour would love a vegan menu",
    ],
)
def test_a_wish_or_a_worry_is_a_concern(text: str):
    assert read(text).category is Category.CONCERN


@pytest.mark.parametrize(
    "text", ["@harbour thanks!", "ok thank you @harbour", "@harbour got it, thanks so much"]
)
def test_thanks_after_an_answer_is_no_case(text: str):
    reading = read(text, replying=True)

    assert Flag.THANKS in reading.flags
    assert reading.category is Category.PRAISE


@pytest.mark.parametrize(
    "text", ["@harbour thanks, but when does it arrive?", "@harbour thanks but it is still broken"]
)
def test_thanks_that_still_asks_for_something_keeps_the_case(text: str):
    reading = read(text, replying=True)

    assert Flag.THANKS not in reading.flags
    assert reading.category in CASE_CLASSES


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "@harbour can you follow back so I can DM you?"),
        ("en", "@harbour I can't DM you, you don't follow me"),
        ("en", "@harbour please follow me and I will send my details"),
        ("es", "@harbour ¿me pueden seguir para mandarles un DM?"),
        ("fr", "@harbour pouvez-vous me suivre pour que je vous envoie un MP ?"),
        ("de", "@harbour könnt ihr mir folgen, damit ich euch schreiben kann?"),
        ("pt", "@harbour podem me seguir para eu mandar DM?"),
    ],
)
def test_whoever_wants_to_be_followed_for_a_private_message_is_understood(lang: str, text: str):
    reading = read(text, lang=lang)

    assert Flag.WANTS_FOLLOW in reading.flags
    assert reading.category is Category.WANTS_FOLLOW


def test_follow_and_retweet_to_win_is_no_wish_to_be_followed():
    assert Flag.WANTS_FOLLOW not in read("Giveaway! Follow me and RT to win a kettle").flags


def test_an_advert_that_asks_waits_for_no_answer():
    assert read("Want to win a kettle? Enter our giveaway https://example.com").category is Category.OTHER


def test_praise_is_praise():
    assert read("@harbour this is the best tea I ever had, love it!").category is Category.PRAISE


def test_a_fault_told_mildly_is_a_concern_and_never_lost():
    reading = read("@harbour lovely tea, though the lid is broken")

    assert reading.complaint < 0.5
    assert reading.category in CASE_CLASSES


def test_a_fault_behind_thanks_is_a_case():
    assert read("@harbour thanks but it is still broken").category in CASE_CLASSES
