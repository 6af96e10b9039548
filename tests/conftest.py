"""What every test may rely on: logging and addresses are as they were, and one PostgreSQL for those who ask."""

import logging
from collections.abc import Iterator

import pytest
import structlog
from discord.gateway import DiscordWebSocket
from discord.http import Route
from hypothesis import settings

from mutuals.service import logs
from tests.support.databases import postgres
from tests.support.examples import ALL, examples

__all__ = ["postgres"]

if not ALL:
    settings.register_profile("fewer", settings.default, max_examples=examples(100))
    settings.load_profile("fewer")

NEEDS_POSTGRESQL = ("postgresql", "procrastinate")  # what a parametrized test calls its half on PostgreSQL


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark whatever starts PostgreSQL; the fixture refuses to start it for a test that this has missed.

    The longest tests come first."""
    for item in items:
        ids = item.name.partition("[")[2].removesuffix("]").split("-")
        if "postgres" in getattr(item, "fixturenames", ()) or set(ids) & set(NEEDS_POSTGRESQL):
            item.add_marker(pytest.mark.postgresql)
    # What needs longer than others begins first: at the end one worker would do it while the others are idle.
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """Put structlog's and the root logger's settings back after each test, and forget the secrets that it hid."""
    before, root = structlog.get_config(), logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    structlog.configure(**before)
    root.handlers[:] = handlers
    root.setLevel(level)
    logs._known.clear()
    logs._KNOWN.clear()


@pytest.fixture(autouse=True)
def addresses_as_before() -> Iterator[None]:
    """discord.py has one address for the whole process: put it back after each test."""
    api, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    yield
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = api, gateway
