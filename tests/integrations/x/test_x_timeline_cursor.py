"""Where a reading goes on: after a cut in the middle, and with a little overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.errors import Paused
from mutuals.testing.spending import MemorySpendingLimiter
from mutuals_x.timeline_cursor import OVERLAP, TimelineCursor
from tests.integrations.x.scripted_x import ME, House, MakeRawPost

MENTIONS = f"GET /2/users/{ME}/mentions"
ids = st.integers(0, 2**62)


@given(ids, ids, ids)
def test_a_bookmark_comes_back_from_its_text(after: int, before: int, newest: int) -> None:
    mark = TimelineCursor(after, before, newest if before else 0)

    assert TimelineCursor.of(mark.cursor) == mark


@pytest.mark.parametrize("cursor", [None, "", "x", "-", "1-2-3-4", "٣", "9" * 400])
def test_what_is_no_bookmark_breaks_nothing(cursor: str | None) -> None:
    assert TimelineCursor.of(cursor).after >= 0


def test_a_cursor_of_before_is_understood() -> None:
    assert TimelineCursor.of("1979880205317046272") == TimelineCursor(1979880205317046272)


async def test_the_next_look_asks_a_minute_back_and_gives_nothing_twice(
    house: House, raw_post: MakeRawPost
) -> None:
    network, first, late, new = house.build(), 5 * OVERLAP, 5 * OVERLAP - 1, 5 * OVERLAP + 1
    house.x.on(MENTIONS, {"data": [raw_post(first)], "meta": {"result_count": 1}})
    found = await network.mentions(str(first - 1))
    house.x.on(MENTIONS, {"data": [raw_post(one) for one in (new, first, late)], "meta": {"result_count": 3}})
    again = await network.mentions(found.cursor)

    assert house.x.calls(MENTIONS)[-1].query["since_id"] == str(first - OVERLAP)
    assert [one.id for one in again.posts] == [str(late), str(new)]
    assert again.cursor == str(new)


async def test_a_reading_that_was_not_kept_is_given_again(house: House, raw_post: MakeRawPost) -> None:
    network, first = house.build(), 5 * OVERLAP
    house.x.on(MENTIONS, {"data": [raw_post(first)], "meta": {"result_count": 1}})
    once = await network.mentions(str(first - 1))
    again = await network.mentions(str(first - 1))

    assert once.posts == again.posts != ()


async def test_where_the_money_ends_between_two_pages_the_next_reading_goes_on_there(
    house: House, raw_post: MakeRawPost
) -> None:
    pages = [
        {"data": [raw_post(30), raw_post(29)], "meta": {"result_count": 2, "next_token": "p2"}},
        {"data": [raw_post(28)], "meta": {"result_count": 1}},
    ]
    house.limiter = MemorySpendingLimiter(
        limit=40_000
    )  # the smallest page fits, and no second one after two posts
    house.x.on(MENTIONS, *pages)
    network = house.build()
    cut = await network.mentions("9")
    house.limiter.limit = None
    house.x.on(MENTIONS, pages[1])
    rest = await network.mentions(cut.cursor)

    assert isinstance(cut.stopped, Paused)
    assert [one.id for one in (*cut.posts, *rest.posts)] == ["29", "30", "28"]
    asked = house.x.calls(MENTIONS)[-1].query
    assert (asked["since_id"], asked["until_id"]) == ("9", "29")
    assert rest.cursor == "30"


async def test_a_storm_within_the_overlap_is_no_gap_when_the_last_look_was_reached(
    house: House, raw_post: MakeRawPost
) -> None:
    network, last = house.build(), 5 * OVERLAP
    storm = [raw_post(last - number) for number in range(100)]
    page = {"data": storm, "meta": {"result_count": 100, "next_token": "more"}}
    house.x.on(MENTIONS, page)

    assert not (await network.mentions(str(last))).gap
