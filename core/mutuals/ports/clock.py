"""The port to the time."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """What time it is, as an aware datetime in UTC."""

    def now(self) -> datetime: ...
