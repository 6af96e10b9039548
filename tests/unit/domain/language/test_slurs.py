"""Slurs are hidden, whatever they are written like, and no innocent word is."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.language.slurs import has_slurs, masked, slur_list

ALL = slur_list()
HIDDEN = ["you n1gger", "NIGGGGER!!", "f@ggots", "fag\u200bgot", "#faggots", "what a retard", "un pédé",
          "eres subnormal", "Schwuchteln raus", "seu viado", "the wetback's bag"]  # fmt: skip
INNOCENT = [
    "Le train a du retard", "Il y a retard de 2h", "a chink in the armour", "Niger is a country", "paki check po",
    "Kike Setién scored", "subnormal temperatures", "MongoDB, Bimbo, Abo", "ele pede ajuda", "un nègre littéraire",
    "enviado", "snigger", "kaffir lime leaves", "my tranny fluid leaks", "@faggotking https://x.com/faggot",
    "my maine coon", "having a fag", "Maricá, Rio de Janeiro", "efecto retardado", "gobbledygook",
]  # fmt: skip
POSTS = Path("benchmarks")


@pytest.mark.parametrize("text", HIDDEN)
def test_a_slur_is_hidden_and_as_many_words_stand_there_as_before(text):
    shown = masked(text, ALL)

    assert "•" in shown
    assert len(shown) == len(text)
    assert len(shown.split()) == len(text.split())
    assert not has_slurs(shown, ALL)


@pytest.mark.parametrize("text", INNOCENT)
def test_an_innocent_word_stays_in_sight(text):
    assert masked(text, ALL) == text


def test_of_a_thousand_posts_to_brands_none_is_masked_by_mistake():
    texts = [text for name in ("everyday.csv", "phrasings/languages.csv", "turns.csv")
             for row in csv.reader((POSTS / name).open(encoding="utf-8")) for text in row]  # fmt: skip

    assert len(texts) > 1000
    assert [text for text in texts if has_slurs(text, ALL)] == []


def test_a_brand_hides_words_of_its_own_and_shows_others():
    ours = slur_list(("Acmehole", "-wog"))

    assert masked("you acmehole", ours) == "you a•••••••"
    assert masked("wog", ours) == "wog"
    assert masked("wog", ALL) == "w••"


@given(st.text(max_size=120))
def test_whatever_is_written_keeps_its_length_and_its_first_letters(text):
    shown = masked(text, ALL)

    assert len(shown) == len(text)
    assert all(now in (was, "•") for was, now in zip(text, shown, strict=True))
