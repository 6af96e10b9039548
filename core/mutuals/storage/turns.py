"""A lock that is taken in the order of asking, but for the urgent ones: somebody sits before a form that must open now."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turns:
    """One at a time. `taken(urgent=True)` comes before all who only wait."""

    def __init__(self) -> None:
        self._is_taken = False
        self._waiting: tuple[deque[asyncio.Future[None]], ...] = (deque(), deque())  # urgent ones, others

    @asynccontextmanager
    async def taken(self, *, urgent: bool = False) -> AsyncIterator[None]:
        """Hold the lock inside."""
        await self._take(self._waiting[0 if urgent else 1])
        try:
            yield
        finally:
            self._pass_on()

    async def _take(self, line: deque[asyncio.Future[None]]) -> None:
        if not self._is_taken:
            self._is_taken = True
            return
        mine = asyncio.get_running_loop().create_future()
        line.append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled():
                self._pass_on()  # it was given to us in the moment in which we were cancelled
            raise

    def _pass_on(self) -> None:
        """Give the lock to the next one who still waits for it; it stays taken on the way."""
        for line in self._waiting:
            while line:
                following = line.popleft()
                if not following.done():
                    following.set_result(None)
                    return
        self._is_taken = False
