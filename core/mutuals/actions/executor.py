"""Does an act on the network: claims it, calls, writes the outcome, and redraws the alert.

The row is the guard: INTENT before the call, CALLING during it, with an attempt number and a lease, so that a crash at
any line never doubles a reply and never loses one. Every call asks the kill switch in the moment before it goes out.
"""

import asyncio
import uuid
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from mutuals.actions import approvals, forms, outcomes, responses, withdrawal
from mutuals.actions.network_call import ATTEMPTS, call
from mutuals.actions.preconditions import (
    OutcomeUnknown,
    Repeated,
    Stopped,
    ensure_not_halted,
    is_superseded,
    why_superseded,
)
from mutuals.actions.reply_lookup import reply_on_network
from mutuals.actions.unsent_drafts import after_failure, offer_again
from mutuals.alerting import alert_view, lifecycle, restore_guard
from mutuals.alerting import kill_switch as kill_switch_state
from mutuals.alerting.redaction import redact
from mutuals.cards import contact_preferences, kill_switch
from mutuals.cards.buttons import ACT_BUTTONS
from mutuals.cards.markup import EphemeralReply
from mutuals.cards.notices import NOT_DONE
from mutuals.context import BrandContext, Context
from mutuals.domain import leases, reply_matching
from mutuals.domain.errors import MutualsError, RefusalReason, Refused, TryAgain
from mutuals.domain.kill_switch import HELD
from mutuals.domain.model import Action, ActKind, ActState, AlertState, Path, Post
from mutuals.domain.withdrawal import goes_at as goes_out_at
from mutuals.ports.interactions import Click, OnStored
from mutuals.ports.network import Precheck

log = structlog.get_logger(__name__)

ONLY_BY_LINK = {RefusalReason.PATH_CLOSED, RefusalReason.NOT_ADDRESSED}
# Between two looks whether an attempt went through; they get rarer.
DOUBT = timedelta(minutes=1), timedelta(minutes=15)


