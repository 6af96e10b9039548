"""Who is at work on an alert: shown as writing while their form is open, and a claim goes on while they write."""

from dataclasses import replace
from datetime import datetime

from mutuals.alerting import bundle_lifecycle, lifecycle
from mutuals.context import BrandContext, Context
from mutuals.domain import handling
from mutuals.domain.model import Alert, AlertState
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

RENEWED_AFTER = 3  # of so many parts of its time a claim has used up one: not redrawn with every letter


async def start_drafting(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, click: Click, now: datetime
) -> None:
    """Whoever opens the form is shown as writing; somebody else who writes already keeps that place."""
    await stop_drafting(tx, click.actor.key, but=alert.id)  # nobody has two forms in front of them
    await tx.key_values.put(_key(click.actor.key), alert.id)
    await renew(tx, watched, alert, click, now)
    alert = await tx.alerts.get(alert.id) or alert
    taken = alert.writing_key and alert.writing_key != click.actor.key
    if taken and alert.writing_until and now < alert.writing_until:
        return
    until = now + watched.policy.claim_for
    if alert.writing_key == click.actor.key:
        await tx.alerts.put(replace(alert, writing_until=until), was=alert.version)
        return
    writing = replace(alert, writing_by=click.actor.name, writing_key=click.actor.key, writing_until=until)
    await lifecycle.update(tx, alert, writing)


async def is_drafting(tx: UnitOfWork, actor_key: str) -> bool:
    """Have they a form open, as far as is known?"""
    return bool(await tx.key_values.get(_key(actor_key)))


async def stop_drafting(tx: UnitOfWork, actor_key: str, *, but: str = "") -> None:
    """They no longer write: the form was closed, or they are seen to do something else (but for alert `but`)."""
    where = await tx.key_values.get(_key(actor_key))
    if not where or where == but:
        return
    await tx.key_values.put(_key(actor_key), None)
    alert = await tx.alerts.get(where)
    if alert is not None and alert.writing_key == actor_key:
        await lifecycle.update(tx, alert, handling.nobody_writing(alert))


async def close(ctx: Context, brand_id: str, actor_key: str) -> None:
    """Their form is closed: they no longer write, and the chats are told so."""
    async with ctx.store.reading(brand_id) as tx:
        if not await is_drafting(tx, actor_key):
            return
    async with ctx.store.transaction(brand_id) as tx:
        await stop_drafting(tx, actor_key)
    await ctx.deliver(brand_id)


async def renew(tx: UnitOfWork, watched: BrandContext, alert: Alert, click: Click, now: datetime) -> None:
    """A claim holds as long as its owner writes, and so does the word that they do."""
    mine, span = click.actor.key, watched.policy.claim_for
    until, soon = now + span, now + span - span / RENEWED_AFTER
    if alert.state is AlertState.SETTLED:
        return
    renewed = alert
    if alert.claimed_key == mine and alert.claimed_until and alert.claimed_until < soon:
        renewed = replace(renewed, claimed_until=until)
    if alert.writing_key == mine and alert.writing_until and alert.writing_until < soon:
        renewed = replace(renewed, writing_until=until)
    if renewed is not alert:
        await lifecycle.update(tx, alert, renewed)
    bundle = await tx.bundles.get(alert.bundle_id) if alert.bundle_id else None
    if bundle and bundle.claimed_key == mine and bundle.claimed_until and bundle.claimed_until < soon:
        await bundle_lifecycle.update(tx, bundle, replace(bundle, claimed_until=until))


def _key(actor_key: str) -> str:
    return f"writing/{actor_key}"
