"""Keeps what was looked up about people, without losing what is known of those who went away."""

from collections.abc import Iterable
from dataclasses import replace

from mutuals.model import AlertState, Person
from mutuals.ports import Transaction
from mutuals.tell import upkeep

REDRAWN = 100  # settled alerts, the newest: older ones nobody reads any more


async def remember(tx: Transaction, people: Iterable[Person]) -> None:
    """Store people, and redraw what says how they stand to us where that has changed.

    An account out of reach comes without a name: then the one we know stays, marked as gone.
    """
    looked_up = list(people)
    known = await tx.people([one.account.id for one in looked_up])
    kept = [
        replace(known[one.account.id], gone=one.gone, checked_at=one.checked_at)
        if not one.account.handle and one.account.id in known
        else one
        for one in looked_up
    ]
    await tx.put_people([one for one in kept if one.account.handle])
    await _redraw(tx, {one.account.id for one in kept if _differs(one, known.get(one.account.id))})


def _differs(one: Person, before: Person | None) -> bool:
    """Would an alert about them read differently?"""
    return before is not None and (
        (one.relationship, one.gone, one.account.name, one.account.handle)
        != (before.relationship, before.gone, before.account.name, before.account.handle)
    )


async def _redraw(tx: Transaction, changed: set[str]) -> None:
    if not changed:
        return
    settled = await tx.alerts(state=AlertState.SETTLED, limit=REDRAWN)
    alerts = [*(await tx.open_alerts_of(sorted(changed))).values(), *settled]
    for alert in alerts:
        if alert.person_id in changed:
            await upkeep.change(tx, alert)
