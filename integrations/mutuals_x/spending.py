"""Counts what X charges by the price list, and keeps within the limits of spending."""

from collections.abc import Iterable
from datetime import UTC, date

from mutuals.ports.clock import Clock
from mutuals.ports.spending import SpendingLimiter
from mutuals_x.prices import PricedItem


class XSpending:
    """Asks the limiter before a call, tells it after, and knows what is paid for today already."""

    def __init__(self, meter: SpendingLimiter, clock: Clock, *, owned: bool) -> None:
        self._meter = meter
        self._clock = clock
        self._owned = owned
        self._day: date | None = None
        self._paid: set[str] = set()  # by kind and id

    def price(self, item: PricedItem) -> int:
        """The price of one, in millionths of a dollar."""
        return item.price(owned=self._owned)

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
            await self._meter.spent(item.title, len(new), len(new) * self.price(item), new)

    async def ask(self, item: PricedItem) -> None:
        """Before a single act. Raises Paused."""
        await self._meter.ask(self.price(item))

    async def spent(self, item: PricedItem) -> None:
        """After a single act."""
        await self._meter.spent(item.title, 1, self.price(item))

    async def _new(self, item: PricedItem, ids: Iterable[str]) -> set[str]:
        """What is not paid for yet; a process that was started again, or another one, has paid, too."""
        today = self._clock.now().astimezone(UTC).date()
        if today != self._day:
            self._day, self._paid = today, set()
        unknown = {f"{item.once}/{one}" for one in ids} - self._paid
        if unknown:
            self._paid |= await self._meter.paid(unknown)
        return unknown - self._paid
