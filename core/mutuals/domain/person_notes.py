"""What the team writes down about a person for itself: never sent, never shown outside. Pure."""

from dataclasses import dataclass
from datetime import datetime

LONGEST = 1000  # characters of a note: a few sentences


@dataclass(frozen=True, slots=True)
class PersonNote:
    """One note, by whom and when (UTC). Two of one author at one instant are one."""

    person_id: str
    text: str
    at: datetime
    by: str  # a name
    by_key: str  # Actor.key


def refusal(text: str) -> str | None:
    """Why this can't be kept as a note, in a sentence; None: it can."""
    if not text.strip():
        return "Write something first."
    if len(text) > LONGEST:
        return f"A note has at most {LONGEST} characters; this one has {len(text)}."
    return None
