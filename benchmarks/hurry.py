"""An event loop whose seconds are shorter: everything that waits in it waits less, and all alike.

The service, the libraries it uses and the sandbox's services run in one such loop. A wait of a second, a
Retry-After, a time limit on a call and the seconds in which a chat counts messages shrink together, so
that who is refused, and in what order things come, stays as it is. Threads and processes are not hurried.
"""

import asyncio
import selectors
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

Result = TypeVar("Result")
START = datetime.fromisoformat("2026-11-23T12:00:00+00:00")  # a Monday noon


class _Selector(selectors.DefaultSelector):
    times = 1.0

    def select(self, timeout: float | None = None) -> Any:
        return super().select(timeout / self.times if timeout else timeout)


class HurriedLoop(asyncio.SelectorEventLoop):
    """Its clock runs `times` as fast as the machine's."""

    def __init__(self, times: float) -> None:
        selector = _Selector()
        selector.times = self.times = times
        super().__init__(selector)

    def time(self) -> float:
        """Seconds of this loop."""
        return super().time() * self.times


class HurriedClock:
    """A Clock that goes with the running loop, from a Monday noon on."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._began = self._loop.time()

    def seconds(self) -> float:
        """Seconds since the clock was made."""
        return self._loop.time() - self._began

    def now(self) -> datetime:
        """The time, in UTC."""
        return START + timedelta(seconds=self.seconds())

    def timestamp(self) -> float:
        """Seconds since 1970."""
        return self.now().timestamp()


def hurried(work: Callable[[], Awaitable[Result]], times: float) -> Result:
    """Run `work` in a loop of its own that runs so many times as fast."""

    async def main() -> Result:
        return await work()

    with asyncio.Runner(loop_factory=lambda: HurriedLoop(times)) as runner:
        return runner.run(main())
