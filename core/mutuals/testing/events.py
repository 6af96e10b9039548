"""A network's event stream in memory: what it tells, and what goes wrong on the line."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mutuals.domain.errors import MutualsError, TryAgain
from mutuals.ports.events import EventBody, Heartbeat, NetworkEvent, StreamItem, StreamOpened

if TYPE_CHECKING:
    from mutuals.testing.network import MemoryNetwork

SILENT_AFTER = timedelta(seconds=30)


class MemoryEventStream:
    """Implements `mutuals.ports.events.EventStream`; a MemoryNetwork has one when `tells` is set.

    A test says `tell(body)` for what the network does not tell by itself (a revoked sign-in, a follow), and `cut()` or
    `fail(error)` for what goes wrong. What happens while the line is cut is told again only if `retells` is set.
    """

    silent_after = SILENT_AFTER

    def __init__(self, network: "MemoryNetwork") -> None:
        self._network, self.app = network, network.name
        self.subscribed = self.retells = False
        self.refuses: MutualsError | None = None  # raised by `subscribe` and `open`
        self.opened = 0  # how often the line was opened
        self._lines: list[asyncio.Queue[StreamItem | MutualsError]] = []
        self._told: list[tuple[datetime, NetworkEvent]] = []

    # --- what a test does ----------------------------------------------------------------

    def tell(self, body: EventBody, *, name: str = "") -> None:
        """Something happens; who is subscribed and listens is told."""
        if not self.subscribed:
            return
        event = NetworkEvent(self._network.account.id, name or f"event-{len(self._told) + 1}", body)
        self._told.append((self._network.clock.now(), event))
        self._say(event)

    def beat(self) -> None:
        """A sign of life."""
        self._say(Heartbeat())

    def cut(self) -> None:
        """The line is cut."""
        self.fail(TryAgain("The line was cut.", retry_after=0.0))

    def fail(self, error: MutualsError) -> None:
        """The line ends with this."""
        lines, self._lines = self._lines, []
        for line in lines:
            line.put_nowait(error)

    def _say(self, item: StreamItem) -> None:
        for line in self._lines:
            line.put_nowait(item)

    # --- the port ------------------------------------------------------------------------

    async def subscribe(self) -> None:
        """See EventStream.subscribe."""
        if self.refuses is not None:
            raise self.refuses
        self.subscribed = True

    async def unsubscribe(self) -> None:
        """See EventStream.unsubscribe."""
        self.subscribed = False

    async def open(self, since: datetime | None) -> AsyncIterator[StreamItem]:
        """See EventStream.open."""
        if self.refuses is not None:
            raise self.refuses
        self.opened += 1
        line: asyncio.Queue[StreamItem | MutualsError] = asyncio.Queue()
        self._lines.append(line)
        again = since if self.retells else None
        yield StreamOpened(complete=again is not None)
        for at, event in [one for one in self._told if again is not None and one[0] >= again]:
            del at
            yield event
        while True:
            item = await line.get()
            if isinstance(item, MutualsError):
                raise item
            yield item

    async def received(self, events: Sequence[NetworkEvent]) -> None:
        """See EventStream.received: events are free here."""

    def cursor_between(
        self, cursor: str | None, *, after: datetime | None, before: datetime | None, told: str | None = None
    ) -> str | None:
        """See EventStream.cursor_between."""
        return self._network.cursor_between(cursor, after, before, told)
