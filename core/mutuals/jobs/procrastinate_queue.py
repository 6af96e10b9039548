"""The job queue of any number of nodes: Procrastinate on PostgreSQL. An open queue is a worker.

A job holds a key and nothing else. `lock` and `queueing_lock` are the key: PostgreSQL's unique indexes see to it that
one node does it at a time and that it waits at most once. A job that is done, failed or cancelled is deleted: what is
due stands in Mutuals' own tables, and the sweep submits it again.
"""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress

import structlog
from procrastinate import App
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Job
from procrastinate.worker import Worker

from mutuals.domain.errors import TryAgain
from mutuals.jobs.handlers import MAIN, HandlerRegistry, queue_of
from mutuals.jobs.procrastinate_connection import ConnectionMonitor, connector_of, how_to_connect
from mutuals.jobs.procrastinate_job_manager import ResilientJobManager
from mutuals.jobs.procrastinate_schema import prepare
from mutuals.jobs.procrastinate_worker import QueueWorker
from mutuals.ports.jobs import Handler

log = structlog.get_logger(__name__)

TASK = "mutuals.work"  # the one task; nodes of different versions must agree on it and on its argument
PROBE_SECONDS = 1.0  # between two looks whether a lost database is back
GOODBYE_SECONDS = 2.0  # for the last words to the database at a stop
MOST_AT_ONCE = 500  # keys in one statement
NEVER = 315_360_000.0  # ten years: we do not use what this would do


