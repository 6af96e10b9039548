"""Buttons that change the alert itself: claim, release, snooze, wake, dismiss, why; and follow, which acts."""

import asyncio
from dataclasses import replace
from datetime import datetime

import structlog

from mutuals.actions import (
    approving,
    drafting,
    feedback,
    people,
    permissions,
    preferences,
    reopening,
    resolving,
    responses,
    small_acts,
    undoing,
    withdrawal,
)
from mutuals.actions.executor import ActionExecutor
from mutuals.actions.open_alerts import open_alert
from mutuals.alerting import alert_view, clicked_redraw, lifecycle
from mutuals.cards import alert_details, hidden_words
from mutuals.cards.buttons import LISTED, REASONS, judge_again
from mutuals.cards.markup import EphemeralReply, Intent, Timestamp
from mutuals.context import BrandContext, Context
from mutuals.domain import answers, handling
from mutuals.domain.errors import MutualsError
from mutuals.domain.history import LogKind
from mutuals.domain.model import Alert, Turn
from mutuals.ports.interactions import Click, ClickedMessage
from mutuals.ports.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

AT_A_TIME = (
    16  # presses in work: enough to share a commit, and a form or a command comes between them in a burst
)
READS = frozenset({Intent.WHY, Intent.WORDS})  # what changes nothing
_IN_STEPS = frozenset({Intent.FOLLOW, Intent.APPROVE, Intent.VIEW, Intent.PERSON, *small_acts.KINDS})


def at_once(do: Intent) -> bool:
    """Does this button only change what is stored, all of it in one transaction?"""
    return do not in READS and do not in _IN_STEPS


