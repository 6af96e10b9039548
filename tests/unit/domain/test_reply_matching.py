"""A reply of ours is known again by its words, whatever X makes of them; somebody else's is not ours."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.model import ActKind, Path
from mutuals.domain.reply_matching import ours, repeated, same_words
from tests.support.values import START, action, post


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("So sorry!", "@mia @kettleco So sorry!"),
        ("See help.acme.com/reset please", "@mia See https://t.co/abcdefghij please"),
        ("See https://acme.com/a?b=1, please", "@mia See https://t.co/abcdefghij please"),
        (
            "Write to care@acme.com, or (acme.shop)",
            "@mia Write to care@acme.com, or (https://t.co/abcdefghij)",
        ),
        ("詳細はexample.comをご覧ください", "@mia 詳細はhttps://t.co/abcdefghijをご覧ください"),
        (
            "Siehe müller.de oder пример.рф, danke",
            "@mia Siehe https://t.co/abcdefghij oder https://t.co/klmnop, danke",
        ),
        ("Tea & cake <3", "@mia Tea &amp; cake &lt;3"),
        ("cafe\u0301 opens", "@mia caf\u00e9 opens"),
        ("two  spaces\nand a line", "@mia two spaces\n\nand a line"),
    ],
)
def test_what_x_changes_does_not_hide_our_own_words(sent: str, seen: str) -> None:
    assert same_words(sent, seen)


@pytest.mark.parametrize("seen", ["@mia So sorry, again!", "@mia We have sent you a message.", "@mia"])
def test_other_words_are_not_ours(seen: str) -> None:
    assert not same_words("So sorry!", seen)


@given(st.text(max_size=280))
def test_any_text_is_the_same_as_itself_behind_a_handle(text: str) -> None:
    assert same_words(text, f"@mia {text}")


def test_a_reply_from_long_before_the_act_is_somebody_elses() -> None:
    act = action("1", kind=ActKind.REPLY, path=Path.LINK, text="So sorry!", created_at=START)
    early = post("7", text="@mia So sorry!", at=START - timedelta(minutes=5))
    late = post("8", text="@mia other words, typed by a person", at=START + timedelta(minutes=1))

    assert ours(act, [early]) is None
    assert ours(act, [early, late]) == "8"


@pytest.mark.parametrize(
    ("sent", "seen"),
    [("❤️", "@mia 🙏"), ("acme.com/a 🙏", "@mia 🙏"), ("❤️", "@mia"), ("acme.com/a", "@mia ❤️")],
)
def test_of_texts_without_a_word_the_signs_decide(sent: str, seen: str) -> None:
    assert not same_words(sent, seen)
    assert same_words(sent, f"@mia {sent}")


@pytest.mark.parametrize("seen", ["@mia ❤", "@mia \u2764\ufe0f"])
def test_how_an_emoji_looks_does_not_matter(seen: str) -> None:
    assert same_words("❤️", seen)


@pytest.mark.parametrize(
    ("kind", "text", "is_repeated"),
    [
        (ActKind.REPLY, "See  acme.com/a,\nplease", True),
        (ActKind.REPLY, "See acme.com/b, please", False),
        (ActKind.ACKNOWLEDGE, "See acme.com/a, please", False),
    ],
)
def test_only_the_very_same_text_sent_again_is_a_repetition(
    kind: ActKind, text: str, is_repeated: bool
) -> None:
    act = action("1", kind=ActKind.REPLY, text="See acme.com/a, please", created_at=START)

    assert (repeated([act], act.actor, kind, text, START + timedelta(minutes=2)) is act) == is_repeated
