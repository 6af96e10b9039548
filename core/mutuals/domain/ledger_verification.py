"""One walk along a chain of the ledger: is it whole, and is it the one that was anchored?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mutuals.domain.ledger import ENDS, FIRST, NEW_START, EntryKind, LedgerEntry, LedgerHead, digest

SHORTEST = 16  # characters of a hash that are enough to name it: nobody can make an entry that begins with given ones


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry that can't be trusted (None: no entry by itself is wrong), and what that means."""

    number: int | None
    sentence: str
    sound_before: bool = True  # what stands before that entry is proved to be as it was written


@dataclass
class ChainVerifier:
    """One walk along a chain. Feed it every entry in order with `step`, or all with `along`."""

    entries: int = 0
    head: str = FIRST
    broken: Break | None = None
    wanted: str | None = None  # a head that somebody wrote down earlier, or at least its first characters
    anchor: LedgerHead | None = (
        None  # where the chain was when it was last written down outside of the database
    )
    found_at: int | None = None  # the entry that has it
    new_starts: list[LedgerEntry] = field(
        default_factory=list
    )  # where a backup was put back, or the chain was accepted
    _live: set[str] = field(default_factory=set)

    @property
    def under_way(self) -> int:
        """Acts that were begun and have no outcome yet."""
        return len(self._live)

    def along(self, entries: Iterable[LedgerEntry]) -> "ChainVerifier":
        """Walk along all of them."""
        for one in entries:
            self.step(one)
        return self

    def step(self, one: LedgerEntry) -> None:
        """Look at the next entry."""
        if self.broken is None:
            self.broken = next(self._faults(one), None)
        self.entries += 1
        self.head = one.hash
        if self.wanted is not None and one.hash.startswith(self.wanted) and self.broken is None:
            self.found_at = one.number
        if one.entry in NEW_START:
            self.new_starts.append(one)
        if one.entry in ENDS:
            self._live.discard(one.action_id)
        elif one.entry is EntryKind.BEGAN:
            self._live.add(one.action_id)

    def end(self) -> None:
        """No entry is left: heads that were written down must have been met by now."""
        if self.broken is None and self.anchor is not None and self.anchor.entries > self.entries:
            self.broken = Break(self.entries + 1, _cut(self.entries, self.anchor.entries), sound_before=False)
        if self.wanted is not None and self.found_at is None and self.broken is None:
            self.broken = Break(
                None,
                "The head you gave is nowhere in the ledger: entries were taken from its end since you wrote it "
                "down, or all of it was written anew, or it is the head of another brand.",
            )

    def _faults(self, one: LedgerEntry) -> Iterator[Break]:
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
        if self.anchor is not None and number == self.anchor.entries and one.hash != self.anchor.hash:
            yield Break(
                number,
                f"Entry {number} fits the others and is not the one that was anchored: the ledger was written anew, "
                f"from entry {number} or an earlier one on.",
                sound_before=False,
            )


def _cut(left: int, anchored: int) -> str:
    if not left:
        many = "the one entry" if anchored == 1 else f"all {anchored} entries"
        return f"The ledger is empty, and its anchor knows of {anchored}: somebody deleted {many}, or put back a backup."
    which = f"entry {anchored} is" if anchored == left + 1 else f"entries {left + 1} to {anchored} are"
    return (
        f"The ledger ends with entry {left}, and its anchor knows of {anchored}: {which} gone. Somebody cut them off, "
        "or put back a backup."
    )
