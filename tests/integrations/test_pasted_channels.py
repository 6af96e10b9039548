"""A channel in the settings may be what somebody copies out of the chat."""

import pytest

from mutuals.domain.errors import SettingsError
from mutuals.domain.model import AlertKind
from mutuals.service.settings import load
from mutuals_discord.settings import DiscordSettings
from mutuals_slack.settings import SlackSettings


@pytest.fixture(autouse=True)
def no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", "")


def slack(**own: str) -> SlackSettings:
    found = load([SlackSettings], {f"MUTUALS_SLACK_{name.upper()}": value for name, value in own.items()})
    one = found[SlackSettings]
    assert isinstance(one, SlackSettings)
    return one


def discord(**own: str) -> DiscordSettings:
    found = load([DiscordSettings], {f"MUTUALS_DISCORD_{name.upper()}": value for name, value in own.items()})
    one = found[DiscordSettings]
    assert isinstance(one, DiscordSettings)
    return one


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("#Care", "#care"),
        ("Care", "care"),
        ("CARE", "care"),
        ("care ", "care"),
        ("C0123ABCD", "C0123ABCD"),
        ("#C0123ABCD", "C0123ABCD"),
        ("CQWERTZUI", "CQWERTZUI"),
        ("https://acme.slack.com/archives/C0123ABCD", "C0123ABCD"),
        ("https://acme.slack.com/archives/C0123ABCD/p1700000000000100", "C0123ABCD"),
        ("https://acme.enterprise.slack.com/archives/C123", "C123"),
        ("https://app.slack.com/client/T0123/C0123ABCD", "C0123ABCD"),
        ("<#C123|care>", "C123"),
    ],
)
def test_slacks_channel_may_be_a_name_a_link_or_a_mention(written: str, read: str):
    assert slack(channel=written).channel_for(AlertKind.CARE) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("#Care", "#care"),
        ("care ", "care"),
        ("123", "123"),
        ("https://discord.com/channels/1/2", "2"),
        ("https://ptb.discord.com/channels/1/2/3", "2"),
        ("<#2>", "2"),
    ],
)
def test_discords_channel_may_be_a_name_a_link_or_a_mention(written: str, read: str):
    assert discord(channel=written).channel_for(AlertKind.CARE) == read


def test_off_and_mentions_of_people_are_understood_as_they_are_written():
    assert (
        slack(channel="Off").channel_for(AlertKind.CARE)
        == discord(channel="OFF").channel_for(AlertKind.CARE)
        == ""
    )
    assert slack(mention="<!subteam^S0123ABCD|@care>").mention == "S0123ABCD"
    assert slack(mention="@here").mention == "here"
    assert slack(members="<@U0123ABCD>, @bosses").members == "U0123ABCD, @bosses"
    assert (discord(mention="<@&77>").mention, discord(role="<@&77>").role) == ("77", "77")
    assert discord(guild="https://discord.com/channels/1/2").guild == "1"


def test_a_link_to_another_chat_is_refused():
    with pytest.raises(
        SettingsError, match="MUTUALS_SLACK_CHANNEL is not usable: write it like C0123ABCD or #care"
    ):
        slack(channel="https://discord.com/channels/1/2")
