"""All that is kept about one person, as JSON values: for whoever asks what is known of them."""

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from mutuals.alerting.contacts import contact_preference
from mutuals.domain.errors import Refused
from mutuals.domain.ids import alert_subject
from mutuals.domain.model import Brand
from mutuals.ports.store import Store
from mutuals.ports.unit_of_work import UnitOfWork

MOST = 100_000  # posts and notes of one person: far more than anybody writes to a brand while posts are kept


async def find(tx: UnitOfWork, person: str) -> str | None:
    """The id of somebody of this handle or id, who may be known by no more than a post; None: nothing is kept of them.

    Raises Refused when several people have had this handle.
    """
    called = await tx.people.called(person.removeprefix("@"))
    if len(called) > 1:
        each = ", ".join(one.account.id for one in called)
        raise Refused(f"Several people have been called {person}: name one by the id. Ids: {each}.")
    if called:
        return called[0].account.id
    return person if await _is_kept(tx, person) else None


async def _is_kept(tx: UnitOfWork, person_id: str) -> bool:
    these = [person_id]
    return bool(
        await tx.people.by_ids(these)
        or await tx.posts.newest_of(person_id, 1)
        or await tx.fans.by_ids(these)
        or await tx.alerts.of(these)
        or await tx.retention.summaries(these)
        or await contact_preference(tx, person_id)
    )


async def export(store: Store, brand: Brand, person: str) -> dict[str, Any] | None:
    """What is kept about them for this brand; None when that is nothing. Raises Refused for a handle of several people."""
    async with store.reading(brand.id) as tx:
        person_id = await find(tx, person)
        if person_id is None:
            return None
        kept = await _rows(tx, person_id)
    kept["ledger"] = [one async for one in store.ledger(brand.id) if one.person_id == person_id]
    head = {
        "brand": brand.id,
        "brand_handle": brand.account.handle,
        "network": brand.network,
        "id": person_id,
    }
    return {**head, **{name: plain(value) for name, value in kept.items()}}


async def _rows(tx: UnitOfWork, person_id: str) -> dict[str, Any]:
    these = [person_id]
    posts = await tx.posts.newest_of(person_id, MOST)
    alerts = await tx.alerts.of(these)
    cases = await tx.cases.of(these, sorted({one.conversation_id for one in posts}))
    cases = [one for one in cases if one.person_id == person_id]
    told = await tx.cases.by_ids([one for alert in alerts for one in alert.case_ids])
    return {
        "profile": (await tx.people.by_ids(these)).get(person_id),
        "wish": await contact_preference(tx, person_id),
        "fan": (await tx.fans.by_ids(these)).get(person_id),
        "posts": posts,
        "deleted_posts": (await tx.retention.summaries(these)).get(person_id),
        "follows": (await tx.bonds.of(these)).get(person_id, []),
        "notes": await tx.notes.of(person_id, MOST),
        "feedback": await tx.feedback.on([one.id for one in posts]),
        "cases": list({one.id: one for one in [*cases, *told.values()]}.values()),
        "alerts": alerts,
        "messages": [row for one in alerts for row in await tx.deliveries.of(alert_subject(one.id))],
        "acts": [act for one in alerts for act in await tx.actions.of(one.id)],
    }


def plain(value: Any) -> Any:
    """A value as JSON can hold it: moments in ISO 8601, sets in order, records by their fields."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, float) and value in {float("inf"), float("-inf")}:
        return None  # the logarithm of a score of zero
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(one) for key, one in value.items()}
    if isinstance(value, Set):
        return sorted((plain(one) for one in value), key=str)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(one) for one in value]
    return value


def written(found: Sequence[Mapping[str, Any]]) -> str:
    """The text of the export, one brand after another."""
    return json.dumps(list(found), indent=1, ensure_ascii=False, allow_nan=False) + "\n"
