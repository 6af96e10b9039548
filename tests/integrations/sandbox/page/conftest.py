"""The stage of each page test, and a headless browser to look at it with."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.integrations.sandbox.page.page_backstage import Backstage
from tests.integrations.sandbox.page.page_stage import Stage
from tests.support.browser import browser, chromium

__all__ = ["backstage", "browser", "chromium", "stage"]


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    """A running sandbox with its page, in the test's own loop."""
    made = Stage()
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
def backstage() -> Iterator[Backstage]:
    made = Backstage()
    yield made
    made.close()
