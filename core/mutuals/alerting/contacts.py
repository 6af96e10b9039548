"""What is kept about people: what was looked up, and how they want to be treated, with its date and source."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from math import inf
from typing import Any

from mutuals.alerting import lifecycle, own_accounts
from mutuals.context import BrandContext
from mutuals.domain import bonds
from mutuals.domain.contact_preferences import ContactPreference
from mutuals.domain.model import Alert, AlertKind, AlertState, Fan, Person, Post
from mutuals.ports.unit_of_work import UnitOfWork

FAMILY_CALLED = "family/called"  # memo: id -> the handle by which posts name an account of the family
KNOWN_AS = "lists/known_as"  # memo: id -> the handle by which the never-follow list names this account


async def _hold_by_id(tx: UnitOfWork, watched: BrandContext, people: Iterable[Person]) -> None:
    """Remember by their ids who is on the never-follow list: a name may change hands."""
    kept: dict[str, str] = await tx.key_values.get(KNOWN_AS) or {}
    names = watched.policy.never_follow.keys() - kept.values()
    found = {
        one.account.id: one.account.handle.lower() for one in people if one.account.handle.lower() in names
    }
    if found := {one: name for one, name in found.items() if one not in kept}:
        await tx.key_values.put(KNOWN_AS, kept | found)


async def remember(tx: UnitOfWork, watched: BrandContext, people: Iterable[Person], now: datetime) -> bool:
    """Store people, and bring their alerts into line where how they stand to us has changed; gives whether any has.

    An account out of reach comes without a name: then the one we know stays, marked as gone.
    """
    looked_up = list(people)
    known = await tx.people.by_ids([one.account.id for one in looked_up])
    kept = [
        replace(known[one.account.id], gone=one.gone, checked_at=one.checked_at)
        if not one.account.handle and one.account.id in known
        else one
        for one in looked_up
    ]
    if watched.policy.never_follow:
        await _hold_by_id(tx, watched, kept)
    await tx.people.put([one for one in kept if one.account.handle])
    await tx.bonds.add([each for one in kept for each in bonds.changes(known.get(one.account.id), one)])
    changed = {one.account.id: one for one in kept if _differs(one, known.get(one.account.id))}
    noted = await own_accounts.note(tx, watched, kept, changed, now)
    if not changed:
        return noted
    for alert in await tx.alerts.of(sorted(changed)):
        await _into_line(tx, watched, alert, changed[alert.person_id], now)
    return True


async def called(
    tx: UnitOfWork, watched: BrandContext, named: Mapping[str, tuple[datetime, str]], now: datetime
) -> None:
    """People whom newer posts than our look-up name by another handle: they are shown by that one, everywhere.
    So are the organisation's other accounts, whom the settings may still name by an old one."""
    sisters = {one: handle for one, (_, handle) in named.items() if one in watched.family}
    kept: dict[str, str] = await tx.key_values.get(FAMILY_CALLED) or {} if sisters else {}
    if sisters.items() - kept.items():
        await tx.key_values.put(FAMILY_CALLED, kept | sisters)
    await own_accounts.note_named(tx, watched, {one: handle for one, (_, handle) in named.items()}, now)
    for one in (await tx.people.by_ids(sorted(named))).values():
        at, handle = named[one.account.id]
        if one.gone or (one.checked_at and at <= one.checked_at) or handle == one.account.handle:
            continue
        await tx.people.put([replace(one, account=replace(one.account, handle=handle))])
        for alert in await tx.alerts.of([one.account.id]):
            await lifecycle.redraw(tx, alert)


def _differs(one: Person, before: Person | None) -> bool:
    """Would an alert about them read differently?"""
    return before is not None and (
        (one.relationship, one.gone, one.account.name, one.account.handle)
        != (before.relationship, before.gone, before.account.name, before.account.handle)
    )


async def _into_line(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, person: Person, now: datetime
) -> None:
    """Redraw it; a fan whom somebody has followed on the network itself is no longer waiting."""
    waits = alert.state is AlertState.OPEN and alert.kind is AlertKind.FAN and alert.is_fan
    if not (waits and person.relationship.we_follow):
        await lifecycle.redraw(tx, alert)
        return
    text = f"Followed on {watched.network.title} by @{watched.brand.account.handle}"
    followed = await lifecycle.update(tx, alert, replace(alert, is_fan=False))
    await lifecycle.after_cases(tx, watched, followed, "followed", text, now)


def _preference_key(person_id: str) -> str:
    return f"wish/{person_id}"


async def contact_preference(tx: UnitOfWork, person_id: str) -> ContactPreference | None:
    """The wish that holds for a person, with its date and source."""
    kept: Any = await tx.key_values.get(_preference_key(person_id))
    if not isinstance(kept, dict) or not kept.get("value"):
        return None
    return ContactPreference(kept["value"], datetime.fromisoformat(kept["at"]), kept["by"])


async def put_contact_preference(
    tx: UnitOfWork,
    watched: BrandContext,
    person_id: str,
    preference: ContactPreference | None,
    *,
    source: Post | None = None,
) -> None:
    """Keep a wish with its date and source (their post, or somebody of the team), or forget it (None)."""
    value = preference.value if preference else None
    doc = (
        {"value": value, "at": preference.at.isoformat(), "by": preference.by, "post": source and source.id}
        if preference
        else {}
    )
    await tx.key_values.put(_preference_key(person_id), doc)
    fan = (await tx.fans.by_ids([person_id])).get(person_id)
    if fan is None and preference is not None:
        # Nothing that counts as an interaction yet: a score of zero, whose logarithm is minus infinity.
        fan = Fan(watched.brand.id, person_id, -inf, 0, preference.at, preference.at)
    if fan is not None:
        await tx.fans.put([replace(fan, preference=value)])


async def preference_doc(tx: UnitOfWork, person_id: str) -> Any:
    """The wish as it is stored, for whoever may have to put it back."""
    return await tx.key_values.get(_preference_key(person_id))


async def put_preference_doc(tx: UnitOfWork, person_id: str, doc: Any) -> None:
    """Put a wish back as it was stored before (None: there was none)."""
    await tx.key_values.put(_preference_key(person_id), doc)
    value = doc.get("value") if isinstance(doc, dict) else None
    fans = await tx.fans.by_ids([person_id])
    await tx.fans.put([replace(fan, preference=value) for fan in fans.values()])
