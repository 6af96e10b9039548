"""What somebody with a few minutes does first: what is quick to do and has waited long. Pure.

The minutes and weights are our own estimates, made to be compared with each other: nobody has measured them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mutuals.domain.cases import presses
from mutuals.domain.model import Case, CaseState, Category, Flag, Turn

_MINUTES = {
    Category.WANTS_FOLLOW: 0.5,
    Category.QUESTION: 3.0,
    Category.CONCERN: 4.0,
    Category.COMPLAINT: 5.0,
}
THANKS_MINUTES = 1.0  # a short answer to praise, or to a fan
LONG = timedelta(days=7)  # after which waiting longer adds nothing
_DUE = 4.0  # what the whole time to the due moment adds: a question soon due goes before a fan told today
_URGENT = 2.0
_NEVER_ANSWERED = 1.0


@dataclass(frozen=True, slots=True)
class Deed:
    """How much good a thing does, in no unit, and about how many minutes it takes."""

    worth: float
    minutes: float

    @property
    def rate(self) -> float:
        """Kindness per minute."""
        return self.worth / self.minutes


def of_case(case: Case, now: datetime) -> Deed | None:
    """The answer to a case; the more of its time has passed, the more it is worth. None where nothing is owed now."""
    if case.turn is Turn.SOLVED or not (presses(case) or case.state is CaseState.ACKNOWLEDGED):
        return None
    held = case.state is CaseState.ACKNOWLEDGED
    due_at = case.promised_at if held and case.promised_at else case.due_at
    whole = (due_at - case.last_at).total_seconds()
    share = (now - case.last_at).total_seconds() / whole if whole > 0 else 1.0
    worth = 1 + _DUE * min(max(share, 0.0), 1.0) + (_URGENT if Flag.URGENT in case.flags else 0.0)
    return Deed(worth, _MINUTES.get(case.category, _MINUTES[Category.COMPLAINT]))


def of_warm_words(since: datetime, now: datetime, *, never_answered: bool) -> Deed:
    """Thanks to a fan or for praise that waits since then."""
    waited = min(max((now - since) / LONG, 0.0), 1.0)
    return Deed(1 + waited + (_NEVER_ANSWERED if never_answered else 0.0), THANKS_MINUTES)
