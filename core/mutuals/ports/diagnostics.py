"""What the doctor says about one thing it looked at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that the doctor looked at, in a marketing person's words."""

    ok: bool
    title: str  # "Slack bot token"
    said: str  # what was found
    next_step: str = ""  # what to do, when not ok
