"""The one codec of ids: nothing else makes one or takes one apart.

Ids of networks (people, posts) are opaque: text of any length and alphabet. In what has a limit or a separator of
its own, `key_of` stands for them: the id itself where it is plain, else a digest of it. Ids of X are plain. The
shapes below stand in old messages, in databases and in queued jobs, so none of them ever changes:

    brand      `<network><account>`, or `<network>~<digest>`
    target     `<brand>-<middle>-<number>`: what a button acts on; the middle tells which kind of thing it is
    subject    `<kind>/<part>/...`: what a delivery shows
    job        `<kind>/<brand>`, or `<kind>/<brand>/<rest>`
    custom_id  `mutuals:<verb>:<target>[:<value>]`, on buttons, menus and forms of Discord
    value      `<verb>:<value>:<target>`, on buttons and menu entries of Slack
"""

import re
from base64 import b32encode
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from urllib.parse import quote, unquote

PLAIN = re.compile(r"[A-Za-z0-9_]{1,24}")
NETWORK = re.compile(r"[a-z][a-z0-9_]{0,15}")
DIGEST = "~"  # stands before a digest, and in nothing that is plain
PERSON_DIGEST = 24  # characters of base 32, 120 bits: strangers choose these ids, and none may meet another's
BRAND_DIGEST = 12  # 60 bits: brands are few, and the team's own
LONGEST_BRAND = 29  # as a name with a digest; so no custom_id of ours has more than 98 characters


def _digest(text: str, length: int) -> str:
    hashed = sha256(text.encode("utf-8", "surrogatepass")).digest()
    return DIGEST + b32encode(hashed).decode("ascii").lower()[:length]


def key_of(network_id: str) -> str:
    """What stands for a person's or a post's id where it must be short: the id if it is plain, else its digest.

    At most 25 characters, all of them letters, digits, "_" and "~". Two ids have never the same.
    """
    return network_id if PLAIN.fullmatch(network_id) else _digest(network_id, PERSON_DIGEST)


def is_digest(key: str) -> bool:
    """Does this key stand for an id that can't be read from it?"""
    return key.startswith(DIGEST)


def memo_of(key: str) -> str:
    """Where the id is kept, among the brand's small values, that a digest stands for."""
    return f"id/{key}"


# --- chats -------------------------------------------------------------------------------


def in_workspace(workspace: str, place: str) -> str:
    """A channel's or a person's id in a chat that serves several workspaces: `<workspace>/<id>`; the id itself where the
    workspace has no name of its own ("")."""
    return f"{workspace}/{place}" if workspace else place


def out_of_workspace(place: str) -> tuple[str, str]:
    """The workspace ("" for none) and the id of what `in_workspace` made."""
    workspace, slash, rest = place.partition("/")
    return (workspace, rest) if slash else ("", place)


# --- brands ------------------------------------------------------------------------------


def brand_id(network: str, account_id: str) -> str:
    """The id of a brand: its network's name and its account's id there. Raises ValueError for a name that is none."""
    if not NETWORK.fullmatch(network):
        raise ValueError(f"{network!r} is no name of a network: small letters, digits and _, at most 16.")
    written_out = re.fullmatch("[0-9]+", account_id) and not re.search("[0-9]", network)
    if written_out and len(network + account_id) <= LONGEST_BRAND:
        return network + account_id
    return network + _digest(account_id, BRAND_DIGEST)


def network_of(brand: str) -> str:
    """The name of the network in a brand's id."""
    name, digest, _ = brand.partition(DIGEST)
    return name if digest else name.rstrip("0123456789")


# --- what a button acts on ---------------------------------------------------------------


class TargetKind(StrEnum):
    """What a button acts on; the value stands before the rest of the middle, and there is none for an alert."""

    ALERT = ""
    BUNDLE = "bundle."
    SAMPLE = "post."  # a post that a digest offers for feedback
    DIGEST = "digest."
    QUEUE = "queue."  # a part of the queue
    OWN_ACCOUNT = "account."  # one that may be the organisation's own
    PERSON = "person."  # somebody about whom no alert need wait
    SETTINGS = "settings."  # a group of a brand's settings
    SAVED_REPLY = "reply."  # a text that a team keeps to answer with


def alert_id(brand: str, person_id: str, episode: int) -> str:
    """The id of a person's alert; `episode` counts theirs."""
    return f"{brand}-{key_of(person_id)}-{episode}"


def bundle_id(brand: str, case_id: str, number: int) -> str:
    """The id of the bundle that began with this case; `number` counts those that began with it."""
    return f"{brand}-{TargetKind.BUNDLE}{key_of(case_id)}-{number}"


def sample_id(brand: str, post_id: str) -> str:
    """The id under which a post is offered for feedback."""
    return f"{brand}-{TargetKind.SAMPLE}{key_of(post_id)}-0"


