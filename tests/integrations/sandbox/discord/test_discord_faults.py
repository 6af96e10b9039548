"""What goes wrong on the way: limits, errors after the commit, lost replies, sockets that drop."""

import asyncio
import json
import time
from typing import Any

import aiohttp
import discord
import pytest

from mutuals_sandbox.discord.limits import Limits
from mutuals_sandbox.faults import FaultKind
from tests.integrations.sandbox.discord.discord_world import TOKEN, WITH_BUTTON, Bot, World
from tests.support.waiting import until

POST = r"POST .*/messages$"


def channel_of(bot: Bot, world: World) -> discord.TextChannel:
    found = bot.get_channel(int(world.channel))
    assert isinstance(found, discord.TextChannel)
    return found


async def test_with_a_nonce_an_error_after_the_commit_gives_one_copy(world: World) -> None:
    world.faults.plan(FaultKind.ERROR_AFTER, POST)

    async with world.bot() as bot:
        message = await channel_of(bot, world).send("Alert", nonce="alert-1")

    assert [m["id"] for m in world.messages()] == [str(message.id)]
    assert world.faults.struck[0][0] is FaultKind.ERROR_AFTER


async def test_without_a_nonce_trying_again_after_the_same_error_gives_two_copies(world: World) -> None:
    world.faults.plan(FaultKind.ERROR_AFTER, POST, status=502)

    statuses = [
        (await world.call("POST", f"/channels/{world.channel}/messages", {"content": "Alert"}))[0]
        for _ in range(2)
    ]

    assert statuses == [502, 200]
    assert len(world.messages()) == 2


async def test_a_lost_reply_leaves_the_message_and_the_nonce_finds_it_again(world: World) -> None:
    world.faults.plan(FaultKind.LOST_REPLY, POST)

    async with world.bot() as bot:
        with pytest.raises(aiohttp.ClientError):
            await channel_of(bot, world).send("Alert", nonce="alert-1")
        message = await channel_of(bot, world).send("Alert", nonce="alert-1")

    assert [m["id"] for m in world.messages()] == [str(message.id)]


async def test_a_nonce_is_forgotten_after_some_minutes(world: World) -> None:
    body = {"content": "a", "nonce": "1", "enforce_nonce": True}
    first = await world.post(body)
    same = await world.post({**body, "content": "b"})
    not_enforced = await world.post({**body, "enforce_nonce": False})
    world.clock.ahead = 10 * 60
    later = await world.post(body)

    assert same["id"] == first["id"]
    assert len({first["id"], not_enforced["id"], later["id"]}) == 3


async def test_a_planned_429_is_waited_for(world: World) -> None:
    async with world.bot() as bot:
        world.faults.plan(FaultKind.RATE_LIMITED, POST, seconds=0.3)
        began = time.monotonic()
        await channel_of(bot, world).send("Alert")

    assert time.monotonic() - began >= 0.3
    assert len(world.messages()) == 1


async def test_a_sixth_message_within_five_seconds_is_refused_and_other_channels_are_free(
    world: World,
) -> None:
    path = f"/channels/{world.channel}/messages"
    answers = [await world.call("POST", path, {"content": "a"}) for _ in range(6)]
    other = world.server.add_channel("other")

    assert [status for status, _, _ in answers] == [200] * 5 + [429]
    assert [headers["X-RateLimit-Remaining"] for _, _, headers in answers] == ["4", "3", "2", "1", "0", "0"]
    _, body, headers = answers[-1]
    assert (body["global"], body["message"]) == (False, "You are being rate limited.")
    assert 0 < body["retry_after"] <= 5
    assert int(headers["Retry-After"]) - 1 < body["retry_after"] <= int(headers["Retry-After"])
    assert {"Via", "X-RateLimit-Bucket", "X-RateLimit-Reset-After", "X-RateLimit-Scope"} <= set(headers)
    assert (await world.call("POST", f"/channels/{other}/messages", {"content": "a"}))[0] == 200


def test_over_fifty_requests_a_second_the_whole_bot_is_limited_but_not_its_answers_to_clicks() -> None:
    limits = Limits()
    verdicts = [limits.check("GET", f"/{n}", "", counts_globally=True) for n in range(51)]
    answer = limits.check("POST", "/interactions", "", counts_globally=False)

    assert [verdict.wait > 0 for verdict in verdicts] == [False] * 50 + [True]
    assert verdicts[-1].everywhere
    assert verdicts[-1].headers["X-RateLimit-Global"] == "true"
    assert answer.wait == 0


