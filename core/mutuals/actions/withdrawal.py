"""Takes a text back that has not gone out yet. It is kept as the draft of whoever wrote it."""

from dataclasses import replace
from datetime import datetime

from mutuals.actions import outcomes, responses
from mutuals.cards.buttons import FOLLOW, LISTED
from mutuals.cards.markup import Button, EphemeralReply, Intent, Timestamp, TimestampStyle
from mutuals.context import BrandContext
from mutuals.domain.model import Action, ActState, Alert
from mutuals.domain.withdrawal import waiting_follow, withdrawable
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

NOTHING_WAITS = "There is nothing to withdraw here: no reply waits to go out."
NO_FOLLOW_WAITS = "There is nothing to cancel here: no follow waits to be seen."


def waits(act: Action) -> EphemeralReply:
    """To whoever has sent it: when it goes out, and how to take it back before."""
    assert act.goes_at is not None, "it waits"
    when = Timestamp(act.goes_at, TimestampStyle.SECONDS)
    return EphemeralReply(
        lines=(("It goes out at ", when, ". Until then, Withdraw takes it back, here or under the alert."),),
        buttons=(
            Button(Intent.WITHDRAW, "Withdraw", LISTED),
        ),  # in Slack this very answer stands in front of the alert
    )


async def withdraw(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, click: Click, now: datetime
) -> EphemeralReply | None:
    """Withdraw was pressed, or Cancel for a follow by link. Anybody who may write replies may; whoever began it is told."""
    acts = await tx.actions.of(alert.id)
    follows = click.value == FOLLOW
    act = waiting_follow(acts) if follows else withdrawable(acts)
    if act is None:
        late = NO_FOLLOW_WAITS if follows else _too_late(acts, watched.network.title)
        return responses.reply_lines(late, ok=False)
    did = "cancelled it" if follows else "withdrew it before it went out"
    why = f"{click.actor.name} {did}"
    back = replace(act, state=ActState.WITHDRAWN, next_at=None, error=why)
    if not await tx.actions.put(back, was=act.state, was_attempt=act.attempt):
        return responses.reply_lines(f"Too late: it is on its way to {watched.network.title}.", ok=False)
    await outcomes.withdrawn(tx, back, click.actor, now)
    if click.value == LISTED:  # pressed in the answer, which is not drawn anew with the alert
        return responses.reply_lines("Withdrawn: it does not go out. The text is kept as a draft.")
    return None  # the alert itself says it


def _too_late(acts: list[Action], network: str) -> str:
    """Why nothing can be taken back, and what still can be done."""
    texts = [act for act in acts if act.kind.writes]
    if not texts:
        return NOTHING_WAITS
    match texts[-1].state:
        case ActState.DONE:
            return f"Too late: it is on {network} already. Whoever is signed in there can delete it."
        case ActState.CALLING:
            return f"Too late: it is on its way to {network}."
        case ActState.WITHDRAWN:
            return f"Somebody was first: {texts[-1].error}."
        case _:
            return NOTHING_WAITS
