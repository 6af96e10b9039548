"""The network in memory, with ids that are nothing like numbers."""

from datetime import datetime

from mutuals.domain.errors import TryAgain
from mutuals.domain.model import Account
from mutuals.ports.events import EventStream
from mutuals.ports.network import SocialNetwork
from mutuals.testing.clock import FixedClock
from mutuals.testing.network import MemoryNetwork
from tests.contracts.networks.world import Known, NetworkWorld


class Memory(NetworkWorld):
    """In this process."""

    def __init__(self) -> None:
        self.brand = Known("did:web:kettle-co.example", "kettleco")
        self.clock = FixedClock()
        self.memory = MemoryNetwork(
            self.clock, Account(self.brand.id, "kettleco", "Kettle Co"), new_id="at://post/{}".format
        )
        self.network = self.memory
        self.mia, self.bo = Known("109284/1", "Mia_P"), Known("u-2", "bo")
        self.memory.add_person(self.mia.handle, person_id=self.mia.id, follows_us=True)
        self.memory.add_person(self.bo.handle, person_id=self.bo.id)

    def another(self) -> SocialNetwork:
        return self.memory

    def stream(self) -> EventStream:
        """What it tells by itself, from now on."""
        return self.memory.tells()

    def cut_line(self) -> None:
        """Every open line of its events is cut."""
        self.memory.tells().cut()

    def now(self) -> datetime:
        return self.clock.now()

    async def wait(self) -> None:
        self.clock.move(10)

    def write(
        self, author: Known, text: str, *, answers: str | None = None, at: datetime | None = None
    ) -> str:
        return self.memory.write(author.id, text, in_reply_to=answers, at=at).id

    def delete(self, post_id: str) -> None:
        self.memory.delete(post_id)

    def said(self) -> list[tuple[str | None, str]]:
        ours = [one for one in self.memory.posts.values() if one.author_id == self.brand.id]
        return [(one.in_reply_to, one.text) for one in ours]

    def limit(self, seconds: float) -> None:
        self.memory.fail("mentions", TryAgain("Too fast.", retry_after=seconds, too_fast=True))

    def break_once(self) -> None:
        self.memory.fail("mentions", TryAgain("No answer came."))

    def refuse_reply(self, seconds: float) -> None:
        self.memory.fail("reply", TryAgain("Too fast.", retry_after=seconds, too_fast=True))

    def lose_reply(self) -> None:
        self.memory.fail("reply", TryAgain("No answer came.", ambiguous=True), afterwards=True)

    def revoke(self) -> None:
        self.memory.revoked = True
