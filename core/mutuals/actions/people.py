"""What is asked and done about a person: their card, notes, their wish, and a follow where no alert waits."""

from collections.abc import Sequence
from dataclasses import replace

from mutuals.actions import person_view, preferences
from mutuals.actions.executor import ActionExecutor
from mutuals.actions.responses import reply_lines
from mutuals.alerting import lifecycle
from mutuals.cards import command_help, person
from mutuals.cards.markup import EphemeralReply, Form, Intent
from mutuals.cards.person_view import PersonView, may_follow
from mutuals.cards.phrases import times
from mutuals.context import BrandContext, Context
from mutuals.domain import handling, person_notes
from mutuals.domain.errors import MutualsError
from mutuals.domain.history import LogKind
from mutuals.domain.loyalty import FanDecision
from mutuals.domain.model import Actor
from mutuals.domain.person_notes import PersonNote
from mutuals.ports.interactions import Click, OnStored
from mutuals.ports.unit_of_work import UnitOfWork

UNKNOWN = "Mutuals does not know this person any more. Type /mutuals person @name to find them."
HOW_TO_NOTE = "Write whom it is about and then the note, for example: /mutuals note @name Likes the blue one."
WROTE_NOTE = "A note was written"
NEAR = 3  # names that are offered in place of one that nobody has
_ALIKE = 100  # names with the same beginning that are compared
_EVIDENCE = 5


async def near_names(ctx: Context, brands: Sequence[BrandContext], name: str) -> list[str]:
    """Names most like one that nobody has, the nearest first; a few, read from an index."""
    known: set[str] = set()
    for watched in brands:
        async with ctx.store.reading(watched.brand.id) as tx:
            for beginning in dict.fromkeys((name[:3], name[:2], name[:1])):
                known |= set(await tx.people.names_like(beginning, _ALIKE))
    return command_help.nearest_few(name, sorted(known), NEAR)


