"""What calls cost, and the hard limit of a day."""

from collections import deque
from datetime import datetime, timedelta

from mutuals.errors import Paused
from mutuals.ports import Clock, Store

LIMIT_VARIABLE = "MUTUALS_DAILY_DOLLARS"
_MICROS = 1_000_000
# A call that was asked for counts until it is paid, so that calls side by side don't pass the limit
# together; a call that failed is never paid and stops counting after this long.
_HELD_FOR = timedelta(minutes=2)


def utc_day(at: datetime) -> str:
    """The UTC day of an aware UTC time, as the store counts spending."""
    return at.date().isoformat()


class Purse:
    """The port `Meter` of one brand, over the store. Before the brand is known (sign-in) it keeps
    what was bought, and `bind` writes it down."""

    def __init__(self, store: Store, clock: Clock, *, limit_micros: int, brand_id: str | None = None) -> None:
        self._store = store
        self._clock = clock
        self._limit = limit_micros
        self._brand_id = brand_id
        self._held: deque[tuple[datetime, int]] = deque()
        self._unwritten: list[tuple[str, str, int, int]] = []

    async def bind(self, brand_id: str) -> None:
        """Say whose purse this is, and write down what it bought before."""
        self._brand_id = brand_id
        if not self._unwritten:
            return
        async with self._store.transaction(brand_id) as tx:
            for day, what, units, micros in self._unwritten:
                await tx.add_spent(day, what, units, micros)
        self._unwritten.clear()

    async def ask(self, micros: int) -> None:
        """Before a call that may cost this much. Raises Paused, until the next UTC midnight."""
        if micros <= 0:
            return
        now = self._clock.now()
        spent = await self._spent(utc_day(now))
        while self._held and self._held[0][0] <= now:
            self._held.popleft()
        if spent + sum(held for _, held in self._held) + micros > self._limit:
            raise self._reached(now, spent)
        self._held.append((now + _HELD_FOR, micros))

    async def spent(self, what: str, units: int, micros: int) -> None:
        """After a call: what was bought and what it cost."""
        if self._held:
            self._held.popleft()
        day = utc_day(self._clock.now())
        if self._brand_id is None:
            self._unwritten.append((day, what, units, micros))
            return
        async with self._store.transaction(self._brand_id) as tx:
            await tx.add_spent(day, what, units, micros)

    async def _spent(self, day: str) -> int:
        unwritten = sum(micros for when, _, _, micros in self._unwritten if when == day)
        if self._brand_id is None:
            return unwritten
        async with self._store.transaction(self._brand_id) as tx:
            return unwritten + await tx.spent(day)

    def _reached(self, now: datetime, spent: int) -> Paused:
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        return Paused(
            f"Today's limit for X is reached: ${spent / _MICROS:.2f} of ${self._limit / _MICROS:.2f} are spent, "
            "and the next call would pass it. Nothing more is asked of X until 00:00 UTC. "
            f"To go on today, raise {LIMIT_VARIABLE} and start Mutuals again.",
            until=midnight,
        )
