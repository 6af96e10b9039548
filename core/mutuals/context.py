"""What the use cases share: the ports in use, and the brands that are watched."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from mutuals.alerts.facts import Links
from mutuals.model import Brand
from mutuals.policy import Policy
from mutuals.ports import AlertChannel, Clock, SocialNetwork, Store


@dataclass(frozen=True, slots=True)
class Watched:
    """One brand with its way to the network and its policy."""

    brand: Brand
    network: SocialNetwork
    policy: Policy
    family: Mapping[str, str] = field(
        default_factory=dict
    )  # ids and handles of the organisation's other accounts

    @property
    def links(self) -> Links:
        """The network's pages, for the words."""
        net = self.network
        return Links(net.post_url, net.profile_url, net.follow_url, net.reply_url)


@dataclass(slots=True)
class Context:
    """Filled by the composition root; `submit` asks the engine for a piece of keyed work."""

    store: Store
    clock: Clock
    submit: Callable[[str], Awaitable[None]]
    channels: Mapping[str, AlertChannel] = field(default_factory=dict)
    brands: dict[str, Watched] = field(default_factory=dict)
    ready: set[str] = field(default_factory=set)  # chats that are connected
    silent: dict[str, str] = field(default_factory=dict)  # chats whose line was lost: why; "" when it is back
    looked_at: set[str] = field(default_factory=set)  # brands at which this process has looked once
    daily_dollars: float = 0.0

    def watched(self, brand_id: str) -> Watched | None:
        """The brand, if this process watches it."""
        return self.brands.get(brand_id)

    async def deliver(self, brand_id: str) -> None:
        """Ask for every chat to be brought up to date."""
        for name in self.channels:
            await self.submit(f"deliver/{brand_id}/{name}")
