"""For how long a colleague has an alert that they were given: they were not asked, and may be at lunch. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from mutuals.domain.cases import WAITING
from mutuals.domain.model import Case, CaseState

LEAST = timedelta(hours=1)  # to see it and begin
MOST = timedelta(days=1)  # then somebody should look again


def until(cases: Iterable[Case], now: datetime, grace: timedelta) -> datetime:
    """Until the first answer is due and for `grace` beyond it, so that a call for what is overdue still names them; for
    an hour at least and a day at most."""
    due = [
        one.promised_at if one.state is CaseState.ACKNOWLEDGED and one.promised_at else one.due_at
        for one in cases
        if one.state in WAITING
    ]
    end = min(due) + grace if due else now + MOST
    return min(max(end, now + LEAST), now + MOST)
