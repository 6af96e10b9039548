"""X's webhook as a source: registered by us, told at once, replayed after a downtime, and never bought twice."""

import pytest

from mutuals.domain.event_coverage import SETTLES
from tests.acceptance.house import COMPLAINT, House, Open
from tests.acceptance.test_doors import free_port
from tests.acceptance.test_events import opened, reads, told
from tests.support.waiting import until

SECRET = "sandbox-consumer-secret"  # of the sandbox


async def called(open_house: Open) -> House:
    """A house whose webhook X calls."""
    address = f"127.0.0.1:{free_port()}"
    house = await open_house(
        HTTP_ADDRESS=address,
        X_PUSH="webhook",
        X_WEBHOOK_SECRET=SECRET,
        X_WEBHOOK_URL=f"http://{address}/x/webhook",
    )
    await opened(house)
    await house.later(seconds=SETTLES.total_seconds() + 10)
    await house.look()
    return house


@pytest.mark.smoke
async def test_x_is_told_where_to_call_and_its_calls_are_answered_in_time(open_house: Open):
    house = await called(open_house)
    bought = reads(house)
    post = house.write("mia", COMPLAINT)
    await told(house, post)
    await until(lambda: house.x.events.answers)
    await house.later(minutes=2)
    await house.look()

    assert [one["valid"] for one in house.x.events.webhooks.values()] == [True]
    assert set(house.x.events.answers) == {200}
    assert reads(house) == bought
    assert house.x.meter.twice == set()


async def test_what_came_while_mutuals_was_down_is_replayed_and_not_read(open_house: Open):
    house = await called(open_house)
    bought = reads(house)
    await house.stop()
    post = house.write("mia", COMPLAINT)
    await until(lambda: house.x.events.answers)
    house.clock.move(600)
    await house.start()
    await told(house, post)
    await house.look()

    assert reads(house) == bought


async def test_where_the_plan_has_no_replay_polling_fills_the_gap(open_house: Open):
    house = await called(open_house)
    house.x.events.replays_allowed = False
    await house.stop()
    house.write("mia", COMPLAINT)
    house.clock.move(600)
    await house.start()
    await house.look()

    assert await house.find_alert("mia") is not None
