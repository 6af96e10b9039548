"""`mutuals run` as a process of its own: it ends in time whatever it is doing, and the next one goes on."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from mutuals.domain.model import ActState
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import BOT, COMPLAINT, House, parts
from tests.support.waiting import until

SLOW = 30.0  # seconds: longer than anything may take to stop


@pytest.fixture
async def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    """The three services with nothing of ours running; time is the machine's."""
    house = House(tmp_path, monkeypatch)
    house.clock.at = datetime.now(UTC)
    for server in (house.x, house.slack, house.discord):
        await server.start()
    house.access, house.refresh = house.x.issue_tokens(house.brand.id)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        house.address = f"127.0.0.1:{free.getsockname()[1]}"
    house.environment(HTTP_ADDRESS=house.address)
    yield house
    await house.close()


async def run(house: House) -> asyncio.subprocess.Process:
    """Start `mutuals run`, as a machine does, and wait until it is ready."""
    with (house.folder / "log").open("ab") as log:
        started = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "mutuals", "run", stderr=log, env=dict(os.environ)
        )
    async with aiohttp.ClientSession() as browser:
        for _ in range(600):
            assert started.returncode is None, (house.folder / "log").read_text()
            try:
                async with browser.get(f"http://{house.address}/ready") as answer:
                    if answer.status == 200 and not (await answer.json())["waiting_for"]:
                        return started
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.1)
    raise AssertionError("never ready")


async def ends(process: asyncio.subprocess.Process, house: House) -> None:
    """SIGTERM: not ready at once, and over within ten seconds with status 0."""
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(10):
        await asyncio.sleep(0.3)
        async with aiohttp.ClientSession() as browser, browser.get(f"http://{house.address}/ready") as answer:
            assert answer.status == 503
        assert await process.wait() == 0, (house.folder / "log").read_text()
    assert "Traceback" not in (house.folder / "log").read_text()


async def test_a_stop_in_the_middle_of_slow_calls_takes_ten_seconds_and_loses_and_doubles_nothing(
    house: House,
):
    house.write("mia", COMPLAINT)
    process = await run(house)
    try:
        await until(lambda: all(len(one) == 1 for one in house.channel_texts().values()), 15)
        house.slack_faults.plan(FaultKind.SLOW, "chat.(postMessage|update)", times=9, seconds=SLOW)
        house.x_faults.plan(FaultKind.SLOW, r"POST /2/tweets$", seconds=SLOW)
        message = house.discord_messages()[0]
        button = next(one["custom_id"] for row in message["components"] for one in parts(row)
                      if str(one.get("custom_id", "")).startswith("mutuals:reply:"))  # fmt: skip
        await house.discord.press(house.ben.id, message["id"], button)
        await until(lambda: house.form(house.ben))
        await house.send_only(house.ben, "So sorry, a new one is coming!")
        await until(lambda: any("tweets" in where for _, where in house.x_faults.struck))
        await until(lambda: any("chat." in where for _, where in house.slack_faults.struck))
        await ends(process, house)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()

    for faults in (house.slack_faults, house.x_faults):
        faults.clear()
    house.clock.at = datetime.now(UTC) + timedelta(minutes=2)  # every lease of the one before is over
    await house.start()
    await house.later(minutes=1)

    assert len(house.said_by_brand()) == 1
    assert [len(one) for one in house.channel_texts().values()] == [1, 1]
    await house.in_both("mia", "Replied by Ben Okafor")
    alert = await house.alert("mia")
    assert [one.state for one in await house.read(lambda tx: tx.actions.of(alert.id))] == [ActState.DONE]
    assert BOT not in (house.folder / "log").read_text()


async def mutuals(*arguments: str) -> tuple[int, str]:
    """Run a command to its end: its status, and what it said."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "mutuals", *arguments,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT, env=dict(os.environ),
    )  # fmt: skip
    async with asyncio.timeout(60):
        said, _ = await process.communicate()
    return process.returncode or 0, said.decode()


async def test_a_second_service_on_one_sqlite_file_says_so_and_ends_until_the_first_is_gone(
    house: House,
):
    first = await run(house)
    try:
        status, said = await mutuals("run")
        listing, _ = await mutuals("brand", "list")

        assert status == 2
        assert f"Another Mutuals (process {first.pid}) already runs on" in said
        assert "Stop the other first" in said
        assert listing == 0, "a look at the same file is nobody's second service"

        first.kill()
        await first.wait()
        second = await run(house)
        second.kill()
        await second.wait()
    finally:
        if first.returncode is None:
            first.kill()
            await first.wait()
