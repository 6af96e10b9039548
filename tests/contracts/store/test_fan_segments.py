"""Groups of fans: what the database gives is what the rules say, in their order, and of this brand only."""

from datetime import timedelta

import pytest

from mutuals.domain import fan_segments
from mutuals.domain.fan_segments import FanSegment
from mutuals.ports.store import Store
from tests.support.fans import put_crowd
from tests.support.values import BRAND, START, fan

DAY = timedelta(days=1)


@pytest.mark.parametrize("segment", FanSegment)
async def test_a_group_holds_who_belongs_there_in_its_order(store: Store, segment: FanSegment) -> None:
    people = await put_crowd(store)
    talked = [
        fan(
            f"t{n}",
            two_way=n % 4,
            follows_us=n % 5 > 0,
            we_follow=(None, False, True)[n % 3],
            first_at=START - n * DAY,
            answered_at=None if n % 2 else START - (n % 47 + n % 50) * DAY,
            last_at=START - (n % 50) * DAY,
        )
        for n in range(120)
    ]
    since, until = START - 40 * DAY, START - 2 * DAY
    async with store.transaction(BRAND) as tx:
        await tx.fans.put(talked)
    async with store.reading(BRAND) as tx:
        found = await tx.fans.segment(segment, 25, since=since, until=until)

    there = [one for one in [*people, *talked] if fan_segments.within(one, since, until)]
    wanted = sorted((one for one in there if fan_segments.is_in(segment, one)),
                    key=lambda one: fan_segments.order(segment, one))  # fmt: skip
    assert len(wanted) > 5
    assert found == wanted[:25]
