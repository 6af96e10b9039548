"""Replays a stream through the watch code with the posts' own clock, stopping at every moment that matters."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import groupby
from typing import Any, cast

from mutuals.backtest.recorded_network import RecordedNetwork
from mutuals.backtest.recording import Stream
from mutuals.backtest.turns_taken import TurnTaken, turns_taken
from mutuals.context import BrandContext, Context, FixedBrandRegistry
from mutuals.domain import loyalty
from mutuals.domain.case_batch import ClassifiedPost
from mutuals.domain.model import Alert, Case, Category, Classification, Person, Post
from mutuals.domain.policy import DAY, Policy, ResponseTime
from mutuals.ports.network import Timeline
from mutuals.ports.repositories.cases import CaseRepository
from mutuals.ports.store import Store
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.storage.repositories.mappers import next_moment
from mutuals.watcher import poll
from mutuals.watcher.evaluate import evaluate

FANS_EVERY = timedelta(hours=1)  # of the stream's time: alerts about fans are rationed by the hour


@dataclass(slots=True)
class PostClock:
    """The time of the post that is replayed."""

    at: datetime

    def now(self) -> datetime:
        """The stream's time."""
        return self.at


@dataclass(frozen=True, slots=True)
class FanTold:
    """A fan alert: when, about whom, and the score then (decayed, in mentions)."""

    alert_id: str
    opened_at: datetime
    score: float


@dataclass(slots=True)
class Outcome:
    """What came of a stream: the last state of each case episode, of fan alerts, and when fans were told."""

    cases: dict[tuple[str, int], Case] = field(default_factory=dict)
    alerts: dict[str, Alert] = field(default_factory=dict)
    fans: list[FanTold] = field(default_factory=list)
    turns: dict[tuple[str, int], list[TurnTaken]] = field(default_factory=dict)  # by case and episode


@dataclass(slots=True)
class _Notes:
    """What is written down while the watch code writes to the store."""

    policy: Policy
    clock: PostClock
    outcome: Outcome = field(default_factory=Outcome)
    moments: list[tuple[datetime, str]] = field(default_factory=list)
    latest: dict[str, datetime | None] = field(default_factory=dict)
    changes: int = 0
    noted: tuple[UnitOfWork, UnitOfWork] | None = None  # the latest transaction, and it with notes taken

    def case(self, case: Case) -> None:
        self.changes += 1
        taken = self.outcome.turns.setdefault((case.id, case.episode), [])
        taken += turns_taken(case, self.outcome.cases.get((case.id, case.episode)), taken, self.clock.at)
        self.outcome.cases[case.id, case.episode] = case
        moment = next_moment(case)
        if moment is not None and self.latest.get(case.id) != moment:
            heappush(self.moments, (moment, case.id))
        self.latest[case.id] = moment

    def skip(self) -> None:
        """Forget the earliest moment."""
        heappop(self.moments)

    def next(self) -> datetime | None:
        """The earliest moment of any case."""
        while self.moments and self.latest[self.moments[0][1]] != self.moments[0][0]:
            heappop(self.moments)
        return self.moments[0][0] if self.moments else None


class _NotedTransaction:
    """A transaction that passes everything on, and writes down cases and fan alerts."""

    def __init__(self, tx: UnitOfWork, notes: _Notes) -> None:
        self._tx = tx
        self.cases = _NotedCases(tx.cases, notes)
        self.alerts = _NotedAlerts(tx, notes)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._tx, name)
        setattr(self, name, found)  # asked for some ten times a post: found at once the next time
        return found


class _NotedCases:
    def __init__(self, cases: CaseRepository, notes: _Notes) -> None:
        self._cases, self._notes = cases, notes

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._cases, name)
        setattr(self, name, found)
        return found

    async def put(self, cases: Sequence[Case]) -> None:
        await self._cases.put(cases)
        for case in cases:
            self._notes.case(case)


class _NotedAlerts:
    def __init__(self, tx: UnitOfWork, notes: _Notes) -> None:
        self._tx, self._alerts, self._notes = tx, tx.alerts, notes

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._alerts, name)
        setattr(self, name, found)
        return found

    async def put(self, alert: Alert, *, was: int | None) -> bool:
        if not await self._alerts.put(alert, was=was):
            return False
        self._notes.changes += 1
        known = self._notes.outcome.alerts
        if alert.is_fan and not (alert.id in known and known[alert.id].is_fan):
            fan = (await self._tx.fans.by_ids([alert.person_id]))[alert.person_id]
            now = self._notes.clock.at
            score = loyalty.score_now(fan, now, self._notes.policy)
            self._notes.outcome.fans.append(FanTold(alert.id, now, score))
        known[alert.id] = alert
        return True


class _NotedStore:
    """A store whose transactions are noted."""

    def __init__(self, store: Store, notes: _Notes) -> None:
        self._store = store
        self._notes = notes

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def transaction(self, brand_id: str, *, urgent: bool = False) -> "_NotedContext":
        return _NotedContext(self._store.transaction(brand_id, urgent=urgent), self._notes)


class _NotedContext:
    """Enters and leaves the store's own transaction (a class: three of them a post, and a generator costs more)."""

    def __init__(self, inner: AbstractAsyncContextManager[UnitOfWork], notes: _Notes) -> None:
        self._inner = inner
        self._notes = notes

    async def __aenter__(self) -> UnitOfWork:
        tx = await self._inner.__aenter__()
        if self._notes.noted is None or self._notes.noted[0] is not tx:
            self._notes.noted = tx, cast("UnitOfWork", _NotedTransaction(tx, self._notes))
        return self._notes.noted[1]

    async def __aexit__(self, *error: Any) -> bool | None:
        return await self._inner.__aexit__(*error)


