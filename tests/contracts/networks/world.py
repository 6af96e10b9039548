"""What the contract of networks asks of the world behind each of them."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime, timedelta

from mutuals.domain.errors import Refused
from mutuals.domain.model import Post
from mutuals.ports.network import SocialNetwork

HOUR = timedelta(hours=1)


async def halted() -> None:
    """A precheck that says no."""
    raise Refused("Everything is stopped.")


@dataclass(frozen=True)
class Known:
    """Somebody on the network."""

    id: str
    handle: str


class NetworkWorld(ABC):
    """A network that is signed in as a brand, and two people on it: Mia, who follows the brand, and Bo."""

    network: SocialNetwork
    brand: Known
    mia: Known
    bo: Known

    @abstractmethod
    def another(self) -> SocialNetwork:
        """A network with the same settings, as another process has it."""

    @abstractmethod
    def now(self) -> datetime:
        """What time it is there."""

    @abstractmethod
    async def wait(self) -> None:
        """Time passes, enough for the network to tell before from after."""

    @abstractmethod
    def write(
        self, author: Known, text: str, *, answers: str | None = None, at: datetime | None = None
    ) -> str:
        """Somebody writes a post, now or `at`, by whatever client; its id."""

    @abstractmethod
    def delete(self, post_id: str) -> None:
        """Its author deletes a post."""

    @abstractmethod
    def said(self) -> list[tuple[str | None, str]]:
        """What the brand has written: the id of the post answered, and the text; oldest first."""

    @abstractmethod
    def limit(self, seconds: float) -> None:
        """The next reading of mentions is too fast."""

    @abstractmethod
    def break_once(self) -> None:
        """The next reading of mentions fails."""

    @abstractmethod
    def refuse_reply(self, seconds: float) -> None:
        """The next reply is too fast."""

    @abstractmethod
    def lose_reply(self) -> None:
        """The next reply is taken, and its answer is lost."""

    @abstractmethod
    def revoke(self) -> None:
        """The token is revoked."""

    def mention(self, text: str, *, author: Known | None = None, at: datetime | None = None) -> str:
        """Mia, or somebody else, mentions the brand."""
        return self.write(author or self.mia, f"@{self.brand.handle} {text}", at=at)

    async def mentioned(self) -> Post:
        """A mention by Mia, as the network gives it."""
        post_id = self.mention("my kettle arrived broken")
        found = await self.network.mentions(None, since=self.now() - HOUR)
        return next(one for one in found.posts if one.id == post_id)
