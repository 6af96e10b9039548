"""What the use cases share: the ports in use, and the brands that are watched."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from mutuals.cards.alert_view import NetworkLinks
from mutuals.domain.ids import DELIVER, job_key
from mutuals.domain.model import Actor, AlertKind, Brand
from mutuals.domain.policy import Policy
from mutuals.domain.spikes import Baseline
from mutuals.ports.brand_settings import BrandSettings, NoBrandSettings
from mutuals.ports.chat import Chat
from mutuals.ports.clock import Clock
from mutuals.ports.hand_off import HandOffSender, NoHandOffSender
from mutuals.ports.network import Measure, SocialNetwork
from mutuals.ports.prices import FREE, PriceList
from mutuals.ports.store import Store

MOST_LETTERS = 280
Channels = Mapping[str, Mapping[AlertKind, str]]  # chat -> kind of alert -> channel


@dataclass(frozen=True, slots=True)
class BrandContext:
    """One brand with its way to the network, its policy and the channels it is told in."""

    brand: Brand
    network: SocialNetwork
    policy: Policy
    channels: Channels = field(default_factory=dict)
    mentions: Mapping[str, str] = field(
        default_factory=dict
    )  # chat -> whom a call mentions there; "": nobody
    poll_seconds: float = 60.0
    daily_dollars: float = 0.0
    monthly_dollars: float = 0.0  # 0: there is no limit but the daily one
    recheck_percent: float = 10.0  # of what else is spent: what looking again at posts may cost
    prices: PriceList = FREE
    keep: timedelta = timedelta(days=90)  # how long posts and people are kept at least
    family: Mapping[str, str] = field(
        default_factory=dict
    )  # ids and handles of the organisation's other accounts
    workspaces: Mapping[str, str] = field(
        default_factory=dict
    )  # chat -> the workspace that it is told in, where the chat has several

    @property
    def links(self) -> NetworkLinks:
        """The network's pages, for the words."""
        net = self.network
        return NetworkLinks(
            net.title,
            net.post_url,
            net.profile_url,
            net.follow_url,
            net.reply_url,
            net.like_url,
            net.repost_url,
        )

    def channel(self, chat: str, kind: AlertKind) -> str | None:
        """The channel of a chat for alerts of this kind; None where the brand is not told there."""
        return self.channels.get(chat, {}).get(kind)

    def is_open_to(self, actor: Actor) -> bool:
        """May somebody see this brand at all? Not where their chat has several workspaces and it is told in another."""
        return not actor.workspaces or self.workspaces.get(actor.chat, "") in actor.workspaces

    def targets(self, kind: AlertKind) -> list[tuple[str, str]]:
        """(chat, channel) of every chat that is told about this kind."""
        return [(chat, kinds[kind]) for chat, kinds in self.channels.items() if kind in kinds]


class BrandRegistry(Protocol):
    """The brands of this installation, loaded when they are asked for."""

    async def find(self, brand_id: str) -> BrandContext | None:
        """The brand of this id; None when there is none."""
        ...

    def introduce(self, watched: BrandContext) -> None:
        """Keep what was learnt about a brand that is loaded."""
        ...

    def loaded(self) -> Sequence[BrandContext]:
        """The brands that this process has at hand."""
        ...

    async def told_in(self, chat: str, channel: str) -> Sequence[BrandContext]:
        """The brands that are told in this channel of a chat; every brand where there is only one."""
        ...


class FixedBrandRegistry:
    """A roster of brands that are there from the start, for a backtest or the doctor."""

    def __init__(self, *watched: BrandContext) -> None:
        self._brands = {one.brand.id: one for one in watched}

    async def find(self, brand_id: str) -> BrandContext | None:
        """See BrandRegistry.find."""
        return self._brands.get(brand_id)

    def introduce(self, watched: BrandContext) -> None:
        """See BrandRegistry.introduce."""
        self._brands[watched.brand.id] = watched

    def loaded(self) -> Sequence[BrandContext]:
        """See BrandRegistry.loaded."""
        return list(self._brands.values())

    async def told_in(self, chat: str, channel: str) -> Sequence[BrandContext]:
        """See BrandRegistry.told_in."""
        return self.loaded()


def count_letters(_brand_id: str, text: str) -> Measure:
    """The length of a text where no network is at hand."""
    return Measure(len(text), MOST_LETTERS, len(text) <= MOST_LETTERS)


@dataclass(slots=True)
class Context:
    """Filled by the composition root; `submit` asks the engine for a piece of keyed work."""

    store: Store
    clock: Clock
    submit: Callable[[str], Awaitable[None]]
    brands: BrandRegistry = field(default_factory=FixedBrandRegistry)
    hand_off: HandOffSender = field(default_factory=NoHandOffSender)
    settings: BrandSettings = field(default_factory=NoBrandSettings)
    measure: Callable[[str, str], Measure] = count_letters  # (brand id, text)
    chats: Mapping[str, Chat] = field(default_factory=dict)
    networks: Mapping[str, str] = field(default_factory=dict)  # name of each installed network -> its title
    ready: set[str] = field(default_factory=set)  # chats that this process is connected to
    silent: dict[str, str] = field(default_factory=dict)  # chats whose line was lost: why; "" when it is back
    looked_at: set[str] = field(default_factory=set)  # brands at which this process has looked once
    baselines: dict[str, tuple[datetime, Baseline | None]] = field(
        default_factory=dict
    )  # what is usual for each brand in an hour, as worked out in it
    # Lines of networks' events that this process has opened, or could not open: until when, by the event loop's clock, they
    # may be telling again what was missed. The others are waited for a while after the start. That need not be read.
    lines_retell_until: dict[str, float] = field(default_factory=dict)
    lines_awaited_until: float = 0.0
    clock_ahead: Callable[[], timedelta | None] = lambda: None  # of this machine, by what the services tell

    def theirs(self, at: datetime) -> datetime:
        """The earliest time that the services may call what was `at` by our clock: it may be ahead of theirs, or have
        been so before it was set back."""
        return min(at, self.clock.now()) - max(timedelta(0), self.clock_ahead() or timedelta(0))

    async def deliver(self, brand_id: str) -> None:
        """Ask for every chat to be brought up to date."""
        for name in self.chats:
            await self.submit(job_key(DELIVER, brand_id, name))
