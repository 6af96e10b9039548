"""Mentions and own posts come in once, in order, and none is passed over."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from mutuals.domain.errors import Paused, TryAgain
from mutuals.testing.spending import MemorySpendingLimiter
from tests.integrations.x.scripted_x import ME, House, MakeRawPost, Reply

MENTIONS = f"GET /2/users/{ME}/mentions"
OWN = f"GET /2/users/{ME}/tweets"


def page(posts: Sequence[object], following: str | None = None) -> dict[str, Any]:
    meta: dict[str, Any] = {"result_count": len(posts)} | ({"next_token": following} if following else {})
    return {"data": posts, "meta": meta} if posts else {"meta": meta}


async def test_pages_are_read_until_caught_up_and_given_oldest_first(
    house: House, raw_post: MakeRawPost
) -> None:
    at = [f"2026-11-23T11:0{minute}:00Z" for minute in range(5)]
    newest_first = [raw_post(10 + n, created_at=at[n]) for n in (4, 3, 2, 1, 0)]
    house.x.on(MENTIONS, page(newest_first[:2], "p2"), page([], "p3"), page(newest_first[2:]))

    found = await house.build().mentions("9")

    assert [post.id for post in found.posts] == ["10", "11", "12", "13", "14"]
    assert (found.cursor, found.gap) == ("14", False)
    calls = house.x.calls(MENTIONS)
    assert [call.query.get("pagination_token") for call in calls] == [None, "p2", "p3"]
    assert {call.query["since_id"] for call in calls} == {"9"}
    assert all("expansions" not in call.query and "start_time" not in call.query for call in calls)


async def test_the_first_look_goes_no_further_back_than_asked(house: House) -> None:
    house.x.on(MENTIONS, page([]))

    found = await house.build().mentions(None, since=datetime(2026, 11, 22, 8, 30, 59, 9, tzinfo=UTC))

    query = house.x.calls(MENTIONS)[0].query
    assert query["start_time"] == "2026-11-22T08:30:59Z"
    assert "since_id" not in query
    assert found.cursor is None


async def test_a_first_look_without_a_bound_takes_the_newest_page(
    house: House, raw_post: MakeRawPost
) -> None:
    house.x.on(MENTIONS, page([raw_post(7)], "more"))

    found = await house.build().mentions(None)

    assert (found.cursor, found.gap, len(house.x.calls(MENTIONS))) == ("7", False, 1)


async def test_when_a_later_page_fails_the_next_look_begins_at_the_old_cursor(
    house: House, raw_post: MakeRawPost
) -> None:
    network = house.build()
    house.x.on(MENTIONS, page([raw_post(12)], "p2"), Reply({}, status=503))
    with pytest.raises(TryAgain):
        await network.mentions("9")

    house.x.on(MENTIONS, page([raw_post(12)], "p2"), page([raw_post(11)]))
    found = await network.mentions("9")

    assert [post.id for post in found.posts] == ["11", "12"]
    assert [units for what, units, _ in house.limiter.bought if what == "mentions read"] == [
        1,
        1,
    ]  # 12 is paid once


async def test_more_than_x_can_show_is_called_a_gap(house: House, raw_post: MakeRawPost) -> None:
    pages = [
        page([raw_post(10_000 - 100 * n - i) for i in range(100)], f"p{n}" if n < 8 else None)
        for n in range(9)
    ]
    house.x.on(MENTIONS, *pages)

    found = await house.build().mentions("9")

    assert (len(found.posts), found.gap, found.cursor) == (800, True, "10000")


async def test_a_server_that_repeats_its_pages_is_not_followed_for_ever(
    house: House, raw_post: MakeRawPost
) -> None:
    house.x.on(MENTIONS, page([raw_post(12)], "again"))

    found = await house.build().mentions("9")

    assert (found.gap, len(house.x.calls(MENTIONS))) == (True, 2)


async def test_the_cursor_never_moves_back(house: House, raw_post: MakeRawPost) -> None:
    house.x.on(MENTIONS, page([raw_post(5)]))

    assert (await house.build().mentions("9")).cursor == "9"


async def test_a_malformed_post_is_passed_over_once_and_counted(
    house: House, raw_post: MakeRawPost, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    broken: list[object] = [
        raw_post(12, text=None),
        raw_post(13, author_id={"x": 1}),
        "no object",
        None,
        {"id": []},
    ]
    house.x.on(MENTIONS, {"data": [raw_post(11), *broken], "meta": "none"})

    found = await house.build().mentions("9")

    assert [post.id for post in found.posts] == ["11"]
    assert found.cursor == "13"
    assert "malformed=5" in capsys.readouterr().out


async def test_near_the_limit_of_spending_pages_get_smaller_and_then_stop(
    house: House, raw_post: MakeRawPost
) -> None:
    house.limiter = MemorySpendingLimiter(limit=10_000 + 25 * 5_000)
    house.x.on(MENTIONS, page([raw_post(n) for n in range(12, 37)]), page([]))
    network = house.build()

    await network.mentions("9")
    with pytest.raises(Paused):
        await network.mentions("36")

    assert [call.query["max_results"] for call in house.x.calls(MENTIONS)] == ["25"]


async def test_own_posts_are_charged_once_a_day_in_utc(house: House, raw_post: MakeRawPost) -> None:
    house.x.on(OWN, page([raw_post(12, author_id=ME)]))
    network = house.build()

    await network.own_posts("9")
    await network.own_posts("9")
    house.clock.move(12 * 3600)
    await network.own_posts("9")

    assert house.limiter.bought[1:] == [("own posts read", 1, 5_000)] * 2


async def test_the_owned_price_counts_only_when_the_settings_say_so(
    house: House, raw_post: MakeRawPost
) -> None:
    house.x.on(MENTIONS, page([raw_post(12)]))

    await house.build(owned_app=True).mentions("9")

    assert house.limiter.bought[-1] == ("mentions read", 1, 1_000)


async def test_a_post_that_quotes_the_brand_without_naming_it_is_known_to_do_so(
    house: House, raw_post: MakeRawPost
) -> None:
    quote = [{"type": "quoted", "id": "3"}]
    house.x.on(
        MENTIONS,
        page([
            raw_post(12, entities=None, referenced_tweets=quote),
            raw_post(13, referenced_tweets=[{"type": "quoted", "id": "4"}]),
        ]),
    )  # fmt: skip

    found = await house.build().mentions("9")

    assert [post.quotes_person for post in found.posts] == [ME, None]


async def test_a_reply_of_ours_is_found_among_our_own_posts(house: House, raw_post: MakeRawPost) -> None:
    answer = raw_post(50, author_id=ME, referenced_tweets=[{"type": "replied_to", "id": "12"}])
    house.x.on(OWN, page([raw_post(51, author_id=ME), answer]))
    found = await house.build().find_replies(house.clock.now())

    assert [(one.id, one.in_reply_to) for one in found.posts] == [("50", "12")]
    assert house.x.calls(OWN)[0].query["start_time"] == "2026-11-23T12:00:00Z"


async def test_an_exhausted_limit_is_told_without_calling(house: House, raw_post: MakeRawPost) -> None:
    reset = str(int(house.clock.now().timestamp()) + 300)
    left = {"x-rate-limit-limit": "300", "x-rate-limit-remaining": "0", "x-rate-limit-reset": reset}
    house.x.on(MENTIONS, Reply(page([]), headers=left))
    house.x.on(OWN, page([]))
    network = house.build()
    await network.mentions("9")

    with pytest.raises(TryAgain) as caught:
        await network.mentions("9")
    await network.own_posts("9")

    assert caught.value.retry_after == pytest.approx(301)
    assert len(house.x.calls(MENTIONS)) == 1
    house.clock.move(301)
    await network.mentions("9")
    assert len(house.x.calls(MENTIONS)) == 2


async def test_a_429_without_a_reset_waits_longer_each_time(house: House) -> None:
    house.x.on(MENTIONS, Reply({"title": "Too Many Requests"}, status=429))
    network = house.build()
    waits = []

    for _ in range(3):
        with pytest.raises(TryAgain):
            await network.mentions("9")
        with pytest.raises(TryAgain) as caught:
            await network.mentions("9")
        waits.append(caught.value.retry_after - 1)
        house.clock.move(caught.value.retry_after)

    assert waits == [pytest.approx(60), pytest.approx(120), pytest.approx(240)]
    assert len(house.x.calls(MENTIONS)) == 3


async def test_a_usage_cap_does_not_look_like_a_rate_limit_the_second_time(house: House) -> None:
    capped = {"title": "UsageCapExceeded", "type": "https://api.twitter.com/2/problems/usage-capped"}
    house.x.on(MENTIONS, Reply(capped, status=429, headers={"x-rate-limit-remaining": "200"}))
    network = house.build()

    for _ in range(2):
        with pytest.raises(Paused):
            await network.mentions("9")


async def test_retry_after_is_honoured(house: House) -> None:
    house.x.on(MENTIONS, Reply({}, status=429, headers={"Retry-After": "7"}))

    with pytest.raises(TryAgain) as caught:
        await house.build().mentions("9")

    assert caught.value.retry_after == 7
