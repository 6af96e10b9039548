"""Many people at once about one thing: one message that names them all, grows, and lets each be answered."""

import asyncio
import re
from collections import Counter
from datetime import timedelta

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.bundle import Bundle
from mutuals.domain.model import AlertState, CaseState
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import LATE, House, Member, Open, discord_text, slack_text
from tests.acceptance.pressing import press_on
from tests.support.waiting import until


async def bundles(house: House) -> list[Bundle]:
    found = await house.read(lambda tx: tx.bundles.open(house.clock.now() - timedelta(days=9)))
    return list(found)


def seen(house: House, part: str) -> dict[str, list[str]]:
    """The public messages of each chat that hold this."""
    return {chat: [one for one in texts if part in one] for chat, texts in house.channel_texts().items()}


def burst(house: House, count: int, *, start: int = 0) -> None:
    for number in range(start, start + count):
        house.write(f"cust{number:02}", LATE[number % len(LATE)])


async def press(house: House, who: Member, do: Intent, value: str = "", subject: str | None = None) -> None:
    """Press a button in the bundle's message, or in the newest private one when `subject` is given."""
    [bundle] = await bundles(house)
    await press_on(house, who, subject or bundle.id, do, value)


@pytest.mark.smoke
async def test_six_people_with_one_trouble_are_told_in_one_message_that_names_and_links_each(house: House):
    burst(house, 6)

    await house.look()

    for chat, texts in house.channel_texts().items():
        [told] = texts
        assert "6 people in 1 minute write about:" in told, chat
        assert "order" in told or "delivery" in told
        assert all(f"@cust{number:02}" in told for number in range(6))
    raw = house.everything_shown()
    assert all(f"/cust{number:02}/status/" in raw for number in range(6))


@pytest.mark.smoke
async def test_three_are_told_one_by_one(house: House):
    burst(house, 3)

    await house.look()

    assert [len(texts) for texts in house.channel_texts().values()] == [3, 3]
    assert await bundles(house) == []


async def test_the_fourth_gathers_the_three_that_nobody_has_touched(house: House):
    burst(house, 3)
    await house.look()
    await house.press(house.ana, await house.open_alert("cust00"), Intent.CLAIM)
    await house.later(minutes=2)
    burst(house, 2, start=3)
    await house.look()

    [bundle] = await bundles(house)
    for chat, texts in house.channel_texts().items():
        assert len([one for one in texts if "Now told with others" in one]) == 2, chat
        [told] = [one for one in texts if "4 people in 2 minutes" in one]
        assert "@cust00" not in told
        assert all(f"@cust0{number}" in told for number in (1, 2, 3, 4))
    assert (await house.alert("cust00")).bundle_id is None
    assert len(bundle.alert_ids) == 4


async def test_a_bundle_grows_by_edits_while_the_burst_lasts_and_then_no_more(house: House):
    burst(house, 4)
    await house.look()
    await house.later(minutes=8)
    burst(house, 2, start=4)
    await house.look()
    grown = seen(house, "6 people in 8 minutes")
    while_it_lasts = seen(house, "added here while it goes on")
    await house.later(minutes=11)
    burst(house, 1, start=6)
    await house.look()

    assert [len(one) for one in grown.values()] == [1, 1]
    assert [len(one) for one in while_it_lasts.values()] == [1, 1]
    assert [len(one) for one in seen(house, "while it goes on").values()] == [0, 0]
    assert [len(texts) for texts in house.channel_texts().values()] == [2, 2]
    assert (await house.open_alert("cust06")).bundle_id is None


async def test_who_is_urgent_or_asks_to_be_followed_has_a_message_of_their_own(house: House):
    burst(house, 5)
    house.write("urgentia", "@kettleco somebody hacked my account and my order has not arrived")
    house.write(
        "follia", "@kettleco my order has not arrived, please follow me back so I can DM you the number"
    )

    await house.look()

    assert (await house.open_alert("urgentia")).bundle_id is None
    await house.in_both("urgentia", "Urgent")
    await house.in_both("follia", "Asks to be followed")
    [bundle] = await bundles(house)
    assert len(bundle.alert_ids) == 5


