"""How a team has answered over some days: plain counts with the number that they were counted from. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from mutuals.domain.model import Alert, Case, CaseState


@dataclass(frozen=True, slots=True)
class TeamStats:
    """The figures of a span of days. Whoever asked twice and was answered twice counts twice."""

    answered: int
    in_time: int  # of those answered
    expired: int  # ended without an answer
    first_answer: timedelta | None  # the median, a holding reply counts; None where nobody was answered
    talked: int  # loyal fans who got a word
    followed: int  # loyal fans who were followed back, without a word before


def count(
    cases: Iterable[Case], acknowledged: Mapping[str, datetime], fans: Iterable[Alert], since: datetime
) -> TeamStats:
    """Of cases and fans' alerts those that ended since then. `acknowledged`: when a case got its holding reply."""
    ended = [one for one in cases if one.closed_at is not None and one.closed_at >= since]
    answered = [one for one in ended if one.state is CaseState.ANSWERED]
    waits = [_until_first(one, acknowledged.get(one.id)) for one in answered]
    welcomed = [one.closed_by for one in fans if one.closed_at is not None and one.closed_at >= since]
    return TeamStats(
        answered=len(answered),
        in_time=sum(one.closed_at is not None and one.closed_at <= one.due_at for one in answered),
        expired=sum(one.state is CaseState.EXPIRED for one in ended),
        first_answer=timedelta(seconds=median(waits)) if waits else None,
        talked=welcomed.count("answered"),
        followed=welcomed.count("followed"),
    )


def _until_first(case: Case, acknowledged: datetime | None) -> float:
    first = min(at for at in (case.closed_at, acknowledged) if at is not None)
    return max(0.0, (first - case.opened_at).total_seconds())
