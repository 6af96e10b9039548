"""Everything that the words about one person are made of, gathered before and read-only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mutuals.cards.alert_view import AlertView, NetworkLinks
from mutuals.domain import contact_preferences, loyalty
from mutuals.domain.bonds import BondChange
from mutuals.domain.contact_preferences import ContactPreference
from mutuals.domain.drift import Drift
from mutuals.domain.exchanges import Exchanges
from mutuals.domain.leaving import Leaving
from mutuals.domain.model import Alert, Brand, Case, Fan, Person, Post
from mutuals.domain.person_notes import PersonNote
from mutuals.domain.policy import FollowPolicy, Policy


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person, as one brand knows them. `target` is what buttons about them act on where no alert waits."""

    brand: Brand
    links: NetworkLinks
    policy: Policy
    now: datetime
    target: str
    person_id: str
    person: Person | None  # None: never looked up
    fan: Fan | None
    posts: Sequence[Post]  # the newest of theirs, oldest first
    wrote: int  # how many there are
    first_at: datetime | None  # of the first that is known
    cases: Sequence[Case]
    talk: Exchanges
    drift: Drift | None
    leaving: Leaving
    cause: str = ""  # what probably drives them away, in a sentence
    left: bool = False  # they stopped following, and do not follow again
    bonds: Sequence[BondChange] = ()  # oldest first
    preference: ContactPreference | None = None
    notes: Sequence[PersonNote] = ()  # newest first
    last_alert: Alert | None = None  # the newest that is over
    waiting: AlertView | None = None  # the alert that waits
    url: str | None = None  # of its message in the reader's chat

    @property
    def handle(self) -> str | None:
        """The handle without @, if known."""
        return self.person.account.handle if self.person else None

    @property
    def name(self) -> str:
        """What to call them in a sentence."""
        return f"@{self.handle}" if self.handle else "somebody whose name is not known"

    @property
    def gone(self) -> str | None:
        """Why the account can't be seen any more."""
        return self.person.gone if self.person else None


def may_follow(view: PersonView) -> bool:
    """May Follow be offered: they follow the brand or ask for it, nothing forbids it, and it has not been done?"""
    if view.person is None or view.person.gone:
        return False
    bond, wish = view.person.relationship, view.preference.value if view.preference else None
    if bond.we_follow or bond.requested or bond.blocking or bond.muting:
        return False
    if wish in (contact_preferences.TALK, contact_preferences.LEAVE_ALONE):
        return False
    if loyalty.listed(view.person, view.policy) or loyalty.gate(view.person, view.posts, view.now):
        return False
    asked = wish == contact_preferences.FOLLOW
    return asked or (bond.follows_us and view.policy.follow_policy is not FollowPolicy.TALK)


def may_be_written_to(view: PersonView) -> bool:
    """Is there a post of theirs to answer, and no wish to be left alone?"""
    alone = view.preference is not None and view.preference.value == contact_preferences.LEAVE_ALONE
    return not alone and view.gone is None and newest_post(view) is not None


def newest_post(view: PersonView) -> Post | None:
    """Their newest post that can be answered."""
    posts = [one for one in view.posts if not one.gone and one.reposts is None]
    return posts[-1] if posts else None
