"""The way to PostgreSQL for the engine: how to connect, no endless waiting, and whether the database answers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.metadata import version
from typing import Any, LiteralString

import psycopg
import structlog
from procrastinate import PsycopgConnector
from procrastinate.exceptions import ConnectorException, UniqueViolation
from sqlalchemy import make_url

from mutuals.storage.postgresql import PATIENCE

log = structlog.get_logger(__name__)

SCHEMA = "procrastinate"  # its tables stay apart from ours: a room of their own in the same database
PROGRAM = "mutuals-engine"  # how our connections are called in pg_stat_activity
ANSWER_SECONDS = 10.0  # no query of the engine takes longer, unless the connection is dead without saying so
POOL_WAIT_SECONDS = (
    5.0  # for a free connection; also how long `submit` waits when the database just went away
)
# Thousands of keys may come to wait within a second, before PostgreSQL has counted them. Left alone it then sorts them all
# to find the next one: 0.3 s each time with 3,000 waiting, under 1 ms in the order of the indexes.
_IN_ORDER = "SET enable_sort = off; SET enable_seqscan = off"


def own_version() -> str:
    """The version of Procrastinate that runs here, e.g. "3.10.0"."""
    return version("procrastinate")


def how_to_connect(url: str, node: str) -> dict[str, Any]:
    """What psycopg needs to connect as the store does. `url` as in MUTUALS_DATABASE_URL."""
    parsed = make_url(url).set(drivername="postgresql+psycopg")
    _, wanted = parsed.get_dialect()().create_connect_args(parsed)
    return {**PATIENCE, **wanted, "application_name": f"{PROGRAM}/{own_version()} {node}"[:63]}


async def _configure(connection: psycopg.AsyncConnection[Any]) -> None:
    await connection.set_autocommit(True)  # every query of the engine is one statement
    await connection.execute(f"SET search_path TO {SCHEMA}; {_IN_ORDER}")


@asynccontextmanager
async def _in_time() -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            yield
    except TimeoutError as error:
        raise ConnectorException(f"PostgreSQL gave no answer within {ANSWER_SECONDS:.0f} s.") from error
    except AssertionError as error:
        # Procrastinate looks for English words in the refusal of a duplicate; a server may speak another language.
        if not isinstance(error.__context__, psycopg.errors.UniqueViolation):
            raise
        constraint = error.__context__.diag.constraint_name
        raise UniqueViolation(constraint_name=constraint, queueing_lock=None) from error


class Connector(PsycopgConnector):
    """Procrastinate's connector with few connections and no query without an end."""

    def __init__(self, connect: dict[str, Any], connections: int) -> None:
        super().__init__(
            kwargs=connect,
            configure=_configure,
            min_size=1,
            max_size=connections,
            timeout=POOL_WAIT_SECONDS,
            name=PROGRAM,
        )

    async def execute_query_async(self, query: LiteralString, **arguments: Any) -> None:
        """See PsycopgConnector. Raises ConnectorException."""
        async with _in_time():
            await super().execute_query_async(query, **arguments)

    async def execute_query_one_async(self, query: LiteralString, **arguments: Any) -> dict[str, Any]:
        """See PsycopgConnector. Raises ConnectorException."""
        async with _in_time():
            row: dict[str, Any] = await super().execute_query_one_async(query, **arguments)
        return row

    async def execute_query_all_async(self, query: LiteralString, **arguments: Any) -> list[dict[str, Any]]:
        """See PsycopgConnector. Raises ConnectorException."""
        async with _in_time():
            rows: list[dict[str, Any]] = await super().execute_query_all_async(query, **arguments)
        return rows


class Line:
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
