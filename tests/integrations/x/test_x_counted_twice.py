"""The sandbox's X and the product count a text each for itself, from the same published rules, and agree."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mutuals_sandbox.x import text_length as far_side
from mutuals_x import text_length as product
from mutuals_x.text_links import MOST_PARTS
from tests.support.examples import examples

COUNTED = json.loads((Path(__file__).parent / "weighted_lengths.json").read_text("utf-8"))
PIECES = sorted({piece for text, _ in COUNTED for piece in (text, text[:9], text[-9:])})


@pytest.mark.parametrize(("text", "length"), COUNTED)
def test_both_counts_are_what_xs_own_library_says(text: str, length: int):
    """Counted by twitter-text 3.1.0 (Apache-2.0): inputs of its conformance suite, and texts made of odd pieces."""
    assert (far_side.weighted_length(text), product.weighted_length(text)) == (length, length)


@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=4).map("".join))
@settings(max_examples=examples(200), deadline=None)
def test_both_count_any_mixture_of_those_pieces_alike(text: str):
    assume(text.count(".") <= MOST_PARTS)  # the product looks no further into a name

    assert far_side.weighted_length(text) == product.weighted_length(text)


def test_both_know_the_same_endings_of_names():
    names = [
        files(package).joinpath("endings.txt").read_bytes() for package in ("mutuals_x", "mutuals_sandbox.x")
    ]

    assert names[0] == names[1]
