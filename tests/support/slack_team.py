"""A Slack team for the tests: the server, its people, and chats of ours on it, through the real slack-bolt."""

import json
import os
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from mutuals.cards.markup import EphemeralReply
from mutuals.ports.integration import ChatKit, always_first
from mutuals.service.bootstrap import SystemClock
from mutuals.testing.interactions import RecordingInteractions
from mutuals.testing.key_values import MemoryKeyValueStore
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack import SlackServer
from mutuals_slack.chat import SlackChat
from mutuals_slack.settings import SlackSettings
from tests.support.cards import reply_form

BOT, APP, SECRET = "xoxb-test", "xapp-test", "signing-secret"
RECORD = os.environ.get("MUTUALS_TEST_RECORD")  # a folder: keep every body, to look at with other validators
ON_X = EphemeralReply((("Your reply is on X.",),))


class Team:
    """The server, its people, whom clicks reach, and chats of ours to start."""

    def __init__(self, server: SlackServer, faults: Faults) -> None:
        self.server, self.faults = server, faults
        self.interactions = RecordingInteractions(reply_form)
        self.interactions.answer_with("submit", ON_X)
        self.care = server.add_channel("care")
        self.ana = server.add_user("ana")
        self.guest = server.add_user("gus", guest=True)
        self.started: list[SlackChat] = []
        self.opened = 0  # how often we were told that a channel may be open again

    def settings(self, **changes: Any) -> SlackSettings:
        given: dict[str, Any] = {
            "api_url": self.server.api_url,
            "bot_token": BOT,
            "app_token": APP,
            "channel": "#care",
        }
        return SlackSettings(**(given | changes))

    def chat(self, first: Callable[[str], Awaitable[bool]] = always_first, **changes: Any) -> SlackChat:
        kit = ChatKit(MemoryKeyValueStore(), SystemClock(), first=first, opened=self._opened)
        return SlackChat(self.settings(**changes), self.interactions, kit)

    async def _opened(self) -> None:
        self.opened += 1

    async def start(self, **changes: Any) -> SlackChat:
        chat = self.chat(**changes)
        self.started.append(chat)
        await chat.start()
        return chat

    def messages(self, viewer: str | None = None, channel: str | None = None) -> list[dict[str, Any]]:
        """What a person sees in a channel, thread replies included."""
        shown = self.server.snapshot(viewer or self.ana)["channels"]
        shown_channel = next(each for each in shown if each["id"] == (channel or self.care))
        return [m for top in shown_channel["messages"] for m in (top, *top["replies"])]

    def private_messages(self, viewer: str | None = None) -> list[str]:
        """The private messages a person sees, as JSON text."""
        return [json.dumps(m, ensure_ascii=False) for m in self.messages(viewer) if m["ephemeral"]]

    def view(self, viewer: str | None = None) -> dict[str, Any] | None:
        view: dict[str, Any] | None = self.server.snapshot(viewer or self.ana)["view"]
        return view

    def view_text(self, viewer: str | None = None) -> str:
        return json.dumps(self.view(viewer), ensure_ascii=False)


@asynccontextmanager
async def open_team() -> AsyncIterator[Team]:
    """A Slack on loopback; whatever was started on it is stopped in the end."""
    faults = Faults()
    server = SlackServer(
        bot_token=BOT,
        app_token=APP,
        signing_secret=SECRET,
        faults=faults,
        recorder=Recorder(Path(RECORD) / uuid.uuid4().hex if RECORD else None),
        per_channel_per_second=0,
    )
    await server.start()
    team = Team(server, faults)
    try:
        yield team
    finally:
        for chat in team.started:
            await chat.stop()
        await server.stop()
