"""Who names the brand and is no customer gets no clock; and no customer is taken for one of those."""

import pytest

from mutuals.domain.language import read
from mutuals.domain.model import CASE_CLASSES, Category, Flag


@pytest.mark.parametrize(
    "text",
    [
        "@harbour @tom we're sorry for the inconvenience. Kindly message our help team @harbour_helpline",
        "@harbour @tom please fill out this form so our support team can refund you, whatsapp us",
        "@harbour sorry to hear this. Drop a message to @HarbourAssist and we look into it",
        "@tom @harbour Das tut uns sehr leid, melden Sie sich bei unserem Kundendienst @Harbour_Hilfe",
        "@tom @harbour Lamentamos lo ocurrido, contacte con nuestro equipo oficial por WhatsApp",
        "@tom @harbour Nous sommes désolés pour ce souci, écrivez à notre équipe sur Telegram",
        "@tom @harbour Pedimos desculpas, fale com nosso atendimento @harbour_ajuda",
    ],
)
def test_whoever_pretends_to_be_our_support_is_an_impostor_and_no_case(text: str):
    reading = read(text, lang="en")

    assert Flag.IMPOSTOR in reading.flags
    assert reading.category is Category.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "@harbour lost hope until I wrote to cyberfixer on instagram, she recovered my account",
        "@harbour your shop does not rank at all. Interested in SEO and backlinks? DM me",
        "@grok why does everybody hate @harbour",
        "BREAKING: @harbour chairman steps down after scandal",
        "$HRB @harbour terrible earnings, shorts win again",
        "@harbour @a @b @c @d @e @f claim your $SAIL airdrop before it ends",
        "I just earned the Deckhand badge! via @harbour https://example.com/b",
        "We're hiring! Terrible at small talk? Apply now @harbour",
        "@harbour I was robbed of all my coins and @coinfix recovered everything, message him",
        "@harbour we saw the low engagement of this page. Our agency can grow it",
        "@harbour I make videos and thumbnails, send a DM if interested",
    ],
)
def test_pitches_bots_news_and_shares_have_no_clock(text: str):
    reading = read(text, lang="en")

    assert Flag.NOT_A_CUSTOMER in reading.flags
    assert reading.category not in CASE_CLASSES
    assert reading.complaint < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "@harbour your team told me to DM @harbour_help and nobody answers there",
        "@harbour somebody calls himself your support and asks for my password, is that you?",
        "BREAKING: my kettle from @harbour broke again",
        "@harbour @grok my order never arrived, is this a scam?",
        "@harbour you charged me $40 twice, terrible service",
        "@harbour I got hacked, please help me to get my account back",
        "@harbour @rivalco my parcel is lost and neither of you answers",
        "@harbour me dijeron que escriba a nuestro soporte @harbour_es y mi pedido no llega, nadie responde",
        "@harbour Support schreibt, ich soll @harbour_hilfe kontaktieren, mein Paket ist verloren und keiner hilft",
        "@harbour I design logos with your app and it crashes and loses my work every time",
    ],
)
def test_a_true_complaint_is_never_dropped_for_looking_like_a_bots(text: str):
    assert read(text).category in CASE_CLASSES


def test_a_rivals_customer_is_none_of_ours_and_our_own_who_leaves_is():
    text = "@rivalco my order never arrived, unacceptable. Going to @harbour instead!"

    assert read(text, lang="en", us="harbour").category is Category.OTHER
    assert read(text, lang="en", us="rivalco").category is Category.COMPLAINT
    praised = "@rivalco three weeks and no refund. @harbour at least picks up the phone"
    assert read(praised, lang="en", us="harbour").category is Category.OTHER
    assert read(praised, lang="en", us="rivalco").category is Category.COMPLAINT


def test_where_nobody_says_who_we_are_whoever_they_go_to_instead_is_taken_for_us():
    assert read("@rivalco lost my parcel, awful. Switching to @harbour instead").category is Category.OTHER
    assert read("@harbour lost my parcel, awful. I am leaving you").category is Category.COMPLAINT
    assert read("@harbour awful, I am going elsewhere instead").category is not Category.OTHER