class People:
    """What buttons and commands do about people."""

    def __init__(self, ctx: Context, performer: ActionExecutor) -> None:
        self._ctx = ctx
        self._performer = performer

    # --- commands ------------------------------------------------------------------------

    async def command(
        self, brands: Sequence[BrandContext], actor: Actor, name: str, words: str
    ) -> EphemeralReply:
        """`person @name`, or `note @name words`."""
        called, _, rest = words.strip().partition(" ")
        called = called.strip("@<>,:").casefold()
        if not called or (name == "note" and not rest.strip()):
            return reply_lines(HOW_TO_NOTE if name == "note" else person.HOW, ok=False)
        found = [(one, person_id) for one in brands for person_id in await self._called(one, called)]
        if not found:
            return person.nobody(called, await near_names(self._ctx, brands, called))
        if name == "note":
            notes = [await self._note(one, person_id, actor, rest) for one, person_id in found]
            return notes[0]
        views = [await self._view(one, person_id, actor.chat) for one, person_id in found]
        views.sort(key=lambda one: (one.waiting is None, -one.wrote))
        shown = person.card(views[0])
        if shown.card and len(views) > 1:
            others = tuple(person.also(one) for one in views[1:])
            shown = replace(shown, card=replace(shown.card, sections=(*shown.card.sections, *others)))
        return shown

    async def _called(self, watched: BrandContext, name: str) -> list[str]:
        async with self._ctx.store.reading(watched.brand.id) as tx:
            return [one.account.id for one in await tx.people.called(name)]

    # --- buttons -------------------------------------------------------------------------

    async def press(self, watched: BrandContext, click: Click) -> EphemeralReply | None:
        """A button about a person without an alert. Raises AlreadyHandled, and MutualsError of the network."""
        async with self._ctx.store.reading(watched.brand.id) as tx:
            person_id = await person_view.person_of(tx, click.alert_id)
        if person_id is None:
            return reply_lines(UNKNOWN, ok=False)
        if click.do is Intent.PERSON:
            return await self.show(watched, person_id, click.actor)
        if click.do is Intent.PREFER:
            return await self._prefer(watched, person_id, click)
        if click.do is Intent.FOLLOW:
            return await self._follow(watched, person_id, click)
        return reply_lines(UNKNOWN, ok=False)

    async def show(self, watched: BrandContext, person_id: str, actor: Actor) -> EphemeralReply:
        """The card of this person."""
        return person.card(await self._view(watched, person_id, actor.chat))

    async def _view(self, watched: BrandContext, person_id: str, chat: str = "") -> PersonView:
        await person_view.remember_keys(self._ctx, watched, [person_id])
        async with self._ctx.store.reading(watched.brand.id) as tx:
            return await person_view.gather(self._ctx, tx, watched, person_id, chat)

    async def _prefer(self, watched: BrandContext, person_id: str, click: Click) -> EphemeralReply:
        async with self._ctx.store.transaction(watched.brand.id) as tx:
            alert = (await tx.alerts.open_of([person_id])).get(person_id)
            noted = await preferences.note(tx, watched, person_id, alert, click, self._ctx.clock.now())
        return reply_lines(f"{noted}.") if noted else preferences.CHOOSE

    async def _follow(self, watched: BrandContext, person_id: str, click: Click) -> EphemeralReply | None:
        """Every act belongs to an alert, where the team sees who did it: without one, the press begins it."""
        view = await self._view(watched, person_id)
        if view.waiting is None and not may_follow(view):
            return reply_lines(
                f"{view.name} can't be followed from here now. Their card says how you stand.", ok=False
            )
        async with self._ctx.store.transaction(watched.brand.id) as tx:
            alert = (await tx.alerts.open_of([person_id])).get(person_id)
            if alert is None:
                alert = await lifecycle.open_fan_alert(
                    tx, watched, person_id, _chosen(view, click.actor), _evidence(view), self._ctx.clock.now()
                )
        return await self._performer.follow(watched, replace(click, alert_id=alert.id))

    # --- notes ---------------------------------------------------------------------------

    async def note_form(self, watched: BrandContext, click: Click) -> Form | EphemeralReply:
        """The form of a note about the person of an alert, or of a card."""
        async with self._ctx.store.reading(watched.brand.id) as tx:
            person_id = await self._whom(tx, click)
            if person_id is None:
                return reply_lines(UNKNOWN, ok=False)
            known = (await tx.people.by_ids([person_id])).get(person_id)
            draft = await tx.drafts.get(click.alert_id, click.draft_key)
        name = f"@{known.account.handle}" if known else "them"
        notes = (("Only your team sees it, on the card of the person. It is never sent.",),)
        return Form(
            click.alert_id,
            click.do,
            f"Note about {name}"[:24],
            None,
            draft or "",
            person_notes.LONGEST,
            notes,
        )

    async def keep_note(
        self, watched: BrandContext, click: Click, text: str, taken: OnStored | None
    ) -> EphemeralReply:
        """The form of a note was sent; what can't be stored stays in it."""
        try:
            said = await self._keep(watched, click, text)
        except MutualsError as error:
            return EphemeralReply((("Your note could not be stored.",), (str(error),)), ok=False, unkept=text)
        if said.ok and taken is not None:
            await taken()
        return said

    async def _keep(self, watched: BrandContext, click: Click, text: str) -> EphemeralReply:
        async with self._ctx.store.transaction(watched.brand.id) as tx:
            person_id = await self._whom(tx, click)
            if person_id is None:
                return reply_lines(UNKNOWN, ok=False)
            await tx.drafts.put(click.alert_id, click.draft_key, None, self._ctx.clock.now())
        return await self._note(watched, person_id, click.actor, text, click.alert_id)

    async def _whom(self, tx: UnitOfWork, click: Click) -> str | None:
        alert = await tx.alerts.get(click.alert_id)
        return alert.person_id if alert else await person_view.person_of(tx, click.alert_id)

    async def _note(
        self, watched: BrandContext, person_id: str, actor: Actor, text: str, alert_id: str = ""
    ) -> EphemeralReply:
        if refused := person_notes.refusal(text):
            return EphemeralReply(((refused,),), ok=False, unkept=text)
        now = self._ctx.clock.now()
        async with self._ctx.store.transaction(watched.brand.id) as tx:
            await tx.notes.add(PersonNote(person_id, text.strip(), now, actor.name, actor.key))
            alert = await tx.alerts.get(alert_id) if alert_id else None
            if alert is not None:  # the words stay with the person, whose notes can be forgotten
                noted = handling.with_line(alert, WROTE_NOTE, now, actor.name, LogKind.NOTED)
                await lifecycle.update(tx, alert, noted)
        return person.noted(await self._view(watched, person_id))


def _chosen(view: PersonView, actor: Actor) -> FanDecision:
    """Why an alert about them was begun by hand, in the words that every fan's alert has."""
    why = f"{actor.name} chose them. They wrote to you {times(view.wrote)}."
    return FanDecision(loyal=True, why=(why,))


def _evidence(view: PersonView) -> list[str]:
    return [one.id for one in view.posts if not one.gone and one.reposts is None][-_EVIDENCE:]
