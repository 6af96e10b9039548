"""Which replies need a second person, and when two have seen one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.second_person import SecondPerson, covers, why

WROTE = "So sorry, Mia, a new kettle leaves today: https://kettle.example/track"


@pytest.mark.parametrize(
    ("rule", "urgent", "link", "asks"),
    [
        (SecondPerson.OFF, True, True, ""),
        (SecondPerson.URGENT, True, False, "Urgent cases"),
        (SecondPerson.URGENT, False, True, ""),
        (SecondPerson.LINKS, False, True, "Texts with a link"),
        (SecondPerson.LINKS, True, False, ""),
        (SecondPerson.BOTH, True, True, "Urgent cases"),
        (SecondPerson.BOTH, False, True, "Texts with a link"),
        (SecondPerson.BOTH, False, False, ""),
    ],
)
def test_what_asks_for_a_second_person(rule: SecondPerson, urgent: bool, link: bool, asks: str):
    assert why(rule, urgent=urgent, link=link) == asks


@pytest.mark.parametrize(
    ("sent", "both"),
    [
        (WROTE, True),
        ("So sorry, Mia! A new kettle leaves today: https://kettle.example/track", True),
        ("So sorry, Mia, a new kettle leaves today.", True),
        ("So sorry, Mia, a new kettle leaves today: https://elsewhere.example/x", False),
        ("Please write to us, we do not know what to say", False),
        ("", False),
    ],
)
def test_an_edited_text_was_seen_by_two_and_a_new_one_or_a_new_link_by_one(sent: str, both: bool):
    assert covers(WROTE, sent) is both


@given(st.text(max_size=80))
def test_the_very_words_were_seen_by_two(text: str):
    assert covers(text, text)
