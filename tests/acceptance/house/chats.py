"""What both chats show."""

import json
from typing import Any

from mutuals.domain.model import Alert
from tests.acceptance.house.customers import Customers
from tests.acceptance.house.messages import Shown, as_shown, discord_text, slack_text
from tests.acceptance.house.services import Member


class Chats(Customers):
    """As `Customers`, and what people see in both chats."""

    def slack_messages(
        self, viewer: Member | None = None, channel: str | None = None
    ) -> list[dict[str, Any]]:
        """The alerts' channel as somebody sees it, thread replies inside their message only."""
        found = self.slack.snapshot((viewer or self.ana).id)["channels"]
        every = next(one["messages"] for one in found if one["id"] == (channel or self.slack_care))
        return [one for one in every if one["thread_ts"] in (None, one["ts"])]

    def broadcast(self) -> list[dict[str, Any]]:
        """Replies in Slack's threads that the whole channel sees."""
        found = self.slack.snapshot(self.ana.id)["channels"]
        every = next(one["messages"] for one in found if one["id"] == self.slack_care)
        return [one for one in every if one["thread_ts"] not in (None, one["ts"])]

    def discord_messages(
        self, viewer: Member | None = None, channel: str | None = None
    ) -> list[dict[str, Any]]:
        """The alerts' channel as somebody sees it."""
        found = self.discord.snapshot((viewer or self.ben).id)["channels"]
        return next(one["messages"] for one in found if one["id"] == (channel or self.discord_care))

    async def shown(self, alert: Alert) -> dict[str, Shown]:
        """How each chat shows an alert now; a chat that has not got it is missing."""
        found: dict[str, Shown] = {}
        for one in await self.deliveries(f"alert/{alert.id}"):
            if one.ref is None:
                continue
            if one.chat == "slack":
                raw = next((each for each in self.slack_messages() if each["ts"] == one.ref.id), None)
                if raw is None:
                    continue  # somebody has deleted it
                replies = [
                    text for each in raw["replies"] if not (text := slack_text(each)).startswith("⚪ History")
                ]
                found["slack"] = as_shown(one.ref.id, raw, slack_text(raw), replies)
            else:
                every = self.discord_messages()
                raw = next((each for each in every if each["id"] == one.ref.id), None)
                if raw is None:
                    continue  # somebody has deleted it
                replies = [discord_text(each) for each in every
                           if (each.get("message_reference") or {}).get("message_id") == one.ref.id]  # fmt: skip
                found["discord"] = as_shown(one.ref.id, raw, discord_text(raw), replies)
        return found

    async def in_both(self, handle: str, *words: str) -> dict[str, Shown]:
        """The person's newest alert in both chats; every word must stand in both."""
        alert = await self.alert(handle)
        shown = await self.shown(alert)
        assert set(shown) == {"slack", "discord"}
        for word in words:
            for chat, message in shown.items():
                assert word in message.text, f"{word!r} is not in {chat}: {message.text}"
        return shown

    def channel_texts(self) -> dict[str, list[str]]:
        """Every public top-level message of both channels."""
        return {
            "slack": [slack_text(one) for one in self.slack_messages() if not one["ephemeral"]],
            "discord": [discord_text(one) for one in self.discord_messages() if not one["ephemeral"]],
        }

    def everything_shown(self) -> str:
        """Both channels as JSON, private messages of the team included."""
        seen = [self.slack.snapshot(one.id) for one in (self.ana, self.cleo, self.guest)]
        seen += [self.discord.snapshot(one.id) for one in (self.ben, self.outsider)]
        return json.dumps(seen, ensure_ascii=False)
