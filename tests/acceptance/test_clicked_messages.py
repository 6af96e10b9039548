"""Whoever presses sees the message change at once, however busy its channel is."""

import asyncio

import pytest

from mutuals.cards.markup import Intent
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import LATE, House

BUSY = 1.2  # seconds for which a chat takes no edits
EDITS = {"slack": r"POST .*chat\.update$", "discord": r"PATCH .*/channels/\d+/messages/\d+$"}


def chats_take_no_edits(house: House) -> None:
    house.slack_faults.plan(FaultKind.RATE_LIMITED, EDITS["slack"], times=1, seconds=BUSY)
    house.discord_faults.plan(FaultKind.RATE_LIMITED, EDITS["discord"], times=1, seconds=BUSY)


async def texts(house: House) -> dict[str, str]:
    shown = await house.shown(await house.alert("mia"))
    return {chat: one.text for chat, one in shown.items()}


@pytest.mark.smoke
@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_the_pressed_message_shows_the_claim_while_its_channel_takes_no_edits(house: House, chat: str):
    house.write("mia", LATE[0])
    await house.look()
    chats_take_no_edits(house)
    who = house.ana if chat == "slack" else house.ben

    await house.press_only(who, await house.open_alert("mia"), Intent.CLAIM)

    for _ in range(100):
        if who.name in (await texts(house))[chat]:
            break
        await asyncio.sleep(0.005)
    assert who.name in (await texts(house))[chat]
    other = "discord" if chat == "slack" else "slack"
    assert who.name not in (await texts(house))[other]


async def test_what_was_pressed_is_drawn_once_and_the_other_chat_follows(house: House):
    house.write("mia", LATE[0])
    await house.look()
    alert = await house.open_alert("mia")

    await house.press(house.ana, alert, Intent.CLAIM)

    assert all(house.ana.name in text for text in (await texts(house)).values())
    rows = await house.deliveries(f"alert/{alert.id}")
    assert {one.shown == one.wanted for one in rows} == {True}


async def test_a_message_that_does_not_take_the_answer_is_redrawn_by_an_edit(house: House):
    house.write("mia", LATE[0])
    await house.look()
    house.slack_faults.plan(FaultKind.ERROR_BEFORE, r"POST /actions/", times=3, status=500)
    alert = await house.open_alert("mia")

    await house.press(house.ana, alert, Intent.CLAIM)

    assert all(house.ana.name in text for text in (await texts(house)).values())
    assert house.slack_faults.struck
