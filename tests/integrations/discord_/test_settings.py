"""The settings of the integration, and what it costs not to use it."""

import subprocess
import sys
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError

from mutuals_discord import integration
from mutuals_discord.settings import DiscordSettings


def test_without_token_and_channel_both_variables_are_named():
    assert integration.missing(DiscordSettings()) == ["MUTUALS_DISCORD_BOT_TOKEN", "MUTUALS_DISCORD_CHANNEL"]
    assert integration.missing(DiscordSettings(bot_token=SecretStr("t"), channel="#alerts")) == []


def test_every_setting_is_described():
    assert all(field.description for field in DiscordSettings.model_fields.values())


@pytest.mark.parametrize(
    "wrong",
    [{"api_url": "discord.com"}, {"gateway_url": "https://x"}, {"mention": "@care"}, {"guild": "Home"}],
)
def test_what_cannot_be_right_is_refused(wrong: dict[str, Any]):
    with pytest.raises(ValidationError):
        DiscordSettings(**wrong)


def test_the_token_is_never_shown():
    assert "secret-token" not in repr(DiscordSettings(bot_token=SecretStr("secret-token")))


def test_discord_py_is_not_loaded_before_it_is_used():
    program = "import sys, mutuals_discord; sys.exit('discord' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
