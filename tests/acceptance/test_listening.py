"""Said about the brand without its handle: found by rules within a budget, shown in both chats, answered by link."""

from datetime import timedelta

import pytest

from mutuals.domain.model import Case
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.digests import tick, until_the_hour
from tests.acceptance.house import House

ANGRY = "My Kettle Co kettle arrived broken and nobody answers. Unacceptable, I want a refund!"
NEVER_MENTIONED = "Did not mention you: found by the rule “kettles”"
RULES = "kettles: kettle co, #kettleco, -insurance; cup: kettle cup"


def said(house: House, words: str) -> list[int]:
    """How many messages of each channel hold these words."""
    return [len([one for one in texts if words in one]) for texts in house.channel_texts().values()]


async def the_case(house: House) -> Case:
    """The only case of all."""
    [alert] = await house.alerts()
    [case] = (await house.read(lambda tx: tx.cases.by_ids(alert.case_ids))).values()
    return case


async def search(house: House) -> None:
    """Let enough time pass for the next search, and look."""
    await house.later(minutes=6)
    await house.look()


async def listening(house: House, **changes: str) -> None:
    """Start again with rules; their price has been said when this ends."""
    await house.restart_with(LISTEN=RULES, **changes)
    await house.look()


@pytest.mark.smoke
async def test_a_complaint_without_the_handle_is_an_alert_in_both_chats_that_is_answered_by_link(
    house: House,
):
    await listening(house)
    priced = said(house, "Each post found costs $0.005. The budget is $1.00 a day")
    post = house.write("mia", ANGRY)
    house.write("bo", "Kettle Co kettle and its insurance: broken, a scam, I want a refund!")
    house.write("cy", "Kettle Co has a new shop on the high street")
    await search(house)
    await search(house)
    [alert] = await house.alerts()
    case = await the_case(house)

    assert priced == [1, 1]
    assert said(house, NEVER_MENTIONED) == [1, 1]
    assert case.id == post.id
    texts = [one for texts in house.channel_texts().values() for one in texts if NEVER_MENTIONED in one]
    assert all("nothing is due" in one for one in texts)
    assert alert.person_id == post.author_id

    await house.reply(house.ben, alert, "Oh no, sorry!")
    assert house.said_by_brand() == []
    await house.on_x(house.link(house.ben, "/intent/"), text="Oh no, sorry! We fix it.")
    await house.later(seconds=10)
    await house.in_both("mia", "Replied, seen on X by Ben Okafor")


async def test_nobody_is_called_for_it_however_long_it_waits(house: House):
    await listening(house)
    house.write("mia", ANGRY)
    await search(house)
    for _ in range(6):
        await house.later(days=1)
        await house.look()

    assert said(house, "verdue") == [0, 0]
    case = await the_case(house)
    assert case.closed_by == "expired"


async def test_a_post_that_names_the_handle_and_fits_a_rule_is_one_post_and_a_mention(house: House):
    await listening(house)
    house.write("mia", f"@kettleco {ANGRY}")
    await search(house)
    await search(house)

    assert said(house, NEVER_MENTIONED) == [0, 0]
    assert len(await house.alerts()) == 1
    assert await house.read(lambda tx: tx.spending.since("2026-01-01"))
    assert "posts found by search" not in await house.read(lambda tx: tx.spending.since("2026-01-01"))


async def test_who_mentions_the_brand_after_it_was_found_waits_for_an_answer_from_then_on(house: House):
    await listening(house)
    house.write("mia", ANGRY)
    await search(house)
    second = house.write("mia", "@kettleco still broken, still no refund. Unacceptable!")
    await house.look()
    case = await the_case(house)

    assert len(await house.alerts()) == 1
    assert second.id in case.post_ids
    assert case.turn is None
    assert case.due_at <= house.clock.now() + timedelta(hours=2)
    assert said(house, NEVER_MENTIONED) == [0, 0]


async def test_when_the_budget_of_the_day_is_used_up_both_chats_are_told_once_and_the_next_day_it_goes_on(
    house: House,
):
    await listening(house, LISTEN_DAILY_DOLLARS="0.05")
    for number in range(12):
        house.write(f"guest{number}", f"Kettle Co has a shop in street {number}")
    for _ in range(3):
        await search(house)
    told = said(house, "The $0.05 of today is used, so X is not searched until midnight UTC")
    house.write("lost", ANGRY)
    await house.later(days=1)
    house.write("mia", ANGRY)
    await search(house)

    assert told == [1, 1]
    assert said(house, NEVER_MENTIONED) == [1, 1]


async def test_searches_that_fail_for_an_hour_are_said_once_and_when_they_work_again(house: House):
    await listening(house)
    house.x_faults.plan(FaultKind.ERROR_BEFORE, "GET /2/tweets/search/recent", times=100, status=503)
    for _ in range(13):
        await search(house)
    failing = said(house, "Mutuals can't search by your rules now")
    house.x_faults.clear()
    house.write("mia", ANGRY)
    await search(house)

    assert failing == [1, 1]
    assert said(house, "answers searches by your rules again") == [1, 1]
    assert said(house, NEVER_MENTIONED) == [1, 1]


async def test_praise_without_the_handle_stands_in_the_digest_and_says_who_speaks_up_and_does_not_follow(
    house: House,
):
    await listening(house)
    await tick(house)
    house.write("mia", "If you need a kettle get a Kettle Co one, you won't regret it, I love mine")
    await search(house)
    alerts = await house.alerts()
    await until_the_hour(house)

    assert alerts == []
    assert said(house, "Praise without your handle (1)") == [1, 1]
    assert said(house, "speaks up for you, and does not follow you") == [1, 1]


async def test_whoever_was_never_answered_and_names_a_rival_is_said_once(house: House):
    await house.restart_with(RIVALS="BoilRight, Steam & Co")
    house.write("mia", "@kettleco my kettle arrived broken. Unacceptable, I want a refund!")
    house.write("bo", "@kettleco how about boilright then?")
    await house.look()
    await house.later(days=6)
    await house.look()
    house.write("mia", "@kettleco never mind, BoilRight sent me one in two days")
    await house.look()
    house.write("mia", "@kettleco and boilright even said thanks")
    await house.look()

    assert said(house, "Now they name BoilRight: ") == [1, 1]


async def test_what_a_full_day_finds_is_said_once_with_what_a_month_of_it_costs(house: House):
    await listening(house)
    await search(house)
    await house.later(days=1)
    for number in range(4):
        house.write(f"guest{number}", f"Kettle Co has a shop in street {number}")
    await search(house)
    for _ in range(2):
        await house.later(days=1)
        await search(house)

    assert said(house, "4 posts found and 0 shown on a full day: about $0.60 in 30 days") == [1, 1]
