"""The clocks of a case that others deal with: by when they should have resolved it, and what it was before. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from mutuals.domain.model import Case, CaseState


def clocks(case: Case) -> dict[str, Any]:
    """Its clocks as JSON, for `taken_back`."""
    promised = case.promised_at.isoformat() if case.promised_at else None
    return {"due_at": case.due_at.isoformat(), "promised_at": promised, "warned": case.warned}


def handed_off(case: Case, due_at: datetime) -> Case:
    """Others deal with it now: it is due when they should have resolved it, and does not run out before."""
    held = replace(
        case, warned=True, escalated=False, expires_at=max(case.expires_at, due_at + timedelta(days=1))
    )
    return (
        replace(held, promised_at=due_at)
        if case.state is CaseState.ACKNOWLEDGED
        else replace(held, due_at=due_at)
    )


def taken_back(case: Case, kept: Mapping[str, Any]) -> Case:
    """They did not get it: the clocks that it had before run again."""
    promised = kept["promised_at"]
    held = case.state is CaseState.ACKNOWLEDGED and promised
    return replace(
        case,
        due_at=datetime.fromisoformat(kept["due_at"]),
        promised_at=datetime.fromisoformat(promised) if held else case.promised_at,
        warned=kept["warned"],
    )
