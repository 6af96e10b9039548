"""Writing on the sandbox's X: who may reply, what is refused, what the tier allows."""

from typing import Any

import pytest

from mutuals_sandbox.world import Post
from mutuals_sandbox.x.problems import DUPLICATE, NOT_SUMMONED, REPLY_TO_DELETED
from tests.integrations.sandbox.x.conftest import ApiAnswer, Stage
from tests.support.present import present


async def reply(x: Stage, post: Post, text: str = "Sorry about that!", **options: Any) -> ApiAnswer:
    body = {"text": text, "reply": {"in_reply_to_tweet_id": post.id}}
    return await x.call("POST", "/2/tweets", json=body, **options)


async def test_a_reply_to_a_mention_is_posted(x: Stage):
    post = x.mention()

    status, body, _ = await reply(x, post)

    assert status == 201
    assert body["data"]["text"] == "@ana_p Sorry about that!"
    assert present(x.world.find(body["data"]["id"])).in_reply_to == post.id


async def test_a_reply_to_somebody_who_did_not_address_the_brand_is_refused(x: Stage):
    status, body, _ = await reply(x, x.mention("my hat is wet"))

    assert status == 403
    assert body["detail"] == NOT_SUMMONED


async def test_a_reply_to_a_bystander_in_the_brands_thread_is_refused(x: Stage):
    root = x.mention()
    aside = x.world.post(x.ben.id, "mine too", in_reply_to=root.id)

    status, body, _ = await reply(x, aside)

    assert (status, body["detail"]) == (403, NOT_SUMMONED)


async def test_answering_a_reply_to_the_brands_own_post_is_allowed(x: Stage):
    news = x.world.post(x.brand.id, "new hats")
    post = x.world.post(x.ana.id, "lovely", in_reply_to=news.id)

    assert (await reply(x, post))[0] == 201


async def test_answering_a_quote_of_the_brands_post_or_oneself_is_allowed(x: Stage):
    news = x.world.post(x.brand.id, "new hats")
    quote = x.world.post(x.ana.id, "look at this", quote_of=news.id)

    assert (await reply(x, quote))[0] == 201
    assert (await reply(x, news, "and more"))[0] == 201


async def test_enterprise_may_reply_to_anybody(x: Stage):
    x.server.set_tier("enterprise")

    assert (await reply(x, x.mention("my hat is wet")))[0] == 201


@pytest.mark.parametrize("change", ["delete", "protect", "block"])
async def test_a_reply_to_a_post_that_is_gone_or_hidden_is_refused(x: Stage, change: str):
    post = x.mention()
    if change == "delete":
        x.world.delete(post.id)
    elif change == "protect":
        x.world.protect(x.ana.id)
    else:
        x.world.block(x.ana.id, x.brand.id)

    status, body, _ = await reply(x, post)

    assert (status, body["detail"]) == (403, REPLY_TO_DELETED)


async def test_the_same_words_to_the_same_person_twice_are_refused(x: Stage):
    one, two, other = (
        x.mention("a @tarnhats"),
        x.mention("b @tarnhats"),
        x.mention("c @tarnhats", author=x.ben),
    )

    assert (await reply(x, one))[0] == 201
    status, body, _ = await reply(x, two)
    assert (status, body["detail"]) == (403, DUPLICATE)
    assert (await reply(x, other))[0] == 201


async def test_the_same_words_are_allowed_again_once_deleted(x: Stage):
    _, first, _ = await x.call("POST", "/2/tweets", json={"text": "hello"})
    assert (await x.call("POST", "/2/tweets", json={"text": "hello"}))[0] == 403

    await x.call("DELETE", f"/2/tweets/{first['data']['id']}")

    assert (await x.call("POST", "/2/tweets", json={"text": "hello"}))[0] == 201


@pytest.mark.parametrize(
    ("text", "status"),
    [("a" * 280, 201), ("a" * 281, 400), ("日" * 140, 201), ("日" * 141, 400), ("", 400), ("  ", 400)],
)
async def test_a_post_weighs_at_most_280(x: Stage, text: str, status: int):
    assert (await x.call("POST", "/2/tweets", json={"text": text}))[0] == status


@pytest.mark.parametrize(
    "payload", [b"not json", b"[]", b'{"text":"a","shout":true}', b'{"text":"a","reply":{}}', b"\xff\xfe"]
)
async def test_a_malformed_body_is_refused(x: Stage, payload: bytes):
    status, body, _ = await x.call("POST", "/2/tweets", data=payload, kind="application/json")

    assert status == 400
    assert body["title"] == "Invalid Request"


async def test_quotes_are_for_enterprise_only(x: Stage):
    post = x.mention()
    body = {"text": "look", "quote_tweet_id": post.id}

    refused, problem, _ = await x.call("POST", "/2/tweets", json=body)
    x.server.set_tier("enterprise")
    allowed, made, _ = await x.call("POST", "/2/tweets", json=body)

    assert (refused, problem["reason"]) == (403, "client-not-enrolled")
    assert allowed == 201
    assert present(x.world.find(made["data"]["id"])).quote_of == post.id


async def test_another_accounts_post_cannot_be_deleted(x: Stage):
    post = x.mention()

    assert (await x.call("DELETE", f"/2/tweets/{post.id}"))[0] == 403
    assert not present(x.world.find(post.id)).deleted


async def test_follow_and_unfollow_are_refused_on_self_serve(x: Stage):
    path = f"/2/users/{x.brand.id}/following"

    status, body, _ = await x.call("POST", path, json={"target_user_id": x.ana.id})
    gone, _, _ = await x.call("DELETE", f"{path}/{x.ana.id}")

    assert (status, gone) == (403, 403)
    assert body["type"].endswith("/client-forbidden")
    assert not x.world.follows.has(x.brand.id, x.ana.id)


async def test_enterprise_follows_asks_protected_accounts_and_unfollows(x: Stage):
    x.server.set_tier("enterprise")
    x.world.protect(x.ben.id)
    path = f"/2/users/{x.brand.id}/following"

    _, public, _ = await x.call("POST", path, json={"target_user_id": x.ana.id})
    _, private, _ = await x.call("POST", path, json={"target_user_id": x.ben.id})
    _, undone, _ = await x.call("DELETE", f"{path}/{x.ana.id}")

    assert public["data"] == {"following": True, "pending_follow": False}
    assert private["data"] == {"following": False, "pending_follow": True}
    assert undone["data"] == {"following": False}
    assert not x.world.follows.has(x.brand.id, x.ana.id)


async def test_a_follow_of_nobody_is_a_partial_error_and_one_for_another_account_is_refused(x: Stage):
    x.server.set_tier("enterprise")

    status, body, _ = await x.call("POST", f"/2/users/{x.brand.id}/following", json={"target_user_id": "77"})
    other, _, _ = await x.call("POST", f"/2/users/{x.ana.id}/following", json={"target_user_id": x.ben.id})

    assert status == 200
    assert "data" not in body
    assert body["errors"][0]["value"] == "77"
    assert other == 400


async def test_following_who_blocked_the_brand_is_refused(x: Stage):
    x.server.set_tier("enterprise")
    x.world.block(x.ana.id, x.brand.id)

    status, body, _ = await x.call(
        "POST", f"/2/users/{x.brand.id}/following", json={"target_user_id": x.ana.id}
    )

    assert status == 403
    assert "blocked" in body["detail"]
