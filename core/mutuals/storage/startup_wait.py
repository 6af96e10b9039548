"""At the start: the database may come up after us, as after a power cut or in a fresh deployment."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

import structlog

from mutuals.domain.errors import TryAgain

log = structlog.get_logger(__name__)

FIRST_SECONDS, LONGEST_SECONDS = 1.0, 30.0
_Opened = TypeVar("_Opened")


async def when_database_answers(
    open_it: Callable[[], Coroutine[Any, Any, _Opened]], stop: asyncio.Event
) -> _Opened | None:
    """Open it, trying for ever while the trouble may pass; None when `stop` is set before. Says once what is waited for,
    and once that it is there. Mistakes (a wrong password, no such database) are raised: waiting mends none.
    """
    wait, told = FIRST_SECONDS, False
    stopped = asyncio.ensure_future(stop.wait())
    try:
        while True:
            opening = asyncio.ensure_future(open_it())
            await asyncio.wait({opening, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not opening.done():
                opening.cancel()
                with suppress(asyncio.CancelledError, TryAgain):
                    return (
                        await opening
                    )  # it may have been opened at this very moment: then it is closed in order
                return None
            try:
                opened = opening.result()
            except TryAgain as error:
                if not told:
                    log.warning("database.waited_for", why=str(error), again_at_most_every_s=LONGEST_SECONDS)
                told = True
            else:
                if told:
                    log.info("database.reached")
                return opened
            await asyncio.wait({stopped}, timeout=wait)
            if stop.is_set():
                return None
            wait = min(wait * 2, LONGEST_SECONDS)
    finally:
        stopped.cancel()
