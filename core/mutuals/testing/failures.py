"""Failures that a test lays out for what lives in memory."""

from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager

from mutuals.domain.errors import MutualsError, NotAuthorized, TryAgain


class ScriptedFailures:
    """What a network and a chat in memory share: `down` for an outage, `revoked` for a token that is not taken any more,
    `fail` for errors of single calls."""

    title: str

    def __init__(self) -> None:
        self.down = False  # nothing answers while it is set
        self.revoked = False  # nothing is allowed while it is set
        self._failures: defaultdict[str, deque[tuple[MutualsError, bool]]] = defaultdict(deque)

    def fail(self, method: str, error: MutualsError, times: int = 1, *, afterwards: bool = False) -> None:
        """The next calls of this method raise this error, before anything has happened, or `afterwards`: then it has
        happened all the same, as when an answer is lost. Raises AttributeError when there is no such method."""
        getattr(self, method)
        self._failures[method].extend([(error, afterwards)] * times)

    @contextmanager
    def _call(self, method: str) -> Iterator[None]:
        """Around what a method does."""
        if self.down:
            raise TryAgain(f"{self.title} is down.")
        if self.revoked:
            raise NotAuthorized(f"{self.title} does not take the token any more.")
        error, afterwards = self._failures[method].popleft() if self._failures[method] else (None, False)
        if error is not None and not afterwards:
            raise error
        yield
        if error is not None:
            raise error
