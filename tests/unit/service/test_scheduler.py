"""The ticks go on whatever happens to the machine's clock, and whatever one of them meets."""

import re
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

import apscheduler.executors.base
import apscheduler.schedulers.base
import pytest
from structlog.testing import capture_logs

from mutuals.service import scheduler
from mutuals.service.scheduler import Scheduler
from tests.support.waiting import until

ROOT = Path(__file__).parents[3]
ASKS = {  # what may look at the machine's clock itself: everybody else is given a Clock
    "core/mutuals/service/bootstrap.py",
    "core/mutuals/service/scheduler.py",  # only to notice that it was set
    "core/mutuals/service/policy_settings.py",  # whether a region is known
    "core/mutuals/service/policy_values.py",  # which years of holidays are loaded
    "core/mutuals/service/calendar.py",  # names apscheduler; the moments are its arguments
    "core/mutuals/storage/backup/copy.py",  # the name of a file that is put aside
}


@pytest.mark.parametrize("step", [-3600.0, 86400.0])
async def test_ticks_go_on_when_the_machines_clock_is_set_to_another_time(
    step: float, monkeypatch: pytest.MonkeyPatch
):
    ticks: list[int] = []
    ticker = Scheduler()

    class Stepped(datetime):
        """The machine's clock after somebody has set it."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Any:
            return datetime.now(tz) + timedelta(seconds=step)

    async def work() -> None:
        ticks.append(1)

    ticker.every(0.05, "sweep", work)
    ticker.start()
    await until(lambda: len(ticks) >= 2)
    for module in (scheduler, apscheduler.schedulers.base, apscheduler.executors.base):
        monkeypatch.setattr(module, "datetime", Stepped)
    before = len(ticks)

    await until(lambda: len(ticks) >= before + 5)
    ticker.stop()


def test_nothing_else_waits_by_the_machines_clock():
    asking = {
        str(file.relative_to(ROOT))
        for folder in ("core", "integrations")
        for file in (ROOT / folder).rglob("*.py")
        if "sandbox" not in str(file)
        and re.search(r"datetime\.now\(|utcnow\(|time\.time(_ns)?\(|apscheduler", file.read_text())
    }

    assert asking == ASKS


async def test_a_tick_that_breaks_is_logged_and_the_next_one_comes():
    ticks: list[int] = []
    ticker = Scheduler()

    async def work() -> None:
        ticks.append(1)
        if len(ticks) == 1:
            raise ValueError("broken")

    with capture_logs() as lines:
        ticker.every(0.01, "sweep", work)
        ticker.start()
        await until(lambda: len(ticks) >= 3)
    ticker.stop()

    assert [one["event"] for one in lines] == ["tick.broke"]
