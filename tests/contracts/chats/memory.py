"""The chat in memory."""

from mutuals.cards.markup import Intent
from mutuals.domain.errors import TryAgain
from mutuals.domain.model import MessageRef
from mutuals.ports.chat import Chat
from mutuals.service.bootstrap import SystemClock
from mutuals.testing.chat import MemoryChat
from mutuals.testing.interactions import RecordingInteractions
from mutuals.testing.messages import MemoryMessage
from tests.contracts.chats.world import ChatWorld
from tests.support.cards import reply_form


class Memory(ChatWorld):
    """In this process."""

    channel, configured, elsewhere = "care", "care", "fans"
    ana, ben = "ana", "ben"

    def __init__(self) -> None:
        self.interactions = RecordingInteractions(reply_form)
        self.memory = MemoryChat(SystemClock(), self.interactions, channels=("care", "fans"))
        self.chat = self.memory
        self.people = {name: self.memory.add_person(name) for name in (self.ana, self.ben)}

    def another(self) -> Chat:
        return self.memory

    def ids(self) -> list[str]:
        return [one.ref.id for one in self.memory.messages()]

    def sees(self, person: str) -> str:
        private = self.memory.private(self.people[person])
        return "\n".join([one.text for one in self.memory.messages()] + [one.text for one in private])

    def _message(self, ref: MessageRef) -> MemoryMessage:
        return next(one for one in self.memory.posted if one.ref == ref)

    def rang(self, ref: MessageRef) -> bool:
        return self._message(ref).rang

    def thread_of(self, ref: MessageRef) -> str | None:
        return self._message(ref).reply_to

    def close_channel(self) -> None:
        self.memory.remove_channel(self.channel)

    def delete(self, ref: MessageRef) -> None:
        self.memory.delete(self._message(ref))

    async def revoke(self) -> None:
        self.memory.revoked = True

    def limit(self, seconds: float) -> None:
        self.memory.fail("post", TryAgain("Too fast.", retry_after=seconds, too_fast=True))

    def lose_answer(self) -> None:
        self.memory.fail("post", TryAgain("No answer came.", ambiguous=True), afterwards=True)

    def lose_post(self) -> None:
        self.memory.fail("post", TryAgain("No answer came.", ambiguous=True))

    async def press(self, ref: MessageRef, do: Intent, alert_id: str) -> None:
        await self.memory.press(self.people[self.ana], self._message(ref), do, alert_id=alert_id)

    async def fill_in(self, text: str) -> None:
        await self.memory.submit(self.people[self.ana], text)

    def form(self) -> str:
        form = self.memory.form(self.people[self.ana])
        return f"{form.title} {form.quote.text if form.quote else ''} {form.text}" if form else ""

    async def command(self, name: str, words: str) -> None:
        await self.memory.command(self.people[self.ana], name, words)
