"""The ports: what Mutuals needs from the world, and what the world asks of it. Read this first.

`SocialNetwork` is where the posts are, `AlertChannel` where the team is, `Store` what is
remembered, `Engine` who does the work, `Clock` what time it is; `Desk` is the inbound port:
what a channel calls when a person of the team does something.
Everything may raise the errors of `mutuals.domain.errors`, and nothing else on purpose.
"""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from mutuals.cards.markup import Answer, Card, Do, Form
from mutuals.domain.bundle import Bundle
from mutuals.domain.errors import MutualsError
from mutuals.domain.ledger import Decision, Head
from mutuals.domain.model import (
    Account,
    Action,
    ActKind,
    Actor,
    ActState,
    Alert,
    AlertKind,
    AlertState,
    Brand,
    Case,
    CaseState,
    Chore,
    Credit,
    Delivery,
    Fan,
    MessageRef,
    Notice,
    Path,
    Person,
    Post,
    Verdict,
)

# --- the network -----------------------------------------------------------------------------

# Asked in the moment before a request that acts leaves the process, every time; what it raises ends the call.
Gate = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Posts, oldest first, and the cursor to go on from. `gap` tells that older ones were out of reach, `stopped`
    what ended the reading early: the cursor goes on behind what was read by then. `named`: accounts by id, as the newest
    of the posts read names them, and when that was written. `back_to`: as far as a look back for posts that are shown
    late could go, where that is less far than it should.
    """

    posts: tuple[Post, ...]
    cursor: str | None
    gap: bool = False
    stopped: MutualsError | None = None
    named: Mapping[str, tuple[datetime, str]] = field(default_factory=dict)
    back_to: datetime | None = None

    def only(self, wanted: Callable[[Post], bool]) -> "Timeline":
        """The same with fewer posts."""
        return replace(self, posts=tuple(filter(wanted, self.posts)))


@dataclass(frozen=True, slots=True)
class Measure:
    """How long a text is for the network: its own weighted count, the limit, and whether it may go."""

    used: int
    limit: int
    fits: bool


@dataclass(frozen=True, slots=True)
class Price:
    """What an act costs, in millionths of a dollar; None where it is not known."""

    micros: int | None


class SocialNetwork(Protocol):
    """One brand's account on a social network, signed in as the brand.

    Raises TryAgain (limits, faults), Paused (credit, budget, cap), NotAuthorized, Refused.
    """

    name: str

    async def me(self) -> Account:
        """The account we are signed in as."""

    async def mentions(self, cursor: str | None, *, since: datetime | None = None) -> Timeline:
        """New posts that mention the brand, after `cursor` (None: the newest ones, not older than `since`). With a cursor
        `since` says that something written then may be shown only now: what is new of that time is given, too."""

    async def own_posts(self, cursor: str | None, *, since: datetime | None = None) -> Timeline:
        """New posts of the brand itself, from whatever client, after `cursor`; `since` as with mentions."""

    async def people(self, ids: Sequence[str]) -> Mapping[str, Person]:
        """Accounts and how we stand to them; those out of reach come back with `gone` set. Costs money per person."""

    async def accounts(self, handles: Sequence[str]) -> Mapping[str, Account]:
        """Accounts by handle in small letters; unknown ones are missing. Costs money per account."""

    async def check_posts(self, ids: Sequence[str]) -> Mapping[str, str | None]:
        """For each post: None when it can be seen, else why not ("deleted", "protected", "suspended")."""

    async def reply(self, post: Post, text: str, gate: Gate) -> str:
        """Reply to a post as the brand; gives the new post's id. After an ambiguous TryAgain, look before repeating."""

    async def find_replies(self, since: datetime) -> Timeline:
        """Our own replies made after `since`, read from our newest posts; with a `gap` there may be more."""

    async def follow(self, person_id: str, gate: Gate) -> None:
        """Follow a person as the brand; repeating it is harmless."""

    def path(self, kind: ActKind, post: Post | None, closed: frozenset[ActKind]) -> Path:
        """The way this act will take; `closed` are acts that were refused for good by the API before. Pure."""

    def price(self, kind: ActKind, path: Path) -> Price:
        """What the act costs by that path. Pure."""

    def follow_url(self, person_id: str) -> str:
        """The network's own page where a person can press Follow. Pure."""

    def reply_url(self, post_id: str, text: str) -> str:
        """The network's own page where a person can post this reply. Pure."""

    def post_url(self, post_id: str, handle: str | None) -> str:
        """The post's page. Pure."""

    def profile_url(self, handle: str) -> str:
        """The person's page. Pure."""

    def measure(self, text: str) -> Measure:
        """Count a text as the network does. Pure."""

    async def close(self) -> None:
        """Let go of connections."""


