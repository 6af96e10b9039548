"""The whole house for tests: the real service on loopback sandboxes, a movable clock, and what its people do."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import aiohttp
import pytest

from mutuals.alerting.rate_limiter import RateLimiter
from mutuals.alerting.reconciler import DeliveryReconciler
from mutuals.cards.markup import Intent
from mutuals.context import Context
from mutuals.domain.model import Alert, AlertState, Case, Delivery, PeriodicTask
from mutuals.jobs.in_process import InProcessJobQueue
from mutuals.jobs.procrastinate_queue import ProcrastinateJobQueue
from mutuals.metrics.proxy import InstrumentedProxy
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.service import app
from mutuals.service.bootstrap import Settings
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from mutuals_discord.chat import DiscordChat
from mutuals_sandbox.discord import limits
from mutuals_sandbox.discord.permissions import MANAGE_GUILD
from mutuals_sandbox.discord.server import DiscordServer
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack.server import SlackServer
from mutuals_sandbox.world import Post, User, World
from mutuals_sandbox.x.server import XServer
from mutuals_slack.chat import SlackChat
from mutuals_slack.manifest import BOT_EVENTS
from tests.support.databases import sqlite_url
from tests.support.waiting import until

START = datetime.fromisoformat("2026-11-23T12:00:00+00:00")  # a Monday noon
NEVER = 21600  # seconds: the service looks by itself only once, at its start
BOT, APP = "xoxb-1111-house", "xapp-1-house"
DISCORD_TOKEN = "discord-house-token"
COMPLAINT = "@kettleco my kettle arrived broken, this is unacceptable"
QUESTION = "@kettleco when will the blue kettle be back in stock?"
LATE = (
    "@kettleco my order has not arrived, this is unacceptable",
    "@kettleco where is my order? the delivery is two weeks late and nobody answers, terrible",
    "@kettleco order still not delivered, worst service ever",
    "@kettleco your delivery never came, awful, so disappointed",
    "@kettleco still no parcel, my delivery is late again, ridiculous",
    "@kettleco horrible, the order I paid for was not delivered",
)
CONCERN = "@kettleco please add a longer cable"
WANTS_FOLLOW = "@kettleco please follow me back so I can DM you my order number"
PRAISE = ("love the copper one", "my sister is so happy with it", "best tea of the week", "great colour",
          "a wonderful morning with it", "this is my favourite shelf", "another amazing cup")  # fmt: skip


Read = TypeVar("Read")
Implementation = TypeVar("Implementation")


@dataclass(frozen=True)
class Member:
    """Somebody of the team in one of the chats."""

    chat: str
    id: str
    name: str


@dataclass
class Shown:
    """One message as people see it."""

    id: str
    text: str
    raw: dict[str, Any]
    replies: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)  # of buttons and menu entries


def strings(tree: Any, *keys: str) -> Iterator[str]:
    """Every string under one of these keys, in order."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key in keys and isinstance(value, str):
                yield value
            else:
                yield from strings(value, *keys)
    elif isinstance(tree, list):
        for one in tree:
            yield from strings(one, *keys)


def parts(tree: Any) -> Iterator[dict[str, Any]]:
    """Every JSON object inside."""
    if isinstance(tree, dict):
        yield tree
        tree = list(tree.values())
    if isinstance(tree, list):
        for one in tree:
            yield from parts(one)


