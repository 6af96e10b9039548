"""The composition root: the only place that knows every part, and starts and stops them in order."""

import asyncio
import contextlib
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any, Self

import structlog
from cryptography.fernet import MultiFernet

from mutuals import integrations
from mutuals.act.desk import MainDesk
from mutuals.act.verify import go_on
from mutuals.context import Context, Watched
from mutuals.engine.inprocess import InProcessEngine
from mutuals.errors import MutualsError, NotAuthorized, Refused, SettingsError
from mutuals.integrations import ChannelKit, NetworkIntegration, NetworkKit
from mutuals.metrics import meters_for
from mutuals.model import Brand
from mutuals.policy import Policy
from mutuals.policy_settings import PolicySettings, policy_from
from mutuals.ports import AlertChannel, Clock, Desk, Engine, SocialNetwork, Work
from mutuals.scheduler import Ticker
from mutuals.settings import CoreSettings, Section, load
from mutuals.store.memory import StoreMemory
from mutuals.store.purse import Purse
from mutuals.store.store import SqlStore
from mutuals.store.vault import EncryptedVault, open_box
from mutuals.tell import digests, troubles
from mutuals.tell.courier import Courier
from mutuals.watch.look import look
from mutuals.watch.recheck import EVERY as RECHECK_EVERY
from mutuals.watch.recheck import recheck
from mutuals.watch.tell import tell
from mutuals.web import Web

log = structlog.get_logger(__name__)

SWEEP_SECONDS = 2.0
DIGEST_SECONDS = 60.0  # how late a digest may come
RETRY_SECONDS = 30.0  # between two tries to reach a chat or the network at the start
# At the end: with a second for the web, 7.5 of the ten that are promised; the rest is for a busy machine.
LET_GO_SECONDS, FINISH_SECONDS, HANG_UP_SECONDS = 0.5, 4.0, 2.0
SLOT = "main"  # the one brand of the settings; its secrets lie under this name


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Now, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Settings:
    """All sections, read at once."""

    core: CoreSettings
    sections: dict[type[Section], Section]

    @classmethod
    def read(cls) -> Self:
        """Read everything. Raises SettingsError with every mistake."""
        wanted = [part.settings for part in integrations.networks().values()]
        wanted += [part.settings for part in integrations.channels().values()]
        sections = load([CoreSettings, PolicySettings, *wanted])
        core = sections[CoreSettings]
        assert isinstance(core, CoreSettings)
        return cls(core, sections)

    def policy(self) -> Policy:
        """How the brand wants to be told."""
        section = self.sections.get(PolicySettings)
        return policy_from(section) if isinstance(section, PolicySettings) else Policy()


@dataclass(slots=True)
class House:
    """The parts that `run`, `doctor` and `connect` share: settings, store and secrets."""

    settings: Settings
    store: SqlStore
    box: MultiFernet
    clock: Clock

    @classmethod
    async def open(cls, settings: Settings, clock: Clock | None = None) -> Self:
        """Open the store and the key. Raises SettingsError, TryAgain or MutualsError."""
        clock = clock or SystemClock()
        store = await SqlStore.open(settings.core.database_url, clock=clock)
        return cls(settings, store, open_box(settings.core.secret_key, settings.core.database_url), clock)

    def purse(self) -> Purse:
        """A new purse with the daily limit."""
        return Purse(self.store, self.clock, limit_micros=int(self.settings.core.daily_dollars * 1_000_000))

    def network_kit(self, name: str, purse: Purse) -> NetworkKit:
        """What a network integration gets."""
        vault = EncryptedVault(self.store, self.box, scope=f"{name}/{SLOT}")
        return NetworkKit(vault=vault, meter=purse, clock=self.clock)

    def section(self, part: Any) -> Section:
        """The settings of one integration."""
        return self.settings.sections[part.settings]

    async def signed_in(self, name: str) -> bool:
        """Are this network's tokens in the vault?"""
        return await self.store.get(f"signed_in/{name}") is not None

    def channels(self, desk: Desk) -> dict[str, AlertChannel]:
        """Every chat whose settings are complete."""
        found = {}
        for name, part in integrations.channels().items():
            if not part.missing(self.section(part)):
                kit = ChannelKit(memory=StoreMemory(self.store, name), clock=self.clock)
                found[name] = part.build(self.section(part), desk, kit)
        return found

    async def network(self) -> NetworkIntegration:
        """The first network that can start. Raises SettingsError naming what is missing."""
        mistakes = []
        for name, part in integrations.networks().items():
            missing = part.missing(self.section(part), await self.signed_in(name))
            if not missing:
                return part
            mistakes.append(
                f"X is not connected: set {', '.join(missing)}, or sign in with: mutuals connect {name}"
            )
        raise SettingsError(mistakes)

    def no_channel(self) -> SettingsError:
        """The sentence when no chat can start: what each of them lacks."""
        lines = [
            f"{name.capitalize()} is not set up: set {', '.join(part.missing(self.section(part)))}."
            for name, part in integrations.channels().items()
        ]
        return SettingsError(
            ["No chat is set up, so nobody would see an alert. Set up at least one:", *lines]
        )


