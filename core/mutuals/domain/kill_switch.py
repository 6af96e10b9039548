"""The kill switch as a value: who stopped all acts, when and why, and who let them go on. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

LONGEST_WHY = 200  # characters; it stands in one sentence
HELD = "Held, because all acts are stopped."  # the error of an act that was under way


@dataclass(frozen=True, slots=True)
class Stop:
    """All outward acts were stopped; `ended_at` is None while they are."""

    by: str
    at: datetime
    why: str = ""
    ended_by: str = ""
    ended_at: datetime | None = None

    def ended(self, by: str, at: datetime) -> "Stop":
        """The same, over."""
        return replace(self, ended_by=by, ended_at=at)


def stopped(by: str, at: datetime, why: str) -> Stop:
    """The switch, pressed. Of the reason one line is kept."""
    return Stop(by, at, " ".join(why.split())[:LONGEST_WHY])


def to_doc(stop: Stop) -> dict[str, str | None]:
    """As JSON."""
    ended = stop.ended_at.isoformat() if stop.ended_at else None
    return {
        "by": stop.by,
        "at": stop.at.isoformat(),
        "why": stop.why,
        "ended_by": stop.ended_by,
        "ended_at": ended,
    }


def from_doc(doc: Any, now: datetime) -> Stop | None:
    """From JSON; None when nobody ever stopped anything. What can't be read counts as stopped: the safe side."""
    if doc is None:
        return None
    if not isinstance(doc, Mapping):
        return Stop("Somebody", now)
    ended = _moment(doc.get("ended_at"))
    by, at = str(doc.get("by") or "Somebody"), _moment(doc.get("at")) or now
    return Stop(by, at, str(doc.get("why") or ""), str(doc.get("ended_by") or ""), ended)


def _moment(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
