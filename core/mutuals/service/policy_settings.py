"""The policy as settings: how a brand wants to be told. Defaults and their grounds stand in `policy`."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, ClassVar, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_settings import NoDecode

from mutuals.domain import quiet_hours, rota, routing
from mutuals.domain.business_hours import parse_week
from mutuals.domain.model import Category
from mutuals.domain.policy import FollowPolicy, Hours, Policy
from mutuals.ports.settings import EVERY, OFF
from mutuals.ports.text_files import typographic
from mutuals.service import integrations
from mutuals.service.listening_settings import ListeningSettings
from mutuals.service.public_holidays import holidays_of

Tell = Literal["arrival", "half", "digest"]
_TELL = (
    "`arrival`, `half` (at half of its time) or `digest` (only in the daily digest). Urgent ones: on arrival."
)
_DEFAULT = Policy()
HANDLE = re.compile(r"[\w.-]{1,100}")  # of X, and of networks whose handles are host names


def _minutes(category: Category) -> int:
    return int(_DEFAULT.response_times[category].due / timedelta(minutes=1))


def _told(category: Category) -> Tell:
    return "half" if _DEFAULT.response_times[category].tell_at_half else "arrival"


def _due(category: Category, what: str) -> Any:
    about = f"Minutes (of business hours, if set) until {what} is due an answer (1 to 10080)."
    return Field(default=_minutes(category), ge=1, le=10080, description=about)


def _playbook(what: str) -> Any:
    about = f"What your team has agreed on for {what}, shown beside the reply: at most 500 characters."
    return Field(default="", max_length=500, description=about)


def _tell(category: Category, what: str) -> Any:
    return Field(default=_told(category), description=f"When the team is told about {what}: {_TELL}")


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(f'"{name}" is no time zone; write it as Europe/Berlin or America/New_York') from None
    return name


def _time_of_day(text: str) -> str:
    if text != "off" and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text):
        raise ValueError("write it as 09:00, or off")
    return text


def _quiet(text: str) -> str:
    if text != OFF:
        quiet_hours.parse(text)
    return text


def _week(text: str) -> str:
    Hours(parse_week(text))
    return text


def _routes(text: str) -> str:
    chats = integrations.chats()
    unknown = [chat for rule in routing.parse(text) for chat in rule.channels if chat not in chats]
    if unknown:
        raise ValueError(f'"{unknown[0]}" is no chat; there are {", ".join(chats)}')
    return text


def _rota(text: str) -> str:
    rota.parse(text)
    return text


def _region(text: str) -> str:
    year = datetime.now(UTC).year
    if text == OFF:
        return text
    holidays_of(text, [year])
    return text


def _handles(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        parts = json.loads(value) if value.strip().startswith("[") else value.split(",")
    except (ValueError, RecursionError):
        raise ValueError("write it as: acmehelp, acme_de") from None
    handles = tuple(filter(None, (str(part).strip().removeprefix("@") for part in parts)))
    if odd := next((one for one in handles if not HANDLE.fullmatch(one)), None):
        raise ValueError(f'"{odd[:40]}" is no handle; write it as: acmehelp, acme_de')
    return handles


def _reasons(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        found = None
    if found is None and (why := typographic(value)):
        raise ValueError(why)
    if not isinstance(found, dict) or not all(isinstance(reason, str) for reason in found.values()):
        raise ValueError('write it as {"handle": "reason", "other": "reason"}')
    return found


class PolicySettings(ListeningSettings):
    """How the brand wants to be told, and whom it may follow."""

    per_brand: ClassVar[frozenset[str]] = EVERY

    complaint_due_minutes: int = _due(Category.COMPLAINT, "a complaint")
    question_due_minutes: int = _due(Category.QUESTION, "a question")
    concern_due_minutes: int = _due(Category.CONCERN, "a concern or a suggestion")
    wants_follow_due_minutes: int = _due(Category.WANTS_FOLLOW, "somebody who asks to be followed")
    complaint_tell: Tell = _tell(Category.COMPLAINT, "a complaint")
    question_tell: Tell = _tell(Category.QUESTION, "a question")
    concern_tell: Tell = _tell(Category.CONCERN, "a concern or a suggestion")
    wants_follow_tell: Tell = _tell(Category.WANTS_FOLLOW, "somebody who asks to be followed")
    urgent_due_minutes: int = Field(
        default=int(_DEFAULT.urgent_due / timedelta(minutes=1)),
        ge=1,
        le=10080,
        description="Minutes until something urgent is due an answer (1 to 10080).",
    )
    our_turn_due_minutes: int = Field(
        default=int(_DEFAULT.our_turn_due / timedelta(minutes=1)),
        ge=1,
        le=10080,
        description="Minutes until an answer is due to somebody who answered what you had asked (1 to 10080).",
    )
    promise_hours: int = Field(
        default=int(_DEFAULT.follow_up_after / timedelta(hours=1)),
        ge=1,
        le=168,
        description="Hours until a real answer is due after an acknowledgement, which promises one (1 to 168).",
    )
    give_up_days: int = Field(
        default=int(_DEFAULT.expires_after / timedelta(days=1)),
        ge=1,
        le=30,
        description="Days by the clock after which Mutuals stops asking for an answer (1 to 30).",
    )
    time_zone: Annotated[str, AfterValidator(_zone)] = Field(
        default="UTC", description="The team's time zone, e.g. Europe/Berlin."
    )
    hours: Annotated[str, AfterValidator(_week)] | None = Field(
        default=None,
        description="When the team works, e.g. mon-fri 09:00-18:00, sat 10:00-14:00. "
        "The time to an answer runs only then. Unset: always.",
    )
    holidays: Annotated[str, AfterValidator(_region)] | None = Field(
        default=None,
        description="Public holidays on which nobody works: a country, or a country and its part, "
        "e.g. DE, DE-BY or US-CA. Unset, or `off`: none.",
    )
    outer_limit_hours: int = Field(
        default=int(_DEFAULT.outer_limit / timedelta(hours=1)),
        ge=1,
        le=720,
        description="An answer is due after so many hours by the clock at the latest, open or closed (1 to 720).",
    )
    follow_policy: FollowPolicy = Field(
        default=_DEFAULT.follow_policy,
        description="Whom you are asked to follow back: `loyal`, `engaged` (spoke to you at least twice), "
        "`everyone` (who follows you, spoke to you and passes the checks) or `talk` (nobody unless they ask). "
        "Nothing is ever followed without a click.",
    )
    fan_interactions: int = Field(
        default=_DEFAULT.fan_interactions,
        ge=1,
        le=100,
        description="A loyal fan has spoken to you at least so many times in the window (1 to 100).",
    )
    fan_days: int = Field(
        default=_DEFAULT.fan_days,
        ge=1,
        le=90,
        description="A loyal fan has spoken to you on at least so many days (1 to 90).",
    )
    fan_window_days: int = Field(
        default=int(_DEFAULT.fan_window / timedelta(days=1)),
        ge=7,
        le=365,
        description="Days back in which a fan's acts are counted (7 to 365).",
    )
    fan_last_within_days: int = Field(
        default=int(_DEFAULT.fan_last_within / timedelta(days=1)),
        ge=1,
        le=365,
        description="Days within which a fan must have spoken to you last (1 to 365).",
    )
    engaged_interactions: int = Field(
        default=_DEFAULT.engaged_interactions,
        ge=1,
        le=100,
        description="With the policy `engaged`: spoke to you at least so many times in the window (1 to 100).",
    )
    fan_cool_down_days: int = Field(
        default=int(_DEFAULT.fan_cool_down / timedelta(days=1)),
        ge=1,
        le=365,
        description="Days until somebody is suggested again after a decision about them (1 to 365).",
    )
    fans_per_hour: int = Field(
        default=_DEFAULT.fans_per_hour,
        ge=0,
        le=100,
        description="At most so many fans are suggested an hour.",
    )
    fan_follow_up_days: int = Field(
        default=int(_DEFAULT.fan_follow_up / timedelta(days=1)),
        ge=1,
        le=90,
        description="Days after a reply to a fan until they are suggested again, at their next warm post (1 to 90).",
    )
    praise_hours: int = Field(
        default=int(_DEFAULT.praise_due / timedelta(hours=1)),
        ge=1,
        le=720,
        description="Hours after which praise without an answer is told in the fan's alert, with how long it waits (1 to 720).",
    )
    fans_per_day: int = Field(
        default=_DEFAULT.fans_per_day,
        ge=0,
        le=400,
        description="At most so many fans are suggested in 24 hours.",
    )
    claim_minutes: int = Field(
        default=int(_DEFAULT.claim_for / timedelta(minutes=1)),
        ge=1,
        le=1440,
        description="Minutes until a claim ends by itself (1 to 1440).",
    )
    link_wait_minutes: int = Field(
        default=int(_DEFAULT.link_wait / timedelta(minutes=1)),
        ge=5,
        le=1440,
        description="Minutes until something to be done by a link, and not seen on the network, is open again (5 to 1440).",
    )
    reply_delay_seconds: int = Field(
        default=int(_DEFAULT.reply_delay.total_seconds()),
        ge=0,
        le=600,
        description="Seconds that a reply waits before it goes out, in which it may be withdrawn (0 to 600). "
        "0: it goes out at once.",
    )
    approval: bool = Field(
        default=_DEFAULT.approval, description="Texts of members wait for an approver or an admin, as those of trainees "
        "wait for a member. Approvers' own go out at once.",
    )  # fmt: skip
    reply_limit_public: int = Field(
        default=_DEFAULT.reply_limit_public,
        ge=1,
        le=20,
        description="After so many public answers to somebody in one conversation the form advises a private message.",
    )
    signature: bool = Field(
        default=_DEFAULT.signature, description="Sign prepared replies with the first name of who sends them."
    )
    family: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_handles)] = Field(
        default_factory=tuple,
        description="Your organisation's other accounts, e.g. acmehelp, acme_de. "
        "Their answers settle cases, and what they write opens none.",
    )
    never_follow: Annotated[dict[str, str], NoDecode, BeforeValidator(_reasons)] = Field(
        default_factory=dict,
        description='Accounts that must not be followed, with the reason: {"rivalco": "a competitor"}. '
        "Their alerts have no Follow button and say why.",
    )
    alert_line: float = Field(
        default=_DEFAULT.alert_line,
        ge=0.05,
        le=0.95,
        description="How sure Mutuals must be that a post is a complaint (0.05 to 0.95). "
        "Lower: fewer are missed, more are wrong.",
    )
    outage_minutes: float = Field(
        default=_DEFAULT.outage_minutes,
        ge=1.0,
        le=1440.0,
        description="Minutes of failed looks at a network after which the chats are told that nothing is seen (1 to 1440).",
    )
    asleep_days: float = Field(
        default=_DEFAULT.asleep_after.days,
        ge=0.0,
        le=365.0,
        description="Days without any answer of the brand, while people write to it, after which the chats are told that "
        "nobody answers (0 to 365). 0: never.",
    )
    bundle_from: int = Field(
        default=_DEFAULT.bundle_from,
        ge=0,
        le=50,
        description="When so many people write about the same thing within ten minutes, one message tells all of "
        "them. 0: everybody gets a message of their own, always.",
    )
    digest_at: Annotated[str, AfterValidator(_time_of_day)] = Field(
        default="09:00",
        description="When the daily digest comes, in the team's time zone, e.g. 09:00; `off` for none. "
        "A day with nothing to tell has none.",
    )
    quiet_hours: Annotated[str, AfterValidator(_quiet)] = Field(
        default=OFF,
        description="When only what is urgent is told, in the team's time zone, e.g. 22:00-07:00; the rest is told when "
        "they end, and waits in the lists until then. `off`: always told at once.",
    )
    rota: Annotated[str, AfterValidator(_rota)] = Field(
        default="",
        description="Who is on duty when, in the team's time zone: a name, who that is in each chat, and their hours, "
        f"separated by semicolons, e.g. {rota.LIKE}. Whoever is on duty is mentioned when a case is overdue that nobody "
        "has claimed.",
    )
    routes: Annotated[str, AfterValidator(_routes)] = Field(
        default="",
        description="Which alerts go to another channel, separated by semicolons; the first rule that fits wins, e.g. "
        f"{routing.LIKE}. A rule may name `case` or `fan`, a class (`complaint`, `question`, `concern`, `wants_follow`), "
        "`urgent`, `lang:`, `network:` and `brand:`. `off` as a channel: not told there.",
    )
    complaint_playbook: str = _playbook("a complaint")
    question_playbook: str = _playbook("a question")
    concern_playbook: str = _playbook("a concern or a suggestion")
    wants_follow_playbook: str = _playbook("somebody who asks to be followed")
    fan_playbook: str = _playbook("a loyal fan")
    handling_minutes: float = Field(
        default=_DEFAULT.handling_minutes,
        ge=0.5,
        le=60,
        description="Minutes that an answer takes (0.5 to 60). With a rota, the team is told once when more waits than those "
        "on duty can answer in their time.",
    )
