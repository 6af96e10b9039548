"""A shop, an empty PostgreSQL for each test, and engines that are stopped at the end."""

from collections.abc import AsyncIterator, Callable

import pytest

from mutuals.jobs.in_process import InProcessJobQueue
from mutuals.ports.jobs import JobQueue
from tests.support.databases import Postgres
from tests.support.shop import Shop, node


@pytest.fixture
def url(postgres: Postgres) -> str:
    """A new database without any table."""
    return postgres.bare()


@pytest.fixture
async def shop() -> Shop:
    return Shop()


@pytest.fixture
async def hire(shop: Shop, url: str) -> AsyncIterator[Callable[..., JobQueue]]:
    """Makes nodes that work for the shop; they end with the test."""
    hired: list[JobQueue] = []

    def hire_one(name: str = "node", **settings: float) -> JobQueue:
        hired.append(shop.hire(node(url, name, **settings)))
        return hired[-1]

    yield hire_one
    shop.gate.set()
    for one in hired:
        await one.stop(2.0)


@pytest.fixture(params=["inprocess", "procrastinate"])
async def engine(request: pytest.FixtureRequest, shop: Shop) -> AsyncIterator[JobQueue]:
    """Each engine in turn, started."""
    if request.param == "inprocess":
        made: JobQueue = InProcessJobQueue()
    else:
        made = node(request.getfixturevalue("postgres").bare())
    await shop.hire(made).start()
    yield made
    shop.gate.set()
    await made.stop(2.0)
