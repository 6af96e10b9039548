"""What a button, a menu or a form is, written into its custom_id: `mutuals:<verb>:<alert id>[:<value>]`.

Messages keep their custom_ids for ever, so `mutuals.domain.ids`, which writes and reads them, never changes their
meaning. Discord's limit is 100 characters.
"""

from dataclasses import dataclass

from mutuals.cards.markup import Intent
from mutuals.domain import ids
from mutuals.domain.ids import PREFIX

LIMIT = 100
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
    written = ids.custom_id(ids.ButtonKey(verb, alert_id, value))
    return written if alert_id and len(written) <= LIMIT else None


def decode(custom_id: str) -> Key | None:
    """Take a custom_id apart; None when it is not one of ours or is damaged."""
    found = ids.parse_custom_id(custom_id)
    if found is None or (
        found.verb not in (MENU, PICK, FORM) and found.verb not in Intent.__members__.values()
    ):
        return None
    return Key(found.verb, found.target, found.value)
