"""Discord: names offered while they are typed, the menus of Apps, and what commands are called in five languages."""

import re
from typing import Any

import pytest

from mutuals.cards.markup import EphemeralReply, Intent
from mutuals_discord import translations
from mutuals_discord.context_menus import REPLY, SHOW, menus
from tests.support.discord_site import Site, texts
from tests.support.present import present

from .conftest import Room
from .samples import ALERT


@pytest.fixture(autouse=True)
def menus_without_a_server(room: Room) -> None:
    """Unlike Discord, simcord does not say of a menu's command that it is one of the server: looked for among the others."""
    for one in menus(None):
        room.listener.tree.add_command(one)


async def test_names_are_offered_while_somebody_types_one(room: Room):
    room.interactions.names = ["mia", "milo", "tom"]

    offered = await room.ana.autocomplete(room.alerts, "mutuals person", "person", "@mi")

    assert [one["value"] for one in offered] == ["@mia", "@milo"]
    assert await room.guest.autocomplete(room.alerts, "mutuals show", "person", "m") == []


async def test_show_person_on_an_alert_shows_the_card_of_its_person(room: Room):
    message = await room.alert()
    await room.ana.context_menu(room.alerts, SHOW, message)

    assert [(click.do, click.alert_id) for click in room.interactions.clicks] == [(Intent.PERSON, ALERT)]


async def test_show_person_on_a_message_with_a_link_and_on_a_member_asks_for_that_name(room: Room):
    said = await room.ana.send(room.alerts, "see https://x.com/mia/status/1001")
    await room.ana.context_menu(room.alerts, SHOW, said)
    await room.ana.context_menu(room.alerts, SHOW, room.guest)

    assert [call.name for call in room.interactions.calls] == ["person", "person"]
    assert room.interactions.words[0] == "@mia"
    assert room.interactions.words[1].startswith("@")


async def test_reply_as_brand_on_an_alert_opens_its_form(room: Room):
    message = await room.alert()
    shown = await room.ana.context_menu(room.alerts, REPLY, message)

    assert shown.modal is not None
    assert [click.alert_id for click, _ in room.interactions.forms] == [ALERT]


async def test_reply_as_brand_elsewhere_hands_the_words_on_and_says_what_to_do(room: Room):
    room.interactions.answer_with("find_alert", EphemeralReply((("Nobody waits there.",),), ok=False))
    said = await room.ana.send(room.alerts, "see https://x.com/mia/status/1001")
    shown = await room.ana.context_menu(room.alerts, REPLY, said)

    assert "Nobody waits there." in texts(present(shown.response).components)
    assert "https://x.com/mia/status/1001" in room.interactions.calls[-1].text


async def test_who_may_not_act_is_told_so_by_a_menu(room: Room):
    message = await room.alert()
    await room.guest.context_menu(room.alerts, REPLY, message)

    assert room.interactions.calls == []


async def test_every_command_has_a_name_and_a_description_in_each_language(site: Site):
    chat = site.chat()
    await chat.start()
    body: Any = site.bodies("/commands")[0]
    await chat.stop()
    group = next(one for one in body if one["type"] == 1)
    menus = [one for one in body if one["type"] in (2, 3)]

    assert sorted(one["name"] for one in menus) == [REPLY, SHOW, SHOW]
    for locale in translations.LANGUAGES:
        names = [one["name_localizations"][locale] for one in group["options"]]
        assert len(set(names)) == len(names)
        for name, one in zip(names, group["options"], strict=True):
            assert re.fullmatch(r"[-_\w]{1,32}", name), name
            assert name == name.lower()
            assert 1 <= len(one["description_localizations"][locale]) <= 100
        assert 1 <= len(group["description_localizations"][locale]) <= 100
        assert all(1 <= len(one["name_localizations"][locale]) <= 32 for one in menus)
    assert _most_characters(group) <= 8000


def _most_characters(one: dict[str, Any]) -> int:
    """As Discord counts: of each field the longest of all languages."""
    own = sum(
        max(len(text) for text in [one.get(field) or "", *(one.get(f"{field}_localizations") or {}).values()])
        for field in ("name", "description")
    )
    choices = sum(len(str(each["name"])) + len(str(each["value"])) for each in one.get("choices") or [])
    return own + choices + sum(map(_most_characters, one.get("options") or []))
