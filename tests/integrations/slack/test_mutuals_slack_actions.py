"""What buttons carry: read back as it was packed, and nothing else accepted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.cards.markup import Intent
from mutuals.domain.errors import RefusalReason, Refused
from mutuals_slack.actions import MAX_VALUE, Press, pack, unpack

letters = st.characters(exclude_categories=["Cs"])
words = st.text(letters, min_size=1, max_size=40)


@given(st.sampled_from(Intent), words, st.text(letters, max_size=20))
def test_what_is_packed_is_read_back(do: Intent, alert_id: str, value: str):
    packed = pack(Press(do, alert_id, value))

    if packed is not None:
        assert len(packed) <= MAX_VALUE
        assert unpack(packed) == Press(do, alert_id, value)


def test_a_button_from_the_first_version_can_be_read_for_ever():
    assert unpack("snooze:1w:brand/person/1") == Press(Intent.SNOOZE, "brand/person/1", "1w")


@pytest.mark.parametrize(
    "bad", [None, 7, "", "claim", "claim:", "claim::", "explode::a", "claim:%ff:a", "claim::" + "a" * 200]
)
def test_anything_else_is_refused_with_a_sentence(bad: object):
    with pytest.raises(Refused, match="newer alert") as caught:
        unpack(bad)

    assert caught.value.because is RefusalReason.STALE
