"""Keeps what was looked up about people, without losing what is known of those who went away."""

from collections.abc import Iterable
from dataclasses import replace

from mutuals.model import Person
from mutuals.ports import Transaction


async def remember(tx: Transaction, people: Iterable[Person]) -> None:
    """Store people. An account out of reach comes without a name: then the one we know stays, marked as gone."""
    looked_up = list(people)
    nameless = [one.account.id for one in looked_up if not one.account.handle]
    known = await tx.people(nameless)
    kept = [
        replace(known[one.account.id], gone=one.gone, checked_at=one.checked_at)
        if not one.account.handle and one.account.id in known
        else one
        for one in looked_up
    ]
    await tx.put_people([one for one in kept if one.account.handle])
