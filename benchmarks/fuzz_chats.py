"""The chats' side of the fuzz: what buttons carry, modals, people, commands; and Slack's requests over HTTP as they come.

Slack's requests go, signed, through the real Bolt behind a real socket to the real Interactions on a database: only Slack and
X are sandboxes. Whatever goes wrong on the way there is written to the log as an error, and that counts as unhandled.
"""

import asyncio
import json
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

import aiohttp
import discord
from aiohttp import web
from fuzz_values import Strategy, odd, texts, wrong
from hypothesis import strategies as st
from pydantic import SecretStr
from structlog.testing import capture_logs

from mutuals.actions.interactions import InteractionService
from mutuals.backtest.recorded_network import RecordedNetwork
from mutuals.backtest.recording import Stream
from mutuals.cards.markup import Intent
from mutuals.context import BrandContext, Context, FixedBrandRegistry
from mutuals.domain.ids import brand_of, kind_of, sample_key
from mutuals.domain.model import Account, Actor, Brand, Role
from mutuals.domain.policy import Policy
from mutuals.jobs.handlers import queue_of
from mutuals.ports.integration import ChatKit
from mutuals.ports.interactions import Click
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from mutuals.testing.key_values import MemoryKeyValueStore
from mutuals_discord import actions as discord_actions
from mutuals_discord import actors, modals
from mutuals_discord.channels import ChannelDirectory
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack import SlackServer
from mutuals_sandbox.slack.delivery import signature
from mutuals_slack import actions as slack_actions
from mutuals_slack import forms, listeners, views
from mutuals_slack.actors import actor_of
from mutuals_slack.connection import SlackConnection
from mutuals_slack.settings import SlackSettings
from mutuals_slack.workspaces import Workspaces

SECRET = "signing-secret"
ALERT = "x7-42-1"
BRAND = Brand("x7", "x", Account("7", "acme", "Acme"))
WHERE = views.Where(ALERT, Intent.REPLY, "C1", "1.1").packed()
PERSON = {
    "id": "U1",
    "team_id": "T1",
    "name": "ana",
    "deleted": False,
    "is_bot": False,
    "is_restricted": False,
    "is_stranger": False,
    "profile": {"display_name": "Ana", "real_name": "Ana P", "team": "T1"},
    "enterprise_user": {"teams": ["T1"]},
}
VIEW = {
    "id": "V1",
    "type": "modal",
    "callback_id": views.CALLBACK,
    "private_metadata": WHERE,
    "hash": "1.a",
    "state": {"values": {"mutuals:text:0": {views.TEXT: {"type": "plain_text_input", "value": "Hello"}}}},
}
COMMON = {
    "user": {"id": "U1", "team_id": "T1"},
    "team": {"id": "T1"},
    "api_app_id": "A1",
    "trigger_id": "1.2.3",
}


def _press(**action: Any) -> dict[str, Any]:
    where = {"type": "message", "message_ts": "1.1", "channel_id": "C1"}
    return {
        "type": "block_actions",
        **COMMON,
        "container": where,
        "channel": {"id": "C1"},
        "actions": [{"block_id": "b", "action_ts": "1.1", **action}],
    }


def _in_view(**action: Any) -> dict[str, Any]:
    pressed = _press(**action)
    return {**pressed, "container": {"type": "view", "view_id": "V1"}, "view": VIEW}


PAYLOADS = (
    _press(type="button", action_id="mutuals:dismiss", value=f"dismiss::{ALERT}"),
    _press(type="button", action_id="mutuals:reply", value=f"reply::{ALERT}"),
    _press(type="overflow", action_id="mutuals:menu", selected_option={"value": f"snooze:tomorrow:{ALERT}"}),
    _in_view(type="plain_text_input", action_id=views.TEXT, value="Hel"),
    _in_view(type="static_select", action_id=views.TEMPLATE, selected_option={"value": "sorry"}),
    {"type": "view_submission", **COMMON, "view": VIEW},
    {"type": "view_closed", **COMMON, "view": VIEW, "is_cleared": False},
)
COMMAND = {
    "command": "/mutuals",
    "text": "queue",
    "user_id": "U1",
    "team_id": "T1",
    "channel_id": "C1",
    "trigger_id": "1.2.3",
}
DONE = {200, 400, 401, 404, 413}  # a 404 is Bolt's for what nobody listens to


