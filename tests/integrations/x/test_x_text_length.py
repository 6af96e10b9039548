"""How long a text is for X, by examples of its own rules and by what must hold for any text."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals_x.text_length import LIMIT, LINK, is_sendable, weighted_length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("plain words", 11),
        ("Grüße, ça va?", 13),
        ("e\u0301", 1),  # two code points, one letter once composed
        ("日本", 4),
        ("한국어", 6),
        ("“quoted” – yes…", 16),  # the ellipsis weighs two
        ("👍", 2),
        ("👍🏽", 2),
        ("👩‍👩‍👧", 2),
        ("🇩🇪🇫🇷", 4),
        ("1️⃣", 2),
        ("❤️❤", 4),
        ("© ®", 3),
        ("©️", 2),
        ("👩‍🌾👩‍👩‍👧‍👦", 4),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
        ("❤️‍🔥", 2),
        ("🍵\u200d🐈", 5),
    ],
)
def test_letters_weigh_one_or_two_and_a_whole_emoji_two(text: str, length: int):
    assert weighted_length(text) == length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("https://example.com/a/very/long/path?with=many&parts=in#it", LINK),
        ("example.com", LINK),
        ("see (example.com/a_(b))", 6 + LINK),
        ("visit https://example.com.", 6 + LINK + 1),
        ("foo.co.uk/x, y", LINK + 3),
        ("user@example.com", 16),  # an address is no link
        ("version 2.5.1", 13),
        ("http://例え.jp/x", LINK),
        ("写真はpic.example.comで", 6 + LINK + 2),  # no space before or behind
        ("ご案内https://kettle.shop/手順", 6 + LINK + 4),  # X ends the path before Han letters
        ("mail care@kettle.shop or kettle.shop", 25 + LINK),
        ("#kettle.shop $kettle.shop @kettle.shop", 38),
        ("see -kettle.shop and _kettle.shop", 33),
        ("kettle.shop/tea_(green)_leaves!", LINK + 1),
        ("kettle.nothing kettle.com-is-it", 31),
        ("https://t.co/Ab12Cd。次", LINK + 4),
        ("KETTLE.SHOP HTTPS://KETTLE.SHOP/A", 2 * LINK + 1),
        ("kettle.shop?pot=2&size=l, yes", 41),  # without a slash the query belongs to no bare name
        ("https://kettle-.shop", 20),
        ("https://pot_1.kettle.shop", LINK),
        (f"http://{'a' * 63}.shop", LINK),
        (f"http://{'a' * 64}.shop", 76),  # DNS holds no such part
        # facts of the public conformance suite of twitter-text (Apache-2.0)
        ("Test https://test.com test https://test.com test.com test", 86),
        ("http://domain.com-that-you-should-have-put-a-space-after", 56),
        ("foo.baz foo.co.jp www.xxxxxxx.baz", 8 + LINK + 16),
        ("http://☃.net/", LINK),
    ],
)
def test_every_link_weighs_the_same(text: str, length: int):
    assert weighted_length(text) == length


def test_a_text_may_fill_the_limit_and_not_pass_it():
    assert is_sendable("a" * LIMIT)
    assert not is_sendable("a" * (LIMIT + 1))
    assert not is_sendable("日" * 141)


def test_an_empty_text_and_one_that_x_refuses_are_not_sent():
    assert not is_sendable("")
    assert not is_sendable(" \n ")
    assert not is_sendable("hello \uffff")


@given(st.text(max_size=400))
def test_no_text_is_lighter_than_nothing_or_breaks_the_count(text: str):
    assert 0 <= weighted_length(text) <= 2 * len(text) + LINK * text.count(".")


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=200))
def test_han_letters_weigh_two_each(text: str):
    assert weighted_length(text) == 2 * len(text)


@pytest.mark.parametrize(
    "hostile", ["a." * 20_000, "http://" + "a-" * 30_000, "😀\u200d" * 20_000, "x.com/" + "(" * 40_000]
)
def test_hostile_texts_take_no_long_time(hostile: str):
    started = time.process_time()
    weighted_length(hostile)

    assert time.process_time() - started < 5


COUNTED = json.loads((Path(__file__).parent / "weighted_lengths.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "length"), COUNTED)
def test_a_text_weighs_what_xs_own_library_says(text: str, length: int):
    """Counted by twitter-text 3.1.0 (Apache-2.0): inputs of its conformance suite, and texts made of odd pieces."""
    assert weighted_length(text) == length
