"""What X charges, in millionths of a dollar, and the spending limiter that counts it.

Prices: docs.x.com getting-started/pricing, read 2026-08-22; no live call was made. The same post
or person is charged once per UTC day ("soft guarantee"); failed calls and missing posts are free.
Owned reads (an app that belongs to the very account that signed in) exist for an account's own
mentions and posts only, not for look-ups. GET users/me is counted as a look-up; others report it free.
"""

from collections.abc import Iterable
from datetime import UTC, date
from enum import Enum

from mutuals.ports.clock import Clock
from mutuals.ports.spending import SpendingLimiter

REPLY = 10_000  # a reply to somebody who addressed us; apps may make no other, whatever link it holds
FOLLOW = 15_000  # listed, though only Enterprise may call it
OWNED = 1_000


class PricedItem(Enum):
    """What can be read: (its name in the books, list price, whether the owned price exists)."""

    TIMELINE = ("posts read", 5_000, True)
    POST = ("posts checked", 5_000, False)
    PERSON = ("people looked up", 10_000, False)

    @property
    def space(self) -> str:
        """Posts are charged once a day however they were read."""
        return "person" if self is PricedItem.PERSON else "post"


class XSpending:
    """Asks the meter before, tells it after, and knows what is paid for today already."""

    def __init__(self, meter: SpendingLimiter, clock: Clock, *, owned: bool) -> None:
        self._meter = meter
        self._clock = clock
        self._owned = owned
        self._day: date | None = None
        self._paid: set[str] = set()  # by kind and id

    def price(self, item: PricedItem) -> int:
        """The price of one, in millionths of a dollar."""
        _, micros, can_be_owned = item.value
        return OWNED if self._owned and can_be_owned else micros

    async def ask_page(self, item: PricedItem, size: int) -> None:
        """Before a page of up to `size` unknown ones. Raises Paused."""
        await self._meter.ask(size * self.price(item))

    async def ask_ids(self, item: PricedItem, ids: Iterable[str]) -> None:
        """Before a look-up of these; those paid for today are free. Raises Paused."""
        await self._meter.ask(len(await self._new(item, ids)) * self.price(item))

    async def read(self, item: PricedItem, ids: Iterable[str]) -> None:
        """After an answer that held these."""
        new = await self._new(item, ids)
        self._paid |= new
        if new:
            await self._meter.spent(item.value[0], len(new), len(new) * self.price(item), new)

    async def ask(self, micros: int) -> None:
        """Before a single act. Raises Paused."""
        await self._meter.ask(micros)

    async def spent(self, what: str, micros: int) -> None:
        """After a single act."""
        await self._meter.spent(what, 1, micros)

    async def _new(self, item: PricedItem, ids: Iterable[str]) -> set[str]:
        """What is not paid for yet; a process that was started again, or another one, has paid, too."""
        today = self._clock.now().astimezone(UTC).date()
        if today != self._day:
            self._day, self._paid = today, set()
        unknown = {f"{item.space}/{one}" for one in ids} - self._paid
        if unknown:
            self._paid |= await self._meter.paid(unknown)
        return unknown - self._paid
