"""When far more is said to a brand than usual, or far more of it complains or praises: one spike, not one per post. Pure.

What is usual is learned from the brand's own last weeks, by the hour of the week: the mean of that hour without its
highest value, drawn towards the mean of the hour of the day (working days and weekends apart), and that towards the mean
of all hours, with the weight of four hours each. A brand whose hours differ much by themselves needs more for an alarm:
the square roots of counts are compared (the transform by which counts of a Poisson process vary alike, F. J. Anscombe,
Biometrika 35, 1948), divided by how much they usually vary.

Shares are compared by the exact chance that so many of so many complain (or praise) when the usual share holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from math import exp, lgamma, log, sqrt
from statistics import median

from mutuals.domain.hour_counts import HOUR, HourCount, hour_of

KEPT = timedelta(days=56)  # eight of each hour of the week
ENOUGH = timedelta(days=3)  # with less, nothing is known to compare with
WEIGHT = 4.0  # hours that the wider mean counts for
TIMES = 3.0  # what is usual, at least
MORE = 12.0  # posts above what is usual, at least
DEVIATIONS = 5.0  # of the square roots: by chance less than once in a million hours
FEWEST = 20  # posts whose shares say something
SHARE_HOURS = 3  # in which they came
SHARE_MORE = 0.25  # above the usual share, at least
SHARE_CHANCE = 1e-5
CALM = 1.5  # times what is usual, and no more, is calm again
CALM_FOR = timedelta(hours=2)
DOUBLED = 2.0  # times what was told last: it is told again
COOL_DOWN = timedelta(hours=4)  # after its end, unless it comes back higher than it was
ONE_POST = 0.4  # of a spike's posts in one conversation: that post is what takes off


class SpikeKind(StrEnum):
    """What there is more of."""

    COMPLAINTS = "complaints"
    PRAISE = "praise"
    POSTS = "posts"


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual for one hour: how many posts, how much that varies (1 for chance alone), and the shares."""

    posts: float
    spread: float
    complaints: float
    praise: float


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is usual in a clock hour and in the one before it; the same for the whole hour."""

    hour: datetime
    now: Usual
    before: Usual


@dataclass(frozen=True, slots=True)
class Spike:
    """One episode. `told` is the hour's count that was said last, `calm_since` when it came down."""

    kind: SpikeKind
    began: datetime
    told: int
    peak: int
    calm_since: datetime | None = None
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class SpikeStep:
    """What a look makes of it: the episode as it stands now, and whether it has begun, doubled or ended with this look."""

    spike: Spike | None
    began: bool = False
    doubled: bool = False
    ended: bool = False


def usual(known: Mapping[datetime, HourCount], hour: datetime, watched_since: datetime) -> Usual | None:
    """What is usual in this hour, from the hours before it; None while too little is known. Hours since
    `watched_since` of which nothing is known were hours without posts."""
    begins = max(hour_of(watched_since), hour - KEPT)
    hours = int((hour - begins) / HOUR)
    if hours * HOUR < ENOUGH:
        return None
    counts = {begins + n * HOUR: known.get(begins + n * HOUR, HourCount()) for n in range(hours)}
    every = [one.posts for one in counts.values()]
    overall = _mean(every)
    of_day = _near([c.posts for at, c in counts.items() if _day_hour(at) == _day_hour(hour)], overall)
    expected = _near([c.posts for at, c in counts.items() if _week_hour(at) == _week_hour(hour)], of_day)
    total = sum(counts.values(), HourCount())
    return Usual(
        expected,
        _spread(counts, overall),
        (total.complaints + 2)
        / (total.posts + 20),  # a brand that nobody has complained to yet has some, too
        (total.praise + 2) / (total.posts + 20),
    )


def baseline(known: Mapping[datetime, HourCount], watched_since: datetime, hour: datetime) -> Baseline | None:
    """What is usual in an hour; None while too little is known. `known` are the hours of KEPT before it."""
    normal = usual(known, hour, watched_since)
    return Baseline(hour, normal, usual(known, hour - HOUR, watched_since) or normal) if normal else None


