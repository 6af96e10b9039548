"""A small environment for kills: X, Slack and Discord with a handful of people, the real service, and the final accounts.

The service is a process forked from a warm one (fault_kills). Everything that is counted is
read at the far side (what X, Slack and Discord hold) and compared with what the service's database says.
"""

import asyncio
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from fault_accounts import Accounts, Comparison
from fault_kills import ForkServer, KillingFaults, SharedClock
from fault_speed import workplace
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.exc import OperationalError

from mutuals.domain.ids import message_key
from mutuals.domain.ledger import LedgerEntry
from mutuals.domain.model import Action, ActState, Alert, AlertKind, Delivery
from mutuals.storage.repositories import mappers
from mutuals.storage.repositories.ledger import entry_of
from mutuals.storage.schema import tables
from mutuals_discord.references import nonce
from mutuals_sandbox.discord.server import DiscordServer
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack.server import SlackServer
from mutuals_sandbox.world import World
from mutuals_sandbox.x.server import XServer
from mutuals_sandbox.x.tokens import ALL_SCOPES

LEASES = 45.0  # seconds that pass while the service is down: longer than the leases of posts and acts
SETTLE_SECONDS = 40.0  # real seconds after which an environment that never comes to rest counts as failed
APART = 240.0  # seconds between two complaints: four within ten minutes would be told by one message
FANS = 15  # fewer than the twenty that may be suggested in a day
COMPLAINTS = (
    "@kettleco my kettle arrived broken, this is unacceptable",
    "@kettleco third delivery in a row that never came, where is my order?",
    "@kettleco the lid does not close and nobody answers my mails",
    "@kettleco it stopped working after two days, I want my money back",
)
PRAISE = ("love the copper one", "best tea of the week", "great colour", "a wonderful morning with it")


class Unsettled(Exception):
    """The environment did not come to rest; the sentence says what was left."""


@dataclass
class Sent:
    """A text that somebody of the team sent."""

    text: str
    alert_id: str
    acked: bool = False


@dataclass(frozen=True)
class Death:
    """How the service died: by our signal, with how many requests on their way, in the middle of what."""

    by_signal: bool
    in_flight: int
    unfinished: list[str]


