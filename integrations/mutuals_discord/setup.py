"""Discord's steps of `mutuals setup`: the bot's token, then the server and the channel."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import discord

from mutuals.domain.errors import NotAuthorized, Refused, TryAgain
from mutuals.ports.outbound import proxy_for
from mutuals.ports.setup import (
    Answers,
    Choice,
    ConsoleLink,
    NotYet,
    Proved,
    Question,
    SetupGuide,
    SetupStep,
    WrongAnswers,
    unreached,
)
from mutuals_discord import setup_pictures as pictures
from mutuals_discord.doctor import IN_FORUM, WORDS
from mutuals_discord.errors import NETWORK, sort
from mutuals_discord.gateway import aim
from mutuals_discord.invite import application_id, invite_url
from mutuals_discord.settings import DiscordSettings

NEW_APPLICATION = "https://discord.com/developers/applications?new_application=true"
APPLICATION = "https://discord.com/developers/applications/{}/{}"
ALERTS_FIT = discord.TextChannel | discord.ForumChannel
SECONDS = 20.0  # for all calls of one look
TOKEN = re.compile(r"[\w-]{18,40}\.[\w-]{4,10}\.[\w-]{20,60}")
LIKE_ALERTS = ("care", "support", "alerts", "mutuals", "social", "help")  # parts of names that fit best


def guide() -> SetupGuide:
    """Discord's part of setup."""
    return SetupGuide("Discord", "Alerts with buttons in a channel of your Discord server.", _steps)


def _steps(settings: DiscordSettings, _signed_in: bool) -> Sequence[SetupStep]:
    return (_token_step(settings), _channel_step(settings))


def _token_step(settings: DiscordSettings) -> SetupStep:
    return SetupStep(
        key="token",
        title="Make a bot and copy its token",
        done=settings.bot_token is not None,
        tells=(
            (
                "Mutuals posts in Discord as a bot of your own. It is free, takes two minutes, and reads no messages of "
                "your members."
            ),
        ),
        link=ConsoleLink("Open Discord's page for a new application", NEW_APPLICATION),
        does=(
            "Give it a name, for example Mutuals, agree to Discord's terms and press Create.",
            "In the menu at the left open Bot. Leave every switch there as it is.",
            "Press Reset Token, confirm, and press Copy.",
        ),
        picture=pictures.BOT,
        asks=(
            Question(
                "bot_token",
                "Bot token",
                "Two dots are in it. It is checked as soon as you paste it.",
                secret=True,
            ),
        ),
        prove=lambda answers: _prove_token(settings, answers),
    )


def _channel_step(settings: DiscordSettings) -> SetupStep:
    return SetupStep(
        key="channel",
        title="Invite the bot and choose the channel",
        done=settings.channel is not None,
        tells=(
            (
                "The invitation asks for what alerts, their threads and their history need, and for nothing else. You need the "
                "right Manage Server in the server."
            ),
        ),
        find_link=lambda: _invitation(settings),
        does=(
            "Choose your server and press Continue, then Authorize.",
            "Come back here. The list below fills by itself.",
        ),
        picture=pictures.INVITE,
        asks=(
            Question("channel", "Channel for alerts", choices=lambda: _channels(settings)),
            Question(
                "role",
                "Who may press the buttons",
                "Others see the alerts and can't act. You can change this at any time.",
                optional=True,
                choices=lambda: _roles(settings),
            ),
        ),
        prove=lambda answers: _prove_channel(settings, answers),
    )


# --- the token


async def _prove_token(settings: DiscordSettings, answers: Answers) -> Proved:
    token = answers["bot_token"].removeprefix("Bot")
    if wrong := _wrong_kind(token):
        raise WrongAnswers({"bot_token": wrong})
    try:
        async with _signed_in(settings, token) as client:
            info = await client.application_info()
    except NotAuthorized:
        raise WrongAnswers(
            {
                "bot_token": "Discord does not accept this token. It was reset after you copied it, or a part is missing. "
                "Press Reset Token on the page Bot, copy the new one whole, and paste it here."
            }
        ) from None
    _check_application(info)
    return Proved({"bot_token": token}, f"Discord knows the bot {client.user}.")


def _wrong_kind(token: str) -> str:
    """What was pasted instead of a bot token; "" when it may be one."""
    where = "The bot's token stands on the page Bot: press Reset Token there, then Copy."
    if token.isdecimal():
        return f"That is a number, such as the Application ID. {where}"
    if re.fullmatch(r"[0-9a-f]{64}", token):
        return f"That is the application's Public Key. {where}"
    if token.startswith(("xox", "xapp")):
        return f"That is a token of another service. {where}"
    if token.startswith("http"):
        return f"That is an address. {where}"
    if token.startswith("mfa.") or token.count(".") != 2:
        secret = (
            "Perhaps it is the Client Secret of the page OAuth2. "
            if re.fullmatch(r"[\w-]{32}", token)
            else ""
        )
        return f"A bot token has three parts with dots between them, and this has not. {secret}{where}"
    return (
        ""
        if TOKEN.fullmatch(token)
        else f"A part of the token is missing, or something else came with it. {where}"
    )


