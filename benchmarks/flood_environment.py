"""An environment for floods: the real service, X, Slack and Discord in one hurried loop, and a count at the far side."""

import asyncio
import itertools
import os
import random
import re
import shutil
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

from discord.gateway import DiscordWebSocket
from discord.http import Route
from fault_speed import workplace
from hurry import HurriedClock
from service_variables import service_variables

from mutuals.alerting.rate_limiter import RateLimiter
from mutuals.alerting.reconciler import DeliveryReconciler
from mutuals.domain import language
from mutuals.domain.model import Category, PeriodicTask
from mutuals.service import app
from mutuals.service.bootstrap import Settings
from mutuals_sandbox.discord.server import DiscordServer
from mutuals_sandbox.faults import FaultKind, Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack.server import SlackServer
from mutuals_sandbox.world import World
from mutuals_sandbox.x.server import XServer

HANDLE = re.compile(r"@(cust\d{5})")
THINGS = ("lid", "handle", "cable", "base", "spout", "filter", "whistle", "gasket", "hinge", "switch", "lamp",
          "box", "manual", "scale", "thermostat", "plug", "stand", "strainer", "mug", "grinder")  # fmt: skip
ADJECTIVES = ("copper", "blue", "green", "steel", "glass", "small", "large", "old", "new", "matte")
# By urgency, the most pressing first: what people write, and how many of a hundred do.
KINDS = (
    (0, 10, "@kettleco the {} of {} broke and it is on fire, this is dangerous, somebody got hurt"),
    (1, 45, "@kettleco {} of {} arrived broken, this is unacceptable"),
    (2, 30, "@kettleco when will {} of {} be back in stock?"),
    (3, 15, "@kettleco please add a longer {} to {}"),
)
CLASSES = (Category.COMPLAINT, Category.COMPLAINT, Category.QUESTION, Category.CONCERN)
RANK_OF_A_BUNDLE = 1  # a bundle is told with the complaints
OVERLOAD = 120.0  # seconds between two moments in which a chat refuses whatever comes
A_LOOK = 500  # posts between two looks: X gives the 800 newest mentions


@dataclass
class Counted:
    """What one chat held in the end."""

    own: int = 0
    bundled: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Message:
    """A message of the service: whom it names, and its place in the channel."""

    names: tuple[str, ...]
    text: str


@contextmanager
def the_process(variables: dict[str, str], pace: RateLimiter) -> Iterator[None]:
    """What is one for the whole process, put back afterwards: settings, addresses, the courier's pace."""
    before, api, gateway = dict(os.environ), Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    sweep = app.SWEEP_SECONDS
    os.environ.update(variables)
    vars(app)["DeliveryReconciler"] = partial(DeliveryReconciler, pace=pace)
    app.SWEEP_SECONDS = 0.1  # APScheduler counts the machine's seconds
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = api, gateway
        vars(app)["DeliveryReconciler"], app.SWEEP_SECONDS = DeliveryReconciler, sweep


