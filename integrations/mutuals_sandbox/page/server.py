"""The page's server: static files, the stream of changes, and the visitor's clicks."""

import dataclasses
import inspect
import json
from pathlib import Path
from typing import Any

from aiohttp import web

from mutuals_sandbox.discord.errors import ApiError
from mutuals_sandbox.page import customers
from mutuals_sandbox.page.actions import Body, Do, as_json, discord_actions, slack_actions, text
from mutuals_sandbox.page.guards import BODY_LIMIT, guard
from mutuals_sandbox.page.ports import (
    Cast,
    Discord,
    Explain,
    Extra,
    Outcomes,
    Slack,
    Snapshot,
    Story,
    X,
)
from mutuals_sandbox.page.stream import Hub
from mutuals_sandbox.page.timeline import timeline
from mutuals_sandbox.world import User, World

STATIC = Path(__file__).parent / "static"
SHOWN = 60  # messages of a channel, newest last
ANSWERS_SHOWN = 20  # private answers beside them, so that many presses do not push the alerts away
STOP_WITHIN = 2.0  # seconds that open streams get to end


class PageServer:
    """The page on loopback. `explain` says what the language rules make of a text; `extra` gives small facts."""

    def __init__(
        self,
        *,
        x: X,
        slack: Slack,
        discord: Discord,
        world: World,
        brand: User,
        people: Cast,
        explain: Explain | None = None,
        extra: Extra | None = None,
        story: Story | None = None,
        outcomes: Outcomes | None = None,
    ) -> None:
        self._x = x
        self._slack = slack
        self._discord = discord
        self._world = world
        self._brand = brand
        self._people = people
        self._explain = explain
        self._extra = extra
        self._story = story
        self._outcomes = outcomes
        self._hub = Hub()
        self._runner: web.AppRunner | None = None
        self._port = 0
        world.subscribe(self._hub.marker("x", "facts"))
        slack.subscribe(self._hub.marker("slack", "facts"))
        discord.subscribe(self._hub.marker("discord", "facts"))
        if story is not None:
            story.subscribe(self._hub.marker("story"))

    @property
    def url(self) -> str:
        """Where the page is, once started, without a slash at the end."""
        return f"http://127.0.0.1:{self._port}"

    async def start(self, port: int = 0) -> None:
        """Listen on loopback; 0 takes any free port. Raises OSError when the port is taken."""
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=STOP_WITHIN)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """End all streams and stop listening."""
        self._hub.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[guard], client_max_size=BODY_LIMIT)
        app.router.add_get("/", self._page)
        app.router.add_get("/config", self._config)
        app.router.add_get("/events", self._events)
        app.router.add_static("/static/", STATIC)
        doors: dict[str, Do] = {"/explain": self._explained}
        doors |= {f"/slack/{name}": do for name, do in slack_actions(self._slack, self._people).items()}
        doors |= {f"/discord/{name}": do for name, do in discord_actions(self._discord, self._people).items()}
        doors |= {"/x/post": self._post, "/x/follow": self._follow, "/x/delete": self._delete}
        doors |= {"/x/outcome": self._outcome, "/story": self._tell}
        for path, do in doors.items():
            app.router.add_post(path, _door(do))
        return app

    async def _page(self, request: web.Request) -> web.StreamResponse:
        return web.FileResponse(STATIC / "index.html")

    async def _config(self, request: web.Request) -> web.StreamResponse:
        facts = {
            "x_url": self._x.web_url,
            "brand": {"id": self._brand.id, "handle": self._brand.handle, "name": self._brand.name},
            "people": dataclasses.asdict(self._people),
            "explains": self._explain is not None,
            "limit": customers.POST_LIMIT,
            "story": self._story is not None,
        }
        return web.json_response(facts)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        slack_id = self._chosen(request, "slack", [one.id for one in self._people.slack])
        discord_id = self._chosen(request, "discord", [one.id for one in self._people.discord])
        draws = {
            "x": lambda: timeline(self._world, self._brand),
            "slack": lambda: recent(self._slack.snapshot(slack_id)),
            "discord": lambda: recent(self._discord.snapshot(discord_id)),
            "facts": self._facts,
        }
        if self._story is not None:
            self._story.begin()
            draws["story"] = lambda: {"paused": self._story is not None and self._story.paused}
        return await self._hub.serve(request, draws)

    @staticmethod
    def _chosen(request: web.Request, chat: str, ids: list[str]) -> str:
        wanted = request.query.get(chat, ids[0])
        if wanted not in ids:
            raise web.HTTPBadRequest(reason=f"That person is not in this {chat.title()}. Reload the page.")
        return wanted

    def _facts(self) -> Snapshot:
        return dict(self._extra()) if self._extra is not None else {}

    async def _explained(self, body: Body) -> dict[str, Any]:
        text = str(body.get("text") or "").strip()
        if self._explain is None or not text:
            return {"error": None, "explanation": None}
        said = self._explain(customers.addressed(text, self._brand))
        if inspect.isawaitable(said):
            said = await said
        return {"error": None, "explanation": said}

    async def _post(self, body: Body) -> dict[str, Any]:
        post = customers.write(self._world, self._brand, body)
        handle = self._world.users[post.author_id].handle
        explained = await self._explained({"text": post.text})
        return {**explained, "post": post.id, "author": post.author_id, "handle": handle, "text": post.text}

    async def _outcome(self, body: Body) -> dict[str, Any]:
        """What the service made of a post; `outcome` is None where nobody can tell."""
        outcome = await self._outcomes.of(text(body, "post")) if self._outcomes is not None else None
        return {"error": None, "outcome": outcome}

    async def _tell(self, body: Body) -> None:
        """Hold the story, or let it go on (`on` false)."""
        who = "tour" if body.get("who") == "tour" else "visitor"
        if self._story is not None:
            (self._story.hold if body.get("on", True) else self._story.let_go)(who)

    async def _follow(self, body: Body) -> None:
        customers.follow(self._world, self._brand, body)

    async def _delete(self, body: Body) -> None:
        customers.delete(self._world, self._brand, body)


def recent(snapshot: Snapshot) -> Snapshot:
    """A chat's snapshot with only the newest messages of each channel: a page that ran all day stays quick."""
    channels = [one | {"messages": _newest(one["messages"])} for one in snapshot["channels"]]
    return snapshot | {"channels": channels}


def _newest(messages: list[Snapshot]) -> list[Snapshot]:
    """Of what everybody sees the newest, and of the private answers."""
    left = {False: SHOWN, True: ANSWERS_SHOWN}
    kept = []
    for message in reversed(messages):
        private = bool(message.get("ephemeral"))
        if left[private] > 0:
            left[private] -= 1
            kept.append(message)
    return kept[::-1]


def _door(do: Do) -> Any:
    """A handler that reads one JSON object, does it, and answers {"error": sentence or null, …}."""

    async def handle(request: web.Request) -> web.Response:
        try:
            body = await request.json()
        except json.JSONDecodeError:
            raise web.HTTPBadRequest(reason="The page sent no JSON. Reload it and try again.") from None
        if not isinstance(body, dict):
            raise web.HTTPBadRequest(reason="The page sent malformed JSON. Reload it and try again.")
        try:
            return web.json_response(as_json(await do(body)), dumps=_dumps)
        except (customers.VisitorError, ApiError) as refusal:
            return web.json_response({"error": str(refusal)}, status=422)
        except LookupError:
            return web.json_response({"error": "That is not there any more. Reload the page."}, status=422)

    return handle


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
