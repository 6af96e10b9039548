"""What sounds of a complaint and is none: absent faults, understatement, play, prizes; and what still is one."""

import pytest

from mutuals.domain.language import read
from mutuals.domain.model import Category, Flag


@pytest.mark.parametrize(
    "text",
    [
        "@harbour six years, zero issues",
        "Took the @harbour flask up a hill. Two friends, no drama",
        "Rode home in a storm on my @harbour bike, not a single squeak",
        "A whole winter with the @harbour heater without a hiccup",
    ],
)
def test_naming_a_fault_that_is_not_there_is_praise(text: str):
    assert read(text).category is Category.PRAISE


@pytest.mark.parametrize(
    "text",
    [
        "@harbour no reply, no refund, zero help",
        "@harbour nothing but trouble since I bought this kettle",
        "@harbour it leaks again and not a single reply from you",
    ],
)
def test_a_denial_of_what_was_owed_stays_a_complaint(text: str):
    assert read(text).category is Category.COMPLAINT


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "@harbour can't complain about this one"),
        ("en", "@harbour could not ask for more"),
        ("es", "Café, sol y mi silla de @harbour. No se puede pedir más"),
        ("fr", "Une semaine avec la théière @harbour, rien à redire"),
        ("de", "Sonne, Kaffee, mein Rad von @harbour. Besser geht's nicht"),
        ("pt", "Praia e a mochila da @harbour. Não peço mais"),
    ],
)
def test_understatement_is_praise_in_each_language(lang: str, text: str):
    assert read(text, lang=lang).category is Category.PRAISE


def test_who_asks_no_more_than_an_answer_complains():
    text = "@harbour no pido más que una respuesta, llevo dos semanas esperando mi pedido"

    assert read(text, lang="es").category is Category.COMPLAINT


def test_playful_blame_is_no_complaint_and_earnest_blame_is_one():
    assert read("Ridiculously cheerful about my mug, blame @harbour").category is Category.PRAISE
    assert read("@harbour I blame you, my whole weekend is ruined").category is Category.COMPLAINT


def test_a_post_in_which_nothing_complains_is_none_however_much_it_tells():
    text = "Spotted a red jacket at the lake one night and we nodded as if we were old mates @harbour"

    assert read(text).category is not Category.COMPLAINT


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "@harbour congratulations you won a free kettle, claim your prize today"),
        ("en", "@harbour you've WON! claim within 24 hours code AA-1"),
        ("en", "@harbour earn $500 daily, no risk, DM now"),
        ("es", "@harbour ¡Has ganado un regalo! Reclama tu premio hoy"),
    ],
)
def test_a_stranger_who_offers_prizes_or_quick_money_is_no_case(lang: str, text: str):
    assert read(text, lang=lang).category is Category.OTHER


def test_a_prize_that_never_came_is_a_complaint():
    assert read("@harbour I won a prize in your raffle and it never arrived").category is Category.COMPLAINT


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "@harbour could you follow this account so we can message you"),
        ("es", "@harbour ¿podéis seguirme para enviaros un mensaje privado?"),
        ("es", "¿me podrías seguir @harbour? Quiero mandarte un MD"),
        ("fr", "@harbour pouvez-vous nous suivre en retour ? C'est pour un MP"),
        ("de", "@harbour könntet ihr mir bitte folgen, dann schicke ich euch eine DM"),
        ("de", "@harbour folgen Sie mir bitte, ich möchte Ihnen eine PN schreiben"),
        ("pt", "@harbour podem seguir-me para vos mandar mensagem privada?"),
    ],
)
def test_a_wish_to_be_followed_is_understood_however_it_is_put(lang: str, text: str):
    assert read(text, lang=lang).category is Category.WANTS_FOLLOW


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "@harbour how long does delivery usually take?"),
        ("es", "@harbour ¿qué pasa si se rompe el asa, hay garantía?"),
        ("de", "@harbour wann gibt es die Kanne wieder?"),
    ],
)
def test_asking_what_is_usual_or_what_if_is_a_question(lang: str, text: str):
    assert read(text, lang=lang).category is Category.QUESTION


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "¡Qué ilusión! Lo comparto con la gente"),
        ("fr", "Quelle belle idée, j'en parle à tout le monde"),
        ("de", "Mit Wachs behandelt, seitdem wie neu"),
    ],
)
def test_an_outcry_with_a_question_word_is_no_question(lang: str, text: str):
    assert read(text, lang=lang).category is Category.PRAISE


def test_thanks_for_help_asks_for_none():
    reading = read("Super, danke für die schnelle Hilfe", lang="de", replying=True)

    assert Flag.THANKS in reading.flags
    assert reading.category is Category.PRAISE


def test_ten_of_ten_is_praise_and_a_plain_ten_is_a_number():
    assert read("@harbour 10/10").praise > read("@harbour 10").praise
    assert read("@harbour 10").praise == read("@harbour 12").praise


def test_an_order_number_behind_a_hash_is_private_and_a_tag_is_not():
    assert Flag.PRIVATE in read("@harbour order #88213377 is late").flags
    assert Flag.PRIVATE not in read("@harbour my ticket #summer2019").flags
