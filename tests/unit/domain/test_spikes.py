"""When far more is said to a brand than usual: which hour is an alarm, which is chance, and when it is over."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import spikes
from mutuals.domain.hour_counts import HOUR, HourCount, counted, hour_of
from mutuals.domain.model import Category, Post
from mutuals.domain.spikes import (
    Spike,
    SpikeKind,
    baseline,
    chance,
    from_doc,
    lately,
    share_stands_out,
    step,
    to_doc,
    usual,
)

MONDAY = datetime(2026, 11, 2, tzinfo=UTC)
NOW = MONDAY + timedelta(days=28, hours=14, minutes=40)
FIRST = MONDAY


def weeks(rate: Callable[[datetime], float], *, seed: int = 3, days: int = 28) -> dict[datetime, HourCount]:
    """Hours up to the one before NOW's, by chance alone at this rate; a fifth complains, a tenth praises."""
    dice = random.Random(seed)
    found = {}
    for n in range(days * 24 + 14):
        hour = MONDAY + timedelta(days=28 - days) + n * HOUR
        posts = chance_count(dice, rate(hour))
        found[hour] = HourCount(posts, round(posts * 0.2), 0, round(posts * 0.1))
    return found


def chance_count(dice: random.Random, rate: float) -> int:
    """How many came in an hour, at random."""
    count, passed = 0, dice.expovariate(rate) if rate > 0 else 2.0
    while passed < 1:
        count, passed = count + 1, passed + dice.expovariate(rate)
    return count


def by_day(hour: datetime) -> float:
    """A brand that is talked to by day."""
    return 8.0 if 8 <= hour.hour < 20 else 0.5


def now_with(known: dict[datetime, HourCount], **count: int) -> dict[datetime, HourCount]:
    return known | {hour_of(NOW): HourCount(**count)}


def test_five_times_as_much_as_usual_is_an_alarm_already_within_the_hour():
    known = weeks(by_day)

    assert seen(now_with(known, posts=40, complaints=8, praise=4), FIRST, NOW) is SpikeKind.POSTS
    assert seen(now_with(known, posts=14, complaints=3, praise=1), FIRST, NOW) is None


def test_a_night_is_measured_by_nights():
    known = weeks(by_day)
    night = NOW.replace(hour=3)
    known = {hour: one for hour, one in known.items() if hour < hour_of(night)}

    assert seen(known | {hour_of(night): HourCount(16)}, FIRST, night) is SpikeKind.POSTS
    assert seen(now_with(weeks(by_day), posts=16), FIRST, NOW) is None


def test_far_more_complaints_among_as_many_posts_are_an_alarm_too():
    known, before = weeks(by_day), [hour_of(NOW) - HOUR, hour_of(NOW) - 2 * HOUR]
    angry = known | dict.fromkeys(before, HourCount(9, 7))
    usual_ones = known | dict.fromkeys(before, HourCount(9, 2))

    assert seen(now_with(angry, posts=8, complaints=7), FIRST, NOW) is SpikeKind.COMPLAINTS
    assert seen(now_with(usual_ones, posts=8, complaints=2), FIRST, NOW) is None


def test_far_more_praise_is_told_as_praise():
    known = weeks(by_day)

    assert seen(now_with(known, posts=44, complaints=2, praise=35), FIRST, NOW) is SpikeKind.PRAISE


def test_of_a_brand_that_is_new_to_us_nothing_is_known():
    known = weeks(by_day, days=2)

    assert seen(now_with(known, posts=400, complaints=300), min(known), NOW) is None


@pytest.mark.parametrize("rate", [0.2, 2.0, 8.0, 120.0])
def test_chance_alone_is_no_alarm_in_a_year(rate: float):
    dice = random.Random(11)
    known = weeks(lambda _: rate)
    normal = baseline(known, FIRST, hour_of(NOW))
    assert normal is not None

    alarms = 0
    for _ in range(365 * 24):
        posts = chance_count(dice, rate)
        complaints = round(posts * 0.2)
        alarms += spikes.seen(now_with(known, posts=posts, complaints=complaints), normal, NOW) is not None

    assert alarms == 0


def test_a_brand_whose_hours_differ_much_by_themselves_needs_more():
    dice = random.Random(5)
    steady = weeks(lambda _: 20.0)
    bursty = {hour: HourCount(chance_count(dice, dice.choice([2.0, 8.0, 50.0]))) for hour in steady}

    assert seen(now_with(steady, posts=62), FIRST, NOW) is SpikeKind.POSTS
    assert seen(now_with(bursty, posts=62), FIRST, NOW) is None


