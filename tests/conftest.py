"""What every test may rely on: logging and addresses are as they were, and one PostgreSQL for those who ask."""

import logging
from collections.abc import Iterator

import pytest
import structlog
from discord.gateway import DiscordWebSocket
from discord.http import Route
from tests.store.opening import postgres

__all__ = ["postgres"]


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """Put structlog's and the root logger's settings back after each test."""
    before, root = structlog.get_config(), logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    structlog.configure(**before)
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture(autouse=True)
def addresses_as_before() -> Iterator[None]:
    """discord.py has one address for the whole process: put it back after each test."""
    api, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    yield
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = api, gateway
