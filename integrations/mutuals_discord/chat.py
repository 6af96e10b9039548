"""Discord as a Chat: posting, redrawing in place, and looking for what was posted."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
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
from mutuals.ports.integration import ChatKit
from mutuals.ports.interactions import Interactions
from mutuals.ports.outbound import proxy_for
from mutuals_discord import actions, commands, doctor, layout, threads
from mutuals_discord.channels import ChannelDirectory, find_channels
from mutuals_discord.errors import ARCHIVED_THREAD, NETWORK, sort
from mutuals_discord.gateway import DiscordConnection
from mutuals_discord.listeners import InteractionListener
from mutuals_discord.settings import DiscordSettings

log = structlog.get_logger("mutuals.discord")

CALL_SECONDS = 90.0  # discord.py's five tries of a faulty server and one rate limit fit into this
HISTORY = 2000  # messages looked through at most: after a restore that may be those of days
MOST_COMPONENTS = 40  # in one message; Discord's own numbers are not larger
SKEW = timedelta(minutes=2)  # our clock and Discord's need not agree


class DiscordChat:
    """The team's Discord. Clicks go to the interactions; `kit.memory` remembers which commands are registered."""

    name = "discord"

    def __init__(self, settings: DiscordSettings, interactions: Interactions, kit: ChatKit) -> None:
        self._settings = settings
        self._interactions = interactions
        self._kit = kit
        self._directory: ChannelDirectory | None = None
        self._lost: set[str] = (
            set()
        )  # places that did not take a post: a name may mean another channel by now
        self._connection = DiscordConnection(settings, self.make_listener, self.settle, kit)

    def make_listener(self) -> InteractionListener:
        """A client that is not connected yet."""
        kit = self._kit
        return InteractionListener(
            self._interactions,
            self._settings.grants,
            kit.opened,
            lambda card: layout.card_view(card, self._mention(card)[0]),
            proxy_for(self._settings.api_url),
            kit.heard,
        )

    async def settle(self, listener: InteractionListener) -> None:
        """Find the channels and register the commands of a client that is connected. Raises Refused(CHANNEL)."""
        self._directory = await find_channels(listener, self._settings, await self._kit.channels())
        listener.directory = self._directory
        self._lost.clear()
        for guild in sorted(self._directory.guilds):
            await commands.register(listener.tree, self._settings.grants, guild, self._kit.memory)

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

    async def _channel_id(self, place: str) -> int:
        """The id of a channel as configured; one that a brand got lately is looked up. Raises Refused(CHANNEL)."""
        if self._directory is None or place not in self._directory.ids or place in self._lost:
            await self.settle(self._connection.listener)
        if self._directory and place in self._directory.ids:
            return self._directory.ids[place]
        if place.isdecimal():
            return _number(place)
        raise Refused(f"Discord has no channel {place} that Mutuals knows.", because=RefusalReason.CHANNEL)

    async def post(self, place: str, card: Card, *, reply_to: MessageRef | None = None) -> MessageRef:
        """Post a card, in reply to a message if given. The nonce keeps Discord from taking it twice for some minutes."""
        if card.in_thread and reply_to is not None:
            return await self._post_in_thread(place, card, reply_to)
        mention, allowed = self._mention(card)
        reference: dict[str, Any] = {"reference": _reference(reply_to)} if reply_to else {}
        once = nonce(f"{card.key}/again" if card.anew else card.key, place)
        more = {"nonce": once, "allowed_mentions": allowed, "mention_author": False, **reference}
        try:
            async with self._sorted():
                channel = self._connection.listener.get_partial_messageable(await self._channel_id(place))
                message = await self._shown(card, mention, lambda view: channel.send(view=view, **more))
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
            await threads.begin(self._connection.listener, under, card)
            thread = self._connection.listener.get_partial_messageable(_number(under.id))
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
        allowed.users = [cast("discord.abc.Snowflake", _Target(str(_number(person_id))))]
        reference: dict[str, Any] = {"reference": _reference(reply_to)} if reply_to else {}
        async with self._sorted():
            channel = listener.get_partial_messageable(await self._channel_id(place))
            await channel.send(
                view=layout.card_view(replace(card, body=()), f"<@{person_id}>"),
                nonce=nonce(card.key, place),
                allowed_mentions=allowed,
                mention_author=False,
                **reference,
            )

    async def edit(self, ref: MessageRef, card: Card) -> None:
        """Redraw a message in place; nobody is notified, and nothing is fetched first."""
        async with self._sorted():
            channel = self._connection.listener.get_partial_messageable(_number(ref.channel))
            message = channel.get_partial_message(_number(ref.id))
            mention, _ = self._mention(card)
            nobody = discord.AllowedMentions.none()

            async def redraw() -> None:
                await self._shown(
                    card, mention, lambda view: message.edit(view=view, allowed_mentions=nobody)
                )

            try:
                await redraw()
            except discord.HTTPException as error:
                if error.code != ARCHIVED_THREAD or not await self._open_thread(channel.id):
                    raise
                await redraw()

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
            channel = listener.get_partial_messageable(await self._channel_id(place))
            if reply_to is not None and parse_subject(key).kind == SubjectKind.HISTORY:
                if not await threads.exists(listener, reply_to):
                    return None
                channel = listener.get_partial_messageable(_number(reply_to.id))
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
                return await doctor.examine(listener, self._settings, self._directory)
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
        targets = [_Target(one) for one in named if one.isdecimal()] if card.ping else []
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


@dataclass(frozen=True, slots=True)
class _Target:
    """Somebody to mention. Discord's specification wants ids as strings; discord.py passes on what it gets."""

    id: str


def _reference(ref: MessageRef) -> discord.MessageReference:
    """The message that is answered, with its ids as strings; if it is gone, the answer is posted on its own."""
    _number(ref.id), _number(ref.channel)
    return discord.MessageReference(
        message_id=cast("int", ref.id), channel_id=cast("int", ref.channel), fail_if_not_exists=False
    )


def nonce(key: str, place: str) -> str:
    """The same for the same card and channel, whenever it is asked: 25 characters, Discord's limit."""
    return hashlib.sha256(f"{place}\n{key}".encode("utf-8", "replace")).hexdigest()[:25]


def shows(message: discord.Message, key: str) -> bool:
    """Whether a message is the one for this key: by the id of its frame or, without one, of its text: ours to choose.

    Where the ids were lost (a proxy, a simulator: Discord numbers components itself then, from 1), an alert
    is known by its buttons.
    """
    marks = [
        one.id for one in message.components if isinstance(one, (discord.Container, discord.TextDisplay))
    ]
    if any(mark and mark > MOST_COMPONENTS for mark in marks):
        return layout.marker(key) in marks
    subject = parse_subject(key)
    keys = [actions.decode(getattr(one, "custom_id", None) or "") for one in _walk(message.components)]
    is_alert = subject.kind == SubjectKind.ALERT and not message.reference
    return is_alert and any(one and one.alert_id == subject.of for one in keys)


def _walk(components: Sequence[Any]) -> Iterator[Any]:
    for component in components:
        yield component
        yield from _walk(getattr(component, "children", ()))


def _number(text: str) -> int:
    if not text.isdecimal():
        raise Refused(f"{text!r} is not the id of anything in Discord.", because=RefusalReason.CHANNEL)
    return int(text)