async def test_a_member_that_becomes_urgent_gets_a_message_of_its_own_and_leaves_the_bundle(house: House):
    burst(house, 5)
    await house.look()
    await house.later(minutes=3)
    house.write(
        "cust02", "@kettleco and now you charged my card twice, this is fraud, I will call my lawyer!"
    )
    await house.look()

    await house.in_both("cust02", "Urgent")
    [bundle] = await bundles(house)
    assert len(bundle.alert_ids) == 4
    assert all("@cust02" not in one for texts in seen(house, "people in").values() for one in texts)


async def test_an_answered_member_is_marked_and_the_others_go_on_waiting(house: House):
    posts = [house.write(f"cust{number:02}", LATE[number]) for number in range(4)]
    await house.look()
    await house.later(minutes=1)
    house.answer(posts[2], "So sorry! It is on its way.")
    await house.look()

    for chat, [told] in seen(house, "people in").items():
        assert "Waiting (3)" in told, chat
        assert "Answered (1): @cust02" in told


async def test_when_the_burst_is_over_and_all_are_answered_the_bundle_is_closed(house: House):
    posts = [house.write(f"cust{number:02}", LATE[number]) for number in range(4)]
    await house.look()
    for post in posts:
        house.answer(post, "So sorry! It is on its way.")
    await house.look()
    await house.later(minutes=11)

    for chat, [told] in seen(house, "people in").items():
        assert "Over: 4 people" in told, chat
    assert await bundles(house) == []


async def test_the_team_claims_snoozes_and_dismisses_a_bundle_in_either_chat(house: House):
    burst(house, 4)
    await house.look()
    await press(house, house.ana, Intent.CLAIM)
    claimed = seen(house, "Ana has it until")
    await press(house, house.ben, Intent.SNOOZE, "1h")
    asleep = seen(house, "Snoozed until")
    await press(house, house.ana, Intent.WAKE)
    await press(house, house.ben, Intent.DISMISS, "elsewhere")

    assert [len(one) for one in claimed.values()] == [1, 1]
    assert [len(one) for one in asleep.values()] == [1, 1]
    for [told] in seen(house, "Dismissed all (dealt with elsewhere) by Ben Okafor").values():
        assert "Dismissed (4)" in told
    cases = await house.read(
        lambda tx: tx.cases.closed(CaseState.DISMISSED, house.clock.now() - timedelta(days=1))
    )
    assert {one.closed_by for one in cases} == {"elsewhere"}
    assert len(cases) == 4
    assert house.said_by_brand() == []


async def test_each_member_can_be_opened_privately_and_answered_for_itself(house: House):
    posts = [house.write(f"cust{number:02}", LATE[number % 6]) for number in range(7)]
    await house.look()
    for who in (house.ana, house.ben):
        await press(house, who, Intent.MEMBERS, "0")
        assert "1 to 4 of 7 people" in house.told(who), who
        assert "Show the next 3" in str(house.private(who)[-1].labels)
    alert = await house.alert("cust01")
    await press(house, house.ana, Intent.REPLY, subject=alert.id)
    await house.send(house.ana, "We are looking for your parcel!")
    await house.look()

    assert (
        house.said_by_brand() == ["@cust01 We are looking for your parcel!"]
        or len(house.said_by_brand()) == 1
    )
    assert (await house.case(posts[1])).state is CaseState.ANSWERED
    assert [(await house.case(post)).state for post in posts].count(CaseState.OPEN) == 6
    for [told] in seen(house, "people in").values():
        assert "Answered (1): @cust01" in told


async def test_one_verdict_on_a_whole_burst_closes_everybody_in_it_and_counts_once(house: House):
    burst(house, 5)
    await house.look()

    await press(house, house.ben, Intent.FEEDBACK, "not_complaint")

    [kept] = await house.read(lambda tx: tx.feedback.newest())
    assert (kept.value, kept.category) == ("not_complaint", "complaint")
    assert kept.score > 0.5
    assert {one.state for one in await house.alerts()} == {AlertState.SETTLED}
    assert "Noted for all of them: not a complaint." in house.told(house.ben)
    for [told] in seen(house, "people in").values():
        assert "Dismissed all (not a complaint) by Ben Okafor" in told


async def test_a_burst_that_is_what_the_team_wants_stays_open(house: House):
    burst(house, 5)
    await house.look()

    await press(house, house.ana, Intent.FEEDBACK, "more")

    assert {one.state for one in await house.alerts()} == {AlertState.OPEN}
    assert [one.value for one in await house.read(lambda tx: tx.feedback.newest())] == ["more"]