async def test_after_a_dropped_socket_the_bot_resumes_and_hears_what_it_missed(world: World) -> None:
    heard: list[str] = []
    resumed = asyncio.Event()

    async def on_interaction(interaction: discord.Interaction) -> None:
        heard.append(str(interaction.data and interaction.data.get("custom_id")))
        await interaction.response.defer()

    async def on_resumed() -> None:
        resumed.set()

    async with world.bot() as bot:
        bot.event(on_interaction)
        bot.event(on_resumed)
        message = await world.post(WITH_BUTTON)
        world.server.drop_sockets()
        assert world.server.sessions == 0
        answer = await world.server.press(world.ana, message["id"], "go")
        await asyncio.wait_for(resumed.wait(), 20)

    assert (answer.acknowledged, answer.kind) == (True, 6)
    assert heard == ["go"]


async def test_a_lost_session_is_begun_anew(world: World) -> None:
    identified = 0

    async with world.bot() as bot:

        async def on_ready() -> None:
            nonlocal identified
            identified += 1

        bot.event(on_ready)
        before = bot.ws.session_id
        world.server.drop_sockets(resumable=False)
        await until(lambda: identified and world.server.sessions == 1, 15)

        assert bot.ws.session_id != before


async def test_a_bot_that_is_asked_to_reconnect_resumes_its_session(world: World) -> None:
    resumed = asyncio.Event()

    async def on_resumed() -> None:
        resumed.set()

    async with world.bot() as bot:
        bot.event(on_resumed)
        before = bot.ws.session_id
        world.server.gateway.ask_reconnect()
        await asyncio.wait_for(resumed.wait(), 20)

        assert bot.ws.session_id == before
        assert world.server.sessions == 1


async def test_what_is_sent_is_recorded_as_it_was(world: World) -> None:
    await world.post(WITH_BUTTON)

    lines = [json.loads(line) for line in (world.folder / "index.jsonl").read_text().splitlines()]
    assert [(line["method"], line["path"]) for line in lines] == [
        ("POST", f"/channels/{world.channel}/messages")
    ]
    assert json.loads((world.folder / lines[0]["file"]).read_text()) == WITH_BUTTON


class Wire:
    """A bare gateway connection."""

    def __init__(self, ws: aiohttp.ClientWebSocketResponse) -> None:
        self.ws = ws

    async def say(self, op: int, data: Any = None) -> None:
        await self.ws.send_json({"op": op, "d": data})

    async def hear(self) -> dict[str, Any]:
        frame: dict[str, Any] = await self.ws.receive_json(timeout=5)
        return frame


@pytest.mark.parametrize(
    ("op", "data", "code"),
    [
        (2, {"token": "wrong", "intents": 1}, 4004),
        (6, {"token": "wrong", "session_id": "x", "seq": 1}, 4004),
        (2, {"token": TOKEN, "intents": 1 << 15}, 4014),
        (2, {"token": TOKEN, "intents": 1 << 40}, 4013),
        (3, {"status": "online"}, 4003),
        (99, None, 4001),
    ],
)
async def test_the_gateway_closes_with_the_code_of_the_mistake(
    world: World, op: int, data: Any, code: int
) -> None:
    async with aiohttp.ClientSession() as session, session.ws_connect(world.server.gateway_url) as ws:
        wire = Wire(ws)
        assert (await wire.hear())["op"] == 10
        await wire.say(op, data)
        await ws.receive(timeout=5)
        assert ws.close_code == code


async def test_messages_are_heard_only_by_who_asked_and_strangers_words_are_kept_back(
    world: World,
) -> None:
    async with aiohttp.ClientSession() as session:
        wires = []
        for intents in (1, 1 | 1 << 9):
            wire = Wire(await session.ws_connect(world.server.gateway_url))
            await wire.hear()
            await wire.say(2, {"token": TOKEN, "intents": intents})
            assert [(await wire.hear())["t"] for _ in range(2)] == ["READY", "GUILD_CREATE"]
            wires.append(wire)
        world.server.say(world.ana, world.channel, "private words")
        world.server.say(world.ana, world.channel, f"<@{world.server.bot_id}> hello")
        await world.post({"content": "own words"})
        world.server.add_role("end")

        quiet = await wires[0].hear()
        loud = [await wires[1].hear() for _ in range(4)]
        await wires[1].say(1, 5)
        beat = await wires[1].hear()

    assert quiet["t"] == "GUILD_ROLE_CREATE"
    assert [frame["t"] for frame in loud] == ["MESSAGE_CREATE"] * 3 + ["GUILD_ROLE_CREATE"]
    assert [frame["d"]["content"] for frame in loud[:3]] == [
        "",
        f"<@{world.server.bot_id}> hello",
        "own words",
    ]
    assert beat == {"op": 11, "d": None}
