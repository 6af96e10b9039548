"""One open queue on this node: a worker of Procrastinate, replaced whenever it ends by itself."""

import asyncio
from collections.abc import Callable

import structlog
from procrastinate.exceptions import ConnectorException
from procrastinate.worker import Worker

from mutuals.jobs.procrastinate_connection import ConnectionMonitor
from mutuals.jobs.procrastinate_job_manager import must_register

log = structlog.get_logger(__name__)

PAUSE_SECONDS = 0.5  # before a worker that ended is replaced
MARGIN_SECONDS = 3.0  # after the grace, for writing down that what was cancelled has ended


class QueueWorker:
    """Keeps a worker running until `end`."""

    def __init__(self, name: str, hire: Callable[[str], Worker], line: ConnectionMonitor) -> None:
        self._name, self._hire, self._line = name, hire, line
        self._ending = False
        self._worker: Worker | None = None
        self._task = asyncio.create_task(self._keep(), name=f"queue {name}")

    async def _keep(self) -> None:
        while not self._ending:
            self._worker = self._hire(self._name)
            try:
                await self._worker.run()
            except ConnectorException as error:
                if must_register(error):
                    log.warning(
                        "engine.worker_ended", queue=self._name, why=str(error.__cause__ or error).strip()
                    )
                else:
                    self._line.lost(error)
            except Exception:  # whatever it is: the next worker may do better
                log.exception("engine.worker_broke", queue=self._name)
            self._worker = None
            if not self._ending:
                await asyncio.sleep(PAUSE_SECONDS)
                await self._line.wait()

    async def end(self, grace: float) -> None:
        """Take nothing new, let what runs finish within `grace` seconds, then cancel it. Never takes much longer."""
        self._ending = True
        if self._worker is None:
            self._task.cancel()
        else:
            self._worker.shutdown_graceful_timeout = grace
            self._worker.stop()
        await asyncio.wait({self._task}, timeout=grace + MARGIN_SECONDS)
        for _ in range(
            2
        ):  # the worker takes a first cancellation for a wish to stop, and the second one seriously
            if not self._task.done():
                self._task.cancel()
                await asyncio.wait({self._task}, timeout=0.5)