class ActionExecutor:
    """From a click to the network and back."""

    def __init__(self, ctx: Context, *, late: bool = False) -> None:
        """`late`: goes on with acts whose people have had their answer; what comes of it is told to them."""
        self._ctx = ctx
        self._late = late

    async def follow(self, watched: BrandContext, click: Click) -> EphemeralReply | None:
        """Follow was pressed: by API where the tier allows it, else by link, verified afterwards."""
        return await self.without_words(watched, click, ActKind.FOLLOW)

    async def without_words(
        self, watched: BrandContext, click: Click, kind: ActKind
    ) -> EphemeralReply | None:
        """Begin an act that has no form, by its path."""
        await ensure_not_halted(self._ctx)
        act = await self._begin(watched, click, kind, None)
        return (
            await responses.by_link(self._ctx, watched, act)
            if act.path is Path.LINK
            else await self.run(watched, act)
        )

    async def send(
        self, watched: BrandContext, click: Click, kind: ActKind, text: str, taken: OnStored | None = None
    ) -> EphemeralReply:
        """A reply's form was sent. The text is kept as a draft until it is seen to be out."""
        measured = watched.network.measure(text)
        if not text or not measured.fits:
            why = (
                "Write something first."
                if not text
                else f"Too long: {measured.used} of {measured.limit}. Shorten it a little."
            )
            return await offer_again(self._ctx, watched, click, text, why)
        async with self._ctx.store.transaction(watched.brand.id) as tx:
            await tx.drafts.put(click.alert_id, click.draft_key, text, self._ctx.clock.now())
        try:
            await ensure_not_halted(self._ctx)
        except Stopped as stopped:
            return await offer_again(self._ctx, watched, click, text, f"{stopped} Your text is kept.")
        try:
            act = await self._begin(watched, click, kind, text)
        except Repeated as repeated:
            return await self._went(watched, click, repeated, taken)
        # Only now: a process that dies from here on leaves an act that the next one carries out.
        if taken is not None and not await taken():
            return await self._withdraw(watched, click, act)
        if act.goes_at is not None:
            return withdrawal.waits(act)
        return (
            await responses.by_link(self._ctx, watched, act)
            if act.path is Path.LINK
            else await self.run(watched, act) or EphemeralReply()
        )

    async def _went(
        self, watched: BrandContext, click: Click, repeated: Repeated, taken: OnStored | None
    ) -> EphemeralReply:
        """These very words went, or are on their way: for this person all is well."""
        if repeated.done:
            async with self._ctx.store.transaction(watched.brand.id) as tx:
                await tx.drafts.put(click.alert_id, click.draft_key, None, self._ctx.clock.now())
        if taken is not None:
            await taken()
        return responses.reply_lines(str(repeated))

    async def _withdraw(self, watched: BrandContext, click: Click, act: Action) -> EphemeralReply:
        """The chat has told the person that the form failed: then nothing goes out, and the draft is kept."""
        why = "The chat did not take the form in time, so nothing was sent. Press the button again."
        if await self._fail(watched, act, why):
            return responses.reply_lines(why, ok=False)
        # The chat took so long that the act was carried out meanwhile, as after a death of this process.
        async with self._ctx.store.transaction(watched.brand.id) as tx:
            now_it_is = await tx.actions.get(act.id) or act
        return responses.reply_lines(str(responses.taken(now_it_is, click, watched, self._ctx.clock.now())))

    async def _begin(self, watched: BrandContext, click: Click, kind: ActKind, text: str | None) -> Action:
        """Claim the act in one transaction. Raises AlreadyHandled, or Refused when nothing can be done."""
        now = self._ctx.clock.now()
        async with self._ctx.store.transaction(watched.brand.id) as tx:
            alert = await tx.alerts.get(click.alert_id)
            assert alert is not None, "the interactions have looked"
            if alert.state is AlertState.SETTLED:
                raise Refused("Somebody has closed this alert in the meantime.", because=RefusalReason.STALE)
            if kind.writes and await restore_guard.unread(tx):
                raise TryAgain(restore_guard.unread_sentence(watched.network.title))
            acts = await tx.actions.of(alert.id)
            if repeated := reply_matching.repeated(acts, click.actor, kind, text, now):
                raise Repeated(repeated, responses.taken(repeated, click, watched, now))
            found = await alert_view.facts(tx, watched, alert, now)
            stop = contact_preferences.blocked(found, kind)
            if stop:
                raise Refused(stop)
            target = found.target(kind)
            if kind is not ActKind.FOLLOW and target is None:
                raise responses.without_post(kind, watched)
            path = found.paths[kind]
            if kind.is_small and path is Path.HAND:
                raise responses.without_post(kind, watched)
            by_link = outcomes.ByLink.of(kind, now, watched.policy.link_wait)
            goes_at = goes_out_at(path, text, now, watched.policy.reply_delay)
            offer = (
                await approvals.wrote(tx, alert.id, ACT_BUTTONS[kind], text, click.actor, watched.policy)
                if text
                else None
            )
            act = Action(
                id=uuid.uuid4().hex,
                brand_id=watched.brand.id,
                alert_id=alert.id,
                kind=kind,
                path=path,
                state=by_link.state if path is Path.LINK else ActState.INTENT,
                actor=click.actor,
                person_id=alert.person_id,
                post_id=target.id if target and kind is not ActKind.FOLLOW else None,
                case_id=found.lead.id if found.lead else None,
                text=text,
                created_at=now,
                next_at=by_link.next_at if path is Path.LINK else goes_at or leases.ACTION.until(now),
                goes_at=goes_at,
                expires_at=by_link.expires_at if path is Path.LINK else None,
                drafted_by=f"{offer.by} ({offer.key})" if offer else None,
                before=len(found.lead.not_answers) if found.lead else 0,
            )
            other = await tx.actions.begin(act)
            if other is not None:
                raise responses.taken(other, click, watched, now)
            await outcomes.begun(tx, watched, alert, act)
        await self._ctx.deliver(watched.brand.id)
        return act

    async def run(self, watched: BrandContext, act: Action) -> EphemeralReply | None:
        """Call the network for an act in INTENT, or one whose call was interrupted. Never raises for the network's sake."""
        if await kill_switch_state.stopped(self._ctx) or await is_superseded(self._ctx, watched, act):
            return await self._keep_back(watched, act)
        async with self._ctx.store.transaction(watched.brand.id) as tx:
            # Only now: the transaction may have had to wait for its turn.
            calling = leases.acquired(act, leases.ACTION.until(self._ctx.clock.now()))
            if not await tx.actions.put(calling, was=act.state, was_attempt=act.attempt):
                return None  # somebody else has acquired it
            post = (await tx.posts.by_ids([act.post_id])).get(act.post_id) if act.post_id else None
        again = act.state is ActState.CALLING
        try:
            external = await self._in_time(watched, calling, post, again=again)
        except MutualsError as error:
            log.info(
                "act.not_done", kind=act.kind, alert=act.alert_id, attempt=calling.attempt, why=str(error)
            )
            if isinstance(error, Stopped):
                return await self._hold(watched, replace(act, attempt=calling.attempt), calling)
            return await self._not_done(watched, calling, error, again=again)
        await self._done(watched, calling, external)
        return None

    async def _done(self, watched: BrandContext, act: Action, external: str | None) -> None:
        now = self._ctx.clock.now()
        done = replace(act, state=ActState.DONE, external_id=external, done_at=now, next_at=None, error=None)
        async with self._ctx.store.transaction(watched.brand.id) as tx:
            if await tx.actions.put(done, was=act.state, was_attempt=act.attempt):
                await outcomes.done(tx, watched, done, now)
                if act.post_id:  # the network took it, so the post is there
                    await tx.rechecks.mark([act.post_id], now)
        await self._ctx.deliver(watched.brand.id)
        log.info("act.done", kind=act.kind, alert=act.alert_id, path=act.path)

    async def _keep_back(self, watched: BrandContext, act: Action) -> EphemeralReply:
        """Send nothing. What may be out already is looked for by reading; else the act is held, or over."""
        if act.state is ActState.CALLING and act.kind.writes:
            try:
                found = await reply_on_network(self._ctx, watched, act)
            except MutualsError as error:
                if await kill_switch_state.stopped(self._ctx):
                    return await self._hold(watched, act, act)
                unknown = OutcomeUnknown.because(error, watched.network.title)
                return await self._in_doubt(watched, act, unknown)
            if found:
                await self._done(watched, act, found)
                return EphemeralReply()
        if await kill_switch_state.stopped(self._ctx):
            return await self._hold(watched, act, act)
        why = why_superseded(act, watched.network.title)
        await self._fail(watched, act, why)
        return responses.reply_lines(
            f"{NOT_DONE[act.kind]}: {why}{' Your text is kept.' if act.text else ''}", ok=False
        )

    async def _hold(self, watched: BrandContext, held: Action, was: Action) -> EphemeralReply:
        """Keep an act as it is until acts may go out again; `start` wakes it."""
        until = self._ctx.clock.now() + kill_switch_state.HELD_FOR
        await self._write(watched, replace(held, next_at=until, error=HELD), was)
        await self._ctx.deliver(watched.brand.id)
        return responses.reply_lines(
            "All acts have just been stopped, so this is held. It goes out when they may go on.", ok=False
        )

    async def _in_time(
        self, watched: BrandContext, act: Action, post: Post | None, *, again: bool
    ) -> str | None:
        """Call, and give up before the lease ends; the call may have gone through all the same."""
        try:
            async with asyncio.timeout(self._left(act)):
                return await call(self._ctx, watched, act, post, self._gate(act), again=again)
        except TimeoutError:
            raise TryAgain(
                f"{watched.network.title} did not answer in time.", retry_after=15.0, ambiguous=True
            ) from None

    def _left(self, act: Action) -> float:
        """Seconds in which nobody else may acquire the act."""
        assert act.next_at is not None, "the lease"
        return leases.ACTION.seconds_left(act.next_at, self._ctx.clock.now())

    def _gate(self, act: Action) -> Precheck:
        """Asked before each request: the kill switch, and whether the act is still ours. A machine that slept in
        the middle (its timers stand still meanwhile) must not send what another has sent by now."""

        async def gate() -> None:
            await ensure_not_halted(self._ctx)
            if self._left(act) <= 0:
                raise TryAgain("Mutuals stood still for a while.", retry_after=1.0)

        return gate

    async def _not_done(
        self, watched: BrandContext, act: Action, error: MutualsError, *, again: bool
    ) -> EphemeralReply | None:
        now = self._ctx.clock.now()
        if again and isinstance(error, Refused) and error.because is RefusalReason.DUPLICATE:
            error = OutcomeUnknown.hidden(watched.network.title)
        if isinstance(error, OutcomeUnknown):
            return await self._in_doubt(watched, act, error)
        unclear = act.kind.writes and isinstance(error, TryAgain) and error.ambiguous
        if isinstance(error, TryAgain) and (act.attempt < ATTEMPTS or unclear):
            # Once unclear it stays so, until a look has found it or not.
            state = ActState.CALLING if error.ambiguous or again else ActState.INTENT
            wait = timedelta(seconds=max(1.0, error.retry_after))
            await self._write(watched, replace(act, state=state, next_at=now + wait, error=str(error)), act)
            await self._ctx.deliver(watched.brand.id)
            return responses.reply_lines(
                f"{error} Mutuals goes on by itself in {forms.ago(wait)}; the alert shows when it is done, "
                "and you are told if it fails."
            )
        if isinstance(error, Refused) and error.because in ONLY_BY_LINK:
            return await self._by_link(watched, act, error, now)
        await self._fail(watched, act, str(error))
        if isinstance(error, Refused) and error.because is RefusalReason.GONE and act.post_id:
            await redact(self._ctx, watched, {act.post_id: "deleted"})
        return await after_failure(self._ctx, watched, act, error, late=self._late)

    async def _fail(self, watched: BrandContext, act: Action, why: str) -> bool:
        """The act is over without having been done, and the alert says why. False: somebody else has acquired it."""
        failed = replace(act, state=ActState.FAILED, next_at=None, error=why)
        async with self._ctx.store.transaction(watched.brand.id) as tx:
            is_ours = await tx.actions.put(failed, was=act.state, was_attempt=act.attempt)
            if is_ours:
                await outcomes.failed(tx, failed, self._ctx.clock.now(), why, late=self._late)
        await self._ctx.deliver(watched.brand.id)
        return is_ours

    async def _in_doubt(self, watched: BrandContext, act: Action, error: OutcomeUnknown) -> EphemeralReply:
        """Look again later, for as long as it takes: to call it failed would invite a second reply."""
        wait = min(DOUBT[1], DOUBT[0] * 2 ** min(act.attempt, 10) / 4)
        await self._write(watched, replace(act, next_at=self._ctx.clock.now() + wait, error=str(error)), act)
        await self._ctx.deliver(watched.brand.id)
        return responses.reply_lines(
            f"{error} Mutuals looks again in {forms.ago(wait)}, and sends nothing twice."
        )

    async def _by_link(
        self, watched: BrandContext, act: Action, error: Refused, now: datetime
    ) -> EphemeralReply | None:
        """The API will not do this: remember it if it is for good, and go by link at once."""
        by_link = outcomes.ByLink.of(act.kind, now, watched.policy.link_wait)
        waiting = replace(act, path=Path.LINK, state=by_link.state, next_at=by_link.next_at,
                          expires_at=by_link.expires_at, error=str(error))  # fmt: skip
        for_good = error.because is RefusalReason.PATH_CLOSED
        async with self._ctx.store.transaction(watched.brand.id) as tx:
            if not await outcomes.went_by_link(tx, watched, waiting, for_good=for_good, late=self._late):
                return None
        await self._ctx.deliver(watched.brand.id)
        stop = await kill_switch_state.stopped(self._ctx)
        return (
            responses.reply_lines(kill_switch.refusal(stop, now), ok=False)
            if stop
            else await responses.by_link(self._ctx, watched, waiting)
        )

    async def _write(self, watched: BrandContext, act: Action, was: Action) -> None:
        async with self._ctx.store.transaction(watched.brand.id) as tx:
            alert = await tx.alerts.get(act.alert_id)
            if await tx.actions.put(act, was=was.state, was_attempt=was.attempt) and alert is not None:
                await lifecycle.redraw(tx, alert)
