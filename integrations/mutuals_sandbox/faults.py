"""A switchboard of faults that the three servers share: what goes wrong next, how often, where."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Refusal = Callable[["Fault"], web.Response]


class FaultKind(StrEnum):
    """What can go wrong on the way to a service and back."""

    RATE_LIMITED = "rate_limited"  # 429 with Retry-After; nothing is committed
    ERROR_BEFORE = "error_before"  # 5xx; nothing is committed
    ERROR_AFTER = "error_after"  # the work is committed, then the answer is a 5xx
    LOST_REPLY = "lost_reply"  # the work is committed, then the connection is cut
    SLOW = "slow"  # the answer comes `seconds` late
    NOT_FOUND = "not_found"  # a bare 404, as of a gateway that lost its routes; nothing is committed
    PAGE = "page"  # a page for people with status 200, as during maintenance; nothing is committed


@dataclass
class Fault:
    """One planned fault: it strikes the next `times` requests whose "METHOD path" matches."""

    kind: FaultKind
    match: re.Pattern[str]
    times: int
    seconds: float
    status: int


class Faults:
    """The plan of one server. Struck faults are counted in `struck`."""

    def __init__(self) -> None:
        self._plan: list[Fault] = []
        self.struck: list[tuple[FaultKind, str]] = []

    def plan(
        self, kind: FaultKind, match: str = ".*", *, times: int = 1, seconds: float = 1.0, status: int = 500
    ) -> None:
        """Plan a fault: `match` is a regular expression searched in "METHOD /path".

        `seconds` is the Retry-After of a 429 and the delay of a slow answer; `status` the code of a 5xx.
        """
        self._plan.append(Fault(kind, re.compile(match), times, seconds, status))

    def clear(self) -> None:
        """Forget every planned fault."""
        self._plan.clear()

    def take(self, method: str, path: str) -> Fault | None:
        """The fault that strikes this request, used up by one; None when all is well."""
        line = f"{method} {path}"
        for fault in self._plan:
            if fault.times > 0 and fault.match.search(line):
                fault.times -= 1
                self.struck.append((fault.kind, line))
                return fault
        return None

    def middleware(
        self, rate_limited: Refusal, error: Refusal
    ) -> Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]:
        """An aiohttp middleware; the two functions write the refusals as the real service words them."""

        @web.middleware
        async def strike(request: web.Request, handler: Handler) -> web.StreamResponse:
            fault = self.take(request.method, request.path)
            if fault is None:
                return await handler(request)
            if fault.kind is FaultKind.RATE_LIMITED:
                return rate_limited(fault)
            if fault.kind is FaultKind.ERROR_BEFORE:
                return error(fault)
            if fault.kind is FaultKind.NOT_FOUND:
                return web.Response(status=404, text="404: Not Found")
            if fault.kind is FaultKind.PAGE:
                return web.Response(text="<html>Down for maintenance</html>", content_type="text/html")
            if fault.kind is FaultKind.SLOW:
                await asyncio.sleep(fault.seconds)
            response = await handler(request)
            if fault.kind is FaultKind.ERROR_AFTER:
                return error(fault)
            if fault.kind is FaultKind.LOST_REPLY and request.transport is not None:
                request.transport.abort()
            return response

        return strike
