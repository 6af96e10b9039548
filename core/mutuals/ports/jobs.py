"""The port to whatever runs keyed work in the background."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

Handler = Callable[[str], Awaitable[None]]


class JobQueue(Protocol):
    """Runs keyed work: never two of one key at a time, and a waiting duplicate vanishes.

    A key submitted while it runs is run once more afterwards. Failures are logged, never raised.
    With several nodes all this holds for all of them together. A key belongs to a queue: `deliver/<brand>/<chat>`
    to `<chat>`, everything else to "main" (`mutuals.jobs.handlers`); a node takes keys of its open queues only.
    """

    @property
    def up(self) -> bool:
        """Whether work that is submitted now is taken; False while its database is out of this node's reach."""

    def handle(self, prefix: str, work: Handler) -> None:
        """Name who does the work of keys that begin with `prefix/`; it gets the whole key."""

    async def submit(self, key: str) -> None:
        """Ask for work; returns at once. A lost or doubled key does no harm: the tables are the truth.

        A key whose queue is open nowhere is dropped, or waits until it is.
        """

    async def submit_all(self, keys: Sequence[str]) -> None:
        """Ask for much work at once, as `submit` does for each."""

    async def open(self, queue: str) -> None:
        """This node takes keys of that queue from now on. Repeating it is harmless."""

    async def close(self, queue: str, grace: float = 10.0) -> None:
        """This node takes no more keys of that queue; what runs of it may finish within `grace` seconds."""

    async def start(self) -> None:
        """Begin to take work, of the queue "main" and of those opened before. Raises MutualsError."""

    async def stop(self, grace: float = 10.0) -> None:
        """Finish what runs within `grace` seconds, then let go."""