class FloodEnvironment:
    """So many people wait to be told of when the chats open, each channel taking one message a second."""

    def __init__(
        self, waiting: int, *, bundled: bool, pace: RateLimiter, overload: bool, seed: int = 1
    ) -> None:
        self.waiting, self.pace, self.overload = waiting, pace, overload
        self.folder = workplace()
        self.clock = HurriedClock()
        self.dice = random.Random(seed)
        self.world = World(self.clock.now)
        old = self.clock.now() - timedelta(days=900)
        self.brand = self.world.add_user("kettleco", "Kettle Co", created_at=old)
        self.world.brand_id, self.world.team_ids = self.brand.id, [self.brand.id]
        self.slack_faults, self.discord_faults = Faults(), Faults()
        self.x = XServer(self.world, faults=Faults(), recorder=Recorder(), limits_scale=1000.0)
        self.slack = SlackServer(
            bot_token="xoxb-1-flood", app_token="xapp-1-flood", signing_secret="flood",
            faults=self.slack_faults, recorder=Recorder(), per_channel_per_second=1.0,
            clock=self.clock.timestamp,
        )  # fmt: skip
        self.discord = DiscordServer(
            bot_token="discord-flood", faults=self.discord_faults, recorder=Recorder(),
            clock=self.clock.timestamp, seconds=self.clock.seconds,
        )  # fmt: skip
        self.care, self.discord_care = self.slack.add_channel("care"), self.discord.add_channel("care")
        self.ana, self.ben = self.slack.add_user("Ana"), self.discord.add_member("Ben")
        self.bundle_from = "4" if bundled else "0"
        self.rank: dict[str, int] = {}  # handle -> urgency

    async def run(self) -> dict[str, Any]:
        """Let the flood come, open the chats, wait until nothing is left to send, and count."""
        for server in (self.x, self.slack, self.discord):
            await server.start()
        try:
            with the_process(self._variables(), self.pace):
                return await self._with_service()
        finally:
            for server in (self.slack, self.discord, self.x):
                await server.stop()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _variables(self) -> dict[str, str]:
        servers, channels = (self.x, self.slack, self.discord), (self.care, self.discord_care)
        more = {"DAILY_DOLLARS": "1000", "BUNDLE_FROM": self.bundle_from}
        return service_variables("flood", self.folder, self.brand.id, servers, channels, **more)

    async def _with_service(self) -> dict[str, Any]:
        service = await app.Service.build(Settings.read(), self.clock)
        stop = asyncio.Event()
        running = asyncio.create_task(service.run(stop))
        try:
            await _until(lambda: service.ctx.ready == {"slack", "discord"} and service.began)
            service.ctx.ready.clear()  # from here on as if neither chat were connected
            await self._flood(service)
            began, refused = self.clock.seconds(), self._refused()
            service.ctx.ready.update(("slack", "discord"))
            troubles = asyncio.create_task(self._overload())
            await self._delivered(service)
            troubles.cancel()
            return self._figures(self.clock.seconds() - began, self._refused() - refused)
        finally:
            stop.set()
            await running

    async def _flood(self, service: app.Service) -> None:
        """Everybody writes, in any order of urgency; the service reads and judges it."""
        brand_id = f"x{self.brand.id}"
        for number, (rank, text) in enumerate(self._texts()):
            handle = f"cust{number:05}"
            who = self.world.add_user(
                handle, handle.title(), created_at=self.clock.now() - timedelta(days=400)
            )
            self.world.post(who.id, text, at=self.clock.now() - timedelta(hours=5))
            self.rank[handle] = rank
            if (number + 1) % A_LOOK == 0 or number + 1 == self.waiting:
                async with service.ctx.store.transaction(brand_id) as tx:
                    await tx.tasks.plan(PeriodicTask.POLL, self.clock.now())
                await service._engine.submit(f"{PeriodicTask.POLL}/{brand_id}")  # noqa: SLF001
                await _until(lambda: not service._engine._running)  # type: ignore[attr-defined]  # noqa: SLF001
        await _until(lambda: self._told(service, brand_id), again=0.5)

    async def _told(self, service: app.Service, brand_id: str) -> bool:
        async with service.ctx.store.transaction(brand_id) as tx:
            return not await tx.cases.due(self.clock.now(), 1)

    def _texts(self) -> list[tuple[int, str]]:
        """Distinct posts, as many of each kind as its share; only such as are read as the kind they are meant to be."""
        found: list[tuple[int, str]] = []
        for (rank, share, words), category in zip(KINDS, CLASSES, strict=True):
            wanted = self.waiting - len(found) if rank == KINDS[-1][0] else self.waiting * share // 100
            numbers = itertools.count()
            while wanted > 0:
                number = next(numbers)
                thing = f"{ADJECTIVES[number % 10]} {THINGS[number // 10 % 20]}"
                text = words.format(thing, f"set {number * 7919 % 99991}")
                reading = language.read(text)
                if reading.category is category and bool(reading.flags) == (rank == 0):
                    found.append((rank, text))
                    wanted -= 1
        self.dice.shuffle(found)
        return found

    async def _overload(self) -> None:
        """Now and then each chat refuses several calls in a row for reasons of its own."""
        while self.overload:
            for faults in (self.slack_faults, self.discord_faults):
                faults.plan(FaultKind.RATE_LIMITED, r"POST .*(postMessage|/messages)$", times=7, seconds=1.0)
            await asyncio.sleep(OVERLOAD)

    async def _delivered(self, service: app.Service) -> None:
        async def nothing_left() -> bool:
            due = await service.ctx.store.due(self.clock.now() + timedelta(minutes=1))
            return not any(key.startswith("deliver/") for key in due)

        await _until(nothing_left, again=1.0)

    def _refused(self) -> int:
        planned = len(self.slack_faults.struck) + len(self.discord_faults.struck)
        return self.slack.limits.refused + self.discord.limits.refused + planned

    # --- counting --------------------------------------------------------------------------

    def _figures(self, seconds: float, refused: int) -> dict[str, Any]:
        chats = [self.count(messages) for messages in (self.in_slack(), self.in_discord())]
        missing = {one for chat in chats for one in (*chat.lost, *chat.doubled)}
        return {
            "waiting": self.waiting,
            "arrived": self.waiting - len(missing),
            "own_messages": min(chat.own for chat in chats),
            "in_bundles": max(chat.bundled for chat in chats),
            "lost": sum(len(chat.lost) for chat in chats),
            "doubled": sum(len(chat.doubled) for chat in chats),
            "out_of_order": sum(len(chat.out_of_order) for chat in chats),
            "refused_429": refused,
            "seconds": round(seconds),
        }

    def count(self, messages: list[Message]) -> Counted:
        """Who is named by how many messages, and which message came after one that was less urgent."""
        counted, latest = Counted(), 0
        told: Counter[str] = Counter(name for one in messages for name in one.names)
        for one in messages:
            rank = self.rank[one.names[0]] if len(one.names) == 1 else RANK_OF_A_BUNDLE
            counted.own += len(one.names) == 1
            counted.bundled += len(one.names) if len(one.names) > 1 else 0
            if rank < latest:
                counted.out_of_order.append(one.text[:80])
            latest = max(latest, rank)
        counted.lost = [one for one in self.rank if not told[one]]
        counted.doubled = [one for one in self.rank if told[one] > 1]
        return counted

    def in_slack(self) -> list[Message]:
        """The channel's messages, oldest first."""
        found = self.slack.snapshot(self.ana)["channels"]
        messages = next(one["messages"] for one in found if one["id"] == self.care)
        return _named(sorted(messages, key=lambda one: float(one["ts"])), "blocks")

    def in_discord(self) -> list[Message]:
        """The channel's messages, oldest first."""
        found = self.discord.snapshot(self.ben)["channels"]
        messages = next(one["messages"] for one in found if one["id"] == self.discord_care)
        return _named(sorted(messages, key=lambda one: int(one["id"])), "components")


def _named(messages: list[dict[str, Any]], key: str) -> list[Message]:
    texts = [str(one.get(key)) for one in messages]
    named = [Message(tuple(dict.fromkeys(HANDLE.findall(text))), text) for text in texts]
    return [one for one in named if one.names]


async def _until(seen: Callable[[], Any], *, again: float = 0.05) -> None:
    """Wait, by the hurried clock."""
    while True:
        found = seen()
        if await found if isinstance(found, Awaitable) else found:
            return
        await asyncio.sleep(again)
