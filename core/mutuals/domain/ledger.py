"""The ledger as values: one chain of entries for each brand about its acts and decisions, and one for what holds for all.

The hash of an entry is SHA-256, in hex, over its fields as canonical JSON (RFC 8785): one object, keys in
order, no spaces, UTF-8, the time as `2026-11-23T12:00:00.000000Z`; `hash` itself and fields without a value
are left out (in entries about decisions, empty ones too). `prev` is the hash of the entry before, and 64 zeros
in the first one. Anybody can repeat that: docs/ledger.md shows how in a few lines.
"""

import hashlib
import json
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from mutuals.domain.model import LIVE_ACTS, Action, Actor, ActState

FIRST = "0" * 64  # what the first entry follows
INSTALLATION = (
    "installation"  # the chain of what holds for all brands; a brand's id begins with its network's name
)


class EntryKind(StrEnum):
    """What an entry tells: of an act, from `BEGAN` to `WITHDRAWN`, else of a decision."""

    BEGAN = "began"  # somebody of the team decided it; nothing has left the house yet
    LINK = (
        "link"  # handed to that person as a link to the network's own page; the last that is heard of a like
    )
    DONE = "done"  # it is on the network
    FAILED = "failed"  # it did not happen
    LAPSED = "lapsed"  # by link, and not seen on the network in time
    WITHDRAWN = "withdrawn"  # taken back before it went out
    STOPPED = "stopped"  # all acts, by the kill switch
    STARTED = "started"  # acts may go out again
    DISMISSED = "dismissed"  # an alert, with the reason
    WARNED = "warned"  # somebody sent a text in spite of what was said about it
    HANDED_OFF = "handed_off"  # a case, to others
    HAND_OFF_FAILED = "hand_off_failed"  # it did not reach them
    RESOLVED = "resolved"  # by those it was handed off to
    LINKED = "linked"  # somebody's accounts in two chats are one person
    UNLINKED = "unlinked"
    REOPENED = "reopened"  # an alert that was over
    SETTING = "setting"  # something that changes how Mutuals works was set
    ROLE = "role"  # somebody acts with another role than before
    RESTORED = "restored"  # a backup was put back: what came after it is not in the chain any more
    ACCEPTED = "accepted"  # somebody has taken the chain as it is for the true one


ENDS = frozenset({EntryKind.DONE, EntryKind.FAILED, EntryKind.LAPSED, EntryKind.WITHDRAWN})
OF_ACTS = frozenset({EntryKind.BEGAN, EntryKind.LINK, *ENDS})
_SAY_WHY = (ENDS - {EntryKind.DONE}) | {EntryKind.LINK}
NEW_START = frozenset(
    {EntryKind.RESTORED, EntryKind.ACCEPTED}
)  # the chain was ahead of what it is from here on
_BEGUN = LIVE_ACTS | {ActState.UNVERIFIED}
_KINDS = {
    ActState.WAITING: EntryKind.LINK,
    ActState.UNVERIFIED: EntryKind.LINK,
    ActState.DONE: EntryKind.DONE,
    ActState.FAILED: EntryKind.FAILED,
    ActState.LAPSED: EntryKind.LAPSED,
    ActState.WITHDRAWN: EntryKind.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of a brand's ledger. People outside of the team are ids only."""

    brand_id: str
    number: int  # 1, 2, 3 ... without a gap
    at: datetime
    entry: EntryKind
    action_id: str
    act: str  # an ActKind
    path: str  # a Path
    alert_id: str
    actor_channel: str
    actor_id: str
    actor_name: str
    person_id: str
    post_id: str | None  # what a reply answers
    text: str | None
    approved_by: str | None  # who let it go out, where somebody else had written the words: an Actor.key
    external_id: str | None  # the network's id of what was done
    outcome: str | None  # why not, in a sentence
    prev: str
    hash: str = ""


COLUMNS = tuple(one.name for one in fields(LedgerEntry))


@dataclass(frozen=True, slots=True)
class LedgerHead:
    """How many entries a chain has, and the hash of the last one."""

    entries: int
    hash: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Something that was decided and is no act on the network. `what` in a word, `said` in a sentence without secrets."""

    kind: EntryKind
    by: Actor
    what: str
    said: str | None = None
    alert_id: str = ""
    person_id: str = ""


def kinds(state: ActState, was: ActState | None) -> list[EntryKind]:
    """What is to be written when an act comes into a state; `was` None: it is claimed."""
    begins = state in _BEGUN and (was is None or was not in _BEGUN)
    found = [EntryKind.BEGAN] if begins else []
    if state in _KINDS and state is not was:
        found.append(_KINDS[state])
    return found


def entry(kind: EntryKind, action: Action, *, number: int, at: datetime, prev: str) -> LedgerEntry:
    """The entry about an act, not sealed yet."""
    why = action.error if kind in _SAY_WHY else None
    if kind is EntryKind.BEGAN and action.drafted_by:
        why = f"Written by {action.drafted_by}"
    return LedgerEntry(
        brand_id=action.brand_id, number=number, at=at, entry=kind, action_id=action.id, act=action.kind,
        path=action.path, alert_id=action.alert_id, actor_channel=action.actor.chat,
        actor_id=action.actor.id, actor_name=action.actor.name, person_id=action.person_id,
        post_id=action.post_id or None, text=action.text or None,
        approved_by=action.actor.own_key if action.drafted_by else None,
        external_id=(action.external_id or None) if kind is EntryKind.DONE else None,
        outcome=why or None, prev=prev,
    )  # fmt: skip


def decided(one: Decision, chain: str, *, number: int, at: datetime, prev: str) -> LedgerEntry:
    """The entry about a decision, not sealed yet."""
    return LedgerEntry(
        brand_id=chain, number=number, at=at, entry=one.kind, action_id="", act=one.what, path="",
        alert_id=one.alert_id, actor_channel=one.by.chat, actor_id=one.by.id, actor_name=one.by.name,
        person_id=one.person_id, post_id=None, text=None, approved_by=None, external_id=None,
        outcome=one.said or None, prev=prev,
    )  # fmt: skip


def sealed(one: LedgerEntry) -> LedgerEntry:
    """The entry with the hash that its fields give."""
    return replace(one, hash=digest(one))


def moment(at: datetime) -> str:
    """A time as the ledger writes it: UTC, to the microsecond."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def canonical(one: LedgerEntry) -> bytes:
    """The bytes that are hashed."""
    values: dict[str, Any] = {name: getattr(one, name) for name in COLUMNS if name != "hash"}
    values["at"] = moment(one.at)
    empty = (None,) if one.entry in OF_ACTS else (None, "")
    present = {name: value for name, value in values.items() if value not in empty}
    return json.dumps(present, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(one: LedgerEntry) -> str:
    """SHA-256 of the canonical bytes, in hex."""
    return hashlib.sha256(canonical(one)).hexdigest()
