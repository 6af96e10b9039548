"""Mutuals' integration with Discord: alerts with buttons, through discord.py's gateway connection."""

from typing import TYPE_CHECKING

from mutuals.ports.integration import ChatIntegration, ChatKit
from mutuals.ports.setup import SetupGuide
from mutuals_discord.settings import DiscordSettings, doubts, missing

if TYPE_CHECKING:
    from mutuals.ports.chat import Chat
    from mutuals.ports.interactions import Interactions


def _build(settings: DiscordSettings, interactions: "Interactions", kit: ChatKit) -> "Chat":
    """discord.py is loaded here, not at import time: who uses only Slack never pays for it."""
    from mutuals_discord.chat import DiscordChat

    return DiscordChat(settings, interactions, kit)


def _guide() -> SetupGuide:
    from mutuals_discord.setup import guide

    return guide()


integration = ChatIntegration(
    name="discord",
    settings=DiscordSettings,
    missing=missing,
    channel=DiscordSettings.channel_for,
    connections=1,  # two sessions with one token both get every click, and one of them fails
    build=_build,
    doubts=doubts,
    mention=DiscordSettings.mentioned,
    grants=lambda settings: settings.grants,
    setup=_guide,
)
