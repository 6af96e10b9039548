"""Gathers all that is known about one person, by a handful of look-ups in indexes however long the history is."""

from datetime import datetime, timedelta

from mutuals.actions import queue
from mutuals.alerting import alert_view, contacts
from mutuals.cards.person_view import PersonView
from mutuals.context import BrandContext, Context
from mutuals.domain import bonds
from mutuals.domain import drift as drift_rules
from mutuals.domain import leaving as leaving_rules
from mutuals.domain.bonds import BondChange, BondEvent
from mutuals.domain.exchanges import Exchanges, exchanges, is_to
from mutuals.domain.ids import is_digest, key_of, memo_of, person_key, person_target
from mutuals.domain.leaving import Signs
from mutuals.domain.model import AlertState, Fan, Post
from mutuals.ports.unit_of_work import UnitOfWork

POSTS = 200  # newest of theirs that are read
RHYTHM = timedelta(days=365)  # over which somebody's own rhythm is measured
_EVER = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


async def gather(
    ctx: Context, tx: UnitOfWork, watched: BrandContext, person_id: str, chat: str = ""
) -> PersonView:
    """Everything that the card of this person needs; `chat` is the reader's, for the page of their alert there."""
    now = ctx.clock.now()
    posts = await tx.posts.newest_of(person_id, POSTS)
    fan = (await tx.fans.by_ids([person_id])).get(person_id)
    talk = await talk_of(tx, watched, person_id, posts, fan, now)
    cases = list((await tx.cases.by_ids([one.id for one in posts])).values())
    history = (await tx.bonds.of([person_id])).get(person_id, [])
    times = await tx.posts.times_of([person_id], now - RHYTHM)
    found = drift_rules.drift(times.get(person_id, []), now)
    signs = Signs(talk, fan, cases, found, left(history))
    alerts = await tx.alerts.of([person_id])
    waiting = next((one for one in alerts if one.state is not AlertState.SETTLED), None)
    return PersonView(
        brand=watched.brand,
        links=watched.links,
        policy=watched.policy,
        now=now,
        target=person_target(watched.brand.id, person_id),
        person_id=person_id,
        person=(await tx.people.by_ids([person_id])).get(person_id),
        fan=fan,
        posts=posts,
        wrote=(await tx.posts.count_by_author([person_id], _EVER)).get(person_id, 0),
        first_at=(await tx.posts.first_times([person_id])).get(person_id),
        cases=cases,
        talk=talk,
        drift=found,
        leaving=leaving_rules.leaving(signs, now, watched.policy),
        cause=leaving_rules.likely_cause(signs),
        left=signs.left is not None,
        bonds=history,
        preference=await contacts.contact_preference(tx, person_id),
        notes=await tx.notes.of(person_id),
        last_alert=next((one for one in reversed(alerts) if one.state is AlertState.SETTLED), None),
        waiting=await alert_view.facts(tx, watched, waiting, now) if waiting else None,
        url=await queue.message_url(ctx, tx, waiting, chat) if waiting else None,
    )


async def talk_of(
    tx: UnitOfWork, watched: BrandContext, person_id: str, posts: list[Post], fan: Fan | None, now: datetime
) -> Exchanges:
    """How they and the brand have talked in the conversations of these posts."""
    speakers = sorted({watched.brand.account.id, *watched.family})
    spoken = await tx.posts.of_conversations([one.conversation_id for one in posts], by=speakers)
    ids = {one.id for one in posts}
    ours = [one for one in spoken if not one.gone and is_to(one, person_id, ids)]
    return exchanges(posts, ours, now, watched.policy, answered_at=fan.answered_at if fan else None)


def left(history: list[BondChange]) -> BondChange | None:
    """Their stopping to follow, unless they follow again."""
    newest = bonds.last(history, BondEvent.THEY_FOLLOW, BondEvent.THEY_LEFT)
    return newest if newest is not None and newest.event is BondEvent.THEY_LEFT else None


async def person_of(tx: UnitOfWork, target: str) -> str | None:
    """The id of the person whom a button acts on; None for a target that is none or that nobody knows."""
    key = person_key(target)
    if key is None or not is_digest(key):
        return key
    return str(await tx.key_values.get(memo_of(key)) or "") or None


async def remember_keys(ctx: Context, watched: BrandContext, person_ids: list[str]) -> None:
    """Keep the ids that buttons are too short for, so that a press of months later is understood."""
    digests = [(key, one) for one in person_ids if is_digest(key := key_of(one))]
    if not digests:
        return
    async with ctx.store.transaction(watched.brand.id) as tx:
        for key, person_id in digests:
            if await tx.key_values.get(memo_of(key)) is None:
                await tx.key_values.put(memo_of(key), person_id)
