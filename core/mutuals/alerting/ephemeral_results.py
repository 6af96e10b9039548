"""What came of somebody's act after they had their answer: told to them alone, wherever they are, once.

It is a delivery like all others, so it survives a restart and waits for a chat that is out of reach.
"""

from collections.abc import Callable
from dataclasses import dataclass

from mutuals.domain.ids import SubjectKind, alert_subject, bundle_subject, parse_subject, subject
from mutuals.domain.model import Action, Alert, Delivery
from mutuals.ports.unit_of_work import UnitOfWork

_FOR_ONE = frozenset(
    {
        SubjectKind.PRIVATE,
        SubjectKind.ASSIGNED,
        SubjectKind.HANDED_OFF,
        SubjectKind.OFFERED,
        SubjectKind.SENT_BACK,
    }
)  # their third part is who


@dataclass(frozen=True, slots=True)
class Told:
    """Which act in which state is told, and to whom."""

    act_id: str
    state: str
    person_id: str


async def notify_actor(tx: UnitOfWork, act: Action, but: str = "") -> None:
    """Tell whoever pressed, and whoever wrote the words, how it stands with the act now, beside the alert in their
    chat; `but` is the key of whoever knows already."""
    alert = await tx.alerts.get(act.alert_id)
    if alert is None:
        return
    for key in dict.fromkeys(filter(None, (act.actor.own_key, _author(act)))):
        if key != but:
            await notify(tx, alert, key, lambda who: subject(SubjectKind.PRIVATE, act.id, act.state, who))


async def notify(tx: UnitOfWork, alert: Alert, key: str, told: Callable[[str], str]) -> bool:
    """Tell one person of the team (`key`: Actor.key) something beside the alert in their chat; `told` makes the subject
    of their id there. False where their chat does not show the alert."""
    parent = bundle_subject(alert.bundle_id) if alert.bundle_id else alert_subject(alert.id)
    chat, _, person_id = key.partition("/")
    rows = [one for one in await tx.deliveries.of(parent) if one.chat == chat]
    for row in sorted(rows, key=lambda one: one.ref is None)[:1]:
        told_there = Delivery(
            alert.brand_id, told(person_id), row.chat, row.channel, 1, priority=0, parent=parent
        )
        await tx.deliveries.request(told_there)
    return bool(rows)


def recipient(told: str) -> str | None:
    """The one person, by their id in the chat, whom such a subject tells something; None where all may read it."""
    found = parse_subject(told)
    return found.part(2) if found.kind in _FOR_ONE else None


def _author(act: Action) -> str | None:
    """The key of whoever wrote the words for another to send."""
    return act.drafted_by.rpartition("(")[2].removesuffix(")") if act.drafted_by else None


def told_by(told: str) -> Told | None:
    """What such a subject tells; None for any other subject."""
    found = parse_subject(told)
    return Told(*map(found.part, range(3))) if found.kind == SubjectKind.PRIVATE else None
