"""What readiness says of what works only partly; and a full disk, which is said in the chats and loses nothing."""

import json
import socket
from typing import Any

import aiohttp
import pytest
from sqlalchemy import Connection, event

from mutuals.service import web
from mutuals.storage import disk_space
from mutuals.watcher import poll
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, House, Open
from tests.support.waiting import until

FULL, ROOM = "The disk of Mutuals' database is full", "There is room for Mutuals' database again"


@pytest.fixture
def address() -> str:
    """One that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{one.getsockname()[1]}"


async def ready(address: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, dict[str, Any]]:
    monkeypatch.setattr(web, "PROBE_SECONDS", 0.0)
    async with aiohttp.ClientSession() as browser, browser.get(f"http://{address}/ready") as answer:
        return answer.status, json.loads(await answer.text())


def said(house: House, words: str) -> list[int]:
    return [len([one for one in texts if words in one]) for texts in house.channel_texts().values()]


def run_full(house: House) -> list[int]:
    """The database gets not one page more, until the list that this gives is emptied."""
    pages = [1]

    @event.listens_for(house.store._engine.sync_engine, "begin")
    def limit(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages[-1] if pages else 2**31}")

    return pages


async def test_a_full_disk_is_said_once_in_each_chat_and_its_end_with_what_came(
    open_house: Open, address: str, monkeypatch: pytest.MonkeyPatch
):
    house = await open_house(HTTP_ADDRESS=address)
    monkeypatch.setattr(disk_space, "REMEMBERED", 3600.0)
    await house.look()
    before = await ready(address, monkeypatch)
    pages = run_full(house)
    for number in range(60):
        house.write(f"m{number}", f"{COMPLAINT} {'much more of it ' * 15}")
    # Called directly: where nothing can be stored, no look can be planned either.
    await poll.poll(house.ctx, house.ctx.brands.loaded()[0])
    await until(lambda: said(house, FULL) == [1, 1])
    while_full = await ready(address, monkeypatch)
    pages.clear()
    monkeypatch.setattr(disk_space, "REMEMBERED", 0.0)
    await until(lambda: said(house, ROOM) == [1, 1])
    after = await ready(address, monkeypatch)
    await house.look()

    assert (before[0], before[1]["degraded"]) == (200, [])
    assert (while_full[0], while_full[1]["database"]) == (503, False)
    assert "disk: no room for the database" in while_full[1]["degraded"]
    assert (after[0], after[1]["degraded"]) == (200, [])
    assert said(house, FULL) == [1, 1]
    assert await house.find_alert("m59") is not None


@pytest.mark.smoke
async def test_what_works_partly_is_named_in_readiness_and_stays_ready(
    open_house: Open, address: str, monkeypatch: pytest.MonkeyPatch
):
    house = await open_house(HTTP_ADDRESS=address)
    await house.look()
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"GET /2/users/", times=10_000)
    house.services_ahead(minutes=10)
    for _ in range(4):
        await house.later(minutes=4)
        await house.look()
    status, body = await ready(address, monkeypatch)

    assert (status, body["ready"]) == (200, True)
    assert "x: can't be read" in body["degraded"]


async def test_a_wrong_clock_and_a_look_in_the_future_are_named_in_readiness(
    open_house: Open, address: str, monkeypatch: pytest.MonkeyPatch
):
    house = await open_house(HTTP_ADDRESS=address)
    house.services_ahead(minutes=10)
    await house.restart()
    await house.look()
    house.clock.move(-3600)
    status, body = await ready(address, monkeypatch)

    assert status == 200
    assert body["degraded"] == [
        "clock: 10 minutes behind the services",
        "clock: a look is noted in the future",
    ]


async def test_a_disk_with_hardly_any_room_is_degraded_and_ready(
    open_house: Open, address: str, monkeypatch: pytest.MonkeyPatch
):
    house = await open_house(HTTP_ADDRESS=address)
    monkeypatch.setattr(disk_space, "LOW", 1 << 60)
    status, body = await ready(address, monkeypatch)

    assert (status, body["degraded"]) == (200, ["disk: hardly any room left for the database"])
    assert said(house, FULL) == [0, 0]
