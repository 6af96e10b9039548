"""The rules of the flags, each in a sentence that meets it; and what only sounds like it."""

from importlib import import_module
from pathlib import Path

import pytest

from mutuals.domain.language import read
from mutuals.domain.language.grammar import Evidence, compiled_grammar
from mutuals.domain.language.lexicons.en import rules as en_rules
from mutuals.domain.language.tokens import tokens
from mutuals.domain.model import Category, Flag


@pytest.mark.parametrize(
    "text",
    [
        "@harbour the kitchen smells of gas",
        "@harbour the charger is sparking and my toddler is next to it",
        "@harbour water is pouring onto the fuse box",
        "@harbour the tap gave me a jolt",
        "@harbour that shelf nearly killed me",
        "@harbour my baby has been vomiting since your formula",
        "@harbour we ate your pie and both of us passed out",
        "@harbour my lips are swelling",
        "@harbour my grandmother fell on your stairs",
        "@harbour the stair gate gave way with my son on it",
        "@harbour there was a shard of glass in my soup",
        "@harbour I told you about my nut allergy and you served nuts",
    ],
)
def test_danger_to_life_and_limb_is_urgent(text: str):
    assert Flag.URGENT in read(text).flags


@pytest.mark.parametrize(
    "text",
    [
        "@harbour my insulin has not arrived",
        "@harbour you sent the wrong tablets for my dad",
        "@harbour no heating, and we have a newborn",
        "@harbour the brakes failed on the motorway",
        "@harbour broken down on the hard shoulder with two kids",
        "@harbour the fire exit is locked",
        "@harbour stuck in the lift between floors, please help",
        "@harbour nobody came to meet my daughter, where is she",
        "@harbour your driver is drunk",
        "@harbour a man followed me and grabbed me",
        "@harbour the burglar alarm is dead",
        "@harbour I cannot call 999 from this phone",
        "@harbour you lost my mother's wheelchair",
        "@harbour this is a medical emergency",
    ],
)
def test_medicine_homes_roads_people_and_alarms_are_urgent(text: str):
    assert Flag.URGENT in read(text).flags


@pytest.mark.parametrize(
    "text",
    [
        "@harbour my savings have vanished and it was not me",
        "@harbour a payment I never made went out today",
        "@harbour there is an unauthorised charge",
        "@harbour somebody got into my account",
        "@harbour the bailiffs are at my door and you still haven't answered",
        "@harbour my solicitor will write to you",
        "@harbour we are stranded",
        "@harbour abandoned at the airport at midnight with no hotel",
        "@harbour my visa runs out tomorrow and you still have my passport",
        "@harbour boarding in 20 minutes and I can't get my pass",
        "@harbour I have called you five times",
        "@harbour you charged me twice",
    ],
)
def test_money_law_stranded_people_and_deadlines_are_urgent(text: str):
    assert Flag.URGENT in read(text).flags


@pytest.mark.parametrize(
    "text",
    [
        "@harbour is flight 911 on time?",
        "@harbour my order number is 999112",
        "@harbour error 503 on the help page",
        "@harbour room 999 was lovely",
        "@harbour do you sell smoke detectors?",
        "@harbour your hot wings set my mouth on fire 😂",
        "@harbour the fire drill went well, all good",
        "@harbour my phone caught fire last year and you sorted it",
        "@harbour I'm dying for one of your cakes",
        "@harbour what if the alarm fails?",
        "@harbour that film was dangerous fun",
    ],
)
def test_numbers_jokes_purchases_and_what_is_over_are_not_urgent(text: str):
    assert Flag.URGENT not in read(text).flags


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("@harbour cancel my subscription", True),
        ("@harbour I've moved everything to your competitor", True),
        ("@harbour never flying with you again", True),
        ("@harbour that was my last order with you", True),
        ("@harbour you've lost a customer", True),
        ("@harbour send me my PAC code", True),
        ("@harbour goodbye @harbour, I've had enough", True),
        ("@harbour we've been members for ten years and we're done", True),
        ("@harbour uninstalled", True),
        ("@harbour if this goes on I'm off to another bank", True),
        ("@harbour so glad I switched to you", False),
        ("@harbour never leaving you", False),
        ("@harbour why was my train cancelled?", False),
        ("@harbour I left my umbrella on the bus", False),
        ("@harbour we moved house, how do I take my contract with me?", False),
    ],
)
def test_who_goes_to_whom_tells_who_may_leave(text: str, told: bool):
    assert (Flag.CHURN in read(text).flags) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("highly recommend @harbour", True),
        ("told all my friends about @harbour", True),
        ("my whole office has joined @harbour because of me", True),
        ("anyone after a good dentist, try @harbour", True),
        ("people moaning about @harbour, give them a break", True),
        ("@harbour would not recommend", False),
        ("@harbour which one would you recommend?", False),
        ("@harbour told my friends to avoid you", False),
        ("@harbour do yourself a favour and go elsewhere", False),
    ],
)
def test_to_whom_and_how_warmly_tells_a_recommendation(text: str, told: bool):
    assert (Flag.ADVOCACY in read(text).flags) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("@harbour follow me please", True),
        ("@harbour you're not following me so I can't DM", True),
        ("@harbour can I get a follow", True),
        ("@harbour mutuals?", True),
        ("@harbour followed you, your turn", True),
        ("@harbour add me back so I can message you", True),
        ("@harbour please follow up on my ticket", False),
        ("@harbour your ads follow me everywhere", False),
        ("@harbour thanks for the follow", False),
        ("@harbour follow and retweet to win", False),
        ("@harbour can you add me to the list", False),
    ],
)
def test_whom_we_should_follow_tells_the_wish(text: str, told: bool):
    assert (Flag.WANTS_FOLLOW in read(text).flags) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("@harbour suggestion: a bench by the door", True),
        ("@harbour I wish the jacket came in green", True),
        ("@harbour it would be handy to have a search bar", True),
        ("@harbour could you add a vegan option", True),
        ("@harbour I miss the old recipe", True),
        ("@harbour the font is a bit small", True),
        ("@harbour a little worried about the new layout", True),
        ("@harbour fyi there is a typo on your poster", True),
        ("@harbour it would be nice to get my refund", False),
        ("@harbour thanks for adding dark mode", False),
        ("@harbour could you check my order", False),
    ],
)
def test_a_wish_or_a_mild_worry_is_a_concern_and_a_demand_is_none(text: str, told: bool):
    assert (read(text).category is Category.CONCERN) is told


