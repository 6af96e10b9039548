"""What can be asked for can be done, and travels through both chats unharmed."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutuals import actions as act
from mutuals.actions import permissions
from mutuals.cards.command_help import COMMANDS
from mutuals.cards.markup import Intent
from mutuals.domain.model import Actor, Role
from mutuals_discord import actions as discord
from mutuals_discord import commands as discord_commands
from mutuals_slack import actions as slack

IDS = st.from_regex(r"x[0-9]{1,19}-[0-9]{1,19}-[0-9]{1,4}", fullmatch=True)
VALUES = st.sampled_from(["", "1h", "tomorrow", "1w", "not_us", "not_needed", "elsewhere", "spam"])


@pytest.mark.parametrize("do", list(Intent))
def test_every_button_has_somebody_who_does_it(do: Intent):
    handled = "".join(file.read_text() for file in Path(act.__file__).parent.glob("*.py"))

    assert f"Intent.{do.name}" in handled, f"nobody does {do}"


def test_every_button_and_every_command_has_its_right():
    """What is forgotten here would be refused to everybody but admins."""
    assert set(permissions.BUTTONS) == set(Intent)
    assert set(permissions.COMMANDS) == set(COMMANDS) == set(discord_commands.COMMANDS)


@pytest.mark.parametrize("do", list(Intent))
def test_whoever_has_no_role_may_press_nothing(do: Intent):
    refused = permissions.of_button(Actor("slack", "U1", "Gil", why_not="You are a guest."), do)

    assert refused is not None
    assert refused.lines == (("You are a guest.",),)


@pytest.mark.parametrize("do", [Intent.FOLLOW, Intent.DISMISS, Intent.FEEDBACK, Intent.PREFER])
def test_what_goes_out_closes_or_changes_how_people_are_treated_is_not_for_trainees(do: Intent):
    assert permissions.of_button(Actor("slack", "U1", "Tia", Role.TRAINEE), do) is not None
    assert permissions.of_button(Actor("slack", "U1", "Ana", Role.MEMBER), do) is None


@settings(deadline=None)
@given(st.sampled_from(list(Intent)), IDS, VALUES)
def test_every_button_comes_back_from_slack_as_it_went(do: Intent, alert_id: str, value: str):
    press = slack.Press(do, alert_id, value)

    assert slack.unpack(slack.pack(press)) == press


@settings(deadline=None)
@given(st.sampled_from(list(Intent)), IDS, VALUES)
def test_every_button_comes_back_from_discord_as_it_went(do: Intent, alert_id: str, value: str):
    written = discord.encode(do.value, alert_id, value)

    assert written is not None
    key = discord.decode(written)
    assert key is not None
    assert (key.do, key.alert_id, key.value) == (do, alert_id, value)


def test_the_values_in_buttons_are_what_they_always_were():
    """They stand in messages of years ago: adding is fine, changing is not."""
    old = {"REPLY": "reply", "ACKNOWLEDGE": "ack", "FOLLOW": "follow", "CLAIM": "claim", "RELEASE": "release",
           "SNOOZE": "snooze", "WAKE": "wake", "DISMISS": "dismiss", "VIEW": "view", "WHY": "why"}  # fmt: skip

    assert old.items() <= {one.name: one.value for one in Intent}.items()
