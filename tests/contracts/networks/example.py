"""The example network of the page for contributors, and the server that it was written for."""

import asyncio
from datetime import UTC, datetime

from docs.examples import example_network
from pydantic import SecretStr

from mutuals.ports.integration import NetworkKit
from mutuals.ports.network import SocialNetwork
from mutuals.service.bootstrap import SystemClock
from mutuals.testing.secrets import MemorySecretVault
from mutuals.testing.spending import MemorySpendingLimiter
from mutuals_sandbox.faults import FaultKind
from tests.contracts.networks.world import Known, NetworkWorld
from tests.support.example_services import BRAND, MIA, ExampleServices

BO = {"id": "bo/2", "handle": "bo", "name": "Bo"}


class Example(NetworkWorld):
    """The board, which knows no follows."""

    def __init__(self, services: ExampleServices) -> None:
        self.services = services
        services.people.append(BO)
        self.brand, self.mia, self.bo = (Known(one["id"], one["handle"]) for one in (BRAND, MIA, BO))
        self.opened: list[example_network.BoardNetwork] = []
        self.network = self.another()

    def another(self) -> SocialNetwork:
        settings = example_network.BoardSettings(url=self.services.url, token=SecretStr("secret"))
        kit = NetworkKit(MemorySecretVault(), MemorySpendingLimiter(), SystemClock())
        self.opened.append(example_network.BoardNetwork(settings, kit))
        return self.opened[-1]

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def wait(self) -> None:
        await asyncio.sleep(0.005)

    def write(
        self, author: Known, text: str, *, answers: str | None = None, at: datetime | None = None
    ) -> str:
        wrote = {"id": author.id, "handle": author.handle, "name": author.handle}
        return str(self.services.write(wrote, text, answers, at)["id"])

    def delete(self, post_id: str) -> None:
        self.services.delete_post(post_id)

    def said(self) -> list[tuple[str | None, str]]:
        ours = [one for one in self.services.posts if one["author"] == self.brand.id]
        return [(one["answers"], one["text"]) for one in ours]

    def limit(self, seconds: float) -> None:
        self.services.faults.plan(FaultKind.RATE_LIMITED, "GET /posts", seconds=seconds)

    def break_once(self) -> None:
        self.services.faults.plan(FaultKind.ERROR_AFTER, "GET /posts")

    def refuse_reply(self, seconds: float) -> None:
        self.services.faults.plan(FaultKind.RATE_LIMITED, "POST /posts", seconds=seconds)

    def lose_reply(self) -> None:
        self.services.faults.plan(FaultKind.LOST_REPLY, "POST /posts")

    def revoke(self) -> None:
        self.services.revoked = True
