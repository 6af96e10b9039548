"""The words of Mutuals as frozen values. Times are aware datetimes in UTC."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from mutuals.domain.actor import Actor as Actor
from mutuals.domain.actor import Role as Role
from mutuals.domain.hand_offs import HandedOff
from mutuals.domain.history import LogLine
from mutuals.domain.undo import Undo


class Category(StrEnum):
    """What a post is to the brand."""

    COMPLAINT = "complaint"  # a breach of expectation, problem reports included
    QUESTION = "question"
    CONCERN = "concern"  # a concern or a suggestion
    WANTS_FOLLOW = "wants_follow"  # "can you follow back so I can DM you?"
    PRAISE = "praise"
    OTHER = "other"


CASE_CLASSES = frozenset({Category.COMPLAINT, Category.QUESTION, Category.CONCERN, Category.WANTS_FOLLOW})


class Flag(StrEnum):
    """What a rule noticed in a post besides its class."""

    URGENT = "urgent"  # money taken, account taken over, safety, stranded, legal threat, deadline today
    PRIVATE = "private"  # holds an order number, phone, mail or address
    WANTS_FOLLOW = "wants_follow"
    CHURN = "churn"  # "switching to"
    ADVOCACY = "advocacy"  # recommends us to someone, answers another customer
    THANKS = "thanks"  # a thank-you that asks for nothing
    NOT_A_CUSTOMER = "not_a_customer"  # a pitch, a bot, news, a share, a customer of somebody else: no case
    IMPOSTOR = "impostor"  # speaks as our support desk and sends people elsewhere
    OTHER_LANGUAGE = "other_language"  # not English, and no rule was sure: listed, never dropped


class Cue(NamedTuple):
    """A piece of text that spoke for or against a class: `name` is the reason in words. A tuple: every post makes some."""

    name: str
    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Classification:
    """What the language rules make of one text; scores run 0..1, 0.5 is the alert line."""

    category: Category
    complaint: float
    praise: float
    flags: frozenset[Flag] = frozenset()
    cues: tuple[Cue, ...] = ()


class Interaction(StrEnum):
    """An act of a person towards the brand; the policy gives each its weight."""

    MENTION = "mention"
    REPLY = "reply"
    QUOTE = "quote"
    REPOST = "repost"
    LIKE = "like"
    HELPED = "helped"  # answered another customer
    RECOMMENDED = "recommended"


@dataclass(frozen=True, slots=True)
class Account:
    """A person or a brand on a social network, as the network shows it."""

    id: str
    handle: str
    name: str
    bio: str = ""
    created_at: datetime | None = None
    followers: int = 0
    following: int = 0
    posts: int = 0
    protected: bool = False
    verified: bool = False
    avatar_url: str | None = None
    link: str | None = None  # the web address in the profile, as it leads


@dataclass(frozen=True, slots=True)
class Relationship:
    """How the brand and a person stand to each other."""

    follows_us: bool = False
    we_follow: bool = False
    requested: bool = False  # we asked to follow a protected account
    blocking: bool = False
    muting: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """An account seen from the brand; `gone` says why it can't be seen any more (None: it can)."""

    account: Account
    relationship: Relationship = Relationship()
    checked_at: datetime | None = None
    gone: str | None = None  # "suspended" | "deleted" | "protected"


@dataclass(frozen=True, slots=True)
class Post:
    """One post. `text` is a stranger's: inert wherever it is shown."""

    id: str
    author_id: str
    text: str
    at: datetime
    conversation_id: str
    in_reply_to: str | None = None  # post id
    in_reply_to_person: str | None = None
    mentions: tuple[str, ...] = ()  # person ids
    quotes: str | None = None  # post id
    quotes_person: str | None = None
    reposts: str | None = None  # post id; "" where it is not told which
    lang: str | None = None
    first_version: str | None = None  # the id before any edit
    sensitive: bool = False
    gone: str | None = None  # "deleted" | "protected" | "suspended": the text is redacted then
    category: Category | None = None  # what the rules made of it when it came
    interaction: Interaction | None = None  # what it counts as, for the fan score
    put_in_front: int | None = None  # characters before what was typed (handles), if told; never stored
    versions: tuple[str, ...] = ()  # all its ids, newest last; of a stored post the newest, if edited
    found_by: str | None = None  # the listening rule that found it; None: it came to us

    @property
    def newest_id(self) -> str:
        """The id of its newest version, which is the one that people see and answer."""
        return self.versions[-1] if self.versions else self.id


