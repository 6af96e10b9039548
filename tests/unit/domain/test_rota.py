"""The rota: read from a setting, and asked who is on duty."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import rota
from mutuals.domain.policy import Shift

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
TEXT = "Ana Lind slack:U0123ABCD discord:@42424242 mon-fri 09:00-17:00; Ben mon-sun 16:00-22:00"


def test_an_entry_holds_a_name_who_that_is_in_each_chat_and_their_hours():
    ana, ben = rota.parse(TEXT)

    assert (ana.name, dict(ana.ids)) == ("Ana Lind", {"slack": "U0123ABCD", "discord": "42424242"})
    assert (ben.name, dict(ben.ids)) == ("Ben", {})
    assert rota.parse("") == ()
    assert rota.parse(TEXT.replace("; ", "\n")) == (ana, ben)


@pytest.mark.parametrize(
    ("hour", "names"), [(8, []), (9, ["Ana Lind"]), (16, ["Ana Lind", "Ben"]), (17, ["Ben"]), (23, [])]
)
def test_whoever_has_hours_now_is_on_duty(hour: int, names: list[str]):
    assert [one.name for one in rota.on_duty(rota.parse(TEXT), MONDAY + timedelta(hours=hour))] == names


def test_what_is_left_of_a_duty_ends_with_it():
    [ana, _] = rota.parse(TEXT)

    assert rota.left(ana, MONDAY + timedelta(hours=16)) == timedelta(hours=1)


@pytest.mark.parametrize(
    "text", ["Ana", "mon-fri 09:00-17:00", "Ana slack:U0123ABCD", "Ana funday 09:00-10:00"]
)
def test_an_entry_that_lacks_something_is_quoted_with_how_to_write_it(text: str):
    with pytest.raises(ValueError, match="slack:U0123ABCD"):
        rota.parse(text)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_read_or_refused_in_words(text: str):
    found: tuple[Shift, ...] = ()
    said = ""
    try:
        found = rota.parse(text)
    except ValueError as error:
        said = str(error)

    assert len(said) > 10 or all(one.name for one in found)
