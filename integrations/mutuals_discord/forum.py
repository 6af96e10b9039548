"""A forum as the channel of alerts: each alert is a post, which has tags that say how things stand with it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Literal

import discord
import structlog

from mutuals.cards.markup import Card, Stage, Tone
from mutuals.domain.errors import RefusalReason, Refused
from mutuals.domain.model import MessageRef
from mutuals.ports.key_values import KeyValueStore
from mutuals_discord import layout, text
from mutuals_discord.errors import NETWORK

log = structlog.get_logger("mutuals.discord")

NAMES = {
    Stage.OPEN: "Open",
    Stage.OVERDUE: "Overdue",
    Stage.CLAIMED: "Claimed",
    Stage.ANSWERED: "Answered",
    Stage.CLOSED: "Closed",
}
_OURS = frozenset(name.casefold() for name in NAMES.values())
MOST_TAGS = 20  # of a forum
MOST_APPLIED = 5  # to a post
NAME = 100  # characters of a post's name
LOOKED_AT = 200  # posts, one request each
FOLDED_AFTER: Literal[10080] = 10080  # minutes without a word: a week, the longest that Discord has

NO_TAGS = (
    "The tags of this forum do not follow the alerts: tags are missing there, and the bot may not add them. Alerts come all the "
    f"same. Add the tags {', '.join(NAMES.values())} in the channel's settings, or allow the bot Manage Channel there."
)


def is_post(ref: MessageRef) -> bool:
    """Is it the first message of a post? Discord gives it the id of its thread."""
    return ref.id == ref.channel


def name_of(card: Card) -> str:
    """What a post is called: what it is and whom it is about, as it was in the beginning."""
    said = f"{card.headline}: {card.about}" if card.about else card.headline or card.summary
    return text.clean(said)[:NAME] or text.ELLIPSIS


def missing(forum: discord.ForumChannel) -> list[str]:
    """The names of the tags that the forum has not."""
    there = {one.name.casefold() for one in forum.available_tags}
    return [name for name in NAMES.values() if name.casefold() not in there]


class ForumPosts:
    """Posts of alerts, and their tags. `memory` remembers in which forums it was said that tags can't be set."""

    def __init__(self, memory: KeyValueStore) -> None:
        self._memory = memory
        self._said: set[int] = set()

    async def post(
        self, forum: discord.ForumChannel, card: Card, view: layout.View, allowed: discord.AllowedMentions
    ) -> discord.Message:
        """A new post. Raises discord.py's errors."""
        tags, complete = await self._tags(forum, card.stage)
        if not tags and forum.flags.require_tag:
            tags = [one for one in forum.available_tags if not one.moderated][:1]
        made = await forum.create_thread(
            name=name_of(card), view=view, allowed_mentions=allowed, applied_tags=tags,
            auto_archive_duration=FOLDED_AFTER,
        )  # fmt: skip
        if not complete and card.stage is not None:
            await self._say_once(forum, made.thread)
        return made.message

    async def follow(self, client: discord.Client, thread_id: int, card: Card) -> None:
        """Let the tags of a post say what its card says. Whatever goes wrong is logged: the alert says it, too."""
        if card.stage is None:
            return
        try:
            thread = client.get_channel(thread_id) or await client.fetch_channel(thread_id)
            forum = thread.parent if isinstance(thread, discord.Thread) else None
            if isinstance(thread, discord.Thread) and isinstance(forum, discord.ForumChannel):
                tags, _ = await self._tags(forum, card.stage)
                await _apply(thread, tags)
        except (discord.DiscordException, *NETWORK) as error:
            log.warning("discord.tags_not_set", thread=str(thread_id), error=str(error))

    async def _tags(
        self, forum: discord.ForumChannel, stage: Stage | None
    ) -> tuple[list[discord.ForumTag], bool]:
        """The tag for this, as far as there is one, and whether all tags are there; those that are missing are added if
        the bot may."""
        lacks = missing(forum)
        if lacks and forum.permissions_for(forum.guild.me).manage_channels:
            forum = await _with_tags(forum, lacks)
            lacks = missing(forum)
        wanted = NAMES[stage].casefold() if stage is not None else None
        found = [one for one in forum.available_tags if one.name.casefold() == wanted and not one.moderated]
        return found[:1], not lacks

    async def _say_once(self, forum: discord.ForumChannel, thread: discord.Thread) -> None:
        key = f"discord-forum-tags-{forum.id}"
        if forum.id in self._said or await self._memory.get(key):
            return
        self._said.add(forum.id)
        card = Card("", 1, Tone.QUIET, "Tags can't be set", NO_TAGS, body=((NO_TAGS,),))
        try:
            await thread.send(
                view=layout.card_view(card, None), allowed_mentions=discord.AllowedMentions.none()
            )
            await self._memory.put(key, value=True)
        except (discord.DiscordException, *NETWORK) as error:
            log.warning("discord.tags_not_told", forum=str(forum.id), error=str(error))


async def _with_tags(forum: discord.ForumChannel, lacks: Sequence[str]) -> discord.ForumChannel:
    """The forum with more tags, as many as it has room for; as it is where Discord does not take them."""
    room = MOST_TAGS - len(forum.available_tags)
    if room <= 0:
        return forum
    more = [discord.ForumTag(name=name) for name in lacks[:room]]
    try:
        return await forum.edit(available_tags=[*forum.available_tags, *more]) or forum
    except discord.HTTPException as error:
        log.warning("discord.tags_not_added", forum=str(forum.id), code=error.code)
        return forum


async def _apply(thread: discord.Thread, tags: Iterable[discord.ForumTag]) -> None:
    """These tags instead of the ones of ours that it has; what people have added stays."""
    others = [one for one in thread.applied_tags if one.name.casefold() not in _OURS]
    wanted = [*tags, *others][:MOST_APPLIED]
    if {one.id for one in wanted} == {one.id for one in thread.applied_tags}:
        return
    if thread.archived:
        await thread.edit(archived=False, applied_tags=wanted)
    else:
        await thread.edit(applied_tags=wanted)


async def find(
    forum: discord.ForumChannel, since: datetime, shows: Callable[[discord.Message], bool]
) -> discord.Message | None:
    """The first message of our newest post that shows it, among those begun since then. Raises Refused(CHANNEL) where
    there are more than can be looked through."""
    threads = {one.id: one for one in await forum.guild.active_threads() if one.parent_id == forum.id}
    async for one in forum.archived_threads(limit=LOOKED_AT):
        threads.setdefault(one.id, one)
    me = forum.guild.me.id
    begun = [
        one
        for one in threads.values()
        if one.owner_id == me and discord.utils.snowflake_time(one.id) >= since
    ]
    for thread in sorted(begun, key=lambda one: one.id, reverse=True)[:LOOKED_AT]:
        try:
            message = await thread.fetch_message(thread.id)
        except discord.NotFound:
            continue
        if shows(message):
            return message
    if len(begun) >= LOOKED_AT:
        raise Refused(
            "The forum has had more posts since than can be looked through.", because=RefusalReason.CHANNEL
        )
    return None
