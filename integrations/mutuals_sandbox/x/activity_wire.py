"""The two ways in which X's activity events travel: an answer that never ends, and calls to a webhook."""

import asyncio
import base64
import hashlib
import hmac
import json
import secrets
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
from aiohttp import web

from mutuals_sandbox.x import problems
from mutuals_sandbox.x.activity import Activity, Delivery, OpenStream
from mutuals_sandbox.x.objects import stamp
from mutuals_sandbox.x.state import Answer, Call, Endpoint, State, admit
from mutuals_sandbox.x.writes import json_body

CONNECTIONS = 2  # of an app (docs.x.com rate limits)
MOST_BACKFILL = 5  # minutes
PATIENCE = 10.0  # seconds for a webhook's answer
REPLAYED = timedelta(hours=24)
SIGNATURE = "x-twitter-webhooks-signature"


class ActivityWire:
    """Serves the stream and calls the webhooks of one app."""

    def __init__(self, state: State, consumer_secret: str) -> None:
        self.activity = Activity(state, self._deliver)
        self._state, self._secret = state, consumer_secret
        self.webhooks: dict[str, dict[str, Any]] = {}
        self.answers: list[int] = []  # what our deliveries were answered with; 0: nothing came
        self.replays_allowed = True
        self._calls: set[asyncio.Task[None]] = set()

    def endpoints(self) -> tuple[Endpoint, ...]:
        """What answers with JSON."""
        one, read = self.activity, ("tweet.read",)
        path = "activity/subscriptions"
        return (
            Endpoint("POST", path, path, read, one.create),
            Endpoint("GET", path, path, read, one.listed),
            Endpoint("PUT", f"{path}/{{id}}", path, read, one.change),
            Endpoint("DELETE", f"{path}/{{id}}", path, read, one.delete),
            Endpoint("POST", "webhooks/replay", "webhooks/replay", read, self._replay),
            Endpoint("POST", "webhooks", "webhooks", read, self._register),
            Endpoint("GET", "webhooks", "webhooks", read, self._registered),
            Endpoint("PUT", "webhooks/{id}", "webhooks", read, self._check_again),
            Endpoint("DELETE", "webhooks/{id}", "webhooks", read, self._unregister),
        )

    # --- the stream ---

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """GET /2/activity/stream, with the app's own token."""
        endpoint = Endpoint("GET", "activity/stream", "activity/stream", (), self.activity.listed)
        try:
            call = admit(self._state, endpoint, request)
            if call.reader_id is not None:
                raise problems.forbidden("Authenticating with OAuth 2.0 User Context is forbidden here.")
            allowance = self._state.limits.count("activity/stream", None)
            if allowance.exceeded:
                raise problems.rate_limited()
            self._state.admit_payment(reads_posts=True)
            minutes = self._backfill(request)
            if len(self.activity.streams) >= CONNECTIONS:
                raise problems.plain(429, "ConnectionException", "This stream is at its most connections.")
        except problems.Problem as problem:
            return problem.response()
        return await self._answer(request, minutes)

    def _backfill(self, request: web.Request) -> int:
        given = request.query.get("backfill_minutes", "0")
        allowed = given.isdigit() and int(given) <= MOST_BACKFILL
        if not allowed or (int(given) and self.activity.faults.refuse_backfill):
            raise problems.bad_parameter("backfill_minutes", given, "backfill_minutes is not allowed")
        return int(given)

    async def _answer(self, request: web.Request, minutes: int) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Type": "application/json"})
        line = OpenStream()
        await answer.prepare(request)
        self.activity.streams.append(line)
        if minutes:
            self.activity.backlog(line, minutes)
        with suppress(ConnectionError, asyncio.CancelledError):
            await self._write(answer, line)
        self.activity.streams.remove(line)
        if request.transport is not None:
            request.transport.abort()
        return answer

    async def _write(self, answer: web.StreamResponse, line: OpenStream) -> None:
        await answer.write(b"\r\n")
        while True:
            try:
                said = await asyncio.wait_for(line.lines.get(), self.activity.keep_alive)
            except TimeoutError:
                if not self.activity.faults.silent:
                    await answer.write(b"\r\n")
                continue
            if said is None:
                return
            await answer.write(said)

    # --- webhooks ---

    async def _register(self, state: State, call: Call) -> Answer:
        body = await json_body(call, frozenset({"url"}))
        url = body.get("url")
        if not isinstance(url, str) or not url.startswith("http"):
            raise problems.bad_parameter("url", str(url), "url is not valid")
        if any(one["url"] == url for one in self.webhooks.values()):
            raise problems.plain(400, "DuplicateWebhook", "A webhook with this url already exists.")
        if not await self._challenge(url):
            raise problems.plain(
                400, "CrcValidationFailed", "Crc response token does not match, or no answer."
            )
        made: dict[str, Any] = {
            "id": self.activity.next_id(),
            "url": url,
            "valid": True,
            "created_at": stamp(state.world.clock()),
        }
        self.webhooks[made["id"]] = made
        return {"data": made}

    async def _registered(self, _state: State, _call: Call) -> Answer:
        found = list(self.webhooks.values())
        return {"data": found, "meta": {"result_count": len(found)}}

    async def _check_again(self, _state: State, call: Call) -> Answer:
        one = self._webhook(call)
        one["valid"] = await self._challenge(one["url"])
        return {"data": {"valid": one["valid"]}}

    async def _unregister(self, _state: State, call: Call) -> Answer:
        del self.webhooks[self._webhook(call)["id"]]
        return {"data": {"deleted": True}}

    def _webhook(self, call: Call) -> dict[str, Any]:
        found = self.webhooks.get(call.request.match_info["id"])
        if found is None:
            raise problems.plain(404, "Not Found", "There is no such webhook.")
        return found

    async def _replay(self, state: State, call: Call) -> Answer:
        body = await json_body(call, frozenset({"webhook_id", "from_date", "to_date"}))
        if not self.replays_allowed:
            raise problems.not_enrolled(state.client_id)
        now = state.world.clock()
        try:
            begins, ends = (
                datetime.strptime(str(body[name]), "%Y%m%d%H%M").replace(tzinfo=UTC)
                for name in ("from_date", "to_date")
            )
        except (KeyError, ValueError):
            raise problems.bad_parameter("from_date", str(body), "dates are YYYYMMDDHHMM") from None
        if begins < now - REPLAYED or ends > now or ends <= begins:
            raise problems.bad_parameter("from_date", str(body["from_date"]), "out of range")
        for one in self.activity.history:
            if begins <= one.at < ends + timedelta(minutes=1) and one.webhook_id == body["webhook_id"]:
                again = {**one.body, "meta": {"replay": True}}
                self._deliver(Delivery(one.at, again, one.webhook_id))
        return {"data": {"job_id": self.activity.next_id(), "created_at": stamp(now)}}

    def _deliver(self, delivery: Delivery) -> None:
        webhook = self.webhooks.get(delivery.webhook_id or "")
        if webhook is None or not webhook["valid"]:
            return
        task = asyncio.ensure_future(self._post(webhook["url"], json.dumps(delivery.body).encode()))
        self._calls.add(task)
        task.add_done_callback(self._calls.discard)

    async def _post(self, url: str, raw: bytes) -> None:
        status = 0
        headers = {SIGNATURE: self._signed(raw), "Content-Type": "application/json"}
        with suppress(aiohttp.ClientError, TimeoutError):
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE)) as http,
                http.post(url, data=raw, headers=headers) as answer,
            ):
                status = answer.status
        self.answers.append(status)

    async def _challenge(self, url: str) -> bool:
        token = secrets.token_urlsafe(24)
        with suppress(aiohttp.ClientError, TimeoutError, ValueError):
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE)) as http,
                http.get(url, params={"crc_token": token, "nonce": secrets.token_hex(8)}) as answer,
            ):
                found = json.loads(await answer.text())
                return bool(found.get("response_token") == self._signed(token.encode()))
        return False

    def _signed(self, raw: bytes) -> str:
        digest = hmac.new(self._secret.encode(), raw, hashlib.sha256).digest()
        return f"sha256={base64.b64encode(digest).decode()}"

    async def close(self) -> None:
        """End what is under way."""
        for stream in list(self.activity.streams):
            stream.cut()
        for task in list(self._calls):
            task.cancel()
        await asyncio.gather(*self._calls, return_exceptions=True)
