"""What every test may rely on: logging is as it was before, and one PostgreSQL for those who ask."""

import logging
from collections.abc import Iterator

import pytest
import structlog
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
