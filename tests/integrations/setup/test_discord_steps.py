"""Discord's steps, over a socket: what is right goes on, and what is wrong says what to do."""

import pytest

from mutuals_discord.invite import PERMISSIONS
from mutuals_sandbox.discord import permissions as p
from tests.integrations.setup.newcomer import GONE, Newcomer, lookalike

pytestmark = pytest.mark.long

TOKEN, CHANNEL = "step/discord/token", "step/discord/channel"


@pytest.fixture
async def at_channel(newcomer: Newcomer) -> Newcomer:
    await newcomer.choose("x", "discord")
    await newcomer.discord_token()
    return newcomer


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("", "Paste the Bot token here"),
        ("1234567890123456789", "such as the Application ID"),
        ("ab" * 32, "the application's Public Key"),
        ("xoxb-1234-abcdefgh", "a token of another service"),
        ("https://discord.com/developers", "That is an address"),
        ("aB3_dE6-gH9jK2mN5pQ8sT1vW4yZ7bC0", "Perhaps it is the Client Secret"),
        ("MTIzNDU2Nzg5MDEyMzQ1Njc4.GhIjKl", "three parts with dots"),
        ("MTIzNDU2Nzg5MDEyMzQ1Njc4.GhIjKl.short", "A part of the token is missing"),
    ],
)
async def test_what_is_no_bot_token_is_named_with_where_the_token_stands(
    newcomer: Newcomer, pasted: str, said: str
):
    await newcomer.choose("x", "discord")

    page = await newcomer.send(TOKEN, bot_token=pasted)

    assert said in page.mistakes
    assert not pasted or "Reset Token" in page.mistakes
    assert len(pasted) < 10 or f'"{pasted}"' not in page.html
    assert newcomer.settings == {}


async def test_a_token_that_was_reset_says_to_copy_the_new_one(newcomer: Newcomer):
    await newcomer.choose("x", "discord")

    page = await newcomer.send(TOKEN, bot_token=lookalike(newcomer.token("DISCORD_BOT_TOKEN")))

    assert "It was reset after you copied it" in page.mistakes
    assert newcomer.settings == {}


async def test_a_token_pasted_with_spaces_quotes_and_its_name_is_taken(newcomer: Newcomer):
    await newcomer.choose("x", "discord")

    token = newcomer.token("DISCORD_BOT_TOKEN")
    page = await newcomer.send(TOKEN, bot_token=f'\n  MUTUALS_DISCORD_BOT_TOKEN = "{token}" \r\n')

    assert (page.path, page.mistakes) == (CHANNEL, "")
    assert newcomer.settings == {"MUTUALS_DISCORD_BOT_TOKEN": token}
    assert token not in page.html


async def test_without_a_network_it_says_what_could_not_be_reached(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
):
    await newcomer.choose("x", "discord")
    monkeypatch.setenv("MUTUALS_DISCORD_API_URL", f"{GONE}/api/v10")

    page = await newcomer.discord_token()

    assert "127.0.0.1:9" in page.mistakes
    assert "try again here" in page.mistakes
    assert "doctor" not in page.mistakes


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("bot_require_code_grant", True, "turn off Requires OAuth2 Code Grant"),
        ("interactions_endpoint_url", "https://elsewhere.example", "empty Interactions Endpoint URL"),
    ],
)
async def test_an_application_that_would_not_work_says_which_field_to_change(
    newcomer: Newcomer, field: str, value: object, said: str
):
    await newcomer.choose("x", "discord")
    newcomer.discord.set_application(**{field: value})

    page = await newcomer.discord_token()

    assert said in page.mistakes
    assert newcomer.settings == {}


async def test_the_invitation_names_the_application_and_asks_for_what_is_needed_and_no_more(
    at_channel: Newcomer,
):
    page = await at_channel.open(CHANNEL)

    assert f"client_id={at_channel.discord.bot_id}" in page.html
    assert f"permissions={PERMISSIONS.value}" in page.html
    assert not PERMISSIONS.administrator


async def test_until_the_bot_is_invited_the_page_waits_and_then_offers_the_channels(at_channel: Newcomer):
    before = await at_channel.open(CHANNEL)
    at_channel.discord.invite_bot()
    after = await at_channel.open(CHANNEL)

    assert "in no server yet" in before.says
    assert "<select" not in before.html
    assert '<option value="' + at_channel.environment.discord_channel + '" selected>#care' in after.html
    assert "The role Care team" in after.says


async def test_a_page_that_waits_hears_that_the_bot_was_invited(at_channel: Newcomer):
    async def state() -> str:
        return (await at_channel.open(f"{CHANNEL}/state")).html

    before = await state()
    assert await state() == before
    at_channel.discord.invite_bot()

    assert await state() != before


async def test_the_channel_and_the_role_are_written(at_channel: Newcomer):
    at_channel.discord.invite_bot()
    role = at_channel.discord.add_role("Night shift")

    page = await at_channel.send(CHANNEL, channel=at_channel.environment.discord_channel, role=role)

    assert page.mistakes == ""
    assert at_channel.settings["MUTUALS_DISCORD_CHANNEL"] == at_channel.environment.discord_channel
    assert at_channel.settings["MUTUALS_DISCORD_ROLE"] == role


@pytest.mark.parametrize(
    ("deny", "label"),
    [
        (p.VIEW_CHANNEL, "View Channel"),
        (p.SEND_MESSAGES, "Send Messages"),
        (p.EMBED_LINKS, "Embed Links"),
        (p.READ_MESSAGE_HISTORY, "Read Message History"),
        (p.CREATE_PUBLIC_THREADS, "Create Public Threads"),
        (p.SEND_MESSAGES_IN_THREADS, "Send Messages in Threads"),
    ],
)
async def test_a_channel_where_the_bot_lacks_a_right_names_the_right_and_where_to_give_it(
    at_channel: Newcomer, deny: int, label: str
):
    discord = at_channel.discord
    discord.invite_bot()
    channel = discord.add_channel("closed")
    discord._guild.channel(channel).overwrites.append(p.Overwrite(discord.bot_id, 1, deny=deny))

    page = await at_channel.send(CHANNEL, channel=channel)

    assert label in page.mistakes
    assert "page Permissions, add the bot" in page.mistakes
    assert "MUTUALS_DISCORD_CHANNEL" not in at_channel.settings


@pytest.mark.parametrize("chosen", ["", "care", "1"])
async def test_a_channel_that_is_none_is_refused_in_words(at_channel: Newcomer, chosen: str):
    at_channel.discord.invite_bot()

    page = await at_channel.send(CHANNEL, channel=chosen)

    assert page.mistakes
    assert "MUTUALS_DISCORD_CHANNEL" not in at_channel.settings


async def test_a_server_without_a_channel_says_to_make_one(at_channel: Newcomer):
    at_channel.discord._guild.channels.clear()
    at_channel.discord.invite_bot()

    page = await at_channel.open(CHANNEL)

    assert "no text channel" in page.says
