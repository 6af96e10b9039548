"""What came of somebody's act after they had their answer: told to them alone, wherever they are, once.

It is a delivery like all others, so it survives a restart and waits for a chat that is out of reach.
"""

from dataclasses import dataclass

from mutuals.domain.ids import SubjectKind, alert_subject, bundle_subject, parse_subject, subject
from mutuals.domain.model import Action, Delivery
from mutuals.ports.unit_of_work import UnitOfWork


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
    parent = bundle_subject(alert.bundle_id) if alert.bundle_id else alert_subject(alert.id)
    rows = await tx.deliveries.of(parent)
    for key in dict.fromkeys(filter(None, (act.actor.key, _author(act)))):
        if key == but:
            continue
        chat, _, person_id = key.partition("/")
        mine = sorted((one for one in rows if one.chat == chat), key=lambda one: one.ref is None)
        for row in mine[:1]:
            told = subject(SubjectKind.PRIVATE, act.id, act.state, person_id)
            await tx.deliveries.request(
                Delivery(act.brand_id, told, row.chat, row.channel, 1, priority=0, parent=parent)
            )


def _author(act: Action) -> str | None:
    """The key of whoever wrote the words for another to send."""
    return act.drafted_by.rpartition("(")[2].removesuffix(")") if act.drafted_by else None


def told_by(told: str) -> Told | None:
    """What such a subject tells; None for any other subject."""
    found = parse_subject(told)
    return Told(*map(found.part, range(3))) if found.kind == SubjectKind.PRIVATE else None
