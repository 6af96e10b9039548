"""A case that was over and waits again, because somebody of the team says so. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from mutuals.domain import turns
from mutuals.domain.answers import not_answered
from mutuals.domain.model import Case, CaseState
from mutuals.domain.policy import Policy
from mutuals.domain.sla import moments

_BACK = frozenset({CaseState.ANSWERED, CaseState.WITHDRAWN, CaseState.DISMISSED, CaseState.EXPIRED})


def last_closed(cases: Iterable[Case]) -> list[Case]:
    """The cases with whose end an alert ended; what was over before stays over, and so does what is gone."""
    closed = [case for case in cases if case.state in _BACK and case.closed_at is not None]
    last = max((case.closed_at for case in closed if case.closed_at), default=None)
    return [case for case in closed if case.closed_at == last]


def reopened(case: Case, now: datetime, policy: Policy) -> Case:
    """The case as it waits on: by its own clock, or by a new one where that has run out. What was taken for its answer is
    none, and an answer that was promised is due as any other."""
    turn = case.turn if case.turn in turns.OURS_AGAIN else None
    # Told: by the alert that is open again.
    open_again = replace(not_answered(case), promised_at=None, turn=turn, told=True)
    if now < case.due_at:
        return open_again
    when = moments(case.category, case.flags, now, policy)
    return replace(
        open_again,
        episode=case.episode + 1,  # it may call once more
        tell_at=now,
        warn_at=when.warn_at,
        due_at=when.due_at,
        expires_at=when.expires_at,
        warned=False,
        escalated=False,
    )
