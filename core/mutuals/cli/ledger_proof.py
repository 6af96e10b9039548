"""The ledger for people: is it whole, is it the anchored one, and does it agree with the acts?"""

import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from mutuals.domain.errors import MutualsError
from mutuals.domain.ledger import INSTALLATION, EntryKind, LedgerEntry, LedgerHead
from mutuals.domain.ledger_comparison import Book
from mutuals.domain.ledger_verification import SHORTEST, ChainVerifier
from mutuals.storage.ledger_anchor import VARIABLE
from mutuals.storage.repositories import ledger
from mutuals.storage.store import SqlStore

SHOWN = 10  # differences that are said; more of them say nothing new
_HEAD = re.compile(r"[0-9a-f]+")
_COPY = "Keep a copy of the database as it is now, and compare it with your backups and exports."
_ACCEPT = "If you know what happened, say so: mutuals ledger accept --brand {brand} --why WHY"


@dataclass(frozen=True, slots=True)
class Chain:
    """One brand's ledger, walked to its end. `file` is that of the anchor, `differ` what the acts say otherwise."""

    brand_id: str
    handle: str
    walk: ChainVerifier
    file: Path | None = None
    differ: tuple[str, ...] = ()
    problem: str | None = None  # why the anchor could not be asked

    @property
    def ok(self) -> bool:
        """Is nothing wrong?"""
        return self.walk.broken is None and not self.differ and self.problem is None

    @property
    def acceptable(self) -> bool:
        """Is something wrong that a person may know the reason of? A changed entry has no good one."""
        return not self.ok and (self.walk.broken is None or not self.walk.broken.sound_before)


async def chosen(store: SqlStore, brand: str | None, also: frozenset[str] = frozenset()) -> dict[str, str]:
    """Brand ids with their names: of the brand with this handle or id, or of all that are known; `also` are ids that
    the anchor knows. Raises MutualsError when there is no such brand.
    """
    known = {one.id: f"@{one.account.handle}" for one in await store.brands()}
    ids = {*await store.ledger_brands(), *also}
    known |= {one: one for one in sorted(ids - {*known, INSTALLATION})}
    known |= {INSTALLATION: INSTALLATION} if INSTALLATION in ids else {}
    if brand is None:
        return known
    wanted = brand.strip().removeprefix("@").casefold()
    found = {id_: name for id_, name in known.items() if wanted in {id_, name.removeprefix("@").casefold()}}
    if not found:
        names = ", ".join(known.values()) or "none yet"
        raise MutualsError(f"There is no brand called {brand}. Known: {names}.")
    return found


async def examine(store: SqlStore, brand: str | None, head: str | None) -> list[Chain]:
    """Walk along the chains. `head` is one that somebody wrote down. Raises MutualsError."""
    anchors, problem = _anchors(
        store
    )  # before the ledger is read: it may grow meanwhile, the anchor behind it
    brands = await chosen(store, brand, frozenset(anchors))
    if head is not None and len(brands) != 1:
        raise MutualsError("A head belongs to one brand. Say which one with: --brand HANDLE")
    wanted = None if head is None else _wanted(head)
    chains = []
    for brand_id, handle in brands.items():
        walk, differ = await _walk(
            store, brand_id, ChainVerifier(wanted=wanted, anchor=anchors.get(brand_id))
        )
        chains.append(Chain(brand_id, handle, walk, store.anchor_file, tuple(differ), problem))
    return chains


def _anchors(store: SqlStore) -> tuple[dict[str, LedgerHead], str | None]:
    try:
        return store.anchored(), None
    except MutualsError as error:
        return {}, str(error)


def _wanted(head: str) -> str:
    """The hash in what somebody wrote down, which may be the whole last line of a digest. Raises MutualsError."""
    found: list[str] = [one for one in _HEAD.findall(head.lower()) if len(one) >= SHORTEST]
    if not found:
        raise MutualsError(
            f"{head} is no head. A head has 64 characters from 0 to 9 and a to f; the first {SHORTEST} of them, as in "
            "the digest, are enough."
        )
    return found[-1]


