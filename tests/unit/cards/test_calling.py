"""Whom a call mentions, in one chat."""

from hypothesis import given
from hypothesis import strategies as st

from mutuals.cards.calling import MOST, addressed
from mutuals.cards.markup import Card, Tone
from mutuals.domain import rota

CALL = Card("k", 1, Tone.URGENT, "Overdue", "Overdue", ping=True)
DUTY = rota.parse("Ana slack:U0ANA mon-sun 00:00-24:00; Ben discord:42 mon-sun 00:00-24:00")


def test_whoever_claimed_it_comes_before_who_is_on_duty_and_before_the_settings():
    assert addressed(CALL, "slack", "slack/U9", "Cleo", DUTY, "S1").calls == ("U9",)
    assert not addressed(CALL, "discord", "slack/U9", "Cleo", DUTY, "7").ping
    assert addressed(CALL, "slack", None, None, DUTY, "S1").calls == ("U0ANA",)
    assert addressed(CALL, "slack", None, None, (), "S1").calls == ("S1",)
    assert not addressed(CALL, "slack", None, None, (), "").ping
    assert addressed(CALL, "slack", None, None, (), None) == CALL


@given(
    st.sampled_from(["slack", "discord"]),
    st.none() | st.sampled_from(["slack/U9", "discord/9"]),
    st.sampled_from([(), DUTY[:1], DUTY, DUTY * 4]),
    st.none() | st.sampled_from(["", "S1"]),
)
def test_it_mentions_nobody_of_another_chat_and_never_a_crowd(chat, claimed, on_duty, mention):
    card = addressed(CALL, chat, claimed, "Cleo", on_duty, mention)

    assert len(card.calls) <= MOST
    assert set(card.calls) <= {
        *(one.ids.get(chat) for one in on_duty),
        mention,
        (claimed or "/").split("/")[1],
    }
    assert card.ping or not card.calls
    assert claimed is None or "Cleo has claimed it." in str(card.body)
