"""Discord, through discord.py and the sandbox's server."""

import json
from typing import Any

from mutuals.cards.markup import Intent
from mutuals.domain.errors import NotAuthorized
from mutuals.domain.model import MessageRef
from mutuals.ports.chat import Chat
from mutuals_discord import actions
from mutuals_discord.chat import DiscordChat
from tests.contracts.chats.world import OverSockets
from tests.support.discord_site import Site, custom_ids, texts
from tests.support.waiting import until


class Discord(OverSockets):
    """The sandbox's Discord, and discord.py."""

    posting = r"POST .*/messages$"
    configured = "#alerts"

    def __init__(self, site: Site, chat: DiscordChat) -> None:
        self.site, self.chat, self.faults = site, chat, site.faults
        self.connection = chat._connection
        self.interactions = site.interactions
        self.channel, self.elsewhere = site.alerts, site.fans
        self.ana, self.ben = site.ana, site.server.add_member("Ben", role_ids=[site.role])

    def another(self) -> Chat:
        return self.site.chat()

    def ids(self) -> list[str]:
        return [one["id"] for one in self.site.server.messages(self.channel)]

    def sees(self, person: str) -> str:
        shown = self.site.messages(viewer=person)
        return "\n".join(texts(one["components"]) for one in shown)

    def _message(self, ref: MessageRef) -> dict[str, Any]:
        return next(one for one in self.site.server.messages(ref.channel) if one["id"] == ref.id)

    def rang(self, ref: MessageRef) -> bool:
        message = self._message(ref)
        return bool(message["mentions"] or message["mention_roles"] or message["mention_everyone"])

    def thread_of(self, ref: MessageRef) -> str | None:
        if ref.channel != self.channel:
            return ref.channel  # a thread has the id of the message that it stands under
        above: str | None = (self._message(ref).get("message_reference") or {}).get("message_id")
        return above

    def close_channel(self) -> None:
        self.site.server.remove_channel(self.channel)

    def delete(self, ref: MessageRef) -> None:
        self.site.server.delete_message(self.site.server.add_member("Olga", owner=True), ref.id)

    async def revoke(self) -> None:
        await self.site.server.revoke()
        await until(lambda: isinstance(self.connection._trouble, NotAuthorized))  # a moment later

    async def press(self, ref: MessageRef, do: Intent, alert_id: str) -> None:
        custom_id = actions.encode(do.value, alert_id)
        assert custom_id in custom_ids(self._message(ref)["components"])
        assert (await self.site.server.press(self.ana, ref.id, custom_id)).acknowledged

    async def fill_in(self, text: str) -> None:
        assert (await self.site.server.submit_modal(self.ana, {"text": text})).acknowledged

    def form(self) -> str:
        return json.dumps(self.site.server.form(self.ana) or "", ensure_ascii=False).strip('"')

    async def command(self, name: str, words: str) -> None:
        options = {"why": words} if words else {}
        told = await self.site.server.slash(self.ana, self.channel, "mutuals", options, subcommand=name)
        assert told.acknowledged
