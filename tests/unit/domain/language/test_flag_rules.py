"""The flags in English, each in sentences that belong to it; and what only sounds like it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.language import read
from mutuals.domain.language.evidence import compiled_evidence, forms, key_of, name_of
from mutuals.domain.language.lexicons.en import concepts as english
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
        "@harbour there is an unauthorised charge on my card",
        "@harbour somebody got into my account",
        "@harbour the bailiffs are at my door and you still haven't answered",
        "@harbour my solicitor will write to you",
        "@harbour we are stranded",
        "@harbour abandoned at the airport at midnight with no hotel",
        "@harbour my visa runs out tomorrow and you still have my passport",
        "@harbour boarding in 20 minutes and I can't get my pass",
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
        "@harbour I have called you five times",
        "@harbour you charged me twice",
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


EVIDENCE = compiled_evidence(
    {"animal": "dog+ cat", "hurting": "bite~ bit", "pests": "fly+"},
    {"u": "you"},
    """\
\tbite\tplay
\t-100\t-100
teeth\t120\t0
the dog\t60\t0
<animal hurting>\t150\t-50
<hurting>\t30\t0
^<animal>\t0\t110
$\t0\t0
""",
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("it has teeth", {"bite"}),
        ("that dog bites", {"bite"}),
        ("those dogs are biting", {"bite"}),
        ("he bit my cat", set()),
        ("it stood by my dog in the lane and at last it bit", set()),
        ("there is a dog. Now it bit", set()),
        ("@harbour dog here", {"play"}),
        ("nothing", set()),
        ("", set()),
    ],
)
def test_words_neighbours_concepts_and_their_order_add_up(text: str, told: set[str]):
    assert EVIDENCE.found(tokens(text)) == told


def test_the_first_concept_of_a_post_is_looked_up_behind_the_accounts():
    assert EVIDENCE.found(tokens("@harbour @quay cat")) == {"play"}
    assert EVIDENCE.found(tokens("@harbour my cat")) == set()


def test_in_a_post_of_two_languages_evidence_must_say_more():
    assert EVIDENCE.found(tokens("it has teeth"), sure=True) == set()
    assert EVIDENCE.found(tokens("the dog bites with teeth"), sure=True) == {"bite"}
    assert Flag.URGENT in read("@harbour hola, I can smell gas, help por favor", lang="es").flags


def test_short_forms_figures_and_stretched_words_are_read_alike():
    assert EVIDENCE.words(tokens("@harbour sooooo u want 40,000?! 911 12.30pm")) == [
        "@", "soo", "you", "want", "0", "?", "911", "0pm",
    ]  # fmt: skip


@given(st.text(max_size=400))
def test_any_text_is_weighed_and_a_sign_has_one_name(text: str):
    words = EVIDENCE.words(tokens(text))

    assert EVIDENCE.found(tokens(text)) <= {"bite", "play"}
    assert all(len(sign) == 2 for sign in EVIDENCE.meetings(words))


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("cancel~", {"cancel", "cancels", "canceled", "cancelled", "canceling", "cancelling"}),
        ("leave~", {"leave", "leaves", "leaved", "leaving"}),
        ("try~", {"try", "tries", "tried", "trying"}),
        ("ditch~", {"ditch", "ditches", "ditched", "ditching"}),
        ("lawyer+", {"lawyer", "lawyers", "lawyer's"}),
        ("agency+", {"agency", "agencies"}),
        ("bus+", {"bus", "buses", "bus's"}),
        ("never", {"never"}),
    ],
)
def test_the_forms_of_a_listed_word(listed: str, expected: set[str]):
    assert forms(listed) == expected


def test_the_shipped_table_names_its_signs_as_they_are_looked_up():
    table = Path(english.__file__).with_name("signs.txt").read_text(encoding="utf-8").splitlines()[2:]
    names = [*english.CONCEPTS]
    numbers = {name: chr(0xE000 + at) for at, name in enumerate([*names, "@", "?", "!", ".", "0"])}

    signs = [line.partition("\t")[0] for line in table]
    assert len(set(signs)) == len(signs) > 1_000
    assert all(name_of(key_of(sign, numbers), names) == sign for sign in signs)
