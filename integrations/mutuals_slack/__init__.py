"""Mutuals' integration with Slack."""

from typing import Any

from mutuals.ports.chat import AlertChannel
from mutuals.ports.integration import ChannelIntegration, ChannelKit
from mutuals.ports.interactions import Desk
from mutuals_slack.settings import SlackSettings, doubts, missing

__all__ = ["integration"]

SEATS = 4  # sockets; Slack allows ten an app, and a restarting node may hold two for a moment


def _build(settings: Any, desk: Desk, kit: ChannelKit) -> AlertChannel:
    from mutuals_slack.chat import SlackChannel  # slack-bolt is loaded only when Slack is used

    return SlackChannel(settings, desk, kit)


integration = ChannelIntegration(
    name="slack",
    settings=SlackSettings,
    missing=missing,
    place=SlackSettings.place_for,
    seats=SEATS,
    build=_build,
    doubts=doubts,
)