class Clicks:
    """One method for each button. What calls the network, or shows a page, takes several steps (`handle`); everything
    else reads, decides and writes in one transaction (`press`)."""

    def __init__(self, ctx: Context, performer: ActionExecutor) -> None:
        self._ctx = ctx
        self._performer = performer
        self._people = people.People(ctx, performer)
        self._in_work = asyncio.Semaphore(AT_A_TIME)

    async def handle(self, watched: BrandContext, click: Click) -> EphemeralReply | None:
        """Do what the button says. Raises AlreadyHandled when somebody was first."""
        if click.do is Intent.FOLLOW:
            return await self._performer.follow(watched, click)
        if click.do is Intent.APPROVE:
            return await approving.approve(self._ctx, self._performer, watched, click)
        if click.do in small_acts.KINDS:
            return await small_acts.press(self._ctx, self._performer, watched, click)
        if click.do is Intent.VIEW:
            return None
        if click.do is Intent.PERSON:
            return await self._show_person(watched, click)
        now = self._ctx.clock.now()
        async with self._ctx.store.reading(watched.brand.id) as tx:
            alert = await tx.alerts.get(click.alert_id)
            assert alert is not None, "the interactions have looked"
            if click.do is Intent.WHY:
                return await self._why(tx, watched, alert, click, now)
            return EphemeralReply(card=hidden_words.shown(await alert_view.facts(tx, watched, alert, now)))

    async def press(
        self, watched: BrandContext, click: Click, clicked: ClickedMessage | None
    ) -> EphemeralReply | None:
        """Do what a button says that is done `at_once`, and acquire the pressed message to redraw it, in one transaction:
        a person waits for it, and so does everybody whose press comes next."""
        ctx, drawing = self._ctx, None
        try:
            async with self._in_work, ctx.store.transaction(watched.brand.id) as tx:
                await drafting.stop_drafting(
                    tx, click.actor.key
                )  # a form covers all buttons: theirs is closed
                alert = await open_alert(tx, click, ctx.clock.now())
                if isinstance(alert, EphemeralReply):
                    return alert
                said = await self._change(tx, watched, alert, click)
                if clicked is not None:
                    drawing = await clicked_redraw.acquire(ctx, tx, watched, click, clicked)
        except MutualsError as error:
            log.warning("interaction.failed", do=click.do, alert=click.alert_id, why=str(error))
            await drafting.close(ctx, watched.brand.id, click.actor.key)
            await clicked_redraw.redraw_all(ctx, watched, click, clicked)
            return responses.reply_lines(str(error), ok=False)
        try:
            if clicked is not None and drawing is not None:
                await clicked_redraw.draw(ctx, watched, drawing, clicked)
        finally:
            await ctx.deliver(watched.brand.id)
        return said

    async def _change(
        self, tx: UnitOfWork, watched: BrandContext, alert: Alert, click: Click
    ) -> EphemeralReply | None:
        """Raises AlreadyHandled when somebody was first."""
        now = self._ctx.clock.now()
        if click.do not in undoing.UNDOABLE:
            return await self._do(tx, watched, alert, click, now)
        before = await undoing.before(tx, alert, click)
        said = await self._do(tx, watched, alert, click, now)
        await undoing.offer(tx, alert, before, click, now)
        return said

    async def _do(
        self, tx: UnitOfWork, watched: BrandContext, alert: Alert, click: Click, now: datetime
    ) -> EphemeralReply | None:
        match click.do:
            case Intent.CLAIM:
                until = now + watched.policy.claim_for
                claimed = handling.claimed(alert, click.actor, until)
                if alert.claimed_key != click.actor.key:
                    claimed = handling.with_line(claimed, "Claimed", now, click.actor.name, LogKind.CLAIMED)
                await lifecycle.update(tx, alert, claimed)
                if click.value == LISTED:
                    return EphemeralReply((("Claimed: you have it until ", Timestamp(until), "."),))
            case Intent.RELEASE:
                await lifecycle.update(tx, alert, handling.released(alert, now, click.actor.name))
            case Intent.SNOOZE:
                return await self._snooze(tx, watched, alert, click, now)
            case Intent.WAKE:
                await lifecycle.update(tx, alert, handling.woken(alert, now, click.actor.name))
                await lifecycle.call_after_sleep(tx, alert, now)
                if click.value == LISTED:
                    return EphemeralReply((("It is awake and waits again.",),))
            case Intent.DISMISS:
                return await self._dismiss(tx, watched, alert, click, now)
            case Intent.FEEDBACK:
                return await feedback.on_alert(tx, watched, alert, click, now)
            case Intent.ANSWER:
                return await self._was_answer(tx, watched, alert, click, now)
            case Intent.REOPEN:
                return await reopening.reopen(tx, watched, alert, click, now)
            case Intent.WITHDRAW:
                return await withdrawal.withdraw(tx, watched, alert, click, now)
            case Intent.RESOLVE:
                return await resolving.resolve(tx, watched, alert, click, now)
            case Intent.UNDO:
                return await undoing.undo(tx, alert, click, now)
            case Intent.PREFER:
                return await self._prefer(tx, watched, alert, click, now)
            case _:
                return EphemeralReply(lines=(("This button needs its form. Press it again.",),), ok=False)
        return None

    async def _show_person(self, watched: BrandContext, click: Click) -> EphemeralReply:
        async with self._ctx.store.reading(watched.brand.id) as tx:
            alert = await tx.alerts.get(click.alert_id)
            assert alert is not None, "the interactions have looked"
        return await self._people.show(watched, alert.person_id, click.actor)

    async def _snooze(
        self, tx: UnitOfWork, watched: BrandContext, alert: Alert, click: Click, now: datetime
    ) -> EphemeralReply | None:
        until = handling.snooze_until(click.value, now, watched.policy.time_zone)
        if until is None:
            return EphemeralReply(lines=(("Choose one of the snooze times in the menu.",),), ok=False)
        await lifecycle.keep_asleep(tx, alert.case_ids, until)
        await lifecycle.update(tx, alert, handling.snoozed(alert, until, now, click.actor.name))
        return None

    async def _dismiss(
        self, tx: UnitOfWork, watched: BrandContext, alert: Alert, click: Click, now: datetime
    ) -> EphemeralReply | None:
        reason = REASONS.get(click.value)
        if reason is None:
            return EphemeralReply(lines=(("Choose one of the reasons in the menu.",),), ok=False)
        text = f"Dismissed ({reason})"
        await lifecycle.dismiss(tx, watched, alert, click.value, text, now, click.actor)
        return None

    async def _was_answer(
        self, tx: UnitOfWork, watched: BrandContext, alert: Alert, click: Click, now: datetime
    ) -> EphemeralReply | None:
        """Was what we took for the answer one? If not, the person waits on."""
        cases = await tx.cases.by_ids(alert.case_ids)
        doubted = [case for case in cases.values() if case.turn is Turn.DOUBTED]
        if not doubted or click.value not in {"yes", "no"}:
            return EphemeralReply(lines=(("Somebody was first: this is settled already.",),), ok=False)
        if click.value == "yes":
            await tx.cases.put([replace(case, turn=None) for case in doubted])
            await lifecycle.update(
                tx, alert, handling.with_line(alert, "Was the answer", now, click.actor.name)
            )
            return None
        await tx.cases.put([answers.not_answered(case) for case in doubted])
        await lifecycle.reopen(tx, alert, "Was not the answer", now, click.actor.name)
        return None

    async def _prefer(
        self, tx: UnitOfWork, watched: BrandContext, alert: Alert, click: Click, now: datetime
    ) -> EphemeralReply | None:
        noted = await preferences.note(tx, watched, alert.person_id, alert, click, now)
        return None if noted else preferences.CHOOSE

    async def _why(
        self, tx: UnitOfWork, watched: BrandContext, alert: Alert, click: Click, now: datetime
    ) -> EphemeralReply:
        found = await alert_view.facts(tx, watched, alert, now)
        sees = permissions.sees_what_the_team_keeps(click.actor)
        notes = await tx.notes.of(alert.person_id, alert_details.NOTES) if sees else []
        return EphemeralReply(card=alert_details.card(found, notes, judge_again(found)))
