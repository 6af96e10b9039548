"""A team with thousands of open alerts: X, Slack and Discord on loopback, and a database that the service has filled."""

import asyncio
import logging
import os
import sqlite3
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from discord.gateway import DiscordWebSocket
from discord.http import Route
from service_variables import service_variables

from mutuals.alerting.rate_limiter import RateLimiter
from mutuals.alerting.reconciler import DeliveryReconciler
from mutuals.domain.model import PeriodicTask
from mutuals.service import app
from mutuals.service.bootstrap import Settings
from mutuals_sandbox.discord.server import DiscordServer
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.service_process import ServiceProcess
from mutuals_sandbox.slack.server import SlackServer
from mutuals_sandbox.world import World
from mutuals_sandbox.x.server import XServer

WRITES = "@kettleco the {thing} of order {number} arrived broken, this is unacceptable"
THINGS = ("lid", "handle", "cable", "base", "spout", "filter", "whistle", "gasket", "hinge", "switch")
READ_AT_ONCE = 500  # posts between two looks at X, which gives the 800 newest mentions
UNLIMITED = 1e6  # messages a second while the alerts are made: how long that takes is not measured
CARE_ROLE = "Care team"


class LimitClock:
    """The clock by which both chats count requests: a minute a look, so that no limit bites, until it is `as_it_is`."""

    def __init__(self) -> None:
        self.as_it_is = False
        self._ahead = 0.0

    def seconds(self) -> float:
        """Seconds, never fewer than before."""
        self._ahead += 0.0 if self.as_it_is else 60.0
        return time.monotonic() + self._ahead


class ChatEnvironment:
    """The three services, and as many people who complain as asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.world = World(lambda: datetime.now(UTC))
        long_ago = datetime.now(UTC) - timedelta(days=900)
        self.brand = self.world.add_user("kettleco", "Kettle Co", created_at=long_ago)
        self.world.brand_id, self.world.team_ids = self.brand.id, [self.brand.id]
        self.x = XServer(self.world, faults=Faults(), recorder=Recorder(), limits_scale=10_000.0)
        self.slack = SlackServer(
            bot_token="xoxb-1-chat", app_token="xapp-1-chat", signing_secret="chat",
            faults=Faults(), recorder=Recorder(), per_channel_per_second=1.0,
        )  # fmt: skip
        self._limits = LimitClock()
        self.slack.limits._clock = self._limits.seconds  # noqa: SLF001
        self.discord = DiscordServer(
            bot_token="discord-chat", faults=Faults(), recorder=Recorder(), seconds=self._limits.seconds
        )
        self.slack_channel, self.discord_channel = (
            self.slack.add_channel("care"),
            self.discord.add_channel("care"),
        )
        role = self.discord.add_role(CARE_ROLE)
        self.slack_people = [self.slack.add_user(f"Agent{number}") for number in range(20)]
        self.discord_people = [
            self.discord.add_member(f"Mod{number}", role_ids=[role]) for number in range(20)
        ]
        self.posts: list[str] = []  # of those who complain, oldest first
        self.service = ServiceProcess({}, folder / "service.log")

    async def start(self, waiting: int, settled: int, said: Callable[[str], None]) -> None:
        """Make the open alerts, then the newer ones that are settled, and start the service as a process of its own."""
        for server in (self.x, self.slack, self.discord):
            await server.start()
        variables = self.variables()
        os.environ.update(variables)
        before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
        vars(app)["DeliveryReconciler"] = partial(DeliveryReconciler, pace=RateLimiter(UNLIMITED, 1000))
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
        try:
            await self._fill(waiting, settled, said)
        finally:
            vars(app)["DeliveryReconciler"] = DeliveryReconciler
            Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before
        self._limits.as_it_is = True
        self.service = ServiceProcess(variables, self.folder / "service.log")
        await self.service.start()
        await until(lambda: self.slack.connections and self.discord.sessions)

    def variables(self) -> dict[str, str]:
        """What points the service here."""
        servers, channels = (self.x, self.slack, self.discord), (self.slack_channel, self.discord_channel)
        more = {"DAILY_DOLLARS": "100000", "BUNDLE_FROM": "0", "DISCORD_ROLE": CARE_ROLE}
        return service_variables("chat", self.folder, self.brand.id, servers, channels, **more)

    async def _fill(self, waiting: int, settled: int, said: Callable[[str], None]) -> None:
        service = await app.Service.build(Settings.read())
        stop = asyncio.Event()
        running = asyncio.create_task(service.run(stop))
        try:
            await until(lambda: service.ctx.ready == {"slack", "discord"} and service.began)
            for number in range(waiting + settled):
                self._complain(number)
                if (number + 1) % READ_AT_ONCE == 0 or number + 1 == waiting + settled:
                    await self._look(service)
                    said(f"{number + 1} people have written; {self.open_alerts()} alerts are open")
            for post in self.posts[waiting:]:
                self.world.post(self.brand.id, "Sorry! A new one is on its way.", in_reply_to=post)
            await self._look(service)
            await until(lambda: self.open_alerts() <= waiting)
            await until(lambda: not self.undelivered(), again=0.5)
        finally:
            stop.set()
            await running

    def _complain(self, number: int) -> None:
        born = datetime.now(UTC) - timedelta(days=400)
        who = self.world.add_user(f"cust{number:05}", f"Customer {number}", created_at=born)
        text = WRITES.format(thing=THINGS[number % len(THINGS)], number=number * 7919 % 99991)
        self.posts.append(self.world.post(who.id, text, at=datetime.now(UTC) - timedelta(hours=5)).id)

    async def _look(self, service: app.Service) -> None:
        """The service reads X now, and tells of what it has found."""
        brand_id = f"x{self.brand.id}"
        async with service.ctx.store.transaction(brand_id) as tx:
            await tx.tasks.plan(PeriodicTask.POLL, datetime.now(UTC))
        await service._engine.submit(f"{PeriodicTask.POLL}/{brand_id}")  # noqa: SLF001

        async def told() -> bool:
            async with service.ctx.store.transaction(brand_id) as tx:
                return not await tx.cases.due(datetime.now(UTC), 1)

        await until(lambda: not service._engine._running)  # type: ignore[attr-defined]  # noqa: SLF001
        await until(told, again=0.2)
        await until(lambda: not self.undelivered(), again=0.2)

    def rows(self, query: str) -> list[Any]:
        """What the database says, read from beside the service."""
        with sqlite3.connect(f"file:{self.folder / 'mutuals.db'}?mode=ro", uri=True, timeout=30) as database:
            return database.execute(query).fetchall()

    def open_alerts(self) -> int:
        """How many alerts wait, by the table."""
        return int(self.rows("select count(*) from alert where state in ('open', 'snoozed')")[0][0])

    def undelivered(self) -> int:
        """How many messages show less than they should."""
        return int(self.rows("select count(*) from delivery where shown < wanted")[0][0])

    async def stop(self) -> None:
        """End it all."""
        await self.service.stop()
        for server in (self.slack, self.discord, self.x):
            await server.stop()


async def until(seen: Callable[[], Any], *, again: float = 0.05, seconds: float = 900.0) -> None:
    """Wait until it is so. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while True:
            found = seen()
            if await found if isinstance(found, Awaitable) else found:
                return
            await asyncio.sleep(again)