def digest_id(brand: str, day: str) -> str:
    """The id of the digest of a day, which is written 2026-11-23."""
    return f"{brand}-{TargetKind.DIGEST}{day.replace('-', '.')}-0"


def queue_id(brand: str, part: str) -> str:
    """The id of a part of the queue."""
    return f"{brand}-{TargetKind.QUEUE}{part}-0"


def own_account_id(brand: str, person_id: str, times: int) -> str:
    """The id under which it is asked whether an account is the organisation's own; `times` counts how often it was asked."""
    return f"{brand}-{TargetKind.OWN_ACCOUNT}{key_of(person_id)}-{times}"


def person_target(brand: str, person_id: str) -> str:
    """The id under which a person is acted on without an alert."""
    return f"{brand}-{TargetKind.PERSON}{key_of(person_id)}-0"


def settings_id(brand: str, group: str) -> str:
    """The id under which a group of a brand's settings is looked at and changed."""
    return f"{brand}-{TargetKind.SETTINGS}{group}-0"


def saved_reply_id(brand: str, reply_id: str) -> str:
    """The id under which a saved reply is changed; "new" stands for one that is to be written."""
    return f"{brand}-{TargetKind.SAVED_REPLY}{reply_id}-0"


EVERYTHING = "-everything-0"  # what a button acts on that is about all brands


def brand_of(target: str) -> str:
    """The brand of what a button acts on; the empty string when it is not one of ours."""
    return _parts(target)[0]


def kind_of(target: str) -> TargetKind:
    """What a button acts on. What is not one of ours counts as an alert, which nobody knows."""
    middle = _parts(target)[1]
    return next((one for one in TargetKind if one and middle.startswith(one)), TargetKind.ALERT)


def sample_key(target: str) -> str | None:
    """The key (see `key_of`) of the post that is offered; None when it is something else."""
    return _rest(target, TargetKind.SAMPLE)


def queue_part(target: str) -> str | None:
    """Which part of the queue; None when it is something else."""
    return _rest(target, TargetKind.QUEUE)


def own_account_key(target: str) -> str | None:
    """The key (see `key_of`) of the account that is asked about; None when it is something else."""
    return _rest(target, TargetKind.OWN_ACCOUNT)


def person_key(target: str) -> str | None:
    """The key (see `key_of`) of the person that is acted on; None when it is something else."""
    return _rest(target, TargetKind.PERSON)


def settings_group(target: str) -> str | None:
    """The group of settings; None when it is something else."""
    return _rest(target, TargetKind.SETTINGS)


def saved_reply_key(target: str) -> str | None:
    """The id of the saved reply; None when it is something else."""
    middle = _parts(target)[1]
    return middle.removeprefix(TargetKind.SAVED_REPLY) if kind_of(target) is TargetKind.SAVED_REPLY else None


def digest_day(target: str) -> str | None:
    """The day of the digest; None when it is something else."""
    middle = _parts(target)[1]
    is_digest_id = kind_of(target) is TargetKind.DIGEST
    return middle.removeprefix(TargetKind.DIGEST).replace(".", "-") if is_digest_id else None


def _rest(target: str, kind: TargetKind) -> str | None:
    """The middle behind its kind; None for something else."""
    return _parts(target)[1].removeprefix(kind) if kind_of(target) is kind else None


def _parts(target: str) -> tuple[str, str]:
    """Brand and middle; empty when it is not one of ours."""
    parts = target.rsplit("-", 2)
    return (parts[0], parts[1]) if len(parts) == 3 else ("", "")


# --- what a delivery shows ---------------------------------------------------------------


class SubjectKind(StrEnum):
    """What a delivery shows, with the parts that follow."""

    ALERT = "alert"  # alert
    BUNDLE = "bundle"  # bundle
    ESCALATION = "escalation"  # case, episode, "due" or "promise"
    OVERDUE = "overdue"  # bundle
    NEWS = "news"  # alert, post, what is new
    HISTORY = "history"  # alert: what happened to it, in its thread
    WAKE = "wake"  # alert or bundle, version
    PRIVATE = "private"  # act, its state, who is told
    OFFERED = "offered"  # alert, which text, who is told
    SENT_BACK = "sentback"  # the same
    HANDED_OFF = "handedoff"  # hand-off, its state, who is told
    ASSIGNED = "assigned"  # alert, version, who is told
    NOTICE = "notice"  # the notice's key, which may hold anything


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject taken apart. `kind` is a SubjectKind's value, or a word that nobody knows; there is a part at least."""

    kind: str
    parts: tuple[str, ...]

    @property
    def of(self) -> str:
        """What it is about: its first part."""
        return self.parts[0]

    def part(self, index: int) -> str:
        """A part by its number; the empty string when it is missing."""
        return self.parts[index] if index < len(self.parts) else ""


