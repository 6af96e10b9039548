"""Saved replies: fields that are filled in, sentences that never come out broken, the most fitting first."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.cards.starter_replies import STARTERS
from mutuals.cards.templates import EXAMPLE, ReplyEvidence, values
from mutuals.domain.saved_replies import (
    FIELDS,
    ReplyKind,
    SavedReply,
    effective,
    in_order,
    merged,
    problems,
)
from mutuals_x.text_length import weighted_length
from tests.support.values import START

NOTHING = ReplyEvidence()
names = st.sampled_from(["", "Mia Quist", "Ludwig van Berg", "xX_Slayer_Xx", "山田花子", "Angry Buyer"])


def test_fields_are_filled_in_and_what_is_unknown_is_said_by_the_authors_own_words():
    text = "Hello {first_name|there}, you have been with {brand} since {since|the early days}."

    assert merged(text, {"first_name": "Mia", "brand": "Bright", "since": "March 2025"}) == (
        "Hello Mia, you have been with Bright since March 2025."
    )
    assert merged(text, {"brand": "Bright"}) == "Hello there, you have been with Bright since the early days."


def test_a_text_whose_field_has_no_value_and_no_words_for_that_is_not_offered():
    assert merged("With us since {since}, thank you!", {}) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hi {first_name|}, thank you.", "Hi, thank you."),
        ("{first_name|}, thank you.", "Thank you."),
        ("Thank you, {first_name|}!", "Thank you!"),
    ],
)
def test_an_empty_field_takes_its_space_along(text: str, shown: str):
    assert merged(text, {}) == shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hi {frist_name}", "There is no field {frist_name}."),
        ("Hi {}", "There is no field {}."),
        ("Hi {first_name", "A brace has no partner."),
        ("Hi first_name}", "A brace has no partner."),
        ("Hi {{first_name}}", "A brace has no partner."),
        ("", "Write a text."),
        ("x" * 1001, "1000 are allowed"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(text: str, said: str):
    assert said in str(problems("Refund", "en", text)[2])


def test_a_language_that_nobody_knows_is_refused():
    assert problems("", "xx", "Hi")[0] == "Give it a name."
    assert "Choose a language" in str(problems("Refund", "xx", "Hi")[1])


@given(
    st.lists(
        st.sampled_from([f"{{{name}}}" for name in FIELDS])
        | st.sampled_from([f"{{{name}|}}" for name in FIELDS])
        | st.sampled_from(["Hello", "thank you", "since", "because"]),
        min_size=1,
    ).map(" ".join),
    names,
)
def test_whatever_is_known_no_brace_and_no_gap_is_left(text: str, name: str):
    assert problems("x", "en", text) == (None, None, None)
    shown = merged(text, values(replace(NOTHING, name=name), "en", START))

    assert shown is None or not re.search(r"[{}]|  |^[,.;:]|\s$", shown)


@given(names, st.sampled_from([one.language for one in STARTERS]))
def test_a_starter_is_offered_to_whoever_did_what_it_names(name: str, language: str):
    known = replace(EXAMPLE, name=name)

    for one in STARTERS:
        if one.language == language:
            assert merged(one.text, values(known, language, START))


def test_there_are_nine_starters_in_five_languages_and_each_fits_a_post_with_a_long_signature():
    assert len(STARTERS) == len({one.id for one in STARTERS}) == 45
    for one in STARTERS:
        text = merged(one.text, values(EXAMPLE, one.language, START))
        assert weighted_length(f"{text} ^Maximiliane") <= 280, one.id
        assert problems(one.name, one.language, one.text) == (None, None, None)


def test_the_teams_own_come_first_and_what_it_removed_is_gone():
    own = SavedReply("a1", "Refund", "en", "Refunds take 5 days.", by="Eva", at=START)
    gone = replace(STARTERS[0], removed=True, at=START)
    other = replace(STARTERS[1], text="Mine.", at=START)

    shown = effective(STARTERS, [own, gone, other])

    assert shown[0] is own
    assert STARTERS[0].id not in [one.id for one in shown]
    assert [one.text for one in shown if one.id == STARTERS[1].id] == ["Mine."]
    assert len(shown) == len(STARTERS)


def test_the_language_of_the_post_comes_first_and_then_what_fits_it():
    order = in_order(STARTERS, "es", {ReplyKind.QUESTION}, holding=True)

    assert [one.id for one in order[:2]] == ["checking.es", "colleague.es"]
    assert {one.language for one in order[:9]} == {"es"}
    assert order[9].language == "en"


def test_where_a_language_is_unknown_english_comes_first():
    assert in_order(STARTERS, "nl", {ReplyKind.FAN}, holding=False)[0].id == "thanks.en"
