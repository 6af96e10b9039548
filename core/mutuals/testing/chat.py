"""A chat in memory, for tests of integrations and of the whole: channels, messages and what people do, no wire.

    chat = MemoryChat(clock)
    ana = chat.add_person("Ana", Role.MEMBER)
    ...  # the service posts an alert
    [alert] = chat.messages()
    assert "kettle arrived broken" in alert.text
    await chat.press(ana, alert, Intent.REPLY)  # opens the form
    await chat.submit(ana, "A new one is on its way.")
    assert "Replied" in alert.text  # redrawn in place

Let a service find it by adding `integration(chat)` to the dictionary that `mutuals.service.integrations.chats()`
gives. It outlives the service, which may be stopped and started on it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic_settings import SettingsConfigDict

from mutuals.cards.form_words import TEXT_FORMS
from mutuals.cards.markup import Card, EphemeralReply, Form, Intent
from mutuals.domain.errors import RefusalReason, Refused
from mutuals.domain.model import Actor, MessageRef, Role
from mutuals.ports.chat import Chat
from mutuals.ports.clock import Clock
from mutuals.ports.diagnostics import Check
from mutuals.ports.integration import ChatIntegration, ChatKit
from mutuals.ports.interactions import Click, ClickedMessage, Interactions
from mutuals.ports.settings import Section
from mutuals.testing.failures import ScriptedFailures
from mutuals.testing.key_values import MemoryKeyValueStore
from mutuals.testing.messages import MemoryMessage, PrivateMessage


class MemoryChat(ScriptedFailures):
    """Implements `mutuals.ports.chat.Chat`, and is the world behind it.

    `places` are its channels, whose ids are their names; the first one is for alerts. `posts_once`: a card that stands
    there already is not posted again, as Discord does and Slack does not.
    """

    def __init__(
        self,
        clock: Clock,
        interactions: Interactions | None = None,
        *,
        name: str = "memorychat",
        title: str = "Memory chat",
        channels: Sequence[str] = ("care",),
        posts_once: bool = True,
    ) -> None:
        super().__init__()
        self.clock, self.name, self.title = clock, name, title
        self.channels, self.posts_once = list(channels), posts_once
        self.people: dict[str, Actor] = {}
        self.posted: list[MemoryMessage] = []  # in every channel, oldest first; deleted ones are not in it
        self.too_late = (
            False  # while it is set, people are told that their form failed: nobody took it in time
        )
        self.listens = False  # between start and stop
        self._interactions: Interactions | None = interactions
        self._kit = ChatKit(MemoryKeyValueStore(), clock)
        self._private: dict[str, list[PrivateMessage]] = {}
        self._forms: dict[str, tuple[Click, Form]] = {}
        self._made = 0

    def connect(self, interactions: Interactions, kit: ChatKit) -> None:
        """From now on clicks go there."""
        self._interactions, self._kit = interactions, kit

    # --- what a test sees ----------------------------------------------------------------

    def messages(self, channel: str | None = None) -> list[MemoryMessage]:
        """What everybody sees in a channel (the first one), answers included, oldest first."""
        return [one for one in self.posted if one.ref.channel == (channel or self.channels[0])]

    def private(self, person: Actor) -> list[PrivateMessage]:
        """What only this person sees, oldest first."""
        return list(self._private.get(person.id, ()))

    def form(self, person: Actor) -> Form | None:
        """The form that is open in front of a person; its `text` is what they have typed."""
        return self._forms[person.id][1] if person.id in self._forms else None

    # --- what people do ------------------------------------------------------------------

    def add_person(self, name: str, role: Role = Role.MEMBER, *, person_id: str | None = None) -> Actor:
        """Somebody joins, with this role. The same id again changes the name and the role."""
        actor = Actor(self.name, person_id or name.casefold(), name, role)
        self.people[actor.id] = actor
        return actor

    async def add_channel(self, channel: str) -> None:
        """A channel is opened, or opened again: what waits for it is due."""
        self.channels.append(channel)
        await self._kit.opened()

    def remove_channel(self, channel: str) -> None:
        """A channel is deleted, with its messages. Raises ValueError when there is none."""
        self.channels.remove(channel)
        self.posted = [one for one in self.posted if one.ref.channel != channel]

    def delete(self, message: MemoryMessage) -> None:
        """Somebody deletes a message. Raises ValueError when it is gone already."""
        self.posted.remove(message)

    async def press(
        self,
        person: Actor,
        message: MemoryMessage | PrivateMessage,
        do: Intent,
        value: str = "",
        *,
        alert_id: str | None = None,
    ) -> EphemeralReply | Form | None:
        """Press a button or menu entry that the message shows; `alert_id` says which, where a list has several. What is
        answered is private; a form is open in front of the person after it. Raises LookupError without such a button."""
        target = message.target_of(do, value, alert_id)
        clicked = self._clicked(message) if isinstance(message, MemoryMessage) else None
        return await self._press(Click(target, do, person, value), clicked)

    async def pick(self, person: Actor, template: str) -> EphemeralReply | Form:
        """Pick a template in the open form, which fills it in."""
        click, _ = self._open_form(person)
        return await self._open(click, template)

    async def type(self, person: Actor, text: str) -> tuple[int, int]:
        """Type in the open form; gives its length as the network counts, and the limit."""
        click, form = self._open_form(person)
        self._forms[person.id] = click, replace(form, text=text)
        await self._heard_by.keep_draft(click, text)
        return self._heard_by.measure(click.alert_id, text, click.do)

    async def close_form(self, person: Actor) -> None:
        """Close the open form without sending it."""
        click, _ = self._open_form(person)
        del self._forms[person.id]
        await self._heard_by.close_form(click)

    async def submit(self, person: Actor, text: str) -> EphemeralReply:
        """Send the open form. The form that the answer offers is open after it, and one whose text was not kept stays."""
        click, form = self._open_form(person)
        del self._forms[person.id]
        answer = await self._heard_by.submit(click, text, self._taken)
        if answer.unkept and answer.form is None:
            self._forms[person.id] = click, replace(form, text=answer.unkept)
        self._answered(click, answer)
        return answer

    async def command(
        self, person: Actor, name: str, words: str = "", channel: str | None = None
    ) -> EphemeralReply:
        """Type a command in a channel (the first one)."""
        answer = await self._heard_by.command(person, name, words, channel or self.channels[0])
        self._tell(person.id, answer)
        return answer

    # --- the port ------------------------------------------------------------------------

    async def start(self) -> None:
        """Listen. Raises NotAuthorized while the token is revoked."""
        with self._call("start"):
            self.listens = True

    async def stop(self) -> None:
        """Stop listening; the world goes on."""
        self.listens = False

    async def listening(self) -> bool:
        """Would a click reach the service now?"""
        return self.listens and not self.down

    async def same_channel(self, channel: str, channel_id: str) -> bool:
        """Channels have one name only."""
        return channel == channel_id

    async def post(self, channel: str, card: Card, *, reply_to: MessageRef | None = None) -> MessageRef:
        """Post a card; where it stands already, that message."""
        with self._call("post"):
            self._ensure(channel)
            if (there := self._standing(channel, card)) is not None:
                return there.ref
            self._made += 1
            ref = MessageRef(self.name, channel, f"m{self._made}")
            above = reply_to.id if reply_to else None
            self.posted.append(MemoryMessage(ref, self.clock.now(), card, above, card.ping, card.anew))
            return ref

    async def tell(
        self, person_id: str, channel: str, card: Card, *, reply_to: MessageRef | None = None
    ) -> None:
        """In private. Raises Refused (PERSON) when there is no such person."""
        with self._call("tell"):
            if person_id not in self.people:
                raise Refused("There is no such person.", because=RefusalReason.PERSON)
            self._tell(person_id, card)

    async def edit(self, ref: MessageRef, card: Card) -> None:
        """Redraw a message in place. Raises Refused: CHANNEL without its channel, GONE when it was deleted."""
        with self._call("edit"):
            self._ensure(ref.channel)
            message = next((one for one in self.messages(ref.channel) if one.ref.id == ref.id), None)
            if message is None:
                raise Refused("The message was deleted.", because=RefusalReason.GONE)
            message.card = card

    async def find(
        self, channel: str, key: str, since: datetime, *, reply_to: MessageRef | None = None
    ) -> MessageRef | None:
        """The newest message with this key, among the answers to `reply_to` first."""
        with self._call("find"):
            self._ensure(channel)
            ours = [one for one in self.messages(channel) if one.card.key == key and one.at >= since]
            answers = [one for one in ours if reply_to is not None and one.reply_to == reply_to.id]
            newest = (answers or ours)[-1:]
            return newest[0].ref if newest else None

    def message_url(self, ref: MessageRef) -> str | None:
        """A page of its own for each message."""
        return f"https://{self.name}.example/{ref.channel}/{ref.id}"

    async def check(self) -> Sequence[Check]:
        """Prove the token and the channels."""
        with self._call("check"):
            channels = Check(
                bool(self.channels), f"{self.title} channels", ", ".join(self.channels) or "None."
            )
            return [Check(True, f"{self.title} token", "It is taken."), channels]

    # --- inside --------------------------------------------------------------------------

    def _ensure(self, channel: str) -> None:
        if channel not in self.channels:
            raise Refused(f"{self.title} has no channel {channel}.", because=RefusalReason.CHANNEL)

    def _standing(self, channel: str, card: Card) -> MemoryMessage | None:
        same = (one for one in self.messages(channel) if (one.card.key, one.anew) == (card.key, card.anew))
        return next(same, None) if self.posts_once else None

    @property
    def _heard_by(self) -> Interactions:
        """Whom a click reaches. Raises RuntimeError when nobody listens."""
        if self._interactions is None or not self.listens:
            raise RuntimeError("Nobody listens: the chat is not started.")
        return self._interactions

    def _clicked(self, message: MemoryMessage) -> ClickedMessage:
        async def redraw(card: Card) -> bool:
            message.card = card
            return message in self.posted

        return ClickedMessage(message.ref.id, redraw)

    async def _press(
        self, click: Click, clicked: ClickedMessage | None = None
    ) -> EphemeralReply | Form | None:
        if click.do in TEXT_FORMS:
            return await self._open(click)
        answer = await self._heard_by.press(click, clicked)
        if answer is not None:
            self._answered(click, answer)
        return answer

    async def _open(self, click: Click, template: str | None = None) -> EphemeralReply | Form:
        form = await self._heard_by.open_form(click, template)
        if isinstance(form, Form):
            self._forms[click.actor.id] = click, form
        else:
            self._answered(click, form)
        return form

    def _open_form(self, person: Actor) -> tuple[Click, Form]:
        if person.id not in self._forms:
            raise LookupError(f"No form is open in front of {person.name}.")
        return self._forms[person.id]

    def _answered(self, click: Click, answer: EphemeralReply) -> None:
        self._tell(click.actor.id, answer)
        if answer.form is not None:
            self._forms[click.actor.id] = replace(click, do=answer.form.do), answer.form

    def _tell(self, person_id: str, content: Card | EphemeralReply) -> None:
        self._private.setdefault(person_id, []).append(PrivateMessage(self.clock.now(), content))

    async def _taken(self) -> bool:
        return not self.too_late


class MemoryChatSettings(Section):
    """A chat in memory has no settings."""

    model_config = SettingsConfigDict(env_prefix="MUTUALS_MEMORYCHAT_")


def integration(chat: MemoryChat) -> ChatIntegration:
    """What a service needs to post to this chat; alerts of every kind go to its first channel."""

    def build(_settings: Any, interactions: Interactions, kit: ChatKit) -> Chat:
        chat.connect(interactions, kit)
        return chat

    return ChatIntegration(
        chat.name,
        MemoryChatSettings,
        lambda _settings: [],
        lambda _settings, _kind: chat.channels[0],
        1,
        build,
    )
