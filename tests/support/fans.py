"""A crowd of invented fans, and who of them are the best, counted by hand."""

import random
from collections.abc import Sequence
from datetime import timedelta

from mutuals.domain.model import Fan
from mutuals.ports.store import Store
from tests.support.values import BRAND, START, fan

DAY = timedelta(days=1)


def crowd(size: int, seed: int) -> list[Fan]:
    dice = random.Random(seed)
    return [
        fan(
            str(number),
            dice.uniform(-3, 9),
            interactions=min(40, int(dice.paretovariate(0.7))),
            last_at=START - dice.uniform(-1, 100) * DAY,
            we_follow=dice.choice((None, None, False, True)),
            follows_us=dice.choice((None, True, False)),
            preference=dice.choice((None, None, None, "talk", "follow", "leave_alone")),
        )
        for number in range(size)
    ]


def best_of(people: Sequence[Fan], limit: int, days: float, at_least: int) -> list[Fan]:
    wanted = [
        one
        for one in people
        if not one.we_follow
        and one.preference != "leave_alone"
        and one.last_at >= START - days * DAY
        and one.interactions >= at_least
    ]
    return sorted(wanted, key=lambda one: -one.log_score)[:limit]


async def put_crowd(store: Store) -> list[Fan]:
    """Store 1500 fans of the brand, and give them; beside them the best of all, who is another brand's."""
    found = crowd(1500, seed=4)
    async with store.transaction(BRAND) as tx:
        await tx.fans.put(found)
    async with store.transaction("901") as tx:
        await tx.fans.put([Fan("901", "x", 99.0, 99, START, START)])
    return found
