"""What a button, a menu or a form is, written into its custom_id: `mutuals:<verb>:<alert id>[:<value>]`.

Messages keep their custom_ids for ever, so the codec never changes meaning. Discord's limit is 100 characters.
"""

from dataclasses import dataclass
from urllib.parse import quote, unquote

from mutuals.cards.markup import Intent

LIMIT = 100
PREFIX = "mutuals"
MENU = "menu"  # the "More…" select; each option's value is a whole custom_id
PICK = "pick"  # the select of holding replies; each option's value is a template's id
FORM = "form"  # a modal; the value says which Do it carries
AGAIN = "again"  # the value of a Reply or Acknowledge button that reopens the draft

BUTTON_TEMPLATE = rf"{PREFIX}:(?!{MENU}:|{PICK}:).*"
SELECT_TEMPLATE = rf"{PREFIX}:(?:{MENU}|{PICK}):.*"


@dataclass(frozen=True, slots=True)
class Key:
    """A custom_id taken apart; `verb` is a Do's value or MENU, PICK, FORM."""

    verb: str
    alert_id: str
    value: str = ""

    @property
    def do(self) -> Intent | None:
        """What it asks for; None when no such thing is known (any more)."""
        word = self.value if self.verb == FORM else self.verb
        return Intent(word) if word in Intent.__members__.values() else None


def encode(verb: str, alert_id: str, value: str = "") -> str | None:
    """The custom_id; None when there is no alert or it would be longer than Discord allows."""
    parts = [PREFIX, verb, _part(alert_id)] + ([_part(value)] if value else [])
    written = ":".join(parts)
    return written if alert_id and len(written) <= LIMIT else None


def decode(custom_id: str) -> Key | None:
    """Take a custom_id apart; None when it is not one of ours or is damaged."""
    parts = custom_id.split(":")
    if len(parts) not in (3, 4) or parts[0] != PREFIX or not all(parts):
        return None
    verb, alert_id, *value = (unquote(part) for part in parts[1:])
    if verb not in (MENU, PICK, FORM) and verb not in Intent.__members__.values():
        return None
    return Key(verb, alert_id, value[0] if value else "")


def _part(text: str) -> str:
    """Escape the separator and everything unusual; `unquote` is its inverse."""
    return quote(text, safe="/@+,;=!$'()* ", errors="replace")
