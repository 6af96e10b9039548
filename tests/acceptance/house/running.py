"""The real Mutuals on the three services: opened, stopped, killed, and brought to rest."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Self, TypeVar

import pytest

from mutuals.alerting.rate_limiter import RateLimiter
from mutuals.alerting.reconciler import DeliveryReconciler
from mutuals.context import Context
from mutuals.domain.model import PeriodicTask
from mutuals.jobs.in_process import InProcessJobQueue
from mutuals.jobs.procrastinate_queue import ProcrastinateJobQueue
from mutuals.metrics.proxy import InstrumentedProxy
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.service import app
from mutuals.service.bootstrap import Settings
from mutuals.storage.store import SqlStore
from mutuals_discord.chat import DiscordChat
from mutuals_slack.chat import SlackChat
from tests.acceptance.house.services import Services
from tests.support.databases import sqlite_url
from tests.support.waiting import until

Read = TypeVar("Read")
Implementation = TypeVar("Implementation")


class Running(Services):
    """The three services and Mutuals. Time stands still until `later`."""

    def __init__(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(tmp_path, monkeypatch)
        self._service: app.Service | None = None
        self.after: list[Callable[[], Awaitable[None]]] = []  # what else to end
        self._stop = asyncio.Event()
        self._running: asyncio.Task[None] | None = None

    # --- opening and closing -------------------------------------------------------------

    async def open(self, *, expect: set[str] | None = None, **settings: str | None) -> Self:
        """Start the three services and Mutuals. Settings override the environment; None removes one.

        `expect` names the chats that will connect (all, by default).
        """
        for server in (self.x, self.slack, self.discord):
            await server.start()
        self.slack_fans, self.discord_fans = self.slack.add_channel("fans"), self.discord.add_channel("fans")
        self.access, self.refresh = self.x.issue_tokens(self.brand.id)
        if not self.database.exists():
            sqlite_url(self.folder)  # a migrated file costs a tenth of migrating one
        if settings.get("X_PUSH") is not None:
            settings.setdefault("X_BEARER_TOKEN", self.x.issue_app_token())
        self.environment(**settings)
        await self.start(chats=expect)
        return self

    async def start(self, *, chats: set[str] | None = None, known: bool = False) -> None:
        """Build and run the service until both chats are connected and the first look is over. `known`: the brand was
        watched before, so X need not answer now."""
        self._patch.setattr(app, "RETRY_SECONDS", 0.2)
        self._patch.setattr(
            app,
            "DeliveryReconciler",
            partial(DeliveryReconciler, pace=RateLimiter(per_second=500, burst=500)),
        )
        self._service = service = await app.Service.build(Settings.read(), self.clock)
        self._stop = asyncio.Event()
        self._running = running = asyncio.create_task(service.run(self._stop))
        expected = set(service.ctx.chats) if chats is None else chats
        await until(lambda: running.done() or expected <= service.ctx.ready, 15)
        await until(lambda: running.done() or service.began or known, 15)
        if running.done():
            running.result()
        await self.quiet()

    async def stop(self) -> None:
        """End the service as Ctrl-C does."""
        self._stop.set()
        if self._running is not None:
            await self._running
        self._service = self._running = None

    async def crash(self) -> None:
        """End the service in the middle of whatever it does: nothing is finished, nothing is written."""
        engine = self.service._engine
        assert isinstance(engine, InProcessJobQueue)
        engine._open = False
        doomed = [*engine._running.values(), *self.slack_chat.workspaces.at_hand()[0].listener._under_way]
        for task in doomed:
            task.cancel()
        await asyncio.gather(*doomed, return_exceptions=True)
        await self.stop()

    async def restart(self) -> None:
        """A new service on the same database."""
        await self.stop()
        await self.start()

    async def restart_with(self, **settings: str | None) -> None:
        """A new service on the same database, with these settings; X need not be reached."""
        await self.stop()
        self.environment(**settings)
        await self.start(known=True)

    async def close(self) -> None:
        """Everything ends."""
        with suppress(Exception):
            await self.stop()
        for server in (self.slack, self.discord, self.x):
            await server.stop()
        for end in self.after:
            await end()

    @property
    def service(self) -> app.Service:
        """The running service; tests look inside."""
        assert self._service is not None, "the service is not running"
        return self._service

    @property
    def task(self) -> asyncio.Task[None]:
        """The service's own task."""
        assert self._running is not None, "the service is not running"
        return self._running

    @property
    def ctx(self) -> Context:
        return self.service.ctx

    @property
    def store(self) -> SqlStore:
        """The service's store, without what measures it."""
        return self.service._installation.store

    @property
    def slack_chat(self) -> SlackChat:
        """The service's Slack, without what measures it."""
        return unwrapped(self.ctx.chats["slack"], SlackChat)

    @property
    def discord_chat(self) -> DiscordChat:
        """The service's Discord, without what measures it."""
        return unwrapped(self.ctx.chats["discord"], DiscordChat)

    async def read(self, work: Callable[[UnitOfWork], Awaitable[Read]]) -> Read:
        """Ask the store."""
        async with self.ctx.store.transaction(self.brand_id) as tx:
            return await work(tx)

    # --- time and work -------------------------------------------------------------------

    async def look(self) -> None:
        """Look at X now, and bring both chats up to date."""
        await self.do(PeriodicTask.POLL)

    async def recheck(self, after: timedelta = timedelta(days=2)) -> None:
        """Look again at what the chats quote; by default when all of it is due again, settled alerts' posts, too."""
        self.clock.at += after
        await self.do(PeriodicTask.RECHECK)

    async def do(self, task: PeriodicTask) -> None:
        """Have a periodic task done now."""
        await self.begin(task)
        await self.quiet()

    async def begin(self, task: PeriodicTask) -> None:
        """Have a periodic task begun now."""
        await self.read(lambda tx: tx.tasks.plan(task, self.clock.now()))
        await self.service._engine.submit(f"{task}/{self.brand_id}")

    async def later(self, **span: float) -> None:
        """Let time pass, then do what has become due."""
        self.clock.at += timedelta(**span)
        await self.quiet()

    async def quiet(self) -> None:
        """Run until nothing is due and nobody's click is being worked on. Bounded."""
        still, before = 0, None
        # Long enough for discord.py, which asks again after 1, 3 and 5 seconds when Discord answers with a 5xx.
        for turn in range(2400):
            if turn % 5 and self.busy():  # what became due beside it need not be found at once
                still, before = 0, None
                await asyncio.sleep(0.01)
                continue
            due = await self.ctx.store.due(self.clock.now())
            busy = self.busy()
            still = still + 1 if not busy and (not due or due == before) else 0
            if still >= 3:
                return
            before = due if not busy else None
            for key in due:
                await self.service._engine.submit(key)
            await asyncio.sleep(0.01)
        raise AssertionError(f"never quiet: {due}, {self.running()}")

    def running(self) -> list[str]:
        """The keys that are being worked on here, whichever engine it is."""
        engine = self.service._engine
        if isinstance(engine, ProcrastinateJobQueue):
            return [job.lock or "" for job in engine._jobs._doing.values()]
        assert isinstance(engine, InProcessJobQueue)
        return [*engine._running]

    def busy(self) -> bool:
        """Is anything being worked on?"""
        if self.running():
            return True
        if "slack" in self.ctx.chats and self.slack_chat.workspaces.at_hand()[0].listener._under_way:
            return True
        listener = self.discord_chat._connection.open_listener if "discord" in self.ctx.chats else None
        return bool(listener and listener._busy)


def unwrapped(port: object, kind: type[Implementation]) -> Implementation:
    """The implementation behind a port, whose calls are measured or not."""
    inner = port._inner if isinstance(port, InstrumentedProxy) else port
    assert isinstance(inner, kind)
    return inner
