"""Slack, through slack-bolt and the sandbox's server."""

import json
import re
from typing import Any

from mutuals.cards.markup import Intent
from mutuals.domain.model import MessageRef
from mutuals.ports.chat import Chat
from mutuals_slack.actions import Press, pack
from tests.contracts.chats.world import OverSockets
from tests.support.slack_team import BOT, Team

CALLS = ("user", "usergroup", "broadcast")  # elements of Slack's rich text


def parts(tree: Any) -> list[dict[str, Any]]:
    """Every JSON object inside."""
    inner = list(tree.values()) if isinstance(tree, dict) else tree if isinstance(tree, list) else []
    return [*([tree] if isinstance(tree, dict) else []), *(part for one in inner for part in parts(one))]


class Slack(OverSockets):
    """The sandbox's Slack, and slack-bolt."""

    posting = "chat.postMessage"
    configured = "#care"

    def __init__(self, team: Team, chat: Chat) -> None:
        self.team, self.chat, self.faults = team, chat, team.faults
        self.interactions = team.interactions
        self.channel, self.elsewhere = team.care, team.server.add_channel("fans")
        self.ana, self.ben = team.ana, team.server.add_user("ben")

    def another(self) -> Chat:
        return self.team.chat()

    def ids(self) -> list[str]:
        return [one["ts"] for one in self.team.messages() if not one["ephemeral"]]

    def sees(self, person: str) -> str:
        shown = self.team.server.snapshot(person)
        return json.dumps([shown["channels"], shown["view"]], ensure_ascii=False)

    def _message(self, ref: MessageRef) -> Any:
        return self.team.server.space.channels[ref.channel].messages[ref.id]

    def rang(self, ref: MessageRef) -> bool:
        message = self._message(ref)
        markup = [
            message.text,
            *(one["text"] for one in parts(message.blocks) if one.get("type") == "mrkdwn"),
        ]
        called = any(re.search(r"<(@|!(?!date))", one) for one in markup)
        return called or any(one.get("type") in CALLS for one in parts(message.blocks))

    def thread_of(self, ref: MessageRef) -> str | None:
        above: str | None = self._message(ref).thread_ts
        return above

    def close_channel(self) -> None:
        del self.team.server.space.channels[self.channel]

    def delete(self, ref: MessageRef) -> None:
        self.team.server.delete(ref.channel, ref.id)

    async def revoke(self) -> None:
        self.team.server.revoke(BOT)

    async def press(self, ref: MessageRef, do: Intent, alert_id: str) -> None:
        packed = pack(Press(do, alert_id))
        [action] = [one["action_id"] for one in parts(self._message(ref).blocks)
                    if one.get("type") == "button" and one.get("value") == packed]  # fmt: skip
        told = await self.team.server.press(self.ana, ref.channel, ref.id, action)
        assert told.error is None

    async def fill_in(self, text: str) -> None:
        view = self.team.view()
        assert view is not None
        [block] = [one for one in view["blocks"] if one["type"] == "input"]
        told = await self.team.server.submit_view(
            self.ana, {block["block_id"]: {block["element"]["action_id"]: text}}
        )
        assert told.error is None

    def form(self) -> str:
        shown = self.team.view_text()
        return shown if '"input"' in shown else ""

    async def command(self, name: str, words: str) -> None:
        told = await self.team.server.slash(self.ana, self.channel, "/mutuals", f"{name} {words}")
        assert told.error is None