class FaultEnvironment:
    """One brand, its customers, two chats, and the service between them."""

    def __init__(self, fork_server: ForkServer, accounts: Accounts, dice: random.Random) -> None:
        self.fork_server, self.accounts, self.dice = fork_server, accounts, dice
        self.folder = workplace()
        self.clock = SharedClock(self.folder / "clock")
        now = self.clock.now()
        self.world = World(self.clock.now)
        self.brand = self.world.add_user("kettleco", "Kettle Co", created_at=now - timedelta(days=900))
        self.world.brand_id, self.world.team_ids = self.brand.id, [self.brand.id]
        self.x_kill, self.slack_kill, self.discord_kill = KillingFaults(), KillingFaults(), KillingFaults()
        seconds = lambda: self.clock.now().timestamp()  # noqa: E731
        self.x = XServer(self.world, faults=self.x_kill, recorder=Recorder(), limits_scale=1000.0)
        self.x.set_tier("enterprise")
        self.slack = SlackServer(
            bot_token="xoxb-1-kill", app_token="xapp-1-kill", signing_secret="kill", faults=self.slack_kill,
            recorder=Recorder(), per_channel_per_second=0, clock=seconds,
        )  # fmt: skip
        self.discord = DiscordServer(
            bot_token="discord-kill", faults=self.discord_kill, recorder=Recorder(), clock=seconds
        )
        self.slack_care, self.discord_care = self.slack.add_channel("care"), self.discord.add_channel("care")
        role = self.discord.add_role("Care team")
        self.ana = self.slack.add_user("Ana", real_name="Ana Lindqvist")
        self.ben = self.discord.add_member("Ben Okafor", role_ids=[role])
        self.variables: dict[str, str] = {}
        self.pid: int | None = None
        self.died = asyncio.Event()
        self.deaths: list[Death] = []
        self.sign_ins = 0
        self.renewing_at_death = False  # an answer with new tokens may have been on its way
        self.expected: dict[str, AlertKind] = {}  # person id -> what must have been told
        self.almost = [self._almost_fan(number) for number in range(FANS)]
        self.sent: list[Sent] = []
        self.follows: set[str] = set()  # alerts under which Follow was pressed
        self._numbers = iter(range(1, 10_000))
        self._engine: Engine | None = None
        self._dying = asyncio.Lock()
        self._background: set[asyncio.Task[Any]] = set()

    # --- the service -----------------------------------------------------------------------

    @property
    def killers(self) -> tuple[KillingFaults, KillingFaults, KillingFaults]:
        return self.x_kill, self.slack_kill, self.discord_kill

    async def open(self) -> None:
        """Open the three services; the service itself is started by `start`."""
        for server in (self.x, self.slack, self.discord):
            await server.start()
        for killer in self.killers:
            killer.kill = self.kill
        self.sign_in()

    def sign_in(self) -> None:
        """Give the service new tokens, as an administrator does."""
        access, refresh = self.x.issue_tokens(self.brand.id, ALL_SCOPES)
        values = {
            "DATABASE_URL": f"sqlite:///{self.folder / 'mutuals.db'}",
            "SETTINGS_FILE": "",
            "POLL_SECONDS": "1",
            "DAILY_DOLLARS": "1000",
            "X_API_URL": self.x.api_url,
            "X_WEB_URL": self.x.web_url,
            "X_CLIENT_ID": "sandbox-client",
            "REPLY_DELAY_SECONDS": "0",
            "X_ACCESS_TOKEN": access,
            "X_REFRESH_TOKEN": refresh,
            "SLACK_API_URL": self.slack.api_url,
            "SLACK_BOT_TOKEN": "xoxb-1-kill",
            "SLACK_APP_TOKEN": "xapp-1-kill",
            "SLACK_CHANNEL": self.slack_care,
            "SLACK_MENTION": self.ana,
            "DISCORD_API_URL": self.discord.api_url,
            "DISCORD_GATEWAY_URL": self.discord.gateway_url,
            "DISCORD_BOT_TOKEN": "discord-kill",
            "DISCORD_CHANNEL": self.discord_care,
            "DISCORD_ROLE": "Care team",
            "DISCORD_MENTION": self.ben,
        }
        self.variables = {f"MUTUALS_{name}": value for name, value in values.items()}

    async def start(self) -> None:
        """Start the service."""
        self.died.clear()
        log = self.folder / "service.log"
        self.pid = await self.fork_server.start(self.variables, self.folder / "clock", log)

    async def kill(self, *, counted: bool = True) -> None:
        """kill -9, wait until it is gone, and count, unless nothing was meant to be going on."""
        async with self._dying:
            if self.pid is None:
                return
            pid, self.pid = self.pid, None
            with suppress(ProcessLookupError):  # the warm process has ended, and this one with it
                os.kill(pid, signal.SIGKILL)
            how = await self.fork_server.reap(pid)
            in_flight = sum(killer.in_flight for killer in self.killers)
            self.renewing_at_death |= any("oauth2/token" in line for line in self.x_kill.seen[-4:])
            self.x_kill.seen.clear()
            if counted:
                self.deaths.append(Death(how == signal.SIGKILL, in_flight, self.unfinished()))
            self.died.set()

    async def restart(self, *, after: float = LEASES) -> None:
        """Time passes while the service is down; then it is started again."""
        await self.kill(counted=False)
        self.clock.move(after)
        await self.start()

    async def close(self) -> None:
        """Everything ends."""
        await self.kill(counted=False)
        for task in self._background:
            task.cancel()
        await asyncio.gather(*self._background, return_exceptions=True)
        for server in (self.slack, self.discord, self.x):
            await server.stop()
        if self._engine is not None:
            self._engine.dispose()
        shutil.rmtree(self.folder, ignore_errors=True)

    def last_words(self, lines: int = 15) -> str:
        """The end of the service's log."""
        log = self.folder / "service.log"
        if not log.exists():
            return ""
        said = log.read_text(errors="replace").splitlines()
        return "\n".join([one for one in said if "skipped: maximum number" not in one][-lines:])

    async def attempt(self, act: Coroutine[Any, Any, Any]) -> Any:
        """Somebody does something; None when the service dies meanwhile (the chat goes on trying by itself)."""
        doing = asyncio.create_task(act)
        death = asyncio.create_task(self.died.wait())
        await asyncio.wait((doing, death), return_when=asyncio.FIRST_COMPLETED)
        death.cancel()
        if doing.done():
            return doing.result()
        self._background.add(doing)
        doing.add_done_callback(self._background.discard)
        return None

    async def see(self, what: Callable[[], Any], seconds: float = 2.0) -> Any:
        """Wait for something to be seen; None when it is not, or when the service dies."""
        limit = time.monotonic() + seconds
        while not (found := what()):
            if time.monotonic() > limit or self.died.is_set():
                return None
            await asyncio.sleep(0.01)
        return found

    # --- what customers do -----------------------------------------------------------------

    def complain(self, *, after: float = APART) -> str:
        """A new customer complains, so many seconds after whatever was before; the person's id."""
        self.clock.move(after)
        number = next(self._numbers)
        born = self.clock.now() - timedelta(days=400)
        who = self.world.add_user(f"customer{number}", f"Customer {number}", created_at=born)
        self.world.post(who.id, f"{self.dice.choice(COMPLAINTS)} ({number})")
        self.expected[who.id] = AlertKind.CARE
        return who.id

    def become_loyal(self) -> str:
        """Somebody who has spoken to the brand on four days speaks to it again; the person's id."""
        who = self.almost.pop()
        self.world.post(who, "@kettleco another wonderful morning with it")
        self.expected[who] = AlertKind.FAN
        return who

    def _almost_fan(self, number: int) -> str:
        """A follower, one post short of loyal. Later history would come too late: X gives what is new."""
        now = self.clock.now()
        born = now - timedelta(days=400)
        who = self.world.add_user(f"fan{number}", f"Fan {number}", created_at=born)
        self.world.follow(who.id, self.brand.id)
        for day in range(5, 1, -1):
            self.world.post(who.id, f"@kettleco {PRAISE[day % len(PRAISE)]}", at=now - timedelta(days=day))
        return who.id

    # --- what the database says ------------------------------------------------------------

    def read(self, query: Any) -> list[Any]:
        """Rows of the service's own database; none while it has no tables."""
        if not (self.folder / "mutuals.db").exists():
            return []
        if self._engine is None:
            self._engine = create_engine(f"sqlite:///{self.folder / 'mutuals.db'}")
        try:
            with self._engine.connect() as connection:
                return list(connection.execute(query).mappings())
        except OperationalError:
            return []

    def alerts(self) -> list[Alert]:
        """Every alert."""
        return [mappers.alert_of(row) for row in self.read(select(tables.alert))]

    def deliveries(self) -> list[Delivery]:
        """Every delivery."""
        return [mappers.delivery_of(row) for row in self.read(select(tables.delivery))]

    def actions(self) -> list[Action]:
        """Every act."""
        return [mappers.action_of(row) for row in self.read(select(tables.action))]

    def ledger(self) -> list[LedgerEntry]:
        """The ledger, in its order."""
        return [entry_of(row) for row in self.read(select(tables.ledger).order_by(tables.ledger.c.number))]

    def unfinished(self) -> list[str]:
        """What was begun and not written down when the service died: posts, acts, looks whose alerts are not told."""
        found = [f"{one.chat}:{one.subject}" for one in self.deliveries() if one.state == "sending"]
        live = (ActState.INTENT, ActState.CALLING)
        found += [f"act:{one.kind}" for one in self.actions() if one.state in live]
        told = {alert.person_id for alert in self.alerts()}
        return found + [f"look:{person}" for person in self.expected if person not in told]

    def _waiting(self) -> tuple[list[str], list[datetime]]:
        """What is still to be done, and the moments that it waits for."""
        now, left, moments = self.clock.now(), [], []
        for one in self.read(select(tables.delivery).where(tables.PENDING)):
            left.append(f"{one['channel']} {one['subject']} {one['state']} {one['error'] or ''}")
            moments += [one["next_at"]] if one["next_at"] else []
        for act in self.actions():
            if act.state in (ActState.INTENT, ActState.CALLING):
                left.append(f"act {act.kind} {act.state} {act.error or ''}")
                moments += [act.next_at] if act.next_at else []
        cases = self.read(select(tables.care_case).where(tables.care_case.c.next_at <= now))
        clocks = self.read(select(tables.alert).where(tables.alert.c.wake_at <= now))
        left += [f"case {one['id']}" for one in cases] + [f"clock of {one['id']}" for one in clocks]
        told = {alert.person_id for alert in self.alerts()}
        left += [f"no alert about {person}" for person in self.expected if person not in told]
        return left, moments

    async def settle(self, seconds: float = SETTLE_SECONDS) -> None:
        """Wait until nothing is left to do; waits of the service are jumped over. Raises Unsettled."""
        limit, quiet, idle = time.monotonic() + seconds, 0, 0
        while quiet < 3:
            left, moments = self._waiting()
            if self.pid is None:
                await self.restart()
            if self._signed_out():
                await self._sign_in_again()
            busy = any(killer.in_flight for killer in self.killers)
            ready = self.slack.connections > 0 and self.discord.sessions > 0
            quiet = quiet + 1 if not left and not busy and ready else 0
            idle = idle + 1 if left and not busy and ready else 0
            now = self.clock.now()
            later = [one for one in moments if one > now]
            if idle >= 5 and len(later) == len(left):
                self.clock.move((min(later) - now).total_seconds() + 0.05)
                idle = 0
            elif (
                idle >= 100
            ):  # three seconds: a look that X has asked to postpone has no row that says until when
                self.clock.move(60.0)
                idle = 0
            if time.monotonic() > limit:
                raise Unsettled("; ".join(left) or "the chats are not connected")
            await asyncio.sleep(0.03)

    def _signed_out(self) -> bool:
        """Have both chats been told once more that X refuses the brand's sign-in?"""
        told = [
            one.subject for one in self.deliveries() if one.subject.startswith("notice/sign_in-") and one.ref
        ]
        begun = [one for one in told if not one.startswith("notice/sign_in-over-")]
        return len(begun) >= 2 * (self.sign_ins + 1)

    async def _sign_in_again(self) -> None:
        """What the notice asks for. It is due only where the renewed token may have died with the process."""
        self.accounts.signed_in_again += 1
        self.sign_ins += 1
        if not self.renewing_at_death:
            self.accounts.wrong(
                "lost", f"{self.folder} token {self.accounts.signed_in_again}", "lost without a cause"
            )
        self.renewing_at_death = False
        self.sign_in()
        await self.restart()

    # --- what the far side holds -----------------------------------------------------------

    def shown(self) -> dict[str, list[dict[str, Any]]]:
        """Every public message of ours: key of its card -> messages. Slack by metadata, Discord by nonce."""
        found: dict[str, list[dict[str, Any]]] = {}
        for message in self.slack.space.channels[self.slack_care].messages.values():
            payload = (message.metadata or {}).get("event_payload") or {}
            raw = {"id": message.ts, "parts": message.blocks, "version": payload.get("version")}
            found.setdefault(f"slack {payload.get('key')}", []).append(raw)
        snapshot = self.discord.snapshot(self.ben)["channels"]
        places = [each for each in snapshot if self.discord_care in (each["id"], each["parent_id"])]
        for one in [message for place in places for message in place["messages"]]:
            if not one["ephemeral"]:
                raw = {"id": one["id"], "parts": one["components"], "version": None}
                found.setdefault(f"discord {one.get('nonce')}", []).append(raw)
        return found

    def key_of(self, row: Delivery) -> str:
        """How the message of a delivery is known at the far side."""
        key = message_key(row.subject, row.brand_id)
        return f"slack {key}" if row.chat == "slack" else f"discord {nonce(key, row.channel)}"

    def message_of(self, alert_id: str, channel: str) -> dict[str, Any] | None:
        """The message that shows an alert."""
        for row in self.deliveries():
            if row.subject == f"alert/{alert_id}" and row.chat == channel and row.ref is not None:
                return next((one for one in self.shown().get(self.key_of(row), ())), None)
        return None

    def on_x(self, text: str) -> int:
        """How many posts of the brand hold this text."""
        return sum(text in post.text for post in self.world.posts_of(self.brand.id))

    def compare(self, after: str) -> None:
        """Compare the far side with the database, and count what is lost or doubled."""
        Comparison(self, after).make()

    def never_rested(self, after: str, error: Unsettled) -> None:
        """Count an environment that did not come to rest, with the end of the service's log."""
        self.accounts.wrong("lost", str(self.folder), f"no rest after {after}: {error}\n{self.last_words()}")