class ProcrastinateJobQueue:
    """Work on any number of nodes that share one PostgreSQL."""

    def __init__(
        self,
        url: str,
        *,
        node: str = "",
        concurrency: int = 20,
        connections: int = 4,
        heartbeat: float = 10.0,
        stalled_after: float = 30.0,
        look_every: float = 2.0,
        answer_within: float = 10.0,
    ) -> None:
        """`url` as in MUTUALS_DATABASE_URL; `node` names us in the database's list of connections.

        `concurrency`: pieces of work at once in each queue. `connections`: at most so many, and one that listens.
        Seconds: `heartbeat` between two signs of life; a node without one for `stalled_after` loses its keys (after a
        sixth of that, at most); `look_every` between two looks for work of which no notification came;
        `answer_within`: a query that takes longer has lost the database.
        """
        self._connect = how_to_connect(url, node)
        self._node = node
        self._concurrency = concurrency
        self._heartbeat, self._stalled_after, self._look_every = heartbeat, stalled_after, look_every
        self._handlers = HandlerRegistry()
        self._line = ConnectionMonitor()
        connector = connector_of(self._connect, connections, answer_within)
        self._app = App(connector=connector)
        self._app.job_manager = self._jobs = ResilientJobManager(connector, self._line)
        self._task = self._app.task(name=TASK)(self._do)
        self._started = False
        self._wanted = {MAIN}
        self._workers: dict[str, QueueWorker] = {}
        self._watchers: list[asyncio.Task[None]] = []
        for name in ("procrastinate", "psycopg.pool"):  # every trouble is told once, in our words
            logging.getLogger(name).setLevel(logging.CRITICAL)

    def handle(self, prefix: str, work: Handler) -> None:
        """See JobQueue.handle."""
        self._handlers.handle(prefix, work)

    async def submit(self, key: str) -> None:
        """See JobQueue.submit. While the database is away a key is dropped: the sweep finds it in the tables again."""
        if not self._started or not self._line.up:
            return
        try:
            await self._jobs.add([self._job(key)])
        except AlreadyEnqueued:
            pass
        except ConnectorException as error:
            self._line.lost(error)

    @property
    def up(self) -> bool:
        """See JobQueue.up."""
        return self._line.up

    async def submit_all(self, keys: Sequence[str]) -> None:
        """See JobQueue.submit_all. What waits already is left out: a sweep finds the same keys until they are done."""
        if not self._started or not self._line.up:
            return
        try:
            for start in range(0, len(keys), MOST_AT_ONCE):
                await self._submit_some(keys[start : start + MOST_AT_ONCE])
        except ConnectorException as error:
            self._line.lost(error)

    async def _submit_some(self, keys: Sequence[str]) -> None:
        waiting = await self._jobs.waiting(keys)
        fresh = [key for key in dict.fromkeys(keys) if key not in waiting]
        if not fresh:
            return
        try:
            await self._jobs.add([self._job(key) for key in fresh])
        except AlreadyEnqueued:  # one of them was submitted meanwhile, and none was taken
            for key in fresh:
                await self.submit(key)

    def _job(self, key: str) -> Job:
        return self._task.configure(queue=queue_of(key), lock=key, queueing_lock=key).make_new_job(key=key)

    async def open(self, queue: str) -> None:
        """See JobQueue.open. Before `start` it is remembered."""
        self._wanted.add(queue)
        if self._started and queue not in self._workers:
            self._workers[queue] = QueueWorker(queue, self._hire, self._line)

    async def close(self, queue: str, grace: float = 10.0) -> None:
        """See JobQueue.close. Keys of this queue wait in the table for a node where it is open."""
        self._wanted.discard(queue)
        closing = self._workers.pop(queue, None)
        if closing is not None:
            await closing.end(grace)

    async def start(self) -> None:
        """Make or update the tables, and begin to take work. Raises TryAgain, MutualsError."""
        await prepare(self._connect)
        try:
            await self._app.open_async()
        except Exception as error:
            await self._app.close_async()
            raise TryAgain(f"PostgreSQL can't be reached by the engine: {error}") from error
        self._started = True
        self._line.found()
        self._watchers = [asyncio.create_task(self._jobs.listen()), asyncio.create_task(self._tidy())]
        for queue in self._wanted:
            await self.open(queue)

    async def stop(self, grace: float = 10.0) -> None:
        """Let what runs finish within `grace` seconds, then cancel it, and free the keys."""
        if not self._started:
            return
        self._started = False
        workers, self._workers = list(self._workers.values()), {}
        await asyncio.gather(*(worker.end(grace) for worker in workers))
        for watcher in self._watchers:
            watcher.cancel()
        await asyncio.gather(*self._watchers, return_exceptions=True)
        with suppress(ConnectorException, TimeoutError):
            await asyncio.wait_for(self._jobs.release(all_of_them=True), GOODBYE_SECONDS)
        with suppress(ConnectorException, TimeoutError):
            await asyncio.wait_for(self._app.close_async(), GOODBYE_SECONDS)

    async def _do(self, key: str) -> None:
        await self._handlers.do(key)

    def _hire(self, queue: str) -> Worker:
        return Worker(
            self._app,
            queues=[queue],
            name=f"{self._node} {queue}",
            concurrency=self._concurrency,
            fetch_job_polling_interval=self._look_every,
            abort_job_polling_interval=NEVER,
            # A worker that stops has no heartbeat any more (procrastinate#1585).
            shutdown_graceful_timeout=self._stalled_after / 2,
            delete_jobs="always",
            install_signal_handlers=False,
            update_heartbeat_interval=self._heartbeat,
            # A starting worker would prune others at once, but after an outage all look dead: `_tidy` prunes.
            stalled_worker_timeout=NEVER,
        )

    async def _tidy(self) -> None:
        """Again and again: see whether the database answers, and free keys whose node is dead.

        After an outage every node needs a heartbeat's time to say that it lives: nothing is freed before.
        """
        settled = self._heartbeat * 1.5
        while True:
            await self._line.watch(self._stalled_after / 6)
            if not self._line.up:
                await asyncio.sleep(PROBE_SECONDS)
            try:
                await self._jobs.release()
                if self._line.steady(settled):
                    await self._jobs.free_stalled(self._stalled_after)
                else:
                    await self._jobs.check_connection_async()
                self._line.found()
            except ConnectorException as error:
                self._line.lost(error)
            except Exception:
                log.exception("engine.tidying_broke")
