"""What strangers write stays words; what we hold in confidence stays with us."""

import io
import json
import logging
import sys

import pytest

from mutuals.cards.markup import Intent
from mutuals.service import logs
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import APP, BOT, COMPLAINT, DISCORD_TOKEN, House, Open, parts

NASTY = (
    "@kettleco broken, unacceptable <!channel> <!here> <@U0123456789> @everyone @here <@123456789012345678> "
    "<https://evil.example|click> [click](https://evil.example) **bold** `code` ||spoiler|| <#C123> <t:0:R> "
    "<script>alert(1)</script> &amp; *slack* _it_ ~st~ \u202e reversed \x07"
)
NAME = "<!channel> @everyone [x](https://evil.example)"


@pytest.mark.smoke
async def test_a_strangers_markup_pings_nobody_and_makes_no_link_in_either_chat(house: House):
    house.person("nasty", name=NAME)
    house.write("nasty", NASTY)
    await house.look()
    await house.later(minutes=31)

    [slack] = house.slack_messages()
    [discord] = house.discord_messages()

    for part in parts(slack["blocks"]):
        assert part.get("type") not in {"broadcast", "user", "usergroup", "channel"}
        if part.get("type") == "mrkdwn":
            assert "<!" not in part["text"]
            assert "evil" not in part["text"]
        assert "evil.example" not in str(part.get("url", ""))
    assert "<!" not in slack["text"]
    assert "<@U0123456789>" not in slack["text"]
    assert discord["mentions"] == []
    assert not discord["mention_everyone"]
    for part in parts(discord["components"]):
        assert "evil.example" not in str(part.get("url", ""))
        assert "](https://evil" not in str(part.get("content", ""))
        assert "<@123456789012345678>" not in str(part.get("content", ""))


async def test_what_a_stranger_writes_distorts_nothing_around_it_in_either_chat(house: House):
    """Marks that turn the direction of what follows round, and piles of marks that cover the lines above."""
    house.person("nasty", name="\u202eevil \u2066o\u2069")
    house.write("nasty", NASTY + " \x9b\u2028 o" + "\u0301" * 60)
    await house.look()
    await house.open_form(house.ana, await house.open_alert("nasty"))

    shown = house.everything_shown()
    assert "evil" in shown
    for mark in ("\u202e", "\u2066", "\u2028", "\x9b", "\u0301" * 5):
        assert mark not in shown
        assert json.dumps(mark)[1:-1] not in shown


async def test_a_strangers_markup_stays_inert_in_forms_lists_and_threads(house: House):
    house.person("nasty", name=NAME)
    house.write("nasty", NASTY)
    await house.look()
    alert = await house.open_alert("nasty")

    await house.open_form(house.ana, alert)
    await house.open_form(house.ben, alert)
    in_discord = [str(part.get("content", "")) for part in parts(house.form(house.ben))]
    in_slack = list(parts(house.form(house.ana)))
    for member in (house.ana, house.ben):
        await house.command(member, "queue")
        await house.press(member, alert, Intent.WHY)
    await house.later(minutes=70)

    assert not any("](https://evil" in one or "<@1234" in one for one in in_discord)
    assert not any("evil" in str(one.get("text")) for one in in_slack if one.get("type") == "mrkdwn")
    assert '"url": "https://evil' not in house.everything_shown()
    tops = [message["text"] for message in house.slack_messages(house.ana)]
    replies = [one["text"] for message in house.slack_messages() for one in message["replies"]]
    assert replies
    assert not any("<!channel>" in text for text in (*tops, *replies))


LIBRARIES = ("tweepy", "slack_bolt", "slack_sdk", "discord", "aiohttp", "asyncio")


def _log_to(buffer: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", buffer)
    logs.configure("DEBUG")
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.DEBUG)


async def test_no_token_reaches_the_log_the_database_or_a_chat_even_when_things_go_wrong(
    open_house: Open, monkeypatch: pytest.MonkeyPatch
):
    kept, seen = logging.getLogger().handlers[:], io.StringIO()
    levels = {name: logging.getLogger(name).level for name in (*LIBRARIES, None)}
    _log_to(seen, monkeypatch)
    try:
        house = await open_house(
            SECRET_KEY="a-very-distinctive-key-8842", SLACK_SIGNING_SECRET="signing-very-distinctive-4711",
            X_CLIENT_SECRET=None, X_HEADERS=json.dumps({"X-Gateway-Key": "gateway-very-distinctive-99"}),
        )  # fmt: skip
        first = (house.access, house.refresh)
        house.write("mia", COMPLAINT)
        await house.look()
        alert = await house.open_alert("mia")
        for faults, path in (
            (house.x_faults, "GET /2"),
            (house.slack_faults, "chat"),
            (house.discord_faults, "PATCH"),
        ):
            for kind in (FaultKind.LOST_REPLY, FaultKind.ERROR_BEFORE, FaultKind.RATE_LIMITED):
                faults.plan(kind, path, seconds=0.1)
        await house.press(house.ana, alert, Intent.CLAIM)
        await house.later(hours=3)  # the access token runs out and is renewed
        await house.look()
        await house.look()
        await house.reply(house.ben, await house.open_alert("mia"), "Sorry!")
        house.x.revoke(house.access)
        house.slack.revoke(BOT)
        await house.later(hours=3)
        await house.look()
        await house.stop()
    finally:
        logging.getLogger().handlers[:] = kept
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)

    files = b"".join(one.read_bytes() for one in house.folder.iterdir() if one.name.startswith("mutuals.db"))
    secrets = [
        *first,
        *house.x._state.tokens._access,
        *house.x._state.tokens._refresh,
        BOT,
        APP,
        DISCORD_TOKEN,
    ]
    secrets += ["a-very-distinctive-key-8842", "signing-very-distinctive-4711", "gateway-very-distinctive-99"]
    assert len(seen.getvalue()) > 500
    for secret in secrets:
        assert secret not in seen.getvalue()
        assert secret.encode() not in files
        assert secret not in house.everything_shown()
