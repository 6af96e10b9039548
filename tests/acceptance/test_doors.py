"""The doors to the network of the whole service: what they let in, what they never do, and where it never goes."""

import base64
import hashlib
import hmac
import json
import socket
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from mutuals.cards.markup import Intent
from mutuals.domain.model import PeriodicTask
from mutuals_sandbox.x import objects
from tests.acceptance.house import House, Open
from tests.support.present import present
from tests.support.waiting import until

CONSUMER = "consumer-secret"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def event(house: House, uuid: str, account: str, text: str = "hi") -> bytes:
    """As X words it: Ana has mentioned an account."""
    written = {"id": "1", "author_id": house.person("ana").id, "text": text}
    post = {**written, "created_at": house.clock.now().isoformat()}
    told = {"event_type": "post.mention.create", "filter": {"user_id": account}, "payload": post}
    return json.dumps({"data": {"event_uuid": uuid, **told}}).encode()


async def push(url: str, body: bytes) -> int:
    mac = base64.b64encode(hmac.new(CONSUMER.encode(), body, hashlib.sha256).digest()).decode()
    headers = {"x-twitter-webhooks-signature": f"sha256={mac}"}
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{url}/x/webhook", data=body, headers=headers) as answer,
    ):
        return answer.status


async def with_doors(open_house: Open) -> tuple[House, str]:
    address = f"127.0.0.1:{free_port()}"
    house = await open_house(HTTP_ADDRESS=address, X_WEBHOOK_SECRET=CONSUMER)
    return house, f"http://{address}"


@pytest.mark.smoke
async def test_a_complaint_that_x_pushes_is_told_without_being_read_again_and_only_once(open_house: Open):
    house, url = await with_doors(open_house)
    text, before = (
        "@kettleco my kettle is broken, this is unacceptable",
        house.x.meter.units.get("owned_read"),
    )

    assert await push(url, event(house, "e1", house.brand.id, text)) == 200
    await until(lambda: len(house.slack_messages()) == 1)
    assert await push(url, event(house, "e2", house.brand.id, text)) == 200
    await house.quiet()

    assert len(await house.alerts()) == 1
    assert house.x.meter.units.get("owned_read") == before


async def test_a_push_about_an_account_that_nobody_watches_is_ignored(open_house: Open):
    house, url = await with_doors(open_house)

    assert await push(url, event(house, "e1", "987654321", "@kettleco broken, unacceptable")) == 200
    await house.quiet()
    assert await house.alerts() == []


@pytest.mark.smoke
async def test_no_get_and_no_head_on_any_path_changes_anything(open_house: Open):
    house, url = await with_doors(open_house)
    house.person("ana")
    house.write("ana", "@kettleco my kettle is broken, this is unacceptable")
    await house.look()
    before = house.everything_shown(), await house.alerts(), await house.read(lambda tx: tx.counts())
    app = present(house.service._web._runner).app
    routes = {present(route.resource).canonical for route in app.router.routes()}
    asked = {"crc_token": "abc", "payload": "{}", "command": "/mutuals", "text": "stop"}
    async with aiohttp.ClientSession() as http:
        for path in sorted(routes | {"/slack/events", "/", "/x/webhook"}):
            for method in ("GET", "HEAD", "OPTIONS"):
                async with http.request(method, f"{url}{path}", params=asked) as answer:
                    assert answer.status in {200, 400, 401, 404, 405, 503}, (method, path)
    await house.quiet()

    assert {"/health", "/ready", "/x/webhook"} <= routes
    assert (
        house.everything_shown(),
        await house.alerts(),
        await house.read(lambda tx: tx.counts()),
    ) == before


async def test_nothing_that_strangers_write_is_ever_fetched(house: House, monkeypatch: pytest.MonkeyPatch):
    called: list[str] = []

    async def note(request: web.Request) -> web.Response:
        called.append(str(request.url))
        return web.Response(text="ok")

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", note)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    house.after.append(runner.cleanup)
    bait = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with aiohttp.ClientSession() as http, http.get(f"{bait}/is-it-on"):
        assert called.pop()

    shown: dict[str, Any] = {"name": f"{bait}/name", "bio": f"see {bait}/bio"}
    monkeypatch.setattr(objects, "AVATAR", f"{bait}/face.png")
    house.person("ana", **shown)
    house.make_loyal("fay", **shown)
    house.write("ana", f"@kettleco my kettle is broken, unacceptable, see {bait}/photo.jpg <{bait}/x|y>")
    await house.look()
    alert = await house.open_alert("ana")
    await house.press(house.ben, alert, Intent.WHY)
    await house.reply(house.ana, alert, f"Sorry! We read {bait}/answer")
    await house.send_anyway(house.ana, alert, f"Sorry! We read {bait}/answer")
    for words in ("queue", "fans", "complaints"):
        await house.command(house.ben, words)
    await house.do(PeriodicTask.RECHECK)
    await house.later(hours=24)
    await house.do(PeriodicTask.DIGEST)

    assert house.said_by_brand()
    assert called == []