async def replay(
    stream: Stream,
    store: Store,
    policy: Policy,
    *,
    every_post: bool = False,
    step: Callable[[int], None] = lambda posts: None,
) -> Outcome:
    """Replay one brand's stream over an empty store; `step` is told how many posts were taken in.

    With `every_post` the stream must come from `one_case_a_post` and the policy from `every_post_policy`.
    Time stops at the last post: what happens later was not recorded.
    """
    clock = PostClock(stream.posts[0].at)
    notes = _Notes(policy, clock)
    player = _Player(stream, cast("Store", _NotedStore(store, notes)), notes, every_post=every_post)
    await store.put_brand(stream.brand)
    with _few_collections():
        for at, group in groupby(stream.posts, key=lambda post: post.at):
            await player.pass_time(at)
            await player.ingest(at)
            step(len(list(group)))
    return notes.outcome


@contextmanager
def _few_collections() -> Iterator[None]:
    """Nearly everything that a replay makes stays; looking through it again and again took a tenth of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(100_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


class _Player:
    """One brand's replay: the clock moves to each post and to each moment of a case in between."""

    def __init__(self, stream: Stream, store: Store, notes: _Notes, *, every_post: bool) -> None:
        self._notes = notes
        self._network = RecordedNetwork(stream, notes.clock)
        self._watched = BrandContext(stream.brand, self._network, notes.policy)
        self._context = Context(store, notes.clock, _nowhere, brands=FixedBrandRegistry(self._watched))
        self._cursors: tuple[str | None, str | None] = (None, None)
        self._fans_at: datetime | None = None
        self._every_post = every_post

    async def pass_time(self, until: datetime) -> None:
        """Let every moment before `until` come, each at its own time."""
        while (moment := self._notes.next()) is not None and moment < until:
            self._notes.clock.at = max(moment, self._notes.clock.at)
            await self._tell_due()

    async def ingest(self, at: datetime) -> None:
        """Hear what was written at this moment, and tell what is due by it."""
        self._notes.clock.at = at
        mentions = await self._network.mentions(self._cursors[0])
        own = await self._network.own_posts(self._cursors[1])
        self._cursors = mentions.cursor, own.cursor
        await poll.ingest(
            self._context, self._watched, _bare(mentions), _bare(own),
            classifier=_hear_every_post if self._every_post else None,
        )  # fmt: skip
        if mentions.posts and await self._fans_wait(at):
            self._fans_at = at
            await evaluate(self._context, self._watched, fans=True)
        await self._tell_due()

    async def _fans_wait(self, at: datetime) -> bool:
        """Is it time to consider fans, and has anyone spoken often enough? (Most posts are spared the question.)"""
        if self._every_post or (self._fans_at is not None and at - self._fans_at < FANS_EVERY):
            return False
        policy = self._notes.policy
        since, often = at - loyalty.last_within(policy), loyalty.at_least(policy)
        async with self._context.store.transaction(self._watched.brand.id) as tx:
            return bool(await tx.fans.top(1, active_since=since, at_least=often))

    async def _tell_due(self) -> None:
        while (moment := self._notes.next()) is not None and moment <= self._notes.clock.at:
            before = self._notes.changes
            await evaluate(self._context, self._watched, fans=False)
            if self._notes.changes == before:
                self._notes.skip()  # the watch code leaves it for later; so do we


async def _nowhere(key: str) -> None:
    """No engine: the replay does everything in turn."""


def _bare(timeline: Timeline) -> Timeline:
    # The cursor is kept here; writing it at every post would only take time.
    return Timeline(timeline.posts, None)


# --- every post a case -----------------------------------------------------------------------


def every_post_policy(policy: Policy) -> Policy:
    """Told on arrival, due after 24 hours, never expired: an answer after months still counts as one."""
    clock = ResponseTime(due=DAY, tell_at_half=False)
    return replace(
        policy,
        hours=None,
        response_times=dict.fromkeys(policy.response_times, clock),
        expires_after=36500 * DAY,
    )


def _hear_every_post(watched: BrandContext, post: Post) -> ClassifiedPost:
    ours = post.author_id == watched.brand.account.id
    return ClassifiedPost(
        post, None if ours else Classification(Category.COMPLAINT, complaint=0.5, praise=0.0)
    )


def one_case_a_post(stream: Stream) -> Stream:
    """The stream with a person for each post, and each post of the brand addressed to all who wait in its conversation.

    So the watch code itself makes each post a case of its own, and any later post of the brand answers it.
    """
    waiting: dict[str, list[str]] = {}
    posts: list[Post] = []
    people: dict[str, Person] = {}
    for post in stream.posts:
        room = waiting.setdefault(post.conversation_id, [])
        plain = (post.at, post.conversation_id)
        if stream.ours(post):
            everyone = tuple(room)
            posts.append(Post(post.id, post.author_id, "", *plain, in_reply_to=plain[1], mentions=everyone))
            room.clear()
        else:
            person_id = f"post:{post.id}"
            posts.append(Post(post.id, person_id, "", *plain))
            people[person_id] = stream.people[post.author_id]
            room.append(person_id)
    return Stream(stream.brand, tuple(posts), people)
