"""The port to a chat where the team works: post, redraw, find, check."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from mutuals.cards.markup import Card
from mutuals.domain.model import MessageRef
from mutuals.ports.diagnostics import Check


class Chat(Protocol):
    """A chat where the team works. `channel` is a channel's id in that chat.

    Raises TryAgain(retry_after, ambiguous), NotAuthorized, Refused: with RefusalReason.CHANNEL where the channel is
    missing or closed to us. It may be stopped and started again.
    """

    name: str

    async def start(self) -> None:
        """Connect and listen; clicks go to the Interactions given at construction."""

    async def stop(self) -> None:
        """Stop listening and let go of connections."""

    async def same_channel(self, channel: str, channel_id: str) -> bool:
        """Is a configured channel, an id or a name, the one with this id? False while that can't be told."""

    async def post(self, channel: str, card: Card, *, reply_to: MessageRef | None = None) -> MessageRef:
        """Post a card, as an answer in `reply_to`'s thread if given. Never twice for one `card.key`
        within the chat's own means (Discord's nonce)."""

    async def tell(
        self, person_id: str, channel: str, card: Card, *, reply_to: MessageRef | None = None
    ) -> None:
        """Tell one person of the team something, as privately as the chat can at a later time; `reply_to` is the
        alert that it is about. The card's `body` holds their own text, and is left out where others may read it.
        Raises Refused when there is no way to them."""

    async def edit(self, ref: MessageRef, card: Card) -> None:
        """Redraw a message in place; notifies nobody. Raises Refused: RefusalReason.GONE where somebody deleted it, FIXED
        where it can't be changed any more."""

    async def find(
        self, channel: str, key: str, since: datetime, *, reply_to: MessageRef | None = None
    ) -> MessageRef | None:
        """Look in the chat's history (and first among the answers to `reply_to`) for a message that we posted for
        this key, the newest first, none from before `since` (give or take what clocks may be apart): asked after an
        ambiguous failure.

        Raises Refused(RefusalReason.CHANNEL) where the history can't be read.
        """

    def message_url(self, ref: MessageRef) -> str | None:
        """The page that opens a message in front of whoever may see it; None where the chat can't tell it now."""

    async def check(self) -> Sequence[Check]:
        """Prove token, scopes, channel access and the way back of a click, for the doctor; works before the start, too.
        What it raises is shown by the doctor as a check that failed."""
