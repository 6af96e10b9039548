"""Who may use a page on this machine, over a real socket."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web

from mutuals.pages.server import PageServer

FORM = {"a": "b"}


@pytest.fixture
async def server() -> AsyncIterator[PageServer]:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(text="ours")

    async def broken(_request: web.Request) -> web.Response:
        raise RuntimeError("nobody foresaw this")

    made = PageServer(
        [web.get("/", answer), web.post("/", answer), web.get("/broken", broken)], [web.get("/open", answer)]
    )
    await made.start()
    yield made
    await made.stop()


async def ask(
    server: PageServer, path: str, method: str = "GET", **headers: str
) -> tuple[int, str, aiohttp.ClientResponse]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with aiohttp.ClientSession() as session:
        data = FORM if method == "POST" else None
        async with session.request(method, server.origin + path, headers=named, data=data) as response:
            return response.status, await response.text(), response


async def test_whoever_has_the_whole_address_is_let_in_and_others_are_told_why_not(server: PageServer):
    assert (await ask(server, f"/{server.key}/"))[:2] == (200, "ours")

    for path in ("/", "/wrong/", f"/{server.key[:-1]}/", f"/{server.key}x/", "/static/pages.css", "/%ff%fe/"):
        status, said, _ = await ask(server, path)

        assert status == 403
        assert "the whole address" in said


async def test_a_name_that_was_bent_to_this_machine_is_refused(server: PageServer):
    status, said, _ = await ask(server, f"/{server.key}/", Host="evil.example")

    assert (status, "127.0.0.1" in said) == (403, True)


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:1"}, {"Sec_Fetch_Site": "cross-site"},
     {"Sec_Fetch_Site": "same-site"}],
)  # fmt: skip
async def test_another_site_or_another_port_of_this_machine_can_change_nothing(
    server: PageServer, headers: dict[str, str]
):
    status, said, _ = await ask(server, f"/{server.key}/", "POST", **headers)

    assert (status, said) == (403, "Another site tried to use this page. Nothing was done.\n")


async def test_our_own_page_can_post(server: PageServer):
    status, said, _ = await ask(
        server, f"/{server.key}/", "POST", Origin=server.origin, Sec_Fetch_Site="same-origin"
    )

    assert (status, said) == (200, "ours")


async def test_each_answer_forbids_requests_elsewhere_frames_and_caches(server: PageServer):
    for path in (
        f"/{server.key}/",
        "/wrong",
        f"/{server.key}/static/pages.css",
        f"/{server.key}/nowhere",
        "/open",
    ):
        _, _, answer = await ask(server, path)

        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_two_runs_have_two_keys(server: PageServer):
    assert server.key != PageServer([]).key
    assert len(server.key) >= 32


async def test_what_nobody_foresaw_is_said_and_not_shown(server: PageServer):
    status, said, _ = await ask(server, f"/{server.key}/broken")

    assert (status, "nobody foresaw" in said, "on our side" in said) == (500, False, True)
