"""The team writes down how somebody wants to be treated."""

from datetime import datetime

from mutuals.alerting import contact_preferences, lifecycle
from mutuals.cards.contact_preferences import FORGET, WISHES
from mutuals.cards.markup import EphemeralReply
from mutuals.context import BrandContext
from mutuals.domain import handling
from mutuals.domain.contact_preferences import Wish
from mutuals.domain.model import Alert
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

LABELS = {**dict(WISHES), FORGET[0]: FORGET[1]}


async def note(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, click: Click, now: datetime
) -> EphemeralReply | None:
    """Keep the wish with who noted it and when, and redraw the alert. It holds until somebody says otherwise."""
    label = LABELS.get(click.value)
    if label is None:
        return EphemeralReply(lines=(("Choose one of the entries in the menu.",),), ok=False)
    wish = None if click.value == FORGET[0] else Wish(click.value, now, click.actor.name)
    await contact_preferences.put(tx, watched, alert.person_id, wish)
    text = "Their wish was forgotten" if wish is None else f"Noted: {label[0].lower()}{label[1:]}"
    await lifecycle.update(tx, alert, handling.with_line(alert, text, now, click.actor.name))
    return None
