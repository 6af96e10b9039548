"""The defaults of judgement, each with its ground. Every one can be set per brand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import pairwise
from math import log

from mutuals.domain.hand_offs import HandOffPolicy
from mutuals.domain.listening import ListeningRule
from mutuals.domain.model import Category, Interaction
from mutuals.domain.quiet_hours import QuietHours
from mutuals.domain.routing import RoutingRule
from mutuals.domain.second_person import SecondPerson

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NINE = time(9)  # when a working day begins


Span = tuple[int, int]  # minutes after midnight; the end may be 1440
_DAY_ENDS = 1440


@dataclass(frozen=True, slots=True)
class Hours:
    """When a team works: for each weekday (Monday first) its opening spans, in order and apart.

    `rules.hours` counts with it. Raises ValueError for spans that are out of order, touch or leave
    the day, or when nothing is ever open.
    """

    week: tuple[tuple[Span, ...], ...]
    zone: str = "UTC"
    holidays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        """See the class."""
        if len(self.week) != 7 or not any(self.week):
            raise ValueError("a week has seven days, and on one of them somebody must be there")
        for spans in self.week:
            edges = [edge for span in spans for edge in span]
            if edges and (edges[0] < 0 or edges[-1] > _DAY_ENDS):
                raise ValueError("opening hours lie between 00:00 and 24:00")
            if any(later <= earlier for earlier, later in pairwise(edges)):
                raise ValueError("opening hours of one day must follow each other with a break between")

    @property
    def always(self) -> bool:
        """Is every hour of every day open?"""
        return not self.holidays and all(spans == ((0, _DAY_ENDS),) for spans in self.week)


@dataclass(frozen=True, slots=True)
class Shift:
    """When somebody of the team is on duty. `ids` is who they are in each chat, by its name; a chat may be missing."""

    name: str
    ids: Mapping[str, str]
    hours: Hours


class FollowPolicy(StrEnum):
    """Whom the team is asked to follow back. It changes suggestions only; every follow is a person's click."""

    LOYAL = "loyal"  # who speaks to the brand often (the fan_* figures below)
    ENGAGED = "engaged"  # who has spoken to it at least twice
    EVERYONE = "everyone"  # whoever follows, has ever spoken to it and passes the checks
    TALK = "talk"  # nobody, unless they ask: the loyal ones are shown to be talked to


@dataclass(frozen=True, slots=True)
class ResponseTime:
    """When a case of one class is told and when its answer is due, from its first post, in business hours."""

    due: timedelta
    tell_at_half: bool  # told when half of the time has passed, instead of on arrival
    in_digest: bool = False  # never told by itself: named in the daily digest while it waits


def _response_times() -> dict[Category, ResponseTime]:
    return {
        # 72 % of complainers expect an answer within an hour (Lithium/Millward Brown 2013, n=501).
        Category.COMPLAINT: ResponseTime(due=HOUR, tell_at_half=False),
        # The best tier: the person asks for a private way to hand over details.
        Category.WANTS_FOLLOW: ResponseTime(due=15 * MINUTE, tell_at_half=False),
        # "Good" is two hours in Zendesk's guide to first reply times.
        Category.QUESTION: ResponseTime(due=2 * HOUR, tell_at_half=True),
        # People expected four hours (Sprout Q2 2016).
        Category.CONCERN: ResponseTime(due=4 * HOUR, tell_at_half=True),
    }


def _weights() -> dict[Interaction, float]:
    # Commitment counts more than presence (Orbit model); the unit is one mention.
    return {
        Interaction.HELPED: 4.0,
        Interaction.RECOMMENDED: 4.0,
        Interaction.QUOTE: 3.0,
        Interaction.REPOST: 2.0,
        Interaction.REPLY: 1.5,
        Interaction.MENTION: 1.0,
        Interaction.LIKE: 0.3,
    }


