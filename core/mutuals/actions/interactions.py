"""The interactions: what the chats call when a person of the team does something. Deny by default."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial

import structlog

from mutuals.actions import (
    approvals,
    bundles,
    command_answers,
    commands,
    drafting,
    feedback,
    fields_forms,
    follow_and_ask,
    forms,
    own_accounts,
    people,
    permissions,
    reply_check,
    responses,
    saved_replies,
    second_person,
)
from mutuals.actions.alert_buttons import Clicks, at_once
from mutuals.actions.executor import ActionExecutor
from mutuals.actions.open_alerts import UNKNOWN, open_alert
from mutuals.actions.pages import Pages
from mutuals.actions.role_changes import RolesSeen
from mutuals.actions.signatures import is_signature, signed_last
from mutuals.alerting import clicked_redraw, digest, kill_switch
from mutuals.cards import hidden_words
from mutuals.cards.buttons import ACT_KINDS
from mutuals.cards.fields import FieldsForm
from mutuals.cards.markup import Card, EphemeralReply, Form, Intent
from mutuals.context import BrandContext, Context
from mutuals.domain import ids, person_notes
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import ActKind, Actor
from mutuals.ports.interactions import Click, ClickedMessage, OnStored

log = structlog.get_logger(__name__)

CHANGED = "These words were sent already, or have been changed since. Press Reply under the alert to see what is there."


class InteractionService:
    """Implements `mutuals.ports.interactions.Interactions` over the store and the network."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._performer = ActionExecutor(ctx)
        self._clicks = Clicks(ctx, self._performer)
        self._people = people.People(ctx, self._performer)
        self._roles = RolesSeen(ctx)
        self._pages = Pages(ctx, self._roles)

    async def press(self, click: Click, clicked: ClickedMessage | None = None) -> EphemeralReply | None:
        """See Interactions.press."""
        said = await self._press(click, clicked)
        if said is None or said.card is None or click.do is Intent.WORDS:
            return said
        watched = await self._ctx.brands.find(ids.brand_of(click.alert_id))
        return hidden_words.answer(said, hidden_words.of_policy(watched.policy)) if watched else said

    async def _press(self, click: Click, clicked: ClickedMessage | None) -> EphemeralReply | None:
        if click.do is Intent.STOP:
            return await self._pages.stop(click)
        if ids.kind_of(click.alert_id) is ids.TargetKind.ALERT and at_once(click.do):
            watched = await self._find(click)
            if isinstance(watched, EphemeralReply):
                return watched
            return await self._clicks.press(watched, click, clicked)
        await self._no_longer_writes(click)  # a form covers all buttons: theirs must have been closed
        if click.do is Intent.LIST or ids.kind_of(click.alert_id) is ids.TargetKind.PERSON:
            return await self._without_alert(click)
        if ids.kind_of(click.alert_id) is not ids.TargetKind.ALERT:
            return await self._on_other(click, clicked)
        return await self._guarded(click, lambda watched: self._clicks.handle(watched, click), clicked)

    async def open_form(
        self, click: Click, template: str | None = None, typed: str = ""
    ) -> Form | EphemeralReply:
        """See Interactions.open_form."""
        watched = await self._find(click)
        if isinstance(watched, EphemeralReply):
            return watched
        if click.do is Intent.NOTE:
            return await self._people.note_form(watched, click)
        # Urgent: a chat opens a form within three seconds of the press, or never.
        async with self._ctx.store.transaction(watched.brand.id, urgent=True) as tx:
            found = await open_alert(tx, click, self._ctx.clock.now())
            if isinstance(found, EphemeralReply):
                return found
            form = await forms.build(tx, watched, found, click, template, self._ctx.clock.now(), typed)
            if isinstance(form, Form):
                await drafting.start_drafting(tx, watched, found, click, self._ctx.clock.now())
        await self._ctx.deliver(watched.brand.id)
        return (
            hidden_words.form(form, hidden_words.of_policy(watched.policy))
            if isinstance(form, Form)
            else form
        )

    def measure(self, alert_id: str, text: str, do: Intent = Intent.REPLY) -> tuple[int, int]:
        """See Interactions.measure."""
        if do is Intent.NOTE:
            return len(text), person_notes.LONGEST
        measured = self._ctx.measure(ids.brand_of(alert_id), text)
        return measured.used, measured.limit

    async def keep_draft(self, click: Click, text: str) -> None:
        """See Interactions.keep_draft."""
        watched = await self._find(click)
        if isinstance(watched, EphemeralReply):
            return
        now = self._ctx.clock.now()
        words = None if is_signature(text, click.actor) else text
        async with self._ctx.store.transaction(watched.brand.id) as tx:
            await tx.drafts.put(click.alert_id, click.draft_key, words or None, now)
            alert = await tx.alerts.get(click.alert_id)
            if alert is not None:
                await drafting.renew(tx, watched, alert, click, now)
        await self._ctx.deliver(watched.brand.id)

    async def close_form(self, click: Click) -> None:
        """See Interactions.close_form."""
        await self._no_longer_writes(click)

    async def submit(self, click: Click, text: str, taken: OnStored | None = None) -> EphemeralReply:
        """See Interactions.submit."""
        if click.do is Intent.NOTE:
            found = await self._find(click)
            return (
                found
                if isinstance(found, EphemeralReply)
                else await self._people.keep_note(found, click, text, taken)
            )
        kind = ACT_KINDS.get(click.do)
        if kind is None:
            return responses.reply_lines("That button sends nothing.", ok=False)
        words = signed_last(text.strip(), click.actor)
        try:
            return await self._send(click, kind, words, taken) or EphemeralReply()
        except MutualsError as error:
            log.warning("interaction.failed", do=click.do, alert=click.alert_id, why=str(error))
            unsure = (
                "nobody can say whether it goes out. Send the same words again in a moment: they go out once."
            )
            sends = await self._sends(click)
            why = f"Your text could not be stored, so {unsure if sends else 'it is not kept.'}"
            return EphemeralReply(((why,), (str(error),)), ok=False, unkept=words)

    async def _send(
        self, click: Click, kind: ActKind, words: str, taken: OnStored | None
    ) -> EphemeralReply | None:
        if await self._sends(click):
            answer = await self._guarded(
                click, lambda watched: self._checked(watched, click, kind, words, taken)
            )
        else:
            answer = await self._guarded(
                click, lambda watched: approvals.take(self._ctx, watched, click, words, taken)
            )
        if answer is None or answer.ok or not words:
            return answer
        if await self._is_closed(click):
            return replace(answer, unkept=words)  # nobody opens its form again, so a kept draft is never seen
        await self.keep_draft(click, words)  # whatever the reason: who typed it finds it again
        return answer

    async def _checked(
        self, watched: BrandContext, click: Click, kind: ActKind, words: str, taken: OnStored | None
    ) -> EphemeralReply:
        for look in (partial(second_person.ask, taken=taken), reply_check.before_sending):
            if warned := await look(self._ctx, watched, click, words):
                return warned
        if click.do is Intent.FOLLOW_AND_ASK:
            return await follow_and_ask.send(self._performer, watched, click, words, taken)
        return await self._performer.send(watched, click, kind, words, taken)

    async def send_kept(self, click: Click) -> EphemeralReply:
        """See Interactions.send_kept."""
        watched = await self._find(click)
        if isinstance(watched, EphemeralReply):
            return watched
        async with self._ctx.store.reading(watched.brand.id) as tx:
            text = await tx.drafts.get(click.alert_id, click.draft_key) or ""
        if not text or not reply_check.is_for(click.value, text):
            return responses.reply_lines(CHANGED, ok=False)
        return await self.submit(click, text)

    async def _is_closed(self, click: Click) -> bool:
        watched = await self._find(click)
        if isinstance(watched, EphemeralReply):
            return False
        async with self._ctx.store.reading(watched.brand.id) as tx:
            return isinstance(await open_alert(tx, click, self._ctx.clock.now()), EphemeralReply)

    async def _sends(self, click: Click) -> bool:
        """Does this person's text go out by their own hand, as their role and the brand's policy say?"""
        watched = await self._find(click)
        return isinstance(watched, EphemeralReply) or permissions.may_send(click.actor, watched.policy)

    async def open_fields(self, click: Click) -> FieldsForm | EphemeralReply:
        """See Interactions.open_fields."""
        watched = await self._find(click)
        if isinstance(watched, EphemeralReply):
            return watched
        return await fields_forms.open_form(self._ctx, watched, click)

    async def submit_fields(
        self, click: Click, typed: Mapping[str, str], people: Mapping[str, Actor] | None = None
    ) -> FieldsForm | EphemeralReply:
        """See Interactions.submit_fields."""
        watched = await self._find(click)
        if isinstance(watched, EphemeralReply):
            return watched
        return await fields_forms.submit(self._ctx, watched, click, typed, people or {})

    async def command(self, actor: Actor, name: str, words: str = "", channel: str = "") -> EphemeralReply:
        """See Interactions.command."""
        known = name in permissions.COMMANDS
        refused = permissions.of_command(actor, name if known else "help", words)
        if refused is not None:
            return refused
        if name in commands.FOR_ALL:
            if (elsewhere := await self._pages.told_elsewhere(actor)) is not None:
                return elsewhere
            await self._roles.note(actor, kill_switch.OF_ALL)
            return await commands.switch(self._ctx, actor, name, words)
        brands = await self._pages.brands(actor, channel)
        if not brands:
            return responses.reply_lines(await self._pages.no_brand(), ok=False)
        for one in brands:
            await self._roles.note(actor, one.brand.id)
        said = await command_answers.answer(self._ctx, self._people, brands, actor, name, words)
        return hidden_words.answer(said, hidden_words.of_policies(one.policy for one in brands))

    async def suggest(self, actor: Actor, typed: str, channel: str = "") -> list[str]:
        """See Interactions.suggest."""
        return await self._pages.suggest(actor, typed, channel)

    async def home(self, actor: Actor) -> tuple[Card, ...]:
        """See Interactions.home."""
        return await self._pages.home(actor)

    async def find_alert(
        self, actor: Actor, text: str, alert_id: str | None = None, channel: str = ""
    ) -> str | EphemeralReply:
        """See Interactions.find_alert."""
        return await self._pages.find_alert(actor, text, alert_id, channel)

    async def _guarded(
        self,
        click: Click,
        work: Callable[[BrandContext], Awaitable[EphemeralReply | None]],
        clicked: ClickedMessage | None = None,
    ) -> EphemeralReply | None:
        watched = await self._find(click)
        if isinstance(watched, EphemeralReply):
            return watched
        async with self._ctx.store.reading(watched.brand.id) as tx:
            found = await open_alert(tx, click, self._ctx.clock.now())
        if isinstance(found, EphemeralReply):
            return found
        try:
            return await work(watched)
        except MutualsError as error:
            log.warning("interaction.failed", do=click.do, alert=click.alert_id, why=str(error))
            return responses.reply_lines(str(error), ok=False)
        finally:
            await self._redraw(watched, click, clicked)

    async def _redraw(self, watched: BrandContext, click: Click, clicked: ClickedMessage | None) -> None:
        await clicked_redraw.redraw_all(self._ctx, watched, click, clicked)

    async def _without_alert(self, click: Click) -> EphemeralReply | None:
        """The next page of a list, or something about a person."""
        watched = await self._find(click)
        if isinstance(watched, EphemeralReply):
            return watched
        try:
            if click.do is not Intent.LIST:
                return await self._people.press(watched, click)
            page = await commands.next_page(self._ctx, watched, click)
            return page or responses.reply_lines(UNKNOWN, ok=False)
        except MutualsError as error:
            log.warning("interaction.failed", do=click.do, alert=click.alert_id, why=str(error))
            return responses.reply_lines(str(error), ok=False)
        finally:
            await self._ctx.deliver(watched.brand.id)

    async def _on_other(self, click: Click, clicked: ClickedMessage | None) -> EphemeralReply | None:
        """A bundle, a digest, a post that the digest offers for a verdict, or an account that may be the team's own."""
        watched = await self._find(click)
        if isinstance(watched, EphemeralReply):
            return watched
        try:
            async with self._ctx.store.transaction(watched.brand.id) as tx:
                post_id = await digest.offered_post(tx, click.alert_id)
                if post_id is not None:
                    return await feedback.on_post(tx, watched, post_id, click, self._ctx.clock.now())
                if (day := ids.digest_day(click.alert_id)) is not None:
                    return await feedback.show_samples(tx, watched, day, click)
                if click.do is Intent.REMOVE_REPLY:
                    return await saved_replies.remove(tx, click, self._ctx.clock.now())
                if ids.kind_of(click.alert_id) is ids.TargetKind.OWN_ACCOUNT:
                    return await own_accounts.on_question(tx, watched, click, self._ctx.clock.now())
                bundle = await tx.bundles.get(click.alert_id)
                if bundle is None:
                    return responses.reply_lines(UNKNOWN, ok=False)
                return await bundles.handle(tx, watched, bundle, click, self._ctx.clock.now())
        except MutualsError as error:
            return responses.reply_lines(str(error), ok=False)
        finally:
            await self._redraw(watched, click, clicked)

    async def _find(self, click: Click) -> BrandContext | EphemeralReply:
        refused = permissions.of_button(click.actor, click.do)
        if refused and not click.actor.role:
            return refused  # a stranger costs no look into the database
        watched = await self._ctx.brands.find(ids.brand_of(click.alert_id))
        if watched is not None and not watched.is_open_to(click.actor):
            log.warning("interaction.of_another_workspace", actor=click.actor.own_key, brand=watched.brand.id)
            return responses.reply_lines(UNKNOWN, ok=False)  # as if there were none: they may not know of it
        if watched is not None:
            await self._roles.note(click.actor, watched.brand.id)
        return refused or watched or responses.reply_lines(UNKNOWN, ok=False)

    async def _no_longer_writes(self, click: Click) -> None:
        watched = await self._find(click)
        if isinstance(watched, EphemeralReply):
            return
        await drafting.close(self._ctx, watched.brand.id, click.actor.key)
