"""The chat against the sandbox's Discord: real discord.py, real sockets, and faults."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from mutuals.cards.markup import Card, EphemeralReply, Profile, Tone
from mutuals.domain.errors import RefusalReason, Refused, TryAgain
from mutuals.domain.model import AlertKind, MessageRef
from mutuals_discord import actions
from mutuals_discord.chat import DiscordChat
from mutuals_discord.errors import sort
from mutuals_sandbox.faults import FaultKind
from tests.support.discord_site import Site, custom_ids, texts, walk
from tests.support.waiting import PATIENCE, until

from .samples import ALERT, alert_card, http_error, notice_card

KEY = f"alert/{ALERT}"


async def test_a_custom_api_address_alone_is_enough_to_connect(site: Site, chat: DiscordChat):
    ref = await chat.post(
        chat._settings.channel_for(AlertKind.CARE), Card("k", 1, Tone.QUIET, "Hello", "Hello")
    )

    assert ref.channel == site.alerts
    assert site.server.sessions == 1


async def test_fan_alerts_can_go_to_a_channel_of_their_own(site: Site):
    chat = site.chat(fans_channel=site.fans)
    await chat.start()

    cards = {
        kind: Card(f"k/{kind}", 1, Tone.QUIET, "Hello", "Hello") for kind in (AlertKind.FAN, AlertKind.CARE)
    }
    channels = [
        (await chat.post(chat._settings.channel_for(kind), card)).channel for kind, card in cards.items()
    ]

    await chat.stop()
    assert channels == [site.fans, site.alerts]


async def test_an_alert_is_posted_and_redrawn_in_place(site: Site, chat: DiscordChat):
    ref = await chat.post(site.alerts, alert_card())
    await chat.edit(ref, alert_card(tone=Tone.DONE, headline="Answered by Ana", buttons=(), menu=()))

    [message] = site.messages()
    assert message["id"] == ref.id
    assert "✅ Answered by Ana" in texts(message["components"])
    assert not [one for one in walk(message["components"]) if one["type"] == 2]


async def test_posting_the_same_card_twice_leaves_one_message(site: Site, chat: DiscordChat):
    first = await chat.post(site.alerts, alert_card())
    second = await chat.post(site.alerts, alert_card())

    assert first == second
    assert len(site.messages()) == 1


async def test_an_error_after_the_message_was_taken_leaves_one_message(site: Site, chat: DiscordChat):
    site.faults.plan(FaultKind.ERROR_AFTER, r"POST .*/messages$")

    ref = await chat.post(site.alerts, alert_card())

    assert [one["id"] for one in site.messages()] == [ref.id]


async def test_a_lost_answer_is_ambiguous_and_the_message_can_be_found(site: Site, chat: DiscordChat):
    since = datetime.now(UTC)
    site.faults.plan(FaultKind.LOST_REPLY, r"POST .*/messages$", times=2)

    for card in (alert_card(), notice_card()):
        with pytest.raises(TryAgain) as trouble:
            await chat.post(site.alerts, card)
        assert trouble.value.ambiguous

    alert, notice = site.messages()
    assert await chat.find(site.alerts, KEY, since) == MessageRef("discord", site.alerts, alert["id"])
    found = await chat.find(site.alerts, "notice/budget", since)
    assert found == MessageRef("discord", site.alerts, notice["id"])
    assert await chat.find(site.alerts, "alert/another", since) is None


async def test_somebody_elses_message_is_never_taken_for_ours(site: Site, chat: DiscordChat):
    site.server.say(site.ana, site.alerts, f"mutuals:reply:{ALERT}")

    assert await chat.find(site.alerts, KEY, datetime.now(UTC)) is None


async def test_an_escalation_answers_the_alert_and_calls_only_the_configured_person(site: Site):
    chat = site.chat(mention=site.ana)
    await chat.start()
    alert = await chat.post(site.alerts, alert_card())
    overdue = alert_card(key="escalation/c1/1", headline="Overdue", ping=True)

    await chat.post(site.alerts, overdue, reply_to=alert)

    await chat.stop()
    _, message = site.messages()
    assert message["message_reference"]["message_id"] == alert.id
    assert [one["id"] for one in message["mentions"]] == [site.ana]
    assert message["mention_roles"] == []
    assert not message["mention_everyone"]


async def test_every_message_asks_discord_to_ring_for_nobody_else(site: Site):
    chat = site.chat(mention=site.role)
    await chat.start()
    ref = await chat.post(site.alerts, alert_card())
    await chat.edit(ref, alert_card(version=2, ping=True))
    await chat.post(site.alerts, alert_card(key="escalation/c1/1", ping=True), reply_to=ref)
    await chat.stop()

    posted, overdue = site.bodies("/messages")
    [edited] = site.bodies(ref.id)
    assert posted["allowed_mentions"] == {"parse": [], "replied_user": False}
    assert edited["allowed_mentions"] == {"parse": []}
    assert overdue["allowed_mentions"] == {"parse": [], "roles": [site.role], "replied_user": False}
    assert f"<@&{site.role}>" in texts(overdue["components"])


async def test_an_escalation_is_not_taken_for_the_alert_it_answers(site: Site, chat: DiscordChat):
    since = datetime.now(UTC)
    await chat.post(
        site.alerts, alert_card(key="escalation/c1/1"), reply_to=MessageRef("discord", site.alerts, "1")
    )
    alert = await chat.post(site.alerts, alert_card())

    assert await chat.find(site.alerts, KEY, since) == alert


async def test_a_reply_goes_the_whole_way_over_sockets(site: Site, chat: DiscordChat):
    ref = await chat.post(site.alerts, alert_card())

    opened = await site.server.press(site.ana, ref.id, actions.encode("reply", ALERT) or "")
    sent = await site.server.submit_modal(site.ana, {"text": "Hello Jo"})
    await until(lambda: len(site.messages()) == 2 and "on its way" in texts(site.messages()[1]["components"]))

    assert (opened.kind, sent.kind) == (9, 5)
    assert opened.seconds < 2  # Discord waits three
    assert [words for _, words in site.interactions.sent] == ["Hello Jo"]


async def test_a_silent_answer_takes_the_thinking_message_away(site: Site, chat: DiscordChat):
    ref = await chat.post(site.alerts, alert_card())

    await site.server.press(site.ana, ref.id, actions.encode("follow", ALERT) or "")

    await until(lambda: len(site.interactions.clicks) == 1 and len(site.messages()) == 1)


async def test_a_command_typed_by_a_person_is_answered_privately(site: Site, chat: DiscordChat):
    site.interactions.answer_with("command", EphemeralReply(card=alert_card(key="list/queue")))

    typed = await site.server.slash(site.ana, site.alerts, "mutuals", subcommand="queue")
    await until(lambda: len(site.messages()) == 1 and "💬" in texts(site.messages()[0]["components"]))

    assert typed.acknowledged
    other = site.server.add_member("Ben")
    assert site.messages(viewer=other) == []


async def test_a_click_under_way_is_finished_before_hanging_up(site: Site):
    chat = site.chat()
    await chat.start()
    ref = await chat.post(site.alerts, alert_card())
    arrived, release = asyncio.Event(), asyncio.Event()
    done: list[str] = []

    async def clicked(click: object, _message: object) -> None:
        arrived.set()
        await release.wait()
        done.append("done")

    site.interactions.press = clicked  # type: ignore[method-assign, assignment]
    await site.server.press(site.ana, ref.id, actions.encode("follow", ALERT) or "")
    await asyncio.wait_for(arrived.wait(), PATIENCE)
    stopping = asyncio.create_task(chat.stop())
    await asyncio.sleep(0.1)
    release.set()
    await stopping

    assert done == ["done"]


PICTURE = "https://pictures.example/people/lost.jpg"


def pictured(**changes: Any) -> Card:
    return alert_card(who=Profile("Mia", "mia", "https://x.example/mia", PICTURE), **changes)


async def test_a_picture_that_discord_refuses_costs_the_picture_and_not_the_alert(
    site: Site, chat: DiscordChat
):
    site.server._guild.lost_pictures.add(PICTURE)

    ref = await chat.post(site.alerts, pictured())
    await chat.edit(ref, pictured(headline="Answered by Ana"))

    (shown,) = site.server.messages(site.alerts)
    assert "Answered by Ana" in texts(shown["components"])
    assert PICTURE not in str(shown)
    assert custom_ids(shown["components"])


async def test_an_alert_that_discord_takes_in_no_richer_form_comes_as_words_and_says_so(
    site: Site, chat: DiscordChat
):
    site.server._guild.takes_buttons = False

    ref = await chat.post(site.alerts, pictured(headline="Complaint of Mia"))

    (shown,) = site.server.messages(site.alerts)
    assert "Complaint of Mia" in texts(shown["components"])
    assert "no buttons" in texts(shown["components"])
    assert await chat.find(site.alerts, KEY, datetime.fromtimestamp(0, UTC)) == ref


@pytest.mark.parametrize("code", [50083, 160005])
def test_an_archived_or_locked_thread_is_a_channel_that_is_closed(code: int):
    error = sort(http_error(400, code))

    assert isinstance(error, Refused)
    assert error.because is RefusalReason.CHANNEL
