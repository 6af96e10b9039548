"""The engine that the settings ask for. What the other one needs is not even imported."""

import socket
from typing import Protocol

from mutuals.jobs.in_process import InProcessJobQueue
from mutuals.ports.jobs import JobQueue


class Wishes(Protocol):
    """What is read of the settings; CoreSettings has it all."""

    @property
    def engine(self) -> str: ...

    @property
    def database_url(self) -> str: ...

    @property
    def engine_connections(self) -> int: ...


def job_queue_from(settings: Wishes, *, node: str = "") -> JobQueue:
    """A new engine, not started. `node` names this process in the database's list of connections.

    The settings have checked already that `procrastinate` has a PostgreSQL.
    """
    if settings.engine == "inprocess":
        return InProcessJobQueue()
    from mutuals.jobs.procrastinate_queue import ProcrastinateJobQueue

    return ProcrastinateJobQueue(
        settings.database_url, node=node or socket.gethostname(), connections=settings.engine_connections
    )
