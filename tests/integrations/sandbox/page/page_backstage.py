"""The stage in a thread of its own, for tests that block on a browser."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from tests.integrations.sandbox.page.page_stage import Stage

Result = TypeVar("Result")


class Backstage:
    """A stage that runs meanwhile; `run` and `call` do something over there."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.stage = Stage()
        self.run(self.stage.start())

    def run(self, work: Coroutine[Any, Any, Result], seconds: float = 30.0) -> Result:
        """Do something over there and wait for its result."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(seconds)

    def call(self, work: Callable[[], Result]) -> Result:
        """Call a plain function over there."""

        async def wrapped() -> Result:
            return work()

        return self.run(wrapped())

    def close(self) -> None:
        self.run(self.stage.stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(5)
        self.loop.close()