class Service:
    """Mutuals, running: built by `Service.build`, lives in `run`."""

    def __init__(self, house: House, engine: Engine) -> None:
        self._house = house
        self._engine = engine
        self._purse = house.purse()
        self._meters = meters_for(house.settings.core.http_address, house.clock)
        self.ctx = Context(
            store=self._meters.store(house.store),
            clock=house.clock,
            submit=engine.submit,
            daily_dollars=house.settings.core.daily_dollars,
        )
        self.ctx.channels = self._meters.channels(house.channels(self._meters.desk(MainDesk(self.ctx))))
        self._ticker = Ticker()
        self._web = Web(
            house.settings.core.http_address, self.ctx, lambda: self._meters.page(self.ctx, house.store)
        )
        self._tasks: list[asyncio.Task[None]] = []

    @classmethod
    async def build(cls, settings: Settings, clock: Clock | None = None) -> Self:
        """Open everything that can be wrong in the settings. Raises SettingsError and MutualsError."""
        house = await House.open(settings, clock)
        service = cls(house, InProcessEngine())
        mistakes = [] if service.ctx.channels else house.no_channel().mistakes
        try:
            await house.network()
        except SettingsError as error:
            mistakes += error.mistakes
        if mistakes:
            await house.store.close()
            raise SettingsError(mistakes)
        return service

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set, then finish what runs within ten seconds."""
        part = await self._house.network()
        network = self._meters.network(
            part.build(self._house.section(part), self._house.network_kit(part.name, self._purse))
        )
        try:
            self._hire()
            await self._engine.start()
            await self._web.start(self.ctx.channels.values())
            for name, channel in self.ctx.channels.items():
                self._background(self._keep_trying(f"chat.{name}", partial(self._open_chat, name, channel)))
            self._background(self._keep_trying("network", lambda: self._begin(part.name, network)))
            await stop.wait()
        finally:
            await self._close(network)

    def _hire(self) -> None:
        """Who does the work of which keys."""
        courier = Courier(self.ctx)

        async def with_brand(key: str, work: Callable[[Watched], Awaitable[None]]) -> None:
            watched = self.ctx.watched(key.split("/")[1])
            if watched is not None:
                await work(watched)

        async def deliver(key: str) -> None:
            _, brand_id, channel = key.split("/", 2)
            await courier.deliver(brand_id, channel)

        def hire(prefix: str, work: Work) -> None:
            self._engine.handle(prefix, self._meters.work(prefix, work))

        hire("deliver", deliver)
        hire("poll", lambda key: with_brand(key, lambda one: look(self.ctx, one)))
        hire("clock", lambda key: with_brand(key, lambda one: tell(self.ctx, one, fans=False)))
        hire("recheck", lambda key: with_brand(key, lambda one: recheck(self.ctx, one)))
        hire("digest", lambda key: with_brand(key, lambda one: digests.tell(self.ctx, one)))
        hire("act", lambda key: with_brand(key, lambda one: go_on(self.ctx, one, key.split("/", 2)[2])))

    async def _open_chat(self, name: str, channel: AlertChannel) -> None:
        """Connect one chat. While it can't be reached, the other chats say so."""
        title = name.capitalize()
        try:
            await channel.start()
        except (NotAuthorized, Refused) as error:
            for watched in self.ctx.brands.values():
                await troubles.begins(
                    self.ctx, watched, f"chat-{name}", f"{title} takes no alerts", str(error)
                )
            raise
        self.ctx.ready.add(name)
        log.info("chat.connected", chat=name)
        for brand_id in self.ctx.brands:
            await self._engine.submit(f"deliver/{brand_id}/{name}")

    async def _begin(self, name: str, network: SocialNetwork) -> None:
        """Learn which account we are, then look at it again and again."""
        policy = self._house.settings.policy()
        try:
            account = await network.me()
            brand = Brand(id=f"{name}{account.id}", network=name, account=account)
            await self._house.store.put_brand(brand)
        except NotAuthorized as error:
            known = [one for one in await self._house.store.brands() if one.network == name]
            if not known:
                raise
            brand = known[0]
            self.ctx.brands[brand.id] = watched = Watched(brand, network, policy)
            await troubles.begins(self.ctx, watched, "sign_in", "Mutuals can't see X now", str(error))
        self.ctx.brands[brand.id] = Watched(brand, network, policy)
        await self._purse.bind(brand.id)
        core = self._house.settings.core
        self._ticker.every(
            core.poll_seconds, f"poll/{brand.id}", lambda: self._engine.submit(f"poll/{brand.id}")
        )
        recheck_seconds = max(RECHECK_EVERY.total_seconds(), core.poll_seconds)
        self._ticker.every(
            recheck_seconds,
            f"recheck/{brand.id}",
            lambda: self._engine.submit(f"recheck/{brand.id}"),
            at_once=False,
        )
        self._ticker.every(
            DIGEST_SECONDS, f"digest/{brand.id}", lambda: self._engine.submit(f"digest/{brand.id}")
        )
        self._ticker.every(SWEEP_SECONDS, "sweep", self._sweep)
        self._ticker.start()
        log.info("brand.watched", brand=brand.id, handle=brand.account.handle)

    async def _sweep(self) -> None:
        """Submit whatever the tables say is due; a lost job is found again here."""
        try:
            for key in await self.ctx.store.due(self.ctx.clock.now()):
                await self._engine.submit(key)
        finally:
            self._web.swept()

    def _background(self, work: Awaitable[None]) -> None:
        self._tasks.append(asyncio.ensure_future(work))

    async def _keep_trying(self, what: str, work: Callable[[], Awaitable[None]]) -> None:
        """Say once when it does not work, and once when it does again."""
        told = False
        while True:
            try:
                await work()
            except MutualsError as error:
                if not told:
                    log.warning(f"{what}.not_reached", why=str(error), again_in_s=RETRY_SECONDS)
                told = True
            except Exception:
                log.exception(f"{what}.broke", again_in_s=RETRY_SECONDS)
            else:
                if told:
                    log.info(f"{what}.reached_again")
                return
            await asyncio.sleep(RETRY_SECONDS)

    async def _close(self, network: SocialNetwork) -> None:
        """Ten seconds for everything: what runs may finish; what does not is in the tables for whoever is next."""
        self._web.stopping()
        self._ticker.stop()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=LET_GO_SECONDS)
        await self._engine.stop(FINISH_SECONDS)
        await asyncio.gather(*(self._hang_up(name, one) for name, one in self.ctx.channels.items()))
        await self._web.stop()
        await network.close()
        await self._house.store.close()

    async def _hang_up(self, name: str, channel: AlertChannel) -> None:
        with contextlib.suppress(MutualsError, TimeoutError):
            await asyncio.wait_for(channel.stop(), HANG_UP_SECONDS)
        log.info("chat.closed", chat=name)


async def serve(settings: Settings) -> None:
    """Run until SIGINT or SIGTERM."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    service = await Service.build(settings)
    await service.run(stop)
