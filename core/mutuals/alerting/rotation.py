"""Whose turn each call for help was: kept for a week, and told in the call."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from mutuals.context import BrandContext
from mutuals.domain import rota, rotation
from mutuals.domain.model import Case
from mutuals.domain.rotation import CallTaken
from mutuals.ports.unit_of_work import UnitOfWork

KEY = "turns"  # in the brand's values: the calls of a week, each with its subject and what it says of the others


async def take(tx: UnitOfWork, watched: BrandContext, subject: str, case: Case, now: datetime) -> None:
    """This call is the turn of one of those on duty; of nobody in particular where the brand wants no turns, or fewer than
    two are there."""
    names = list(dict.fromkeys(one.name for one in rota.on_duty(watched.policy.rota, now)))
    if not watched.policy.rotation or len(names) < 2:
        return
    kept: list[dict[str, Any]] = await tx.key_values.get(KEY) or []
    if any(one["subject"] == subject for one in kept):
        return
    turns = rotation.recent([_turn(one) for one in kept], now)
    angry = rotation.is_angry(case)
    name = rotation.next_up(names, turns, angry=angry)
    mine: dict[str, Any] = {"subject": subject, "name": name, "at": now.isoformat(), "angry": angry}
    mine["others"] = [[one, rotation.count(turns, one, angry=True)] for one in names]
    await tx.key_values.put(KEY, [*kept[-len(turns) :], mine] if turns else [mine])


async def of(tx: UnitOfWork, subject: str) -> tuple[str, Sequence[tuple[str, int]]] | None:
    """Whose turn a call is, and how many angry ones each of those on duty had before it."""
    kept = await tx.key_values.get(KEY) or []
    found = next((one for one in kept if one["subject"] == subject), None)
    return (str(found["name"]), [(name, int(count)) for name, count in found["others"]]) if found else None


def _turn(doc: dict[str, Any]) -> CallTaken:
    return CallTaken(doc["name"], datetime.fromisoformat(doc["at"]), bool(doc["angry"]))
