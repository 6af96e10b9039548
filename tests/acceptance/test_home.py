"""Slack's Home tab and shortcuts, with the whole service behind them."""

import json
from functools import partial
from typing import Any

import pytest

from mutuals.cards.markup import Intent
from mutuals_sandbox.environment import SLACK_EVENTS
from mutuals_slack.manifest import BOT_EVENTS
from mutuals_slack.shortcuts import FIND, NAME, REPLY
from tests.acceptance.alerts import complaint
from tests.acceptance.house import House
from tests.acceptance.house.services import Member
from tests.support.waiting import until


def page(house: House, who: Member) -> str:
    return json.dumps(house.slack.snapshot(who.id)["home"], ensure_ascii=False)


def opened(house: House, words: str) -> bool:
    return words in json.dumps(house.form(house.ana))


def button(house: House, who: Member, do: Intent) -> str:
    """The action id of the first such button on somebody's page."""
    home: dict[str, Any] = house.slack.snapshot(who.id)["home"]
    found = [each for block in home["blocks"] for each in block.get("elements", []) if "action_id" in each]
    return next(
        str(each["action_id"]) for each in found if each["action_id"].startswith(f"mutuals:{do.value}:")
    )


@pytest.mark.smoke
async def test_the_home_tab_shows_claims_queue_and_health_and_follows_a_claim(house: House):
    await complaint(house)
    await house.slack.open_home(house.ana.id)
    await until(lambda: "What waits for somebody" in page(house, house.ana))
    assert "You have claimed nothing that waits" in page(house, house.ana)
    assert "@mia" in page(house, house.ana)
    assert "No trouble known" in page(house, house.ana)

    await house.slack.view_action(house.ana.id, button(house, house.ana, Intent.CLAIM))
    await house.quiet()

    await until(lambda: "has it" in page(house, house.ana))
    assert "You have claimed nothing" not in page(house, house.ana)
    await house.in_both("mia", "has it")


@pytest.mark.smoke
async def test_a_guest_sees_why_the_page_is_empty_and_no_button(house: House):
    await complaint(house)
    await house.slack.open_home(house.guest.id)

    await until(lambda: "Guests" in page(house, house.guest))
    assert "@mia" not in page(house, house.guest)
    assert "action_id" not in page(house, house.guest)


@pytest.mark.smoke
async def test_what_is_set_stands_on_the_page_with_buttons_for_admins_only(house: House):
    for who in (house.dana, house.ana):
        await house.slack.open_home(who.id)
        await until(partial(shows_settings, house, who))

    assert '"Change"' in page(house, house.dana)
    assert '"Change"' not in page(house, house.ana)
    await house.slack.view_action(house.dana.id, button(house, house.dana, Intent.SETTINGS))
    await until(lambda: house.form(house.dana) is not None)


def shows_settings(house: House, who: Member) -> bool:
    return "Answer times" in page(house, who) or "hours" in page(house, who).lower()


async def test_reply_on_the_page_opens_the_form(house: House):
    await complaint(house)
    await house.slack.open_home(house.ana.id)
    await until(lambda: "@mia" in page(house, house.ana))
    await house.slack.view_action(house.ana.id, button(house, house.ana, Intent.REPLY))
    await house.quiet()

    assert "Your reply" in json.dumps(house.form(house.ana))


async def test_reply_as_brand_finds_the_alert_of_a_linked_post_or_says_what_to_do(house: House):
    alert = await complaint(house)
    async with house.ctx.store.reading(house.brand_id) as tx:
        [case] = (await tx.cases.by_ids(alert.case_ids)).values()
    for words, shown in (
        (f"who takes this? https://x.com/mia/status/{case.post_ids[0]}", "Your reply"),
        ("https://x.com/mia", "Your reply"),
        ("https://x.com/nobody/status/999", "Nobody whom this message links to waits"),
        ("good morning", "There is no link to a post in this message"),
    ):
        stamp = await house.slack.say(house.ana.id, house.slack_care, words)
        await house.slack.message_shortcut(house.ana.id, house.slack_care, stamp, REPLY)
        await until(partial(opened, house, shown))
        await house.slack.close_view(house.ana.id)


async def test_find_a_person_shows_their_card(house: House):
    await complaint(house)
    await house.slack.shortcut(house.ana.id, FIND)
    await until(lambda: "Their @name" in json.dumps(house.form(house.ana)))
    await house.slack.submit_view(house.ana.id, {NAME: {NAME: "@mia"}})

    await until(lambda: "@mia" in json.dumps(house.form(house.ana)))


def test_the_sandbox_tells_of_what_the_manifest_subscribes_to():
    assert set(SLACK_EVENTS) == set(BOT_EVENTS)
