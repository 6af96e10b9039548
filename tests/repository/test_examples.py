"""The example network and the example chat of the page for contributors work as they stand there."""

import asyncio
import re
import shutil
import sys
import tomllib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from mutuals.service import app, integrations
from mutuals.service.bootstrap import Settings, SystemClock
from tests.repository.repository import ROOT
from tests.support.waiting import until

PAGE = (ROOT / "docs" / "for-contributors.md").read_text(encoding="utf-8")
BRAND = {"id": "kettle/co", "handle": "kettleco", "name": "Kettle Co"}
MIA = {"id": "did:example:mia", "handle": "mia", "name": "Mia"}
ANA, GIL = {"id": "ana", "name": "Ana"}, {"id": "gil", "name": "Gil"}


class FarSide:
    """The board and the chat, on one loopback address."""

    def __init__(self) -> None:
        self.posts: list[dict[str, Any]] = []
        self.messages: list[dict[str, Any]] = []
        self.private: list[dict[str, Any]] = []
        self.events: list[dict[str, Any]] = []
        self.happened = asyncio.Event()
        self.url = ""

    def write(self, author: dict[str, str], text: str, answers: str | None = None) -> dict[str, Any]:
        """Somebody writes on the board."""
        answered = next((post for post in self.posts if post["id"] == answers), None)
        number = len(self.posts) + 1
        post = {
            "id": f"post:{number}", "number": number, "author": author["id"], "text": text,
            "at": datetime.now(UTC).isoformat(), "thread": answered["thread"] if answered else f"post:{number}",
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

    async def people(self, request: web.Request) -> web.Response:
        wanted = [*request.query.get("ids", "").split(","), *request.query.get("handles", "").split(",")]
        return web.json_response([one for one in (BRAND, MIA) if {one["id"], one["handle"]} & set(wanted)])

    async def read_posts(self, request: web.Request) -> web.Response:
        query = request.query
        return web.json_response([
            post for post in self.posts
            if post["number"] > int(query.get("after", 0))
            and ("author" not in query or post["author"] == query["author"])
            and ("mentions" not in query or query["mentions"] in post["mentions"])
            and ("ids" not in query or post["id"] in query["ids"].split(","))
        ])  # fmt: skip

    async def write_post(self, request: web.Request) -> web.Response:
        body = await request.json()
        return web.json_response(self.write(BRAND, body["text"], body["answers"]))

    async def post_message(self, request: web.Request) -> web.Response:
        self.messages.append(await request.json() | {"id": str(len(self.messages))})
        return web.json_response(self.messages[-1])

    async def edit_message(self, request: web.Request) -> web.Response:
        self.messages[int(request.match_info["id"])].update(await request.json())
        return web.json_response({})

    async def find_messages(self, request: web.Request) -> web.Response:
        return web.json_response([one for one in self.messages if one["key"] == request.query["key"]])

    async def tell(self, request: web.Request) -> web.Response:
        self.private.append(await request.json())
        return web.json_response({})

    async def read_events(self, request: web.Request) -> web.Response:
        after = int(request.query["after"])
        if after >= len(self.events):
            self.happened.clear()
            await self.happened.wait()
        return web.json_response(self.events[after:])

    async def start(self) -> web.AppRunner:
        served = web.Application()
        served.add_routes([
            web.get("/me", self.me), web.get("/people", self.people), web.get("/posts", self.read_posts),
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


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A package of the examples, installed as the page says: its files and its entry points."""
    package, metadata = tmp_path / "package", tmp_path / "package" / "examples-1.0.dist-info"
    metadata.mkdir(parents=True)
    files = re.findall(r"\]\((examples/\w+\.py)\)", PAGE)
    for file in dict.fromkeys(files):
        shutil.copy(ROOT / "docs" / file, package)
    snippet = next(one for one in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL) if "example_chat" in one)
    groups = tomllib.loads(snippet)["project"]["entry-points"]
    lines = [
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in one.items())
        for group, one in groups.items()
    ]
    (metadata / "entry_points.txt").write_text("\n".join(lines))
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: examples\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(str(package))
    for cached in (integrations.networks, integrations.channels):
        cached.cache_clear()
    yield
    for cached in (integrations.networks, integrations.channels):
        cached.cache_clear()
    for name in ("example_network", "example_chat"):
        sys.modules.pop(name, None)


@pytest.fixture
async def far_side(installed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FarSide]:
    """The service with the example integrations alone, on a board and a chat of this test."""
    far = FarSide()
    runner = await far.start()
    values = {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'mutuals.db'}", "SETTINGS_FILE": "", "POLL_SECONDS": "10",
        "BOARD_URL": far.url, "BOARD_TOKEN": "secret", "HUDDLE_URL": far.url, "HUDDLE_TOKEN": "secret",
        "HUDDLE_CHANNEL": "care", "HUDDLE_MEMBERS": "ana",
    }  # fmt: skip
    for name, value in values.items():
        monkeypatch.setenv(f"MUTUALS_{name}", value)
    monkeypatch.setattr(app, "SWEEP_SECONDS", 0.2)
    service = await app.Service.build(Settings.read(), SystemClock())
    stop = asyncio.Event()
    running = asyncio.create_task(service.run(stop))
    far.write(MIA, "@kettleco my kettle arrived broken and nobody answers, this is unacceptable")
    yield far
    stop.set()
    await running
    await runner.cleanup()


async def test_a_mention_of_the_example_network_becomes_an_alert_in_the_example_chat_that_is_answered_there(
    far_side: FarSide,
):
    alert = await until(lambda: next((one for one in far_side.messages if one.get("alert")), None))
    press = partial(far_side.happen, alert=alert["alert"])

    assert "arrived broken" in " ".join(alert["lines"])
    press(GIL, "press", do="claim")
    refused = await until(lambda: next((one for one in far_side.private if one["person"] == "gil"), None))
    assert "not allowed" in " ".join(refused["lines"])

    press(ANA, "press", do="claim")
    await until(lambda: "Ana" in " ".join(far_side.messages[0]["lines"]))
    press(ANA, "press", do="reply")
    form = (await until(lambda: next((one for one in far_side.private if "form" in one), None)))["form"]
    assert form["limit"] == 500
    press(ANA, "submit", do="reply", text="We are sorry. A new one is on its way.")

    await until(lambda: "Replied" in " ".join(far_side.messages[0]["lines"]))
    assert [(post["text"], post["answers"]) for post in far_side.posts if post["author"] == BRAND["id"]] == [
        ("We are sorry. A new one is on its way.", "post:1")
    ]
    assert len(far_side.messages) == 1


async def test_a_command_of_the_example_chat_is_answered_in_private(far_side: FarSide):
    await until(lambda: far_side.messages)
    far_side.happen(ANA, "command", name="status", words="", channel="care")

    told = await until(lambda: next((one for one in far_side.private if one["person"] == "ana"), None))
    assert "Board" in " ".join(told["lines"])
