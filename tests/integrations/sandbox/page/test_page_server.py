"""The page's server: only this machine's own page may use it, and each click reaches the right service."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.integrations.sandbox.page.page_stage import Stage
from tests.support.present import present
from tests.support.waiting import until


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def post(
    http: aiohttp.ClientSession, stage: Stage, path: str, **body: Any
) -> tuple[int, dict[str, Any]]:
    async with http.post(stage.page.url + path, json=body) as response:
        return response.status, await response.json()


async def events(http: aiohttp.ClientSession, stage: Stage, count: int, query: str = "") -> dict[str, Any]:
    """The last snapshot of each pane among the first `count` events."""
    seen: dict[str, Any] = {}
    async with http.get(f"{stage.page.url}/events?{query}") as response:
        name = ""
        async for line in response.content:
            if line.startswith(b"event: "):
                name = line[7:].strip().decode()
            elif line.startswith(b"data: "):
                seen[name] = json.loads(line[6:])
                count -= 1
            if count == 0:
                break
    return seen


async def test_the_page_and_everything_it_loads_come_from_this_machine(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    async with http.get(stage.page.url) as response:
        text, policy = await response.text(), response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "https://" not in text
    for name in ("app.js", "slack_blocks.js", "discord_components.js", "base.css"):
        async with http.get(f"{stage.page.url}/static/{name}") as response:
            body = await response.text()
        assert response.status == 200
        assert "innerHTML" not in body
        assert "@import" not in body


async def test_another_site_can_neither_click_nor_read(stage: Stage, http: aiohttp.ClientSession) -> None:
    url = f"{stage.page.url}/x/post"
    body = {"author": stage.customers[0].id, "text": "hello"}
    before = len(stage.world.posts)
    async with http.post(url, json=body, headers={"Origin": "https://evil.example"}) as foreign:
        assert foreign.status == 403
        assert "Nothing was done" in (await foreign.json())["error"]
    async with http.post(url, json=body, headers={"Sec-Fetch-Site": "cross-site"}) as foreign:
        assert foreign.status == 403
    async with http.post(url, data=json.dumps(body), headers={"Content-Type": "text/plain"}) as simple:
        assert simple.status == 415
    async with http.get(f"{stage.page.url}/config", headers={"Host": "evil.example"}) as rebound:
        assert rebound.status == 403
    assert len(stage.world.posts) == before


async def test_our_own_page_may_post(stage: Stage, http: aiohttp.ClientSession) -> None:
    body = {"author": stage.customers[0].id, "text": "hello"}
    async with http.post(f"{stage.page.url}/x/post", json=body, headers={"Origin": stage.page.url}) as own:
        assert (await own.json())["error"] is None


async def test_huge_or_malformed_bodies_are_refused_with_a_sentence(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    status, answer = await post(http, stage, "/x/post", text="x" * 100_000)
    assert status == 413
    assert answer["error"]
    for raw in ("{", "[]", '"text"'):
        headers = {"Content-Type": "application/json"}
        async with http.post(f"{stage.page.url}/slack/press", data=raw, headers=headers) as response:
            assert response.status == 400
            assert "Reload" in (await response.json())["error"]


async def test_nobody_can_act_as_a_person_who_is_not_offered(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    stranger = stage.slack.add_user("mallory")
    status, answer = await post(
        http, stage, "/slack/slash", user=stranger, channel=stage.care, command="/mutuals", text="queue"
    )
    assert (status, stage.told.slack) == (422, [])
    assert "Choose one" in answer["error"]


async def test_a_post_as_a_new_customer_is_addressed_to_the_brand_and_explained(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    status, answer = await post(http, stage, "/x/post", name="Zoë von Tür", text="my order is late")
    written = stage.world.posts[answer["post"]]
    assert status == 200
    assert written.text == "@fernweh_bikes my order is late"
    assert stage.world.users[written.author_id].name == "Zoë von Tür"
    assert answer["explanation"] == {"class": "complaint", "score": 0.9, "cues": ["says “late”"]}
    _, again = await post(http, stage, "/x/post", name="Zoë von Tür", text="and again")
    assert again["handle"] != answer["handle"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"text": "  "}, "empty"),
        ({"text": "hi"}, "give the new one a name"),
        ({"text": "hi", "author": "1"}, "does not exist"),
        ({"text": "x" * 300, "name": "Ida"}, "Shorten it"),
    ],
)
async def test_a_post_that_cannot_be_says_what_to_change(
    stage: Stage, http: aiohttp.ClientSession, body: dict[str, str], says: str
) -> None:
    before = len(stage.world.posts)
    status, answer = await post(http, stage, "/x/post", **body)
    assert status == 422
    assert says in answer["error"]
    assert len(stage.world.posts) == before


async def test_the_visitor_cannot_post_or_delete_as_the_brand(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    status, _ = await post(http, stage, "/x/post", author=stage.brand.id, text="we are closed")
    assert status == 422
    own = stage.world.posts_of(stage.brand.id)[0]
    status, _ = await post(http, stage, "/x/delete", post=own.id)
    assert status == 422
    assert not present(stage.world.find(own.id)).deleted


async def test_a_customer_can_follow_and_take_back_a_post(stage: Stage, http: aiohttp.ClientSession) -> None:
    joao = stage.customers[1]
    await post(http, stage, "/x/follow", author=joao.id)
    assert stage.world.follows.has(joao.id, stage.brand.id)
    await post(http, stage, "/x/follow", author=joao.id, on=False)
    assert not stage.world.follows.has(joao.id, stage.brand.id)
    await post(http, stage, "/x/delete", post=stage.said.id)
    assert present(stage.world.find(stage.said.id)).deleted


async def test_a_click_in_each_chat_reaches_the_app_as_that_person(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    await stage.tell()
    seen = await events(http, stage, 4)
    message = seen["slack"]["channels"][0]["messages"][0]
    act = {"ts": message["ts"], "action_id": "acknowledge", "block_id": "acts"}
    status, answer = await post(http, stage, "/slack/press", user=stage.ben, channel=stage.care, **act)
    assert (status, answer["error"]) == (200, None)
    assert stage.told.slack[0]["user"]["id"] == stage.ben
    alert = seen["discord"]["channels"][0]["messages"][0]
    await post(
        http,
        stage,
        "/discord/press",
        user=stage.d_ben,
        message=alert["id"],
        custom_id="demo:more",
        values=["1h"],
    )
    assert stage.told.discord[0]["values"] == ["1h"]


async def test_each_viewer_sees_only_their_own_private_messages(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    await post(
        http, stage, "/slack/slash", user=stage.ana, channel=stage.care, command="/mutuals", text="queue"
    )
    await post(
        http,
        stage,
        "/discord/slash",
        user=stage.d_ana,
        channel=stage.d_care,
        name="mutuals",
        subcommand="queue",
        options={"limit": 2},
    )
    assert stage.told.discord == [{"queue": 2}]

    ana = await events(http, stage, 4, f"slack={stage.ana}&discord={stage.d_ana}")
    ben = await events(http, stage, 4, f"slack={stage.ben}&discord={stage.d_ben}")
    for chat in ("slack", "discord"):
        assert ana[chat]["channels"][0]["messages"]
        assert not ben[chat]["channels"][0]["messages"]


async def test_an_open_page_is_told_of_a_new_post_and_of_a_follow(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    mila = stage.customers[0]
    listening = asyncio.create_task(events(http, stage, 5))
    await asyncio.sleep(0.3)
    stage.world.post(mila.id, "@fernweh_bikes news!")
    stage.world.follow(stage.brand.id, mila.id)
    newest = (await asyncio.wait_for(listening, 20))["x"]["posts"][0]
    assert newest["text"] == "@fernweh_bikes news!"
    assert newest["author"]["followed_by_brand"] is True


async def test_a_deleted_or_protected_post_leaves_no_text_behind(
    stage: Stage, http: aiohttp.ClientSession
) -> None:
    stage.world.delete(stage.said.id)
    stage.world.protect(stage.customers[2].id)
    posts = (await events(http, stage, 4))["x"]["posts"]
    gone = [one for one in posts if one["deleted"]]
    assert len(gone) == 2
    assert all(one["text"] == "" for one in gone)


async def test_stopping_ends_open_streams_quickly(http: aiohttp.ClientSession) -> None:
    stage = Stage()
    await stage.start()
    response = await http.get(f"{stage.page.url}/events")
    await until(lambda: response.content.total_bytes)
    await asyncio.wait_for(stage.stop(), 20)
    response.close()
