"""Common words lean to a complaint or away from it; the list is general, and an alert shows the word that says most."""

import re
from pathlib import Path

from mutuals.domain.language import read
from mutuals.domain.language.lexicon import leanings
from mutuals.domain.language.tokens import tokens
from mutuals.domain.language.weights import FIGURES
from mutuals.domain.language.wording import leaning, pieces


def words_of(text: str) -> list[str]:
    return [piece for piece, _, _ in pieces(tokens(text))]


def test_a_post_is_read_as_its_words_and_the_pairs_of_neighbours():
    assert words_of("@acme my order?") == [
        "<start> <handle>",
        "my",
        "<handle> my",
        "order",
        "my order",
        "order ?",
    ]


def test_where_a_network_cut_a_long_post_nothing_is_read_into_the_cut():
    whole = "my order never came"

    assert words_of(f"{whole}… https://t.co/abc") == words_of(whole)
    assert words_of(f"{whole}... https://t.co/abc") == words_of(whole)


def test_a_word_said_five_times_leans_no_further_than_said_once():
    once, often = tokens("refund"), tokens("refund refund refund refund refund")

    assert leaning(often, {"refund": 0.1}) == leaning(once, {"refund": 0.1})


def test_nobody_s_name_and_no_account_is_among_the_common_words():
    assert not [piece for piece in leanings("en") if re.search(r"@|https?:|acme|amazon|twitter", piece)]


def test_no_common_word_makes_a_complaint_by_itself():
    assert max(abs(by) for by in leanings("en").values()) < 0.5


def test_the_common_words_of_english_say_nothing_in_another_language():
    assert not leanings("es")
    for text, lang in (
        ("@acme mi pedido no me llega why", "es"),
        ("@acme tilaukseni ei ole no vielä tullut why", "fi"),
    ):
        cues = read(text, lang=lang).cues
        assert "worded like a complaint" not in {cue.name for cue in cues}


def test_the_reason_of_an_alert_shows_the_common_words_that_say_most():
    said = leanings("en")
    text = "@acme where is my order? This is the third week and still nothing"
    cue = next(one for one in read(text).cues if one.name == "worded like a complaint")
    shown = max(by for piece, by in said.items() if piece in words_of(text))

    assert shown in [
        by for piece, by in said.items() if piece.split()[0] in text[cue.start : cue.end].lower()
    ]


def test_the_page_on_judgement_shows_the_table_as_it_is():
    page = (Path(__file__).parents[4] / "docs" / "detection.md").read_text(encoding="utf-8")

    missing = [
        row
        for one in FIGURES
        if (row := f"| {one.reason} | `{one.name}` | {one.complaint:+.2f} | {one.praise:+.1f} |") not in page
    ]
    assert not missing
