"""Bodies that are broken at random places are refused like any other; none breaks the server."""

import copy
import random
import time
from collections.abc import Callable
from typing import Any

import pytest

from mutuals_sandbox.discord.bodies import check_message
from mutuals_sandbox.discord.commands import Commands
from mutuals_sandbox.discord.errors import ApiError
from mutuals_sandbox.discord.guild import Guild
from mutuals_sandbox.discord.messages import Messages
from mutuals_sandbox.discord.modals import check_modal

BUTTON = {"type": 2, "style": 1, "label": "Go", "custom_id": "go", "emoji": {"name": "✅"}}
LINK = {"type": 2, "style": 5, "label": "Open", "url": "https://example.org"}
SELECT = {
    "type": 3,
    "custom_id": "pick",
    "max_values": 1,
    "options": [{"label": "a", "value": "a", "default": True}],
}
LAYOUT = {
    "flags": 1 << 15,
    "nonce": "n",
    "allowed_mentions": {"parse": ["roles"], "users": ["1"]},
    "components": [
        {"type": 17, "accent_color": 5, "components": [{"type": 1, "components": [BUTTON, LINK]}]},
        {
            "type": 9,
            "components": [{"type": 10, "content": "a", "id": 4}],
            "accessory": {"type": 11, "media": {"url": "https://example.org/a.png"}, "description": "a"},
        },
        {"type": 12, "items": [{"media": {"url": "https://example.org/a.png"}, "description": "b"}]},
        {"type": 14, "spacing": 2, "divider": True},
        {"type": 1, "components": [SELECT]},
    ],
}
CLASSIC = {
    "content": "a",
    "message_reference": {"message_id": "1", "fail_if_not_exists": False},
    "embeds": [
        {"title": "a", "footer": {"text": "b"}, "author": {"name": "c"}, "color": 1, "url": "https://a.b"},
        {"fields": [{"name": "a", "value": "b"}], "image": {"url": "https://example.org/a.png"}},
    ],
    "components": [{"type": 1, "components": [BUTTON]}],
}
MODAL = {
    "custom_id": "m",
    "title": "t",
    "components": [
        {"type": 18, "label": "a", "component": {"type": 4, "custom_id": "a", "style": 1, "max_length": 9}},
        {"type": 18, "label": "b", "component": {**SELECT, "custom_id": "b"}},
        {
            "type": 18,
            "label": "c",
            "component": {
                "type": 21,
                "custom_id": "c",
                "options": [{"label": x, "value": x} for x in "ab"],
            },
        },
        {
            "type": 1,
            "components": [{"type": 4, "custom_id": "d", "style": 2, "label": "d", "value": "v"}],
        },
        {"type": 10, "content": "e"},
    ],
}
COMMANDS = [
    {
        "name": "mute",
        "description": "d",
        "default_member_permissions": "8",
        "options": [
            {
                "type": 1,
                "name": "person",
                "description": "d",
                "options": [
                    {"type": 6, "name": "who", "description": "d", "required": True},
                    {
                        "type": 3,
                        "name": "for",
                        "description": "d",
                        "choices": [{"name": "a", "value": "b"}],
                    },
                ],
            }
        ],
    },
    {"type": 3, "name": "Look"},
]
JUNK: list[Any] = [None, 0, -1, 10**30, 1.5, True, "", "x" * 5000, [], [None], [[]], {}, {"type": 2}, "1"]


def posted(body: Any) -> None:
    guild = Guild(time.time)
    channel = guild.add_channel("care", [])
    message = Messages(guild).create(channel, guild.bot, body)
    Messages(guild).edit(channel, message, body)


def edited_into(body: Any) -> None:
    check_message(body, {"content": "before", "flags": 0, "embeds": [], "components": [], "attachments": []})


def registered(body: Any) -> None:
    Commands(Guild(time.time)).replace(None, body)


CASES: list[tuple[Callable[[Any], None], Any]] = [
    (posted, LAYOUT),
    (posted, CLASSIC),
    (edited_into, CLASSIC),
    (check_modal, MODAL),
    (registered, COMMANDS),
]


@pytest.mark.parametrize(("accept", "body"), CASES[:2] + CASES[3:])
def test_the_whole_body_is_accepted(accept: Callable[[Any], None], body: Any) -> None:
    if body is LAYOUT:
        body = {**body, "allowed_mentions": {"parse": ["users"], "roles": ["1"]}}

    accept(copy.deepcopy(body))


def broken(body: Any, dice: random.Random) -> Any:
    """The body with junk at one random place."""
    made = copy.deepcopy(body)
    node = made
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        key = dice.choice(keys)
        if isinstance(node[key], dict | list) and node[key] and dice.random() < 0.8:
            node = node[key]
            continue
        node[key] = copy.deepcopy(dice.choice(JUNK))
        return made


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("accept", "body"), CASES)
def test_no_broken_body_causes_anything_but_a_refusal(
    accept: Callable[[Any], None], body: Any, seed: int
) -> None:
    dice = random.Random(seed)
    refused = 0
    for _ in range(120):
        try:
            accept(broken(body, dice))
        except ApiError as error:
            refused += error.status == 400

    assert refused > 20
