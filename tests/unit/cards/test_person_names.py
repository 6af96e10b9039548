"""Ready replies greet by a given name or by nothing, and are signed with letters."""

import pytest

from mutuals.actions.signatures import signed
from mutuals.cards.starter_replies import STARTERS
from mutuals.cards.templates import ReplyEvidence, signature, values
from mutuals.domain.model import Actor
from mutuals.domain.saved_replies import merged
from tests.support.values import START


def greeting(name: str) -> str:
    return str(merged(STARTERS[0].text, values(ReplyEvidence(name), "en", START))).split(",")[0]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Mia Lopez", "Mia"),
        ("mia", "mia"),
        ("Anne-Marie Roux", "Anne-Marie"),
        ("D'Arcy Wells", "D'Arcy"),
        ("Zoë 🌿", "Zoë"),
        ("Ludwig van Berg", "Ludwig"),
        ("Íñigo", "Íñigo"),
        ("Мария Иванова", "Мария"),
        ("محمد علي", "محمد"),
        ("山田花子", "山田花子"),
        ("प्रिया शर्मा", "प्रिया"),
        ("McKenna Jones", "McKenna"),
    ],
)
def test_whoever_shows_a_given_name_is_greeted_by_it(name: str, given: str):
    assert greeting(name) == f"Hi {given}"


@pytest.mark.parametrize(
    "name",
    [
        "Angry Buyer", "The Olivia", "Free the Sea", "Brightmug Sucks", "Dr Olivia", "Dr. Olivia", "Not Olivia", "Your Aunt",
        "Bright GmbH",
        "xX_Killer_Xx", "@everyone", "<!here>", "[Care] Tom", "olivia99", "Mr Smith", "Official Support", "STOP",
        "🦊🦊", "", "   ",
        "SarahCodes Daily", "https://example.com",
        "Wütender Kunde", "Cliente Enojado", "I want my money back please",
    ],
)  # fmt: skip
def test_whatever_is_no_given_name_is_greeted_without_one(name: str):
    assert greeting(name) == "Hi"


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("Ana", "Ana"), ("ana.lopez", "AL"), ("Dr. Roe", "R"), ("[Care] Ben", "B"), ("@everyone", ""), ("<!here>", ""),
        ("xX_Slayer_Xx", "XS"), ("🦊 Kim", "Kim"), ("The Boss", ""), ("42", ""), ("@Eva Roe", "R"), ("Élodie Petit", "Élodie"),
    ],
)  # fmt: skip
def test_a_reply_is_signed_with_letters_only(name: str, sign: str):
    assert signature(name) == sign


def test_nobody_is_called_by_a_signature():
    for name in ("@everyone", "<!here>", "@Eva Roe", "#care", "[Care] Ben", "Mia @ Bright"):
        text = signed("Hi Mia, we look into it.", Actor("slack", "U1", name))

        assert not set("@#<>[]!") & set(text.rsplit("^", 1)[-1] if "^" in text else "")
        assert not text.endswith("^")
