"""The digest's button: the private list of the samples that have no room in the message."""

from mutuals.alerting import digest as digests
from mutuals.cards import digest
from mutuals.cards.markup import Answer, Do
from mutuals.context import Watched
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import Transaction

GONE = "Mutuals does not know this digest any more. The next one comes at its usual hour."


async def show(tx: Transaction, watched: Watched, day: str, click: Click) -> Answer:
    """The samples from `click.value` on; a plain sentence when there is nothing to show."""
    start = int(click.value) if click.value.isdecimal() and len(click.value) < 6 else 0
    found = await digests.page(tx, watched, day, start) if click.do is Do.MEMBERS else None
    if found is None:
        return Answer(lines=((GONE,),), ok=False)
    return Answer(card=digest.page(found, start))
