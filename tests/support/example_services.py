"""The board and the chat that the examples of the page for contributors talk to, on one loopback address."""

import asyncio
from datetime import UTC, datetime
from typing import Any, cast

from aiohttp import web
from aiohttp.typedefs import Middleware

from mutuals_sandbox.faults import Fault, Faults, Handler

BRAND = {"id": "kettle/co", "handle": "kettleco", "name": "Kettle Co"}
MIA = {"id": "did:example:mia", "handle": "mia", "name": "Mia"}
ANA, GIL = {"id": "ana", "name": "Ana"}, {"id": "gil", "name": "Gil"}


class ExampleServices:
    """Both servers, and what is on them."""

    def __init__(self) -> None:
        self.posts: list[dict[str, Any]] = []
        self.messages: list[dict[str, Any]] = []
        self.private: list[dict[str, Any]] = []
        self.events: list[dict[str, Any]] = []
        self.happened = asyncio.Event()
        self.posted = 0
        self.faults = Faults()
        self.revoked = False  # no token is taken while it is set
        self.people = [BRAND, MIA]
        self.channels = {"care", "fans"}
        self.url = ""

    def write(
        self, author: dict[str, str], text: str, answers: str | None = None, at: datetime | None = None
    ) -> dict[str, Any]:
        """Somebody writes on the board, now or `at`."""
        answered = next((post for post in self.posts if post["id"] == answers), None)
        number = self.posts[-1]["number"] + 1 if self.posts else 1
        post = {
            "id": f"post:{number}", "number": number, "author": author["id"], "text": text,
            "at": (at or datetime.now(UTC)).isoformat(), "thread": answered["thread"] if answered else f"post:{number}",
            "answers": answers, "answers_person": answered["author"] if answered else None,
            "mentions": [BRAND["id"]] if f"@{BRAND['handle']}" in text else [],
        }  # fmt: skip
        self.posts.append(post)
        return post

    def happen(self, person: dict[str, str], kind: str, **what: Any) -> None:
        """Somebody presses, sends or types something in the chat."""
        self.events.append(
            {"number": len(self.events) + 1, "type": kind, "person": person, "value": "", **what}
        )
        self.happened.set()

    async def me(self, request: web.Request) -> web.Response:
        return web.json_response(BRAND)

    def delete_post(self, post_id: str) -> None:
        """Somebody deletes a post of the board."""
        self.posts = [one for one in self.posts if one["id"] != post_id]

    def delete_message(self, message_id: str) -> None:
        """Somebody deletes a message of the chat."""
        self.messages = [one for one in self.messages if one["id"] != message_id]

    async def read_people(self, request: web.Request) -> web.Response:
        wanted = [*request.query.get("ids", "").split(","), *request.query.get("handles", "").split(",")]
        return web.json_response([one for one in self.people if {one["id"], one["handle"]} & set(wanted)])

    async def read_posts(self, request: web.Request) -> web.Response:
        query = request.query
        return web.json_response([
            post for post in self.posts
            if post["number"] > int(query.get("after", 0))
            and ("author" not in query or post["author"] == query["author"])
            and ("mentions" not in query or query["mentions"] in post["mentions"])
            and ("ids" not in query or post["id"] in query["ids"].split(","))
        ][:100])  # fmt: skip

    async def write_post(self, request: web.Request) -> web.Response:
        body = await request.json()
        if body["answers"] not in [post["id"] for post in self.posts]:
            raise web.HTTPGone
        return web.json_response(self.write(BRAND, body["text"], body["answers"]))

    async def post_message(self, request: web.Request) -> web.Response:
        body = await request.json()
        self._ensure(body["channel"])
        self.posted += 1
        self.messages.append(body | {"id": f"m{self.posted}", "at": datetime.now(UTC)})
        return web.json_response({"id": self.messages[-1]["id"]})

    async def edit_message(self, request: web.Request) -> web.Response:
        message = next((one for one in self.messages if one["id"] == request.match_info["id"]), None)
        if message is None:
            raise web.HTTPGone
        self._ensure(message["channel"])
        message.update(await request.json() | {"ping": message["ping"]})
        return web.json_response({})

    async def find_messages(self, request: web.Request) -> web.Response:
        query = request.query
        self._ensure(query["channel"])
        since = datetime.fromisoformat(query["since"])
        return web.json_response([
            {"id": one["id"]} for one in self.messages
            if (one["channel"], one["key"]) == (query["channel"], query["key"]) and one["at"] >= since
        ])  # fmt: skip

    def _ensure(self, channel: str) -> None:
        if channel not in self.channels:
            raise web.HTTPNotFound

    async def tell(self, request: web.Request) -> web.Response:
        self.private.append(await request.json())
        return web.json_response({})

    async def read_events(self, request: web.Request) -> web.Response:
        after = int(request.query["after"])
        if after >= len(self.events):
            self.happened.clear()
            await self.happened.wait()
        return web.json_response(self.events[after:])

    @web.middleware
    async def _only_with_a_token(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self.revoked:
            raise web.HTTPUnauthorized
        return await handler(request)

    async def start(self) -> web.AppRunner:
        struck = self.faults.middleware(_too_fast, _broken)
        served = web.Application(middlewares=[cast("Middleware", struck), self._only_with_a_token])
        served.add_routes([
            web.get("/me", self.me), web.get("/people", self.read_people), web.get("/posts", self.read_posts),
            web.post("/posts", self.write_post), web.post("/messages", self.post_message),
            web.put("/messages/{id}", self.edit_message), web.get("/messages", self.find_messages),
            web.post("/private", self.tell), web.get("/events", self.read_events),
        ])  # fmt: skip
        runner = web.AppRunner(served, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = site.name
        return runner


def _too_fast(fault: Fault) -> web.Response:
    return web.Response(status=429, headers={"Retry-After": f"{fault.seconds:.0f}"})


def _broken(fault: Fault) -> web.Response:
    return web.Response(status=fault.status)