MAIN_SLOT = "main"


@dataclass(frozen=True, slots=True)
class Brand:
    """An account that Mutuals watches for a team. `settings` are the brand's own, by variable name; they win over the
    installation's. `slot` names where its sign-in lies among the secrets: MAIN_SLOT for the installation's own brand.
    """

    id: str
    network: str
    account: Account
    paused: bool = False
    settings: Mapping[str, str] = field(default_factory=dict)
    slot: str = MAIN_SLOT


class PeriodicTask(StrEnum):
    """What is done for a brand again and again; also the first part of the work's key."""

    POLL = "poll"
    RECHECK = "recheck"
    DIGEST = "digest"
    RETENTION = "retention"  # deleting what is kept no longer


@dataclass(frozen=True, slots=True)
class Fan:
    """What a person did towards the brand; the score is forward-decayed and kept as its logarithm."""

    brand_id: str
    person_id: str
    log_score: float
    interactions: int
    first_at: datetime
    last_at: datetime
    two_way: int = 0  # exchanges in which we answered
    answered_at: datetime | None = None  # when we last spoke to them
    follows_us: bool | None = None  # None: never looked up
    we_follow: bool | None = None
    checked_at: datetime | None = None
    quiet_until: datetime | None = None  # cool-down after a decision
    preference: str | None = None  # "follow" | "talk" | "leave_alone"


class Credit(NamedTuple):
    """What new interactions of a person add to what we hold of them, in any order. A tuple: a flood makes many."""

    person_id: str
    log_score: float
    interactions: int
    first_at: datetime
    last_at: datetime


class CaseState(StrEnum):
    """Where a case stands. Only OPEN and ACKNOWLEDGED wait for somebody."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    DISMISSED = "dismissed"
    EXPIRED = "expired"
    GONE = "gone"
    WITHDRAWN = "withdrawn"  # the person says that it is solved


class Turn(StrEnum):
    """What later words have made of a case, beside its state."""

    SOLVED = "solved"  # the person says that it is solved
    THANKED = "thanked"  # they thanked for the answer, and ask for nothing more
    ASKED = "asked"  # we answered by a question: it is their turn
    DOUBTED = "doubted"  # we may have answered: by a quote, or by a post of its own that names them
    PRIVATE = "private"  # they wrote to us in private, where nobody else may look
    REPLIED = "replied"  # they answered what we had asked
    CHASED = "chased"  # they still wait for what we had promised, or did not see
    UNADDRESSED = "unaddressed"  # found by a listening rule: they did not speak to us
    ASIDE = "aside"  # said to somebody else under our post; we are named by the network only


@dataclass(frozen=True, slots=True)
class Case:
    """Something a person waits to have answered. Its id is its first post's."""

    brand_id: str
    id: str
    person_id: str
    conversation_id: str
    category: Category
    score: float
    post_ids: tuple[str, ...]  # not yet answered, oldest first
    opened_at: datetime
    last_at: datetime
    tell_at: datetime
    warn_at: datetime
    due_at: datetime
    expires_at: datetime
    flags: frozenset[Flag] = frozenset()
    why: tuple[str, ...] = ()  # sentences: the cues found, the tier chosen
    state: CaseState = CaseState.OPEN
    episode: int = 1  # raised by each reopening
    echoes: tuple[str, ...] = ()  # other people's posts that repost, quote or answer it, as far as we see
    told: bool = False
    warned: bool = False
    escalated: bool = False
    closed_at: datetime | None = None
    closed_by: str | None = None  # "answered" | "dismissed" | "expired" | "deleted" ...
    answer_id: str | None = None  # our post that settled it
    promised_at: datetime | None = None  # after an acknowledgement: when the answer is promised
    look_up_at: datetime | None = None  # before it is told: when it matters whether we follow the person
    turn: Turn | None = None
    not_answers: tuple[str, ...] = ()  # our posts of which the team says that they were not the answer


class AlertKind(StrEnum):
    """The two things that need a person."""

    FAN = "fan"
    CARE = "care"


