"""Reading from the sandbox's X: fields, pages, partial errors, refusals."""

from datetime import timedelta

import pytest

from tests.integrations.sandbox.x.conftest import Stage


async def test_only_the_default_fields_come_without_asking(x: Stage):
    post = x.mention()

    _, posts, _ = await x.call("GET", f"/2/users/{x.brand.id}/mentions")
    _, user, _ = await x.call("GET", f"/2/users/{x.ana.id}")

    assert posts["data"] == [{"id": post.id, "text": post.text, "edit_history_tweet_ids": [post.id]}]
    assert posts["meta"] == {"result_count": 1, "newest_id": post.id, "oldest_id": post.id}
    assert user == {"data": {"id": x.ana.id, "name": "Ana Petrova", "username": "ana_p"}}


async def test_fields_asked_for_come_with_the_post(x: Stage):
    news = x.world.post(x.brand.id, "new hats")
    post = x.world.post(x.ana.id, "lovely", in_reply_to=news.id, lang="en")

    fields = "author_id,conversation_id,created_at,in_reply_to_user_id,referenced_tweets,entities,lang,public_metrics"
    _, body, _ = await x.call("GET", f"/2/tweets/{post.id}?tweet.fields={fields},display_text_range")

    data = body["data"]
    assert data["text"] == "@tarnhats lovely"
    assert data["author_id"] == x.ana.id
    assert data["conversation_id"] == news.id
    assert data["created_at"] == "2026-11-20T12:00:00.000Z"
    assert data["in_reply_to_user_id"] == x.brand.id
    assert data["referenced_tweets"] == [{"type": "replied_to", "id": news.id}]
    assert data["entities"]["mentions"] == [{"start": 0, "end": 9, "username": "tarnhats", "id": x.brand.id}]
    assert data["display_text_range"] == [10, 16]
    assert data["public_metrics"]["reply_count"] == 0


async def test_a_long_post_is_cut_and_stands_whole_in_note_tweet(x: Stage):
    post = x.mention("@tarnhats " + "a" * 400)

    _, body, _ = await x.call("GET", f"/2/tweets/{post.id}?tweet.fields=note_tweet")

    assert len(body["data"]["text"]) == 280
    assert body["data"]["note_tweet"]["text"] == post.text


async def test_expansions_bring_authors_and_referenced_posts_along(x: Stage):
    news = x.world.post(x.brand.id, "new hats")
    post = x.world.post(x.ana.id, "lovely", in_reply_to=news.id)

    _, body, _ = await x.call(
        "GET", f"/2/tweets?ids={post.id}&expansions=author_id,referenced_tweets.id&user.fields=description"
    )

    assert body["data"][0]["author_id"] == x.ana.id
    assert body["includes"]["users"][0]["description"] == "climbs <things>"
    assert [one["id"] for one in body["includes"]["tweets"]] == [news.id]


async def test_a_deleted_referenced_post_is_a_partial_error(x: Stage):
    news = x.world.post(x.brand.id, "new hats")
    post = x.world.post(x.ana.id, "lovely", in_reply_to=news.id)
    x.world.delete(news.id)

    status, body, _ = await x.call("GET", f"/2/tweets/{post.id}?expansions=referenced_tweets.id")

    assert status == 200
    assert body["errors"][0]["resource_id"] == news.id


@pytest.mark.parametrize("change", ["suspend", "protect"])
async def test_posts_of_suspended_or_protected_authors_are_not_authorized_and_not_delivered(
    x: Stage, change: str
):
    post = x.mention()
    getattr(x.world, change)(x.ana.id)

    status, body, _ = await x.call("GET", f"/2/tweets?ids={post.id}")
    _, mentions, _ = await x.call("GET", f"/2/users/{x.brand.id}/mentions")

    assert status == 200
    assert "data" not in body
    assert body["errors"][0]["type"].endswith("/not-authorized-for-resource")
    assert mentions == {"meta": {"result_count": 0}}


async def test_mentions_by_a_protected_author_are_not_delivered_even_to_a_follower(x: Stage):
    x.world.follow(x.brand.id, x.ana.id)
    x.mention()
    x.world.protect(x.ana.id)

    _, mentions, _ = await x.call("GET", f"/2/users/{x.brand.id}/mentions")

    assert mentions["meta"]["result_count"] == 0


async def test_an_unknown_user_is_a_partial_error_among_the_others(x: Stage):
    status, body, _ = await x.call("GET", f"/2/users?ids={x.ana.id},77")
    _, by, _ = await x.call("GET", "/2/users/by?usernames=ben,nobody_here")
    _, one, _ = await x.call("GET", "/2/users/by/username/nobody_here")

    assert status == 200
    assert [user["id"] for user in body["data"]] == [x.ana.id]
    assert body["errors"][0]["value"] == "77"
    assert by["data"][0]["username"] == "ben"
    assert by["errors"][0]["parameter"] == "usernames"
    assert "data" not in one
    assert one["errors"][0]["title"] == "Not Found Error"


async def test_every_kind_of_tie_is_a_connection_status(x: Stage):
    x.world.follow(x.brand.id, x.ana.id)
    x.world.follow(x.ana.id, x.brand.id)
    x.world.mute(x.brand.id, x.ana.id)
    x.world.protect(x.ben.id)
    x.world.follow(x.brand.id, x.ben.id)

    _, body, _ = await x.call("GET", f"/2/users?ids={x.ana.id},{x.ben.id}&user.fields=connection_status")

    assert body["data"][0]["connection_status"] == ["following", "followed_by", "muting"]
    assert body["data"][1]["connection_status"] == ["follow_request_sent"]


