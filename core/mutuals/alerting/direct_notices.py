"""Says in the chats what can't go through the tables, because the tables are the trouble."""

import asyncio

import structlog

from mutuals.cards import notices
from mutuals.context import Context
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import Notice

log = structlog.get_logger(__name__)

PATIENCE = 5.0  # seconds for each chat


async def say(ctx: Context, headline: str, sentence: str, *, good: bool = False) -> None:
    """Post it once in each chat of each brand at hand; a chat that does not take it is logged."""
    now = ctx.clock.now()
    doc = {"headline": headline, "sentence": sentence, "good": good}
    channels = {
        (chat, next(iter(kinds.values()))): watched.brand.id
        for watched in ctx.brands.loaded()
        for chat, kinds in watched.channels.items()
        if kinds and chat in ctx.chats
    }
    for (chat, channel), brand_id in channels.items():
        notice = Notice(
            brand_id, f"database-{'over-' if good else ''}{now:%Y%m%dT%H%M%S}", "trouble", now, doc
        )
        try:
            async with asyncio.timeout(PATIENCE):
                await ctx.chats[chat].post(channel, notices.notice(notice))
        except (MutualsError, TimeoutError) as error:
            log.warning("database.trouble_not_told", chat=chat, why=str(error))
