"""The real tweepy reads and writes on the sandbox as on X."""

from collections.abc import Awaitable, Callable

import aiohttp
import pytest
import tweepy

from tests.integrations.sandbox.x.conftest import Stage
from tests.support.present import present


async def test_tweepy_reads_who_it_is(x: Stage):
    me = await x.tweepy().get_me(user_auth=False, user_fields=["public_metrics"])

    assert me.data.username == "tarnhats"
    assert me.data.public_metrics["followers_count"] == 1000


async def test_tweepy_reads_mentions_with_authors(x: Stage):
    post = x.mention("@tarnhats the brim came off")

    answer = await x.tweepy().get_users_mentions(
        x.brand.id, tweet_fields=["author_id", "created_at"], expansions=["author_id"]
    )

    assert [one.id for one in answer.data] == [int(post.id)]
    assert answer.data[0].author_id == int(x.ana.id)
    assert answer.includes["users"][0].username == "ana_p"


async def test_tweepy_pages_through_all_mentions(x: Stage):
    posts = [x.mention(f"number {n} @tarnhats") for n in range(12)]

    pages = tweepy.asynchronous.AsyncPaginator(x.tweepy().get_users_mentions, x.brand.id, max_results=5)
    got = [one.id async for one in pages.flatten()]

    assert got == [int(post.id) for post in reversed(posts)]


async def test_tweepy_sees_how_two_accounts_are_tied(x: Stage):
    x.world.follow(x.ana.id, x.brand.id)

    answer = await x.tweepy().get_users(ids=[x.ana.id, x.ben.id], user_fields=["connection_status"])

    assert answer.data[0]["connection_status"] == ["followed_by"]
    with pytest.raises(KeyError):
        answer.data[1]["connection_status"]


async def test_tweepy_replies_to_a_customer_who_mentioned_the_brand(x: Stage):
    post = x.mention()

    made = await x.tweepy().create_tweet(text="Sorry!", in_reply_to_tweet_id=post.id, user_auth=False)

    written = present(x.world.find(str(made.data["id"])))
    assert written.in_reply_to == post.id
    assert made.data["text"] == "@ana_p Sorry!"


async def test_tweepy_raises_forbidden_for_a_follow_on_self_serve(x: Stage):
    with pytest.raises(tweepy.Forbidden, match="Enterprise"):
        await x.tweepy().request(
            "POST", f"/2/users/{x.brand.id}/following", json={"target_user_id": x.ana.id}
        )


async def test_tweepy_follows_on_enterprise(x: Stage):
    x.server.set_tier("enterprise")

    answer = await x.tweepy(return_type=dict).follow_user(x.ana.id, user_auth=False)

    assert answer["data"] == {"following": True, "pending_follow": False}
    assert x.world.follows.has(x.brand.id, x.ana.id)


async def test_tweepy_raises_unauthorized_for_a_withdrawn_token(x: Stage):
    x.server.revoke(x.access)

    with pytest.raises(tweepy.Unauthorized):
        await x.tweepy().get_me(user_auth=False)


async def test_tweepy_raises_too_many_requests_with_the_time_of_reset(
    make_stage: Callable[..., Awaitable[Stage]],
):
    x = await make_stage(limits_scale=0.001)
    client = x.tweepy()
    await client.get_me(user_auth=False)

    with pytest.raises(tweepy.TooManyRequests) as refused:
        await client.get_me(user_auth=False)

    assert refused.value.reset_time == int(x.clock().timestamp()) + 900


async def test_tweepy_gets_402_as_a_plain_http_error(x: Stage):
    x.server.set_credit(0)

    with pytest.raises(tweepy.HTTPException) as refused:
        await x.tweepy().get_me(user_auth=False)

    assert refused.value.response.status == 402
    assert not isinstance(refused.value, tweepy.TooManyRequests)


async def test_tweepy_reads_partial_errors_of_deleted_posts(x: Stage):
    kept, gone = x.mention("one @tarnhats"), x.mention("two @tarnhats")
    x.world.delete(gone.id)

    answer = await x.tweepy().get_tweets([kept.id, gone.id])

    assert [one.id for one in answer.data] == [int(kept.id)]
    assert answer.errors[0]["type"].endswith("/resource-not-found")


async def test_tweepy_searches_posts_of_an_account(x: Stage):
    post = x.mention("a windy hat @tarnhats")
    x.mention("calm", author=x.ben)

    answer = await x.tweepy().search_recent_tweets("from:ana_p windy")

    assert [one.id for one in answer.data] == [int(post.id)]


async def test_tweepy_deletes_its_own_post(x: Stage):
    post = x.world.post(x.brand.id, "oops")

    answer = await x.tweepy(return_type=aiohttp.ClientResponse).delete_tweet(post.id, user_auth=False)

    assert answer.status == 200
    assert present(x.world.find(post.id)).deleted
