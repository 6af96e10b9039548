"""The machine's clock is wrong, is set forward and back, or back: said in words, and nothing stays undone."""

from datetime import UTC, datetime, timedelta

import pytest

from mutuals.alerting import digest
from mutuals.cards.markup import Intent
from mutuals.domain.model import AlertState
from mutuals.service import doctor
from mutuals.service.bootstrap import Settings
from mutuals.service.sweeper import ClockStepDetector
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, House, Open

WRONG = "The clock of Mutuals' machine is wrong"
RIGHT = "The clock of Mutuals' machine is right again"


def said(house: House, words: str) -> list[int]:
    """How many messages of each channel hold these words."""
    return [len([one for one in texts if words in one]) for texts in house.channel_texts().values()]


async def set_back(house: House, **span: float) -> None:
    """The service's clock goes back, and a sweep of the running service sees it."""
    await house.service._sweeper.sweep()
    house.clock.at -= timedelta(**span)
    await house.service._sweeper.sweep()
    await house.quiet()


async def looks(house: House, count: int) -> None:
    for _ in range(count):
        await house.later(minutes=1)
        await house.look()


@pytest.mark.parametrize(("minutes", "words"), [(10, "10 minutes behind"), (-60, "60 minutes ahead of")])
async def test_a_wrong_clock_is_said_once_in_each_chat_and_ended_once(house: House, minutes: int, words: str):
    house.services_ahead(minutes=minutes)
    await house.restart()  # what was heard before counts no more
    await looks(house, 3)
    begun = said(house, WRONG), said(house, words)
    house.services_ahead()
    await looks(house, 3)

    assert begun == ([1, 1], [1, 1])
    assert said(house, WRONG) == [1, 1]
    assert said(house, RIGHT) == [1, 1]


async def test_a_wrong_clock_is_said_though_no_look_at_x_works(house: House):
    house.services_ahead(minutes=10)
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"GET /2/users/", times=10_000)
    await house.restart_with()
    await looks(house, 2)

    assert said(house, WRONG) == [1, 1]


async def test_a_clock_that_is_right_is_never_spoken_of(house: House):
    await looks(house, 5)

    assert said(house, "clock") == [0, 0]


async def test_the_doctor_names_the_one_whose_clock_differs(house: House):
    house.x.date_ahead = timedelta(minutes=10)
    await house.stop()

    [clock] = [one for one in await doctor.examine(Settings.read()) if not one.ok]

    assert clock.said == "This machine's clock is 10 minutes behind X. It agrees with Discord and Slack."


@pytest.mark.parametrize("minutes", [0, 10])
async def test_the_doctor_compares_this_machines_clock_with_the_answers(open_house: Open, minutes: int):
    house = await open_house()
    house.services_ahead(minutes=minutes)
    await house.stop()

    checks = {one.title: one for one in await doctor.examine(Settings.read())}

    clock = checks["Clock"]
    assert clock.ok == (minutes == 0)
    assert ("10 minutes behind" in clock.said) == (minutes == 10)
    assert ("timedatectl" in clock.next_step) == (minutes == 10)


@pytest.mark.smoke
def test_a_step_back_is_told_from_time_that_passes_and_from_a_step_forward():
    steps, noon, hour = ClockStepDetector(), datetime(2026, 11, 23, 12, tzinfo=UTC), timedelta(hours=1)
    found = [
        steps.back(noon, 0.0),
        steps.back(noon + timedelta(seconds=2), 2.0),
        steps.back(noon + hour, 4.0),  # set forward
        steps.back(noon + timedelta(seconds=6), 6.0),  # and back
        steps.back(noon + timedelta(seconds=8), 8.0),
        steps.back(noon + timedelta(seconds=7), 10.0),  # less than what is worth a word
    ]

    assert found == [None, None, None, timedelta(seconds=3596), None, None]


async def test_a_reply_that_waits_for_x_goes_out_soon_though_the_clock_was_set_back_an_hour(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"POST /2/tweets", times=1, status=503)
    await house.reply(house.ana, await house.open_alert("mia"), "So sorry, a new one is coming!")
    house.x_faults.clear()

    await set_back(house, hours=1)
    await house.later(seconds=61)

    assert len(house.said_by_brand()) == 1


