"""How far this machine's clock is from those of the services that it talks to, by the `Date` of their answers."""

import time
from collections import deque
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import SimpleNamespace

import aiohttp

KEPT = 3  # answers of each service
FRESH = 5 * 60.0  # seconds for which an answer counts
# One second is lost in the header and a few on the way; Slack's signatures hold for five minutes.
AGREES = timedelta(seconds=60)

Heard = Callable[[Mapping[str, str]], None]  # is given the headers of an answer


def unheard(_headers: Mapping[str, str]) -> None:
    """Nobody compares clocks."""


class ClockOffset:
    """Of one process. `now` is its clock; `seconds` one that nobody sets."""

    def __init__(self, now: Callable[[], datetime], seconds: Callable[[], float] = time.monotonic) -> None:
        self._now, self._seconds = now, seconds
        self._heard: dict[str, deque[tuple[float, timedelta]]] = {}

    def of(self, peer: str) -> Heard:
        """What an integration calls with the headers of each answer of this service."""
        return lambda headers: self._hear(peer, headers)

    def _hear(self, peer: str, headers: Mapping[str, str]) -> None:
        theirs = _date(headers)
        if theirs is not None:
            kept = self._heard.setdefault(peer, deque(maxlen=KEPT))
            kept.append((self._seconds(), self._now() - theirs))

    @property
    def ahead(self) -> timedelta | None:
        """How far our clock is ahead (below zero: behind); None while nobody has answered lately.

        The service that is nearest to us counts, and of its last answers the nearest one: a clock that one of them
        has wrong, or an answer that came late, is none of ours.
        """
        found = [one for kept in self._fresh().values() for one in kept]
        return min(found, key=abs) if found else None

    def by_peer(self) -> dict[str, timedelta]:
        """The same for each service that has answered lately."""
        return {peer: min(found, key=abs) for peer, found in sorted(self._fresh().items())}

    def _fresh(self) -> dict[str, list[timedelta]]:
        limit = self._seconds() - FRESH
        lately = {peer: [by for at, by in kept if at >= limit] for peer, kept in self._heard.items()}
        return {peer: found for peer, found in lately.items() if found}


def _date(headers: Mapping[str, str]) -> datetime | None:
    """When the answer was made (RFC 9110, 6.6.1); one from a cache says how old it is (`Age`)."""
    try:
        at = parsedate_to_datetime(headers.get("Date", ""))
        return at.astimezone(UTC) + timedelta(seconds=int(headers.get("Age", "0")))
    except (ValueError, TypeError, OverflowError):
        return None


def tracing(heard: Heard) -> aiohttp.TraceConfig:
    """For a session of aiohttp that a library makes its calls with."""

    async def ended(
        _session: aiohttp.ClientSession, _context: SimpleNamespace, params: aiohttp.TraceRequestEndParams
    ) -> None:
        heard(params.response.headers)

    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(ended)
    return trace


def off_by(ahead: timedelta) -> str:
    """In words: "10 minutes behind", "2 hours ahead of"."""
    seconds = round(abs(ahead.total_seconds()))
    if seconds < 120:
        span = f"{seconds} seconds"
    elif seconds < 7200:
        span = f"{round(seconds / 60)} minutes"
    else:
        span = f"{round(seconds / 3600)} hours" if seconds < 172800 else f"{round(seconds / 86400)} days"
    return f"{span} {'ahead of' if ahead > timedelta(0) else 'behind'}"


def names(peers: list[str]) -> str:
    """The services as people call them."""
    called = [one.capitalize() for one in peers]
    return " and ".join([", ".join(called[:-1]), called[-1]] if len(called) > 1 else called)