def _mean(counts: list[int]) -> float:
    """Without the highest hundredth: an earlier spike is not what is usual."""
    ordered = sorted(counts)
    kept = ordered[: len(ordered) - len(ordered) // 100]
    return sum(kept) / len(kept) if kept else 0.0


def _near(counts: list[int], wider: float) -> float:
    """The mean without the highest value, drawn towards a wider one."""
    kept = sorted(counts)[:-1] if len(counts) > 2 else counts
    return (sum(kept) + WEIGHT * wider) / (len(kept) + WEIGHT)


def _day_hour(at: datetime) -> tuple[bool, int]:
    return at.weekday() >= 5, at.hour


def _week_hour(at: datetime) -> tuple[int, int]:
    return at.weekday(), at.hour


def _spread(counts: Mapping[datetime, HourCount], overall: float) -> float:
    """How much the hours vary around that of their day, against what chance alone would do (1). The median, so that
    spikes do not count; .455 is the median of a squared normal deviate."""
    by_hour: dict[tuple[bool, int], list[int]] = {}
    for at, one in counts.items():
        by_hour.setdefault(_day_hour(at), []).append(one.posts)
    centres = {key: _near(of, overall) for key, of in by_hour.items()}
    residuals = [
        (_root(one) - _root(centres[key])) ** 2 * 4
        for key, of in by_hour.items()
        for one in of
        if centres[key] >= 1
    ]
    return max(1.0, median(residuals) / 0.455) if residuals else 1.0


def _root(count: float) -> float:
    return sqrt(count + 0.375)


def stands_out(posts: int, of: Usual) -> bool:
    """Are so many posts in an hour far more than usual?"""
    enough = posts >= TIMES * of.posts and posts - of.posts >= MORE
    return enough and 2 * (_root(posts) - _root(of.posts)) >= DEVIATIONS * sqrt(of.spread)


def share_stands_out(part: int, posts: int, usual_share: float) -> bool:
    """Do far more of so many posts complain (or praise) than usual?"""
    if posts < FEWEST or part < FEWEST / 2 or part / posts < usual_share + SHARE_MORE:
        return False
    return chance(part, posts, usual_share) < SHARE_CHANCE


def chance(part: int, posts: int, share: float) -> float:
    """How likely `part` or more of `posts` are when each is one with this chance (binomial)."""
    if part <= 0 or share >= 1:
        return 1.0
    if share <= 0:
        return 0.0
    return min(1.0, sum(
        exp(lgamma(posts + 1) - lgamma(n + 1) - lgamma(posts - n + 1) + n * log(share) + (posts - n) * log(1 - share))
        for n in range(part, posts + 1)
    ))  # fmt: skip


def lately(known: Mapping[datetime, HourCount], now: datetime, hours: int = SHARE_HOURS) -> HourCount:
    """The clock hour that is running and those before it, together."""
    last = hour_of(now)
    return sum((known.get(last - n * HOUR, HourCount()) for n in range(hours)), HourCount())


def seen(recent: Mapping[datetime, HourCount], normal: Baseline, now: datetime) -> SpikeKind | None:
    """Is there a spike at this moment, and of what? `recent` are the last hours; the one that is running counts as it is
    so far."""
    lately_all = lately(recent, now)
    if share_stands_out(lately_all.complaints, lately_all.posts, normal.now.complaints):
        return SpikeKind.COMPLAINTS
    if share_stands_out(lately_all.praise, lately_all.posts, normal.now.praise):
        return SpikeKind.PRAISE
    grew = stands_out(lately(recent, now, 1).posts, normal.now)
    grew = grew or stands_out(lately(recent, now - HOUR, 1).posts, normal.before)
    return SpikeKind.POSTS if grew else None


def step(
    before: Spike | None, recent: Mapping[datetime, HourCount], normal: Baseline | None, now: datetime
) -> SpikeStep:
    """What a look at this moment makes of the last episode."""
    if normal is None:
        return SpikeStep(before)
    found = seen(recent, normal, now)
    count = max(lately(recent, now, 1).posts, lately(recent, now - HOUR, 1).posts)
    if before is None or before.ended is not None:
        cool = before is not None and before.ended is not None and now - before.ended < COOL_DOWN
        if found is None or (cool and before is not None and count <= before.peak):
            return SpikeStep(before)
        return SpikeStep(Spike(found, now, count, count), began=True)
    one = replace(before, peak=max(before.peak, count))
    if found is SpikeKind.COMPLAINTS and one.kind is not found:
        one = replace(one, kind=found)
    if found is not None or not _calm(lately(recent, now, 1).posts, normal.now):
        doubled = count >= DOUBLED * one.told
        return SpikeStep(replace(one, calm_since=None, told=count if doubled else one.told), doubled=doubled)
    since = one.calm_since or now
    if now - since >= CALM_FOR:
        return SpikeStep(replace(one, calm_since=since, ended=now), ended=True)
    return SpikeStep(replace(one, calm_since=since))


def _calm(posts: int, normal: Usual) -> bool:
    """Is the hour that is running like any other?"""
    return posts <= max(CALM * normal.posts, normal.posts + MORE / 2)


def to_doc(one: Spike) -> dict[str, object]:
    """As JSON values."""
    return {
        "kind": one.kind.value, "began": one.began.isoformat(), "told": one.told, "peak": one.peak,
        "calm_since": one.calm_since.isoformat() if one.calm_since else None,
        "ended": one.ended.isoformat() if one.ended else None,
    }  # fmt: skip


def from_doc(doc: Mapping[str, object]) -> Spike:
    """From `to_doc`."""

    def at(name: str) -> datetime | None:
        value = doc.get(name)
        return datetime.fromisoformat(str(value)) if value else None

    return Spike(
        SpikeKind(str(doc["kind"])), at("began") or datetime.fromtimestamp(0, UTC), int(str(doc["told"])),
        int(str(doc["peak"])), at("calm_since"), at("ended"),
    )  # fmt: skip
