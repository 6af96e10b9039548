"""When posts that the chats quote are looked at again."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.rechecks import QuotedPost, due, free, longest_gap

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)


def quoted(
    post_id: str = "1", *, is_open: bool = True, read: float = 0.0, looked: float | None = None
) -> QuotedPost:
    """A post, read and looked at so many days after the first morning."""
    return QuotedPost(
        post_id, is_open, MORNING + read * DAY, None if looked is None else MORNING + looked * DAY
    )


def looks(post: QuotedPost, days: int) -> list[float]:
    """The days on which a post is looked at when nothing holds that back."""
    at, found = MORNING, list[float]()
    while at < MORNING + days * DAY:
        at += timedelta(minutes=10)
        if due([post], at, 9) or free([post], at):
            post = QuotedPost(post.id, post.is_open, post.read_at, at)
            found.append(round((at - MORNING) / DAY, 1))
    return found


def test_a_post_that_waits_is_looked_at_on_its_first_evening_and_then_ever_more_seldom() -> None:
    found = looks(quoted(), 12)

    assert found[0] == 0.5  # 22 o'clock of the same day: that costs nothing
    gaps = [later - earlier for earlier, later in pairwise(found)]
    assert max(gaps[:2]) <= 1.01
    assert gaps[-1] > 2


def test_what_is_settled_is_looked_at_after_two_days_then_four_eight_and_so_on() -> None:
    assert [round(day) for day in looks(quoted(is_open=False), 35)] == [2, 4, 8, 15, 31]


def test_what_was_read_or_looked_at_today_is_not_bought_again_today() -> None:
    midnight = MORNING.replace(hour=0)
    early = QuotedPost("1", True, midnight - DAY, midnight + timedelta(minutes=1))

    assert due([early], midnight + 23.9 * HOUR, 9) == []
    assert due([early], midnight + 24.1 * HOUR, 9) == ["1"]


def test_open_alerts_come_first_and_a_fifth_is_kept_for_settled_ones() -> None:
    waiting = [quoted(f"open{number}", read=-number) for number in range(2, 22)]
    settled = [quoted(f"settled{number}", is_open=False, read=-number) for number in range(3, 33)]

    taken = due([*settled, *waiting], MORNING, 10)

    assert [post_id for post_id in taken if post_id.startswith("open")] == taken[:8]
    assert (taken[0], taken[8]) == ("open21", "settled32")
    assert len(due([*settled, *waiting[:3]], MORNING, 10)) == 10
    assert due(waiting, MORNING, 0) == []


def test_a_look_by_a_clock_that_was_ahead_does_not_count() -> None:
    assert due([quoted(read=-2, looked=9)], MORNING, 9) == ["1"]
    assert longest_gap([quoted(read=-2, looked=9)], MORNING, is_open=True) == 2 * DAY


def test_the_longest_gap_is_told_of_open_and_of_settled_ones_apart() -> None:
    posts = [quoted("1", read=-3), quoted("2", read=-9, looked=-1), quoted("3", is_open=False, read=-20)]

    assert longest_gap(posts, MORNING, is_open=True) == 3 * DAY
    assert longest_gap(posts, MORNING, is_open=False) == 20 * DAY
    assert longest_gap([], MORNING, is_open=True) == timedelta()


posts_of_any_age = st.builds(
    QuotedPost,
    id=st.integers(0, 99).map(str),
    is_open=st.booleans(),
    read_at=st.integers(0, 60 * 24).map(lambda hours: MORNING - hours * HOUR),
    looked_at=st.none() | st.integers(0, 60 * 24).map(lambda hours: MORNING - hours * HOUR),
)


@given(st.lists(posts_of_any_age, unique_by=lambda post: post.id), st.integers(0, 30), st.integers(0, 48))
def test_never_more_than_allowed_none_twice_and_none_on_the_day_of_its_last_look(
    posts: list[QuotedPost], most: int, later: int
) -> None:
    now = MORNING + later * HOUR
    by_id = {post.id: post for post in posts}

    taken = due(posts, now, most)

    assert len(taken) == len(set(taken)) <= most
    assert all(by_id[post_id].seen_at(now).date() < now.date() for post_id in taken)
    assert not set(taken) & set(free(posts, now))
    room_left = len(taken) < most
    assert not room_left or {post.id for post in posts if post.is_due(now)} == set(taken)