def subject(kind: SubjectKind, *parts: str) -> str:
    """The subject of a delivery; the parts may hold anything."""
    if kind is SubjectKind.NOTICE:
        return f"{kind}/{''.join(parts)}"
    return "/".join((kind, *map(_escaped, parts)))


def subjects_below(kind: SubjectKind, *parts: str) -> str:
    """How all subjects of this kind begin that have these first parts."""
    return f"{subject(kind, *parts)}/"


def parse_subject(text: str) -> Subject:
    """Take a subject apart; never fails."""
    kind, _, rest = text.partition("/")
    if kind == SubjectKind.NOTICE:
        return Subject(kind, (rest,))
    return Subject(kind, tuple(map(_unescaped, rest.split("/"))))


def alert_subject(alert: str) -> str:
    """The subject of an alert's own message."""
    return subject(SubjectKind.ALERT, alert)


def bundle_subject(bundle: str) -> str:
    """The subject of a bundle's own message."""
    return subject(SubjectKind.BUNDLE, bundle)


def notice_subject(key: str) -> str:
    """The subject of a notice."""
    return subject(SubjectKind.NOTICE, key)


_NAME_THEIR_BRAND = frozenset(
    {SubjectKind.ALERT, SubjectKind.BUNDLE, SubjectKind.OVERDUE}
)  # in their first part


def message_key(text: str, brand: str) -> str:
    """The key of a subject's message: brands may share a channel, and a chat takes no two messages of one key."""
    return text if parse_subject(text).kind in _NAME_THEIR_BRAND else f"{text}/{brand}"


def _escaped(part: str) -> str:
    return part.replace("%", "%25").replace("/", "%2F") if "/" in part or "%" in part else part


def _unescaped(part: str) -> str:
    return part.replace("%2F", "/").replace("%25", "%") if "%" in part else part


# --- jobs --------------------------------------------------------------------------------

DELIVER, ACT, CLOCK, HAND_OFF = (
    "deliver",
    "act",
    "clock",
    "handoff",
)  # kinds of jobs; the others are the periodic tasks'


@dataclass(frozen=True, slots=True)
class Job:
    """The key of a job taken apart: what is done, for which brand, and for which chat or act ("": for all of it)."""

    kind: str
    brand_id: str
    rest: str = ""


def job_key(kind: str, brand: str, rest: str = "") -> str:
    """The key of a job: work of the same key never runs twice at once."""
    return f"{kind}/{_escaped(brand)}" + (f"/{rest}" if rest else "")


def parse_job(key: str) -> Job:
    """Take the key of a job apart; never fails."""
    kind, _, rest = key.partition("/")
    brand, _, rest = rest.partition("/")
    return Job(kind, _unescaped(brand), rest)


# --- what an act or a judgement is about --------------------------------------------------


def once_key(kind: str, alert: str, post_id: str | None = None, before: int = 0) -> str:
    """What is done at most once: this to an alert's person, or this to one of their posts after so many answers `before`
    that the team has called none."""
    again = f"/{before}" if before else ""
    return f"{kind}/{alert}" + ("" if post_id is None else f"/{post_id}{again}")


def fan_feedback_key(person_id: str) -> str:
    """Under which, in place of a post's id, feedback on a fan's alert is kept."""
    return f"fan.{person_id}"


# --- buttons -----------------------------------------------------------------------------

PREFIX = "mutuals"


@dataclass(frozen=True, slots=True)
class ButtonKey:
    """What a control of a message carries: what is asked for, of what, and with which value."""

    verb: str
    target: str
    value: str = ""


def custom_id(key: ButtonKey) -> str:
    """A control's key in Discord's form."""
    parts = [PREFIX, key.verb, _quoted(key.target)] + ([_quoted(key.value)] if key.value else [])
    return ":".join(parts)


def parse_custom_id(text: str) -> ButtonKey | None:
    """Read Discord's form back; None when it is not one of ours or is damaged. The verb may be unknown."""
    parts = text.split(":")
    if len(parts) not in (3, 4) or parts[0] != PREFIX or not all(parts):
        return None
    verb, target, *value = (unquote(part) for part in parts[1:])
    return ButtonKey(verb, target, value[0] if value else "")


def button_value(key: ButtonKey) -> str:
    """A control's key in Slack's form."""
    return f"{key.verb}:{quote(key.value, safe='', errors='replace')}:{key.target}"


def parse_button_value(text: str) -> ButtonKey | None:
    """Read Slack's form back; None when it is not one of ours or is damaged. The verb may be unknown."""
    parts = text.split(":", 2)
    if len(parts) != 3 or not parts[2]:
        return None
    try:
        return ButtonKey(parts[0], parts[2], unquote(parts[1], errors="strict"))
    except UnicodeDecodeError:
        return None


def _quoted(text: str) -> str:
    """Escape the separator and everything unusual; `unquote` is its inverse."""
    return quote(text, safe="/@+,;=!$'()* ", errors="replace")
