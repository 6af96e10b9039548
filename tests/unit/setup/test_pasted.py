"""What people paste, and the value in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.setup.pasted import LONGEST, cleaned

TOKEN = "xoxb-12-ab_C.d=/+"


@pytest.mark.parametrize(
    "pasted",
    [
        TOKEN,
        f"  {TOKEN}\n",
        f'"{TOKEN}"',
        f"“{TOKEN}”",
        f"'{TOKEN}',",
        f"`{TOKEN}`",
        f"<{TOKEN}>",
        f"\u200b{TOKEN}\ufeff",
        f"xoxb-12-\r\n  {TOKEN.removeprefix('xoxb-12-')}",
        f"MUTUALS_SLACK_BOT_TOKEN={TOKEN}",
        f'MUTUALS_SLACK_BOT_TOKEN = "{TOKEN}"',
        f"export MUTUALS_SLACK_BOT_TOKEN='{TOKEN}'",
        f"{TOKEN[:5]}\x00{TOKEN[5:]}",
    ],
)
def test_what_came_with_the_value_falls_away(pasted: str):
    assert cleaned(pasted) == TOKEN


@given(st.text("abcxyz019._/+-", min_size=1, max_size=60))
def test_a_value_stays_as_it_is(value: str):
    assert cleaned(value) == value


@given(st.text(max_size=200))
def test_nothing_breaks_it_and_twice_is_once(pasted: str):
    once = cleaned(pasted)

    assert not any(one.isspace() for one in once)
    assert len(once) <= LONGEST
    assert cleaned(once) == once
