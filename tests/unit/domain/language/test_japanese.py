"""Japanese has no blanks: posts are cut at the pieces that the lists know."""

from mutuals.domain.language.japanese import cut
from mutuals.domain.language.tokens import tokens

PIECES = frozenset(("届", "ません", "荷物", "ない"))


def words(text: str) -> list[str]:
    return [token.word for token in cut(text, tokens(text), PIECES)]


def test_the_longest_known_piece_is_a_word_and_so_is_what_lies_between():
    assert words("荷物が届きません") == ["荷物", "が", "届", "き", "ません"]


def test_each_piece_has_its_place_in_the_text_as_it_came():
    text = "@acme荷物が届かない"

    assert [text[one.start : one.end] for one in cut(text, tokens(text), PIECES)] == [
        "@acme", "荷物", "が", "届", "か", "ない",
    ]  # fmt: skip


def test_a_number_in_front_stays_a_number():
    assert [(one.kind, one.word) for one in cut("3日届かない", tokens("3日届かない"), PIECES)] == [
        ("number", "3"), ("word", "日"), ("word", "届"), ("word", "か"), ("word", "ない"),
    ]  # fmt: skip


def test_words_of_other_signs_are_left_alone():
    assert words("my parcel is late") == ["my", "parcel", "is", "late"]
