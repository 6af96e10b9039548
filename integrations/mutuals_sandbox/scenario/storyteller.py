"""The story as it goes on beside a visitor: it begins when somebody looks, and can be paused."""

import asyncio
import random
from collections.abc import Callable

from mutuals_sandbox.scenario.events import EventGenerator
from mutuals_sandbox.scenario.people import Cast
from mutuals_sandbox.world import World

FIRST_SECONDS = 4.0  # from the first look to the first new post: time to read where one is


class Storyteller:
    """Lets one thing happen about every `every_seconds`, once somebody looks and while nothing holds it."""

    def __init__(self, world: World, cast: Cast, seed: int, every_seconds: float) -> None:
        self._dice = random.Random(seed)
        self._events = EventGenerator(world, cast, self._dice)
        self._every = every_seconds
        self._begun, self._going = asyncio.Event(), asyncio.Event()
        self._going.set()
        self._held_by: set[str] = set()
        self._callbacks: list[Callable[..., None]] = []

    @property
    def paused(self) -> bool:
        """Does something hold it?"""
        return bool(self._held_by)

    def subscribe(self, callback: Callable[..., None]) -> None:
        """Call back after each pause and each going on."""
        self._callbacks.append(callback)

    def begin(self) -> None:
        """Somebody looks: from now on things happen."""
        self._begun.set()

    def hold(self, who: str) -> None:
        """Pause; each `who` (the visitor, the tour) lets go for itself."""
        self._held_by.add(who)
        self._changed()

    def let_go(self, who: str) -> None:
        """Go on, unless somebody else holds it, too. The visitor's own wish wins over all."""
        self._held_by = set() if who == "visitor" else self._held_by - {who}
        self._changed()

    def _changed(self) -> None:
        if self._held_by:
            self._going.clear()
        else:
            self._going.set()
        for callback in self._callbacks:
            callback()

    async def run(self) -> None:
        """Go on for ever. Ends by cancellation."""
        await self._begun.wait()
        wait = FIRST_SECONDS
        while True:
            await self._going.wait()
            await asyncio.sleep(wait)
            if self._going.is_set():
                self._events.step()
                wait = self._every * self._dice.uniform(0.6, 1.4)