def test_an_urgent_post_that_is_nothing_else_opens_a_case():
    reading = read("@harbour there is a smell of gas")

    assert Flag.URGENT in reading.flags
    assert reading.category in {Category.CONCERN, Category.COMPLAINT}


def test_no_slot_is_named_twice():
    files = sorted(Path(en_rules.__file__).parent.glob("slots*.py"))
    slots = [import_module(f"mutuals.domain.language.lexicons.en.{file.stem}").SLOTS for file in files]

    assert sum(map(len, slots)) == len(en_rules.SLOTS)


SLOTS = {
    "dog": "dog/s",
    "bites": "bit, bites",
    "man": "man, postman",
    "toy": "toy",
    "harmless_toy": "toy dog",
}


def told(rule: str, text: str) -> bool:
    """Does a grammar of this one rule find it?"""
    grammar = compiled_grammar(SLOTS, {"bite": rule}, {"bite": Evidence(-1.0, (1.0, 0.0), {}, {})})
    return grammar.found(tokens(text)) == {"bite"}


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("bites &dog &man", "the dog bit the man", True),
        ("bites &dog &man", "the dog bit the cat", False),
        ("bites <dog >man", "the dog bit the man", True),
        ("bites <dog >man", "the man bit the dog", False),
        ("dog >>bites", "the dog who lives next door bit", False),
        ("bites +dog", "it bit him. It was a wet day. He had come by the lane again. The dog ran", True),
        ("bites &dog", "it bit him. It was a wet day. He had come by the lane again. The dog ran", False),
        ("bites &dog -toy", "my toy is torn, the dog bites", False),
        ("bites !dog", "the dog bites", False),
        ("bites &dog|man", "the man bites", True),
        ("dog", "a toy dog", False),
        ("unless toy\nbites", "the toy bites", False),
    ],
)
def test_each_sign_of_a_rule_means_what_its_description_says(rule: str, text: str, expected: bool):
    assert told(rule, text) is expected


def test_what_is_no_term_is_refused():
    with pytest.raises(ValueError, match="no term"):
        compiled_grammar(SLOTS, {"bite": "bites ?dog"}, {})


def test_evidence_of_slots_and_words_can_do_without_a_rule_where_it_is_clear():
    weighed = Evidence(-1.0, (0.0, 0.0), {"dog": 1.4}, {"teeth": 1.0})
    grammar = compiled_grammar(SLOTS, {"bite": "man"}, {"bite": weighed})

    assert grammar.found(tokens("the dog has teeth")) == {"bite"}
    assert grammar.found(tokens("the dog sleeps")) == set()


def test_what_cancels_all_rules_cancels_evidence_that_stands_alone():
    weighed = Evidence(-1.0, (0.0, 0.0), {"dog": 3.0}, {})
    grammar = compiled_grammar(SLOTS, {"bite": "unless toy\nman\nbites"}, {"bite": weighed})

    assert grammar.found(tokens("the dog is wet")) == {"bite"}
    assert grammar.found(tokens("the dog is a toy")) == set()


def test_in_a_post_of_two_languages_only_rules_tell():
    weighed = Evidence(-1.0, (1.0, 0.0), {"dog": 3.0}, {})
    grammar = compiled_grammar(SLOTS, {"bite": "bites"}, {"bite": weighed})

    assert grammar.found(tokens("the dog is wet"), rules_alone=True) == set()
    assert grammar.found(tokens("the dog bites"), rules_alone=True) == {"bite"}
    assert Flag.URGENT in read("@harbour hola, the kitchen smells of gas por favor", lang="es").flags
