"""Where a reading of a timeline goes on. Pure."""

from dataclasses import dataclass
from typing import Self

from mutuals_x.parse import identifier

# An id of X holds the time in milliseconds above 22 bits, and a post may be shown some seconds after a younger one.
OVERLAP = 60_000 << 22


@dataclass(frozen=True, slots=True)
class TimelineCursor:
    """Everything up to `after` was read. After a reading that was cut short also what lies from `before` to `newest`."""

    after: int = 0
    before: int = 0
    newest: int = 0

    @classmethod
    def of(cls, cursor: str | None) -> Self:
        """From a cursor; what can't be read is the beginning."""
        parts = [int(identifier(one) or 0) for one in (cursor or "").split("-")][:3]
        return cls(*parts)

    @property
    def cursor(self) -> str | None:
        """As text; None at the beginning."""
        if self.before:
            return f"{self.after}-{self.before}-{self.newest}"
        return str(self.after) if self.after else None

    @property
    def since(self) -> int:
        """The id after which X is asked: a little before `after`, so that nothing that came late is missed."""
        return self.after - OVERLAP if self.after > OVERLAP else self.after

    def cut_short(self, oldest: int, newest: int) -> Self:
        """After some pages, down to the post `oldest`."""
        return type(self)(self.after, oldest, max(self.newest, newest))

    def ended(self, newest: int) -> Self:
        """After all pages. It never moves back."""
        return type(self)(max(self.after, self.newest, newest))