async def test_one_member_alone_can_be_called_no_complaint(house: House):
    burst(house, 5)
    await house.look()
    await press(house, house.ana, Intent.MEMBERS, "0")
    alert = await house.alert("cust01")

    await press(house, house.ana, Intent.FEEDBACK, "not_complaint", subject=alert.id)

    assert [one.state for one in await house.alerts()].count(AlertState.SETTLED) == 1
    for [told] in seen(house, "people in").values():
        assert "Dismissed (1): @cust01" in told


async def test_overdue_members_call_once_for_the_whole_bundle(house: House):
    burst(house, 5)
    await house.look()
    await house.later(minutes=61)
    await house.later(minutes=5)

    pings = [one for message in house.slack_messages() for one in message["replies"]]
    assert len([one for one in pings if "overdue" in slack_text(one)]) == 1
    replies = [one for one in house.discord_messages() if one.get("message_reference")]
    assert len([one for one in replies if "overdue" in discord_text(one)]) == 1


async def test_a_bundle_survives_a_restart_and_its_buttons_still_work(house: House):
    burst(house, 4)
    await house.look()
    await house.restart()

    await press(house, house.ben, Intent.CLAIM)
    burst(house, 1, start=4)
    await house.look()

    assert [len(one) for one in seen(house, "5 people in").values()] == [1, 1]
    assert [len(texts) for texts in house.channel_texts().values()] == [1, 1]
    assert all("Ben Okafor has it" in one for texts in seen(house, "people in").values() for one in texts)


async def test_two_hundred_who_wait_are_told_in_messages_of_half_a_minute_and_nobody_is_left_out(
    house: House,
):
    things = (
        "lid",
        "handle",
        "spout",
        "base",
        "cord",
        "box",
        "manual",
        "button",
        "filter",
        "lamp",
        "paint",
        "glass",
    )
    for number in range(200):
        strange = f"{things[number % 12]}{'abcdefghijklmnopq'[number // 12]}"
        text = (
            LATE[number % len(LATE)] if number % 2 else f"@kettleco the {strange} is awful, so disappointed"
        )
        house.write(f"cust{number:03}", text)
    await house.look()

    for chat, texts in house.channel_texts().items():
        assert len(texts) <= 26, (chat, len(texts))  # at one message a second
        told = " ".join(texts)
        assert [number for number in range(200) if f"@cust{number:03}" not in told] == [], chat
    alerts = await house.alerts()
    own = [one for one in alerts if one.bundle_id is None]
    named = [one for bundle in await bundles(house) for one in bundle.alert_ids]
    assert len(alerts) == 200
    assert len(named) == len(set(named))
    assert {one.id for one in own} | set(named) == {one.id for one in alerts}
    assert not {one.id for one in own} & set(named)
    assert all(one.state is AlertState.OPEN for one in alerts)


async def test_a_team_that_wants_no_bundles_has_none(open_house: Open):
    house = await open_house(BUNDLE_FROM="0")
    burst(house, 5)

    await house.look()

    assert [len(texts) for texts in house.channel_texts().values()] == [5, 5]


async def test_in_a_flood_nobody_is_told_before_they_were_looked_up(house: House):
    for number in range(260):  # more than are told in one round
        house.write(
            f"cust{number:03}", f"@kettleco my order {number:03} never arrived, where is my delivery?"
        )
    house.x_faults.plan(FaultKind.SLOW, r"GET /2/users$", seconds=0.4)
    looking = asyncio.create_task(house.look())
    await until(lambda: house.x_faults.struck)
    await house.service._engine.submit(f"clock/{house.brand_id}")  # the clock ticks while the look still asks
    await looking
    await house.quiet()

    for chat, texts in house.channel_texts().items():
        named = Counter(re.findall(r"@(cust\d{3})", " ".join(texts)))
        assert len(named) == 260, chat
        assert not [text for text in texts if "could not be looked up" in text], chat


async def test_a_bundle_that_was_called_for_before_it_slept_is_said_to_be_awake(house: House):
    burst(house, 5)
    await house.look()
    await house.later(hours=2)
    called = [len(one["replies"]) for one in house.slack_messages()]
    await press(house, house.ben, Intent.SNOOZE, "1h")
    await house.later(minutes=61)

    assert (sum(called), sum(len(one["replies"]) for one in house.slack_messages())) == (1, 2)
