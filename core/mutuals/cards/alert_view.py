"""Everything that the words of one alert are made of, gathered before and read-only."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from mutuals.domain import cases as case_rules
from mutuals.domain import small_acts
from mutuals.domain.contact_preferences import ContactPreference
from mutuals.domain.exchanges import Exchanges
from mutuals.domain.model import Action, ActKind, Alert, AlertKind, Brand, Case, Flag, Path, Person, Post
from mutuals.domain.policy import Policy


@dataclass(frozen=True, slots=True)
class NetworkLinks:
    """What people call the network ("X"), and its pages, as pure functions."""

    title: str
    post: Callable[[str, str | None], str]
    profile: Callable[[str], str]
    follow: Callable[[str], str]
    reply: Callable[[str, str], str]
    like: Callable[[str], str]
    repost: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class AlertView:
    """One alert with what belongs to it. `paths` tells for each act which way it would take now."""

    alert: Alert
    brand: Brand
    person: Person | None  # None: not looked up (no budget, or the network did not answer)
    cases: tuple[Case, ...]  # of the alert, the lead first
    posts: Mapping[str, Post]
    actions: tuple[Action, ...]
    links: NetworkLinks
    paths: Mapping[ActKind, Path]
    policy: Policy
    now: datetime
    preference: ContactPreference | None = None  # how they want to be treated
    talk: Exchanges | None = None  # of a fan whose alert waits: what has no answer yet
    two_way: int | None = None  # exchanges in which we answered; None: not counted
    wrote: int = 0  # how many posts of theirs we know of the fans' window
    stopped: bool = False  # somebody stopped all acts
    perhaps_ours: bool = False  # one of the team's own accounts, or one that pretends to be: nobody has said

    @property
    def lead(self) -> Case | None:
        """The case to deal with first, or the last one when all are over."""
        return self.cases[0] if self.cases else None

    @property
    def urgent(self) -> bool:
        """Does an urgent case wait?"""
        return any(Flag.URGENT in one.flags for one in case_rules.order(self.cases))

    @property
    def network(self) -> str:
        """The title of the brand's network, e.g. "X"."""
        return self.links.title

    @property
    def handle(self) -> str | None:
        """The person's handle without @, if known."""
        return self.person.account.handle if self.person else None

    def target(self, kind: ActKind = ActKind.REPLY) -> Post | None:
        """The post that an act is about: of a reply the newest unanswered one of the lead case, else the newest
        evidence; of a like or a repost one of a fan's, who waits for nothing else."""
        ids = self.lead.post_ids if self.lead else self.alert.evidence
        posts = [self.posts[one] for one in ids if one in self.posts and not self.posts[one].gone]
        if not kind.is_small:
            return posts[-1] if posts else None
        if self.alert.kind is not AlertKind.FAN or self.lead is not None:
            return None
        return small_acts.post_for(
            kind, posts, protected=self.person is not None and self.person.account.protected
        )

    def post_url(self, post: Post) -> str:
        """The page of a post of this person."""
        return self.links.post(post.newest_id, self.handle)
