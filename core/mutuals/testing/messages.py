"""Messages of the chat in memory, as people see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from mutuals.cards.markup import Button, Card, EphemeralReply, Intent
from mutuals.domain.model import MessageRef
from mutuals.testing.plain_text import of_card, of_reply


@dataclass(slots=True, eq=False)
class MemoryMessage:
    """A message as people see it now: `card` changes when it is redrawn. `reply_to` is the id of the message that it
    answers. `rang`: somebody was called by it."""

    ref: MessageRef
    at: datetime
    card: Card
    reply_to: str | None = None
    rang: bool = False
    anew: bool = False  # posted once more

    @property
    def text(self) -> str:
        """All its words, line by line."""
        return of_card(self.card)

    def target_of(self, do: Intent, value: str = "", alert_id: str | None = None) -> str:
        """What a button or menu entry of it acts on. Raises LookupError when it shows no such button."""
        return _target_of(self.card, do, value, alert_id)


@dataclass(slots=True, eq=False)
class PrivateMessage:
    """What only one person sees: a card that they were told, or the answer to what they did."""

    at: datetime
    content: Card | EphemeralReply

    @property
    def text(self) -> str:
        """All its words, line by line."""
        return of_card(self.content) if isinstance(self.content, Card) else of_reply(self.content)

    @property
    def links(self) -> tuple[Button, ...]:
        """Its buttons that open a page."""
        return self.content.buttons

    def target_of(self, do: Intent, value: str = "", alert_id: str | None = None) -> str:
        """What a button of its list acts on. Raises LookupError when there is no such button."""
        card = self.content if isinstance(self.content, Card) else self.content.card
        if card is None:
            raise LookupError(f"There is no list with buttons here:\n{self.text}")
        return _target_of(card, do, value, alert_id)


def _buttons(card: Card) -> Iterator[tuple[str | None, tuple[Button, ...]]]:
    """The buttons of a card, each lot with what it acts on."""
    yield card.alert_id, (*card.buttons, *card.menu)
    yield from ((section.alert_id, section.buttons) for section in card.sections)


def _target_of(card: Card, do: Intent, value: str, alert_id: str | None) -> str:
    for shown_for, buttons in _buttons(card):
        fits = any((one.do, one.value) == (do, value) for one in buttons)
        if fits and shown_for is not None and alert_id in (None, shown_for):
            return shown_for
    raise LookupError(f"There is no button {do} {value} here:\n{of_card(card)}")
