"""What calls cost, and the hard limit of a day."""

import asyncio
from collections.abc import Collection
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any
from weakref import WeakKeyDictionary

from mutuals.domain import budgets
from mutuals.domain.errors import MutualsError, Paused
from mutuals.ports.clock import Clock
from mutuals.ports.store import Store

LIMIT_VARIABLE, MONTH_VARIABLE = "MUTUALS_DAILY_DOLLARS", "MUTUALS_MONTHLY_DOLLARS"
_MICROS = 1_000_000
# What a call may cost counts until it is paid, so that calls side by side don't pass the limit together.
# A task makes one call at a time; one that failed or found nothing is never paid and is forgotten by then.
_HELD_FOR = timedelta(minutes=1)


def utc_day(at: datetime) -> str:
    """The UTC day of an aware UTC time, as the store counts spending."""
    return at.date().isoformat()


class StoredSpendingLimiter:
    """The port `SpendingLimiter` of one brand, over the store. Before the brand is known (sign-in) it keeps
    what was bought, and `bind` writes it down."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        network: str,
        limit_micros: int,
        brand_id: str | None = None,
        month_micros: int = 0,
    ) -> None:
        """`month_micros` is the budget of a UTC month (0: none).
        `network` is the title of the network that is paid, for the sentence when the limit is reached."""
        self._store = store
        self._clock = clock
        self._network = network
        self._limit, self._month = limit_micros, month_micros
        self._brand_id = brand_id
        self._held: WeakKeyDictionary[asyncio.Task[Any], tuple[datetime, int]] = WeakKeyDictionary()
        self._unwritten: list[tuple[str, str, int, int, Collection[str]]] = []

    async def bind(self, brand_id: str) -> None:
        """Say whose spending this is, and write down what it bought before."""
        self._brand_id = brand_id
        await self._write_down()

    async def ask(self, micros: int) -> None:
        """Before a call that may cost this much. Raises Paused, until the next UTC midnight."""
        if micros <= 0:
            return
        now = self._clock.now()
        spent = await self._spent(utc_day(now))
        if spent + self._held_by_others(now) + micros > self._limit:
            raise self._reached(now, spent)
        if (
            self._month
            and (bought := await self._spent_in_month(now)) + self._held_by_others(now) + micros > self._month
        ):
            raise self._month_reached(now, bought)
        self._held[_task()] = (now + _HELD_FOR, micros)

    async def paid(self, names: Collection[str]) -> set[str]:
        """Which of these were bought on this UTC day, also before a restart."""
        day = utc_day(self._clock.now())
        found = {one for when, *_, some in self._unwritten if when == day for one in some}.intersection(names)
        if self._brand_id is not None and len(found) < len(names):
            async with self._store.reading(self._brand_id) as tx:
                found |= await tx.spending.paid(day, names)
        return found

    async def spent(self, what: str, units: int, micros: int, names: Collection[str] = ()) -> None:
        """After a call: what was bought and what it cost. Raises nothing: the call was made, and a
        database that can't take it now gets it with the next one."""
        self._unwritten.append((utc_day(self._clock.now()), what, units, micros, names))
        self._held.pop(_task(), None)
        with suppress(MutualsError):
            await self._write_down()

    async def _write_down(self) -> None:
        if self._brand_id is None or not self._unwritten:
            return
        async with self._store.transaction(self._brand_id) as tx:
            written = len(self._unwritten)
            for day, what, units, micros, names in self._unwritten[:written]:
                await tx.spending.add(day, what, units, micros)
                if names:
                    await tx.spending.mark_paid(day, names)
        del self._unwritten[:written]  # at once after the commit, so that nobody counts it twice

    def _held_by_others(self, now: datetime) -> int:
        mine = _task()
        return sum(
            micros
            for task, (until, micros) in self._held.items()
            if task is not mine and not task.done() and now < until
        )

    async def _spent(self, day: str) -> int:
        written = 0
        if self._brand_id is not None:
            async with self._store.reading(self._brand_id) as tx:
                written = await tx.spending.spent(day)
        return written + sum(micros for when, _, _, micros, _ in self._unwritten if when == day)

    async def _spent_in_month(self, now: datetime) -> int:
        first, written = budgets.month_start(now).isoformat(), 0
        if self._brand_id is not None:
            async with self._store.reading(self._brand_id) as tx:
                written = sum(micros for _, micros in (await tx.spending.since(first)).values())
        return written + sum(micros for when, _, _, micros, _ in self._unwritten if when >= first)

    def _month_reached(self, now: datetime, spent: int) -> Paused:
        first = budgets.month_start(now) + timedelta(days=budgets.month_length(now))
        until = now.replace(
            year=first.year, month=first.month, day=1, hour=0, minute=0, second=0, microsecond=0
        )
        return Paused(
            f"This month's budget for {self._network} is reached: ${spent / _MICROS:.2f} of ${self._month / _MICROS:.2f} are "
            f"spent. Nothing more is asked of {self._network} until {until:%d %B}, 00:00 UTC. "
            f"To go on now, raise {MONTH_VARIABLE} and start Mutuals again.",
            until=until,
        )

    def _reached(self, now: datetime, spent: int) -> Paused:
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        return Paused(
            f"Today's limit for {self._network} is reached: ${spent / _MICROS:.2f} of ${self._limit / _MICROS:.2f} are spent, "
            f"and the next call would pass it. Nothing more is asked of {self._network} until 00:00 UTC. "
            f"To go on today, raise {LIMIT_VARIABLE} and start Mutuals again.",
            until=midnight,
        )


def _task() -> asyncio.Task[Any]:
    task = asyncio.current_task()
    assert task is not None  # both callers are coroutines of a running loop
    return task
