"""What a batch of posts is folded into: the cases it may touch, and what it did to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from mutuals.domain.language.follow_ups import Says
from mutuals.domain.model import Case, Classification, Post
from mutuals.domain.sla import Standing
from mutuals.domain.turns import WAITING


@dataclass(frozen=True, slots=True)
class ClassifiedPost:
    """A post with what the language rules made of it; our own posts have no reading."""

    post: Post
    reading: Classification | None
    preference: str | None = None  # how they want to be treated, if the post says so
    says: Says | None = None  # what its short words do after what was said before
    aside: bool = False  # said to somebody else; we are named by the network only


@dataclass(slots=True)
class CaseBatch:
    """The cases that a batch of posts may touch, and what the batch did to them."""

    brand_id: str
    brand_account: str
    cases: dict[str, Case]
    held: frozenset[str] = frozenset()  # ids of our holding replies, and of posts one is under way for
    touched: set[str] = field(default_factory=set)
    answers: dict[str, list[str]] = field(default_factory=dict)  # post answered -> our posts
    standings: Mapping[str, Standing] = field(default_factory=dict)  # by person
    family: frozenset[str] = frozenset()  # account ids that answer for the brand, too
    asked: dict[str, list[Post]] = field(
        default_factory=dict
    )  # conversation -> our posts that ask for something
    now: datetime | None = None  # ours; a network whose clock is ahead dates its posts in our future
    # ids, in order: a long conversation holds mostly closed cases
    waiting: dict[str, None] = field(init=False)

    def __post_init__(self) -> None:
        self.waiting = {one: None for one, case in self.cases.items() if case.state in WAITING}

    def begins(self, post: Post) -> datetime:
        """From when the clocks of a post run: what is dated in our future is due now."""
        return post.at if self.now is None else min(post.at, self.now)

    def put(self, case: Case) -> None:
        """Keep a changed case."""
        self.cases[case.id] = case
        self.touched.add(case.id)
        if case.state in WAITING:
            self.waiting[case.id] = None
        else:
            self.waiting.pop(case.id, None)
