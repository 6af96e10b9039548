"""The brands of this installation: loaded when asked for, kept while used, read again when somebody changed them."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog

from mutuals.context import BrandContext
from mutuals.domain.errors import MutualsError, SettingsError
from mutuals.domain.model import Brand
from mutuals.ports.chat import Chat
from mutuals.ports.network import Measure, SocialNetwork
from mutuals.ports.prices import FREE
from mutuals.service import integrations
from mutuals.service.bootstrap import Installation, Settings, measure

FRESH = 30.0  # seconds until a brand's row is looked at again: a pause or a setting takes so long to be seen
KEPT = 300  # brands at hand; each costs some tens of kilobytes and a connection or two
IDLE = 600.0  # seconds without use after which a brand may be let go

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Entry:
    """One brand at hand; `looked_at` and `used_at` in seconds of the monotonic clock."""

    watched: BrandContext
    looked_at: float
    used_at: float


@dataclass(frozen=True, slots=True)
class _Unusable:
    """A brand whose own settings make no sense: what was said of it, and when it was tried last."""

    why: str
    tried_at: float


class StoredBrandRegistry:
    """Implements `mutuals.context.BrandRegistry` over the store."""

    def __init__(
        self,
        installation: Installation,
        metered: Callable[[SocialNetwork], SocialNetwork] = lambda network: network,
    ) -> None:
        """`metered` may put something in front of each brand's network."""
        self._installation = installation
        self._metered = metered
        self._entries: dict[str, _Entry] = {}
        self._replaced: list[SocialNetwork] = []  # by one with other settings; somebody may be using it still
        self._closing: set[asyncio.Task[None]] = set()
        self._locks: dict[str, asyncio.Lock] = {}
        self._unusable: dict[str, _Unusable] = {}
        self.chats: dict[str, Chat] = {}

    async def find(self, brand_id: str) -> BrandContext | None:
        """See BrandRegistry.find. A brand whose own settings are not usable, perhaps kept by an earlier version, is not
        watched, and the others are: it is said once."""
        now, known = time.monotonic(), self._unusable.get(brand_id)
        if known is not None and now - known.tried_at <= FRESH:
            return None
        try:
            found = await self._find(brand_id)
        except SettingsError as error:
            self._note_unusable(brand_id, str(error), now)
            return None
        self._unusable.pop(brand_id, None)
        return found

    def _note_unusable(self, brand_id: str, why: str, now: float) -> None:
        known = self._unusable.get(brand_id)
        self._unusable[brand_id] = _Unusable(why, now)
        if known is None or known.why != why:
            log.error("brand.not_usable", brand=brand_id, why=why)

    async def _find(self, brand_id: str) -> BrandContext | None:
        """Raises SettingsError when the brand's own settings are not usable."""
        now, entry = time.monotonic(), self._entries.get(brand_id)
        if entry is None or now - entry.looked_at > FRESH:
            async with self._locks.setdefault(brand_id, asyncio.Lock()):
                await self._refresh(brand_id)
            entry = self._entries.get(brand_id)
        if entry is None:
            return None
        entry.used_at = now
        return entry.watched

    def introduce(self, watched: BrandContext) -> None:
        """See BrandRegistry.introduce."""
        entry = self._entries.get(watched.brand.id)
        if entry is not None and entry.watched.network is watched.network:
            entry.watched = watched

    def changed(self, brand_id: str) -> None:
        """A brand's settings are others now: it is read again before it is used next."""
        entry = self._entries.get(brand_id)
        if entry is not None:
            entry.looked_at = float("-inf")
        self._unusable.pop(brand_id, None)

    def measure(self, brand_id: str, text: str) -> Measure:
        """Count a text as the brand's own network does, also for a brand that is not at hand."""
        entry = self._entries.get(brand_id)
        return entry.watched.network.measure(text) if entry else measure(brand_id, text)

    def loaded(self) -> Sequence[BrandContext]:
        """See BrandRegistry.loaded."""
        return [entry.watched for entry in self._entries.values()]

    async def told_in(self, chat: str, channel: str) -> Sequence[BrandContext]:
        """See BrandRegistry.told_in."""
        brands = await self._installation.store.brands()
        alone, found = len(brands) == 1, list[BrandContext | None]()
        for one in brands:
            if not alone and not await self._is_told(one, chat, channel):
                continue
            try:
                found.append(await self._find(one.id))
            except SettingsError as error:
                if alone:
                    raise
                self._note_unusable(one.id, str(error), time.monotonic())
        return [one for one in found if one is not None]

    async def _is_told(self, brand: Brand, chat_name: str, channel: str) -> bool:
        chat = self.chats.get(chat_name)
        channels = self._installation.every_channel(brand, chat_name)
        return chat is not None and any([await chat.same_channel(one, channel) for one in channels])

    async def adopt(self, brand: Brand, network: SocialNetwork) -> BrandContext:
        """Take in a brand whose network is built already: the one of the settings."""
        settings = await self._installation.of_brand(brand)
        watched = self._watched(brand, network, settings)
        self._keep(watched)
        return watched

    async def close(self) -> None:
        """Let go of every network."""
        networks = [*self._replaced, *(entry.watched.network for entry in self._entries.values())]
        self._entries, self._replaced = {}, []
        await asyncio.gather(*(one.close() for one in networks), return_exceptions=True)

    async def _refresh(self, brand_id: str) -> None:
        entry, now = self._entries.get(brand_id), time.monotonic()
        if entry is not None and now - entry.looked_at <= FRESH:
            return  # somebody was first
        brand = await self._installation.store.brand(brand_id)
        if brand is None:
            return
        if entry is None:
            self._keep(await self._load(brand))
            await self._let_go(now)
        elif brand.settings == entry.watched.brand.settings:
            entry.watched, entry.looked_at = replace(entry.watched, brand=brand), now
        else:
            self._keep(await self._load(brand))
            log.info("brand.changed", brand=brand_id)

    def _keep(self, watched: BrandContext) -> None:
        """Have a brand at hand; a network that it replaces is closed when nobody can be using it any more."""
        now, before = time.monotonic(), self._entries.get(watched.brand.id)
        self._entries[watched.brand.id] = _Entry(watched, now, now)
        if before is not None and before.watched.network is not watched.network:
            self._replaced.append(before.watched.network)
            asyncio.get_running_loop().call_later(IDLE, self._close_replaced, before.watched.network)

    def _close_replaced(self, network: SocialNetwork) -> None:
        if network in self._replaced:
            self._replaced.remove(network)
            task = asyncio.ensure_future(network.close())
            self._closing.add(task)
            task.add_done_callback(self._closing.discard)

    async def _load(self, brand: Brand) -> BrandContext:
        settings = await self._installation.of_brand(brand)
        part = integrations.networks().get(brand.network)
        if part is None:
            raise SettingsError(
                [f"The brand @{brand.account.handle} is on {brand.network}, which is not installed."]
            )
        limiter = self._installation.limiter(brand.network, settings, brand.id)
        kit = self._installation.network_kit(brand.network, limiter, brand.slot)
        network = self._metered(part.build(settings.of(part), kit))
        try:
            await network.me()  # the way of an act depends on who we are; kept in the vault, so mostly free
        except MutualsError as error:
            log.warning("brand.not_signed_in", brand=brand.id, why=str(error))
        return self._watched(brand, network, settings)

    def _watched(self, brand: Brand, network: SocialNetwork, settings: Settings) -> BrandContext:
        part = integrations.networks().get(brand.network)
        return BrandContext(
            brand,
            network,
            settings.policy(),
            channels={chat: kinds for chat, kinds in settings.channels().items() if chat in self.chats},
            mentions=settings.mentions(),
            workspaces=settings.workspaces(),
            poll_seconds=settings.core.poll_seconds,
            daily_dollars=settings.core.daily_dollars,
            monthly_dollars=settings.core.monthly_dollars,
            recheck_percent=settings.core.recheck_percent,
            prices=part.prices(settings.of(part)) if part else FREE,
            keep=timedelta(days=settings.core.keep_days),
        )

    async def _let_go(self, now: float) -> None:
        """Keep the memory bounded: of many brands, those not used for a while are loaded again when needed."""
        if len(self._entries) <= KEPT:
            return
        idle = sorted(
            (entry.used_at, one) for one, entry in self._entries.items() if now - entry.used_at > IDLE
        )
        for _, brand_id in idle[: len(self._entries) - KEPT]:
            await self._entries.pop(brand_id).watched.network.close()
            self._locks.pop(brand_id, None)
