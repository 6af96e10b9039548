"""What people say about how they want to be treated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.contact_preferences import heard_in, heeded, wish_in
from mutuals.domain.model import Category, Classification, Flag


@pytest.mark.parametrize(
    "text",
    [
        "@harbour please don't follow me",
        "Do NOT follow me back, thanks",
        "@harbour stop following me, it's creepy",
        "unfollow me please",
        "you don't have to follow me back, just answer",
        "no me sigáis por favor",
        "@harbour dejen de seguirme",
        "Ne me suivez pas svp",
        "arrêtez de me suivre",
        "Bitte folgt mir nicht",
        "@harbour hört auf, mir zu folgen!",
        "não me sigam",
        "parem de me seguir",
    ],
)
def test_who_asks_not_to_be_followed_is_just_talked_to(text):
    assert wish_in(text) == "talk"


@pytest.mark.parametrize(
    "text",
    [
        "@harbour leave me alone",
        "Stop messaging me!",
        "please stop replying to me, I am not interested",
        "don\u2019t contact me again",
        "and don't dm me.",
        "@harbour dejadme en paz",
        "no me escriban más",
        "laissez-moi tranquille !",
        "Ne me contactez plus",
        "Lasst mich endlich in Ruhe",
        "schreibt mir bitte nicht mehr",
        "me deixem em paz",
        "parem de me mandar mensagens",
        "don't follow me and leave me alone",
    ],
)
def test_who_asks_to_be_left_alone_is_left_alone(text):
    assert wish_in(text) == "leave_alone"


@pytest.mark.parametrize(
    "text",
    [
        "@harbour STOP",
        "stop!",
        "@harbour please stop.",
        "Unsubscribe",
        "opt out",
        "no more replies please",
        "@harbour basta ya",
        "no más mensajes",
        "Arrêtez svp",
        "plus de messages",
        "@harbour hört auf!",
        "keine Nachrichten mehr bitte",
        "parem por favor",
        "chega de mensagens",
    ],
)
def test_a_post_that_only_says_stop_in_one_of_five_languages_is_heeded(text):
    assert wish_in(text) == "leave_alone"


@pytest.mark.parametrize("text", ["the bus stop", "Stopp den Versand", "pare com isso e me ajudem", "basta"])
def test_a_longer_sentence_with_such_a_word_is_none(text):
    assert wish_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "why don't you follow me?",
        "you don't follow me so I can't DM you",
        "if you don't follow me back I can't send it",
        "they won't leave me alone",
        "please don't stop messaging me, it made my day",
        "I don't follow, what do you mean?",
        "stop sending me emails",
        "don't contact me by phone, write here",
        "please follow me back",
        "warum folgt ihr mir nicht?",
        "ihr folgt mir nicht",
        "vous ne me suivez pas",
        "no me contactan desde el lunes",
        "você não me segue",
        "",
        "👍👍",
    ],
)
def test_what_is_denied_reported_or_about_something_else_sets_nothing(text):
    assert wish_in(text) is None


def test_asking_not_to_be_followed_is_no_plea_to_be_followed():
    misread = Classification(Category.WANTS_FOLLOW, 0.1, 0.1, frozenset({Flag.WANTS_FOLLOW}))
    preference = heard_in("please don't follow me", misread)
    assert preference == "talk"
    assert heeded(misread, preference).category is Category.CONCERN
    assert heeded(misread, preference).flags == frozenset()


def test_who_asks_to_be_followed_has_said_so():
    plea = Classification(Category.WANTS_FOLLOW, 0.1, 0.1, frozenset({Flag.WANTS_FOLLOW}))
    assert heard_in("can you follow me so I can DM you?", plea) == "follow"


def test_a_complaint_stays_one_whatever_they_wish():
    angry = Classification(Category.COMPLAINT, 0.9, 0.0)
    assert heeded(angry, "leave_alone") == angry


@given(st.text(max_size=4000))
def test_any_text_can_be_read(text):
    assert wish_in(text) in {None, "talk", "leave_alone"}
