"""A bundle follows its members: redrawn when one changes, over when the burst is and nobody waits."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from mutuals.alerting import escalations
from mutuals.domain.bundle import Bundle
from mutuals.domain.ids import bundle_subject
from mutuals.domain.model import Alert, AlertState
from mutuals.ports.unit_of_work import UnitOfWork

EDIT_PRIORITY = -1  # as for alerts: somebody may be looking at it


async def change(tx: UnitOfWork, bundle: Bundle, **fields: Any) -> Bundle:
    """Change what a bundle shows; every chat that has it is to be redrawn."""
    changed = replace(bundle, version=bundle.version + 1, **fields)
    if not await tx.bundles.put(changed, was=bundle.version):
        return bundle  # somebody was first; the sweep comes again with fresh eyes
    for one in await tx.deliveries.of(bundle_subject(bundle.id)):
        first = EDIT_PRIORITY if one.ref else one.priority
        await tx.deliveries.request(replace(one, wanted=changed.version, priority=first))
    return changed


async def follow(tx: UnitOfWork, alert: Alert) -> None:
    """A member has changed: draw its bundle anew, and close it when this was the last that waited."""
    bundle = await tx.bundles.get(alert.bundle_id or "")
    if bundle is None:
        return
    over = bundle.state is not AlertState.SETTLED and not bundle.growing
    if over and alert.state is AlertState.SETTLED and alert.closed_at and await all_over(tx, bundle):
        await resolve(tx, bundle, alert.closed_at)
        return
    await change(tx, bundle)


async def all_over(tx: UnitOfWork, bundle: Bundle) -> bool:
    """Does no member wait any more?"""
    members = await tx.alerts.by_ids(bundle.alert_ids)
    return all(one.state is AlertState.SETTLED for one in members.values())


async def resolve(tx: UnitOfWork, bundle: Bundle, now: datetime, **fields: Any) -> Bundle:
    """Close a bundle; its members stay what they are."""
    free: dict[str, Any] = dict.fromkeys(("claimed_by", "claimed_key", "claimed_until", "snoozed_until"))
    over = free | {"state": AlertState.SETTLED, "growing": False, "closed_at": now}
    changed = await change(tx, bundle, **(over | fields))
    await escalations.end_of_bundle(tx, bundle.id)
    return changed


async def take_out(tx: UnitOfWork, alert: Alert) -> None:
    """A member is told by a message of its own from now on."""
    bundle = await tx.bundles.get(alert.bundle_id or "")
    if bundle is not None:
        await change(tx, bundle, alert_ids=tuple(one for one in bundle.alert_ids if one != alert.id))