def test_an_earlier_spike_is_not_what_is_usual():
    known = weeks(by_day)
    calm = usual(known, hour_of(NOW), FIRST)
    known[hour_of(NOW) - timedelta(days=7)] = HourCount(900, 800)
    after = usual(known, hour_of(NOW), FIRST)

    assert calm is not None
    assert after is not None
    assert after.posts < 1.5 * calm.posts


def seen(known: dict[datetime, HourCount], since: datetime, now: datetime) -> SpikeKind | None:
    """What a look at this moment finds, with what is known then; None also where nothing is usual yet."""
    normal = baseline(known, since, hour_of(now))
    return spikes.seen(known, normal, now) if normal else None


def looks(known: dict[datetime, HourCount], counts: list[int]):
    """What each look says, one at the end of each hour from NOW's on."""
    spike, told = None, []
    normal = baseline(known, FIRST, hour_of(NOW))
    for n, posts in enumerate(counts):
        now = hour_of(NOW) + n * HOUR + timedelta(minutes=59)
        known[hour_of(now)] = HourCount(posts)
        found = step(spike, known, normal, now)
        spike = found.spike
        told.append("began" * found.began + "doubled" * found.doubled + "ended" * found.ended)
    return told


def test_a_spike_is_told_once_again_when_it_doubles_and_once_when_it_is_calm():
    told = looks(weeks(lambda _: 8.0), [8, 50, 60, 120, 90, 40, 8, 7, 9, 8, 8])

    assert [one for one in told if one] == ["began", "doubled", "ended"]


def test_what_comes_back_soon_after_its_end_is_told_only_when_it_is_higher():
    again = looks(weeks(lambda _: 8.0), [50, 8, 8, 8, 8, 45, 8])
    higher = looks(weeks(lambda _: 8.0), [50, 8, 8, 8, 8, 75, 8])

    assert again.count("began") == 1
    assert higher.count("began") == 2


@given(st.lists(st.integers(0, 400), max_size=40))
def test_whatever_comes_each_episode_ends_before_the_next_begins(counts: list[int]):
    running = False
    for one in looks(weeks(lambda _: 8.0), counts):
        if "began" in one:
            assert not running
            running = True
        if "doubled" in one:
            assert running
        if "ended" in one:
            assert running
            running = False


@given(st.integers(1, 60), st.floats(0.01, 0.99), st.data())
def test_the_chance_of_so_many_is_that_of_the_coins(posts: int, share: float, data: st.DataObject):
    part = data.draw(st.integers(0, posts))
    exact = sum(comb(posts, n) * share**n * (1 - share) ** (posts - n) for n in range(part, posts + 1))

    assert chance(part, posts, share) == pytest.approx(exact, abs=1e-9)


def test_a_share_of_few_says_nothing():
    assert not share_stands_out(9, 10, 0.1)
    assert share_stands_out(20, 30, 0.1)


CATEGORIES = st.sampled_from(Category)
POSTS = st.lists(
    st.builds(
        Post,
        id=st.uuids().map(str),
        author_id=st.sampled_from(["ours", "mia", "gil"]),
        text=st.just("x"),
        at=st.integers(-3000, 3000).map(lambda minutes: NOW + timedelta(minutes=minutes)),
        conversation_id=st.just("c"),
        reposts=st.sampled_from([None, None, "p1", ""]),
        category=CATEGORIES,
    ),
    max_size=30,
)


@given(POSTS)
def test_counts_by_hour_are_those_of_the_posts_of_others(posts: list[Post]):
    theirs = [one for one in posts if one.author_id != "ours" and one.reposts is None]

    found = counted(posts, {"ours"}, NOW)

    assert sum(one.posts for one in found.values()) == len(theirs)
    assert sum(one.praise for one in found.values()) == sum(one.category is Category.PRAISE for one in theirs)
    assert all(hour <= NOW and hour == hour_of(hour) for hour in found)
    for hour, count in found.items():
        assert count.posts == sum(hour_of(min(one.at, NOW)) == hour for one in theirs)


def test_an_episode_is_kept_as_json():
    one = Spike(SpikeKind.PRAISE, NOW, 5, 9, NOW + HOUR, None)

    assert from_doc(to_doc(one)) == one
    assert lately({}, NOW) == HourCount()
