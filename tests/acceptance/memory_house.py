"""The house on a network in memory whose ids look like nothing that X has."""

from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from mutuals.domain import ids
from mutuals.domain.model import Account, Alert, Post
from mutuals.service import integrations
from mutuals.testing.network import MemoryNetwork, integration
from tests.acceptance.house import START, House

BRAND = "did:web:kettle-co.example"
SHAPES = (
    "at://did:plc:aaaabbbbccccddddeeeeffff/app.bsky.feed.post/3k-{}", "109284/{}", "u-{}", "name{}@server.example",
    "a.b:c/{}-d", "größe-{}-名前", "long-{}-" + "y" * 190,
)  # fmt: skip
NOT_X = {f"X_{name}": None for name in ("CLIENT_ID", "ACCESS_TOKEN", "REFRESH_TOKEN")}


class MemoryHouse(House):
    """As the house, but its people live on `network`. `write` takes `person_id` for who writes for the first time."""

    def __init__(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(tmp_path, monkeypatch)
        shapes = cycle(SHAPES)
        self.network = MemoryNetwork(
            self.clock, Account(BRAND, "kettleco", "Kettle Co"), name="blueish", title="Blueish",
            new_id=lambda number: next(shapes).format(number),
        )  # fmt: skip
        monkeypatch.setitem(integrations.networks(), self.network.name, integration(self.network))

    def environment(self, **changes: str | None) -> None:
        """X is not connected."""
        super().environment(**(NOT_X | changes))

    @property
    def brand_id(self) -> str:
        return ids.brand_id(self.network.name, BRAND)

    def write_here(self, handle: str, text: str, *, person_id: str | None = None, **options: Any) -> Post:
        """Somebody writes a post on the network, whose account is made at the first one."""
        known = [one for one in self.network.known.values() if one.handle == handle]
        who = known[0] if known else self.network.add_person(
            handle, person_id=person_id, created_at=START.replace(year=2020), follows_us=True
        )  # fmt: skip
        return self.network.write(who.id, text, **options)

    async def find_alert(self, handle: str) -> Alert | None:
        """The person's newest alert."""
        theirs = {one.id for one in self.network.known.values() if one.handle == handle}
        found = [one for one in await self.alerts() if one.person_id in theirs]
        return max(found, key=lambda one: one.episode, default=None)

    def said_here(self) -> list[str]:
        """Everything the brand has written, newest first."""
        return [one.text for one in reversed(self.network.posts.values()) if one.author_id == BRAND]
