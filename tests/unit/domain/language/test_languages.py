"""Languages with cue lists, and all others, which are never dropped in silence."""

import pytest

from mutuals.domain.language import read
from mutuals.domain.language.detect import language_of
from mutuals.domain.language.lexicon import LANGUAGES, READ, lexicon
from mutuals.domain.language.lexicons.en.overtones import OVERTONES
from mutuals.domain.language.tokens import tokens
from mutuals.domain.language.weights import FIGURES
from mutuals.domain.model import Category, Flag

COMPLAINTS = {
    "en": "@harbour I have been waiting for two weeks for my parcel and nobody answers",
    "es": "@harbour llevo dos semanas esperando mi paquete y nadie contesta",
    "fr": "@harbour j'attends mon colis depuis deux semaines et personne ne répond",
    "de": "@harbour ich warte seit zwei Wochen auf mein Paket und niemand antwortet",
    "pt": "@harbour estou há duas semanas à espera da minha encomenda e ninguém responde",
}
PRAISE = {
    "en": "@harbour thank you, the service was excellent",
    "es": "@harbour gracias, el servicio fue excelente",
    "fr": "@harbour merci, le service était excellent",
    "de": "@harbour danke, der Service war ausgezeichnet",
    "pt": "@harbour obrigada, o serviço foi excelente",
}


@pytest.mark.parametrize("told", [True, False], ids=["told by the network", "guessed"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_complaint_is_one_in_each_language(lang: str, told: bool):
    assert read(COMPLAINTS[lang], lang=lang if told else "und").category is Category.COMPLAINT


@pytest.mark.parametrize("lang", LANGUAGES)
def test_praise_is_praise_in_each_language(lang: str):
    assert read(PRAISE[lang], lang=lang).category is Category.PRAISE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_language_is_guessed_by_stop_words(lang: str):
    assert language_of(tokens(COMPLAINTS[lang]), None) == lang


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ko", "주문한 상품이 안 와요"),
        ("ar", "مرحبا كيف حالك"),
        (None, "добрый день где мой заказ"),
        ("pl", "gdzie jest moja paczka"),
        (None, "gdzie jest moja paczka proszę"),
    ],
)
def test_another_language_reaches_the_list(lang: str | None, text: str):
    reading = read(text, lang=lang)

    assert Flag.OTHER_LANGUAGE in reading.flags
    assert reading.category is Category.QUESTION


def test_anger_without_words_we_know_raises_the_score_in_another_language():
    assert read("где мой заказ 😡😡", lang="ru").complaint > read("где мой заказ", lang="ru").complaint


def test_english_under_a_wrong_code_is_read_as_english():
    reading = read("@harbour I have been waiting for my order and it is still not here", lang="tl")

    assert reading.category is Category.COMPLAINT
    assert Flag.OTHER_LANGUAGE not in reading.flags


def test_accents_do_not_matter():
    assert (
        read("@harbour pésimo servicio", lang="es").complaint
        == read("@harbour pesimo servicio", lang="es").complaint
    )


@pytest.mark.parametrize("lang", sorted(READ))
def test_every_cue_list_has_its_row_in_the_table(lang: str):
    rows = {figure.name for figure in FIGURES}
    ends: set[str] = set()
    nodes = [lexicon(lang).root]
    while nodes:
        node = nodes.pop()
        for key, below in node.items():
            if key:
                nodes.append(below)
            else:
                ends.update(below)

    assert {name for name in ends if not name.startswith("flag ")} <= rows
    overtones = set(OVERTONES) if lang == "en" else set()
    lists = (
        {"stake", "peril"} if lang == "en" else {"urgent", "wants_follow", "churn", "advocacy"}
    )  # English has rules
    assert {name.removeprefix("flag ") for name in ends if name.startswith("flag ")} - overtones == lists