@dataclass(frozen=True, slots=True)
class Policy:
    """How one brand wants to be told. Durations are wall-clock time unless said otherwise."""

    hours: Hours | None = None  # when the clocks of answers run; None: always
    outer_limit: timedelta = DAY  # by the clock: an answer is never due later, open or not
    response_times: Mapping[Category, ResponseTime] = field(default_factory=_response_times)
    warn_share: float = 0.5  # of the time to the due moment, then the alert says that time runs
    our_turn_due: timedelta = 2 * HOUR  # they answered what we had asked: as long as a question
    urgent_due: timedelta = 30 * MINUTE  # money, safety, stranded: half of a complaint's hour
    expires_after: timedelta = 5 * DAY  # no retail brand answered later (Brandwatch 2015)
    same_case_within: timedelta = DAY  # posts of one person within a day are about one thing
    follow_up_after: timedelta = 4 * HOUR  # an acknowledgement promises an answer by then
    alert_line: float = 0.5
    outage_minutes: float = 5.0  # of looks that fail before the chats are told that X can't be read
    asleep_after: timedelta = 3 * DAY  # without any answer, while people write; 0: never said
    bundle_from: int = 4  # people on one theme within ten minutes share a message; 0: never
    digest_at: time | None = NINE  # in `time_zone`; None: no digest
    quiet_hours: QuietHours | None = None  # when only what is urgent is told; None: never
    rota: tuple[Shift, ...] = ()  # who is on duty when
    handling_minutes: float = 4.0  # that an answer takes, as assumed for the backlog
    playbook: Mapping[str, str] = field(default_factory=dict)  # a class or "fan" -> what the team agreed on
    routes: tuple[RoutingRule, ...] = ()  # to which channel an alert goes, where it is not the usual one

    listen: tuple[ListeningRule, ...] = ()  # for posts that speak of the brand without its handle
    listen_daily_dollars: float = 1.0  # that such searches may cost a UTC day
    rivals: tuple[str, ...] = ()  # names

    weights: Mapping[Interaction, float] = field(default_factory=_weights)
    decay_per_day: float = -log(0.9) / 30  # idle ties fade 10 % a month (Orbit model)
    fan_window: timedelta = 90 * DAY
    fan_interactions: int = 5  # "7 days in a month" of the Orbit model, scaled down
    fan_days: int = 3
    fan_last_within: timedelta = 30 * DAY
    fan_cool_down: timedelta = 90 * DAY  # nobody is suggested again soon after a decision about the fan
    praise_due: timedelta = (
        DAY  # thanks for praise, by the clock; then the fan's alert says how long it waits
    )
    fan_follow_up: timedelta = 7 * DAY  # after a reply: suggested again at their next warm post from then on
    follow_policy: FollowPolicy = FollowPolicy.LOYAL
    engaged_interactions: int = 2
    never_follow: Mapping[str, str] = field(default_factory=dict)  # handle in small letters -> the reason
    known_as: Mapping[str, str] = field(
        default_factory=dict
    )  # id -> the handle by which a list names it; found out
    family: frozenset[str] = frozenset()  # handles in small letters of the organisation's other accounts
    own_ids: frozenset[str] = frozenset()  # ids of accounts that the team has called its own; found out
    fans_per_hour: int = 5  # far under X's 50 follows in 15 minutes and 400 a day
    fans_per_day: int = 20
    relation_fresh: timedelta = DAY  # X bills a person's look-up once per UTC day

    claim_for: timedelta = 15 * MINUTE  # chatwoot#14508: claims that never end block the rest
    reply_delay: timedelta = timedelta(
        seconds=10
    )  # in which a text may be withdrawn; mail's "undo send" has 5 to 30
    link_wait: timedelta = 30 * MINUTE  # then an act by link that was not seen is open again
    reply_limit_public: int = 2  # the third public turn should be private (Baer, "rule of two")
    time_zone: str = "UTC"
    hand_off: HandOffPolicy = field(default_factory=HandOffPolicy)  # where cases may go that others resolve
    approval: bool = (
        False  # members' texts wait for an approver, as trainees' do (mission: a second pair of eyes)
    )
    rotation: bool = False  # calls go round among those on duty, instead of to all of them
    second_person: SecondPerson = SecondPerson.OFF  # for which replies somebody else has to press Send
    hide_slurs: bool = True  # until somebody presses Show words
    slur_words: tuple[str, ...] = ()  # more to hide; "-word": not that one
    signature: bool = True  # a first name in the reply raises engagement and resolution (MISQ 2023)
