"""The sockets and the three seconds: drops, refreshes, several connections, and HTTP mode instead."""

import asyncio

import aiohttp
import pytest
from aiohttp import web as http
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from mutuals_sandbox.slack import SlackServer
from tests.integrations.sandbox.slack.conftest import Bolt
from tests.support.waiting import until

BLOCKS = [
    {
        "type": "actions",
        "elements": [
            {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}, "value": "1"}
        ],
    }
]


async def posted(web: AsyncWebClient, channel: str) -> str:
    return str((await web.chat_postMessage(channel=channel, text="x", blocks=BLOCKS))["ts"])


def listen(app: AsyncApp, heard: list[str], name: str = "app", delay: float = 0.0) -> None:
    @app.action("go")
    async def go(ack: AsyncAck) -> None:
        await asyncio.sleep(delay)
        await ack()
        heard.append(name)


async def test_several_sockets_share_the_clicks_and_each_click_goes_to_one(
    slack: SlackServer, web: AsyncWebClient, bolt: Bolt, ana: str, channel: str
):
    heard: list[str] = []
    for name in ("one", "two"):
        app = bolt.new_app()
        listen(app, heard, name)
        await bolt.connect(app)
    ts = await posted(web, channel)
    for _ in range(4):
        assert (await slack.press(ana, channel, ts, "go")).acked

    assert slack.connections == 2
    assert sorted(heard) == ["one", "one", "two", "two"]
    assert len(slack.acks) == 4


async def test_a_refresh_moves_the_app_to_a_new_socket_and_loses_nothing(
    slack: SlackServer, web: AsyncWebClient, bolt: Bolt, ana: str, channel: str
):
    heard: list[str] = []
    listen(bolt.app, heard)
    handler = await bolt.connect()
    ts = await posted(web, channel)
    old = handler.client.current_session
    assert old is not None
    await slack.refresh_sockets()
    await until(lambda: handler.client.current_session is not old and slack.connections)
    await until(lambda: old.closed and slack.connections == 1)

    assert (await slack.press(ana, channel, ts, "go")).acked
    assert heard == ["app"]


async def test_after_a_dropped_socket_the_app_comes_back_by_itself(
    slack: SlackServer, web: AsyncWebClient, bolt: Bolt, ana: str, channel: str
):
    heard: list[str] = []
    listen(bolt.app, heard)
    await bolt.connect(ping_interval=2)
    ts = await posted(web, channel)
    slack.drop_sockets()
    await until(lambda: slack.connections == 0)
    lost = await slack.press(ana, channel, ts, "go")
    await until(lambda: slack.connections == 1, seconds=10)
    await until(lambda: bolt.handlers[0].client.current_session is not None)

    assert lost.error == "dispatch_failed"
    assert (await slack.press(ana, channel, ts, "go")).acked
    assert heard == ["app"]


@pytest.mark.long
async def test_a_late_acknowledgement_is_a_timeout_for_the_person_and_is_sent_to_another_socket(
    slack: SlackServer, web: AsyncWebClient, bolt: Bolt, ana: str, channel: str
):
    heard: list[str] = []
    slow, quick = bolt.new_app(), bolt.new_app()
    listen(slow, heard, "slow", delay=4.5)
    listen(quick, heard, "quick")
    await bolt.connect(slow)
    ts = await posted(web, channel)
    press = asyncio.create_task(slack.press(ana, channel, ts, "go"))
    await asyncio.sleep(0.2)
    await bolt.connect(quick)
    answer = await press

    assert not answer.acked
    assert answer.error == "operation_timeout"
    assert answer.seconds >= 3
    assert slack.snapshot(ana)["channels"][0]["messages"][0]["warning"] == "operation_timeout"
    await until(lambda: heard)
    assert heard == ["quick"]
    await until(lambda: slack.acks)
    assert slack.acks[0].attempt == 1
    assert slack.acks[0].seconds > 3


async def test_an_eleventh_socket_is_turned_away(slack: SlackServer, web: AsyncWebClient):
    async with aiohttp.ClientSession() as session:
        reasons = []
        sockets = []
        for _ in range(11):
            answer = await web.apps_connections_open(app_token="xapp-1-sandbox")
            socket = await session.ws_connect(answer["url"])
            first = await socket.receive_json()
            reasons.append(first.get("reason", first["type"]))
            sockets.append(socket)
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(answer["url"])

    assert reasons == ["hello"] * 10 + ["too_many_websockets"]


async def test_in_http_mode_requests_are_signed_and_the_answer_is_in_the_reply(
    slack: SlackServer, web: AsyncWebClient, bolt: Bolt, ana: str, channel: str
):
    heard: list[str] = []
    listen(bolt.app, heard)

    @bolt.app.command("/mutuals")
    async def command(ack: AsyncAck, command: dict[str, str]) -> None:
        await ack(f"queue of {command['user_name']}")

    async def endpoint(request: http.Request) -> http.Response:
        return await to_aiohttp_response(await bolt.app.async_dispatch(await to_bolt_request(request)))

    server = http.Application()
    server.router.add_post("/slack/events", endpoint)
    runner = http.AppRunner(server)
    await runner.setup()
    await http.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        slack.deliver_to(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
        pressed = await slack.press(ana, channel, await posted(web, channel), "go")
        typed = await slack.slash(ana, channel, "/mutuals", "queue")
    finally:
        await runner.cleanup()
    nobody = await slack.slash(ana, channel, "/mutuals", "queue")

    assert pressed.acked
    assert heard == ["app"]
    assert typed.payload is not None
    assert typed.payload["text"] == "queue of ana"
    assert nobody.error == "dispatch_failed"


async def test_a_wrong_signing_secret_is_noticed_by_the_app(
    slack: SlackServer, web: AsyncWebClient, bolt: Bolt, ana: str, channel: str
):
    bolt.app._signing_secret = "shh"
    statuses = []

    async def endpoint(request: http.Request) -> http.Response:
        tampered = await to_bolt_request(request)
        tampered.headers["x-slack-signature"] = ["v0=0000"]
        answer = await to_aiohttp_response(await bolt.app.async_dispatch(tampered))
        statuses.append(answer.status)
        return answer

    server = http.Application()
    server.router.add_post("/", endpoint)
    runner = http.AppRunner(server)
    await runner.setup()
    await http.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        slack.deliver_to(f"http://127.0.0.1:{runner.addresses[0][1]}/")
        answer = await slack.slash(ana, channel, "/mutuals", "queue")
    finally:
        await runner.cleanup()

    assert statuses == [401]
    assert answer.error == "dispatch_failed"
