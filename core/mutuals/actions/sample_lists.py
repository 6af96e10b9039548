"""The digest's button: the private list of the samples that have no room in the message."""

from mutuals.alerting import digest as digests
from mutuals.cards import digest
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.context import BrandContext
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

GONE = "Mutuals does not know this digest any more. The next one comes at its usual hour."


async def show(tx: UnitOfWork, watched: BrandContext, day: str, click: Click) -> EphemeralReply:
    """The samples from `click.value` on; a plain sentence when there is nothing to show."""
    start = int(click.value) if click.value.isdecimal() and len(click.value) < 6 else 0
    found = await digests.page(tx, watched, day, start) if click.do is Intent.MEMBERS else None
    if found is None:
        return EphemeralReply(lines=((GONE,),), ok=False)
    return EphemeralReply(card=digest.page(found, start))
