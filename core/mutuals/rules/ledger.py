"""The ledger of outward acts as values: one chain of entries for each brand, and how to prove it whole.

The hash of an entry is SHA-256, in hex, over its fields as canonical JSON (RFC 8785): one object, keys in
order, no spaces, UTF-8, the time as `2026-11-23T12:00:00.000000Z`; `hash` itself and fields without a value
are left out. `prev` is the hash of the entry before, and 64 zeros in the first one. Anybody can repeat that:
docs/ledger.md shows how in a few lines.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from mutuals.model import LIVE_ACTS, Action, ActState

FIRST = "0" * 64  # what the first entry follows


class EntryKind(StrEnum):
    """What an entry tells of an act."""

    BEGAN = "began"  # somebody of the team decided it; nothing has left the house yet
    LINK = "link"  # handed to that person as a link to the network's own page
    DONE = "done"  # it is on the network
    FAILED = "failed"  # it did not happen
    LAPSED = "lapsed"  # by link, and not seen on the network in time


ENDS = frozenset({EntryKind.DONE, EntryKind.FAILED, EntryKind.LAPSED})
_KINDS = {
    ActState.WAITING: EntryKind.LINK,
    ActState.DONE: EntryKind.DONE,
    ActState.FAILED: EntryKind.FAILED,
    ActState.LAPSED: EntryKind.LAPSED,
}


@dataclass(frozen=True, slots=True)
class Entry:
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


COLUMNS = tuple(one.name for one in fields(Entry))


def kinds(state: ActState, was: ActState | None) -> list[EntryKind]:
    """What is to be written when an act comes into a state; `was` None: it is claimed."""
    begins = state in LIVE_ACTS and (was is None or was not in LIVE_ACTS)
    found = [EntryKind.BEGAN] if begins else []
    if state in _KINDS and state is not was:
        found.append(_KINDS[state])
    return found


def entry(kind: EntryKind, action: Action, *, number: int, at: datetime, prev: str) -> Entry:
    """The entry about an act, not sealed yet."""
    why = action.error if kind in {EntryKind.LINK, EntryKind.FAILED, EntryKind.LAPSED} else None
    if kind is EntryKind.BEGAN and action.drafted_by:
        why = f"Written by {action.drafted_by}"
    return Entry(
        brand_id=action.brand_id, number=number, at=at, entry=kind, action_id=action.id, act=action.kind,
        path=action.path, alert_id=action.alert_id, actor_channel=action.actor.channel,
        actor_id=action.actor.id, actor_name=action.actor.name, person_id=action.person_id,
        post_id=action.post_id or None, text=action.text or None,
        approved_by=action.actor.key if action.drafted_by else None,
        external_id=(action.external_id or None) if kind is EntryKind.DONE else None,
        outcome=why or None, prev=prev,
    )  # fmt: skip


def sealed(one: Entry) -> Entry:
    """The entry with the hash that its fields give."""
    return replace(one, hash=digest(one))


def moment(at: datetime) -> str:
    """A time as the ledger writes it: UTC, to the microsecond."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def canonical(one: Entry) -> bytes:
    """The bytes that are hashed."""
    values: dict[str, Any] = {name: getattr(one, name) for name in COLUMNS if name != "hash"}
    values["at"] = moment(one.at)
    present = {name: value for name, value in values.items() if value is not None}
    return json.dumps(present, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(one: Entry) -> str:
    """SHA-256 of the canonical bytes, in hex."""
    return hashlib.sha256(canonical(one)).hexdigest()


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry that can't be trusted (None: no entry by itself is wrong), and what that means."""

    number: int | None
    sentence: str


@dataclass
class Walk:
    """One walk along a chain. Feed it every entry in order with `step`, or all with `along`."""

    entries: int = 0
    head: str = FIRST
    broken: Break | None = None
    wanted: str | None = None  # a head that somebody wrote down earlier
    found_at: int | None = None  # the entry that has it
    _live: set[str] = field(default_factory=set)

    @property
    def under_way(self) -> int:
        """Acts that were begun and have no outcome yet."""
        return len(self._live)

    def along(self, entries: Iterable[Entry]) -> "Walk":
        """Walk along all of them."""
        for one in entries:
            self.step(one)
        return self

    def step(self, one: Entry) -> None:
        """Look at the next entry."""
        if self.broken is None:
            self.broken = next(self._faults(one), None)
        self.entries += 1
        self.head = one.hash
        if self.wanted is not None and one.hash == self.wanted and self.broken is None:
            self.found_at = one.number
        if one.entry in ENDS:
            self._live.discard(one.action_id)
        elif one.entry is EntryKind.BEGAN:
            self._live.add(one.action_id)

    def end(self) -> None:
        """No entry is left: a head that was written down must have been met by now."""
        if self.wanted is not None and self.found_at is None and self.broken is None:
            self.broken = Break(
                None,
                "The head you gave is nowhere in the ledger: entries were taken from its end since you wrote it "
                "down, or all of it was written anew, or it is the head of another brand.",
            )

    def _faults(self, one: Entry) -> Iterator[Break]:
        number = self.entries + 1
        if one.number != number:
            yield Break(number, f"Entry {number} is missing: somebody took it out.")
        if one.hash != digest(one):
            yield Break(
                number,
                f"Entry {number} is not what was written: somebody changed it, or the disk is damaged.",
            )
        if one.prev != self.head:
            yield Break(
                number,
                f"Entry {number} does not continue entry {number - 1}: one of the entries up to here was "
                "replaced by another.",
            )
