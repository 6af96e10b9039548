"""A second network beside X, all in memory: installed as a package is, by an entry point in a folder of its own."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

from pydantic_settings import SettingsConfigDict

from mutuals.domain.model import Account, Post
from mutuals.ports.diagnostics import Check
from mutuals.ports.integration import NetworkIntegration, NetworkKit
from mutuals.ports.network import SocialNetwork
from mutuals.ports.settings import Section
from mutuals.service.bootstrap import SystemClock
from mutuals.testing.network import LIMIT, MemoryNetwork, measure

__all__ = ["BRAND", "LIMIT", "SecondNetwork", "install"]

NAME, TITLE = "bluesky", "Bluesky"
BRAND = Account("900", "kettleco.example", "Kettle Co")
OLD = timedelta(days=400)


class SecondNetwork(MemoryNetwork):
    """The network and everybody on it; it goes by the clock of the service that is built on it."""

    def __init__(self) -> None:
        super().__init__(SystemClock(), BRAND, name=NAME, title=TITLE)

    def mention(self, handle: str, text: str, at: datetime) -> Post:
        """Somebody mentions the brand; an account is made at its first post."""
        known = {account.handle: account for account in self.known.values()}
        author = known.get(handle) or self.add_person(handle, follows_us=True, created_at=at - OLD)
        return self.write(author.id, text, at=at)


NETWORK = SecondNetwork()


class SecondSettings(Section):
    """Who the brand is there."""

    model_config = SettingsConfigDict(env_prefix="MUTUALS_BLUESKY_", env_ignore_empty=True, extra="ignore")
    per_brand: ClassVar[frozenset[str]] = frozenset()

    handle: str | None = None


def _to_do(settings: Any, _signed_in: bool) -> str:
    return "" if settings.handle else "Set MUTUALS_BLUESKY_HANDLE."


def _build(_settings: Any, kit: NetworkKit) -> SocialNetwork:
    NETWORK.clock = kit.clock
    return NETWORK


async def _sign_in(*_given: Any) -> Account:
    return BRAND


async def _check(settings: Any, kit: NetworkKit, *, sign_in_only: bool = False) -> Sequence[Check]:
    return [Check(True, f"{TITLE} account", f"Signed in as @{BRAND.handle}.")]


integration = NetworkIntegration(
    NAME, TITLE, SecondSettings, _to_do, measure, _build, _sign_in, _sign_in, _check
)


def install(folder: Path) -> None:
    """Write what an installed package has, so that the entry point is found once the folder is on sys.path."""
    info = folder / "second_network-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: second-network\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[mutuals.networks]\n{NAME} = {__name__}:integration\n")