def _check_application(info: discord.AppInfo) -> None:
    if info.bot_require_code_grant:
        raise Refused(
            "The application wants a code for every invitation, so the bot can't be invited. On the page Bot turn off "
            f"Requires OAuth2 Code Grant: {APPLICATION.format(info.id, 'bot')}"
        )
    if info.interactions_endpoint_url:
        raise Refused(
            "The application sends presses of buttons to a web address instead of to Mutuals. On the page General "
            f"Information empty Interactions Endpoint URL: {APPLICATION.format(info.id, 'information')}"
        )


# --- the channel


async def _invitation(settings: DiscordSettings) -> ConsoleLink:
    """The invitation; the token tells the application's id, and where it does not, Discord does."""
    number = application_id(settings.bot_token.get_secret_value() if settings.bot_token else "")
    if not number:
        async with _signed_in(settings) as client:
            number = client.application_id
    return ConsoleLink("Open the invitation", invite_url(number or 0))


async def _channels(settings: DiscordSettings) -> Sequence[Choice]:
    """Every channel and forum in which the bot may do what it needs to; the likeliest first."""
    async with _signed_in(settings) as client:
        guilds = [guild async for guild in client.fetch_guilds(limit=50)]
        if not guilds:
            raise NotYet(
                "The bot is in no server yet. Open the invitation, choose your server and press Authorize."
            )
        found: list[tuple[str, discord.abc.GuildChannel]] = []
        for each in guilds:
            guild = await client.fetch_guild(each.id)
            channels = [
                one
                for one in await guild.fetch_channels()
                if isinstance(one, discord.TextChannel | discord.ForumChannel)
            ]
            found += [(guild.name, one) for one in sorted(channels, key=lambda one: one.position)]
    if not found:
        raise NotYet("The bot's server has no text channel that it can see. Create one, for example #care.")
    best = max(range(len(found)), key=lambda at: (_fits(found[at][1].name), -at))
    return [
        Choice(
            str(one.id), f"#{one.name}", server, best=at == best and (_fits(one.name) > 0 or len(found) == 1)
        )
        for at, (server, one) in enumerate(found)
    ]


def _fits(name: str) -> int:
    return int(any(one in name for one in LIKE_ALERTS))


async def _roles(settings: DiscordSettings) -> Sequence[Choice]:
    """The roles of the bot's servers; at first, whoever may manage messages."""
    choices = [
        Choice("", "Everybody who has the right Manage Messages in the channel", best=settings.role is None)
    ]
    async with _signed_in(settings) as client:
        async for each in client.fetch_guilds(limit=50):
            guild = await client.fetch_guild(each.id)
            for role in sorted(guild.roles, key=lambda one: one.position, reverse=True):
                if not role.is_default() and not role.managed:
                    held = settings.role in (str(role.id), role.name)
                    choices.append(Choice(str(role.id), f"The role {role.name}", guild.name, best=held))
    return choices


async def _prove_channel(settings: DiscordSettings, answers: Answers) -> Proved:
    try:
        number = int(answers["channel"])
    except ValueError:
        raise WrongAnswers({"channel": "Choose a channel from the list."}) from None
    async with _signed_in(settings) as client:
        channel = await client.fetch_channel(number)
        if not isinstance(channel, ALERTS_FIT):
            raise WrongAnswers({"channel": "That is no text channel and no forum. Choose another one."})
        guild = await client.fetch_guild(channel.guild.id)
        assert client.user is not None
        me = await guild.fetch_member(client.user.id)
        whole = next(one for one in await guild.fetch_channels() if one.id == number)
        _check_permissions(whole, me)
        _check_role(guild, answers.get("role", ""))
    values = {"channel": str(number), "role": answers.get("role", "")}
    return Proved(values, f"Alerts will come in #{channel.name} in {guild.name}.")


def _check_permissions(channel: discord.abc.GuildChannel, me: discord.Member) -> None:
    held = channel.permissions_for(me)
    words = IN_FORUM if isinstance(channel, discord.ForumChannel) else WORDS
    lacking = [label for name, (_, label) in words.items() if not getattr(held, name)]
    if lacking:
        raise WrongAnswers(
            {
                "channel": f"In #{channel.name} the bot lacks: {', '.join(lacking)}. Open the settings of #{channel.name}, page "
                f"Permissions, add the bot {me.name} and allow that. Then press the button here again, or choose another "
                "channel."
            }
        )


def _check_role(guild: discord.Guild, role: str) -> None:
    if role and not any(str(one.id) == role for one in guild.roles):
        raise WrongAnswers(
            {"role": f"The role is in another server than the channel. Choose one of {guild.name}."}
        )


@asynccontextmanager
async def _signed_in(settings: DiscordSettings, token: str | None = None) -> AsyncIterator[discord.Client]:
    """A client that may ask, without a gateway. Raises NotAuthorized, TryAgain or Refused, in words."""
    aim(settings)
    logging.getLogger("discord").setLevel(logging.CRITICAL)  # as in the service; what matters is raised
    held = settings.bot_token.get_secret_value() if settings.bot_token else ""
    client = discord.Client(
        intents=discord.Intents(guilds=True), proxy=proxy_for(settings.api_url), max_ratelimit_timeout=30
    )
    try:
        async with asyncio.timeout(SECONDS):
            await client.login(held if token is None else token)
            yield client
    except (discord.DiscordException, *NETWORK) as error:
        ours = sort(error)
        raise (unreached(ours, settings.api_url) if isinstance(ours, TryAgain) else ours) from error
    finally:
        await client.close()
