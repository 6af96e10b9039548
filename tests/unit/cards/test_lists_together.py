"""The lists of several brands in one answer: each under its name, whole in both chats."""

import json
from types import SimpleNamespace
from typing import Any, cast

from mutuals.actions import commands
from mutuals.cards import queue
from mutuals.cards.queue import LISTINGS
from mutuals.context import BrandContext
from mutuals.domain.model import Account, Brand
from mutuals.domain.queue_order import QueuePart
from tests.unit.cards.test_queue import page, row, sent


def brand(handle: str, network: str) -> BrandContext:
    """Of a brand's context only what names it."""
    made: Any = SimpleNamespace(
        brand=Brand("x900", "x", Account("900", handle, "Kettle")), network=SimpleNamespace(title=network)
    )
    return cast("BrandContext", made)


def test_the_queues_of_two_brands_stand_under_their_names_with_every_button():
    size = commands.size_for(2)
    first, second = (
        queue.listing(LISTINGS[QueuePart.ALL], page(*map(row, numbers), total=8, size=size, list_id=list_id))
        for list_id, numbers in (("x900-queue.queue-0", range(1, 5)), ("x901-queue.queue-0", range(11, 15)))
    )
    answer = commands.together([(brand("kettleco", "X"), first), (brand("kettle_de", "Board"), second)])
    blocks, components = map(json.dumps, sent(answer))

    assert size == 4
    for shown in (blocks, components):
        assert "no room" not in shown
        assert shown.count("1-4 of 8") == 2
        assert "Next 4 of @kettleco" in shown
        assert "Next 4 of @kettle_de" in shown
    assert blocks.count('"reply::') == 8
    assert components.count('"mutuals:reply:') == 8
    assert blocks.index("@kettleco on X") < blocks.index("x900-4-1") < blocks.index("@kettle_de on Board")


def test_many_brands_in_one_channel_have_two_entries_each_at_least():
    assert [commands.size_for(brands) for brands in (0, 1, 2, 3, 9)] == [10, 10, 4, 2, 2]
