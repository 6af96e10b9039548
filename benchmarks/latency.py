"""How long it takes from a post on X to its alert in both chats, by push and by polling. `make bench-latency`.

The real service, a process of its own, with the real slack-bolt and discord.py, against the sandbox: X tells by its
activity stream, Slack takes one message a second in a channel with bursts of three, Discord five in five seconds. Every
post is a complaint of somebody new and has to be told, so 60 posts a minute are as many as Slack takes. They come at times
drawn evenly within each of their shares of the minute, not in step. The time of a post ends when both channels show it.
Twice: as the settings are by default, where many people with one trouble share a message, and with a message for each.

Then the same with push off and `--poll-seconds` between two looks, with few posts, so that the chats' limits do not count.
ARGS="--posts 60 --per-minute 60 --poll-posts 24 --poll-per-minute 12 --poll-seconds 10" are the defaults.
The last line of the output is one JSON object.
"""

import argparse
import asyncio
import json
import random
import shutil
import statistics
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from fault_speed import workplace
from service_variables import service_variables

from mutuals_sandbox.discord.server import DiscordServer
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.service_process import ServiceProcess
from mutuals_sandbox.slack.server import SlackServer
from mutuals_sandbox.world import World
from mutuals_sandbox.x.server import XServer

THINGS = ("kettle", "teapot", "toaster", "lamp", "grinder", "scale", "mug", "whisk", "tray", "clock")
WRONG = (
    "arrived broken, this is unacceptable",
    "leaks all over my kitchen, I am furious",
    "stopped working after a day, what a disgrace",
    "was never delivered, nobody answers me, this is a scandal",
    "burns everything I put on it, absolutely useless",
    "was charged twice to my card, I want my money back",
)
HAND_OVER = 27.0  # seconds from the open line to the poll that reads what came before it
PATIENCE = 60.0  # seconds after the last post


@dataclass
class Times:
    """When somebody wrote and when each chat showed it, by handle."""

    wrote: dict[str, float] = field(default_factory=dict)
    shown: dict[str, dict[str, float]] = field(default_factory=lambda: {"slack": {}, "discord": {}})

    def see(self, chat: str, text: str) -> None:
        """A channel as it is now."""
        now, shown = time.perf_counter(), self.shown[chat]
        for handle in self.wrote.keys() - shown.keys():
            if handle in text:
                shown[handle] = now

    def of(self, chat: str) -> list[float]:
        """From each post to its message in one chat."""
        return sorted(at - self.wrote[one] for one, at in self.shown[chat].items())

    @property
    def seconds(self) -> list[float]:
        """From each post to the later of its two messages, of those that both chats show."""
        both = self.shown["slack"].keys() & self.shown["discord"].keys()
        return sorted(max(self.shown[chat][one] for chat in self.shown) - self.wrote[one] for one in both)


class Environment:
    """One service and its three neighbours."""

    def __init__(self, seed: int) -> None:
        self.folder, self.dice, self.times = workplace(), random.Random(seed), Times()
        self.world = World(lambda: datetime.now(UTC))
        self.old = datetime.now(UTC) - timedelta(days=900)
        self.brand = self.world.add_user("kettleco", "Kettle Co", created_at=self.old)
        self.world.brand_id, self.world.team_ids = self.brand.id, [self.brand.id]
        self.x = XServer(self.world, faults=Faults(), recorder=Recorder(), limits_scale=1000.0, owned=False)
        self.slack = SlackServer(
            bot_token="xoxb-1-latency", app_token="xapp-1-latency", signing_secret="latency",
            faults=Faults(), recorder=Recorder(), per_channel_per_second=1.0,
        )  # fmt: skip
        self.discord = DiscordServer(bot_token="discord-latency", faults=Faults(), recorder=Recorder())
        self.care, self.discord_care = self.slack.add_channel("care"), self.discord.add_channel("care")
        self.ana, self.ben = self.slack.add_user("Ana"), self.discord.add_member("Ben")
        self.service = ServiceProcess({}, self.folder / "service.log")

    async def start(self, poll_seconds: float, bundle_from: int, *, push: bool) -> None:
        """Start everything; returns when X's line is open, and what came before it was read."""
        for server in (self.x, self.slack, self.discord):
            await server.start()
        self.slack.subscribe(lambda: self._look("slack"))
        self.discord.subscribe(lambda: self._look("discord"))
        more = {
            "POLL_SECONDS": str(poll_seconds),
            "DAILY_DOLLARS": "1000",
            "X_PUSH": "stream" if push else "off",
        }
        if push:
            more["X_BEARER_TOKEN"] = self.x.issue_app_token()
        servers, channels = (self.x, self.slack, self.discord), (self.care, self.discord_care)
        variables = service_variables("latency", self.folder, self.brand.id, servers, channels, **more)
        self.service = ServiceProcess(variables, self.folder / "service.log")
        await self.service.start()
        await self._until(lambda: bool(self.slack.connections and self.discord.sessions))
        if push:
            await self._until(lambda: bool(self.x.activity.streams))
            await asyncio.sleep(HAND_OVER)

    async def _until(self, seen: Any) -> None:
        async with asyncio.timeout(PATIENCE):
            while not seen():
                if not self.service.alive:
                    raise SystemExit(self.service.log_tail())
                await asyncio.sleep(0.05)

    def _look(self, chat: str) -> None:
        viewer, server, channel = (
            (self.ana, self.slack, self.care)
            if chat == "slack"
            else (self.ben, self.discord, self.discord_care)
        )
        found = server.snapshot(viewer)["channels"]
        messages = next(one["messages"] for one in found if one["id"] == channel)
        self.times.see(chat, json.dumps(messages))

    async def write(self, posts: int, per_minute: float, jitter: float) -> None:
        """People complain, one after another; returns when both chats show everything, or after a while."""
        share, began = 60 / per_minute, time.perf_counter()
        for number in range(posts):
            due = began + (number + self.dice.random() * jitter) * share
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            handle = f"cust{number:05}"
            who = self.world.add_user(handle, f"Customer {number}", created_at=self.old)
            thing, wrong = self.dice.choice(THINGS), self.dice.choice(WRONG)
            self.times.wrote[handle] = time.perf_counter()
            self.world.post(who.id, f"@kettleco my {thing} {wrong}. Order {number * 7919 % 99991}.")
        end = time.perf_counter() + PATIENCE
        while len(self.times.seconds) < posts and time.perf_counter() < end:  # noqa: ASYNC110  # two servers tell
            await asyncio.sleep(0.1)

    async def stop(self) -> None:
        """End it all."""
        await self.service.stop()
        for server in (self.slack, self.discord, self.x):
            await server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


