"""The interactions as one person has them in every chat: whoever acts is the person that their accounts are linked to."""

from collections.abc import Mapping
from dataclasses import replace

from mutuals.actions.linking import LinkedPeople
from mutuals.cards.fields import FieldsForm
from mutuals.cards.markup import Card, EphemeralReply, Form, Intent
from mutuals.context import Context
from mutuals.domain.model import Actor
from mutuals.ports.interactions import Click, ClickedMessage, Interactions, OnStored

LINK = "link"


class LinkedInteractions:
    """Implements `mutuals.ports.interactions.Interactions` over others, which need not know of links."""

    def __init__(self, ctx: Context, inner: Interactions) -> None:
        self._inner = inner
        self._linked = LinkedPeople(ctx)

    async def _known(self, click: Click) -> Click:
        return replace(click, actor=await self._linked.known(click.actor))

    async def press(self, click: Click, clicked: ClickedMessage | None = None) -> EphemeralReply | None:
        """See Interactions.press."""
        return await self._inner.press(await self._known(click), clicked)

    async def open_form(
        self, click: Click, template: str | None = None, typed: str = ""
    ) -> Form | EphemeralReply:
        """See Interactions.open_form."""
        return await self._inner.open_form(await self._known(click), template, typed)

    def measure(self, alert_id: str, text: str, do: Intent = Intent.REPLY) -> tuple[int, int]:
        """See Interactions.measure."""
        return self._inner.measure(alert_id, text, do)

    async def keep_draft(self, click: Click, text: str) -> None:
        """See Interactions.keep_draft."""
        await self._inner.keep_draft(await self._known(click), text)

    async def close_form(self, click: Click) -> None:
        """See Interactions.close_form."""
        await self._inner.close_form(await self._known(click))

    async def submit(self, click: Click, text: str, taken: OnStored | None = None) -> EphemeralReply:
        """See Interactions.submit."""
        return await self._inner.submit(await self._known(click), text, taken)

    async def open_fields(self, click: Click) -> FieldsForm | EphemeralReply:
        """See Interactions.open_fields."""
        return await self._inner.open_fields(await self._known(click))

    async def submit_fields(
        self, click: Click, typed: Mapping[str, str], people: Mapping[str, Actor] | None = None
    ) -> FieldsForm | EphemeralReply:
        """See Interactions.submit_fields."""
        chosen = {field: await self._linked.known(one) for field, one in (people or {}).items()}
        return await self._inner.submit_fields(await self._known(click), typed, chosen)

    async def send_kept(self, click: Click) -> EphemeralReply:
        """See Interactions.send_kept."""
        return await self._inner.send_kept(await self._known(click))

    async def command(self, actor: Actor, name: str, words: str = "", channel: str = "") -> EphemeralReply:
        """See Interactions.command."""
        if name == LINK:
            return await self._linked.command(actor, words)
        return await self._inner.command(await self._linked.known(actor), name, words, channel)

    async def suggest(self, actor: Actor, typed: str, channel: str = "") -> list[str]:
        """See Interactions.suggest."""
        return await self._inner.suggest(actor, typed, channel)

    async def home(self, actor: Actor) -> tuple[Card, ...]:
        """See Interactions.home."""
        return await self._inner.home(await self._linked.known(actor))

    async def find_alert(
        self, actor: Actor, text: str, alert_id: str | None = None, channel: str = ""
    ) -> str | EphemeralReply:
        """See Interactions.find_alert."""
        return await self._inner.find_alert(actor, text, alert_id, channel)
