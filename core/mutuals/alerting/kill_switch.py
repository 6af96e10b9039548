"""The kill switch: one value in the database, read before every act, and said once in every channel.

It belongs to no brand, so it holds for all of them, on every node, and after a restart.
"""

from dataclasses import replace
from datetime import timedelta

import structlog

from mutuals.alerting import incidents, lifecycle
from mutuals.cards import kill_switch as kill_switch_cards
from mutuals.context import BrandContext, Context
from mutuals.domain import kill_switch
from mutuals.domain.errors import MutualsError
from mutuals.domain.kill_switch import HELD, Stop
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Action, Actor, ActState, AlertKind
from mutuals.ports.unit_of_work import UnitOfWork

KEY = "stopped"
OF_ALL = ""  # the transaction of what belongs to no brand
HELD_FOR = timedelta(minutes=10)  # between two looks at a held act; `start` wakes it at once
UNDER_WAY = timedelta(days=1)  # an act that is not over after a day has long failed

log = structlog.get_logger(__name__)


async def stopped(ctx: Context) -> Stop | None:
    """Who stopped all acts; None when acts may go out. Raises our errors when the database does not answer."""
    found = await last(ctx)
    return found if found is not None and found.ended_at is None else None


async def last(ctx: Context) -> Stop | None:
    """The newest stop, over or not."""
    return kill_switch.from_doc(await ctx.store.get(KEY), ctx.clock.now())


async def stop(ctx: Context, actor: Actor, why: str) -> Stop | None:
    """Stop all acts. None, or the stop that stands already."""
    async with ctx.store.transaction(OF_ALL) as tx:
        standing = await _standing(ctx, tx)
        if standing is not None:
            return standing
        made = kill_switch.stopped(actor.name, ctx.clock.now(), why)
        await tx.key_values.put(KEY, kill_switch.to_doc(made))
        await tx.ledger.record(Decision(EntryKind.STOPPED, actor, "stop", made.why))
    log.warning("acts.stopped", by=actor.key)
    await _everywhere(ctx)
    return None


async def start(ctx: Context, actor: Actor) -> list[Action] | None:
    """Let acts go out again; gives those that were held and go on now, or None when nothing was stopped."""
    standing = await stopped(ctx)
    if standing is None:
        return None
    acts = [one for brand in await ctx.store.brands() for one in await _held(ctx, brand.id, standing)]
    async with ctx.store.transaction(OF_ALL) as tx:
        standing = await _standing(ctx, tx)
        if standing is None:  # somebody was first, this moment
            return None
        await tx.key_values.put(KEY, kill_switch.to_doc(standing.ended(actor.name, ctx.clock.now())))
        await tx.ledger.record(Decision(EntryKind.STARTED, actor, "start"))
    log.warning("acts.started", by=actor.key)
    await _everywhere(ctx)
    return acts


async def networks(ctx: Context) -> str:
    """Where nothing goes out to while all acts are stopped, e.g. "X and Bluesky": the networks of all brands."""
    names = dict.fromkeys(brand.network for brand in await ctx.store.brands()) or ctx.networks
    return " and ".join(ctx.networks.get(name, name) for name in names)


async def _standing(ctx: Context, tx: UnitOfWork) -> Stop | None:
    found = kill_switch.from_doc(await tx.key_values.get(KEY), ctx.clock.now())
    return found if found is not None and found.ended_at is None else None


async def _held(ctx: Context, brand_id: str, found: Stop) -> list[Action]:
    async with ctx.store.transaction(brand_id) as tx:
        return [one for one in await tx.actions.since(found.at - UNDER_WAY) if _is_held(one)]


def _is_held(act: Action) -> bool:
    return act.error == HELD and act.state in {ActState.INTENT, ActState.CALLING}


async def _everywhere(ctx: Context) -> None:
    """Say it at once for every brand; one that can't be used now, whatever is wrong with it, keeps no other waiting."""
    for brand in await ctx.store.brands():
        try:
            watched = await ctx.brands.find(brand.id)
            if watched is not None and not await announce(ctx, watched):
                # A stop that nobody had said yet may have held something all the same.
                await _redraw(ctx, watched)
        except MutualsError as error:
            log.warning("acts.not_told", brand=brand.id, why=str(error))


async def announce(ctx: Context, watched: BrandContext) -> bool:
    """Bring what a brand's channels say into line with the switch; gives whether there was something to say.

    Also done at each look at the network, so that a node that did not hear the command, or died in the middle of it,
    says it as well.
    """
    found = await last(ctx)
    if found is None:
        return False
    async with ctx.store.reading(watched.brand.id) as tx:
        said = incidents.STOPPED in await incidents.open_incidents(tx)
    if said == (found.ended_at is None):
        return False
    if said:
        await incidents.report_closed(ctx, watched, incidents.STOPPED, kill_switch_cards.over(found))
    else:
        await incidents.report_open(
            ctx,
            watched,
            incidents.STOPPED,
            kill_switch_cards.HEADLINE,
            kill_switch_cards.begun(found, watched.network.title),
        )
    await _redraw(ctx, watched)
    return True


async def _redraw(ctx: Context, watched: BrandContext) -> None:
    """Show acts under way as held, or wake them; and take the links to X out of alerts, or put them back."""
    found = await last(ctx)
    if found is None:
        return
    async with ctx.store.transaction(watched.brand.id) as tx:
        changed = set(await _hold(ctx, tx, found) if found.ended_at is None else await _wake(ctx, tx, found))
        alerts = {one.id: one for one, _ in await tx.alerts.open(AlertKind.FAN)} | await tx.alerts.by_ids(
            sorted(changed)
        )
        for one in alerts.values():
            await lifecycle.redraw(tx, one)
    await ctx.deliver(watched.brand.id)


async def _hold(ctx: Context, tx: UnitOfWork, found: Stop) -> list[str]:
    """Mark acts whose next try is still to come."""
    alerts = []
    until = ctx.clock.now() + HELD_FOR
    for act in await tx.actions.since(found.at - UNDER_WAY):
        held = replace(act, error=HELD, next_at=until)
        if act.state is ActState.INTENT and await tx.actions.put(
            held, was=act.state, was_attempt=act.attempt
        ):
            alerts.append(act.alert_id)
    return alerts


async def _wake(ctx: Context, tx: UnitOfWork, found: Stop) -> list[str]:
    alerts = []
    for act in await tx.actions.since(found.at - UNDER_WAY):
        if not _is_held(act):
            continue
        awake = replace(act, next_at=ctx.clock.now())
        if await tx.actions.put(awake, was=act.state, was_attempt=act.attempt):
            alerts.append(act.alert_id)
    return alerts
