"""Keeps what was looked up about people, without losing what is known of those who went away."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from mutuals.context import Watched
from mutuals.model import Alert, AlertKind, AlertState, Person
from mutuals.ports import Transaction
from mutuals.tell import upkeep


async def remember(tx: Transaction, watched: Watched, people: Iterable[Person], now: datetime) -> bool:
    """Store people, and bring their alerts into line where how they stand to us has changed; gives whether any has.

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
    changed = {one.account.id: one for one in kept if _differs(one, known.get(one.account.id))}
    if not changed:
        return False
    for alert in await tx.alerts_of(sorted(changed)):
        await _into_line(tx, watched, alert, changed[alert.person_id], now)
    return True


def _differs(one: Person, before: Person | None) -> bool:
    """Would an alert about them read differently?"""
    return before is not None and (
        (one.relationship, one.gone, one.account.name, one.account.handle)
        != (before.relationship, before.gone, before.account.name, before.account.handle)
    )


async def _into_line(tx: Transaction, watched: Watched, alert: Alert, person: Person, now: datetime) -> None:
    """Redraw it; a fan whom somebody has followed on X itself is no longer waiting."""
    waits = alert.state is AlertState.OPEN and alert.kind is AlertKind.FAN and alert.is_fan
    if not (waits and person.relationship.we_follow):
        await upkeep.change(tx, alert)
        return
    text = f"Followed on X by @{watched.brand.account.handle}"
    followed = await upkeep.change(tx, alert, is_fan=False)
    await upkeep.after_cases(tx, watched, followed, "followed", text, now)
