"""What members see in both chats, message by message, and where the buttons are."""

import re
from dataclasses import dataclass, field
from typing import Any

from mutuals_sandbox.environment import Environment

ALERT_ID = re.compile(r"x\d+-\d+-\d+")


@dataclass
class ChatObserver:
    """What a member sees in both chats: for each alert the messages that showed it, ever."""

    environment: Environment
    slack: dict[str, set[str]] = field(default_factory=dict)  # alert id -> message timestamps
    discord: dict[str, set[str]] = field(default_factory=dict)

    def observe(self) -> None:
        """Note every message that carries an alert's id now."""
        for message in self.slack_messages():
            self._note(self.slack, message["ts"], message)
        for message in self.discord_messages():
            self._note(self.discord, message["id"], message)

    def slack_messages(self, viewer: str | None = None) -> list[dict[str, Any]]:
        """The messages of the alerts' channel in Slack."""
        found = self.environment.slack.snapshot(viewer or self.environment.staff.ana_slack)["channels"]
        return next(one["messages"] for one in found if one["id"] == self.environment.slack_channel)

    def discord_messages(self, viewer: str | None = None) -> list[dict[str, Any]]:
        """The messages of the alerts' channel in Discord."""
        found = self.environment.discord.snapshot(viewer or self.environment.staff.ana_discord)["channels"]
        return next(one["messages"] for one in found if one["id"] == self.environment.discord_channel)

    def _note(self, seen: dict[str, set[str]], message_id: str, message: dict[str, Any]) -> None:
        if message.get("ephemeral"):
            return
        for alert_id in set(ALERT_ID.findall(str(message.get("blocks") or message.get("components")))):
            seen.setdefault(alert_id, set()).add(message_id)

    def slack_alert(self, alert_id: str) -> dict[str, Any] | None:
        """The message that shows this alert in Slack."""
        ids = self.slack.get(alert_id, set())
        return next((one for one in self.slack_messages() if one["ts"] in ids), None)

    def discord_alert(self, alert_id: str) -> dict[str, Any] | None:
        """The message that shows this alert in Discord."""
        ids = self.discord.get(alert_id, set())
        return next((one for one in self.discord_messages() if one["id"] in ids), None)

    def duplicates(self) -> int:
        """Messages too many."""
        return sum(len(ids) - 1 for seen in (self.slack, self.discord) for ids in seen.values())


def menu_options(part: dict[str, Any]) -> list[dict[str, Any]]:
    """What a menu offers, whether in groups or not; nothing where the object is no menu."""
    if "action_id" not in part and "custom_id" not in part:
        return []  # a group: its menu has its options
    groups = [group.get("options") or [] for group in part.get("option_groups") or []]
    return [*(part.get("options") or []), *(option for group in groups for option in group)]


def elements(tree: Any) -> list[dict[str, Any]]:
    """Every JSON object inside a message, in order."""
    found: list[dict[str, Any]] = []
    if isinstance(tree, dict):
        found.append(tree)
        tree = list(tree.values())
    if isinstance(tree, list):
        for one in tree:
            found += elements(one)
    return found


def slack_button(message: dict[str, Any], do: str) -> dict[str, Any] | None:
    """The button for this act in a Slack message."""
    return next(
        (
            one
            for one in elements(message["blocks"])
            if str(one.get("action_id", "")).startswith(f"mutuals:{do}")
        ),
        None,
    )


def discord_button(message: dict[str, Any], do: str) -> dict[str, Any] | None:
    """The button for this act in a Discord message."""
    return next(
        (
            one
            for one in elements(message["components"])
            if str(one.get("custom_id", "")).startswith(f"mutuals:{do}:")
        ),
        None,
    )
