"""What happened to an alert or a bundle, line by line."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LogKind(StrEnum):
    """What a line tells, as far as a message shows it differently."""

    ANSWERED = "answered"  # words of ours are on the network: they stand behind the line
    NOTED = "noted"  # how somebody wants to be treated: it stands in the lines about the person
    CLAIMED = "claimed"  # who has it: that stands in the first line
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that happened to an alert, as the team reads it."""

    at: datetime
    text: str
    by: str | None = None
    kind: LogKind = LogKind.OTHER


def kind_of(text: str) -> LogKind:
    """What a line tells that was stored before lines had kinds, by its words."""
    if text.startswith("Noted: "):
        return LogKind.NOTED
    said = text.lower().startswith(("replied", "acknowledged", "answered", "perhaps answered"))
    return LogKind.ANSWERED if said else LogKind.OTHER
