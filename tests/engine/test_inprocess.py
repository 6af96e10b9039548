"""The engine of one process: never two of one key, no wish lost, one bad job harms no other."""

import asyncio

import pytest

from mutuals.engine.inprocess import InProcessEngine
from mutuals.errors import TryAgain


class Shop:
    """Notes what ran; work waits for its gate."""

    def __init__(self) -> None:
        self.began: list[str] = []
        self.ended: list[str] = []
        self.gate = asyncio.Event()
        self.at_once = 0
        self.most = 0

    async def work(self, key: str) -> None:
        self.began.append(key)
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        await self.gate.wait()
        self.at_once -= 1
        self.ended.append(key)


@pytest.fixture
async def shop():
    made = Shop()
    made.engine = InProcessEngine()
    made.engine.handle("do", made.work)
    await made.engine.start()
    yield made
    made.gate.set()
    await made.engine.stop()


async def test_two_of_one_key_never_run_at_once_and_waiting_duplicates_become_one(shop: Shop):
    for _ in range(20):
        await shop.engine.submit("do/a")
        await asyncio.sleep(0)
    shop.gate.set()
    await asyncio.sleep(0.01)

    assert shop.most == 1
    assert shop.ended == ["do/a", "do/a"]


async def test_different_keys_run_side_by_side(shop: Shop):
    for key in ("do/a", "do/b", "do/c"):
        await shop.engine.submit(key)
    await asyncio.sleep(0.01)

    assert shop.most == 3


async def test_a_key_submitted_while_it_runs_runs_once_more(shop: Shop):
    await shop.engine.submit("do/a")
    await asyncio.sleep(0)
    await shop.engine.submit("do/a")
    shop.gate.set()
    await asyncio.sleep(0.01)

    assert shop.began == ["do/a", "do/a"]


@pytest.mark.parametrize("error", [TryAgain("later"), ValueError("a bug")])
async def test_work_that_fails_is_tried_again_when_it_is_submitted_again(shop: Shop, error: Exception):
    tries = []

    async def fails(key: str) -> None:
        tries.append(key)
        raise error

    shop.engine.handle("bad", fails)
    for _ in range(2):
        await shop.engine.submit("bad/x")
        await asyncio.sleep(0.01)
    shop.gate.set()
    await shop.engine.submit("do/a")
    await asyncio.sleep(0.01)

    assert tries == ["bad/x", "bad/x"]
    assert shop.ended == ["do/a"]


async def test_a_key_that_nobody_does_harms_nothing(shop: Shop):
    await shop.engine.submit("unknown/x")
    shop.gate.set()
    await shop.engine.submit("do/a")
    await asyncio.sleep(0.01)

    assert shop.ended == ["do/a"]


async def test_stopping_lets_what_runs_finish_and_takes_nothing_new(shop: Shop):
    await shop.engine.submit("do/a")
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(0.02, shop.gate.set)

    await shop.engine.stop(2.0)
    await shop.engine.submit("do/b")
    await asyncio.sleep(0.01)

    assert shop.ended == ["do/a"]
    assert shop.began == ["do/a"]


async def test_what_does_not_finish_in_time_is_cancelled(shop: Shop):
    await shop.engine.submit("do/a")
    await asyncio.sleep(0)

    await asyncio.wait_for(shop.engine.stop(0.05), 1)

    assert shop.ended == []
