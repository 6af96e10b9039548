"""The thread under a message, where an alert's history stands; Discord gives it the id of that message."""

import discord

from mutuals.cards.markup import Card
from mutuals.domain.errors import RefusalReason, Refused
from mutuals.domain.model import MessageRef
from mutuals_discord import text
from mutuals_discord.errors import MISSING_ACCESS, MISSING_PERMISSIONS, UNKNOWN_CHANNEL

EXISTS = 160004  # a thread was begun under this message before
NAME = 100  # characters

MAY_NOT = (
    "The history of an alert stands in a thread under it, and the bot may not begin threads in this channel. In the "
    "channel's settings, page Permissions, allow the bot Create Public Threads and Send Messages in Threads."
)
NO_THREADS = (
    "The history of an alert stands in a thread under it, and this channel is a thread itself. Send the alerts to a "
    "channel that is none if you want it."
)


async def begin(client: discord.Client, under: MessageRef, card: Card) -> None:
    """Begin the thread under a message, unless it is there. Raises Refused where it can't be begun."""
    channel = client.get_channel(int(under.channel)) or await client.fetch_channel(int(under.channel))
    if not isinstance(channel, discord.TextChannel):
        raise Refused(NO_THREADS, because=RefusalReason.OTHER)
    name = text.clean(f"History: {card.about}")[:NAME]  # plain text: a name of a thread has no markup
    try:
        # Folded away after a day without a word; a redrawing opens it again.
        await channel.get_partial_message(int(under.id)).create_thread(name=name, auto_archive_duration=1440)
    except discord.HTTPException as error:
        if error.code == EXISTS:
            return
        if error.code in (MISSING_ACCESS, MISSING_PERMISSIONS):
            raise Refused(MAY_NOT, because=RefusalReason.OTHER) from error
        raise


async def exists(client: discord.Client, under: MessageRef) -> bool:
    """Is there a thread under this message? Raises discord.py's errors but for the one that says no."""
    try:
        await client.fetch_channel(int(under.id))
    except discord.HTTPException as error:
        if error.code == UNKNOWN_CHANNEL:
            return False
        raise
    return True
