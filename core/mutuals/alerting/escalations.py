"""Calls for help: whether one still holds, and what becomes of one that stands in the chats when it does not."""

from dataclasses import replace

from mutuals.cards.notices import PROMISE
from mutuals.domain import cases as case_rules
from mutuals.domain.ids import SubjectKind, parse_subject, subjects_below
from mutuals.domain.ids import subject as subject_of
from mutuals.domain.model import Alert, Case, CaseState
from mutuals.ports.unit_of_work import UnitOfWork

LATE = "late_calls"  # in the brand's values: of the newest call for many, its subject and how many are overdue beside it
CALLED = 1  # the version of a call; the next one says that it is over


def holds(subject: str, case: Case) -> bool:
    """Is what this call says still so? Not once the answer is there, or a promise of one, or a later episode."""
    call = parse_subject(subject)
    promised = case.state is CaseState.ACKNOWLEDGED
    return (
        case.state in case_rules.WAITING
        and str(case.episode) == call.part(1)
        and promised == (call.part(2) == PROMISE)
    )


async def count_others(tx: UnitOfWork, subject: str, others: int) -> None:
    """This call stands for so many more, which were overdue with it when they were first told."""
    await tx.key_values.put(LATE, {"subject": subject, "others": others})


async def others_of(tx: UnitOfWork, subject: str) -> int:
    """How many more a call stands for."""
    kept = await tx.key_values.get(LATE) or {}
    return int(kept["others"]) if kept.get("subject") == subject else 0


async def withdraw(tx: UnitOfWork, alert: Alert) -> None:
    """Redraw the calls of an alert that do not hold any more; one that was not sent yet is dropped."""
    rows = [
        row
        for case_id in alert.case_ids
        for row in await tx.deliveries.below(subjects_below(SubjectKind.ESCALATION, case_id))
        if row.wanted == CALLED
    ]
    cases = await tx.cases.by_ids([parse_subject(row.subject).of for row in rows]) if rows else {}
    for row in rows:
        case = cases.get(parse_subject(row.subject).of)
        if case is None or not holds(row.subject, case):
            await tx.deliveries.request(replace(row, wanted=CALLED + 1))


async def end_of_bundle(tx: UnitOfWork, bundle_id: str) -> None:
    """The same for a bundle that is settled."""
    for row in await tx.deliveries.of(subject_of(SubjectKind.OVERDUE, bundle_id)):
        if row.wanted == CALLED:
            await tx.deliveries.request(replace(row, wanted=CALLED + 1))
