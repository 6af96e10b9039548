"""One node of the fleet: what `mutuals run` runs, which also notes when each piece of keyed work began and ended.

`python benchmarks/fleet_node.py FILE [quick]`: every line of FILE is "+ TIME KEY" or "- TIME KEY" (seconds since
1970), written at once, so that kill -9 loses none. `quick` shortens the waits of the tests' sample.
"""

import asyncio
import os
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any

from mutuals.actions.executor import ActionExecutor
from mutuals.alerting.rate_limiter import RateLimiter
from mutuals.alerting.reconciler import DeliveryReconciler
from mutuals.domain import leases
from mutuals.domain.errors import SettingsError
from mutuals.domain.leases import LeaseTerm
from mutuals.jobs.handlers import HandlerRegistry
from mutuals.jobs.procrastinate_queue import ProcrastinateJobQueue
from mutuals.service import app, logs
from mutuals.service.bootstrap import Settings


def note_work(file: str) -> None:
    """Have every piece of work of the engine, and every call for an act, noted."""
    written = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def noted(work: Callable[..., Awaitable[Any]], name: Callable[..., str]) -> Any:
        async def do(*asked: Any) -> Any:
            key = name(*asked)
            os.write(written, f"+ {time.time():.6f} {key}\n".encode())
            try:
                return await work(*asked)
            finally:
                os.write(written, f"- {time.time():.6f} {key}\n".encode())

        return do

    # A click's call is not the engine's work: it is kept apart from others of the same act by the act's row.
    HandlerRegistry.do = noted(HandlerRegistry.do, lambda _hands, key: key)  # type: ignore[method-assign]
    ActionExecutor.run = noted(  # type: ignore[method-assign]
        ActionExecutor.run, lambda _self, _brand, act: f"call/{act.id}"
    )


def hurry() -> None:
    """Short waits for the tests: the same mechanisms, a tenth of the time."""
    leases.CONNECTION = LeaseTerm(timedelta(seconds=3), timedelta(seconds=0.5), timedelta(seconds=0.5))
    leases.TASK = LeaseTerm(timedelta(seconds=4))
    app.SWEEP_SECONDS, app.RETRY_SECONDS = 0.3, 0.5
    pace = RateLimiter(per_second=500, burst=500)
    vars(app).update(DeliveryReconciler=partial(DeliveryReconciler, pace=pace))
    defaults: dict[str, Any] = ProcrastinateJobQueue.__init__.__kwdefaults__ or {}
    defaults |= {"heartbeat": 0.5, "stalled_after": 2.5, "look_every": 0.5}


def main(file: str, how: str = "") -> int:
    """Run until SIGTERM."""
    logs.configure()
    note_work(file)
    if how == "quick":
        hurry()
    try:
        asyncio.run(app.serve(Settings.read()))
    except SettingsError as error:
        sys.stderr.write("\n".join(error.mistakes) + "\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
