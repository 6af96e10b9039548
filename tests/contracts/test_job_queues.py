"""What every job queue promises: never two of one key, nothing asked for is lost, one bad job harms no other."""

import asyncio
from collections import Counter

import pytest
import structlog

from mutuals.domain.errors import TryAgain
from mutuals.jobs.handlers import queue_of
from mutuals.ports.jobs import JobQueue
from tests.support.shop import Shop
from tests.support.waiting import until

QUIET = 0.15  # seconds in which something would have happened


@pytest.mark.parametrize(
    ("key", "queue"),
    [
        ("deliver/x42/slack", "slack"),
        ("deliver/x42/matrix/room", "matrix/room"),
        ("poll/x42", "main"),
        ("act/x42/deliver", "main"),
        ("deliver/x42", "main"),
    ],
)
def test_only_deliveries_are_bound_to_the_node_that_holds_the_chat(key: str, queue: str):
    assert queue_of(key) == queue


async def test_two_of_one_key_never_run_at_once_and_waiting_duplicates_become_one(
    engine: JobQueue, shop: Shop
):
    await engine.submit("do/a")
    await until(lambda: shop.began)
    for _ in range(10):
        await engine.submit("do/a")
    shop.gate.set()
    await until(lambda: len(shop.ended) == 2)
    await asyncio.sleep(QUIET)

    assert shop.most["do/a"] == 1
    assert shop.ended == ["do/a", "do/a"]


async def test_many_keys_submitted_at_once_run_once_each_whatever_waits_of_them_already(
    engine: JobQueue, shop: Shop
):
    many = [f"do/{number}" for number in range(700)]
    await engine.submit("do/5")
    await engine.submit_all([*many, "do/6"])
    await engine.submit_all(many[:20])
    shop.gate.set()
    await until(lambda: set(shop.ended) == set(many))

    assert max(shop.most.values()) == 1
    assert max(Counter(shop.ended).values()) <= 2  # once more, where it was running by the second time


async def test_different_keys_run_side_by_side(engine: JobQueue, shop: Shop):
    for key in ("do/a", "do/b", "do/c"):
        await engine.submit(key)
    await until(lambda: len(shop.began) == 3)

    assert shop.widest == 3


async def test_a_key_submitted_while_it_runs_runs_once_more_as_soon_as_it_has_ended(
    engine: JobQueue, shop: Shop
):
    await engine.submit("do/a")
    await until(lambda: shop.began)
    await engine.submit("do/a")
    await asyncio.sleep(QUIET)
    shop.gate.set()
    await until(lambda: shop.began == ["do/a", "do/a"])


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (TryAgain("later"), ("engine.work_failed", "warning")),
        (ValueError("a bug"), ("engine.work_broke", "error")),
    ],
    ids=["ours", "a bug"],
)
async def test_work_that_fails_is_logged_and_tried_again_when_it_is_submitted_again(
    engine: JobQueue, shop: Shop, error: Exception, told: tuple[str, str]
):
    tries = []

    async def fails(key: str) -> None:
        tries.append(key)
        raise error

    engine.handle("bad", fails)
    shop.gate.set()
    with structlog.testing.capture_logs() as logs:
        await engine.submit("bad/x")
        await until(lambda: len(tries) == 1)
        await asyncio.sleep(QUIET)
        await engine.submit("bad/x")
        await until(lambda: len(tries) == 2)
        await engine.submit("do/a")
        await until(lambda: shop.ended == ["do/a"])

    assert [(one["event"], one["log_level"], one["key"]) for one in logs] == [(*told, "bad/x")] * 2


async def test_a_key_that_nobody_does_is_logged_and_harms_nothing(engine: JobQueue, shop: Shop):
    shop.gate.set()
    with structlog.testing.capture_logs() as logs:
        await engine.submit("unknown/x")
        await engine.submit("do/a")
        await until(lambda: shop.ended == ["do/a"])
        await until(lambda: logs)

    assert [(one["event"], one["key"]) for one in logs] == [("engine.nobody_does_this", "unknown/x")]


async def test_stopping_lets_what_runs_finish_and_takes_nothing_new(engine: JobQueue, shop: Shop):
    await engine.submit("do/a")
    await until(lambda: shop.began)
    asyncio.get_running_loop().call_later(0.05, shop.gate.set)

    await engine.stop(5.0)
    await engine.submit("do/b")
    await asyncio.sleep(QUIET)

    assert shop.ended == ["do/a"]
    assert shop.began == ["do/a"]


async def test_what_does_not_finish_in_time_is_cancelled(engine: JobQueue, shop: Shop):
    await engine.submit("do/a")
    await until(lambda: shop.began)

    await asyncio.wait_for(engine.stop(0.05), 5)

    assert shop.ended == []
    assert shop.now.total() == 0


async def test_a_chats_work_is_done_only_while_its_lane_is_open(engine: JobQueue, shop: Shop):
    shop.gate.set()
    await engine.submit("deliver/b/slack")
    await engine.submit("do/a")
    await until(lambda: shop.ended == ["do/a"])
    await asyncio.sleep(QUIET)
    assert shop.began == ["do/a"]

    await engine.open("slack")
    await engine.submit("deliver/b/slack")
    await until(lambda: shop.ended[-1] == "deliver/b/slack")

    await engine.close("slack")
    await engine.submit("deliver/b/slack")
    await engine.submit("do/z")
    await until(lambda: shop.ended[-1] == "do/z")
    await asyncio.sleep(QUIET)
    assert shop.ended.count("deliver/b/slack") == 1


async def test_closing_a_lane_lets_its_work_finish_and_leaves_other_work_alone(engine: JobQueue, shop: Shop):
    await engine.open("slack")
    await engine.submit("deliver/b/slack")
    await engine.submit("do/a")
    await until(lambda: len(shop.began) == 2)
    asyncio.get_running_loop().call_later(0.05, shop.gate.set)
    await engine.close("slack", 5.0)

    assert "deliver/b/slack" in shop.ended
    await until(lambda: "do/a" in shop.ended)


async def test_work_of_a_closed_lane_that_takes_too_long_is_cancelled(engine: JobQueue, shop: Shop):
    await engine.open("slack")
    await engine.submit("deliver/b/slack")
    await engine.submit("do/a")
    await until(lambda: len(shop.began) == 2)

    await asyncio.wait_for(engine.close("slack", 0.05), 5)

    assert shop.now == {"do/a": 1, "deliver/b/slack": 0}


async def test_a_lane_opened_before_the_start_is_open_after_it(shop: Shop, hire):
    one = hire()
    await one.open("discord")
    await one.start()
    shop.gate.set()
    await one.submit("deliver/b/discord")
    await until(lambda: shop.ended == ["deliver/b/discord"])
