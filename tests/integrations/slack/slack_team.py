"""A Slack team for the tests: the server, its people, the desk, and channels of ours on it."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from mutuals.ports.integration import ChatKit, always_first
from mutuals.service.bootstrap import SystemClock
from mutuals.testing.key_values import MemoryKeyValueStore
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.slack import SlackServer
from mutuals_slack.chat import SlackChat
from mutuals_slack.settings import SlackSettings
from tests.integrations.slack.slack_desk import RecordingDesk

BOT, APP, SECRET = "xoxb-test", "xapp-test", "signing-secret"


class Team:
    """The server, its people, the desk, and channels of ours to start."""

    def __init__(self, server: SlackServer, faults: Faults) -> None:
        self.server, self.faults = server, faults
        self.desk = RecordingDesk()
        self.care = server.add_channel("care")
        self.ana = server.add_user("ana")
        self.guest = server.add_user("gus", guest=True)
        self.started: list[SlackChat] = []
        self.opened = 0  # how often we were told that a place may be open again

    def settings(self, **changes: Any) -> SlackSettings:
        given: dict[str, Any] = {
            "api_url": self.server.api_url,
            "bot_token": BOT,
            "app_token": APP,
            "channel": "#care",
        }
        return SlackSettings(**(given | changes))

    def channel(self, first: Callable[[str], Awaitable[bool]] = always_first, **changes: Any) -> SlackChat:
        kit = ChatKit(MemoryKeyValueStore(), SystemClock(), first=first, opened=self._opened)
        return SlackChat(self.settings(**changes), self.desk, kit)

    async def _opened(self) -> None:
        self.opened += 1

    async def start(self, **changes: Any) -> SlackChat:
        channel = self.channel(**changes)
        self.started.append(channel)
        await channel.start()
        return channel

    def messages(self, viewer: str | None = None, channel: str | None = None) -> list[dict[str, Any]]:
        """What a person sees in a channel, thread replies included."""
        shown = self.server.snapshot(viewer or self.ana)["channels"]
        place = next(each for each in shown if each["id"] == (channel or self.care))
        return [m for top in place["messages"] for m in (top, *top["replies"])]

    def whispers(self, viewer: str | None = None) -> list[str]:
        """The private messages a person sees, as JSON text."""
        return [json.dumps(m, ensure_ascii=False) for m in self.messages(viewer) if m["ephemeral"]]

    def view(self, viewer: str | None = None) -> dict[str, Any] | None:
        return self.server.snapshot(viewer or self.ana)["view"]

    def view_text(self, viewer: str | None = None) -> str:
        return json.dumps(self.view(viewer), ensure_ascii=False)
