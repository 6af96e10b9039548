"""The composition root: the only place that knows every part, and starts and stops them in order."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Self

import structlog

from mutuals.actions.forwarding import continue_hand_off
from mutuals.actions.interactions import InteractionService
from mutuals.actions.linked_interactions import LinkedInteractions
from mutuals.actions.verification import continue_actions
from mutuals.alerting import digest, incidents
from mutuals.alerting.reconciler import DeliveryReconciler
from mutuals.context import BrandContext, Context
from mutuals.domain.errors import MutualsError, NotAuthorized, SettingsError
from mutuals.domain.ids import ACT, CLOCK, DELIVER, HAND_OFF, brand_id, parse_job
from mutuals.domain.model import MAIN_SLOT, Brand, PeriodicTask
from mutuals.jobs.factory import job_queue_from
from mutuals.metrics import meters_for
from mutuals.ports.clock import Clock
from mutuals.ports.integration import NetworkIntegration
from mutuals.ports.jobs import Handler, JobQueue
from mutuals.ports.network import SocialNetwork
from mutuals.service import integrations, periodic_tasks, setting_changes
from mutuals.service.bootstrap import Installation, Settings
from mutuals.service.brand_admin import plan
from mutuals.service.brand_registry import StoredBrandRegistry
from mutuals.service.brand_settings import StoredBrandSettings
from mutuals.service.calendar import next_occurrence
from mutuals.service.chat_supervisor import ChatSupervisor
from mutuals.service.database_guard import DatabaseGuard
from mutuals.service.event_supervisor import EventSupervisor
from mutuals.service.hand_off_sender import OutwardSender
from mutuals.service.health import degraded
from mutuals.service.named_lease import NamedLease
from mutuals.service.scheduler import Scheduler
from mutuals.service.settings_check import oddities
from mutuals.service.sweeper import Sweeper
from mutuals.service.watchdog import ServiceManager, Watchdog
from mutuals.service.web import Web
from mutuals.storage.process_lock import ProcessLock
from mutuals.storage.startup_wait import when_database_answers
from mutuals.watcher import retention
from mutuals.watcher.evaluate import evaluate
from mutuals.watcher.events import EventInbox
from mutuals.watcher.poll import poll
from mutuals.watcher.recheck import recheck

log = structlog.get_logger(__name__)

SWEEP_SECONDS = 2.0
RETRY_SECONDS = 30.0  # between two tries to reach a chat or the network at the start
LET_GO_SECONDS, STOP_SECONDS = 0.5, 6.0  # at the end, of the ten seconds that are promised
LINE_SECONDS = 10.0  # after a start, until a network's line of events is not waited for any more
SWEEPER = "sweeper"  # the lease of the one process that looks for what is due


class Service:
    """Mutuals, running: built by `Service.build`, lives in `run`."""

    def __init__(self, installation: Installation, engine: JobQueue, lock: ProcessLock) -> None:
        self._installation = installation
        self._lock = lock
        self._engine = engine
        self._meters = meters_for(installation.settings.core.http_address, installation.clock)
        self._brands = StoredBrandRegistry(installation, self._meters.network)
        self.ctx = Context(
            store=self._meters.store(installation.store),
            clock=installation.clock,
            submit=engine.submit,
            brands=self._brands,
            settings=StoredBrandSettings(installation, self._brands.changed, lambda: self.ctx.chats),
            measure=self._brands.measure,
            hand_off=OutwardSender(installation.settings.hand_off(), installation.clock),
            networks={name: part.title for name, part in integrations.networks().items()},
            clock_ahead=lambda: installation.offset.ahead,
        )
        self._inboxes = {name: EventInbox(self.ctx, name) for name in integrations.networks()}
        self._events = EventSupervisor(
            self.ctx, self._inboxes.__getitem__, partial(self._lease, among=1), installation.pushes
        )
        self._ticker = Scheduler()
        self._watchdog, self._manager = Watchdog(), ServiceManager()
        self._guard = DatabaseGuard(self.ctx, installation.store)
        self._sweeper = Sweeper(self.ctx, engine, self._guard, self._lease(SWEEPER, 1), self._swept)
        self._web = Web(
            installation.settings.core.http_address,
            self.ctx,
            lambda: self._meters.page(self.ctx, installation.store),
            self._guard.prove,
            partial(degraded, self.ctx, installation.store),
        )
        self._tasks: list[asyncio.Task[None]] = []
        self.began = False  # the settings' brands are known, or there is none

    @classmethod
    async def build(cls, settings: Settings, clock: Clock | None = None) -> Self:
        """Open everything that can be wrong in the settings. Raises SettingsError and MutualsError."""
        lock = ProcessLock.acquire(settings.core.database_url, integrations.titles("and"))
        try:
            return await cls._build(settings, clock, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    async def _build(cls, settings: Settings, clock: Clock | None, lock: ProcessLock) -> Self:
        installation = await Installation.open(settings, clock)
        service = cls(installation, job_queue_from(settings.core), lock)
        try:
            meters = service._meters
            interactions = meters.interactions(
                LinkedInteractions(service.ctx, InteractionService(service.ctx))
            )
            chats = await installation.chats(interactions, service.ctx)
            service._brands.chats = dict(meters.chats(chats))
            service.ctx.chats = service._brands.chats
            mistakes = installation.without_channel(chats)
            mistakes += [] if mistakes or chats else installation.no_chat().mistakes
            mistakes += await service._no_brand()
        except SettingsError as error:
            mistakes = error.mistakes
        except BaseException:
            await installation.store.close()
            raise
        if mistakes:
            await installation.store.close()
            raise SettingsError(mistakes)
        return service

    async def _no_brand(self) -> list[str]:
        """What is missing for a brand to be watched; nothing, if one was added by `mutuals brand add`."""
        try:
            await self._installation.networks()
        except SettingsError as error:
            return [] if await self._installation.others() else error.mistakes
        return []

    def _lease(self, name: str, among: int) -> NamedLease | None:
        """A lease where there may be other processes; None where this one is alone."""
        if not self._installation.many:
            return None
        return NamedLease(self.ctx.store, self.ctx.clock, name, self._installation.node, among)

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set, then finish what runs within ten seconds."""
        keepers = [
            ChatSupervisor(
                self.ctx, self._engine, chat,
                self._lease(f"chat/{name}", integrations.chats()[name].connections), self._keep_trying,
            )
            for name, chat in self.ctx.chats.items()
        ]  # fmt: skip
        try:
            self._hire()
            await self._engine.start()
            await self._web.start([*self.ctx.chats.values(), *self._ears()])
            for keeper in keepers:
                self._background(keeper.keep())
            for brand in await self.ctx.store.brands():
                if brand.slot == MAIN_SLOT:
                    await plan(
                        self._installation, brand
                    )  # before anything is told that was answered meanwhile
            self._ticker.every(SWEEP_SECONDS, "sweep", self._sweeper.sweep)
            self._ticker.start()
            self._watchdog.start()
            self._manager.ready()
            self.ctx.lines_awaited_until = asyncio.get_running_loop().time() + LINE_SECONDS
            self._background(self._begin())
            self._background(self._events.keep())
            self._background(self._keep_trying("settings", partial(setting_changes.note, self._installation)))
            await self._guard.wait(stop)
        finally:
            await self._close(keepers)

    def _ears(self) -> list[object]:
        """What listens to a network's pushes, where the settings turn that on."""
        settings, clock = self._installation.settings, self.ctx.clock
        return [
            part.listener(settings.of(part), clock, self._inboxes[name].take)
            for name, part in integrations.networks().items()
        ]

    def _hire(self) -> None:
        """Who does the work of which keys."""
        reconciler = DeliveryReconciler(self.ctx)

        async def with_brand(key: str, work: Callable[[BrandContext], Awaitable[None]]) -> None:
            job = parse_job(key)
            watched = await self._brands.find(job.brand_id)
            if watched is not None:
                await work(watched)
            elif job.kind in {str(one) for one in PeriodicTask}:
                await periodic_tasks.put_off(self.ctx, PeriodicTask(job.kind), job.brand_id)

        async def deliver(key: str) -> None:
            await reconciler.deliver(parse_job(key).brand_id, parse_job(key).rest)

        async def act(key: str) -> None:
            await with_brand(key, lambda one: continue_actions(self.ctx, one, parse_job(key).rest))

        async def forward(key: str) -> None:
            await with_brand(key, lambda one: continue_hand_off(self.ctx, one, parse_job(key).rest))

        def hire(prefix: str, work: Handler) -> None:
            self._engine.handle(prefix, self._meters.work(prefix, work))

        def periodic(kind: PeriodicTask, work: Callable[[BrandContext], Awaitable[None]]) -> None:
            run = partial(periodic_tasks.run, self.ctx, kind)
            hire(kind, lambda key: with_brand(key, lambda one: run(one, partial(work, one))))

        hire(DELIVER, deliver)
        hire(ACT, act)
        hire(HAND_OFF, forward)
        hire(CLOCK, lambda key: with_brand(key, self._clock))
        periodic(PeriodicTask.POLL, lambda one: poll(self.ctx, one))
        periodic(PeriodicTask.RECHECK, lambda one: recheck(self.ctx, one))
        periodic(PeriodicTask.RETENTION, lambda one: retention.run(self.ctx, one))
        periodic(PeriodicTask.DIGEST, lambda one: digest.post_digest(self.ctx, one, next_occurrence))

    async def _clock(self, watched: BrandContext) -> None:
        """Tell what is due, unless a poll is under way."""
        if not await periodic_tasks.is_polled(self.ctx, watched):
            await evaluate(self.ctx, watched, fans=False)

    async def _begin(self) -> None:
        """Learn which account each network's brand of the settings is. No brand waits for another network's."""
        parts: list[NetworkIntegration] = []

        async def find_networks() -> None:
            try:
                parts.extend(await self._installation.networks())
            except SettingsError:
                if not await self._installation.others():
                    raise

        await self._keep_trying("network", find_networks)
        await asyncio.gather(
            *(self._keep_trying("network", partial(self._begin_main, one), network=one.name) for one in parts)
        )
        self.began = True

    async def _begin_main(self, part: NetworkIntegration) -> None:
        limiter = self._installation.limiter(part.name)
        network = self._meters.network(
            part.build(self._installation.section(part), self._installation.network_kit(part.name, limiter))
        )
        try:
            brand = await self._who_we_are(part.name, network)
        except BaseException:
            await network.close()
            raise
        await limiter.bind(brand.id)
        log.info("brand.watched", brand=brand.id, handle=brand.account.handle)

    async def _who_we_are(self, name: str, network: SocialNetwork) -> Brand:
        try:
            account = await network.me()
        except NotAuthorized as error:
            brands = await self._installation.store.brands()
            known = [one for one in brands if one.network == name and one.slot == MAIN_SLOT]
            if not known:
                raise
            watched = await self._brands.adopt(known[0], network)
            await incidents.report_open(self.ctx, watched, "sign_in", incidents.unseen(watched), str(error))
            return known[0]
        brand = Brand(id=brand_id(name, account.id), network=name, account=account)
        known_as = await self._installation.store.brand(brand.id)
        if known_as is not None:
            brand = replace(known_as, account=account)
        await self._installation.store.put_brand(brand)
        await self._brands.adopt(brand, network)
        if known_as is None:
            await plan(self._installation, brand)
        return brand

    def _swept(self) -> None:
        self._web.swept()
        self._watchdog.alive()
        self._manager.alive()

    def _background(self, work: Awaitable[None]) -> None:
        self._tasks.append(asyncio.ensure_future(work))

    async def _keep_trying(self, what: str, work: Callable[[], Awaitable[None]], **about: str) -> None:
        """Say once when it does not work, and once when it does again; `about` goes into these lines of the log."""
        told = False
        while True:
            try:
                await work()
            except MutualsError as error:
                if not told:
                    log.warning(f"{what}.not_reached", why=str(error), again_in_s=RETRY_SECONDS, **about)
                told = True
            except Exception:
                log.exception(f"{what}.broke", again_in_s=RETRY_SECONDS, **about)
            else:
                if told:
                    log.info(f"{what}.reached_again", **about)
                return
            await asyncio.sleep(RETRY_SECONDS)

    async def _close(self, keepers: list[ChatSupervisor]) -> None:
        """Ten seconds for everything: what runs may finish; what does not is in the tables for whoever is next."""
        self._web.stopping()
        self._manager.stopping()
        self._watchdog.stop()
        self._ticker.stop()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=LET_GO_SECONDS)
        ends = asyncio.get_running_loop().time() + STOP_SECONDS
        await asyncio.gather(*(keeper.close() for keeper in keepers))
        await self._engine.stop(max(1.0, ends - asyncio.get_running_loop().time()))
        await self._sweeper.release()
        await self._web.stop()
        await self._brands.close()
        await self._installation.store.close()
        self._lock.release()


async def serve(settings: Settings) -> None:
    """Run until SIGINT or SIGTERM."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    for notice in await asyncio.to_thread(oddities, settings):
        log.warning("settings.notice", said=notice)
    service = await when_database_answers(lambda: Service.build(settings), stop)
    if service is not None:
        await service.run(stop)
