"""Which people may be loyal fans: whom to look up, and whom to suggest.

At every look the best are considered, and after them some of the others in turn, so that whoever talks often enough is
reached, however many stand before them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mutuals.alerting import lifecycle, own_accounts
from mutuals.context import BrandContext
from mutuals.domain import loyalty
from mutuals.domain.fan_segments import FanSegment
from mutuals.domain.model import AlertKind, Fan, Person, Post
from mutuals.ports.unit_of_work import UnitOfWork

BEST = 200  # considered at every look, best score first: of those who may be told
IN_TURN = 200  # considered after them, from where the look before ended
TURN = "fans/turn"  # how many of those who may be told were passed already
AT_ONCE = 10  # fans whose posts are held in memory at the same time: the best ones have written thousands
BACK = 50  # people who spoke again after a talk: the newest words first
ASKED_AGAIN = timedelta(days=30)  # until somebody is looked up anew who was no fan by what was known
EVIDENCE = 5  # posts kept as evidence under a fan alert


@dataclass(frozen=True, slots=True)
class Candidates:
    """People who may be loyal fans, and where the next turn begins."""

    fans: Sequence[Fan]
    following: int


async def to_look_up(
    tx: UnitOfWork, watched: BrandContext, now: datetime, most: int, candidates: Candidates
) -> list[str]:
    """The best of the frequent people whose profile is not known freshly, so many at most.

    Who was looked up and is no fan takes nobody's place; who is one and waits for the day's room does.
    """
    wanted: list[str] = []
    ready = 0
    following = candidates.following
    people = await _known_freshly(tx, watched, candidates.fans, now)
    once = await tx.people.by_ids([fan.person_id for fan in candidates.fans])
    held_back = await own_accounts.perhaps_ours(tx, watched, people.values())
    for some in _some(candidates.fans):
        for fan, theirs, complaints in await _frequent(tx, watched, some, now):
            person = people.get(fan.person_id)
            if person is None:
                before = once.get(fan.person_id)
                if before is None or older(before.checked_at, now, ASKED_AGAIN) or loyalty.assess_fan(
                    fan, before, theirs, now, watched.policy, complaints=complaints
                ).loyal:  # fmt: skip
                    wanted.append(fan.person_id)
            elif fan.person_id in held_back:
                continue
            elif loyalty.assess_fan(fan, person, theirs, now, watched.policy, complaints=complaints).loyal:
                ready += 1
        if len(wanted) + ready >= most:
            break
    if not wanted and not ready and following != await tx.key_values.get(TURN):  # nobody is left among these
        await tx.key_values.put(TURN, following)
    return wanted[: max(0, most - ready)]


async def _told_within(tx: UnitOfWork, span: timedelta, now: datetime) -> int:
    """How many fans were told; what a clock that was ahead has told in the future takes nobody's place."""
    future = await tx.alerts.count_opened(AlertKind.FAN, now + timedelta(minutes=1))
    return await tx.alerts.count_opened(AlertKind.FAN, now - span) - future


async def suggest(tx: UnitOfWork, watched: BrandContext, now: datetime, candidates: Candidates) -> bool:
    """Tell loyal fans, as many as the hour and the day have room for."""
    policy, fans = watched.policy, candidates.fans
    if not fans:
        return False
    hour = policy.fans_per_hour - await _told_within(tx, timedelta(hours=1), now)
    day = policy.fans_per_day - await _told_within(tx, timedelta(days=1), now)
    room = min(hour, day)
    if room <= 0:
        return False
    people = await _known_freshly(tx, watched, fans, now)
    opened = 0
    held_back = await own_accounts.perhaps_ours(tx, watched, people.values())
    for some in _some([fan for fan in fans if fan.person_id in people.keys() - held_back]):
        for fan, theirs, complaints in await _frequent(tx, watched, some, now):
            person = people[fan.person_id]
            decision = loyalty.assess_fan(fan, person, theirs, now, policy, complaints=complaints)
            if opened < room and decision.loyal:
                evidence = [post.id for post in theirs if not post.gone][-EVIDENCE:]
                await lifecycle.open_fan_alert(tx, watched, fan.person_id, decision, evidence, now)
                opened += 1
        if opened >= room:
            break
    return opened > 0


