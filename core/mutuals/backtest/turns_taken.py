"""Whose turn it was in a replayed case, post by post: what an alert's line lists as `posts`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mutuals.domain.model import Case, CaseState
from mutuals.domain.turns import Whose, whose


@dataclass(frozen=True, slots=True)
class TurnTaken:
    """From `since` on it was this side's turn. `post_id` is the post that brought it about, theirs or ours; None where
    time did."""

    post_id: str | None
    turn: Whose
    since: datetime
    reason: str


def turns_taken(
    case: Case, before: Case | None, known: Sequence[TurnTaken], now: datetime
) -> list[TurnTaken]:
    """What is new in a case that was just written; `before`: this episode as it was, `known`: its turns until now."""
    heard = {taken.post_id for taken in known}
    new = [post_id for post_id in case.post_ids if post_id not in heard]
    found = [TurnTaken(post_id, whose(case), now, reason(case)) for post_id in new]
    if found or before is None or (before.turn, before.state) == (case.turn, case.state):
        return found
    ours = case.state in {CaseState.ANSWERED, CaseState.ACKNOWLEDGED}
    return [TurnTaken(case.answer_id if ours else None, whose(case), now, reason(case))]


def reason(case: Case) -> str:
    """Why it is this side's turn, in a word: the last turn, how it ended, or what they wrote."""
    if case.turn is not None:
        return str(case.turn)
    return str(case.category) if case.state is CaseState.OPEN else str(case.closed_by or case.state)
