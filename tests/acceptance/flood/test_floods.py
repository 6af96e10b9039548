"""A sample of `make bench-flood`: many people wait, and the channels take one message a second."""

from functools import partial

import pytest
from flood import TOO_FAST, flood
from flood_environment import Counted, FloodEnvironment, Message
from hurry import hurried

from mutuals.alerting.rate_limiter import RateLimiter

TIMES = 20.0


def test_of_twenty_waiting_each_has_a_message_of_their_own_and_the_most_urgent_come_first():
    figures = hurried(partial(flood, 20, bundled=False, too_fast=False), TIMES)

    assert (figures["arrived"], figures["own_messages"]) == (20, 20)
    assert (figures["lost"], figures["doubled"], figures["out_of_order"]) == (0, 0, 0)


def test_of_two_hundred_waiting_each_is_named_by_exactly_one_message():
    figures = hurried(partial(flood, 200, bundled=True, too_fast=False), TIMES)

    assert figures["arrived"] == figures["own_messages"] + figures["in_bundles"] == 200
    assert (figures["lost"], figures["doubled"], figures["out_of_order"]) == (0, 0, 0)


def test_chats_that_refuse_again_and_again_get_everything_once_and_in_order():
    figures = hurried(partial(flood, 20, bundled=False, too_fast=True), TIMES)

    assert figures["refused_429"] >= 10
    assert (figures["arrived"], figures["own_messages"]) == (20, 20)
    assert (figures["lost"], figures["doubled"], figures["out_of_order"]) == (0, 0, 0)


@pytest.mark.smoke
def test_the_count_notices_what_is_lost_doubled_and_out_of_order():
    async def count() -> Counted:
        environment = FloodEnvironment(4, bundled=False, pace=RateLimiter(TOO_FAST), overload=False)
        environment.rank = {"cust00000": 0, "cust00001": 1, "cust00002": 1, "cust00003": 2}
        names = [("cust00003",), ("cust00000",), ("cust00000", "cust00001")]
        return environment.count([Message(one, str(one)) for one in names])

    counted = hurried(count, TIMES)

    assert (counted.lost, counted.doubled) == (["cust00002"], ["cust00000"])
    assert len(counted.out_of_order) == 2


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment sets MUTUALS_* of the whole process and takes them away again."""
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", "")
