"""A reply is signed once, at its end, and not at all where its writer has taken that out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.actions.signatures import sign, signed, signed_last, unsigned
from mutuals.domain.model import Actor

ANA = Actor("slack", "U1", "Ana")
names = st.sampled_from(["Ana", "ana.lopez", "@everyone", "山田花子", "xX_Slayer_Xx", "Dr. Roe"])
texts = st.text(max_size=60) | st.sampled_from(["^Ana", "Hi ^Ana", "Hi^Ana ^Ana", " ^Ana Hi", "^AL"])


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        (" ^Ana", ""),
        (" ^Ana So sorry!", "So sorry! ^Ana"),
        ("So sorry! ^Ana", "So sorry! ^Ana"),
        ("So sorry!^Ana", "So sorry! ^Ana"),
        ("So sorry! ^Ana ^Ana", "So sorry! ^Ana"),
        ("So sorry!", "So sorry!"),
        ("^Ana, that is how I sign", ", that is how I sign ^Ana"),
    ],
)
def test_the_signature_stands_last_and_once(typed: str, sent: str):
    assert signed_last(typed.strip(), ANA) == sent


@given(texts, names)
def test_to_sign_twice_is_to_sign_once(text: str, name: str):
    actor = Actor("slack", "U1", name)
    once = signed(text, actor)

    assert signed(once, actor) == once
    assert once.endswith(sign(actor))
    assert unsigned(once, actor) == unsigned(text, actor)
    assert not sign(actor) or not unsigned(once, actor).endswith(sign(actor))
