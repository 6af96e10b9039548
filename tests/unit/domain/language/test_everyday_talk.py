"""Everyday talk that names the brand opens nothing, however it sounds; a complaint in three words still does.

The posts stand in `everyday/`, one a line, by language: invented by us, and none of them is in the list that the coefficients
are fitted on (`benchmarks/everyday.csv`).
"""

import csv
from pathlib import Path

import pytest

from mutuals.domain.language import read
from mutuals.domain.language.lexicon import LANGUAGES
from mutuals.domain.model import CASE_CLASSES, Category

HERE = Path(__file__).parent / "everyday"


def posts(kind: str) -> list[tuple[str, str]]:
    """Language and text of each post of a kind."""
    return [
        (lang, text)
        for lang in LANGUAGES
        for text in (HERE / f"{lang}.{kind}.txt").read_text(encoding="utf-8").splitlines()
        if text.strip()
    ]


@pytest.mark.parametrize(("lang", "text"), posts("small_talk"))
def test_one_word_makes_no_complaint_of_small_talk(lang: str, text: str):
    reading = read(text, lang=lang)

    assert reading.complaint < 0.5
    assert reading.category is not Category.COMPLAINT


@pytest.mark.parametrize(("lang", "text"), [post for post in posts("small_talk") if post[0] != "en"])
def test_clear_small_talk_in_a_language_with_long_lists_is_not_even_listed(lang: str, text: str):
    assert read(text, lang=lang).category not in CASE_CLASSES


@pytest.mark.parametrize(("lang", "text"), posts("complaints"))
def test_a_terse_complaint_stays_one(lang: str, text: str):
    assert read(text, lang=lang).category is Category.COMPLAINT


def test_what_is_measured_here_was_not_fitted_on():
    table = Path(__file__).parents[4] / "benchmarks" / "everyday.csv"
    with table.open(newline="", encoding="utf-8") as lines:
        fitted = {row["text"] for row in csv.DictReader(lines)}

    assert fitted.isdisjoint(text for kind in ("small_talk", "complaints") for _, text in posts(kind))


@pytest.mark.parametrize(
    "text",
    [
        "@acme never had a problem in eight years",
        "@acme this bike hasn't let me down once",
        "haven't had a single issue with my @acme drill",
        "@acme twelve winters, never broke, never leaked",
    ],
)
def test_a_fault_that_never_came_is_praise(text: str):
    assert read(text, lang="en").category is Category.PRAISE


@pytest.mark.parametrize(
    "text",
    [
        "worst morning in weeks, but my @acme soup saved it",
        "the train was late but I had my @acme novel",
        "car broke down in the rain, luckily my @acme flask kept us warm",
    ],
)
def test_what_the_brand_made_good_is_praise(text: str):
    assert read(text, lang="en").category is Category.PRAISE


@pytest.mark.parametrize(
    "text",
    [
        "@acme my parcel was late but the driver found the door. Now the lamp does not work",
        "@acme never had a problem until last week, now it won't turn on",
        "worst morning in weeks, and @acme lost my suitcase",
    ],
)
def test_a_fault_of_the_brand_behind_a_kind_word_stays_one(text: str):
    assert read(text, lang="en").category is Category.COMPLAINT


def test_the_same_word_counts_in_its_own_grammar():
    for talk, fault in (
        ("late lunch in the sun with an @acme sandwich", "@acme your delivery is late"),
        ("my @acme magazine, the autumn issue", "@acme there is an issue with my account"),
        ("the @acme biscuits broke the ice", "the handle of my @acme mug broke"),
        ("waiting for the bus in my @acme coat", "waiting three weeks for my @acme parcel"),
    ):
        assert read(talk, lang="en").complaint < 0.5 <= read(fault, lang="en").complaint


def test_the_longest_post_is_sorted_out_in_a_moment():
    text = "late slow broke " * 1300

    assert read(text).category in Category


@pytest.mark.parametrize("lang", LANGUAGES)
def test_three_angry_faces_are_a_complaint_in_any_language(lang: str):
    assert read("@acme 😡😡😡", lang=lang).category is Category.COMPLAINT
    assert read("@acme 🤬🤬🤬🤬", lang="und").category is Category.COMPLAINT


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "@acme still waiting"),
        ("en", "@acme hello?"),
        ("en", "@acme any news?"),
        ("en", "@acme still nothing"),
        ("en", "@acme 0/10"),
        ("en", "@acme check your DMs"),
        ("en", "@acme 1/5"),
        ("en", "@acme unbelievable"),
        ("en", "@acme please reply"),
        ("en", "@acme smh"),
        ("de", "@acme 0 von 10"),
        ("es", "@acme contesten por favor"),
        ("fr", "@acme aucune réponse"),
        ("pt", "@acme respondam"),
        ("de", "@acme warte immer noch"),
        ("de", "@acme hallo?"),
        ("de", "@acme immer noch nichts"),
        ("es", "@acme sigo esperando"),
        ("es", "@acme alguna novedad"),
        ("fr", "@acme j'attends toujours"),
        ("fr", "@acme toujours rien"),
        ("pt", "@acme ainda esperando"),
        ("pt", "@acme alguma novidade"),
        *((lang, f"@acme {signs}") for lang in LANGUAGES for signs in ("👎", "???", ":(", "🤮🤮", "🆘")),
    ],
)
def test_a_few_words_or_signs_that_ask_after_an_answer_are_told(lang: str, text: str):
    assert read(text, lang=lang).category in CASE_CLASSES


@pytest.mark.parametrize(
    "text", ["@acme 😂😂", "@acme mood", "@acme 👏👏👏", "@acme first frost", "@acme same"]
)
def test_a_few_cheerful_or_idle_signs_are_not(text: str):
    assert read(text, lang="en").category not in CASE_CLASSES
