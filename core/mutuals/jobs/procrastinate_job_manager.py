"""Procrastinate's job manager, made to outlive an outage: one listener for all queues, and no key that stays blocked."""

import asyncio
from collections.abc import Iterable, Sequence

import psycopg
import structlog
from procrastinate import PsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager, NotificationCallback

from mutuals.jobs.procrastinate_connection import ConnectionMonitor

log = structlog.get_logger(__name__)

# A worker that is just looking for work forgets a notification that comes meanwhile: it gets a second one.
NUDGE_SECONDS = 0.05
LISTENING_SECONDS = 0.5  # by then a new LISTEN stands; what came in between is looked for
AGAIN_SECONDS = 1.0  # between two tries to listen
WAITING = "SELECT queueing_lock AS key FROM procrastinate_jobs WHERE status = 'todo' AND queueing_lock = ANY(%(keys)s)"


def _is_gone(error: ConnectorException) -> bool:
    """The job's row is no longer there or no longer running (the library's function says so by RAISE)."""
    return isinstance(error.__cause__, psycopg.errors.RaiseException)


def must_register(error: ConnectorException) -> bool:
    """The worker's own row was pruned while it was out of reach."""
    return isinstance(error.__cause__, psycopg.errors.ForeignKeyViolation)


class ResilientJobManager(JobManager):
    """What the workers of this node call. In an outage they wait here instead of ending."""

    def __init__(self, connector: PsycopgConnector, line: ConnectionMonitor) -> None:
        super().__init__(connector)
        self._line = line
        self._listeners: dict[str, NotificationCallback] = {}
        self._lanes_changed = asyncio.Event()
        self._nudges: dict[str, asyncio.TimerHandle] = {}
        self._told: set[asyncio.Task[None]] = set()
        self._doing: dict[int, Job] = {}
        self._stirred: set[int] = set()  # running jobs whose key may have been submitted again meanwhile
        self._unwritten: set[int] = set()  # ended, but the database was away
        self._unsure: set[int] = set()  # workers whose last fetch was not answered

    # --- notifications ---------------------------------------------------------------------

    async def listen_for_jobs(
        self, *, on_notification: NotificationCallback, queues: Iterable[str] | None = None
    ) -> None:
        """A worker wants to be told of its queues. It is, by `listen`; ends when the worker cancels it.

        Overridden: each worker would hold a connection of its own to listen (procrastinate#241), and after a trouble
        there it would be told nothing more (procrastinate#1597). Nothing else of Procrastinate hands out the callback.
        """
        queues = list(queues or ())
        self._listeners |= dict.fromkeys(queues, on_notification)
        self._lanes_changed.set()
        try:
            await asyncio.Event().wait()
        finally:
            for queue in queues:
                if self._listeners.get(queue) is on_notification:
                    del self._listeners[queue]
            self._lanes_changed.set()

    async def listen(self) -> None:
        """Listen for all queues over one connection, and again after each trouble. Runs until cancelled."""
        while True:
            self._lanes_changed.clear()
            hearing = asyncio.ensure_future(self._hear(list(self._listeners)))
            changed = asyncio.ensure_future(self._lanes_changed.wait())
            try:
                await asyncio.wait({hearing, changed}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                hearing.cancel()
                changed.cancel()
                await asyncio.gather(hearing, changed, return_exceptions=True)

    async def _hear(self, queues: list[str]) -> None:
        for queue in queues:
            self.nudge(queue, LISTENING_SECONDS)
        if queues:
            try:
                await super().listen_for_jobs(on_notification=self._heard, queues=queues)
            except ConnectorException as error:  # meanwhile the workers look by themselves now and then
                self._line.lost(error)
            except Exception:
                log.exception("engine.listening_broke")
            await asyncio.sleep(AGAIN_SECONDS)
        else:
            await self._lanes_changed.wait()

    async def _heard(self, *, channel: str, notification: object) -> None:
        queue = channel.partition("#")[2]
        self._stirred |= {number for number, job in self._doing.items() if job.queue == queue}
        self._tell(queue)
        self.nudge(queue)

    def nudge(self, queue: str, after: float = NUDGE_SECONDS) -> None:
        """Let this queue's worker look for work in a moment."""
        if queue not in self._nudges:
            self._nudges[queue] = asyncio.get_running_loop().call_later(after, self._nudge, queue)

    def _nudge(self, queue: str) -> None:
        self._nudges.pop(queue, None)
        self._tell(queue)

    def _tell(self, queue: str) -> None:
        listener = self._listeners.get(queue)
        if listener is not None:
            telling = asyncio.ensure_future(
                listener(channel=queue, notification={"type": "job_inserted", "job_id": 0})
            )
            self._told.add(telling)
            telling.add_done_callback(self._told.discard)

    # --- jobs ------------------------------------------------------------------------------

    async def add(self, jobs: list[Job]) -> None:
        """Add all of these, or none. Raises AlreadyEnqueued, ConnectorException."""
        await self.batch_defer_jobs_async(jobs)

    async def waiting(self, keys: Sequence[str]) -> set[str]:
        """Which of these keys wait. Raises ConnectorException."""
        rows = await self.connector.execute_query_all_async(WAITING, keys=list(keys))
        return {row["key"] for row in rows}

    async def fetch_job(self, queues: Iterable[str] | None, worker_id: int) -> Job | None:
        """The next job, or None, also while the database is away. Raises when the worker must register anew.

        Overridden: a fetch that fails ends the worker and what it does (procrastinate#1116), and one whose answer is
        lost leaves a job that nobody does and nobody frees, as the worker lives (procrastinate#1518).
        """
        try:
            if worker_id in self._unsure:
                await self._give_back(worker_id)
                self._unsure.discard(worker_id)
            job = await super().fetch_job(queues, worker_id)
        except ConnectorException as error:
            if must_register(error):
                raise
            self._unsure.add(worker_id)
            self._line.lost(error)
            return None
        if job is not None and job.id is not None:
            self._doing[job.id] = job
        return job

    async def _give_back(self, worker_id: int) -> None:
        """A fetch whose answer was lost may have taken a job that nobody does: free its key, which the sweep submits
        again if it is still due. A worker fetches one after the other, so nothing is on its way meanwhile.
        """
        for job in await self.list_jobs_async(status=Status.DOING.value, worker_id=worker_id):
            if job.id not in self._doing:
                with suppress_gone():
                    await self.finish_job_by_id_async(job.id or 0, Status.ABORTED, delete_job=True)
                    log.warning("engine.key_given_back", key=job.lock)

    async def finish_job(self, job: Job, status: Status, delete_job: bool) -> None:
        """Write that a job has ended; now, or when the database is back.

        Overridden: an end is written once, and if that fails the key is blocked while the worker lives
        (procrastinate#1518). No middleware is called this late.
        """
        try:
            await super().finish_job(job, status, delete_job)
        except ConnectorException as error:
            if not _is_gone(error):
                self._line.lost(error)
                self._unwritten.add(job.id or 0)
                return
            log.warning("engine.key_was_taken_over", key=job.lock)
        self._forget(job)

    def _forget(self, job: Job) -> None:
        number = job.id or 0
        self._doing.pop(number, None)
        self._unwritten.discard(number)
        if number in self._stirred:  # its key may wait: nothing notifies of a free key (procrastinate#213)
            self._stirred.discard(number)
            self._tell(job.queue)

    async def release(self, *, all_of_them: bool = False) -> None:
        """Free the keys of jobs that ended in an outage; at the end of the node, of all. Raises ConnectorException."""
        for number, job in list(self._doing.items()):
            if all_of_them or number in self._unwritten:
                with suppress_gone():
                    await self.finish_job_by_id_async(number, Status.ABORTED, delete_job=True)
                self._forget(job)

    # --- workers ---------------------------------------------------------------------------

    async def update_heartbeat(self, worker_id: int) -> None:
        """Say that this worker lives.

        Overridden: after one that fails there is none any more, unnoticed where no task is periodic
        (procrastinate#1597), and the keys of a worker that lives and works are given to others.
        """
        try:
            await super().update_heartbeat(worker_id)
        except ConnectorException as error:
            self._line.lost(error)

    async def free_stalled(self, stalled_after: float) -> None:
        """Free the keys of workers without a heartbeat for so many seconds. Raises ConnectorException."""
        for job in await self.get_stalled_jobs(seconds_since_heartbeat=stalled_after):
            with suppress_gone():
                await self.finish_job_by_id_async(job.id or 0, Status.FAILED, delete_job=True)
                log.warning("engine.key_freed", key=job.lock, of_worker=job.worker_id)
                self.nudge(job.queue)
        await self.prune_stalled_workers(stalled_after)


class suppress_gone:  # noqa: N801  # reads like contextlib.suppress
    """Let pass that a job's row is gone: somebody else has ended it."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        return isinstance(error, ConnectorException) and _is_gone(error)