def older(at: datetime | None, now: datetime, than: timedelta) -> bool:
    """Is it longer ago than that, or was it never?"""
    return at is None or now - at > than


def _some(fans: Sequence[Fan]) -> Iterator[Sequence[Fan]]:
    """A few at a time."""
    return (fans[start : start + AT_ONCE] for start in range(0, len(fans), AT_ONCE))


async def _known_freshly(
    tx: UnitOfWork, watched: BrandContext, fans: Sequence[Fan], now: datetime
) -> Mapping[str, Person]:
    """A look-up that failed leaves what was known days ago: nobody is suggested by that."""
    fresh = watched.policy.relation_fresh
    known = await tx.people.by_ids([fan.person_id for fan in fans])
    return {one: person for one, person in known.items() if not older(person.checked_at, now, fresh)}


async def candidates_of(tx: UnitOfWork, watched: BrandContext, now: datetime) -> Candidates:
    """People who may be loyal fans, not decided about lately, not known to be strangers: the best, and those whose
    turn it is. With where the next turn begins.
    """
    active_since, at_least = now - loyalty.last_within(watched.policy), loyalty.at_least(watched.policy)
    turn = max(BEST, int(await tx.key_values.get(TURN) or 0))
    enough, most = turn + IN_TURN, 2 * BEST
    while most <= enough:
        most *= 2  # few different numbers, so that the database knows its plans
    while True:  # those who are decided about, or told, must not take the places of the others
        best = await tx.fans.top(most, active_since=active_since, at_least=at_least)
        found = await _undecided(tx, watched, best, now)
        if len(found) > enough or len(best) < most:
            break
        most *= 2
    known = {fan.person_id for fan in found}
    back = [one for one in await _came_back(tx, watched, now) if one.person_id not in known]
    if len(found) <= enough:  # the last of them: then from the beginning
        return Candidates([*found[:BEST], *back, *found[turn:]], BEST)
    return Candidates([*found[:BEST], *back, *found[turn:enough]], enough)


async def _came_back(tx: UnitOfWork, watched: BrandContext, now: datetime) -> list[Fan]:
    """With whom we have talked, and who spoke since: a few words are enough then, if they are warm."""
    since = now - loyalty.last_within(watched.policy)
    some = await tx.fans.segment(FanSegment.RETURNED, BACK, since=since, until=now)
    return await _undecided(tx, watched, some, now)


async def _undecided(tx: UnitOfWork, watched: BrandContext, best: Sequence[Fan], now: datetime) -> list[Fan]:
    policy = watched.policy
    open_for = [
        fan
        for fan in best
        if fan.person_id not in watched.family
        and not (fan.quiet_until and now < fan.quiet_until)
        and not (fan.follows_us is False and not older(fan.checked_at, now, policy.relation_fresh))
    ]
    told = await tx.alerts.open_of([fan.person_id for fan in open_for])
    return [fan for fan in open_for if fan.person_id not in told or not told[fan.person_id].is_fan]


async def _frequent(
    tx: UnitOfWork, watched: BrandContext, fans: Sequence[Fan], now: datetime
) -> list[tuple[Fan, list[Post], int]]:
    """Those of them who spoke often enough, with what they wrote, and how many complaints beside it."""
    policy = watched.policy
    posts = await tx.posts.of_authors([fan.person_id for fan in fans], now - policy.fan_window)
    pairs = [(fan, posts.get(fan.person_id, [])) for fan in fans]
    frequent = [
        (fan, theirs)
        for fan, theirs in pairs
        if loyalty.often_enough(theirs, now, policy) or loyalty.welcomed(fan, theirs, now, policy)
    ]
    writers = [fan.person_id for fan, _ in frequent]
    complaints = await tx.posts.count_complaints(writers, now - policy.fan_window) if writers else {}
    return [(fan, theirs, complaints.get(fan.person_id, 0)) for fan, theirs in frequent]
