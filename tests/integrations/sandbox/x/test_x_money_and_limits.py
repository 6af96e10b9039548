"""What the sandbox's X counts: requests per quarter of an hour, dollars, credit, faults, recorded bodies."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import aiohttp
import pytest

from mutuals_sandbox.faults import FaultKind, Faults
from mutuals_sandbox.recorder import Recorder
from tests.integrations.sandbox.x.conftest import Stage


async def test_every_answer_says_what_is_left_of_the_limit(x: Stage):
    _, _, first = await x.call("GET", f"/2/users/{x.brand.id}/mentions")
    _, _, second = await x.call("GET", f"/2/users/{x.brand.id}/mentions")
    _, _, other = await x.call("GET", "/2/users/me")

    assert first["x-rate-limit-limit"] == "300"
    assert first["x-rate-limit-remaining"] == "299"
    assert second["x-rate-limit-remaining"] == "298"
    assert first["x-rate-limit-reset"] == str(int(x.clock().timestamp()) + 900)
    assert (other["x-rate-limit-limit"], other["x-rate-limit-remaining"]) == ("75", "74")


async def test_the_app_alone_has_another_limit(x: Stage):
    _, _, headers = await x.call("GET", f"/2/users/{x.brand.id}/mentions", token=x.server.issue_app_token())

    assert headers["x-rate-limit-limit"] == "450"


async def test_a_used_up_limit_is_429_until_the_window_ends(make_stage: Callable[..., Awaitable[Stage]]):
    x = await make_stage(limits_scale=2 / 75)
    for _ in range(2):
        assert (await x.call("GET", "/2/users/me"))[0] == 200

    status, body, headers = await x.call("GET", "/2/users/me")
    x.clock.forward(minutes=15)
    later, _, _ = await x.call("GET", "/2/users/me")

    assert status == 429
    assert body["type"].endswith("/rate-limit-exceeded")
    assert headers["x-rate-limit-remaining"] == "0"
    assert later == 200


async def test_a_larger_scale_allows_more(make_stage: Callable[..., Awaitable[Stage]]):
    x = await make_stage(limits_scale=10)

    _, _, headers = await x.call("GET", "/2/users/me")

    assert headers["x-rate-limit-limit"] == "750"


async def test_owned_reads_cost_a_tenth_of_a_cent_and_the_same_post_once_a_day(
    make_stage: Callable[..., Awaitable[Stage]],
):
    x = await make_stage(token_seconds=200_000)
    for n in range(3):
        x.mention(f"@tarnhats {n}")
    for _ in range(2):
        await x.call("GET", f"/2/users/{x.brand.id}/mentions")
    assert x.server.meter.spent == {"owned_read": 0.003}

    x.clock.forward(days=1)
    await x.call("GET", f"/2/users/{x.brand.id}/mentions")

    assert x.server.meter.total == 0.006


async def test_an_app_of_somebody_else_pays_the_list_price(make_stage: Callable[..., Awaitable[Stage]]):
    x = await make_stage(owned=False)
    x.mention()
    x.world.follow(x.ana.id, x.brand.id)

    await x.call("GET", f"/2/users/{x.brand.id}/mentions")
    await x.call("GET", f"/2/users/{x.brand.id}/followers")

    assert x.server.meter.spent == {"post_read": 0.005, "user_read": 0.01}


async def test_reading_somebody_elses_timeline_is_not_owned(x: Stage):
    x.mention()

    await x.call("GET", f"/2/users/{x.ana.id}/tweets")

    assert x.server.meter.spent == {"post_read": 0.005}


async def test_looking_up_ties_and_expanding_authors_cost_a_cent_a_user(x: Stage):
    x.mention()
    await x.call("GET", f"/2/users?ids={x.ben.id}&user.fields=connection_status")
    await x.call("GET", f"/2/users/{x.brand.id}/mentions?expansions=author_id")

    assert x.server.meter.spent == {"user_read": 0.02, "owned_read": 0.001}


async def test_a_summoned_reply_costs_a_cent_and_a_plain_post_more(x: Stage):
    post = x.mention()
    reply = {"text": "see https://tarnhats.example", "reply": {"in_reply_to_tweet_id": post.id}}
    await x.call("POST", "/2/tweets", json=reply)
    await x.call("POST", "/2/tweets", json={"text": "plain"})
    await x.call("POST", "/2/tweets", json={"text": "https://tarnhats.example"})

    assert x.server.meter.spent == {"summoned_reply": 0.01, "post_create": 0.015, "post_create_with_url": 0.2}


async def test_failed_requests_cost_nothing(x: Stage):
    stranger = x.mention("nothing about hats")
    await x.call("POST", "/2/tweets", json={"text": "a", "reply": {"in_reply_to_tweet_id": stranger.id}})
    await x.call("POST", f"/2/users/{x.brand.id}/following", json={"target_user_id": x.ana.id})
    await x.call("GET", f"/2/users/{x.brand.id}/mentions?max_results=1")
    await x.call("GET", "/2/tweets?ids=5")

    assert x.server.meter.total == 0


async def test_used_up_credit_is_402_until_it_is_filled_up(x: Stage):
    x.server.set_credit(0.015)
    assert (await x.call("POST", "/2/tweets", json={"text": "one"}))[0] == 201

    status, body, _ = await x.call("POST", "/2/tweets", json={"text": "two"})
    x.server.set_credit(None)

    assert (status, body["title"]) == (402, "CreditsDepleted")
    assert (await x.call("POST", "/2/tweets", json={"text": "two"}))[0] == 201


async def test_a_usage_cap_is_429_with_healthy_headers_and_stops_reading_only(x: Stage):
    x.server.set_usage_capped(True)

    status, body, headers = await x.call("GET", f"/2/users/{x.brand.id}/mentions")

    assert (status, body["title"]) == (429, "UsageCapExceeded")
    assert body["type"].endswith("/usage-capped")
    assert int(headers["x-rate-limit-remaining"]) > 200
    assert (await x.call("POST", "/2/tweets", json={"text": "one"}))[0] == 201


async def test_planned_faults_strike_as_x_words_them(x: Stage):
    x.faults.plan(FaultKind.RATE_LIMITED, "GET /2/users/me", seconds=30)
    x.faults.plan(FaultKind.ERROR_AFTER, "POST /2/tweets", status=503)

    limited, _, headers = await x.call("GET", "/2/users/me")
    failed, body, _ = await x.call("POST", "/2/tweets", json={"text": "written all the same"})

    assert limited == 429
    assert headers["x-rate-limit-reset"] == str(int(x.clock().timestamp()) + 30)
    assert (failed, body["title"]) == (503, "Service Unavailable")
    assert x.world.posts_of(x.brand.id)[0].text == "written all the same"


async def test_a_lost_reply_has_been_posted(x: Stage):
    x.faults.plan(FaultKind.LOST_REPLY, "POST /2/tweets")

    with pytest.raises(aiohttp.ClientError):
        await x.call("POST", "/2/tweets", json={"text": "lost"})

    assert [post.text for post in x.world.posts_of(x.brand.id)] == ["lost"]


async def test_bodies_sent_to_the_api_are_recorded(
    make_stage: Callable[..., Awaitable[Stage]], tmp_path: Path
):
    x = await make_stage(recorder=Recorder(tmp_path), faults=Faults())
    await x.call("POST", "/2/tweets", json={"text": "kept"})
    form = {"grant_type": "refresh_token", "refresh_token": "x", "client_id": "sandbox-client"}
    async with x.session.post(x.server.api_url + "/2/oauth2/token", data=form):
        pass

    lines = [json.loads(line) for line in (tmp_path / "index.jsonl").read_text().splitlines()]

    assert [line["path"] for line in lines] == ["/2/tweets", "/2/oauth2/token"]
    assert json.loads((tmp_path / lines[0]["file"]).read_text()) == {"text": "kept"}
    assert json.loads((tmp_path / lines[1]["file"]).read_text()) == form
