"""What came of somebody's act after they had their answer: told to that one person, wherever they are, once.

It is a delivery like all others, so it survives a restart and waits for a chat that is out of reach.
"""

from mutuals.alerts.compose import subject_of
from mutuals.model import Action, Delivery
from mutuals.ports import Transaction
from mutuals.tell import bundled

KIND = "private"


async def tell(tx: Transaction, act: Action) -> None:
    """Tell whoever pressed how it stands with their act now, beside the alert in their chat."""
    alert = await tx.alert(act.alert_id)
    if alert is None:
        return
    parent = bundled.subject_of(alert.bundle_id) if alert.bundle_id else subject_of(alert.id)
    rows = [one for one in await tx.deliveries(parent) if one.channel == act.actor.channel]
    for row in sorted(rows, key=lambda one: one.ref is None)[:1]:
        await tx.want(
            Delivery(
                act.brand_id,
                f"{KIND}/{act.id}/{act.state}",
                row.channel,
                row.place,
                1,
                priority=0,
                parent=parent,
            )
        )


def act_of(subject: str) -> tuple[str, str] | None:
    """The act that such a subject is about, and the state that is told; None for any other subject."""
    kind, _, rest = subject.partition("/")
    act_id, _, state = rest.partition("/")
    return (act_id, state) if kind == KIND else None
