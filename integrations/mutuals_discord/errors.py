"""Discord's errors sorted by what to do next, each as a sentence for a person.

Codes are from Discord's public page "Opcodes and Status Codes".
"""

import asyncio

import aiohttp
import discord

from mutuals.domain.errors import MutualsError, NotAuthorized, RefusalReason, Refused, TryAgain

UNKNOWN_CHANNEL = 10003
UNKNOWN_GUILD = 10004
UNKNOWN_MESSAGE = 10008
ARCHIVED_THREAD = 50083
NOT_THE_AUTHOR = 50005  # of the message that is edited: the bot is another one now
LOCKED_THREAD = 160005
MANY_OLD_EDITS = 30046
MISSING_ACCESS = 50001
MISSING_PERMISSIONS = 50013
ANSWERED_ALREADY = 40060  # of an interaction: another session with our token was first
CLOSED_TOKEN = 4004  # gateway close code "authentication failed"
RETRY_SECONDS = 15.0  # a passing fault of Discord seldom lasts longer
LONGEST_WAIT = 3600.0  # more is a header gone wrong
NETWORK = (aiohttp.ClientError, OSError, asyncio.TimeoutError)

NOT_ACCEPTED = (
    "Discord does not accept the bot token. It was reset or mistyped. Copy a new one from the Discord "
    "developer portal (your application, page Bot) into MUTUALS_DISCORD_BOT_TOKEN and start Mutuals again."
)
_PLACES = {
    UNKNOWN_CHANNEL: "The Discord channel does not exist any more. Set MUTUALS_DISCORD_CHANNEL to another one.",
    UNKNOWN_GUILD: "The bot is not in this Discord server. Invite it again.",
    UNKNOWN_MESSAGE: "The message in Discord was deleted, so it can't be redrawn.",
    ARCHIVED_THREAD: "The Discord thread for the alerts is archived. Open it again: write something in it.",
    LOCKED_THREAD: "The Discord thread for the alerts is locked. Unlock it, or set MUTUALS_DISCORD_CHANNEL to another.",
    MISSING_ACCESS: "The bot can't see the Discord channel. In the channel's settings, page Permissions, "
    "add the bot and allow View Channel, Send Messages and Read Message History.",
    MISSING_PERMISSIONS: "The bot may not do this in the Discord channel. In the channel's settings, page "
    "Permissions, allow it View Channel, Send Messages, Embed Links and Read Message History.",
}


def sort(error: Exception) -> MutualsError:
    """One of ours for an error of discord.py or of the connection.

    A 5xx and a lost connection are ambiguous: Discord may have done what was asked.
    """
    if isinstance(error, MutualsError):
        return error
    if isinstance(error, discord.RateLimited):
        return _wait(error.retry_after)
    if isinstance(error, discord.LoginFailure):
        return NotAuthorized(NOT_ACCEPTED)
    if isinstance(error, discord.ConnectionClosed):
        return _closed(error)
    if isinstance(error, discord.HTTPException):
        return _answered(error)
    return later("Discord can't be reached at the moment.", ambiguous=isinstance(error, NETWORK), wire=error)


def later(said: str, *, ambiguous: bool = False, wire: BaseException | None = None) -> TryAgain:
    """A passing trouble; only the running service tries again."""
    sentence = f"{said} Mutuals tries again by itself."
    return TryAgain(sentence, retry_after=RETRY_SECONDS, ambiguous=ambiguous, once=said, wire=wire)


def _answered(error: discord.HTTPException) -> MutualsError:
    if error.status == 429:
        return _wait(_retry_after(error))
    if error.status >= 500:
        return later(f"Discord has trouble (error {error.status}).", ambiguous=True)
    if error.status == 401:
        return NotAuthorized(NOT_ACCEPTED)
    if error.code == NOT_THE_AUTHOR:
        sentence = "Discord does not let the bot change this message: another bot has written it."
        return Refused(sentence, because=RefusalReason.FIXED)
    if error.code in _PLACES:
        because = RefusalReason.GONE if error.code == UNKNOWN_MESSAGE else RefusalReason.CHANNEL
        return Refused(_PLACES[error.code], because=because)
    if error.status in (403, 404):
        return Refused(_PLACES[MISSING_PERMISSIONS], because=RefusalReason.CHANNEL)
    if error.code == MANY_OLD_EDITS:
        return later("Discord takes no more changes to old messages for a while.")
    return Refused(
        f"Discord refused the message (error {error.code or error.status}).", because=RefusalReason.OTHER
    )


def _closed(error: discord.ConnectionClosed) -> MutualsError:
    if error.code == CLOSED_TOKEN:
        return NotAuthorized(NOT_ACCEPTED)
    return TryAgain(f"Discord closed the connection (code {error.code}).", retry_after=RETRY_SECONDS)


def _wait(seconds: float) -> TryAgain:
    seconds = min(max(seconds, 0.1), LONGEST_WAIT) if seconds == seconds else RETRY_SECONDS  # nan
    said = f"Discord asks us to wait {seconds:.0f} seconds."
    sentence = f"{said} Nothing is lost: Mutuals posts after that."
    return TryAgain(sentence, retry_after=seconds, too_fast=True, once=said)


def _retry_after(error: discord.HTTPException) -> float:
    try:
        return float(error.response.headers["Retry-After"])
    except (KeyError, ValueError):
        return RETRY_SECONDS
