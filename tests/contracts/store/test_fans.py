"""What people did as fans, and whom to follow back: the best score first."""

import math
from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest

from mutuals.domain.model import Credit, Fan
from mutuals.ports.store import Store
from tests.support.fans import DAY, best_of, put_crowd
from tests.support.values import BRAND, START, fan

MINUTE = timedelta(minutes=1)


async def test_a_credit_adds_to_a_fan_and_changes_nothing_else_of_them(store: Store) -> None:
    known = fan(
        "known",
        3.0,
        interactions=3,
        first_at=START,
        two_way=2,
        answered_at=START,
        checked_at=START,
        follows_us=True,
        preference="talk",
    )
    earlier, later = START - 5 * MINUTE, START + 7 * MINUTE
    async with store.transaction(BRAND) as tx:
        await tx.fans.put([known])
        await tx.fans.credit([])
        await tx.fans.credit([Credit("known", 2.0, 4, earlier, later), Credit("new", 1.0, 1, later, later)])
        await tx.fans.credit([Credit("new", 1.0, 1, earlier, earlier), Credit("new", 1.0, 1, START, START)])

        fans = await tx.fans.by_ids(["known", "new"])
    score = cast("float", pytest.approx(math.log(math.exp(3.0) + math.exp(2.0))))
    assert fans["known"] == replace(known, log_score=score, interactions=7, first_at=earlier, last_at=later)
    assert fans["new"] == Fan(
        BRAND, "new", cast("float", pytest.approx(1.0 + math.log(3))), 3, earlier, later
    )


async def test_each_answer_of_ours_to_a_fan_counts_once_and_the_last_one_stays_the_last(store: Store) -> None:
    before = fan("ann", two_way=1, answered_at=START)
    async with store.transaction(BRAND) as tx:
        await tx.fans.put([before, fan("bob")])
        await tx.fans.record_answers([])
        await tx.fans.record_answers(
            [("ann", START - MINUTE), ("bob", START), ("bob", START + MINUTE), ("nobody", START)]
        )

        fans = await tx.fans.by_ids(["ann", "bob", "nobody"])
    assert fans == {"ann": replace(before, two_way=2),
                    "bob": replace(fan("bob"), two_way=2, answered_at=START + MINUTE)}  # fmt: skip


async def test_the_top_fans_are_unfollowed_active_frequent_and_willing(store: Store) -> None:
    best, second = fan("1", 5.0), fan("2", 4.0, we_follow=False, preference="talk")
    others = [
        fan("3", 9.0, we_follow=True),
        fan("4", 9.0, last_at=START - timedelta(days=40)),
        fan("5", 9.0, interactions=2),
        fan("6", 9.0, preference="leave_alone"),
        fan("7", -3.0),
    ]
    async with store.transaction(BRAND) as tx:
        await tx.fans.put([second, *others, best])
        found = await tx.fans.top(2, active_since=START - timedelta(days=30), at_least=5)

    assert found == [best, second]


@pytest.fixture
async def people(store: Store) -> list[Fan]:
    return await put_crowd(store)


QUESTIONS = [
    (200, 30, 5),
    (200, 30, 2),
    (200, 90, 1),
    (9, 99, 1),
    (2000, 99, 1),
    (5, 7.3, 8),
    (50, -0.5, 1),
    (9, -2, 1),
]


async def test_the_best_are_the_same_as_by_going_through_all(store: Store, people: list[Fan]) -> None:
    for limit, days, at_least in QUESTIONS:
        async with store.transaction(BRAND) as tx:
            found = await tx.fans.top(limit, active_since=START - days * DAY, at_least=at_least)

        assert found == best_of(people, limit, days, at_least)


async def test_a_fan_who_speaks_again_is_found_where_they_are_now(store: Store) -> None:
    silent = fan("1", 2.0, interactions=4, last_at=START - 60 * DAY)
    back = fan("1", 3.0, interactions=5, last_at=START)
    async with store.transaction(BRAND) as tx:
        await tx.fans.put([silent])
        assert await tx.fans.top(9, active_since=START - 30 * DAY, at_least=5) == []
        await tx.fans.put([back])
        assert await tx.fans.top(9, active_since=START - 30 * DAY, at_least=5) == [back]
