"""Who may work on a brand's rows: one writer at a time, and readers who wait for nobody."""

import asyncio
from collections.abc import Callable
from typing import Any, cast

from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.testing.memory.unit_of_work import MemoryUnitOfWork


class BrandTransactions:
    """One brand's rows; `async with` it is a write transaction, serial with others."""

    def __init__(
        self, brand_id: str, stamp: Callable[[], int], writers: set[asyncio.Task[Any] | None]
    ) -> None:
        self.rows = MemoryUnitOfWork(brand_id, stamp)
        self._lock = asyncio.Lock()
        self._writers = writers  # of all brands: who writes in one can't begin in another
        self._before: MemoryUnitOfWork | None = None  # what readers see while somebody writes

    async def __aenter__(self) -> UnitOfWork:
        """Begin. Raises RuntimeError inside of another transaction of the same task."""
        writer = asyncio.current_task()
        if writer in self._writers:
            raise RuntimeError("a transaction inside another of the same task would wait for itself for ever")
        await self._lock.acquire()
        self._writers.add(writer)
        self.rows.journal.is_open = True
        return self.rows

    async def __aexit__(self, kind: type[BaseException] | None, *_error: object) -> None:
        """End: what was written stays, or after an exception none of it."""
        if kind is None:
            self.rows.journal.commit()
        else:
            self.rows.journal.undo()
        self._before = None
        self._writers.discard(asyncio.current_task())
        self._lock.release()

    def committed(self) -> MemoryUnitOfWork:
        """The rows as the last transaction has left them."""
        if not self.rows.journal.before:
            return self.rows
        self._before = self._before or self.rows.committed()
        return self._before

    def reading(self) -> "Reading":
        """The rows to read only."""
        return Reading(self)


class Reading:
    """One brand's rows to read only: each call sees what was committed by then."""

    def __init__(self, brand: BrandTransactions) -> None:
        self._brand = brand

    def __getattr__(self, name: str) -> Any:
        return getattr(self._brand.committed(), name)

    async def __aenter__(self) -> UnitOfWork:
        return cast("UnitOfWork", self)

    async def __aexit__(self, *_error: object) -> None:
        """Nothing is to be ended."""
