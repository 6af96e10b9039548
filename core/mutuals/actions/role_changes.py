"""Which role somebody acts with; another one than before is written into the ledger.

The chats decide who has which role, and tell nobody when that changes: it is seen at the next thing that they do.
"""

import structlog

from mutuals.alerting.approval_notices import ROLES
from mutuals.context import Context
from mutuals.domain.errors import MutualsError
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Actor, Role

KEY = ROLES  # of each brand, as servers differ: an Actor.own_key -> the role's name

log = structlog.get_logger(__name__)


class RolesSeen:
    """Reads the database once for each person, and again when their role is another one."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._known: dict[tuple[str, str], Role] = {}

    async def note(self, actor: Actor, brand_id: str) -> None:
        """Somebody acts for a brand ("": for all). Who has no role may just not be known at the moment."""
        key = (brand_id, actor.own_key)
        if not actor.role or self._known.get(key) is actor.role:
            return
        try:
            await self._compare(actor, brand_id)
        except MutualsError as error:  # seen again at the next click, which must not fail by it
            log.info("roles.not_noted", actor=actor.own_key, why=str(error))
            return
        self._known[key] = actor.role

    async def _compare(self, actor: Actor, brand_id: str) -> None:
        async with self._ctx.store.transaction(brand_id) as tx:
            kept = await tx.key_values.get(KEY)
            roles: dict[str, str] = kept if isinstance(kept, dict) else {}
            name, before = actor.role.name.lower(), roles.get(actor.own_key)
            if before == name:
                return
            await tx.key_values.put(KEY, roles | {actor.own_key: name})
            if before is not None:
                said = f"{actor.name} acts as {name}, before as {before}. {actor.chat.capitalize()} says who changed it."
                await tx.ledger.record(Decision(EntryKind.ROLE, actor, "role", said))
