"""The integration as the service finds it: settings, manifest, entry, and what it costs to import."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mutuals.domain.errors import SettingsError
from mutuals.service.settings import load
from mutuals_slack import integration
from mutuals_slack.manifest import BOT_SCOPES, COMMAND, manifest, text
from mutuals_slack.settings import SlackSettings

MANIFEST = Path(__file__).parents[3] / "deploy" / "slack-manifest.json"


def test_the_manifest_in_deploy_is_the_one_the_code_makes():
    assert MANIFEST.read_text(encoding="utf-8") == text()


def test_the_manifest_has_the_command_and_every_permission_has_its_reason():
    made = manifest()

    assert made["features"]["slash_commands"][0]["command"] == COMMAND
    assert made["oauth_config"]["scopes"]["bot"] == list(BOT_SCOPES)
    assert all(BOT_SCOPES.values())


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, ["BOT_TOKEN", "CHANNEL", "APP_TOKEN"]),
        ({"bot_token": "xoxb-1", "channel": "#care", "signing_secret": "s"}, []),
        ({"bot_token": "xoxb-1", "channel": "#care", "app_token": "xapp-1"}, []),
        ({"bot_token": "xoxb-1", "app_token": "xapp-1"}, ["CHANNEL"]),
    ],
)
def test_what_is_missing_is_named(given: dict[str, Any], missing: list[str]):
    assert integration.missing(SlackSettings(**given)) == [f"MUTUALS_SLACK_{name}" for name in missing]


@pytest.mark.parametrize(
    ("name", "value"), [("MENTION", "@bob"), ("CHANNEL", "two words"), ("API_URL", "slack.com")]
)
def test_a_setting_that_is_not_usable_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(f"MUTUALS_SLACK_{name}", value)
    with pytest.raises(SettingsError, match=f"MUTUALS_SLACK_{name} is not usable"):
        load([SlackSettings])


def test_every_setting_says_what_it_is_for():
    for name, field in SlackSettings.model_fields.items():
        assert field.description, name


def test_importing_the_integration_does_not_load_slack_bolt():
    code = "import sys, mutuals_slack; print([m for m in sys.modules if m.startswith('slack_')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
