"""X's webhook over real sockets: it proves itself, believes only X, and hands over what X tells before it answers."""

import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from pydantic import SecretStr

from mutuals.domain.errors import TryAgain
from mutuals.ports.events import NetworkEvent, PostWritten
from mutuals.testing.clock import FixedClock
from mutuals_x import integration
from mutuals_x.settings import XSettings
from mutuals_x.webhook import MOST_BYTES, PATH

SECRET = "consumer-secret"


def signed(body: bytes, secret: str = SECRET) -> str:
    return "sha256=" + base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()


@dataclass
class Webhook:
    """The webhook at an address, and what it passed on."""

    clock: FixedClock
    url: str = ""
    taken: list[NetworkEvent] = field(default_factory=list)
    trouble: Exception | None = None

    async def take(self, events: Sequence[NetworkEvent]) -> None:
        if self.trouble:
            raise self.trouble
        self.taken += events

    def event(self, age: timedelta = timedelta(), **changes: Any) -> bytes:
        post = {
            "id": "1",
            "author_id": "9",
            "text": "@acme?",
            "created_at": (self.clock.now() - age).isoformat(),
        }
        data = {
            "event_uuid": "e1",
            "filter": {"user_id": "7"},
            "event_type": "post.mention.create",
            "payload": post,
        }
        return json.dumps({"data": data | changes}).encode()

    async def post(self, body: bytes, signature: str | None = None) -> int:
        headers = {"x-twitter-webhooks-signature": signed(body) if signature is None else signature}
        async with aiohttp.ClientSession() as http, http.post(self.url, data=body, headers=headers) as answer:
            return answer.status

    async def challenge(self, token: str, method: str = "GET") -> tuple[int, str]:
        async with (
            aiohttp.ClientSession() as http,
            http.request(method, self.url, params={"crc_token": token}) as answer,
        ):
            return answer.status, await answer.text()


@pytest.fixture
async def webhook() -> AsyncIterator[Webhook]:
    one = Webhook(FixedClock())
    mountable = integration.listener(XSettings(webhook_secret=SecretStr(SECRET)), one.clock, one.take)
    assert mountable is not None
    app = web.Application()
    mountable.mount(app)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    one.url = f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}"
    yield one
    await runner.cleanup()


def test_nothing_listens_to_x_without_the_secret():
    assert integration.listener(XSettings(), FixedClock(), Webhook(FixedClock()).take) is None


async def test_x_gets_the_answer_to_its_challenge_and_nothing_happens(webhook: Webhook):
    status, text = await webhook.challenge("abc123")

    assert (status, json.loads(text)) == (200, {"response_token": signed(b"abc123")})
    assert webhook.taken == []


async def test_the_challenge_signs_nothing_that_could_be_a_delivery(webhook: Webhook):
    forged = webhook.event()
    for token in (forged.decode(), "{}", "", "a" * 256, "é"):
        assert (await webhook.challenge(token))[0] == 400
    assert (await webhook.challenge("abc123", "HEAD"))[0] == 405


async def test_a_signed_event_is_handed_over_with_the_post_that_it_carries(webhook: Webhook):
    assert await webhook.post(webhook.event()) == 200

    assert [(one.account_id, one.name) for one in webhook.taken] == [("7", "e1")]
    body = webhook.taken[0].body
    assert isinstance(body, PostWritten)
    assert (body.post.id, body.post.text, body.post.mentions) == ("1", "@acme?", ("7",))


async def test_several_events_in_one_delivery_are_handed_over_together(webhook: Webhook):
    one = json.loads(webhook.event())["data"]
    assert await webhook.post(json.dumps({"data": [one, one | {"event_uuid": "e2"}]}).encode()) == 200

    assert [event.name for event in webhook.taken] == ["e1", "e2"]


@pytest.mark.parametrize("signature", ["", "sha256=", "é", signed(b"{}"), signed(b"", "other")])
async def test_a_forged_event_is_refused(webhook: Webhook, signature: str):
    assert await webhook.post(webhook.event(), signature) == 401
    assert webhook.taken == []


async def test_an_event_that_x_replays_hours_later_is_taken(webhook: Webhook):
    assert await webhook.post(webhook.event(timedelta(hours=20), meta={"replay": True})) == 200
    assert [one.name for one in webhook.taken] == ["e1"]


async def test_an_event_of_a_kind_that_we_do_not_know_is_answered_and_left(webhook: Webhook):
    assert await webhook.post(webhook.event(event_type="profile.update.bio", payload={})) == 200
    assert webhook.taken == []


async def test_a_body_too_large_for_an_event_is_refused_before_it_is_read(webhook: Webhook):
    assert await webhook.post(b" " * (MOST_BYTES + 1)) == 413
    assert webhook.taken == []


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"[" * 100_000, b"\xff"])
async def test_a_signed_body_that_is_no_event_is_told_so(webhook: Webhook, body: bytes):
    assert await webhook.post(body) == 400


async def test_an_event_about_nobody_is_taken_and_forgotten(webhook: Webhook):
    assert await webhook.post(webhook.event(filter={"keyword": "acme"})) == 200
    assert webhook.taken == []


async def test_x_is_asked_to_come_again_when_the_database_does_not_answer(webhook: Webhook):
    webhook.trouble = TryAgain("The database does not answer.")

    assert await webhook.post(webhook.event()) == 503
