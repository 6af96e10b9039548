"""The codec of buttons and menu entries: what they carry, and how it is read back months later.

A button has the action id `mutuals:<do>` and the value `<do>:<value>:<alert id>`; a menu entry has
the same value. Nothing is kept in memory, so a restart changes nothing.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from mutuals.cards.markup import Intent
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
    packed = f"{press.do.value}:{quote(press.value, safe='', errors='replace')}:{press.alert_id}"
    return packed if len(packed) <= MAX_VALUE else None


def unpack(packed: object) -> Press:
    """Read a button's value back. Raises Refused (STALE) with a sentence when it is not one of ours."""
    parts = packed.split(":", 2) if isinstance(packed, str) else []
    if len(parts) != 3 or not parts[2] or len(str(packed)) > MAX_VALUE:
        raise Refused(UNREADABLE, because=RefusalReason.STALE)
    try:
        return Press(Intent(parts[0]), parts[2], unquote(parts[1], errors="strict"))
    except ValueError as error:
        raise Refused(UNREADABLE, because=RefusalReason.STALE) from error
