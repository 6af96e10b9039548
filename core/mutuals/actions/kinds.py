"""Which act the text of a button's form becomes, and which button an act came from."""

from mutuals.cards.markup import Do
from mutuals.domain.model import ActKind

KINDS = {Do.REPLY: ActKind.REPLY, Do.ACKNOWLEDGE: ActKind.ACKNOWLEDGE}
BUTTONS = {kind: do for do, kind in KINDS.items()}
