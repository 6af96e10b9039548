"""What is a complaint and what is not, in every trade; all posts are invented."""

import pytest

from mutuals.domain.language import read
from mutuals.domain.model import Category

COMPLAINTS = {
    "retail": "@harbour my parcel still hasn't arrived and nobody answers my emails",
    "airline": "@harbour flight cancelled, two hours on hold and no rebooking. This is awful",
    "bank": "@harbour my card was declined again and your app keeps crashing",
    "telecom": "@harbour no signal since Monday, third time this month. Fix it!",
    "energy": "@harbour power out for 6 hours and your outage page doesn't work",
    "software": "@harbour can't log in, it keeps saying error. Why is this still broken?",
    "games": "@harbour servers are down again and I lost my progress",
    "food": "@harbour my burger was cold, the staff were rude and the order was wrong",
    "hotel": "@harbour the room was dirty and nobody at reception cares. Very disappointed",
    "car": "@harbour my engine died twice and your dealer refuses to fix it",
    "insurance": "@harbour waiting for six weeks on my claim, no response. Unacceptable",
    "delivery": "@harbour your driver left my package in the rain, it is ruined",
    "transport": "@harbour train delayed again, no heating and no information. Useless",
    "a price": "@harbour you charged me twice and won't refund my money",
    "without a handle": "Harbour is the worst company ever, their customer service is terrible and they lied to me",
}
FINE = {
    "praise": "@harbour I love the new lamp, best service ever!",
    "thanks": "@harbour thank you so much, you guys are great",
    "an opening time": "@harbour what time do you open on Sunday?",
    "a size": "@harbour do you have this in a large?",
    "a how-to": "@harbour how do I change my delivery address?",
    "a sent message": "@harbour ok, just sent you a DM",
    "an answer": "@harbour yes, version 12 on my laptop",
    "an advert": "Win a lamp! Follow and retweet to enter our giveaway https://example.com/x",
    "a craving": "craving pizza tonight with my friends",
    "no problem": "@harbour no problem at all, thanks for the quick reply",
    "solved": "@harbour it works now, thank you!",
}


@pytest.mark.parametrize("text", COMPLAINTS.values(), ids=list(COMPLAINTS))
def test_a_breach_of_expectation_is_a_complaint_in_every_trade(text: str):
    reading = read(text)

    assert reading.complaint >= 0.5
    assert reading.category is Category.COMPLAINT


@pytest.mark.parametrize("text", FINE.values(), ids=list(FINE))
def test_small_talk_praise_and_plain_questions_are_no_complaints(text: str):
    reading = read(text)

    assert reading.complaint < 0.5
    assert reading.category is not Category.COMPLAINT


@pytest.mark.parametrize(
    "text",
    [
        "thanks for losing my bag again @harbour",
        "great, another 3 hour delay. love flying with you",
        "@harbour thanks for nothing, still no refund",
        "@harbour awesome service, 40 minutes on hold and then you hung up",
    ],
)
def test_a_kind_word_next_to_a_delay_or_a_loss_is_sarcasm(text: str):
    assert read(text).category is Category.COMPLAINT


def test_a_question_with_a_complaint_in_it_is_a_complaint():
    assert read("@harbour why is my order still not here after 3 weeks?").category is Category.COMPLAINT


def test_denying_a_fault_is_no_complaint():
    bad = read("@harbour the soup was bad")
    not_bad = read("@harbour the soup was not bad")

    assert "calls it bad" in {cue.name for cue in bad.cues}
    assert "calls it bad" not in {cue.name for cue in not_bad.cues}
    assert not_bad.complaint < 0.5


def test_denied_praise_is_not_praise():
    assert read("@harbour that was not a great stay").praise < read("@harbour that was a great stay").praise


def test_more_kinds_of_fault_make_a_higher_score():
    one = read("@harbour my kettle is broken")
    three = read("@harbour my kettle is broken, nobody answers and it is the worst service")

    assert three.complaint > one.complaint


def test_praise_and_complaint_are_scored_apart():
    mixed = read("@harbour love the food but the delivery was two hours late and it arrived cold and broken")
    cold = read("@harbour the parcel is number four")

    assert mixed.complaint > cold.complaint
    assert (
        mixed.praise > read("@harbour the delivery was two hours late and it arrived cold and broken").praise
    )


def test_stretched_words_say_what_the_words_say():
    plain = {cue.name for cue in read("@harbour this is terrible").cues}

    assert plain == {cue.name for cue in read("@harbour this is terribleeeee").cues}


def test_an_angry_face_and_an_angry_tag_count():
    calm = read("@harbour my order")

    assert read("@harbour my order 😡").complaint > calm.complaint
    assert read("@harbour my order #epicfail").complaint > calm.complaint
    assert read("@harbour my order 😍").complaint < calm.complaint