class AlertState(StrEnum):
    """OPEN waits for the team; SNOOZED waits for a time; SETTLED is over."""

    OPEN = "open"
    SNOOZED = "snoozed"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Alert:
    """A finding told to the team. A person has at most one that is not settled."""

    id: str
    brand_id: str
    person_id: str
    episode: int
    kind: AlertKind
    opened_at: datetime
    state: AlertState = AlertState.OPEN
    version: int = 1  # raised by every change that can be seen
    case_ids: tuple[str, ...] = ()  # the lead case first
    is_fan: bool = False  # a loyal fan who is not followed back
    evidence: tuple[str, ...] = ()  # post ids that speak for the fan
    why: tuple[str, ...] = ()
    claimed_by: str | None = None  # a name
    claimed_key: str | None = None  # Actor.key
    claimed_until: datetime | None = None
    writing_by: str | None = None
    writing_key: str | None = None
    writing_until: datetime | None = None
    snoozed_until: datetime | None = None
    closed_at: datetime | None = None
    closed_by: str | None = None  # "answered" | "followed" | "dismissed" | "expired" | "deleted" ...
    log: tuple[LogLine, ...] = ()
    bundle_id: str | None = None  # the bundle that tells it, in place of a message of its own
    handed_off: HandedOff | None = None  # to others, until it is resolved
    undo: Undo | None = None  # what was done last, as long as it can be taken back


class ActKind(StrEnum):
    """What can be done on the network, always by one person's click for one person."""

    FOLLOW = "follow"
    REPLY = "reply"
    ACKNOWLEDGE = "acknowledge"  # a short holding reply
    LIKE = "like"
    REPOST = "repost"

    @property
    def writes(self) -> bool:
        """Does it bring words of ours to the network, which must never stand there twice?"""
        return self in {ActKind.REPLY, ActKind.ACKNOWLEDGE}

    @property
    def is_small(self) -> bool:
        """A sign of warmth that needs no words, beside whatever else is done about an alert."""
        return self in {ActKind.LIKE, ActKind.REPOST}


class Path(StrEnum):
    """How an act reaches the network."""

    API = "api"
    LINK = "link"  # a person presses the button on the network's own page; verified afterwards
    HAND = "hand"  # nothing works from here: say what to do


class ActState(StrEnum):
    """The life of an act. CALLING means that a call may have reached the network."""

    INTENT = "intent"
    CALLING = "calling"
    WAITING = "waiting"  # link path: not yet seen on the network
    DONE = "done"
    FAILED = "failed"
    LAPSED = "lapsed"  # link path: not seen in time
    WITHDRAWN = "withdrawn"  # taken back before it went out
    UNVERIFIED = "unverified"  # link path: handed out, and the network does not tell whether it was done


LIVE_ACTS = frozenset({ActState.INTENT, ActState.CALLING, ActState.WAITING})
CAME_TO_NOTHING = frozenset({ActState.FAILED, ActState.LAPSED, ActState.WITHDRAWN})  # it may be done anew


@dataclass(frozen=True, slots=True)
class Action:
    """One act, from the click to its outcome; what is to be proved of it stands in the ledger."""

    id: str
    brand_id: str
    alert_id: str
    kind: ActKind
    path: Path
    state: ActState
    actor: Actor
    person_id: str
    post_id: str | None  # what a reply answers
    case_id: str | None
    text: str | None
    created_at: datetime
    attempt: int = 0
    next_at: datetime | None = None  # when the engine should look at it again
    expires_at: datetime | None = None  # link path: until when we wait to see it
    done_at: datetime | None = None
    external_id: str | None = None  # the network's id of what was done
    error: str | None = None
    drafted_by: str | None = None  # who wrote the text, if somebody else: "Tia (slack/U2)"
    before: int = 0  # answers to the same case that the team has called none
    goes_at: datetime | None = None  # not before this moment; until then it may be withdrawn


@dataclass(frozen=True, slots=True)
class MessageRef:
    """A message in a chat: `channel` is the channel's id there, `id` the message's."""

    chat: str
    channel: str
    id: str
    again: bool = False  # posted after somebody had deleted the one before


REMOVED = -1  # `Delivery.shown` of what stood there and was deleted by hand


class DeliveryState(StrEnum):
    """SENDING means that a call may have reached the chat."""

    IDLE = "idle"
    SENDING = "sending"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one chat should show of one subject (`mutuals.domain.ids`), and what it does show; `parent` is what it answers."""

    brand_id: str
    subject: str
    chat: str
    channel: str
    wanted: int
    shown: int = 0
    state: DeliveryState = DeliveryState.IDLE
    attempt: int = 0
    priority: int = 0  # smaller goes first
    parent: str | None = None
    ref: MessageRef | None = None
    next_at: datetime | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about Mutuals itself, or a digest, told once: `doc` holds what the words need."""

    brand_id: str
    key: str
    kind: str
    at: datetime
    doc: Mapping[str, Any] = field(default_factory=dict)