class House:
    """Three services and the real Mutuals among them. Time stands still until `later`."""

    def __init__(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self._patch = tmp_path, monkeypatch
        self.database = tmp_path / "mutuals.db"
        self.address = ""  # of the service's own web server, where a test gives it one
        self.clock = FixedClock(START)
        self.skew = timedelta(0)
        self.world = World(lambda: self.clock.now() + self.skew)
        self.brand = self.world.add_user("kettleco", "Kettle Co", created_at=START - timedelta(days=900))
        self.staff = self.world.add_user("ana_private", "Ana at home")
        self.world.brand_id, self.world.team_ids = self.brand.id, [self.brand.id, self.staff.id]
        self.x_faults, self.slack_faults, self.discord_faults = Faults(), Faults(), Faults()
        seconds = lambda: self.world.clock().timestamp()  # noqa: E731
        recorder = Recorder()
        self.x = XServer(self.world, faults=self.x_faults, recorder=recorder, limits_scale=50.0)
        self.slack = SlackServer(
            bot_token=BOT, app_token=APP, signing_secret="house", faults=self.slack_faults,
            recorder=recorder, per_channel_per_second=0, clock=seconds,
        )  # fmt: skip
        self.slack.subscribed = set(BOT_EVENTS)
        self.discord = DiscordServer(
            bot_token=DISCORD_TOKEN, faults=self.discord_faults, recorder=recorder, clock=seconds
        )
        self.slack_care, self.discord_care = self.slack.add_channel("care"), self.discord.add_channel("care")
        role = self.discord.add_role("Care team")
        self.ana = Member("slack", self.slack.add_user("Ana", real_name="Ana Lindqvist"), "Ana")
        self.ben = Member("discord", self.discord.add_member("Ben Okafor", role_ids=[role]), "Ben Okafor")
        self.cleo = Member("slack", self.slack.add_user("Cleo", real_name="Cleo Brandt"), "Cleo")
        self.guest = Member("slack", self.slack.add_user("gil", guest=True), "Gil")
        self.outsider = Member("discord", self.discord.add_member("Olli"), "Olli")
        self._add_roles()
        self._service: app.Service | None = None
        self.after: list[Callable[[], Awaitable[None]]] = []  # what else to end
        self._stop = asyncio.Event()
        self._running: asyncio.Task[None] | None = None
        for route in limits.BUCKETS:  # Discord's waiting times are real seconds, and are tested elsewhere
            monkeypatch.setitem(limits.BUCKETS, route, (500, 1.0))
        # On a loopback nothing is on its way for long.
        monkeypatch.setattr("mutuals_discord.listeners.GUILD_STREAM_SECONDS", 0.05)
        monkeypatch.setattr("mutuals_slack.forms.SETTLE_SECONDS", 0.05)
        monkeypatch.setattr("mutuals_slack.forms.COUNT_SECONDS", 0.05)

    def _add_roles(self) -> None:
        """People who run the two chats, trainees, and the groups and roles that settings may name."""
        manages, learns = self.discord.add_role("Owners", MANAGE_GUILD), self.discord.add_role("Trainees")
        self.dana = Member("slack", self.slack.add_user("Dana", admin=True), "Dana")
        self.eva = Member("discord", self.discord.add_member("Eva", role_ids=[manages]), "Eva")
        self.tia = Member("slack", self.slack.add_user("Tia"), "Tia")
        self.tom = Member("discord", self.discord.add_member("Tom", role_ids=[learns]), "Tom")
        self.vic = Member("slack", self.slack.add_user("Vic"), "Vic")
        self.slack.add_usergroup("care-team", [self.ana.id, self.cleo.id])
        self.trainees = self.slack.add_usergroup("trainees", [self.tia.id])

    # --- opening and closing -------------------------------------------------------------

    async def open(self, *, expect: set[str] | None = None, **settings: str | None) -> "House":
        """Start the three services and Mutuals. Settings override the environment; None removes one.

        `expect` names the chats that will connect (all, by default).
        """
        for server in (self.x, self.slack, self.discord):
            await server.start()
        self.slack_fans, self.discord_fans = self.slack.add_channel("fans"), self.discord.add_channel("fans")
        self.access, self.refresh = self.x.issue_tokens(self.brand.id)
        if not self.database.exists():
            sqlite_url(self.folder)  # a migrated file costs a tenth of migrating one
        self.environment(**settings)
        await self.start(chats=expect)
        return self

    def environment(self, **changes: str | None) -> None:
        """Point the service at these three services."""
        values: dict[str, str | None] = {
            "DATABASE_URL": f"sqlite:///{self.database}",
            "SETTINGS_FILE": "",
            "POLL_SECONDS": str(NEVER),
            "DAILY_DOLLARS": "100",
            "X_API_URL": self.x.api_url,
            "X_WEB_URL": self.x.web_url,
            "X_CLIENT_ID": "sandbox-client",
            "X_ACCESS_TOKEN": self.access,
            "X_REFRESH_TOKEN": self.refresh,
            "SLACK_API_URL": self.slack.api_url,
            "SLACK_BOT_TOKEN": BOT,
            "SLACK_APP_TOKEN": APP,
            "SLACK_CHANNEL": self.slack_care,
            "SLACK_MENTION": self.ana.id,
            "DISCORD_API_URL": self.discord.api_url,
            "DISCORD_GATEWAY_URL": self.discord.gateway_url,
            "DISCORD_BOT_TOKEN": DISCORD_TOKEN,
            "DISCORD_CHANNEL": self.discord_care,
            "DISCORD_ROLE": "Care team",
            "DISCORD_MENTION": self.ben.id,
        }
        for name, value in (values | changes).items():
            if value is None:
                self._patch.delenv(f"MUTUALS_{name}", raising=False)
            else:
                self._patch.setenv(f"MUTUALS_{name}", value)

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
        doomed = [*engine._running.values(), *self.slack_chat._connection.listeners._under_way]
        for task in doomed:
            task.cancel()
        await asyncio.gather(*doomed, return_exceptions=True)
        await self.stop()

    async def restart(self) -> None:
        """A new service on the same database."""
        await self.stop()
        await self.start()

    def services_ahead(self, **span: float) -> None:
        """From now on the clock of X, Slack and Discord is so far ahead of ours."""
        self.skew = timedelta(**span)
        for server in (self.x, self.slack, self.discord):
            server.date_ahead = self.skew

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

    @property
    def brand_id(self) -> str:
        return f"x{self.brand.id}"

    # --- time and work -------------------------------------------------------------------

    async def look(self) -> None:
        """Look at X now, and bring both chats up to date."""
        await self.do(PeriodicTask.POLL)

    async def recheck(self) -> None:
        """Look again at what the chats quote."""
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
        if "slack" in self.ctx.chats and self.slack_chat._connection.listeners._under_way:
            return True
        listener = self.discord_chat._connection.open_listener if "discord" in self.ctx.chats else None
        return bool(listener and listener._busy)

    # --- X -------------------------------------------------------------------------------

    def person(self, handle: str, **fields: Any) -> User:
        """An account, made at the first mention; older than the spam gate asks for."""
        found = self.world.user_by_handle(handle)
        made: dict[str, Any] = {"created_at": START - timedelta(days=400), "name": handle.title(), **fields}
        return found or self.world.add_user(handle, made.pop("name"), **made)

    def write(self, handle: str, text: str, **options: Any) -> Post:
        """Somebody writes a post, now or `at`."""
        return self.world.post(self.person(handle).id, text, **options)

    def make_loyal(self, handle: str, *, days: int = 5, follows: bool = True, **fields: Any) -> User:
        """Somebody who follows the brand and has spoken to it once a day."""
        who = self.person(handle, **fields)
        if follows:
            self.world.follow(who.id, self.brand.id)
        now = self.clock.now()
        for day in range(days, 0, -1):
            self.write(handle, f"@kettleco {PRAISE[day % len(PRAISE)]}", at=now - timedelta(days=day))
        return who

    def answer(self, post: Post, text: str, **options: Any) -> Post:
        """The brand answers from a phone."""
        return self.world.post(self.brand.id, text, in_reply_to=post.id, **options)

    def said_by_brand(self) -> list[str]:
        """Everything the brand has written, newest first."""
        return [post.text for post in self.world.posts_of(self.brand.id)]

    async def on_x(self, url: str, *, as_user: User | None = None, **fields: str) -> int:
        """Open one of X's own pages and press its button, signed in as the brand or somebody else."""
        account = (as_user or self.brand).id
        async with aiohttp.ClientSession() as browser:
            async with browser.get(url) as page:
                assert page.status == 200
            query = dict(yarl_query(url))
            data = {**query, **fields, "as": account}
            async with browser.post(url.split("?")[0], data=data) as done:
                return done.status

    # --- what is remembered --------------------------------------------------------------

    async def read(self, work: Callable[[UnitOfWork], Awaitable[Read]]) -> Read:
        """Ask the store."""
        async with self.ctx.store.transaction(self.brand_id) as tx:
            return await work(tx)

    async def alert(self, handle: str) -> Alert:
        """The person's newest alert, which must be there."""
        found = await self.find_alert(handle)
        assert found is not None, f"no alert about @{handle}"
        return found

    async def find_alert(self, handle: str) -> Alert | None:
        """The person's newest alert; None where there is none."""
        person = self.world.user_by_handle(handle)
        found = [one for one in await self.alerts() if person and one.person_id == person.id]
        return max(found, key=lambda one: one.episode, default=None)

    async def alerts(self) -> list[Alert]:
        """Every alert."""
        return list(await self.read(lambda tx: tx.alerts.newest(limit=500)))

    async def open_alert(self, handle: str) -> Alert:
        """The person's alert, which must be open."""
        found = await self.alert(handle)
        assert found.state is AlertState.OPEN, found.state
        return found

    async def case(self, post: Post) -> Case:
        """The case that a post opened."""
        return (await self.read(lambda tx: tx.cases.by_ids([post.id])))[post.id]

    async def deliveries(self, subject: str) -> list[Delivery]:
        return list(await self.read(lambda tx: tx.deliveries.of(subject)))

    # --- what both chats show ------------------------------------------------------------

    def slack_messages(
        self, viewer: Member | None = None, channel: str | None = None
    ) -> list[dict[str, Any]]:
        """The alerts' channel as somebody sees it, thread replies inside their message only."""
        found = self.slack.snapshot((viewer or self.ana).id)["channels"]
        every = next(one["messages"] for one in found if one["id"] == (channel or self.slack_care))
        return [one for one in every if one["thread_ts"] in (None, one["ts"])]

    def broadcast(self) -> list[dict[str, Any]]:
        """Replies in Slack's threads that the whole channel sees."""
        found = self.slack.snapshot(self.ana.id)["channels"]
        every = next(one["messages"] for one in found if one["id"] == self.slack_care)
        return [one for one in every if one["thread_ts"] not in (None, one["ts"])]

    def discord_messages(
        self, viewer: Member | None = None, channel: str | None = None
    ) -> list[dict[str, Any]]:
        """The alerts' channel as somebody sees it."""
        found = self.discord.snapshot((viewer or self.ben).id)["channels"]
        return next(one["messages"] for one in found if one["id"] == (channel or self.discord_care))

    async def shown(self, alert: Alert) -> dict[str, Shown]:
        """How each chat shows an alert now; a chat that has not got it is missing."""
        found: dict[str, Shown] = {}
        for one in await self.deliveries(f"alert/{alert.id}"):
            if one.ref is None:
                continue
            if one.chat == "slack":
                raw = next((each for each in self.slack_messages() if each["ts"] == one.ref.id), None)
                if raw is None:
                    continue  # somebody has deleted it
                replies = [slack_text(each) for each in raw["replies"]]
                found["slack"] = as_shown(one.ref.id, raw, slack_text(raw), replies)
            else:
                every = self.discord_messages()
                raw = next((each for each in every if each["id"] == one.ref.id), None)
                if raw is None:
                    continue  # somebody has deleted it
                replies = [discord_text(each) for each in every
                           if (each.get("message_reference") or {}).get("message_id") == one.ref.id]  # fmt: skip
                found["discord"] = as_shown(one.ref.id, raw, discord_text(raw), replies)
        return found

    async def in_both(self, handle: str, *words: str) -> dict[str, Shown]:
        """The person's newest alert in both chats; every word must stand in both."""
        alert = await self.alert(handle)
        shown = await self.shown(alert)
        assert set(shown) == {"slack", "discord"}
        for word in words:
            for chat, message in shown.items():
                assert word in message.text, f"{word!r} is not in {chat}: {message.text}"
        return shown

    def channel_texts(self) -> dict[str, list[str]]:
        """Every public top-level message of both channels."""
        return {
            "slack": [slack_text(one) for one in self.slack_messages() if not one["ephemeral"]],
            "discord": [discord_text(one) for one in self.discord_messages() if not one["ephemeral"]],
        }

    def everything_shown(self) -> str:
        """Both channels as JSON, private messages of the team included."""
        seen = [self.slack.snapshot(one.id) for one in (self.ana, self.cleo, self.guest)]
        seen += [self.discord.snapshot(one.id) for one in (self.ben, self.outsider)]
        return json.dumps(seen, ensure_ascii=False)

    # --- what people do ---------------------------------------------------------------------------

    async def press(self, who: Member, alert: Alert, do: Intent, value: str = "") -> Any:
        """Press a button or a menu's entry under an alert, and let the work end."""
        answer = await self.press_only(who, alert, do, value)
        await self.quiet()
        return answer

    async def press_only(self, who: Member, alert: Alert, do: Intent, value: str = "") -> Any:
        """Press, and do not wait for more than the chat's own answer."""
        shown = (await self.shown(alert))[who.chat]
        return await self.press_in(who, shown, alert.id, do, value)

    async def press_in(self, who: Member, shown: Shown, alert_id: str, do: Intent, value: str = "") -> Any:
        """Press in this very message, as it was seen."""
        if who.chat == "slack":
            packed = f"{do.value}:{value}:{alert_id}"
            for part in parts(shown.raw["blocks"]):
                if part.get("type") == "button" and part.get("value") == packed:
                    return await self.slack.press(who.id, self.slack_care, shown.id, part["action_id"])
                if packed in [one.get("value") for one in part.get("options") or []]:
                    return await self.slack.press(
                        who.id, self.slack_care, shown.id, part["action_id"], selected_value=packed
                    )
            raise AssertionError(f"no {do} in Slack: {shown.labels}")
        custom_id = ":".join(["mutuals", do.value, alert_id, *([value] if value else [])])
        for part in parts(shown.raw["components"]):
            if part.get("type") == 2 and part.get("custom_id") == custom_id:
                return await self.discord.press(who.id, shown.id, custom_id)
            if custom_id in [one.get("value") for one in part.get("options") or []]:
                return await self.discord.press(who.id, shown.id, part["custom_id"], [custom_id])
        raise AssertionError(f"no {do} in Discord: {shown.labels}")

    async def open_form(
        self, who: Member, alert: Alert, do: Intent = Intent.REPLY, template: str | None = None
    ) -> str:
        """Press Reply or Acknowledge until the form is there; gives the text it is filled in with."""
        await self.press(who, alert, do)
        if who.chat == "discord" and do is Intent.ACKNOWLEDGE:
            menu = next(one for message in reversed(self.private(who)) for one in parts(message.raw)
                        if str(one.get("custom_id", "")).startswith("mutuals:pick:"))  # fmt: skip
            holder = next(one for one in reversed(self.private(who)) if menu in list(parts(one.raw)))
            chosen = template or menu["options"][0]["value"]
            await self.discord.press(who.id, holder.id, menu["custom_id"], [chosen])
            await self.quiet()
        return self.filled(who)

    def form(self, who: Member) -> dict[str, Any] | None:
        """The form that is open in front of somebody."""
        seen = (self.slack if who.chat == "slack" else self.discord).snapshot(who.id)
        form: dict[str, Any] | None = seen["view" if who.chat == "slack" else "modal"]
        return form

    def filled(self, who: Member) -> str:
        """What stands in the open form's field."""
        form = self.form(who)
        assert form is not None, "no form is open"
        for part in parts(form):
            if part.get("type") == "plain_text_input":
                return str(part.get("initial_value") or "")
            if part.get("type") == 4:
                return str(part.get("value") or "")
        raise AssertionError(f"no field in {json.dumps(form)[:600]}")

    async def send(self, who: Member, text: str) -> Any:
        """Fill the open form in and send it, and let the work end."""
        answer = await self.send_only(who, text)
        await self.quiet()
        return answer

    async def send_only(self, who: Member, text: str) -> Any:
        """Send the form, and do not wait for what comes of it."""
        form = self.form(who)
        assert form is not None, "no form is open"
        if who.chat == "discord":
            return await self.discord.submit_modal(who.id, {"text": text})
        block = next(
            one for one in form["blocks"] if (one.get("element") or {}).get("type") == "plain_text_input"
        )
        return await self.slack.submit_view(
            who.id, {block["block_id"]: {block["element"]["action_id"]: text}}
        )

    async def reply(self, who: Member, alert: Alert, text: str, do: Intent = Intent.REPLY) -> Any:
        """Open the form and send a text."""
        await self.open_form(who, alert, do)
        return await self.send(who, text)

    async def command(self, who: Member, words: str) -> str:
        """Type /mutuals ... and read the private answer; a window in front of the channel is closed first."""
        if who.chat == "slack" and self.form(who):
            await self.slack.close_view(who.id)
        before = len(self.private(who))
        if who.chat == "slack":
            await self.slack.slash(who.id, self.slack_care, "/mutuals", words)
        else:
            name, _, why = words.partition(" ")
            options = {} if not why else {"why": why} if name == "stop" else {"page": int(why)}
            await self.discord.slash(who.id, self.discord_care, "mutuals", options, subcommand=name)
        await self.quiet()
        await until(lambda: len(self.private(who)) > before)
        return self.private(who)[-1].text

    def private(self, who: Member) -> list[Shown]:
        """What only this person sees: private messages, and for Slack the open view."""
        if who.chat == "slack":
            found = [
                as_shown(one["ts"], one, slack_text(one))
                for top in self.slack_messages(who)
                for one in (top, *top["replies"])
                if one["ephemeral"]
            ]
            view = self.form(who)
            return found + ([as_shown("view", view, slack_text(view))] if view else [])
        return [
            as_shown(one["id"], one, discord_text(one))
            for one in self.discord_messages(who)
            if one["ephemeral"]
        ]

    def told(self, who: Member) -> str:
        """Everything said privately to this person, joined."""
        return "\n".join(one.text for one in self.private(who))

    def link(self, who: Member, part: str) -> str:
        """The newest private link that holds this."""
        for message in reversed(self.private(who)):
            for url in message.urls:
                if part in url:
                    return url
        raise AssertionError(f"no link with {part}: {self.told(who)}")


def yarl_query(url: str) -> list[tuple[str, str]]:
    """The query of an address, decoded."""
    from urllib.parse import parse_qsl, urlsplit

    return parse_qsl(urlsplit(url).query)


def slack_text(message: Any) -> str:
    """Everything a person reads in a Slack message or view, blocks only."""
    blocks = message.get("blocks") or []
    words = [
        "".join(strings(one, "text")) if one.get("type", "").startswith("rich_text_") else text
        for block in blocks
        for one in (block.get("elements") if block.get("type") == "rich_text" else [block])
        for text in [" ".join(strings(one, "text"))]
    ]
    return " ".join(words) or str(message.get("text", ""))


def discord_text(message: Any) -> str:
    """Everything a person reads in a Discord message, without the markup's backslashes."""
    words = " ".join(strings(message.get("components") or [], "content", "label"))
    plain = re.sub(r"\\(.)", r"\1", words)
    return re.sub(r"\[([^\]]*)\]\(<?[^)]*>?\)", r"\1", plain).replace("**", "")


def as_shown(message_id: str, raw: Any, text: str, replies: list[str] | None = None) -> Shown:
    """A message with the links and labels in it."""
    body = {key: raw.get(key) for key in ("blocks", "components")}
    urls = list(strings(body, "url"))
    urls += re.findall(r"https?://[^\s|>)\]]+", " ".join(strings(body, "content")))
    labels = [
        one["text"]["text"]
        for one in parts(body)
        if isinstance(one.get("text"), dict) and ("value" in one or "url" in one)
    ]
    labels += [one["label"] for one in parts(body) if "label" in one and isinstance(one["label"], str)]
    return Shown(message_id, text, raw, replies or [], urls, labels)


def unwrapped(port: object, kind: type[Implementation]) -> Implementation:
    """The implementation behind a port, whose calls are measured or not."""
    inner = port._inner if isinstance(port, InstrumentedProxy) else port
    assert isinstance(inner, kind)
    return inner


Open = Callable[..., Awaitable[House]]


async def houses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Open]:
    """For the fixture: opens one house and closes it in the end."""
    made: list[House] = []

    async def build(**settings: Any) -> House:
        made.append(House(tmp_path, monkeypatch))
        return await made[-1].open(**settings)

    yield build
    for house in made:
        await house.close()
