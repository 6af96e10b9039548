"""Waiting for what somebody else does by itself."""

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

Seen = TypeVar("Seen")

PATIENCE = 30.0  # seconds; ends as soon as it is seen, so only a failing test takes so long


async def until(seen: Callable[[], Seen | None], seconds: float = PATIENCE) -> Seen:
    """Wait until something true is given, and give that; the test fails when it never is."""
    limit = time.monotonic() + seconds
    while not (found := seen()):
        assert time.monotonic() < limit, f"not seen within {seconds} s"
        await asyncio.sleep(0.01)
    return found
