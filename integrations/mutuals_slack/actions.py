"""The codec of buttons and menu entries: what they carry, and how it is read back months later.

A button has the action id `mutuals:<do>` and the value `<do>:<value>:<alert id>`; a menu entry has
the same value. Nothing is kept in memory, so a restart changes nothing.
"""

import re
from dataclasses import dataclass

from mutuals.cards.markup import Intent
from mutuals.domain import ids
from mutuals.domain.errors import RefusalReason, Refused

PREFIX = "mutuals:"
MENU = "mutuals:menu"
EVERY_ACTION = re.compile(r"^mutuals:")
MAX_VALUE = 150  # docs.slack.dev, option object: `value` has at most 150 characters

UNREADABLE = (
    "This button comes from another version of Mutuals, and it can't be read any more. Use a newer alert."
)


@dataclass(frozen=True, slots=True)
class Press:
    """What a button or menu entry asks for."""

    do: Intent
    alert_id: str
    value: str = ""


def pack(press: Press) -> str | None:
    """The value to put on a button; None when it would be longer than Slack takes."""
    packed = ids.button_value(ids.ButtonKey(press.do.value, press.alert_id, press.value))
    return packed if len(packed) <= MAX_VALUE else None


def unpack(packed: object) -> Press:
    """Read a button's value back. Raises Refused (STALE) with a sentence when it is not one of ours."""
    found = ids.parse_button_value(packed) if isinstance(packed, str) and len(packed) <= MAX_VALUE else None
    if found is None:
        raise Refused(UNREADABLE, because=RefusalReason.STALE)
    try:
        return Press(Intent(found.verb), found.target, found.value)
    except ValueError as error:
        raise Refused(UNREADABLE, because=RefusalReason.STALE) from error