class Service:
    """A Interactions on a database, and Slack's HTTP mode before it. `run` gives it something to do and waits."""

    def __init__(self) -> None:
        self._count = 0
        self._folder = tempfile.TemporaryDirectory()
        self._runner = asyncio.Runner()
        # Waits that are made for people, not for the machine.
        self._before = forms.SETTLE_SECONDS, forms.COUNT_SECONDS, listeners.TAKEN_SECONDS
        forms.SETTLE_SECONDS = forms.COUNT_SECONDS = 0.0
        listeners.TAKEN_SECONDS = 0.2
        self._runner.run(self._start())

    async def _start(self) -> None:
        clock = FixedClock()
        store = await SqlStore.open(f"sqlite:///{Path(self._folder.name) / 'fuzz.db'}", clock=clock)
        await store.put_brand(BRAND)
        self._store = store

        async def submit(_key: str) -> None:
            """Nobody works here."""

        brands = FixedBrandRegistry(
            BrandContext(BRAND, RecordedNetwork(Stream(BRAND, (), {}), clock), Policy())
        )
        self.desk = InteractionService(Context(store, clock, submit, brands))
        self._slack = SlackServer(
            bot_token="xoxb", app_token="xapp", signing_secret=SECRET, faults=Faults(), recorder=Recorder(),
            per_channel_per_second=0,
        )  # fmt: skip
        await self._slack.start()
        channel, user = self._slack.add_channel("care"), self._slack.add_user("ana")
        self._names = {"C1": channel, "U1": user, "T1": self._slack.team_id}
        settings = SlackSettings(
            api_url=self._slack.api_url, bot_token=SecretStr("xoxb"), signing_secret=SecretStr(SECRET)
        )
        kit = ChatKit(MemoryKeyValueStore(), FixedClock())
        workspaces = Workspaces(settings, self.desk, kit)
        self._workspace = workspaces.at_hand()[0]
        self._connection = SlackConnection(settings, workspaces, kit)
        app = web.Application(client_max_size=1 << 20)
        self._connection.mount(app)
        self._web = runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self._url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
        self._session = aiohttp.ClientSession()

    def close(self) -> None:
        """Let go of everything, and put the waits back."""
        forms.SETTLE_SECONDS, forms.COUNT_SECONDS, listeners.TAKEN_SECONDS = self._before
        self._runner.run(self._stop())
        self._runner.close()
        self._folder.cleanup()

    async def _stop(self) -> None:
        await self._session.close()
        await self._workspace.api.close()
        await self._web.cleanup()
        await self._slack.stop()
        await self._store.close()

    def send(self, body: str) -> None:
        """Post one signed body, and wait until whatever it set going has ended."""
        self._runner.run(self._send(body))

    async def _send(self, body: str) -> None:
        for name, real in self._names.items():
            body = body.replace(f"%22{name}%22", f"%22{real}%22").replace(f"={name}&", f"={real}&")
        # What is the same to the letter is taken for a repetition, and the smallest example is tried more than once.
        self._count += 1
        body = body.replace("payload=%7B%22", f"payload=%7B%22nonce%22%3A{self._count}%2C%22", 1)
        stamp = str(int(time.time()))
        headers = {
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": signature(SECRET, stamp, body.encode(errors="replace").decode()),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        raw = body.encode(errors="replace")
        with capture_logs() as logs:
            async with self._session.post(self._url, data=raw, headers=headers) as answer:
                said = await answer.text()
            await self._workspace.listener.stop()
        assert answer.status in DONE, f"HTTP {answer.status}: {said}"
        wrong_ones = [one for one in logs if one["log_level"] in ("error", "critical")]
        if wrong_ones:
            raise RuntimeError(str({key: str(value)[:300] for key, value in wrong_ones[0].items()}))

    def on_desk(self, click: Click) -> None:
        """Whatever a button carries, the Interactions answers."""

        async def work() -> None:
            actor = click.actor
            await self.desk.press(click)
            await self.desk.open_form(click, click.value)
            await self.desk.keep_draft(click, click.value)
            self.desk.measure(click.alert_id, click.value)
            await self.desk.submit(click, click.value)
            await self.desk.command(actor, "fans", click.value, click.alert_id)

        self._runner.run(work())


_services: list[Service] = []


def service() -> Service:
    """One of them a process."""
    if not _services:
        _services.append(Service())
    return _services[0]


def close() -> None:
    """Let go of this process's service, if there is one."""
    while _services:
        _services.pop().close()


def slack_request(body: str) -> None:
    """A signed request."""
    service().send(body)


def _form(payload: Any) -> str:
    try:
        written = json.dumps(payload, allow_nan=True)
    except (ValueError, RecursionError):
        written = "[" * 5000
    return urlencode({"payload": written})


def _command(fields: Any) -> str:
    given = fields if isinstance(fields, dict) else {"text": fields}
    with_text = {
        str(k): "" if v is None else str(v)[:4000] if not isinstance(v, int) else hex(v)
        for k, v in given.items()
    }
    return urlencode(with_text, errors="replace")


def slack_pieces(payload: Any) -> None:
    """What the listeners read out of a view and a button, without the rest."""
    some = payload if isinstance(payload, dict) else {}
    view = some.get("view")
    view = view if isinstance(view, dict) else some
    views.where_of(view)
    views.typed(view)


def slack_button(packed: Any) -> None:
    """A button's value; a Refused with a sentence is fine."""
    slack_actions.unpack(packed)


def slack_person(user: Any) -> None:
    """Slack's user object."""
    for role in Role:
        assert isinstance(actor_of("U1", user, "T1", role, {Role.APPROVER: ("S1",)}), Actor)


def discord_button(custom_id: str) -> None:
    """A custom_id, there and back."""
    key = discord_actions.decode(custom_id)
    if key is not None:
        discord_actions.encode(key.verb, key.alert_id, key.value)


def discord_modal(data: Any) -> None:
    """A sent form."""
    assert isinstance(modals.submitted(data if isinstance(data, dict) else {}), str)


class Member(discord.Member):
    """A member whose roles are given, which are also all that their server has."""

    __slots__ = ("given", "guild")
    given: Any
    guild: Any

    @property
    def roles(self) -> Any:
        """The roles of this member."""
        return self.given


def discord_person(given: tuple[str, bool, list[str], int | None, int]) -> None:
    """Who acts, by the roles they hold, in a server of ours or elsewhere."""
    name, bot, names, guild_id, bits = given
    member = Member.__new__(Member)
    member._user = SimpleNamespace(id=1, bot=bot, name=name, global_name=name)  # type: ignore[assignment]  # noqa: SLF001
    member.nick = names[0] if names else None
    member.given = [SimpleNamespace(id=at, name=one, is_default=bool) for at, one in enumerate(names)]
    member.guild = SimpleNamespace(id=5, roles=member.given, get_channel=lambda _id: None)
    interaction: Any = SimpleNamespace(
        user=member, guild_id=guild_id, channel_id=bits % 3, permissions=discord.Permissions(bits)
    )
    for grants in ({}, {Role.ADMIN: tuple(names)}, {Role.MEMBER: ("@Care team", "1")}):
        for main in (frozenset({5}), frozenset()):
            places = ChannelDirectory({"#care": 1}, {1: 5}, main)
            assert isinstance(actors.actor(interaction, grants, places), Actor)


def ids(text: str) -> None:
    """What an id in a button tells."""
    brand_of(text)
    kind_of(text)
    sample_key(text)
    queue_of(text)


def desk(given: tuple[str, Intent, str, Role]) -> None:
    """A click with an id and a value that nobody of ours wrote."""
    alert_id, do, value, role = given
    service().on_desk(Click(alert_id, do, Actor("slack", "U1", "Ana", role), value))


_form_bodies: Strategy = st.one_of(
    wrong(*PAYLOADS).map(_form), wrong(COMMAND).map(_command), texts("payload=", "{}")
)
_modal = {
    "custom_id": f"mutuals:form:{ALERT}:reply",
    "components": [
        {"type": 18, "component": {"type": 4, "custom_id": "text", "value": "Hello"}},
        {"components": []},
    ],
}
_member = st.tuples(
    texts("ana"), st.booleans(), st.lists(texts("Care team", "@everyone"), max_size=3),
    st.sampled_from([None, 5, 6]), st.integers(0, 2**50),
)  # fmt: skip
_ids = texts(ALERT, "x7-bundle.9-1", "x7-post.9-0", "x7-42-1-1", "--")

PARSERS = [
    ("slack request", 4, _form_bodies, slack_request),
    ("slack view", 5, wrong(*PAYLOADS, VIEW), slack_pieces),
    ("slack button", 4, st.one_of(texts(f"reply:x:{ALERT}"), odd), slack_button),
    ("slack person", 6, wrong(PERSON), slack_person),
    ("discord button", 4, texts(f"mutuals:reply:{ALERT}", f"mutuals:form:{ALERT}:reply"), discord_button),
    ("discord modal", 5, wrong(_modal), discord_modal),
    ("discord person", 4, _member, discord_person),
    ("ids in buttons", 4, _ids, ids),
    (
        "desk",
        2,
        st.tuples(_ids, st.sampled_from(Intent), texts("tomorrow", "Hello"), st.sampled_from(Role)),
        desk,
    ),
]
