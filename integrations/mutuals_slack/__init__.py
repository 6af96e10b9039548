"""Mutuals' integration with Slack."""

from typing import Any

from mutuals.ports.chat import Chat
from mutuals.ports.integration import ChatIntegration, ChatKit, ChatWorkspaces
from mutuals.ports.interactions import Interactions
from mutuals.ports.setup import SetupGuide
from mutuals_slack.settings import SlackSettings, doubts, missing

__all__ = ["integration"]

CONNECTIONS = 4  # sockets; Slack allows ten an app, and a restarting node may hold two for a moment


def _build(settings: Any, interactions: Interactions, kit: ChatKit) -> Chat:
    from mutuals_slack.chat import SlackChat  # slack-bolt is loaded only when Slack is used

    return SlackChat(settings, interactions, kit)


def _guide() -> SetupGuide:
    from mutuals_slack.setup import guide

    return guide()


def _workspace(settings: Any) -> str:
    return str(settings.workspace or "")


def _workspaces(settings: Any, kit: ChatKit) -> ChatWorkspaces | None:
    from mutuals_slack.installed import InstalledWorkspaces

    return InstalledWorkspaces.of(settings, kit)


integration = ChatIntegration(
    name="slack",
    settings=SlackSettings,
    missing=missing,
    channel=SlackSettings.channel_for,
    connections=CONNECTIONS,
    build=_build,
    doubts=doubts,
    mention=SlackSettings.mentioned,
    setup=_guide,
    workspace=_workspace,
    workspaces=_workspaces,
    grants=lambda settings: settings.grants,
)
