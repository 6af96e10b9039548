"""Where a reading of a timeline goes on. Pure."""

from dataclasses import dataclass
from typing import Self

from mutuals_x.parse import identifier

# An id of X holds the time in milliseconds above 22 bits, and a post may be shown some seconds after a younger one.
OVERLAP = 60_000 << 22


@dataclass(frozen=True, slots=True)
class TimelineCursor:
    """Everything up to `after` was read. After a reading that was cut short also what lies from `before` to `newest`.
    Nothing up to `floor` is read again: events have told it."""

    after: int = 0
    before: int = 0
    newest: int = 0
    floor: int = 0

    @classmethod
    def of(cls, cursor: str | None) -> Self:
        """From a cursor; what can't be read is the beginning."""
        parts = [int(identifier(one) or 0) for one in (cursor or "").split("-")][:4]
        return cls(*parts)

    @property
    def cursor(self) -> str | None:
        """As text; None at the beginning."""
        if self.floor:
            return f"{self.after}-{self.before}-{self.newest}-{self.floor}"
        if self.before:
            return f"{self.after}-{self.before}-{self.newest}"
        return str(self.after) if self.after else None

    @property
    def since(self) -> int:
        """The id after which X is asked: a little before `after`, so that nothing that came late is missed."""
        return max(self.after - OVERLAP, self.floor) if self.after > OVERLAP else self.after

    def cut_short(self, oldest: int, newest: int) -> Self:
        """After some pages, down to the post `oldest`."""
        return type(self)(self.after, oldest, max(self.newest, newest), self.floor)

    def ended(self, newest: int) -> Self:
        """After all pages. It never moves back."""
        return type(self)(max(self.after, self.newest, newest), floor=self.floor)

    def between(self, after: int | None, before: int | None, told: int | None) -> Self:
        """Moved on to what lies behind `after` and the post `told`, and before the id `before`, as far as it was not read."""
        floor = max(self.floor, after or 0, told or 0)
        start = max(self.after, floor)
        if before is None:
            return type(self)(start, self.before, self.newest, floor)
        end = max(min(before, self.before or before), start + 1)  # X refuses an end before the beginning
        return type(self)(start, end, max(self.newest, end), floor)
