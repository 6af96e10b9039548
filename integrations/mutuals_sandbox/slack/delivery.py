"""Bringing what people did to the app: over a socket, or as a signed request to its URL."""

import hashlib
import hmac
import json
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import aiohttp

from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack.sockets import ACK_SECONDS, Ack, Sockets


@dataclass(frozen=True)
class Answer:
    """What became of an act in Slack.

    `acked` says whether the app acknowledged within three seconds, after `seconds`; `payload` is what it
    sent along. `error` is what Slack would show: operation_timeout, dispatch_failed, or why the act was
    not possible. `outcome` says what happened to a modal: closed, updated, pushed, cleared or errors.
    `url` is where a link button leads.
    """

    acked: bool
    seconds: float
    payload: dict[str, Any] | None
    error: str | None
    outcome: str | None = None
    url: str | None = None

    @property
    def errors(self) -> dict[str, str]:
        """Complaints about a submitted modal: block id to sentence."""
        return dict((self.payload or {}).get("errors") or {})


def impossible(why: str) -> Answer:
    """An act that Slack's client does not offer; nothing was sent."""
    return Answer(acked=False, seconds=0.0, payload=None, error=why)


class Delivery:
    """Sends each act to exactly one place and waits for the acknowledgement."""

    def __init__(self, sockets: Sockets, signing_secret: str, recorder: Recorder) -> None:
        self._sockets = sockets
        self._secret = signing_secret
        self._recorder = recorder
        self._session: aiohttp.ClientSession | None = None
        self.url: str | None = None

    def start(self) -> None:
        """Get ready to send requests; needs a running loop."""
        timeout = aiohttp.ClientTimeout(total=ACK_SECONDS)
        self._session = aiohttp.ClientSession(timeout=timeout)

    async def stop(self) -> None:
        """Let the session go."""
        if self._session is not None:
            await self._session.close()

    async def send(self, kind: str, payload: dict[str, Any]) -> Answer:
        """Bring `payload` to the app; `kind` is interactive, slash_commands or events_api."""
        started = time.monotonic()
        deliver: Callable[[], Any] = lambda: self._sockets.deliver(kind, payload)  # noqa: E731
        if self.url is not None:
            deliver = lambda: self._post(kind, payload, started)  # noqa: E731
        try:
            ack: Ack | None = await deliver()
        except (OSError, aiohttp.ClientError):
            return Answer(False, time.monotonic() - started, None, "dispatch_failed")
        if ack is None:
            return Answer(False, time.monotonic() - started, None, "operation_timeout")
        if ack.payload is not None:
            self._recorder.write("slack", "ACK", kind, ack.payload)
        return Answer(True, ack.seconds, ack.payload, None)

    async def _post(self, kind: str, payload: dict[str, Any], started: float) -> Ack | None:
        """One signed request. Raises ClientError when the app refuses it or cannot be reached."""
        assert self._session is not None
        assert self.url is not None
        body, content_type = encoded(kind, payload)
        stamp = str(int(time.time()))
        headers = {
            "Content-Type": content_type,
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": signature(self._secret, stamp, body),
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        }
        try:
            async with self._session.post(self.url, data=body.encode(), headers=headers) as response:
                answer = await response.text()
                if response.status != 200:
                    raise aiohttp.ClientError(f"HTTP {response.status}")
                reply = decoded(answer, response.content_type)
        except TimeoutError:
            return None
        ack = Ack(kind, str(uuid.uuid4()), time.monotonic() - started, reply, 0)
        self._sockets.acks.append(ack)
        return ack


def encoded(kind: str, payload: dict[str, Any]) -> tuple[str, str]:
    """The body and content type of a request: JSON for events, forms for the rest."""
    if kind == "events_api":
        return json.dumps(payload), "application/json"
    fields = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return urlencode(fields), "application/x-www-form-urlencoded"


def decoded(body: str, content_type: str) -> dict[str, Any] | None:
    """What an app's HTTP answer carries: a JSON object, or plain text for a slash command."""
    if not body.strip():
        return None
    if content_type == "application/json":
        value = json.loads(body)
        return value if isinstance(value, dict) and value else None
    return {"text": body}


def signature(secret: str, stamp: str, body: str) -> str:
    """X-Slack-Signature, version 0 (docs.slack.dev/authentication/verifying-requests-from-slack)."""
    digest = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    return f"v0={digest}"
