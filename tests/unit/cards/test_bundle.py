"""A bundle's message holds every member's name in both chats, up to the largest bundle there may be."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mutuals.alerting.bundling import MOST
from mutuals.cards.alert_view import AlertView, NetworkLinks
from mutuals.cards.bundle import BundleView, card, members
from mutuals.domain.bundle import Bundle
from mutuals.domain.model import (
    Account,
    Alert,
    AlertKind,
    AlertState,
    Brand,
    Case,
    Category,
    Person,
    Post,
)
from mutuals.domain.policy import Policy
from mutuals_discord import layout
from mutuals_sandbox.discord.bodies import check_message
from mutuals_sandbox.slack.blocks import check_blocks
from mutuals_slack.blocks import message

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LINKS = NetworkLinks(
    title="X",
    post=lambda post_id, handle: f"https://x.com/{handle or 'i'}/status/{post_id}",
    profile=lambda handle: f"https://x.com/{handle}",
    follow=lambda person: f"https://x.com/intent/follow?user_id={person}",
    reply=lambda post_id, text: f"https://x.com/intent/post?in_reply_to={post_id}",
    like=lambda post_id: f"https://x.com/intent/like?tweet_id={post_id}",
    repost=lambda post_id: f"https://x.com/intent/retweet?tweet_id={post_id}",
)
BRAND = Brand("x1", "x", Account("1", "kettleco", "Kettle Co"))


def member(number: int, **alert: Any) -> AlertView:
    person, post_id = f"7{number}", f"19000000000000{number:05}"
    handle = f"cust_{number:03}_abcdef"  # 15 characters, with underscores that markup must escape
    case = Case("x1", post_id, person, post_id, Category.COMPLAINT, 0.9, (post_id,), NOON, NOON, NOON,
                NOON + timedelta(minutes=30), NOON + timedelta(hours=1), NOON + timedelta(days=5))  # fmt: skip
    post = Post(post_id, person, "@kettleco my *order* is late " + "and late " * 40, NOON, post_id)
    told = Alert(
        f"x1-{person}-1",
        "x1",
        person,
        1,
        AlertKind.CARE,
        NOON,
        case_ids=(post_id,),
        bundle_id="x1-bundle.1-1",
    )
    changed = Alert(**{name: getattr(told, name) for name in told.__slots__} | alert)
    who = Person(Account(person, handle, "Cust"))
    return AlertView(changed, BRAND, who, (case,), {post_id: post}, (), LINKS, {}, Policy(), NOON)


def together(count: int, **changes: Any) -> BundleView:
    inside = tuple(member(number) for number in range(count))
    fields: dict[str, Any] = {
        "brand_id": "x1", "id": "x1-bundle.1900000000000000001-1", "category": Category.COMPLAINT,
        "seed": "topic delivery", "words": ("order", "delivery"), "alert_ids": tuple(one.alert.id for one in inside),
        "first_at": NOON, "last_at": NOON + timedelta(minutes=6), "opened_at": NOON,
    }  # fmt: skip
    return BundleView(Bundle(**(fields | changes)), inside, NOON)


def texts(tree: Any, *keys: str) -> str:
    if isinstance(tree, dict):
        return " ".join(value if key in keys and isinstance(value, str) else texts(value, *keys)
                        for key, value in tree.items())  # fmt: skip
    return " ".join(texts(one, *keys) for one in tree) if isinstance(tree, list) else ""


@pytest.mark.parametrize("count", [4, 24, 25, 60, MOST])
async def test_every_member_is_named_in_both_chats(count: int):
    drawn = card(together(count))
    slack = message(drawn)["blocks"]
    discord = layout.card_view(drawn).to_components()
    written = texts(discord, "content").replace("\\", "")

    assert check_blocks(slack, "message") == []
    check_message({"components": discord, "flags": 1 << 15})
    missing_slack = [n for n in range(count) if f"@cust_{n:03}_abcdef" not in texts(slack, "text")]
    missing_discord = [n for n in range(count) if f"@cust_{n:03}_abcdef" not in written]
    assert (missing_slack, missing_discord) == ([], [])


def test_the_headline_says_how_many_wrote_in_how_many_minutes_about_what():
    assert card(together(14)).headline == "14 people in 6 minutes write about: order, delivery"
    assert card(together(14, state=AlertState.SNOOZED, snoozed_until=NOON)).headline.endswith(", snoozed")


def test_up_to_two_dozen_members_are_links_to_their_posts():
    body = json.dumps(message(card(together(24)))["blocks"])

    assert body.count("/status/") == 24 + 3  # and three examples


async def test_the_private_list_has_buttons_for_each_member_on_every_page():
    found = together(12)
    for start in (0, 4, 8):
        listed = members(found, start)
        drawn = layout.card_view(listed).to_components()

        check_message({"components": drawn, "flags": 1 << 15})
        assert check_blocks(message(listed)["blocks"], "message") == []
        ids = [one.alert_id for one in listed.sections]
        assert ids == [one.alert.id for one in found.members[start : start + 4]]
        assert all(f"mutuals:reply:{alert_id}" in json.dumps(drawn) for alert_id in ids)
        assert json.dumps(drawn).count("Not a complaint") == 4
    assert [one.label for one in members(found, 4).buttons] == ["Show the next 4"]
    assert members(found, 8).buttons == ()


def test_people_without_a_common_theme_are_said_to_write_at_once_and_nothing_more():
    shown = card(together(7, words=()))

    assert shown.headline.startswith("7 people write at once, within ")
    assert "about" not in shown.headline
    assert "share" not in str(shown.why)