async def measured(
    posts: int,
    per_minute: float,
    poll_seconds: float,
    *,
    push: bool,
    seed: int,
    jitter: float,
    bundle_from: int = 4,
) -> dict[str, Any]:
    """One run; the figures are in seconds."""
    environment = Environment(seed)
    try:
        await environment.start(poll_seconds, bundle_from, push=push)
        await environment.write(posts, per_minute, jitter)
        found = environment.times.seconds
        if not found:
            raise SystemExit(environment.service.log_tail(40))
        return {
            "p50": statistics.median(found),
            "p95": _p95(found),
            "most": found[-1],
            **{f"p95_{chat}": _p95(environment.times.of(chat)) for chat in ("slack", "discord")},
            "unseen": posts - len(found),
            "twice": len(environment.x.meter.twice),
            "refused": (environment.slack.limits.refused, environment.discord.limits.refused),
        }
    finally:
        await environment.stop()


def _p95(seconds: list[float]) -> float:
    return seconds[min(len(seconds) - 1, round(0.95 * len(seconds)))]


async def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--posts", type=int, default=60)
    parser.add_argument("--per-minute", type=float, default=60.0)
    parser.add_argument("--poll-posts", type=int, default=24)
    parser.add_argument("--poll-per-minute", type=float, default=12.0)
    parser.add_argument("--poll-seconds", type=float, default=10.0)
    parser.add_argument(
        "--jitter", type=float, default=1.0, help="how far out of step, of the time between two"
    )
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    push = await measured(
        asked.posts, asked.per_minute, 60.0, push=True, seed=asked.seed, jitter=asked.jitter
    )
    sys.stdout.write(f"push, {asked.posts} posts at {asked.per_minute:g} a minute: {push}\n")
    sys.stdout.flush()
    alone = await measured(
        asked.posts, asked.per_minute, 60.0, push=True, seed=asked.seed, jitter=asked.jitter, bundle_from=0
    )
    sys.stdout.write(f"push, each in a message of its own: {alone}\n")
    sys.stdout.flush()
    poll = dict.fromkeys(("p50", "p95", "unseen"), 0.0)
    if asked.poll_posts:
        poll = await measured(
            asked.poll_posts,
            asked.poll_per_minute,
            asked.poll_seconds,
            push=False,
            seed=asked.seed,
            jitter=asked.jitter,
        )
        sys.stdout.write(f"polling every {asked.poll_seconds:g} s, {asked.poll_posts} posts: {poll}\n")
    figures = {
        "push_p50_ms": round(push["p50"] * 1000),
        "push_p95_ms": round(push["p95"] * 1000),
        "push_most_ms": round(push["most"] * 1000),
        "push_alone_p50_ms": round(alone["p50"] * 1000),
        "push_alone_p95_ms": round(alone["p95"] * 1000),
        "push_posts_a_minute": asked.per_minute,
        "poll_p50_s": round(poll["p50"], 2),
        "poll_p95_s": round(poll["p95"], 2),
        "poll_interval_s": asked.poll_seconds,
        "events_paid_twice": push["twice"] + alone["twice"],
        "unseen": int(push["unseen"] + alone["unseen"] + poll["unseen"]),
    }
    sys.stdout.write(json.dumps(figures) + "\n")
    return 1 if figures["unseen"] else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
