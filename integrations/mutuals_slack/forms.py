"""The life of a form in a modal: opened at once, filled in, counted while typing, sent, or closed.

Whatever is needed stands in the modal's `private_metadata`, so a restart in between loses nothing;
what is kept in memory only saves asking the Interactions again.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import structlog

from mutuals.cards.form_words import form_words
from mutuals.cards.markup import EphemeralReply, Form, Intent
from mutuals.domain.errors import MutualsError, Refused
from mutuals.domain.model import Actor
from mutuals.ports.interactions import Click, Interactions, OnStored
from mutuals_slack import views
from mutuals_slack.actions import Press
from mutuals_slack.actors import ActorResolver
from mutuals_slack.blocks import answer
from mutuals_slack.client import Api
from mutuals_slack.text import Json, part
from mutuals_slack.views import Where

WHO_SECONDS = 1.0  # a trigger_id lives three; after this the modal opens before we know who it is
COUNT_SECONDS = 0.7  # between two counts of one modal: views.update allows about 100 a minute
SETTLE_SECONDS = 0.4  # lets the view of our acknowledgement arrive before what replaces it
MAX_OPEN = 200
TOO_SLOW = "Slack took too long to open the form. Please press the button again."
FOREIGN = "This form can't be read any more. Close it and press the button under the alert again."

log = structlog.get_logger(__name__)
Stays = Callable[[dict[str, str]], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Opening:
    """A press that opens a form: by whom, and where the alert is."""

    press: Press
    user: str
    trigger: str
    place: str
    message: str
    response_url: str | None
    inside: bool = False  # of another window, on which the form is put


@dataclass(slots=True)
class Open:
    """An open modal: its form, the newest version Slack told us, and what was typed but not yet counted."""

    form: Form
    where: Where
    hash: str | None = None
    text: str | None = None
    counted_at: float = 0.0
    counting: asyncio.Task[None] | None = None

    def last_typed(self) -> str | None:
        """The newest text that was typed; None while nobody typed."""
        if self.text is not None:
            return self.text
        return self.form.text if self.counted_at else None


class Forms:
    """All open forms."""

    def __init__(self, api: Api, door: ActorResolver, interactions: Interactions) -> None:
        self._api = api
        self._door = door
        self._interactions = interactions
        self._open: OrderedDict[str, Open] = OrderedDict()

    async def stop(self) -> None:
        """Keep what was typed last."""
        for each in list(self._open.values()):
            if each.counting is not None:
                each.counting.cancel()
        self._open.clear()

    # --- opening -----------------------------------------------------------------------------

    async def open(self, opening: Opening) -> None:
        """Open the modal and fill it with the Interactions's form; refusals are private."""
        asking = asyncio.create_task(self._door.who(opening.user))
        done, _late = await asyncio.wait({asking}, timeout=WHO_SECONDS)
        if done and not asking.result().role:
            await self._tell(opening, asking.result().why_not)
            return
        try:
            body = {"trigger_id": opening.trigger, "view": views.loading_view()}
            view = (await self._api.call("views.push" if opening.inside else "views.open", body))["view"]
        except MutualsError as error:
            log.warning("slack.form_not_opened", error=str(error))
            await asking
            await self._tell(opening, TOO_SLOW)
            return
        actor = await asking
        press = opening.press
        where = Where(press.alert_id, press.do, opening.place, opening.message)
        if not actor.role:
            said: Form | EphemeralReply = EphemeralReply(((actor.why_not,),), ok=False)
        else:
            said = await self._interactions.open_form(Click(press.alert_id, press.do, actor, press.value))
        try:
            await self._show(str(view["id"]), where, said)
        except Refused as error:
            log.info("slack.form_closed_early", error=str(error))
        except MutualsError as error:
            log.warning("slack.form_not_filled", error=str(error))
            await self._tell(opening, TOO_SLOW)

    async def _tell(self, opening: Opening, sentence: str) -> None:
        said = answer(EphemeralReply(((sentence,),), ok=False))
        await self._api.post_ephemeral(opening.user, opening.place, said, response_url=opening.response_url)

    async def _show(self, view_id: str, where: Where, said: Form | EphemeralReply) -> None:
        """Put the Interactions's answer into the modal. Raises our errors when the modal is gone."""
        if isinstance(said, EphemeralReply):
            self._open.pop(view_id, None)
            await self._update(view_id, views.told_view("Mutuals", said, where))
            return
        known = self._open[view_id] = Open(said, where)
        while len(self._open) > MAX_OPEN:
            self._open.popitem(last=False)
        await self._draw(view_id, known)

    async def _draw(self, view_id: str, known: Open) -> None:
        used, limit = self._interactions.measure(known.where.alert_id, known.form.text, known.where.do)
        view = views.form_view(replace(known.form, limit=limit), known.where, used)
        known.hash = await self._update(view_id, view, known.hash)

    async def _update(self, view_id: str, view: Json, seen: str | None = None) -> str | None:
        """Replace a view; `seen` guards against overwriting a newer one. Gives the new version."""
        body = {"view_id": view_id, "view": view} | ({"hash": seen} if seen else {})
        changed = await self._api.call("views.update", body)
        return (changed.get("view") or {}).get("hash")

    # --- typing ------------------------------------------------------------------------------

    async def changed(self, body: Json, action: Json) -> None:
        """A template was chosen, or a character was typed."""
        view_id, where = str(body["view"]["id"]), views.where_of(body["view"])
        if where is None:
            await self._update(view_id, views.told_view("Mutuals", EphemeralReply(((FOREIGN,),), ok=False)))
            return
        actor = await self._door.who(str(body["user"]["id"]))
        if not actor.role:
            said = EphemeralReply(((actor.why_not,),), ok=False)
            await self._update(view_id, views.told_view("Mutuals", said, where))
        elif action.get("action_id") == views.TEMPLATE:
            picked = str(part(action, "selected_option").get("value"))
            await self._choose(view_id, where, actor, picked, views.typed(body["view"]) or "")
        elif str(action.get("action_id")).startswith(views.FILL):
            click = Click(where.alert_id, where.do, actor, str(action.get("value") or ""))
            await self._fill(view_id, where, await self._interactions.open_form(click))
        else:
            await self._count(view_id, body, where, actor, str(action.get("value") or ""))

    async def _choose(self, view_id: str, where: Where, actor: Actor, template: str, typed: str) -> None:
        self._forget(view_id)
        click = Click(where.alert_id, where.do, actor)
        await self._fill(view_id, where, await self._interactions.open_form(click, template, typed))

    async def _fill(self, view_id: str, where: Where, said: Form | EphemeralReply) -> None:
        """Show the form with another text in it, which takes the place of what stands there."""
        self._forget(view_id)
        await self._show(view_id, replace(where, turn=where.turn + 1, passes=""), said)

    async def _count(self, view_id: str, body: Json, where: Where, actor: Actor, text: str) -> None:
        """Count now or in a moment, never more often than Slack allows, and always the newest text."""
        known = self._open.get(view_id)
        if known is None:
            said = await self._interactions.open_form(Click(where.alert_id, where.do, actor))
            if isinstance(said, EphemeralReply):
                await self._show(view_id, where, said)
                return
            known = self._open.setdefault(view_id, Open(said, where, body["view"].get("hash")))
        if known.where.turn != where.turn:
            return  # typed into a text that a template has replaced since
        known.text = text
        if known.counting is None or known.counting.done():
            known.counting = asyncio.create_task(self._counted(view_id, known, actor))

    async def _counted(self, view_id: str, known: Open, actor: Actor) -> None:
        try:
            await self._keep_counting(view_id, known, actor)
        except Exception:
            log.exception("slack.count_failed")

    async def _keep_counting(self, view_id: str, known: Open, actor: Actor) -> None:
        while known.text is not None and self._open.get(view_id) is known:
            await asyncio.sleep(max(0.0, known.counted_at + COUNT_SECONDS - time.monotonic()))
            if known.text is None:
                return
            known.form, known.text = replace(known.form, text=known.text, error=None), None
            known.counted_at = time.monotonic()
            await self._interactions.keep_draft(_click(known.where, actor), known.form.text)
            try:
                await self._draw(view_id, known)
            except MutualsError as error:
                known.hash = None
                log.info("slack.count_skipped", error=str(error))

    # --- sending -----------------------------------------------------------------------------

    def complaint(self, view: Json) -> dict[str, str]:
        """What is wrong with the typed text, by block id; empty when it may go. Quick, for the ack."""
        where, text = views.where_of(view), views.typed(view)
        if where is None or text is None:
            return {}
        if not text.strip():
            return {where.text_block: "Write something first."}
        used, limit = self._interactions.measure(where.alert_id, text, where.do)
        if used <= limit:
            return {}
        too_many = used - limit
        return {where.text_block: f"This is {used} of {limit} characters. Take {too_many} away."}

    def sending(self, view: Json, *, stored: bool) -> Json:
        """The view that stands while the text goes out; `stored`: it goes out whatever happens to this process."""
        where, text = views.where_of(view), views.typed(view)
        if where is None or text is None:
            return views.told_view("Mutuals", EphemeralReply(((FOREIGN,),), ok=False))
        return views.sending_view(where, text, stored=stored)

    async def submitted(self, body: Json, taken: OnStored, stays: Stays) -> None:
        """Send, then say in the modal how it went; in the channel when the modal was closed meanwhile.

        `taken` acknowledges: once the text is stored, so that no acknowledged text dies with the process.
        `stays` leaves the form open with its text and says why; False when it is too late for that.
        """
        view, where = body["view"], views.where_of(body["view"])
        text, user = views.typed(view), str(body["user"]["id"])
        if where is None or text is None:
            await taken()
            return
        self._forget(str(view["id"]))
        acknowledged_at = 0.0

        async def take() -> bool:
            nonlocal acknowledged_at
            acknowledged_at = acknowledged_at or time.monotonic()
            return await taken()

        actor = await self._door.who(user)
        if actor.role:
            click = replace(_click(where, actor), value=where.passes)
            said = await self._interactions.submit(click, text, take)
            if said.unkept and await stays({where.text_block: views.sentence(said)}):
                return
        elif await stays({where.text_block: actor.why_not}):
            return
        else:
            said = EphemeralReply(((actor.why_not,),), ok=False)
        await take()
        await asyncio.sleep(max(0.0, acknowledged_at + SETTLE_SECONDS - time.monotonic()))
        try:
            await self._outcome(str(view["id"]), where, said)
        except Refused:
            await self._api.post_ephemeral(user, where.place, answer(said, where.alert_id))

    async def _outcome(self, view_id: str, where: Where, said: EphemeralReply) -> None:
        if said.form is None:
            around = form_words(where.do)
            plain = where.do is not Intent.NOTE and said.lines  # that it waits, perhaps, or needs a hand
            title = ("Mutuals" if plain else around.done) if said.ok else around.not_done
            await self._update(view_id, views.told_view(title, said, where))
            return
        why = None if said.form.warnings else views.sentence(said)
        again = replace(said.form, error=said.form.error or why)
        await self._show(view_id, replace(where, turn=where.turn + 1, passes=again.passes), again)

    # --- closing -----------------------------------------------------------------------------

    async def closed(self, body: Json) -> None:
        """Keep what was typed, and say that they no longer write."""
        view_id, where = str(body["view"]["id"]), views.where_of(body["view"])
        known = self._forget(view_id)
        text = views.typed(body["view"]) or (known.last_typed() if known else None)
        if where is None:
            return
        actor = await self._door.who(str(body["user"]["id"]))
        if actor.role and text:
            await self._interactions.keep_draft(_click(where, actor), text)
        if actor.role:
            await self._interactions.close_form(_click(where, actor))

    def _forget(self, view_id: str) -> Open | None:
        known = self._open.pop(view_id, None)
        if known is not None and known.counting is not None:
            known.counting.cancel()
        return known


def _click(where: Where, actor: Actor) -> Click:
    return Click(where.alert_id, where.do, actor)
