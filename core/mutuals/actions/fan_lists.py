"""The lists of people behind `/mutuals fans WORD`: who belongs there now, and a page of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from mutuals.actions import person_view
from mutuals.alerting import own_accounts
from mutuals.cards import fan_lists
from mutuals.cards.fan_lists import FanList
from mutuals.cards.markup import EphemeralReply
from mutuals.context import BrandContext, Context
from mutuals.domain import drift, loyalty
from mutuals.domain.bonds import BondEvent
from mutuals.domain.fan_segments import LOYAL, FanSegment
from mutuals.domain.ids import queue_id
from mutuals.domain.model import Actor, Fan, Person
from mutuals.ports.unit_of_work import UnitOfWork

LOOKED_AT = 60  # people of whom a list is made, and three more for each that was shown before
LEFT_WITHIN = timedelta(days=90)  # who stopped following longer ago is not called back
QUIET = timedelta(days=7), timedelta(days=180)  # since their last word, of whoever may drift away
ACTIVE = timedelta(days=180)  # a last word longer ago belongs to nobody who is still here
_SEGMENTS = {
    FanList.TALKED: FanSegment.TALKED,
    FanList.UNANSWERED: FanSegment.UNANSWERED,
    FanList.IGNORED: FanSegment.IGNORED,
}
WORDS = tuple(FanList)
_LONGEST = 4  # digits of a page's number


@dataclass(frozen=True, slots=True)
class FanListRequest:
    """What somebody asked for: a list, and the page of it or how many they have seen."""

    which: FanList
    page: int = 1
    seen: int | None = None


def asked(words: str) -> FanListRequest | None:
    """The list that the words behind `fans` ask for; None where they ask for the alerts, or for nothing that is known."""
    name, *rest = [*words.casefold().split(), ""]
    if name not in FanList.__members__.values():
        return None
    page = rest[0] if rest else ""
    if page and not (page.isascii() and page.isdigit() and len(page) <= _LONGEST):
        return None
    return FanListRequest(FanList(name), max(1, int(page or 1)))


def continued(part: str, seen: str) -> FanListRequest | None:
    """What the button below a list asks for; None where it is below another list."""
    if part not in FanList.__members__.values() or not (seen.isascii() and seen.isdigit()):
        return None
    return FanListRequest(FanList(part), seen=min(int(seen), 10**_LONGEST))


async def answer(
    ctx: Context, watched: BrandContext, actor: Actor, what: FanListRequest, size: int
) -> EphemeralReply:
    """A page of the list, as things stand now."""
    start = (what.page - 1) * size if what.seen is None else what.seen
    async with ctx.store.reading(watched.brand.id) as tx:
        people = await _people(ctx, tx, watched, what.which, start + 2 * size)
        shown = people[start : start + size]
        views = [await person_view.gather(ctx, tx, watched, one, actor.chat) for one in shown]
    await person_view.remember_keys(ctx, watched, [one.person_id for one in views])
    more = len(people[start + size : start + 2 * size])
    list_id = queue_id(watched.brand.id, what.which)
    return fan_lists.listing(what.which, views, list_id, start=start, more=more)


async def _people(
    ctx: Context, tx: UnitOfWork, watched: BrandContext, which: FanList, most: int
) -> list[str]:
    """The ids of the first people of a list, in its order."""
    now = ctx.clock.now()
    if which is FanList.DRIFTING:
        return (await _drifting(ctx, tx, most))[:most]
    if which is FanList.NEXT:
        return (await _to_follow(ctx, tx, watched, most))[:most]
    fans = await tx.fans.segment(_SEGMENTS[which], most + len(watched.family), since=now - ACTIVE, until=now)
    return [one.person_id for one in fans if one.person_id not in watched.family][:most]


async def _drifting(ctx: Context, tx: UnitOfWork, most: int) -> list[str]:
    """Who stopped following, then who speaks less than they used to."""
    now = ctx.clock.now()
    gone = await tx.bonds.newest(BondEvent.THEY_LEFT, now - LEFT_WITHIN, LOOKED_AT)
    known = await tx.fans.by_ids([one.person_id for one in gone])
    left = [
        one.person_id
        for one in gone
        if one.person_id in known
        and known[one.person_id].follows_us is False
        and known[one.person_id].interactions >= LOYAL
    ]
    quiet = await tx.fans.segment(
        FanSegment.QUIET, LOOKED_AT + 3 * most, since=now - QUIET[1], until=now - QUIET[0]
    )
    times = await tx.posts.times_of([one.person_id for one in quiet], now - person_view.RHYTHM)
    adrift = [one.person_id for one in quiet if drift.drift(times.get(one.person_id, []), now)]
    return list(dict.fromkeys([*left, *adrift]))


async def _to_follow(ctx: Context, tx: UnitOfWork, watched: BrandContext, most: int) -> list[str]:
    """Whom the brand's policy would suggest, best score first, told in an alert already or not."""
    now, policy = ctx.clock.now(), watched.policy
    best = await tx.fans.top(
        LOOKED_AT + 3 * most,
        active_since=now - loyalty.last_within(policy),
        at_least=loyalty.at_least(policy),
    )
    people = await tx.people.by_ids([one.person_id for one in best])
    perhaps_ours = await own_accounts.perhaps_ours(tx, watched, people.values())
    candidates = [
        one for one in best if one.person_id in people.keys() - watched.family.keys() - perhaps_ours
    ]
    found: list[str] = []
    for some in (candidates[start : start + most] for start in range(0, len(candidates), most)):
        found += await _loyal(ctx, tx, watched, some, people)
        if len(found) >= most:
            break
    return found


async def _loyal(
    ctx: Context, tx: UnitOfWork, watched: BrandContext, fans: Sequence[Fan], people: Mapping[str, Person]
) -> list[str]:
    now, policy = ctx.clock.now(), watched.policy
    ids = [one.person_id for one in fans]
    posts = await tx.posts.of_authors(ids, now - policy.fan_window)
    complaints = await tx.posts.count_complaints(ids, now - policy.fan_window)
    return [
        one.person_id
        for one in fans
        if loyalty.assess_fan(
            one,
            people[one.person_id],
            posts.get(one.person_id, []),
            now,
            policy,
            complaints=complaints.get(one.person_id, 0),
        ).loyal
    ]
