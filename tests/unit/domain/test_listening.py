"""Which posts listening rules find, and how rules are written."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import listening
from mutuals.domain.listening import ListeningRule
from mutuals.domain.model import Post

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
WORDS = st.text("abcdefgäöüéßçñ", min_size=2, max_size=8)
OTHERS = st.lists(st.text("hijklmnop", min_size=1, max_size=8), max_size=5)


def said(text: str, **fields: object) -> Post:
    return replace(Post("1", "mia", text, AT, "1"), **fields)  # type: ignore[arg-type]


def rule(text: str) -> ListeningRule:
    [found] = listening.parse(f"kettles: {text}")
    return found


def test_the_example_of_the_documentation_is_read():
    kettles, cup = listening.parse(listening.LIKE)

    assert kettles == ListeningRule(
        "kettles", ("acme kettle", "acmekettel", "#acmekettle"), ("insurance",), "en"
    )
    assert cup == ListeningRule("cup", ("acme cup", "#acmecup"))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("acme kettle", "has no name"),
        ("kettles:", "looks for nothing"),
        ("kettles: -insurance", "looks for nothing"),
        ("kettles: a", "one letter"),
        ("kettles: acme (kettle)", "can't be looked for"),
        ("kettles: from:shop", "can't be looked for"),
        ("kettles: @acme", "can't be looked for"),
        ("kettles: acme; Kettles: cup", "two rules are called"),
        ("kettles: " + "x" * 41, "can't be looked for"),
        ("kettles: acme, " + ", ".join(f"-no{n}" for n in range(9)), "too long"),
        ("; ".join(f"r{n}: acme" for n in range(21)), "at most 20 rules"),
    ],
)
def test_what_is_no_rule_is_refused_with_what_to_write(text: str, why: str):
    with pytest.raises(ValueError, match="(?i)" + why.replace("(", r"\(")):
        listening.parse(text)


@given(WORDS, OTHERS, OTHERS)
def test_a_word_is_found_whatever_its_letter_case_and_accents(word: str, before: list[str], after: list[str]):
    for form in (word, word.upper(), listening.folded(word)):
        text = " ".join([*before, form, *after])
        assert rule(word).fits(said(text))
        assert rule(word).fits(said(text.replace(form, f"#{form}!")))


@given(WORDS, WORDS, OTHERS)
def test_a_never_word_always_wins(word: str, never: str, others: list[str]):
    found = ListeningRule("kettles", (word,), (never,))

    assert not found.fits(said(" ".join([word, *others, never])))


@given(WORDS, st.text("abcdefg", min_size=1, max_size=4))
def test_a_word_within_another_is_not_found(word: str, more: str):
    assert not rule(word).fits(said(f"{word}{more}x, x{more}{word}"))


@given(st.text(max_size=200))
def test_no_text_breaks_a_rule(text: str):
    rule("acme kettle, #acmekettle, 湯沸かし, -insurance").fits(said(text))
    listening.named_rivals(text, ("RivalCo",))


def test_words_of_a_phrase_stand_in_their_order_and_a_hashtag_is_one_only_with_its_mark():
    assert rule("acme kettle").fits(said("My ACME\nKettle!"))
    assert not rule("acme kettle").fits(said("a kettle by acme"))
    assert rule("#acme").fits(said("love my #Acme"))
    assert not rule("#acme").fits(said("love my acme"))


def test_a_handle_is_no_word_and_japanese_needs_no_blanks():
    assert not rule("acme").fits(said("thanks @acme"))
    assert rule("湯沸かし").fits(said("新しい湯沸かしが壊れた"))


def test_a_language_is_asked_for_where_the_rule_names_one():
    assert rule("acme, lang:en").fits(said("acme", lang="en"))
    assert not rule("acme, lang:en").fits(said("acme", lang="de"))
    assert not rule("acme, lang:en").fits(said("acme"))


@pytest.mark.parametrize(
    "post",
    [
        said("acme", author_id="us"),
        said("acme", author_id="help"),
        said("acme", reposts="7"),
        said("acme", mentions=("us",)),
        said("acme", in_reply_to="7", in_reply_to_person="us"),
        said("acme", quotes="7", quotes_person="us"),
        said("acme @ShopCo is down"),
    ],
)
def test_our_own_posts_reposts_and_what_comes_as_a_mention_are_left_out(post: Post):
    rules = (rule("acme"),)

    assert listening.found_by(said("acme"), rules, "us", "shopco", {"help"}) is rules[0]
    assert listening.found_by(post, rules, "us", "shopco", {"help"}) is None


def test_rivals_are_found_by_name_and_by_account():
    rivals = listening.parse_rivals("RivalCo, Kettle King, @boilers")

    assert listening.named_rivals("switching to kettle KING", rivals) == ("Kettle King",)
    assert listening.named_rivals("hey @rivalco, got kettles?", rivals) == ("RivalCo",)
    assert listening.named_rivals("rivalcollege", rivals) == ()
    with pytest.raises(ValueError, match="can't be looked for"):
        listening.parse_rivals("a(b)")
