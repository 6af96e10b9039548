"""A clock that a test moves by hand."""

from datetime import UTC, datetime, timedelta


class FixedClock:
    """A clock that stands still until it is moved; begins at a Monday noon."""

    def __init__(self, at: datetime = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)) -> None:
        self.at = at

    def now(self) -> datetime:
        """The time it was set to."""
        return self.at

    def move(self, seconds: float) -> None:
        """Let time pass (or go back, with a negative number)."""
        self.at += timedelta(seconds=seconds)
