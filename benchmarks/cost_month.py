"""A month of a brand on the sandbox's X: who writes what, when, and what is deleted again. The same for every run."""

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from mutuals_sandbox.world import Post, User, World

START = datetime(2026, 6, 1, tzinfo=UTC)  # a month of 30 days
FOLLOWERS, FOLLOWED = 100_000, 20_000
KEPT = 6_000  # the newest posts in the sandbox's lists: more than any call may read
DELETED, DELETED_AFTER = 0.015, timedelta(hours=20)  # one post in 70, mostly within a day or two
ANSWERED = 0.6  # of complaints and questions, within some hours
COMPLAIN = 0.058  # gives about 193 alerts a day at 3,000 mentions, with the fans'
TALKATIVE = 3.0  # by this power, a tenth of the people write nearly half of the posts

COMPLAINTS = (
    "@{brand} my {thing} arrived broken, this is unacceptable",
    "@{brand} still no refund for the {thing}, third time I ask, terrible service",
    "@{brand} the {thing} stopped working after a week, very disappointed",
    "@{brand} where is my parcel with the {thing}? nobody answers, awful",
    "@{brand} you charged me twice for the {thing}, I want my money back",
)
# Said without any complaint, in words that a search for complaints finds, too.
HARMLESS = (
    "@{brand} picked up my order of the {thing} today, lovely",
    "@{brand} no problem at all with the {thing}, ten years now",
    "@{brand} the delivery of the {thing} was quick, thank you",
)
PLAIN = (
    "@{brand} love the new {thing}",
    "@{brand} the {thing} looks great next to the window",
    "@{brand} good morning from the hills, tea in hand",
    "@{brand} thank you for the {thing}, so good",
    "@{brand} we had the {thing} at work and everybody liked it",
)
THINGS = ("kettle", "teapot", "blue cup", "mug", "steel flask", "copper pan", "tray", "jug")


class MonthWorld(World):
    """The sandbox's X with lists that hold the newest posts only, so that a month of them stays quick."""

    def post(self, *args: object, **options: object) -> Post:
        """See World.post."""
        made = super().post(*args, **options)  # type: ignore[arg-type]
        for ids in (
            (*self._by_author.values(), *self._mentioning.values()) if len(self.posts) % 2_000 == 0 else ()
        ):
            del ids[:-KEPT]
        return made

    def mentions_of(self, user_id: str) -> list[Post]:
        """See World.mentions_of; some more than the 800 that can be read."""
        newest = self._mentioning.get(user_id, [])[-1_000:]
        return [post for post in self._standing(newest) if not post.repost_of]

    def all_posts(self) -> Iterator[Post]:
        """See World.all_posts; here posts are made in the order of their ids."""
        for post_id in reversed(self.posts):
            yield from self._standing([post_id])


@dataclass
class Month:
    """The brand and its customers; `live` lets them write up to a moment."""

    mentions: int  # a day
    own: int  # posts of the brand a day
    harmless: float  # share of mentions that a search for complaints finds as well
    seed: int = 1
    clock_at: datetime = START
    asked: deque[tuple[datetime, str]] = field(default_factory=deque)  # to be answered then
    doomed: list[tuple[datetime, str]] = field(default_factory=list)
    deleted_at: dict[str, datetime] = field(default_factory=dict)
    written: dict[str, int] = field(default_factory=lambda: {"mentions": 0, "own": 0})

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        self.world = MonthWorld(lambda: self.clock_at)
        self.brand = self._add("kettleco", FOLLOWERS, FOLLOWED)
        self.world.brand_id, self.world.team_ids = self.brand.id, [self.brand.id]
        self.people = [self._add(f"p{number}", 100, 100) for number in range(max(200, self.mentions * 7))]
        for person in self.people:
            if self.dice.random() < 0.35:
                self.world.follow(person.id, self.brand.id)
            if self.dice.random() < 0.07:
                self.world.follow(self.brand.id, person.id)
        self._next = {"mentions": START, "own": START}

    def _add(self, handle: str, followers: int, following: int) -> User:
        born = START - timedelta(days=900) + timedelta(seconds=len(self.world.users))
        return self.world.add_user(
            handle, handle.title(), created_at=born, followers=followers, following=following
        )

    def live(self, until: datetime) -> None:
        """Everybody writes what they write until then."""
        moments = [*self._moments("mentions", self.mentions, until), *self._moments("own", self.own, until)]
        for at, who in sorted(moments):
            self.clock_at = at
            self._mention(at) if who == "mentions" else self._speak(at)
        self.clock_at = until
        still = []
        for at, post_id in self.doomed:
            if at > until:
                still.append((at, post_id))
            elif not self.world.posts[post_id].deleted:
                self.world.delete(post_id)
                self.deleted_at[post_id] = at
        self.doomed = still

    def _moments(self, who: str, a_day: int, until: datetime) -> list[tuple[datetime, str]]:
        found = []
        while a_day and self._next[who] < until:
            found.append((self._next[who], who))
            self._next[who] += timedelta(days=self.dice.expovariate(a_day))
        return found

    def _mention(self, at: datetime) -> None:
        author = self.people[int(len(self.people) * self.dice.random() ** TALKATIVE)]
        draw = self.dice.random()
        kind = COMPLAINTS if draw < COMPLAIN else HARMLESS if draw < self.harmless else PLAIN
        text = self.dice.choice(kind).format(brand="kettleco", thing=self.dice.choice(THINGS))
        post = self.world.post(author.id, f"{text} {self.dice.randrange(10_000)}", at=at)
        self.written["mentions"] += 1
        if kind is COMPLAINTS and self.dice.random() < ANSWERED:
            self.asked.append((at + timedelta(hours=self.dice.uniform(0.5, 6)), post.id))
        if self.dice.random() < DELETED:
            self.doomed.append((at + DELETED_AFTER * self.dice.expovariate(1), post.id))

    def _speak(self, at: datetime) -> None:
        """The brand answers somebody who has waited long enough, or just says something."""
        self.written["own"] += 1
        while self.asked and self.asked[0][0] <= at:
            _, post_id = self.asked.popleft()
            if not self.world.posts[post_id].deleted:
                self.world.post(
                    self.brand.id, "So sorry, we have sent you a message.", in_reply_to=post_id, at=at
                )
                return
        self.world.post(self.brand.id, f"A quiet morning {self.dice.randrange(10_000)}", at=at)
