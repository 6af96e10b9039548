"""A message that Slack does not take as it is comes in a plainer form: one ornament never loses an alert."""

import json
from typing import Any

import pytest
from structlog.testing import capture_logs

from mutuals.cards.markup import Button, Card, EphemeralReply, Intent, Profile
from mutuals.domain.errors import RefusalReason, Refused
from mutuals_slack.blocks import answer, message
from mutuals_slack.simplified import MAX_TEXT, Simplification, as_text, without_pictures
from tests.support.cards import alert_card
from tests.support.slack_team import Team

PICTURE = "https://pictures.example/people/lost.jpg"


def card(**changes: Any) -> Card:
    who = Profile("Mia", "mia", "https://x.example/mia", PICTURE)
    return alert_card(**{"buttons": (Button(Intent.CLAIM, "Claim"),), "who": who, **changes})


async def test_without_its_picture_when_slack_can_not_download_it(team: Team):
    team.server.space.lost_pictures.add(PICTURE)
    chat = await team.start()

    with capture_logs() as logs:
        await chat.post(team.care, card())

    (shown,) = team.messages()
    assert "Mia" in json.dumps(shown["blocks"])
    assert "Claim" in json.dumps(shown["blocks"])
    assert PICTURE not in json.dumps(shown)
    assert any(one["event"] == "slack.shown_plainer" and not one["text_only"] for one in logs)


async def test_an_edit_of_a_message_without_its_picture_is_not_refused_first(team: Team):
    team.server.space.lost_pictures.add(PICTURE)
    chat = await team.start()
    ref = await chat.post(team.care, card())

    with capture_logs() as logs:
        await chat.edit(ref, card(headline="Settled by Ana", version=2))

    (shown,) = team.messages()
    assert "Settled by Ana" in json.dumps(shown["blocks"])
    assert not [one for one in logs if one["event"] == "slack.shown_plainer"]


async def test_an_edit_whose_new_picture_is_lost_is_still_drawn(team: Team):
    chat = await team.start()
    ref = await chat.post(team.care, card())
    team.server.space.lost_pictures.add(PICTURE)

    await chat.edit(ref, card(headline="Settled by Ana", version=2))

    assert "Settled by Ana" in json.dumps(team.messages()[0]["blocks"])


async def test_as_plain_text_that_says_so_when_slack_takes_no_blocks_at_all(team: Team):
    team.server.space.takes_blocks = False
    chat = await team.start()

    ref = await chat.post(team.care, card(headline="Complaint <!channel>"))
    await chat.edit(ref, card(headline="Settled", version=2))

    (shown,) = team.messages()
    assert shown["blocks"] == []
    assert "Settled" in shown["text"]
    assert "without buttons" in shown["text"]
    assert "/mutuals queue" in shown["text"]


async def test_what_is_told_privately_comes_in_a_plainer_form_too(team: Team):
    team.server.space.takes_blocks = False
    chat = await team.start()

    api = chat.workspaces.at_hand()[0].api
    assert await api.post_ephemeral(team.ana, team.care, answer(EphemeralReply((("Nothing waits.",),))))

    assert any("Nothing waits." in one for one in team.private_messages())


async def test_a_channel_that_is_closed_is_not_asked_for_every_form(team: Team):
    chat = await team.start()
    team.server.space.channels[team.care].archived = True

    with pytest.raises(Refused) as refused:
        await chat.post(team.care, card())

    assert refused.value.because is RefusalReason.CHANNEL


def test_strangers_words_stay_inert_and_whole_in_the_plain_form():
    body = message(card(headline="Complaint & <!channel> " + "&" * 5000))

    text = as_text(body)["text"]

    assert len(text) <= MAX_TEXT
    assert "<!channel>" not in text
    assert "&lt;!channel&gt;" in text


def test_every_form_is_plainer_than_the_one_before_and_keeps_the_key():
    body = message(card())

    forms = list(Simplification().forms(body))

    assert forms[0] is body
    assert forms[1] == without_pictures(body) != body
    assert forms[2]["blocks"] == []
    assert "metadata" in forms[2]
    assert "metadata" not in forms[3]


def test_a_menu_forgets_what_was_picked_with_each_version_of_its_alert():
    ids = [[one.get("block_id") for one in message(card(version=version))["blocks"]] for version in (1, 2)]

    assert ids[0] != ids[1]
