"""What the team's alerts make of cases that have changed by what was read: answered, solved, acknowledged, worse."""

from collections.abc import Sequence
from datetime import datetime

from mutuals.alerting import contacts, lifecycle
from mutuals.context import BrandContext
from mutuals.domain import handling, turns
from mutuals.domain.case_batch import CaseBatch
from mutuals.domain.history import LogKind
from mutuals.domain.model import Action, AlertState, Case, CaseState, Turn
from mutuals.ports.unit_of_work import UnitOfWork


async def follow(
    tx: UnitOfWork,
    watched: BrandContext,
    batch: CaseBatch,
    before: dict[str, Case],
    acts: dict[str, Action],
    now: datetime,
    *,
    edited: frozenset[str] = frozenset(),
) -> None:
    """Bring the alerts of the touched cases into line; `before`: the cases as they were, `acts`: who of the team did it."""
    changed = [batch.cases[one] for one in sorted(batch.touched)]
    await _thanked(tx, [case for case in changed if case.turn in {Turn.SOLVED, Turn.THANKED}], before)
    alerts = await tx.alerts.open_of(sorted({case.person_id for case in changed}))
    for case in changed:
        alert, old = alerts.get(case.person_id), before.get(case.id)
        if alert is None or case.id not in alert.case_ids or case == old:
            continue
        act = next((acts[one] for one in (old.post_ids if old else ()) if one in acts), None)
        by = act.actor.name if act else None
        if turns.whose(case) is not turns.Whose.OURS:
            text = "Replied" if act else await _how_it_ended(tx, watched, case)
            ours = act is not None or case.state is not CaseState.WITHDRAWN
            kind = LogKind.ANSWERED if ours else LogKind.OTHER
            alerts[case.person_id] = await lifecycle.after_cases(
                tx, watched, alert, case.closed_by or "answered", text, now, by, kind
            )
        elif case.state is CaseState.ACKNOWLEDGED and (old is None or old.state is not case.state):
            text = "Acknowledged" if act else f"Acknowledged on {watched.network.title}"
            told = handling.with_line(alert, text, now, by, LogKind.ANSWERED)
            alerts[case.person_id] = await lifecycle.update(tx, alert, told)
        else:
            new = edited.intersection(case.post_ids) | set(case.post_ids) - set(old.post_ids if old else ())
            alerts[case.person_id] = await lifecycle.heard_more(tx, watched, alert, old, case, new, now)


async def _thanked(tx: UnitOfWork, cases: Sequence[Case], before: dict[str, Case]) -> None:
    """It was their turn and they closed the talk: the alert, which is over, says so."""
    theirs = {case.id: case for case in cases if (old := before.get(case.id)) and old.turn is Turn.ASKED}
    for alert in await tx.alerts.of(sorted({case.person_id for case in theirs.values()})) if theirs else ():
        if theirs.keys() & set(alert.case_ids) and alert.state is AlertState.SETTLED:
            await lifecycle.redraw(tx, alert)


async def _how_it_ended(tx: UnitOfWork, watched: BrandContext, case: Case) -> str:
    if case.state is CaseState.WITHDRAWN:
        return turns.SAYS[Turn.SOLVED]
    answered = "Perhaps answered" if case.turn is Turn.DOUBTED else "Answered"
    return f"{answered} on {watched.network.title} by @{await _answerer(tx, watched, case)}"


async def _answerer(tx: UnitOfWork, watched: BrandContext, case: Case) -> str:
    """The handle of the brand, or of the account of its family that answered."""
    post = (
        (await tx.posts.by_ids([case.answer_id])).get(case.answer_id)
        if case.answer_id and watched.family
        else None
    )
    if post is None or post.author_id not in watched.family:
        return watched.brand.account.handle
    newest: dict[str, str] = await tx.key_values.get(contacts.FAMILY_CALLED) or {}
    return newest.get(post.author_id, watched.family[post.author_id])
