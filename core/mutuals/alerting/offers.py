"""Texts that somebody has written for another to send, kept with their author until one goes out.

What is offered is kept apart from its writer's own draft, so that typing on, or clearing the field, takes nothing from
whoever sends it. Each text lies among the drafts, where every text that has not gone out lies, and nowhere else.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from mutuals.cards.markup import Intent
from mutuals.domain.model import Actor
from mutuals.ports.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Offer:
    """One text and its author."""

    by: str
    key: str  # Actor.key
    at: datetime
    text: str
    why: str = ""  # what asked for a second person ("Urgent cases")
    seen: str = (
        ""  # the codes of the findings that its reader is shown with it; see mutuals.domain.reply_lint
    )


def value_of(do: Intent, text: str) -> str:
    """What a button carries of the text that it is about: enough to tell it from a changed one."""
    return f"{do}.{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def intent_of(value: str) -> Intent:
    """What kind of text such a button is about."""
    return Intent(value.partition(".")[0])


async def of(tx: UnitOfWork, alert_id: str, do: Intent) -> list[Offer]:
    """What has been offered for this alert, the newest first."""
    found = []
    for one in await _memo(tx, alert_id, do):
        text = await tx.drafts.get(alert_id, _draft(do, one["key"]))
        if text:
            at = datetime.fromisoformat(one["at"])
            found.append(Offer(one["by"], one["key"], at, text, one.get("why", ""), one.get("seen", "")))
    return sorted(found, key=lambda one: one.at, reverse=True)


async def find(tx: UnitOfWork, alert_id: str, value: str) -> Offer | None:
    """The very text that a button is about; None once it was sent, sent back or changed."""
    do = intent_of(value)
    return next((one for one in await of(tx, alert_id, do) if value_of(do, one.text) == value), None)


async def put(tx: UnitOfWork, alert_id: str, do: Intent, offer: Offer) -> None:
    """Keep a text, in place of what the same person has offered before."""
    others = [one for one in await _memo(tx, alert_id, do) if one["key"] != offer.key]
    mine = {"by": offer.by, "key": offer.key, "at": offer.at.isoformat()}
    mine |= {name: kept for name in ("why", "seen") if (kept := getattr(offer, name))}
    await tx.key_values.put(_key(alert_id, do), [*others, mine])
    await tx.drafts.put(alert_id, _draft(do, offer.key), offer.text, offer.at)


async def take_back(tx: UnitOfWork, alert_id: str, do: Intent, key: str, now: datetime) -> None:
    """The text of this person (Actor.key) is offered no more; their own draft stays."""
    others = [one for one in await _memo(tx, alert_id, do) if one["key"] != key]
    await tx.key_values.put(_key(alert_id, do), others or None)
    await tx.drafts.put(alert_id, _draft(do, key), None, now)


async def clear(tx: UnitOfWork, alert_id: str, do: Intent, now: datetime) -> list[Offer]:
    """Forget all of them; gives what they were."""
    offers = await of(tx, alert_id, do)
    for one in offers:
        await tx.drafts.put(alert_id, _draft(do, one.key), None, now)
    if offers:
        await tx.key_values.put(_key(alert_id, do), None)
    return offers


async def by_others(tx: UnitOfWork, alert_id: str, do: Intent, sender: Actor) -> list[Offer]:
    """What somebody else than the sender has offered."""
    return [one for one in await of(tx, alert_id, do) if one.key != sender.key]


async def _memo(tx: UnitOfWork, alert_id: str, do: Intent) -> list[dict[str, Any]]:
    return await tx.key_values.get(_key(alert_id, do)) or []


def _key(alert_id: str, do: Intent) -> str:
    return f"offers/{alert_id}/{do}"


def _draft(do: Intent, key: str) -> str:
    return f"offer/{do}/{key}"
