"""A bundle follows its members: redrawn when one changes, over when the burst is and nobody waits."""

from dataclasses import replace
from datetime import datetime

from mutuals.alerting import escalations, redrawing
from mutuals.domain import handling
from mutuals.domain.bundle import Bundle
from mutuals.domain.ids import bundle_subject
from mutuals.domain.model import Alert, AlertState
from mutuals.ports.unit_of_work import UnitOfWork


async def redraw(tx: UnitOfWork, bundle: Bundle) -> Bundle:
    """Something that a bundle tells of has changed; every chat that has it is to be redrawn."""
    return await update(tx, bundle, bundle)


async def update(tx: UnitOfWork, bundle: Bundle, changed: Bundle) -> Bundle:
    """Store what a bundle has become; every chat that has it is to be redrawn. Gives what is stored."""
    changed = replace(changed, version=bundle.version + 1)
    if not await tx.bundles.put(changed, was=bundle.version):
        return bundle  # somebody was first; the sweep comes again with fresh eyes
    await redrawing.request(tx, bundle_subject(bundle.id), changed.version)
    return changed


async def follow(tx: UnitOfWork, alert: Alert) -> None:
    """A member has changed: draw its bundle anew, and close it when this was the last that waited."""
    bundle = await tx.bundles.get(alert.bundle_id or "")
    if bundle is None:
        return
    over = bundle.state is not AlertState.SETTLED and not bundle.growing
    if over and alert.state is AlertState.SETTLED and alert.closed_at and await all_over(tx, bundle):
        await resolve(tx, bundle, bundle, alert.closed_at)
        return
    await redraw(tx, bundle)


async def all_over(tx: UnitOfWork, bundle: Bundle) -> bool:
    """Does no member wait any more?"""
    members = await tx.alerts.by_ids(bundle.alert_ids)
    return all(one.state is AlertState.SETTLED for one in members.values())


async def resolve(tx: UnitOfWork, bundle: Bundle, changed: Bundle, now: datetime) -> Bundle:
    """Close a bundle that has become `changed`; its members stay what they are."""
    changed = await update(tx, bundle, replace(handling.settled(changed, now), growing=False))
    await escalations.end_of_bundle(tx, bundle.id)
    return changed


async def take_out(tx: UnitOfWork, alert: Alert) -> None:
    """A member is told by a message of its own from now on."""
    bundle = await tx.bundles.get(alert.bundle_id or "")
    if bundle is not None:
        others = tuple(member for member in bundle.alert_ids if member != alert.id)
        await update(tx, bundle, replace(bundle, alert_ids=others))
