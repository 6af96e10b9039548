"""The way to PostgreSQL for the engine: how to connect, no endless waiting, and whether the database answers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.metadata import version
from typing import Any

import psycopg
import structlog
from procrastinate import PsycopgConnector
from procrastinate.exceptions import UniqueViolation
from psycopg_pool import AsyncConnectionPool
from sqlalchemy import make_url

from mutuals.storage.postgresql import PATIENCE

log = structlog.get_logger(__name__)

Connection = psycopg.AsyncConnection[Any]

SCHEMA = "procrastinate"  # its tables stay apart from ours: a room of their own in the same database
PROGRAM = "mutuals-engine"  # how our connections are called in pg_stat_activity
POOL_WAIT_SECONDS = (
    5.0  # for a free connection; also how long `submit` waits when the database just went away
)
# Thousands of keys may come to wait within a second, before PostgreSQL has counted them. Left alone it then sorts
# them all to find the next one: 0.3 s each time with 3,000 waiting, under 1 ms in the order of the indexes
# (procrastinate#1242).
_IN_ORDER = "SET enable_sort = off; SET enable_seqscan = off"


def own_version() -> str:
    """The version of Procrastinate that runs here, e.g. "3.10.0"."""
    return version("procrastinate")


def how_to_connect(url: str, node: str) -> dict[str, Any]:
    """What psycopg needs to connect as the store does. `url` as in MUTUALS_DATABASE_URL."""
    parsed = make_url(url).set(drivername="postgresql+psycopg")
    _, wanted = parsed.get_dialect()().create_connect_args(parsed)
    return {**PATIENCE, **wanted, "application_name": f"{PROGRAM}/{own_version()} {node}"[:63]}


async def _configure(connection: Connection) -> None:
    await connection.set_autocommit(True)  # every query of the engine is one statement
    await connection.execute(f"SET search_path TO {SCHEMA}; {_IN_ORDER}")


class BoundedPool(AsyncConnectionPool[Connection]):
    """psycopg's pool, given to Procrastinate by `pool_factory`: no query without an end, duplicates in any language."""

    def __init__(self, *arguments: Any, answer_within: float, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._answer_within = answer_within

    @asynccontextmanager
    async def connection(self, timeout: float | None = None) -> AsyncIterator[Connection]:  # noqa: ASYNC109  # psycopg's
        """See AsyncConnectionPool. What is done with the connection takes at most `answer_within` seconds.

        Procrastinate waits for ever for a server that is frozen but still acknowledges packets, and such a worker can
        not be stopped (procrastinate#1334, #1513). It takes the key of a duplicate from an English sentence and fails
        on a server with other words (procrastinate#1531), so a duplicate is raised here already.
        """
        try:
            async with asyncio.timeout(self._answer_within), super().connection(timeout) as connection:
                yield connection
        except TimeoutError as error:
            raise psycopg.OperationalError(
                f"PostgreSQL gave no answer within {self._answer_within:g} s."
            ) from error
        except psycopg.errors.UniqueViolation as error:
            raise UniqueViolation(constraint_name=error.diag.constraint_name, queueing_lock=None) from error


def connector_of(connect: dict[str, Any], connections: int, answer_within: float) -> PsycopgConnector:
    """Procrastinate's connector with at most so many connections, and one more that listens."""
    return PsycopgConnector(
        pool_factory=BoundedPool,
        answer_within=answer_within,
        kwargs=connect,
        configure=_configure,
        min_size=1,
        max_size=connections,
        timeout=min(POOL_WAIT_SECONDS, answer_within),
        name=PROGRAM,
    )


class ConnectionMonitor:
    """Whether the database answers. Logged once when it goes, and once when it is back."""

    def __init__(self) -> None:
        self.up = True
        self._since = 0.0  # of the loop's clock: when it came up
        self._back, self._gone = asyncio.Event(), asyncio.Event()

    def lost(self, error: Exception) -> None:
        """A query failed."""
        if self.up:
            log.warning("engine.database_lost", why=str(error.__cause__ or error).strip())
        self.up = False
        self._back.clear()
        self._gone.set()

    def found(self) -> None:
        """A query went well."""
        if not self.up or not self._since:
            self._since = asyncio.get_running_loop().time()
        if not self.up:
            log.info("engine.database_back")
        self.up = True
        self._gone.clear()
        self._back.set()

    def steady(self, seconds: float) -> bool:
        """Has it been up for so long?"""
        return self.up and bool(self._since) and asyncio.get_running_loop().time() - self._since >= seconds

    async def watch(self, seconds: float) -> None:
        """For so long, or until it is lost."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._gone.wait(), seconds)

    async def wait(self) -> None:
        """Until it is up."""
        if not self.up:
            await self._back.wait()
