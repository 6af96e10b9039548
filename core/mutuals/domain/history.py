"""What happened to an alert or a bundle, line by line."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that happened to an alert, as the team reads it."""

    at: datetime
    text: str
    by: str | None = None
