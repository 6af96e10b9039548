"""X's Activity API: subscriptions, the stream that stays open, and webhooks, with everything that can go wrong there.

docs.x.com x-api/activity and x-api/webhooks (2026-08). Others have seen live that a user's token makes the subscriptions
and is refused at the list and the stream, which want the app's; that a plan may refuse `backfill_minutes` (400); and that
the headers of a stream come with its first sign of life.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from mutuals_sandbox.world import Event
from mutuals_sandbox.x import problems
from mutuals_sandbox.x.activity_events import EVENT_TYPES, FOLLOWS, PRIVATE, told
from mutuals_sandbox.x.objects import stamp
from mutuals_sandbox.x.state import Answer, Call, State
from mutuals_sandbox.x.writes import json_body

MOST_SUBSCRIPTIONS = 1_500  # self-serve
KEEP_ALIVE = 20.0  # seconds
KEPT = timedelta(hours=24)  # what a replay reaches


@dataclass
class Subscription:
    """One kind of event of one account."""

    id: str
    event_type: str
    user_id: str
    webhook_id: str | None
    tag: str | None
    direction: str | None
    made_at: datetime

    def shown(self) -> dict[str, Any]:
        """As the API lists it."""
        kept = {"webhook_id": self.webhook_id, "tag": self.tag}
        narrowed = {"direction": self.direction} if self.direction else {}
        return {
            "subscription_id": self.id,
            "event_type": self.event_type,
            "filter": {"user_id": self.user_id, **narrowed},
            "created_at": stamp(self.made_at),
            "updated_at": stamp(self.made_at),
            **{name: value for name, value in kept.items() if value is not None},
        }


@dataclass(frozen=True)
class Delivery:
    """An event as it was delivered, or would have been."""

    at: datetime
    body: dict[str, Any]
    webhook_id: str | None
    post_id: str | None = None


@dataclass
class StreamFaults:
    """What goes wrong on the stream next; each is used up, but for `mute`, `lost` and `silent`, which last."""

    mute: bool = False  # keep-alives only: events are kept back and lost
    silent: bool = False  # not even keep-alives: the line hangs
    half_lines: int = 0  # so many events are cut in the middle, and the connection with them
    duplicates: int = 0  # so many events come twice
    hold_back: int = 0  # so many events come after the one that follows them
    refuse_backfill: bool = False  # as plans without it do
    lost_webhooks: int = 0  # so many deliveries by webhook get lost on the way


@dataclass(eq=False)
class OpenStream:
    """One connection of an app."""

    lines: "asyncio.Queue[bytes | None]" = field(default_factory=asyncio.Queue)

    def say(self, line: bytes) -> None:
        """Send a line."""
        self.lines.put_nowait(line)

    def cut(self) -> None:
        """End it."""
        self.lines.put_nowait(None)


class Activity:
    """The subscriptions of one app, and the lines by which it is told."""

    def __init__(self, state: State, deliver: Callable[[Delivery], None]) -> None:
        """`deliver` sends one event to a webhook."""
        self._state, self._deliver = state, deliver
        self.subscriptions: dict[str, Subscription] = {}
        self.streams: list[OpenStream] = []
        self.faults = StreamFaults()
        self.keep_alive = KEEP_ALIVE
        self.history: list[Delivery] = []
        self._number = 1_700_000_000_000_000_000
        self._held: list[bytes] = []
        state.world.subscribe(self._on_world)

    def next_id(self) -> str:
        """An id for a subscription, an event or a webhook."""
        self._number += 1
        return str(self._number)

    # --- subscriptions ---

    async def create(self, state: State, call: Call) -> Answer:
        """POST /2/activity/subscriptions."""
        body = await json_body(call, frozenset({"event_type", "filter", "tag", "webhook_id"}))
        event_type, wanted = body.get("event_type"), body.get("filter")
        user_id = wanted.get("user_id") if isinstance(wanted, dict) else None
        if event_type not in EVENT_TYPES or not isinstance(user_id, str):
            raise problems.bad_parameter(
                "event_type", str(event_type), "event_type or filter is not supported"
            )
        if event_type in PRIVATE and call.reader_id != user_id:
            raise problems.forbidden(
                "You are not authorized to subscribe to this user's private events. The user must authenticate your app."
            )
        direction = wanted.get("direction") if isinstance(wanted, dict) and event_type in FOLLOWS else None
        webhook_id = body.get("webhook_id")
        for one in self.subscriptions.values():
            if (one.event_type, one.user_id, one.direction) == (event_type, user_id, direction):
                raise problems.plain(
                    409, "DuplicateSubscription", "A subscription with this filter already exists."
                )
        if len(self.subscriptions) >= MOST_SUBSCRIPTIONS:
            raise problems.forbidden("You have reached the limit of subscriptions of your plan.")
        made = Subscription(
            self.next_id(), event_type, user_id, webhook_id, body.get("tag"), direction, state.world.clock()
        )
        self.subscriptions[made.id] = made
        return {
            "data": {"subscription": made.shown()},
            "meta": {"total_subscriptions": len(self.subscriptions)},
        }

    async def listed(self, _state: State, call: Call) -> Answer:
        """GET /2/activity/subscriptions: the app's own token only."""
        if call.reader_id is not None:
            raise problems.forbidden("Authenticating with OAuth 2.0 User Context is forbidden here.")
        found = [one.shown() for one in self.subscriptions.values()]
        return (
            {"data": found, "meta": {"result_count": len(found)}} if found else {"meta": {"result_count": 0}}
        )

    async def change(self, _state: State, call: Call) -> Answer:
        """PUT /2/activity/subscriptions/:id: another webhook or tag."""
        body = await json_body(call, frozenset({"tag", "webhook_id"}))
        one = self._find(call)
        one.webhook_id, one.tag = body.get("webhook_id", one.webhook_id), body.get("tag", one.tag)
        return {"data": {"subscription": one.shown()}}

    async def delete(self, _state: State, call: Call) -> Answer:
        """DELETE /2/activity/subscriptions/:id."""
        del self.subscriptions[self._find(call).id]
        return {"data": {"deleted": True}, "meta": {"total_subscriptions": len(self.subscriptions)}}

    def _find(self, call: Call) -> Subscription:
        found = self.subscriptions.get(call.request.match_info["id"])
        if found is None:
            raise problems.plain(404, "Not Found", "There is no such subscription.")
        return found

    # --- what happens ---

    def _on_world(self, event: Event) -> None:
        for account, event_type, payload, includes in told(self._state.world, event):
            self.tell(account, event_type, payload, includes)

    def revoked(self, user_id: str) -> None:
        """A person has taken the app's access back."""
        now = stamp(self._state.world.clock())
        self.tell(
            user_id,
            "oauth.revoke",
            {"user_id": user_id, "app_id": self._state.client_id, "date_time": now},
            {},
        )
        for one in [one for one in self.subscriptions.values() if one.user_id == user_id]:
            del self.subscriptions[one.id]

    def tell(self, account: str, event_type: str, payload: dict[str, Any], includes: dict[str, Any]) -> None:
        """An event of an account, to whom it was subscribed for."""
        for one in list(self.subscriptions.values()):
            if (one.event_type, one.user_id) != (event_type, account) or not _in_direction(one, payload):
                continue
            data = {
                "event_uuid": self.next_id(),
                "filter": {"user_id": account},
                "event_type": event_type,
                **({"tag": one.tag} if one.tag else {}),
                "payload": payload,
                **({"includes": includes} if includes else {}),
            }
            is_post = event_type.startswith("post.") and event_type != "post.delete"
            post_id = payload["id"] if is_post else None
            self._send(Delivery(self._state.world.clock(), {"data": data}, one.webhook_id, post_id))
            if event_type in FOLLOWS:
                self._state.meter.charge("follow_event")

    def _send(self, delivery: Delivery) -> None:
        self._forget_old()
        self.history.append(delivery)
        if delivery.webhook_id is not None:
            if self.faults.lost_webhooks:
                self.faults.lost_webhooks -= 1
            else:
                self._charge(delivery)
                self._deliver(delivery)
        if self.streams and not self.faults.mute and not self.faults.silent:
            self._charge(delivery)
            for stream in self.streams:
                self._over(stream, delivery)

    def _charge(self, delivery: Delivery) -> None:
        if delivery.post_id is not None:
            self._state.meter.told(delivery.post_id)

    def _forget_old(self) -> None:
        since = self._state.world.clock() - KEPT
        while self.history and self.history[0].at < since:
            self.history.pop(0)

    def _over(self, stream: OpenStream, delivery: Delivery) -> None:
        line = json.dumps(delivery.body, ensure_ascii=False).encode() + b"\r\n"
        if self.faults.half_lines:
            self.faults.half_lines -= 1
            stream.say(line[: len(line) // 2])
            stream.cut()
        elif self.faults.hold_back:
            self.faults.hold_back -= 1
            self._held.append(line)
        else:
            stream.say(line)
            if self.faults.duplicates:
                self.faults.duplicates -= 1
                stream.say(line)
            while self._held:
                stream.say(self._held.pop())

    # --- the stream ---

    def backlog(self, stream: OpenStream, minutes: int) -> None:
        """Say again what happened in these last minutes: also what was delivered."""
        since = self._state.world.clock() - timedelta(minutes=minutes)
        for delivery in self.history:
            if delivery.at >= since:
                self._charge(delivery)
                stream.say(json.dumps(delivery.body).encode() + b"\r\n")

    def disconnect(self, title: str | None = None) -> None:
        """End every connection, with an error in words if there is a title."""
        for stream in list(self.streams):
            if title is not None:
                error = {
                    "title": title, "type": f"{problems.PROBLEMS}operational-disconnect",
                    "disconnect_type": "OperationalDisconnect", "detail": "This stream has been disconnected.",
                }  # fmt: skip
                stream.say(json.dumps({"errors": [error]}).encode() + b"\r\n")
            stream.cut()


def _in_direction(one: Subscription, payload: dict[str, Any]) -> bool:
    if one.direction is None:
        return True
    source = str(payload["source"]["data"]["id"])
    return (one.direction == "outbound") == (source == one.user_id)
