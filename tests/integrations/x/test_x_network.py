"""What the service asks of X besides timelines: people, posts, paths, links, counts."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from mutuals.domain.errors import TryAgain
from mutuals.domain.model import ActKind, Path, Post
from mutuals.testing.precheck import freely
from tests.integrations.x.scripted_x import ME, House

PROBLEMS = "https://api.twitter.com/2/problems/"
USERS = "GET /2/users"
POSTS = "GET /2/tweets"
NOTHING: frozenset[ActKind] = frozenset()
POST = Post("5", "77", "hi", datetime(2026, 11, 23, tzinfo=UTC), "5")


def user(user_id: str, **more: Any) -> dict[str, Any]:
    return {"id": user_id, "username": f"u{user_id}", "name": "U", **more}


def error(resource: str, kind: str, slug: str, detail: str = "") -> dict[str, Any]:
    return {"resource_id": resource, "resource_type": kind, "type": PROBLEMS + slug, "detail": detail}


async def test_people_come_with_how_we_stand_and_the_missing_with_why(house: House) -> None:
    house.x.on(
        USERS,
        {
            "data": [user("1", connection_status=["following", "followed_by"]), user("2", protected=True)],
            "errors": [
                error("3", "user", "resource-not-found"),
                error("4", "user", "resource-not-found", "User has been suspended: [4]."),
                error("5", "user", "not-authorized-for-resource"),
            ],
        },
    )

    people = await house.build().people(["1", "2", "3", "4", "5", "6", "1"])

    assert people["1"].relationship.we_follow
    gone = {one: person.gone for one, person in people.items()}
    assert gone == {
        "1": None, "2": "protected", "3": "deleted", "4": "suspended", "5": "suspended", "6": "deleted",
    }  # fmt: skip
    assert "connection_status" in house.x.calls(USERS)[0].query["user.fields"]
    assert house.limiter.bought == [("people looked up", 2, 20_000)]


async def test_a_person_x_sent_in_an_unreadable_form_is_not_taken_for_deleted(house: House) -> None:
    house.x.on(USERS, {"data": [user("1"), {"id": "2"}, {"username": "ana"}]})

    people = await house.build().people(["1", "2", "3"])

    assert list(people) == ["1"]


async def test_people_are_looked_up_a_hundred_at_a_time(house: House) -> None:
    house.x.on(USERS, {"data": [], "errors": []})

    await house.build().people([str(n) for n in range(1, 251)])

    assert [len(call.query["ids"].split(",")) for call in house.x.calls(USERS)] == [100, 100, 50]


async def test_looking_a_person_up_twice_a_day_is_paid_once(house: House) -> None:
    house.x.on(USERS, {"data": [user("1")]})
    network = house.build()

    await network.people(["1"])
    await network.people(["1"])

    assert (house.limiter.asked, house.limiter.total) == ([10_000, 0], 10_000)


async def test_nobody_asked_about_means_no_call(house: House) -> None:
    network = house.build()

    assert (await network.people([]), await network.check_posts(["not-an-id"])) == ({}, {})
    assert house.x.seen == []


async def test_a_post_is_seen_or_it_is_said_why_not(house: House) -> None:
    house.x.on(
        POSTS,
        {
            "data": [{"id": "1", "text": "hi"}],
            "errors": [
                error("2", "tweet", "resource-not-found"),
                error("3", "tweet", "not-authorized-for-resource"),
                error("4", "tweet", "not-authorized-for-resource", "the author is suspended"),
            ],
        },
    )

    seen = await house.build().check_posts(["1", "2", "3", "4"])

    assert seen == {"1": None, "2": "deleted", "3": "protected", "4": "suspended"}
    assert house.limiter.bought == [("posts checked", 1, 5_000)]


async def test_an_answer_that_cannot_be_understood_deletes_nothing(house: House) -> None:
    house.x.on(POSTS, {"data": ["odd"], "errors": ["odd"]})

    assert await house.build().check_posts(["1", "2"]) == {}


async def test_a_reply_goes_out_as_the_brand_and_is_paid(house: House) -> None:
    house.x.on("POST /2/tweets", {"data": {"id": "50", "text": "x"}})

    reply_id = await house.build().reply(POST, "We are on it", freely)

    assert reply_id == "50"
    (call,) = house.x.calls("POST /2/tweets")
    assert call.json == {"text": "We are on it", "reply": {"in_reply_to_tweet_id": "5"}}
    assert call.headers["Authorization"] == "Bearer access-secret-1"
    assert house.limiter.bought == [("replies", 1, 10_000)]


@pytest.mark.parametrize(
    ("post", "path"),
    [
        (replace(POST, mentions=("1", ME)), Path.API),
        (replace(POST, quotes_person=ME), Path.API),
        (replace(POST, in_reply_to_person=ME), Path.API),
        (replace(POST, mentions=("1",)), Path.LINK),
        (replace(POST, mentions=(ME,), gone="deleted"), Path.HAND),
        (None, Path.HAND),
    ],
)
@pytest.mark.parametrize("kind", [ActKind.REPLY, ActKind.ACKNOWLEDGE])
async def test_a_reply_takes_the_api_only_to_people_who_addressed_the_brand(
    house: House, kind: ActKind, post: Post | None, path: Path
) -> None:
    network = house.build()
    await network.me()

    assert network.path(kind, post, NOTHING) is path
    if path is Path.API:
        assert network.path(kind, post, frozenset({kind})) is Path.LINK


async def test_a_follow_takes_the_link_once_x_has_refused_it(house: House) -> None:
    network = house.build()

    assert network.path(ActKind.FOLLOW, None, NOTHING) is Path.API
    assert network.path(ActKind.FOLLOW, POST, frozenset({ActKind.FOLLOW})) is Path.LINK


async def test_a_link_costs_nothing_and_a_call_its_price(house: House) -> None:
    network = house.build()

    prices = [network.price(kind, Path.API).micros for kind in (ActKind.FOLLOW, ActKind.REPLY)]
    assert prices == [15_000, 10_000]
    assert network.price(ActKind.FOLLOW, Path.LINK).micros == 0


async def test_links_lead_to_x_and_carry_any_text(house: House) -> None:
    network = house.build(web_url="http://127.0.0.1:1/x/")

    assert network.follow_url("77") == "http://127.0.0.1:1/x/intent/follow?user_id=77"
    assert network.reply_url("5", "a&b=c #1\né").endswith("in_reply_to=5&text=a%26b%3Dc%20%231%0A%C3%A9")
    assert network.post_url("5", "ana") == "http://127.0.0.1:1/x/ana/status/5"
    assert network.post_url("5", None) == "http://127.0.0.1:1/x/i/status/5"
    assert network.profile_url("ana/../b") == "http://127.0.0.1:1/x/ana%2F..%2Fb"


@pytest.mark.parametrize(
    ("text", "used", "fits"),
    [
        ("hello", 5, True),
        ("see https://example.com/a/very/long/address/that/goes/on", 27, True),
        ("漢字", 4, True),
        ("👩‍👩‍👧‍👧", 2, True),
        ("a" * 280, 280, True),
        ("a" * 281, 281, False),
        ("", 0, False),
        ("   ", 3, False),
    ],
)
async def test_a_text_is_counted_as_x_counts_it(house: House, text: str, used: int, fits: bool) -> None:
    measure = house.build().measure(text)

    assert (measure.used if text.strip() else used, measure.limit, measure.fits) == (used, 280, fits)


async def test_an_account_x_does_not_name_is_asked_for_again(house: House) -> None:
    house.x.on("GET /2/users/me", {"data": {"name": "Brand"}})

    with pytest.raises(TryAgain):
        await house.build().me()
