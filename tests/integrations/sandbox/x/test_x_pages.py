"""The pages of the sandbox's X: looking changes nothing, pressing acts as whoever is logged in."""

from tests.integrations.sandbox.x.conftest import Stage
from tests.integrations.sandbox.x.x_snapshot import snapshot


async def get(x: Stage, path: str, **params: str) -> tuple[int, str]:
    async with x.session.get(x.server.web_url + path, params=params) as answer:
        return answer.status, await answer.text()


async def press(x: Stage, path: str, **form: str) -> tuple[int, str]:
    async with x.session.post(x.server.web_url + path, data=form) as answer:
        return answer.status, await answer.text()


async def test_looking_at_the_follow_page_follows_nobody(x: Stage):
    by_id = await get(x, "/intent/follow", user_id=x.ana.id)
    by_name = await get(x, "/intent/follow", screen_name="ana_p")

    assert by_id[0] == by_name[0] == 200
    assert "<button>Follow</button>" in by_id[1]
    assert not x.world.follows.has(x.brand.id, x.ana.id)


async def test_pressing_follow_follows_as_the_brand(x: Stage):
    status, text = await press(x, "/intent/follow", **{"user_id": x.ana.id, "as": x.brand.id})

    assert status == 200
    assert "@tarnhats now follows @ana_p" in text
    assert x.world.follows.has(x.brand.id, x.ana.id)


async def test_pressing_follow_from_a_private_account_does_not_make_the_brand_follow(x: Stage):
    await press(x, "/intent/follow", **{"user_id": x.ana.id, "as": x.ben.id})

    assert x.world.follows.has(x.ben.id, x.ana.id)
    assert not x.world.follows.has(x.brand.id, x.ana.id)


async def test_nobody_outside_the_team_can_be_chosen(x: Stage):
    status, _ = await press(x, "/intent/follow", **{"user_id": x.ben.id, "as": x.ana.id})

    assert status == 404
    assert not x.world.follows.has(x.ana.id, x.ben.id)


async def test_following_a_protected_account_by_hand_sends_a_request(x: Stage):
    x.world.protect(x.ana.id)

    _, text = await press(x, "/intent/follow", **{"user_id": x.ana.id, "as": x.brand.id})

    assert "has asked to follow" in text
    assert x.world.requests.has(x.brand.id, x.ana.id)


async def test_the_post_page_shows_the_draft_and_a_person_may_answer_anybody(x: Stage):
    post = x.mention("my hat is wet")

    _, page = await get(x, "/intent/tweet", in_reply_to=post.id, text="Oh <no>")
    before = len(x.world.posts)
    status, _ = await press(x, "/intent/tweet", **{"in_reply_to": post.id, "text": "Oh no", "as": x.brand.id})

    assert "Oh &lt;no&gt;</textarea>" in page
    assert (status, before) == (200, 1)
    assert x.world.posts_of(x.brand.id)[0].in_reply_to == post.id


async def test_an_answer_by_hand_to_a_deleted_post_or_of_too_many_characters_is_refused(x: Stage):
    post = x.mention()
    long, _ = await press(x, "/intent/post", **{"text": "a" * 281, "as": x.brand.id})
    x.world.delete(post.id)

    gone, _ = await get(x, "/intent/tweet", in_reply_to=post.id)
    late, _ = await press(x, "/intent/post", **{"in_reply_to": post.id, "text": "hi", "as": x.brand.id})

    assert (long, gone, late) == (400, 404, 404)
    assert x.world.posts_of(x.brand.id) == []


async def test_what_people_wrote_is_shown_as_text(x: Stage):
    post = x.mention("<script>alert(1)</script> @tarnhats")

    for path in (f"/ana_p/status/{post.id}", "/ana_p", f"/i/user/{x.ana.id}"):
        status, text = await get(x, path)
        assert status == 200
        assert "<script>" not in text
        assert "&lt;script&gt;" in text
    assert "climbs &lt;things&gt;" in text


async def test_deleted_posts_and_those_of_protected_or_suspended_people_are_not_shown(x: Stage):
    post, other = x.mention("secret @tarnhats"), x.mention("gone @tarnhats", author=x.ben)
    x.world.delete(other.id)
    x.world.protect(x.ana.id)

    assert (await get(x, f"/ben/status/{other.id}"))[0] == 404
    assert (await get(x, f"/ana_p/status/{post.id}"))[0] == 404
    assert "secret" not in (await get(x, "/ana_p"))[1]
    x.world.suspend(x.ana.id)
    assert "suspended" in (await get(x, "/ana_p"))[1]
    assert (await get(x, "/intent/follow", user_id=x.ana.id))[0] == 404


async def test_the_page_of_a_post_shows_its_conversation(x: Stage):
    post = x.mention("my hat @tarnhats")
    x.world.post(x.brand.id, "coming up", in_reply_to=post.id)

    _, text = await get(x, f"/ana_p/status/{post.id}")

    assert text.index("my hat") < text.index("coming up")


def test_the_snapshot_marks_deleted_posts_and_the_brands_own(x: Stage):
    post = x.mention()
    own = x.world.post(x.brand.id, "hi", in_reply_to=post.id)
    x.world.delete(post.id)
    x.world.follow(x.brand.id, x.ana.id)

    shown = snapshot(x.world)

    assert [(one["id"], one["by_brand"], one["deleted"]) for one in shown["posts"]] == [
        (own.id, True, False),
        (post.id, False, True),
    ]
    assert shown["posts"][1]["text"] == ""
    assert shown["posts"][0]["in_reply_to"] == post.id
    assert shown["posts"][1]["author"]["initials"] == "AP"
    assert (shown["follows_count"], shown["follows"][0]["handle"]) == (1, "ana_p")
    assert len(snapshot(x.world, limit=1)["posts"]) == 1


async def test_looking_at_the_pages_for_likes_and_reposts_does_nothing(x: Stage):
    post = x.mention("I love my hat")

    like = await get(x, "/intent/like", tweet_id=post.id)
    repost = await get(x, "/intent/retweet", tweet_id=post.id)

    assert (like[0], repost[0]) == (200, 200)
    assert "<button>Like</button>" in like[1]
    assert "<button>Repost</button>" in repost[1]
    assert not x.world.likes.has(x.brand.id, post.id)
    assert x.world.posts_of(x.brand.id) == []


async def test_a_post_is_liked_and_reposted_once_by_whoever_is_logged_in(x: Stage):
    post = x.mention("I love my hat")
    for path in ("/intent/like", "/intent/retweet") * 2:
        status, _ = await press(x, path, **{"tweet_id": post.id, "as": x.brand.id})
        assert status == 200

    assert x.world.likes.of(x.brand.id) == [post.id]
    assert [one.repost_of for one in x.world.posts_of(x.brand.id)] == [post.id]


async def test_what_is_deleted_or_protected_is_not_reposted(x: Stage):
    post, gone = x.mention("I love my hat"), x.mention("I love my cap")
    x.world.delete(gone.id)
    x.world.protect(post.author_id)

    answers = [
        await press(x, "/intent/retweet", **{"tweet_id": one.id, "as": x.brand.id}) for one in (post, gone)
    ]
    assert [status for status, _ in answers] == [403, 404]
    assert x.world.posts_of(x.brand.id) == []
