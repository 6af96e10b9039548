"""Discord as a Chat: posting, redrawing in place, and looking for what was posted."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, cast

import discord
import structlog

from mutuals.cards.markup import Card
from mutuals.domain.errors import MutualsError, RefusalReason, Refused, TryAgain
from mutuals.domain.ids import SubjectKind, parse_subject
from mutuals.domain.model import MessageRef
from mutuals.ports.diagnostics import Check
from mutuals.ports.integration import ChatKit, RoleCheck, RoleGrants
from mutuals.ports.interactions import Interactions
from mutuals.ports.outbound import proxy_for
from mutuals_discord import doctor, forum, layout, threads
from mutuals_discord.channels import ChannelDirectory, find_channels
from mutuals_discord.errors import ARCHIVED_THREAD, NETWORK, UNKNOWN_CHANNEL, sort
from mutuals_discord.gateway import DiscordConnection
from mutuals_discord.listeners import InteractionListener
from mutuals_discord.references import Target, answering, nonce, shows, snowflake
from mutuals_discord.settings import DiscordSettings
from mutuals_discord.standing import Standing

log = structlog.get_logger("mutuals.discord")

CALL_SECONDS = 90.0  # discord.py's five tries of a faulty server and one rate limit fit into this
HISTORY = 2000  # messages looked through at most: after a restore that may be those of days
SKEW = timedelta(minutes=2)  # our clock and Discord's need not agree


class DiscordChat:
    """The team's Discord. Clicks go to the interactions; `kit.memory` remembers which commands are registered."""

    name = "discord"

    def __init__(self, settings: DiscordSettings, interactions: Interactions, kit: ChatKit) -> None:
        self._settings = settings
        self._interactions = interactions
        self._kit = kit
        self._directory: ChannelDirectory | None = None
        # Places that did not take a post: a name may mean another channel by now.
        self._lost: set[str] = set()
        self._forum = forum.ForumPosts(kit.memory)
        self._standing = Standing(settings.grants, kit)
        self._connection = DiscordConnection(settings, self.make_listener, self.settle, kit)

    def make_listener(self) -> InteractionListener:
        """A client that is not connected yet."""
        kit = self._kit
        made = InteractionListener(
            self._interactions,
            self._standing,
            kit.opened,
            lambda card: layout.card_view(card, self._mention(card)[0]),
            proxy_for(self._settings.api_url),
            kit.heard,
        )
        made.redrawn = lambda ref, card: self._redrawn(made, ref, card)
        return made

    async def _redrawn(self, listener: InteractionListener, ref: MessageRef, card: Card) -> None:
        if forum.is_post(ref):
            await self._forum.follow(listener, snowflake(ref.channel), card)

    async def settle(self, listener: InteractionListener) -> None:
        """Find the channels and register the commands of a client that is connected. Raises Refused(CHANNEL)."""
        self._directory = await find_channels(listener, self._settings, await self._kit.channels())
        listener.directory = self._directory
        self._lost.clear()
        self._standing.show = partial(self._standing.show_commands, listener.tree, self._directory)
        await self._standing.show_commands(listener.tree, self._directory)

    async def check_roles(self, person_id: str, grants: RoleGrants) -> RoleCheck:
        """See RoleChecker.check_roles: of whoever has just acted."""
        return await self._standing.check(person_id, grants, self._directory or ChannelDirectory({}, {}))

    async def start(self) -> None:
        """Connect and listen. Raises NotAuthorized, Refused(CHANNEL) or TryAgain within half a minute."""
        await self._connection.open()

    async def stop(self) -> None:
        """Finish the clicks under way and hang up."""
        await self._connection.close()

    async def listening(self) -> bool:
        """Whether a click would reach us now."""
        return self._connection.open_listener is not None

    async def same_channel(self, place: str, channel_id: str) -> bool:
        """Is a configured channel the one with this id?"""
        known = self._directory.ids.get(place) if self._directory else None
        return channel_id in {place, str(known)}

    async def _forum_at(self, place: str) -> discord.ForumChannel | None:
        """The forum that a place is; None where it is a channel with messages."""
        channel_id = await self._channel_id(place)
        found = self._connection.listener.get_channel(channel_id)
        return found if isinstance(found, discord.ForumChannel) else None

    async def _messages_at(self, place: str, reply_to: MessageRef | None) -> int:
        """The id of the channel in which a message stands: in a forum, the post of what it answers."""
        if reply_to is not None and await self._forum_at(place) is not None:
            return snowflake(reply_to.channel)
        return await self._channel_id(place)

    async def _channel_id(self, place: str) -> int:
        """The id of a channel as configured; one that a brand got lately is looked up. Raises Refused(CHANNEL)."""
        if self._directory is None or place not in self._directory.ids or place in self._lost:
            await self.settle(self._connection.listener)
        if self._directory and place in self._directory.ids:
            return self._directory.ids[place]
        if place.isdecimal():
            return snowflake(place)
        raise Refused(f"Discord has no channel {place} that Mutuals knows.", because=RefusalReason.CHANNEL)

    async def post(self, place: str, card: Card, *, reply_to: MessageRef | None = None) -> MessageRef:
        """Post a card, in reply to a message if given. The nonce keeps Discord from taking it twice for some minutes."""
        if card.in_thread and reply_to is not None:
            return await self._post_in_thread(place, card, reply_to)
        mention, allowed = self._mention(card)
        once = nonce(f"{card.key}/again" if card.anew else card.key, place)
        more = {"nonce": once, "allowed_mentions": allowed, "mention_author": False, **answering(reply_to)}
        try:
            async with self._sorted():
                posts = await self._forum_at(place)
                if posts is not None and reply_to is None:
                    begin = partial(self._forum.post, posts, card, allowed=allowed)
                    message = await self._shown(card, mention, lambda view: begin(view=view))
                else:
                    at = await self._messages_at(place, reply_to)
                    channel = self._connection.listener.get_partial_messageable(at)
                    with self._deleted_posts(at):
                        message = await self._shown(
                            card, mention, lambda view: channel.send(view=view, **more)
                        )
        except Refused as error:
            if error.because is RefusalReason.CHANNEL:
                self._lost.add(place)
            raise
        return MessageRef(self.name, str(message.channel.id), str(message.id))

    async def _post_in_thread(self, place: str, card: Card, under: MessageRef) -> MessageRef:
        """Post in the thread of a message, which is begun by the first post; its id is the message's."""
        more: dict[str, Any] = {"nonce": nonce(card.key, place)}
        more |= {"allowed_mentions": discord.AllowedMentions.none()}
        async with self._sorted():
            if not forum.is_post(under):
                await threads.begin(self._connection.listener, under, card)
            thread = self._connection.listener.get_partial_messageable(snowflake(under.id))
            with self._deleted_posts(thread.id):
                message = await self._shown(card, None, lambda view: thread.send(view=view, **more))
        return MessageRef(self.name, str(message.channel.id), str(message.id))

    async def tell(
        self, person_id: str, place: str, card: Card, *, reply_to: MessageRef | None = None
    ) -> None:
        """For their eyes only while Discord still takes answers to their last press (15 minutes); after that in reply
        to the alert, with a mention of them and without their text."""
        listener = self._connection.listener
        pressed = listener.last_press(person_id, card.alert_id or "")
        if pressed is not None:
            try:
                async with self._sorted():
                    await pressed.followup.send(view=layout.card_view(card, None), ephemeral=True)
            except MutualsError as error:
                log.info("discord.answered_in_public", why=str(error))
            else:
                return
        allowed = discord.AllowedMentions.none()
        allowed.users = [cast("discord.abc.Snowflake", Target(str(snowflake(person_id))))]
        async with self._sorted():
            channel = listener.get_partial_messageable(await self._messages_at(place, reply_to))
            await channel.send(
                view=layout.card_view(replace(card, body=()), f"<@{person_id}>"),
                nonce=nonce(card.key, place),
                allowed_mentions=allowed,
                mention_author=False,
                **answering(reply_to),
            )

    async def edit(self, ref: MessageRef, card: Card) -> None:
        """Redraw a message in place; nobody is notified, and nothing is fetched first."""
        async with self._sorted():
            channel = self._connection.listener.get_partial_messageable(snowflake(ref.channel))
            message = channel.get_partial_message(snowflake(ref.id))
            mention, _ = self._mention(card)
            nobody = discord.AllowedMentions.none()

            async def redraw() -> None:
                await self._shown(
                    card, mention, lambda view: message.edit(view=view, allowed_mentions=nobody)
                )

            with self._deleted_posts(channel.id):
                try:
                    await redraw()
                except discord.HTTPException as error:
                    if error.code != ARCHIVED_THREAD or not await self._open_thread(channel.id):
                        raise
                    await redraw()
            await self._redrawn(self._connection.listener, ref, card)

    @contextmanager
    def _deleted_posts(self, channel_id: int) -> Iterator[None]:
        """A thread that somebody deleted is no channel that is closed to us: only what stood in it is gone."""
        try:
            yield
        except discord.HTTPException as error:
            own = self._directory.servers if self._directory else {}
            if error.code != UNKNOWN_CHANNEL or channel_id in own:
                raise
            said = "The post in Discord was deleted, so it can't be redrawn."
            raise Refused(said, because=RefusalReason.GONE) from error

    async def _open_thread(self, thread_id: int) -> bool:
        """Discord archives a thread by itself after some days; a post opens it again, an edit does not. False where
        it is locked, which only people who manage threads can change."""
        try:
            thread = await self._connection.listener.fetch_channel(thread_id)
            if not isinstance(thread, discord.Thread):
                return False
            await thread.edit(archived=False)
        except discord.HTTPException as error:
            log.warning("discord.thread_stays_archived", thread=str(thread_id), code=error.code)
            return False
        log.info("discord.thread_opened", thread=str(thread_id))
        return True

    async def _shown(
        self, card: Card, mention: str | None, send: Callable[[layout.View], Awaitable[Any]]
    ) -> Any:
        """Send a card, in a plainer form where Discord does not take it: one ornament must not lose an alert."""
        draws = [
            *(partial(layout.card_view, one) for one in layout.plainer(card)),
            partial(layout.bare_view, card),
        ]
        for number, draw in enumerate(draws):
            try:
                return await send(draw(mention))
            except discord.HTTPException as error:
                refused = sort(error)
                # A bad request: something in what we sent, e.g. the address of a picture.
                if (
                    error.status != 400
                    or not isinstance(refused, Refused)
                    or refused.because is not RefusalReason.OTHER
                ):
                    raise
                log.warning("discord.form_refused", form=number, code=error.code, why=str(refused))
        raise refused

    async def find(
        self, place: str, key: str, since: datetime, *, reply_to: MessageRef | None = None
    ) -> MessageRef | None:
        """Our message for this key among those posted since then, the newest first; answers stand among the others.
        Raises Refused(CHANNEL) also where so many messages have come since that the history was not read to its end."""
        async with self._sorted():
            listener, read = self._connection.listener, 0
            posts = await self._forum_at(place)
            if posts is not None and reply_to is None:
                begun = await forum.find(posts, since - SKEW, lambda message: shows(message, key))
                return MessageRef(self.name, str(begun.id), str(begun.id)) if begun else None
            channel = listener.get_partial_messageable(await self._messages_at(place, reply_to))
            if reply_to is not None and parse_subject(key).kind == SubjectKind.HISTORY:
                if not await threads.exists(listener, reply_to):
                    return None
                channel = listener.get_partial_messageable(snowflake(reply_to.id))
            # With `after`, Discord would give the oldest first, and a flood would hide what came last.
            async for message in channel.history(limit=HISTORY):
                if message.created_at < since - SKEW:
                    return None
                if listener.user and message.author.id == listener.user.id and shows(message, key):
                    return MessageRef(self.name, str(channel.id), str(message.id))
                read += 1
        if read == HISTORY:
            raise Refused(
                "The channel has had more messages since than can be looked through.",
                because=RefusalReason.CHANNEL,
            )
        return None

    def message_url(self, ref: MessageRef) -> str | None:
        """The page of a message, as Discord's Copy Message Link gives it."""
        servers = self._directory.servers if self._directory else {}
        home = servers.get(int(ref.channel)) if ref.channel.isdecimal() else None
        homes = set(servers.values())
        if home is None and len(homes) == 1 and ref.channel.isdecimal():  # a post of a forum
            [home] = homes
        return f"https://discord.com/channels/{home}/{ref.channel}/{ref.id}" if home else None

    async def check(self) -> Sequence[Check]:
        """Prove the token, the channel, each permission, the role, the commands and the way back of a click."""
        started = False
        try:
            listener = self._connection.open_listener
            if listener is None:
                await self.start()
                started = True
                listener = self._connection.listener
            assert self._directory is not None
            async with self._sorted():
                return await doctor.examine(listener, self._settings, self._directory, self._standing.grants)
        except MutualsError as error:
            return [doctor.failed(error, self._settings)]
        finally:
            if started:
                await self.stop()

    @asynccontextmanager
    async def _sorted(self) -> AsyncIterator[None]:
        """Give everything in it a time limit, and turn Discord's errors into ours."""
        try:
            async with asyncio.timeout(CALL_SECONDS):
                yield
        except MutualsError:
            raise
        except (discord.DiscordException, *NETWORK) as error:
            raise sort(error) from error
        # discord.py, given a page where it expects JSON
        except (AttributeError, KeyError, TypeError) as error:
            log.warning("discord.unexpected", error=type(error).__name__, exc_info=True)
            raise TryAgain("Discord gave an answer that makes no sense.", ambiguous=True) from error
        except RuntimeError as error:  # aiohttp's, when the connection ended during the call
            if self._connection.open_listener is not None:
                raise
            raise TryAgain("The connection to Discord ended.", ambiguous=True) from error

    def _mention(self, card: Card) -> tuple[str | None, discord.AllowedMentions]:
        """Whom the card calls: those it names, else the configured role or person, and only where it asks for it."""
        allowed = discord.AllowedMentions.none()
        named = card.calls or tuple(filter(None, [self._settings.mentioned()]))
        targets = [Target(one) for one in named if one.isdecimal()] if card.ping else []
        if not targets:
            return None, allowed
        listener = self._connection.listener
        homes = [guild for one in listener.directory.guilds if (guild := listener.get_guild(one))]
        roles = [one for one in targets if any(guild.get_role(int(one.id)) for guild in homes)]
        people = [one for one in targets if one not in roles]
        if roles:
            allowed.roles = [cast("discord.abc.Snowflake", one) for one in roles]
        if people:
            allowed.users = [cast("discord.abc.Snowflake", one) for one in people]
        return " ".join(f"<@&{one.id}>" if one in roles else f"<@{one.id}>" for one in targets), allowed