async def test_an_app_only_token_sees_no_connection_status(x: Stage):
    x.world.follow(x.ana.id, x.brand.id)

    _, body, _ = await x.call(
        "GET", f"/2/users/{x.ana.id}?user.fields=connection_status", token=x.server.issue_app_token()
    )

    assert "connection_status" not in body["data"]


@pytest.mark.parametrize(("size", "status"), [(4, 400), (5, 200), (100, 200), (101, 400), ("many", 400)])
async def test_mentions_take_5_to_100_a_page(x: Stage, size: int | str, status: int):
    got, body, _ = await x.call("GET", f"/2/users/{x.brand.id}/mentions?max_results={size}")

    assert got == status
    if status == 400:
        assert body["errors"][0]["parameters"] == {"max_results": [str(size)]}
        assert "between 5 and 100" in body["errors"][0]["message"]


@pytest.mark.parametrize(
    "query",
    [
        "tweet.fields=shoe_size",
        "colour=red",
        "since_id=abc",
        "start_time=yesterday",
        "pagination_token=nonsense",
        "expansions=author",
    ],
)
async def test_bad_parameters_are_refused_by_name(x: Stage, query: str):
    status, body, _ = await x.call("GET", f"/2/users/{x.brand.id}/mentions?{query}")

    assert status == 400
    assert list(body["errors"][0]["parameters"]) == [query.split("=")[0]]
    assert body["title"] == "Invalid Request"


async def test_more_than_a_hundred_ids_are_refused(x: Stage):
    status, _, _ = await x.call("GET", "/2/tweets?ids=" + ",".join(str(n) for n in range(1, 102)))

    assert status == 400


async def test_since_until_and_start_time_bound_the_mentions(x: Stage):
    posts = []
    for n in range(4):
        posts.append(x.mention(f"@tarnhats {n}"))
        x.clock.forward(minutes=1)
    path = f"/2/users/{x.brand.id}/mentions?"

    async def ids(query: str) -> list[str]:
        _, body, _ = await x.call("GET", path + query)
        return [one["id"] for one in body.get("data", [])]

    newest_first = [post.id for post in reversed(posts)]
    assert await ids(f"since_id={posts[1].id}") == newest_first[:2]
    assert await ids(f"until_id={posts[1].id}") == newest_first[3:]
    assert await ids("start_time=2026-11-20T12:02:00Z") == newest_first[:2]


async def test_only_the_newest_800_mentions_can_be_paged_through(x: Stage):
    for n in range(805):
        x.mention(f"@tarnhats {n}")
    got, token, pages = [], "", 0
    while pages < 20:
        query = f"max_results=100{token}"
        _, body, _ = await x.call("GET", f"/2/users/{x.brand.id}/mentions?{query}")
        got += [one["text"] for one in body["data"]]
        pages += 1
        if "next_token" not in body["meta"]:
            break
        token = f"&pagination_token={body['meta']['next_token']}"

    assert pages == 8
    assert len(set(got)) == 800
    assert got[-1] == "@tarnhats 5"


async def test_exclude_leaves_replies_out_of_an_accounts_posts(x: Stage):
    post = x.mention()
    reply = x.world.post(x.brand.id, "hi", in_reply_to=post.id)
    news = x.world.post(x.brand.id, "news")

    _, everything, _ = await x.call("GET", f"/2/users/{x.brand.id}/tweets")
    _, without, _ = await x.call("GET", f"/2/users/{x.brand.id}/tweets?exclude=replies")

    assert [one["id"] for one in everything["data"]] == [news.id, reply.id]
    assert [one["id"] for one in without["data"]] == [news.id]


async def test_followers_come_newest_first_page_by_page(x: Stage):
    for person in (x.ana, x.ben):
        x.world.follow(person.id, x.brand.id)

    _, first, _ = await x.call("GET", f"/2/users/{x.brand.id}/followers?max_results=1")
    _, second, _ = await x.call(
        "GET",
        f"/2/users/{x.brand.id}/followers?max_results=1&pagination_token={first['meta']['next_token']}",
    )

    assert first["data"][0]["id"] == x.ben.id
    assert second["data"][0]["id"] == x.ana.id
    assert "next_token" not in second["meta"]


async def test_search_knows_words_people_and_negation_within_seven_days(x: Stage):
    x.mention("windy @tarnhats", at=x.clock() - timedelta(days=8))
    hit = x.mention("windy again @tarnhats")
    x.mention("windy @tarnhats no", author=x.ben)

    _, body, _ = await x.call("GET", "/2/tweets/search/recent", params={"query": "windy @tarnhats -from:ben"})
    status, _, _ = await x.call("GET", "/2/tweets/search/recent", params={"query": "point_radius:[1]"})

    assert [one["id"] for one in body["data"]] == [hit.id]
    assert status == 400


async def test_an_edited_mention_is_delivered_once_under_its_new_id(x: Stage):
    post = x.mention("@tarnhats teh hat")
    edited = x.world.edit(post.id, "@tarnhats the hat")

    _, body, _ = await x.call("GET", f"/2/users/{x.brand.id}/mentions")

    assert [one["id"] for one in body["data"]] == [edited.id]
    assert body["data"][0]["edit_history_tweet_ids"] == [post.id, edited.id]


async def test_an_unknown_endpoint_is_an_empty_404(x: Stage):
    status, body, _ = await x.call("GET", "/2/usage/credits")

    assert (status, body) == (404, None)
