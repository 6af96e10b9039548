"""What the contract of chats asks of the world behind each of them."""

from abc import ABC, abstractmethod
from typing import ClassVar

from mutuals.cards.markup import Intent
from mutuals.domain.model import MessageRef
from mutuals.ports.chat import Chat
from mutuals.testing.interactions import RecordingInteractions
from mutuals_sandbox.faults import FaultKind, Faults


class ChatWorld(ABC):
    """A chat that is started, and two people of the team: Ana, who acts, and Ben, who looks on."""

    channel: str  # the channel's id
    configured: str  # as the settings name it
    elsewhere: str  # another channel's id
    ana: str
    ben: str
    chat: Chat
    interactions: RecordingInteractions

    @abstractmethod
    def another(self) -> Chat:
        """A chat with the same settings, not started."""

    @abstractmethod
    def ids(self) -> list[str]:
        """The messages that everybody sees in the channel, oldest first."""

    @abstractmethod
    def sees(self, person: str) -> str:
        """Every word that a person can read now, private ones included."""

    @abstractmethod
    def rang(self, ref: MessageRef) -> bool:
        """Did the message call anybody?"""

    @abstractmethod
    def thread_of(self, ref: MessageRef) -> str | None:
        """The id of the message that this one answers."""

    @abstractmethod
    def close_channel(self) -> None:
        """The channel is deleted."""

    @abstractmethod
    def delete(self, ref: MessageRef) -> None:
        """Somebody deletes the message."""

    @abstractmethod
    async def revoke(self) -> None:
        """The token is revoked."""

    @abstractmethod
    def limit(self, seconds: float) -> None:
        """The next post is too fast."""

    @abstractmethod
    def lose_answer(self) -> None:
        """The next post is taken, and its answer is lost."""

    @abstractmethod
    def lose_post(self) -> None:
        """The next post is not taken, and nobody can tell."""

    @abstractmethod
    async def press(self, ref: MessageRef, do: Intent, alert_id: str) -> None:
        """Ana presses a button of a message."""

    @abstractmethod
    async def fill_in(self, text: str) -> None:
        """Ana sends the form that is open in front of her."""

    @abstractmethod
    def form(self) -> str:
        """Every word of the form that is open in front of Ana; empty without one."""

    @abstractmethod
    async def command(self, name: str, words: str) -> None:
        """Ana types a command in the channel."""


class OverSockets(ChatWorld):
    """A chat whose requests can be struck by a fault."""

    faults: Faults
    posting: ClassVar[str]  # the request that posts

    def limit(self, seconds: float) -> None:
        self.faults.plan(FaultKind.RATE_LIMITED, self.posting, seconds=seconds)

    def lose_answer(self) -> None:
        self.faults.plan(FaultKind.LOST_REPLY, self.posting)

    def lose_post(self) -> None:
        self.faults.plan(FaultKind.ERROR_BEFORE, self.posting, status=503)  # which discord.py does not repeat
