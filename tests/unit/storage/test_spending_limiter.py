"""The hard limit of a day."""

import asyncio
from datetime import UTC, datetime

import pytest

from mutuals.domain.errors import Paused
from mutuals.storage.spending_limiter import StoredSpendingLimiter
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.databases import clock, store
from tests.support.values import BRAND

__all__ = ["clock", "store"]

DOLLAR = 1_000_000
EVENING = datetime(2026, 3, 2, 21, 30, tzinfo=UTC)


@pytest.fixture
def limiter(store: SqlStore, clock: FixedClock) -> StoredSpendingLimiter:
    clock.at = EVENING
    return StoredSpendingLimiter(store, clock, network="X", limit_micros=5 * DOLLAR, brand_id=BRAND)


async def test_a_call_that_would_pass_the_limit_waits_for_midnight(limiter: StoredSpendingLimiter) -> None:
    await limiter.ask(4 * DOLLAR)
    await limiter.spent("posts", 800, 4 * DOLLAR)
    await limiter.ask(1 * DOLLAR)

    with pytest.raises(Paused, match=r"\$4\.00 of \$5\.00") as caught:
        await limiter.ask(1 * DOLLAR + 1)
    assert caught.value.until == datetime(2026, 3, 3, tzinfo=UTC)
    assert "MUTUALS_DAILY_DOLLARS" in str(caught.value)


async def test_the_next_day_begins_with_nothing_spent(
    limiter: StoredSpendingLimiter, clock: FixedClock
) -> None:
    await limiter.spent("posts", 1, 5 * DOLLAR)
    clock.move(3 * 3600)

    await limiter.ask(5 * DOLLAR)


async def test_what_is_free_is_never_refused(limiter: StoredSpendingLimiter) -> None:
    await limiter.spent("posts", 1, 9 * DOLLAR)

    await limiter.ask(0)


async def test_calls_side_by_side_do_not_pass_the_limit_together(limiter: StoredSpendingLimiter) -> None:
    async def call() -> bool:
        try:
            await limiter.ask(2 * DOLLAR)
        except Paused:
            return False
        await asyncio.sleep(0.05)
        await limiter.spent("people", 1, 2 * DOLLAR)
        return True

    assert sorted(await asyncio.gather(*(call() for _ in range(5)))) == [False, False, False, True, True]


async def test_a_call_that_found_nothing_holds_no_money_back(limiter: StoredSpendingLimiter) -> None:
    for _ in range(4):
        await limiter.ask(4 * DOLLAR)  # each look may cost so much, and none did
    await asyncio.gather(asyncio.create_task(limiter.ask(1 * DOLLAR)))


async def test_before_sign_in_the_money_is_counted_and_written_down_later(
    store: SqlStore,
    clock: FixedClock,
) -> None:
    limiter = StoredSpendingLimiter(store, clock, network="X", limit_micros=DOLLAR)
    await limiter.spent("people", 1, DOLLAR)
    with pytest.raises(Paused):
        await limiter.ask(1)
    await limiter.bind(BRAND)
    await limiter.spent("posts", 2, 10)

    with pytest.raises(Paused):
        await limiter.ask(1)
    async with store.transaction(BRAND) as tx:
        assert await tx.spending.since("2026-03-02") == {"people": (1, DOLLAR), "posts": (2, 10)}


async def test_the_months_budget_holds_until_the_first_of_the_next(
    store: SqlStore, clock: FixedClock
) -> None:
    clock.at = EVENING
    limiter = StoredSpendingLimiter(
        store, clock, network="X", limit_micros=9 * DOLLAR, brand_id=BRAND, month_micros=6 * DOLLAR
    )
    await limiter.spent("posts", 1, 5 * DOLLAR)
    clock.move(24 * 3600)

    await limiter.ask(1 * DOLLAR)
    with pytest.raises(Paused, match=r"\$5\.00 of \$6\.00") as caught:
        await limiter.ask(1 * DOLLAR + 1)

    assert caught.value.until == datetime(2026, 4, 1, tzinfo=UTC)
    assert "MUTUALS_MONTHLY_DOLLARS" in str(caught.value)
    clock.at = datetime(2026, 4, 1, tzinfo=UTC)
    await limiter.ask(6 * DOLLAR)