async def test_an_alert_that_waits_for_a_chat_is_shown_soon_though_the_clock_was_set_back(house: House):
    house.slack_faults.plan(FaultKind.RATE_LIMITED, r"chat.postMessage", times=1, seconds=30)
    house.write("mia", COMPLAINT)
    await house.look()
    before = len(house.slack_messages())

    await set_back(house, hours=1)
    await house.later(seconds=61)

    assert (before, len(house.slack_messages())) == (0, 1)


async def test_what_was_taken_by_a_clock_that_was_a_day_ahead_is_free_when_it_would_be(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    house.clock.at += timedelta(days=1)
    await house.press(house.ana, await house.open_alert("mia"), Intent.CLAIM)
    await set_back(house, days=1)
    held = await house.open_alert("mia")
    await house.later(minutes=16)
    free = await house.open_alert("mia")

    assert held.claimed_by == "Ana"
    assert free.claimed_by is None


async def test_after_a_start_nobody_holds_an_alert_for_longer_than_a_claim_lasts(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    house.clock.at += timedelta(days=1)
    await house.press(house.ana, await house.open_alert("mia"), Intent.CLAIM)
    await house.stop()
    house.clock.at -= timedelta(days=1)
    await house.start()
    await house.look()
    await house.later(minutes=16)

    assert (await house.open_alert("mia")).claimed_by is None


async def test_a_snooze_of_a_clock_that_was_ahead_ends_when_it_would(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    house.clock.at += timedelta(days=1)
    await house.press(house.ana, await house.open_alert("mia"), Intent.SNOOZE, "1h")
    await set_back(house, days=1)

    alert = await house.alert("mia")
    assert alert.snoozed_until is not None
    assert alert.snoozed_until - house.clock.now() <= timedelta(hours=1, minutes=1)


async def test_x_is_read_again_with_a_sign_in_renewed_by_a_clock_that_was_ahead(house: House):
    await house.look()
    house.clock.at += timedelta(days=1)
    await house.look()
    await set_back(house, days=1)
    house.write("mia", COMPLAINT)
    await house.later(minutes=1)
    await house.look()

    assert await house.find_alert("mia") is not None


async def test_a_sign_in_that_a_slow_clock_takes_for_good_is_renewed_when_x_refuses_it(house: House):
    await house.look()
    house.services_ahead(hours=3)  # X's token ends after two hours, by X's clock
    house.write("mia", COMPLAINT)
    await house.look()

    assert await house.find_alert("mia") is not None
    assert said(house, "can't see X") == [0, 0]


async def test_a_digest_that_came_early_is_followed_by_one_with_what_came_since(open_house: Open):
    house = await open_house(DIGEST_AT="18:00")
    house.write("mia", "@kettleco love the copper one, thank you")
    await house.look()
    house.clock.at += timedelta(days=1)
    await house.quiet()
    early = len(await notices(house))
    await set_back(house, days=1)
    house.write("ben", "@kettleco another amazing cup, thank you")
    await house.later(minutes=5)
    await house.look()
    for _ in range(16):
        await house.later(hours=2)
        await house.look()

    told = await notices(house)
    assert early == 1
    assert len(told) >= 2
    assert any("ben" in one for one in house.channel_texts()["slack"])


async def notices(house: House) -> list[str]:
    kept = await house.read(lambda tx: tx.key_values.get(digest.KEY))
    return [key for key, _, _ in kept["told"]]


async def test_a_lost_answer_is_found_though_our_clock_is_an_hour_ahead_of_xs(house: House):
    house.services_ahead(hours=-1)
    house.write("mia", COMPLAINT)
    await looks(house, 4)
    house.x_faults.plan(FaultKind.LOST_REPLY, r"POST /2/tweets", times=1)
    await house.reply(house.ana, await house.open_alert("mia"), "So sorry, a new one is coming!")
    for _ in range(4):
        await house.later(minutes=1)

    alert = await house.alert("mia")
    assert alert.state is AlertState.SETTLED
    assert len(house.said_by_brand()) == 1


async def test_fans_told_by_a_clock_that_was_ahead_take_no_place_from_those_of_today(open_house: Open):
    house = await open_house(FANS_PER_DAY="1")
    house.make_loyal("mia")
    house.make_loyal("savvari")
    house.clock.at += timedelta(days=1)
    await house.look()
    ahead = len(await house.alerts())
    await set_back(house, days=1)
    await looks(house, 3)

    assert (ahead, len(await house.alerts())) == (1, 2)
