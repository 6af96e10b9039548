"""How the people who write stand to the brand, and what they wish: gathered and kept in the look's transaction."""

from collections.abc import Sequence
from datetime import datetime

from mutuals.alerting import contact_preferences, lifecycle
from mutuals.context import BrandContext
from mutuals.domain import sla
from mutuals.domain.case_batch import ClassifiedPost
from mutuals.domain.contact_preferences import Wish
from mutuals.domain.model import CASE_CLASSES
from mutuals.domain.sla import Standing
from mutuals.ports.unit_of_work import UnitOfWork

KNOWN_SINCE = "known_since"


async def standings(
    tx: UnitOfWork, watched: BrandContext, heard: Sequence[ClassifiedPost]
) -> dict[str, Standing]:
    """The standing of everybody whose post may open a case; nobody's where the policy tells no tiers apart."""
    if not sla.tiered(watched.policy):
        return {}
    known_since = await _known_since(tx, heard)
    writers = {one.post.author_id for one in heard if one.reading and one.reading.category in CASE_CLASSES}
    persons = sorted(writers)
    if not persons:
        return {}
    first, fans, people = (
        await tx.posts.first_times(persons),
        await tx.fans.by_ids(persons),
        await tx.people.by_ids(persons),
    )
    found = {}
    for one in persons:
        person = people.get(one)
        found[one] = Standing(
            first_at=first.get(one),
            known_since=known_since,
            we_follow=person is not None and person.relationship.we_follow,
            fan=fans.get(one),
        )
    return found


async def _known_since(tx: UnitOfWork, heard: Sequence[ClassifiedPost]) -> datetime:
    """From when on we know what people write to this brand: the oldest post of the first look."""
    kept = await tx.key_values.get(KNOWN_SINCE)
    if isinstance(kept, str):
        return datetime.fromisoformat(kept)
    oldest = min(one.post.at for one in heard)
    await tx.key_values.put(KNOWN_SINCE, oldest.isoformat())
    return oldest


async def keep_wishes(tx: UnitOfWork, watched: BrandContext, heard: Sequence[ClassifiedPost]) -> None:
    """Keep what people say about how they want to be treated; their newest words hold."""
    spoken = {one.post.author_id: one for one in heard if one.wish is not None}
    for person_id, one in spoken.items():
        assert one.wish is not None
        kept = await contact_preferences.known(tx, person_id)
        if kept is None or kept.at <= one.post.at:
            await contact_preferences.put(
                tx, watched, person_id, Wish(one.wish, one.post.at), source=one.post
            )
    for alert in (await tx.alerts.open_of(sorted(spoken))).values():
        await lifecycle.redraw(tx, alert)