class Meter(Protocol):
    """The purse of one brand: what calls cost, and the hard daily limit."""

    async def ask(self, micros: int) -> None:
        """Before a call that may cost this much (millionths of a dollar). Raises Paused when the day's limit would be passed."""

    async def paid(self, names: Collection[str]) -> set[str]:
        """Which of these were bought on this UTC day, by whichever process: they cost nothing more today."""

    async def spent(self, what: str, units: int, micros: int, names: Collection[str] = ()) -> None:
        """After a call: what was bought and what it cost; `names` are remembered until the UTC day ends."""


class Vault(Protocol):
    """Secrets at rest, encrypted. Values never appear in logs or errors."""

    async def read(self, name: str) -> Mapping[str, Any] | None:
        """The secret of this name, or None."""

    async def write(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep a secret; durable when this returns."""


class Memory(Protocol):
    """Small JSON values that outlive a restart and belong to no brand, e.g. a hash of the commands registered."""

    async def get(self, key: str) -> Any: ...

    async def put(self, key: str, value: Any) -> None: ...


# --- the chats -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that the doctor looked at, in a marketing person's words."""

    ok: bool
    title: str  # "Slack bot token"
    said: str  # what was found
    next_step: str = ""  # what to do, when not ok


class AlertChannel(Protocol):
    """A chat where the team works. `place` is a channel's id in that chat.

    Raises TryAgain(retry_after, ambiguous), NotAuthorized, Refused(Because.PLACE).
    """

    name: str

    async def start(self) -> None:
        """Connect and listen; clicks go to the Desk given at construction."""

    async def stop(self) -> None:
        """Stop listening and let go of connections."""

    async def same_place(self, place: str, channel_id: str) -> bool:
        """Is a configured channel, an id or a name, the one with this id? False while that can't be told."""

    async def post(self, place: str, card: Card, *, reply_to: MessageRef | None = None) -> MessageRef:
        """Post a card, as an answer in `reply_to`'s thread if given. Never twice for one `card.key`
        within the chat's own means (Discord's nonce)."""

    async def tell(
        self, person_id: str, place: str, card: Card, *, reply_to: MessageRef | None = None
    ) -> None:
        """Tell one person of the team something, as privately as the chat can at a later time; `reply_to` is the
        alert that it is about. The card's `body` holds their own text, and is left out where others may read it.
        Raises Refused when there is no way to them."""

    async def edit(self, ref: MessageRef, card: Card) -> None:
        """Redraw a message in place; notifies nobody."""

    async def find(
        self, place: str, key: str, since: datetime, *, reply_to: MessageRef | None = None
    ) -> MessageRef | None:
        """Look in the chat's history (and first among the answers to `reply_to`) for a message that we posted for
        this key, the newest first, none from before `since`: asked after an ambiguous failure.

        Raises Refused(Because.PLACE) where the history can't be read.
        """

    async def check(self) -> Sequence[Check]:
        """Prove token, scopes, channel access and the way back of a click, for the doctor."""


Taken = Callable[[], Awaitable[bool]]  # tells a chat that a form was received; False: it was too late


@dataclass(frozen=True, slots=True)
class Click:
    """A person of the team pressed something under an alert."""

    alert_id: str
    do: Do
    actor: Actor
    value: str = ""

    @property
    def draft_key(self) -> str:
        """Drafts are kept for each person, and for a reply and a holding reply apart."""
        return f"{self.actor.key}/{self.do}"


class Desk(Protocol):
    """What channels call. Answers are private to the person; nothing is raised but bugs.

    Every call checks `actor.role` against what is asked for (`mutuals.actions.permissions`). All are quick (a few
    reads and one write) but `send`, which talks to the network: acknowledge the chat before calling it.
    """

    async def clicked(self, click: Click) -> Answer | None:
        """A button or menu entry other than those that open a form. None: the redrawn alert says it all."""

    async def form(self, click: Click, template: str | None = None) -> Form | Answer:
        """Reply or Acknowledge was pressed: the form to fill in, with a soft claim taken; or why not.

        `template` picks one of the holding replies instead of the draft.
        """

    def measure(self, alert_id: str, text: str) -> tuple[int, int]:
        """The network's own count of a text and its limit."""

    async def keep_draft(self, click: Click, text: str) -> None:
        """Remember what a person has typed so far. Their claim goes on by it."""

    async def closed(self, click: Click) -> None:
        """The form was closed without being sent: the person no longer writes. Not every chat can tell."""

    async def send(self, click: Click, text: str, taken: Taken | None = None) -> Answer:
        """The form was sent. With `Answer.form` the text did not go and can be edited again.

        `taken` is awaited once the text is stored and goes out even if the process dies: the moment to
        tell the chat that the form was received. When it gives False, the chat has told the person that
        it failed, and nothing is sent. It is not called when the text can't go. A trainee's text is kept on
        the alert, for a member to send. With `Answer.unkept` the text could not be stored, e.g. because the
        database does not answer: the form should stay open, or show it.
        """

    async def command(self, actor: Actor, name: str, words: str = "", place: str = "") -> Answer:
        """A slash command, one of `mutuals.cards.lists.COMMANDS`; `words` is what was typed after its name.

        It speaks of the brands whose alerts come to the channel `place`, where it was typed.
        """


# --- the store -------------------------------------------------------------------------------


class Transaction(Protocol):
    """One brand's rows inside one transaction. Reads see its own writes. Times are aware UTC."""

    # posts
    async def add_posts(self, posts: Sequence[Post]) -> list[Post]:
        """Store the posts that are new, and give them back in the given order. An edit (same
        `first_version` as a stored post) replaces its text and does not count as new."""

    async def as_stored(self, posts: Sequence[Post]) -> list[Post]:
        """The posts, naming what they refer to by the id it is stored by: an edit has given it others."""

    async def posts(self, ids: Sequence[str]) -> dict[str, Post]: ...

    async def conversations(self, ids: Sequence[str], *, by: Sequence[str] | None = None) -> list[Post]:
        """All stored posts of these conversations, of these authors if given, oldest first."""

    async def posts_by(self, person_ids: Sequence[str], since: datetime) -> dict[str, list[Post]]:
        """Each person's stored posts since then that count as an interaction, oldest first; of a person
        with more than a thousand the newest thousand."""

    async def posts_since(
        self, since: datetime, limit: int | None = 5000, *, until: datetime | None = None
    ) -> list[Post]:
        """The newest posts since then and before `until`, whoever wrote them, oldest first."""

    async def first_posts(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        """When each of these people wrote the first post that is stored."""

    async def first_praise(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        """When each of these people wrote the first stored post that is praise and counts as an interaction."""

    async def redact(self, post_ids: Sequence[str], why: str) -> None:
        """Blank the texts for good and mark the posts as gone."""

    async def redact_person(self, person_id: str, why: str) -> list[str]:
        """Blank all texts of a person, and drop their profile's name, bio and picture; gives the post ids."""

    # people
    async def people(self, ids: Sequence[str]) -> dict[str, Person]: ...

    async def put_people(self, people: Sequence[Person]) -> None:
        """Store what was looked up, and copy the relationship into the fan rows."""

    async def fans(self, person_ids: Sequence[str]) -> dict[str, Fan]: ...

    async def put_fans(self, fans: Sequence[Fan]) -> None: ...

    async def credit(self, earned: Sequence[Credit]) -> None:
        """Add interactions; who is new becomes a fan. Nothing else of them changes."""

    async def note_answers(self, answers: Sequence[tuple[str, datetime]]) -> None:
        """We have answered these people then, so often as they are named; whoever is no fan is left out."""

    async def top_fans(self, limit: int, *, active_since: datetime, at_least: int) -> list[Fan]:
        """People we do not follow (or have not looked up) and whose last interaction is not older,
        with at least so many interactions, best score first. Uses the partial index."""

    async def counts(self) -> dict[str, int]:
        """Counters: posts, fans, fans known to follow us (`followers`) and of these whom we follow
        (`followed_back`), open cases, open alerts by kind (`open_care`, `open_fan`), settled alerts."""

    # cases
    async def cases(self, ids: Sequence[str]) -> dict[str, Case]: ...

    async def cases_of(self, person_ids: Sequence[str], conversation_ids: Sequence[str]) -> list[Case]:
        """Cases of these people that wait for an answer, and cases of these conversations in any state."""

    async def cases_due(self, now: datetime, limit: int = 200) -> list[Case]:
        """Waiting cases for which a moment (tell, warn, due, promise, expiry) has come and is not dealt with."""

    async def waiting_cases(self) -> list[Case]:
        """All cases that wait for an answer, the earliest due first."""

    async def closed_cases(self, state: CaseState, opened_since: datetime) -> list[Case]:
        """The cases that ended in this state and were opened since then, the longest waiting first."""

    async def put_cases(self, cases: Sequence[Case]) -> None: ...

    # alerts
    async def alert(self, alert_id: str) -> Alert | None: ...

    async def alerts_by_id(self, ids: Sequence[str]) -> dict[str, Alert]: ...

    async def open_alerts_of(self, person_ids: Sequence[str]) -> dict[str, Alert]:
        """The alert of each person that is not settled."""

    async def alerts_of(self, person_ids: Sequence[str]) -> list[Alert]:
        """All alerts of these people in any state and of any age, oldest first."""

    async def open_alerts(self, kind: AlertKind | None = None) -> list[tuple[Alert, list[Case]]]:
        """Every alert that is not settled, with the cases it tells of; there is no limit, so the number is true."""

    async def quoted_posts(self, closed_since: datetime) -> set[str]:
        """The posts that alerts show which are open or were settled since then."""

    async def unchecked_posts(self, ids: Iterable[str], now: datetime, limit: int) -> list[str]:
        """Those of them that are not gone and were not looked at again this UTC day, the longest ago first."""

    async def note_checked(self, ids: Sequence[str], now: datetime) -> None:
        """These posts have been looked at again now."""

    async def last_episode(self, person_id: str) -> int:
        """The number of the person's latest alert; 0 when there was none."""

    async def alerts(
        self, *, kind: AlertKind | None = None, state: AlertState | None = None, limit: int = 50
    ) -> list[Alert]:
        """Alerts, newest first."""

    async def alerts_opened_since(self, kind: AlertKind, since: datetime) -> int: ...

    async def alerts_due(self, now: datetime, limit: int = 200) -> list[Alert]:
        """Alerts whose snooze, claim or writing time has run out."""

    async def put_alert(self, alert: Alert, *, was: int | None) -> bool:
        """Insert (`was` None) or replace where the stored version is `was`; False when somebody was first."""

    async def alerts_since(self, kind: AlertKind, since: datetime) -> list[Alert]:
        """The alerts of a kind that were opened since then and are not settled, oldest first."""

    # bundles and verdicts
    async def bundle(self, bundle_id: str) -> Bundle | None: ...

    async def open_bundles(self, since: datetime) -> list[Bundle]:
        """Bundles that are not settled and whose newest post is not older, oldest first."""

    async def bundles_due(self, now: datetime) -> list[Bundle]:
        """Bundles whose snooze, claim or growth has come to its end."""

    async def put_bundle(self, bundle: Bundle, *, was: int | None) -> bool:
        """Insert (`was` None) or replace where the stored version is `was`; False when somebody was first."""

    async def put_verdict(self, verdict: Verdict) -> None:
        """Keep a verdict; a person's later one on the same post replaces the earlier."""

    async def verdicts(self, *, since: datetime | None = None, limit: int | None = None) -> list[Verdict]:
        """The newest verdicts after `since`, oldest first."""

    async def verdicts_on(self, post_ids: Sequence[str]) -> list[Verdict]:
        """The verdicts on these posts, oldest first."""

    async def count_verdicts(self, since: datetime | None = None) -> int: ...

    # deliveries
    async def want(self, delivery: Delivery) -> None:
        """Insert the delivery, or raise `wanted` (and set `priority`) of the one with the same
        (subject, channel, place); `shown`, `ref` and `state` of an existing row stay."""

    async def deliveries(self, subject: str) -> list[Delivery]: ...

    async def deliveries_below(self, prefix: str) -> list[Delivery]:
        """All whose subject begins with this, e.g. with `news/<alert id>/`."""

    async def deliveries_due(self, channel: str, now: datetime, limit: int = 50) -> list[Delivery]:
        """What shows less than wanted and may be tried now, by priority, then age; also rows left SENDING."""

    async def wake_deliveries(self, channel: str, place: str | None = None) -> int:
        """Make due at once whatever waits in a chat, or in one place of it; how many are messages not there yet."""

    async def put_delivery(self, delivery: Delivery, *, was_attempt: int) -> bool:
        """Write the outcome of an attempt where `attempt` is still `was_attempt`; never lowers `wanted`
        (a wish made meanwhile stays). False when somebody else has taken over."""

    # acts
    async def begin_action(self, action: Action) -> Action | None:
        """Claim an act: None when it is ours; else the live or done one that stands in its way
        (same alert and kind; for replies and acknowledgements also the same post)."""

    async def action(self, action_id: str) -> Action | None: ...

    async def actions(self, alert_id: str) -> list[Action]:
        """The acts of an alert, oldest first."""

    async def put_action(self, action: Action, *, was: ActState, was_attempt: int) -> bool:
        """Conditional update of an act's row; False when it is no longer in that state and attempt."""

    async def actions_due(self, now: datetime, limit: int = 50) -> list[Action]:
        """Live acts whose `next_at` has come."""

    async def recent_actions(self, since: datetime) -> list[Action]:
        """All acts begun since then, newest first."""

    # decisions
    async def note_decision(self, decision: Decision) -> None:
        """Write a decision into the ledger, with whatever else this transaction changes."""

    # chores
    async def plan(self, kind: Chore, at: datetime) -> None:
        """The chore is due at `at`, or earlier if it was planned earlier."""

    async def take_chore(self, kind: Chore, now: datetime, until: datetime) -> bool:
        """Take a chore that is due: it is due again at `until` unless it is done before. False when it is
        not due (any more)."""

    async def chore_done(self, kind: Chore, until: datetime, next_at: datetime) -> None:
        """Plan the next time of a chore taken with `until`; what somebody planned meanwhile stays."""

    # the rest
    async def draft(self, alert_id: str, actor_key: str) -> str | None: ...

    async def put_draft(self, alert_id: str, actor_key: str, text: str | None, at: datetime) -> None:
        """Keep what a person typed; None forgets it."""

    async def put_notice(self, notice: Notice) -> bool:
        """Keep a notice; False when its key was told before."""

    async def notice(self, key: str) -> Notice | None: ...

    async def get(self, key: str) -> Any:
        """A small JSON value of this brand (cursors, closed paths, the next poll's time); None if unset."""

    async def put(self, key: str, value: Any) -> None: ...

    async def spent(self, day: str) -> int:
        """Millionths of a dollar spent on a UTC day (YYYY-MM-DD)."""

    async def add_spent(self, day: str, what: str, units: int, micros: int) -> None: ...

    async def paid(self, day: str, names: Collection[str]) -> set[str]:
        """Which of these `put_paid` was told on that UTC day (YYYY-MM-DD)."""

    async def put_paid(self, day: str, names: Collection[str]) -> None:
        """Remember what was paid for on a UTC day, and forget the days before it."""

    async def spending(self, since_day: str) -> dict[str, tuple[int, int]]:
        """For each thing bought since that day: (units, millionths of a dollar)."""


class LedgerTrouble(StrEnum):
    """What can be wrong with the ledger's anchor: the ledger is another than it says, or it can't be written."""

    DIFFERS = "ledger-differs"
    UNWRITTEN = "ledger-anchor"


class Store(Protocol):
    """Where everything is remembered. Work of one brand never touches another's rows."""

    def transaction(self, brand_id: str) -> AbstractAsyncContextManager[Transaction]:
        """A write transaction: all or nothing, serial with others of the same brand; "": of what belongs to no brand."""

    def reading(self, brand_id: str) -> AbstractAsyncContextManager[Transaction]:
        """One brand as it stands now, to read only: it waits for no writer, and none waits for it."""

    async def brands(self) -> list[Brand]: ...

    async def brand(self, brand_id: str) -> Brand | None: ...

    async def put_brand(self, brand: Brand, decision: Decision | None = None) -> None:
        """Keep a brand, or change it; a `decision` that led to it goes into its ledger."""

    async def due(self, now: datetime) -> list[str]:
        """Keys of the work that is due now, all brands: `<chore>/<brand>`, `clock/<brand>`,
        `act/<brand>/<action id>`, `deliver/<brand>/<channel>`."""

    async def clock_stepped_back(self, now: datetime, interval: timedelta) -> bool:
        """Make due now what was planned by a clock that was ahead; gives whether there was anything."""

    async def clock_set_back(self, now: datetime, by: timedelta) -> None:
        """The machine's clock went back by so much just now: what was put off is put off no longer than was meant."""

    async def take_seat(self, name: str, holder: str, *, among: int, until: datetime) -> int | None:
        """Take or renew one of so many seats of this name; its number, or None when others hold them all."""

    async def leave_seat(self, name: str, holder: str) -> None: ...

    async def remember(self, name: str, *, until: datetime) -> bool:
        """Remember a name until then, for all processes; False when it is remembered already."""

    async def get(self, key: str) -> Any:
        """A small JSON value that belongs to no brand; None if unset."""

    async def put(self, key: str, value: Any) -> None: ...

    async def ledger_head(self, brand_id: str) -> Head: ...

    async def ledger_trouble(self, brand_id: str, *, look: bool = False) -> tuple[LedgerTrouble, str] | None:
        """What is wrong with the anchor of a brand's ledger, with a sentence; `look` there again first."""

    async def read_secret(self, name: str) -> bytes | None: ...

    async def write_secret(self, name: str, seal: Callable[[], bytes]) -> None:
        """Keep a sealed secret. `seal` is called within the transaction, so that the key can be changed meanwhile."""

    async def close(self) -> None: ...


# --- engine and clock ------------------------------------------------------------------------

Work = Callable[[str], Awaitable[None]]


class Engine(Protocol):
    """Runs keyed work: never two of one key at a time, and a waiting duplicate vanishes.

    A key submitted while it runs is run once more afterwards. Failures are logged, never raised.
    With several nodes all this holds for all of them together. A key belongs to a lane: `deliver/<brand>/<chat>`
    to `<chat>`, everything else to "main" (`mutuals.jobs.queues`); a node takes keys of its open lanes only.
    """

    @property
    def up(self) -> bool:
        """Whether work that is submitted now is taken; False while its database is out of this node's reach."""

    def handle(self, prefix: str, work: Work) -> None:
        """Name who does the work of keys that begin with `prefix/`; it gets the whole key."""

    async def submit(self, key: str) -> None:
        """Ask for work; returns at once. A lost or doubled key does no harm: the tables are the truth.

        A key whose lane is open nowhere is dropped, or waits until it is.
        """

    async def submit_all(self, keys: Sequence[str]) -> None:
        """Ask for much work at once, as `submit` does for each."""

    async def open(self, lane: str) -> None:
        """This node takes keys of that lane from now on. Repeating it is harmless."""

    async def close(self, lane: str, grace: float = 10.0) -> None:
        """This node takes no more keys of that lane; what runs of it may finish within `grace` seconds."""

    async def start(self) -> None:
        """Begin to take work, of the lane "main" and of those opened before. Raises MutualsError."""

    async def stop(self, grace: float = 10.0) -> None:
        """Finish what runs within `grace` seconds, then let go."""


class Clock(Protocol):
    """What time it is, as an aware datetime in UTC."""

    def now(self) -> datetime: ...
