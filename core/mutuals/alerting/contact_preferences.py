"""How people want to be treated: kept for each person, with its date and source."""

from dataclasses import replace
from datetime import datetime
from math import inf
from typing import Any

from mutuals.context import BrandContext
from mutuals.domain.contact_preferences import Wish
from mutuals.domain.model import Fan, Post
from mutuals.ports.unit_of_work import UnitOfWork


def _key(person_id: str) -> str:
    return f"wish/{person_id}"


async def known(tx: UnitOfWork, person_id: str) -> Wish | None:
    """The wish that holds for a person, with its date and source."""
    kept: Any = await tx.key_values.get(_key(person_id))
    if not isinstance(kept, dict) or not kept.get("value"):
        return None
    return Wish(kept["value"], datetime.fromisoformat(kept["at"]), kept["by"])


async def put(
    tx: UnitOfWork, watched: BrandContext, person_id: str, wish: Wish | None, *, source: Post | None = None
) -> None:
    """Keep a wish with its date and source (their post, or somebody of the team), or forget it (None)."""
    value = wish.value if wish else None
    doc = (
        {"value": value, "at": wish.at.isoformat(), "by": wish.by, "post": source and source.id}
        if wish
        else {}
    )
    await tx.key_values.put(_key(person_id), doc)
    fan = (await tx.fans.by_ids([person_id])).get(person_id)
    if fan is None and wish is not None:
        # Nothing that counts as an interaction yet: a score of zero, whose logarithm is minus infinity.
        fan = Fan(watched.brand.id, person_id, -inf, 0, wish.at, wish.at)
    if fan is not None:
        await tx.fans.put([replace(fan, preference=value)])
