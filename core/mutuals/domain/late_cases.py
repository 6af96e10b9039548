"""Cases that were overdue before anybody could be told of them, after an outage say: for which somebody is called. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mutuals.domain import cases as case_rules
from mutuals.domain.model import Case, CaseState

MOST_CALLS = (
    3  # at once: so many one person can begin with; of more, one call names the worst and counts the others
)


@dataclass(frozen=True, slots=True)
class LateCalls:
    """The cases (ids) that call for somebody, the worst first, and how many are overdue beside them."""

    called: tuple[str, ...] = ()
    others: int = 0


def is_late(case: Case, now: datetime) -> bool:
    """Is it overdue though nobody was told of it, and was no call made for it before?"""
    return case.state is CaseState.OPEN and not case.told and not case.escalated and now >= case.due_at


def calls(cases: Sequence[Case], now: datetime, watched_since: datetime | None) -> LateCalls:
    """For which of these cases somebody is called. Not for what fell due before the brand was watched (`watched_since`;
    None: it was not looked at yet): that is history, and the queue has it."""
    if watched_since is None:
        return LateCalls()
    late = case_rules.order([one for one in cases if is_late(one, now) and one.due_at >= watched_since])
    if len(late) <= MOST_CALLS:
        return LateCalls(tuple(one.id for one in late))
    return LateCalls((late[0].id,), len(late) - 1)
