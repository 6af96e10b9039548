"""Which act the text of a button's form becomes, and which button an act came from."""

from mutuals.cards.markup import Intent
from mutuals.domain.model import ActKind

KINDS = {Intent.REPLY: ActKind.REPLY, Intent.ACKNOWLEDGE: ActKind.ACKNOWLEDGE}
BUTTONS = {kind: do for do, kind in KINDS.items()}
