"""Networks that talk to a scripted X through the real tweepy."""

from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import pytest
from aiohttp import web

from mutuals_x.network import XNetwork
from tests.integrations.x.scripted_x import ME, House, MakeRawPost, ScriptedX
from tests.support.x_environment import XEnvironment, close_environment, open_environment


@pytest.fixture
async def x() -> AsyncIterator[ScriptedX]:
    server = ScriptedX()
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", server.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    server.on("GET /2/users/me", {"data": {"id": ME, "username": "brand", "name": "Brand"}})
    yield server
    await runner.cleanup()


@pytest.fixture
async def house(x: ScriptedX) -> AsyncIterator[House]:
    made = House(x)
    yield made
    for network in made.built:
        with suppress(Exception):
            await network.close()


@pytest.fixture
async def network(house: House) -> XNetwork:
    return house.build()


@pytest.fixture
def raw_post() -> MakeRawPost:
    def make(post_id: int, **changes: Any) -> dict[str, Any]:
        base = {
            "id": str(post_id),
            "author_id": "77",
            "text": "@brand hello",
            "created_at": "2026-11-23T11:00:00.000Z",
            "conversation_id": str(post_id),
            "entities": {"mentions": [{"start": 0, "end": 6, "username": "brand", "id": ME}]},
            "edit_history_tweet_ids": [str(post_id)],
        }
        return {key: value for key, value in {**base, **changes}.items() if value is not None}

    return make


@pytest.fixture
async def environment() -> AsyncIterator[XEnvironment]:
    """The sandbox's X, self-serve, with a public app."""
    made = await open_environment()
    yield made
    await close_environment(made)