async def _walk(store: SqlStore, brand_id: str, walk: ChainVerifier) -> tuple[ChainVerifier, list[str]]:
    book = Book()
    async with store.ledger_snapshot() as connection:
        async for one in ledger.read(connection, brand_id, None):
            walk.step(one)
            book.note(one)
        walk.end()
        accepted = next((one for one in reversed(walk.new_starts) if one.entry is EntryKind.ACCEPTED), None)
        acts = await ledger.all_acts(connection, brand_id)
        found = book.differences(acts, await ledger.began(connection, brand_id), accepted)
        shown = list(islice(found, SHOWN))
        more = sum(1 for _ in found)
    return walk, [*shown, *([f"And {more} more."] if more else [])]


def sentences(chain: Chain) -> list[str]:
    """What was found, for a person."""
    walk, count = chain.walk, chain.walk.entries
    entries = "1 entry" if count == 1 else f"{count} entries"
    if walk.broken is not None:
        number = walk.broken.number
        sound = number not in {None, 1} and walk.broken.sound_before
        before = f"What stands before entry {number} is as it was written. " if sound else ""
        lines = [f"{chain.handle}: BROKEN, {entries}. {walk.broken.sentence}", f"  {before}{_COPY}"]
    elif chain.differ:
        lines = [
            f"{chain.handle}: NOT IN STEP WITH THE ACTS, {entries}. One of the two was changed.",
            f"  {_COPY}",
        ]
    elif count == 0:
        return [f"{chain.handle}: nothing has been done yet, so there is no entry.", *_problem(chain)]
    else:
        lines = [f"{chain.handle}: unbroken, {entries}, {walk.under_way} without an outcome yet."]
    lines += [f"  {one}" for one in chain.differ]
    lines += [_new_start(one) for one in walk.new_starts]
    lines += _problem(chain)
    if chain.acceptable:
        lines.append(f"  {_ACCEPT.format(brand=chain.handle.removeprefix('@'))}")
    return [*lines, *_ends(chain)]


def _ends(chain: Chain) -> list[str]:
    """Where the chain ends, and what says so outside of the database."""
    walk = chain.walk
    lines = []
    if walk.found_at is not None:
        lines.append(
            f"  The head you gave is that of entry {walk.found_at}, {walk.entries - walk.found_at} came since."
        )
    if walk.broken is not None or not walk.entries:
        return lines
    return [*lines, f"  head: {walk.head}", f"  anchor: {_anchored(chain)}"]


def _anchored(chain: Chain) -> str:
    if chain.file is None:
        return f"none. Compare the head with a digest's last line (--head), or set {VARIABLE}."
    if chain.walk.anchor is None:
        return f"none yet in {chain.file}, though there are entries. It comes with the next one."
    return f"entry {chain.walk.anchor.entries}, in {chain.file}"


def _problem(chain: Chain) -> list[str]:
    return [f"  {chain.problem}"] if chain.problem else []


def _new_start(one: LedgerEntry) -> str:
    did = "a backup was put back" if one.entry is EntryKind.RESTORED else "the ledger was accepted as it is"
    return f"  Entry {one.number}: {did}, {one.at:%Y-%m-%d %H:%M} UTC, by {one.actor_name}. {one.outcome or ''}".rstrip()


def accepted(chain: Chain, why: str) -> str:
    """What an entry says that accepts this chain: the reason, and what was otherwise."""
    walk = chain.walk
    said = [why if why.endswith((".", "!", "?")) else f"{why}."]
    if walk.anchor is not None and walk.broken is not None:
        said.append(f"The anchor knew of {walk.anchor.entries} entries, the last one {walk.anchor.hash}.")
    if chain.differ:
        said.append(f"Not in step with the acts: {len(chain.differ)} line(s).")
    if chain.problem:
        said.append("The anchor could not be read.")
    return " ".join(said)


def plain(chain: Chain) -> dict[str, Any]:
    """What was found, as JSON."""
    walk = chain.walk
    broken = None if walk.broken is None else {"entry": walk.broken.number, "why": walk.broken.sentence}
    anchor = None if walk.anchor is None else {"entry": walk.anchor.entries, "head": walk.anchor.hash}
    return {
        "brand": chain.brand_id,
        "handle": chain.handle,
        "ok": chain.ok,
        "entries": walk.entries,
        "without_outcome": walk.under_way,
        "head": walk.head if walk.entries else None,
        "head_found_at": walk.found_at,
        "broken": broken,
        "anchor": anchor,
        "anchor_file": None if chain.file is None else str(chain.file),
        "anchor_problem": chain.problem,
        "acts_differ": list(chain.differ),
        "new_starts": [
            {"entry": one.number, "what": one.entry, "why": one.outcome} for one in walk.new_starts
        ],
    }
