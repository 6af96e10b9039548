"""The inbound port: what a chat calls when a person of the team does something."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from mutuals.cards.fields import FieldsForm
from mutuals.cards.markup import Card, EphemeralReply, Form, Intent
from mutuals.domain.model import Actor

OnStored = Callable[[], Awaitable[bool]]  # tells a chat that a form was received; False: it was too late


@dataclass(frozen=True, slots=True)
class Click:
    """A person of the team pressed something under an alert."""

    alert_id: str
    do: Intent
    actor: Actor
    value: str = ""

    @property
    def draft_key(self) -> str:
        """Drafts are kept for each person, and for a reply and a holding reply apart."""
        return self._draft_of(self.actor.key)

    @property
    def own_draft_key(self) -> str:
        """Where a draft of theirs lies from before their accounts were linked."""
        return self._draft_of(self.actor.own_key)

    def _draft_of(self, key: str) -> str:
        return draft_key(
            key, Intent.REPLY if self.do is Intent.FOLLOW_AND_ASK else self.do
        )  # its text is a reply


def draft_key(key: str, do: Intent) -> str:
    """Where the draft of a person (Actor.key) for a reply or a holding reply lies."""
    return f"{key}/{do}"


@dataclass(frozen=True, slots=True)
class ClickedMessage:
    """The message whose button was pressed: its id in the chat, and how to redraw it by the answer to the press.

    `redraw` gives False where the chat did not take it; it may raise what the chat's library raises.
    """

    id: str
    redraw: Callable[[Card], Awaitable[bool]]


class Interactions(Protocol):
    """What chats call. Answers are private to the person; nothing is raised but bugs.

    Every call checks `actor.role` against what is asked for (`mutuals.actions.permissions`). All are quick (a few
    reads and one write) but `send`, which talks to the network: acknowledge the chat before calling it.
    """

    async def press(self, click: Click, clicked: ClickedMessage | None = None) -> EphemeralReply | None:
        """A button or menu entry other than those that open a form. None: the redrawn alert says it all.

        `clicked` is redrawn before this returns, unless it needs no change or is being redrawn. None where the message
        is private, or can't be redrawn by an answer.
        """

    async def open_form(
        self, click: Click, template: str | None = None, typed: str = ""
    ) -> Form | EphemeralReply:
        """Reply or Acknowledge was pressed: the form to fill in, with a soft claim taken; or why not.

        `template` picks one of the texts that a form offers, by its id. What was `typed` before stands in front of it,
        unless that is a text that the form was filled in with.
        """

    def measure(self, alert_id: str, text: str, do: Intent = Intent.REPLY) -> tuple[int, int]:
        """The length of a text and its limit: by the network's own count, or that of what it is typed for (`do`)."""

    async def keep_draft(self, click: Click, text: str) -> None:
        """Remember what a person has typed so far. Their claim goes on by it."""

    async def close_form(self, click: Click) -> None:
        """The form was closed without being sent: the person no longer writes. Not every chat can tell."""

    async def submit(self, click: Click, text: str, taken: OnStored | None = None) -> EphemeralReply:
        """The form was sent. With `Answer.form` the text did not go and can be edited again; with `Form.warnings`, too,
        until it is sent with `Form.passes` as the click's value.

        `taken` is awaited once the text is stored and goes out even if the process dies: the moment to
        tell the chat that the form was received. When it gives False, the chat has told the person that
        it failed, and nothing is sent. It is not called when the text can't go. A trainee's text is kept on
        the alert, for a member to send. With `Answer.unkept` the text could not be stored, e.g. because the
        database does not answer: the form should stay open, or show it.
        """

    async def open_fields(self, click: Click) -> FieldsForm | EphemeralReply:
        """A button that opens a form of several fields was pressed: the form to fill in, or what there is to say."""

    async def submit_fields(
        self, click: Click, typed: Mapping[str, str], people: Mapping[str, Actor] | None = None
    ) -> FieldsForm | EphemeralReply:
        """A form of several fields was sent: what each field holds, by its id, and who was chosen in fields of people, with
        the role that the chat gives them. A form in return says in its fields what
        is wrong with them: then nothing was changed, and it can be opened again, as it was, by a click with the value
        `mutuals.cards.fields.AGAIN`."""

    async def send_kept(self, click: Click) -> EphemeralReply:
        """ "Send anyway" was pressed beside the warnings: the kept text goes out, if it is still the one that they were
        about. `click.value` is what `Form.passes` said. Acknowledge the chat before calling it."""

    async def command(self, actor: Actor, name: str, words: str = "", channel: str = "") -> EphemeralReply:
        """A slash command; `words` is what was typed after its name. One that is none of
        `mutuals.cards.command_help.COMMANDS` is answered by the nearest.

        It speaks of the brands whose alerts come to `channel`, where it was typed; without one, of all in that chat.
        """

    async def suggest(self, actor: Actor, typed: str, channel: str = "") -> list[str]:
        """The handles (without @) that begin so, for somebody who types a name: of whom somebody waits first, then others.
        Nobody for whoever may not look at people."""

    async def home(self, actor: Actor) -> tuple[Card, ...]:
        """Somebody's own page in a chat that has such pages, part by part. It holds only buttons that they may press."""

    async def find_alert(
        self, actor: Actor, text: str, alert_id: str | None = None, channel: str = ""
    ) -> str | EphemeralReply:
        """The alert that a message of the channel is about, for *Reply as brand* on that message: `alert_id` where it shows
        one, else the one of a person whose post or profile `text` links to. Where there is none: what to do."""
