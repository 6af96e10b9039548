"""How somebody wants to be treated, as a person of the team notes it: under an alert, or on the card of the person."""

from datetime import datetime

from mutuals.actions.responses import reply_lines
from mutuals.alerting import contacts, lifecycle
from mutuals.cards.contact_preferences import FORGET, PREFERENCES
from mutuals.cards.phrases import uncapitalised
from mutuals.context import BrandContext
from mutuals.domain import handling
from mutuals.domain.contact_preferences import ContactPreference
from mutuals.domain.history import LogKind
from mutuals.domain.model import Alert
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

CHOOSE = reply_lines("Choose one of the entries in the menu.", ok=False)
_LABELS = {**dict(PREFERENCES), FORGET[0]: FORGET[1]}


async def note(
    tx: UnitOfWork, watched: BrandContext, person_id: str, alert: Alert | None, click: Click, now: datetime
) -> str | None:
    """Keep it, with who noted it, until somebody says otherwise; their `alert`, if there is one, says so. Gives what was
    noted; None where the click names no wish."""
    label = _LABELS.get(click.value)
    if label is None:
        return None
    wish = None if click.value == FORGET[0] else ContactPreference(click.value, now, click.actor.name)
    await contacts.put_contact_preference(tx, watched, person_id, wish)
    text = "Their wish was forgotten" if wish is None else f"Noted: {uncapitalised(label)}"
    if alert is not None:
        kind = LogKind.NOTED if wish else LogKind.OTHER
        await lifecycle.update(tx, alert, handling.with_line(alert, text, now, click.actor.name, kind))
    return text
