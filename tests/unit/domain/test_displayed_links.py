"""Links that show where they lead, and named pictures, are no words of the post."""

import time

import pytest

from mutuals.domain.clustering import content_words
from mutuals.domain.language import read
from mutuals.domain.language.follow_ups import Says, said_by_them
from mutuals.domain.language.tokens import tokens
from mutuals.domain.model import Category


@pytest.mark.parametrize(
    "link",
    ["https://t.co/Ab12", "shop.example/broken-refund", "shop.example/", "x.com/bob/status/12", "[picture]", "[GIF]",
     "[video: it is broken, the worst ever, refund]"],
)  # fmt: skip
def test_it_is_one_link_and_its_words_complain_of_nothing(link: str):
    text = f"@acme see {link} now"

    assert [one.kind for one in tokens(text)] == ["handle", "word", "link", "word"]
    assert read(text).category is not Category.COMPLAINT
    assert read(text).complaint == read("@acme see https://t.co/Ab12 now").complaint
    assert content_words(text) == content_words("@acme see now")


def test_a_picture_beside_thanks_leaves_them_thanks():
    assert said_by_them("thank you! [picture: a new kettle]") is Says.THANKS


@pytest.mark.parametrize(
    "text", ["and/or", "it broke.Please help", "3.5/5 stars", "e.g./i.e. this", "[brackets] here"]
)
def test_ordinary_words_are_no_links(text: str):
    assert "link" not in {one.kind for one in tokens(text)}


@pytest.mark.parametrize("piece", ["a.", "aa.", "[picture:", "a-", "www."])
def test_nothing_that_strangers_write_is_slow_to_read(piece: str):
    started = time.perf_counter()
    tokens(piece * 4_000)
    content_words(piece * 1_000)

    assert time.perf_counter() - started < 2
