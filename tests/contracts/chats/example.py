"""The example chat of the page for contributors, and the server that it was written for."""

import json
from typing import Any

from docs.examples import example_chat
from pydantic import SecretStr

from mutuals.cards.markup import Intent
from mutuals.domain.model import MessageRef
from mutuals.ports.chat import Chat
from mutuals.ports.integration import ChatKit
from mutuals.service.bootstrap import SystemClock
from mutuals.testing.interactions import RecordingInteractions
from mutuals.testing.key_values import MemoryKeyValueStore
from tests.contracts.chats.world import OverSockets
from tests.support.cards import reply_form
from tests.support.example_services import ANA, ExampleServices


class Example(OverSockets):
    """The example of the page for contributors, and the server that it was written for."""

    posting = "POST /messages"
    channel, configured, elsewhere = "care", "care", "fans"
    ana, ben = "ana", "ben"

    def __init__(self, services: ExampleServices) -> None:
        self.services, self.faults = services, services.faults
        self.interactions = RecordingInteractions(reply_form)
        self.chat = self.another()

    def another(self) -> Chat:
        settings = example_chat.HuddleSettings(
            url=self.services.url, token=SecretStr("secret"), channel="care", members="ana,ben"
        )
        return example_chat.HuddleChat(
            settings, self.interactions, ChatKit(MemoryKeyValueStore(), SystemClock())
        )

    def _messages(self) -> list[dict[str, Any]]:
        return [one for one in self.services.messages if one["channel"] == self.channel]

    def ids(self) -> list[str]:
        return [one["id"] for one in self._messages()]

    def sees(self, person: str) -> str:
        private = [one for one in self.services.private if one["person"] == person]
        return json.dumps([*self._messages(), *private], ensure_ascii=False, default=str)

    def _message(self, ref: MessageRef) -> dict[str, Any]:
        return next(one for one in self._messages() if one["id"] == ref.id)

    def rang(self, ref: MessageRef) -> bool:
        return bool(self._message(ref)["ping"])

    def thread_of(self, ref: MessageRef) -> str | None:
        above: str | None = self._message(ref)["thread"]
        return above

    def close_channel(self) -> None:
        self.services.channels.remove(self.channel)

    def delete(self, ref: MessageRef) -> None:
        self.services.delete_message(ref.id)

    async def revoke(self) -> None:
        self.services.revoked = True

    async def press(self, ref: MessageRef, do: Intent, alert_id: str) -> None:
        assert do in [one["do"] for one in self._message(ref)["buttons"]]
        assert self._message(ref)["alert"] == alert_id
        self.services.happen(ANA, "press", alert=alert_id, do=do.value)

    def _form(self) -> dict[str, Any]:
        return next((one["form"] for one in reversed(self.services.private) if "form" in one), {})

    async def fill_in(self, text: str) -> None:
        form = self._form()
        self.services.happen(ANA, "submit", alert=form["alert"], do=form["do"], text=text)

    def form(self) -> str:
        return json.dumps(self._form()) if self._form() else ""

    async def command(self, name: str, words: str) -> None:
        self.services.happen(ANA, "command", name=name, words=words, channel=self.channel)
