"""Measures the flags, the class *concern* and the overtones on invented phrasings: how many are found, how many in error.

    make bench-flags

The phrasings lie in `phrasings/`, one file a kind: text, label (1 belongs to the kind, 0 only looks like it) and when
it was written: *before* the rules, by somebody who had not seen them; *seen*, which were so written, but have been
read since by whoever wrote the rules; or *after*. The weights are fitted on the last two (`fit_flags.py`), so that only
those written before say how the rules do on phrasings that nobody has shown them. Prints one JSON object: hits, of,
false, false_of for all kinds, and by kind, and by kind for those written before. Beside them, under `overtones`, the same
for posts that mean more, less or the reverse of what they say; theirs are all by the author of the rules, and those
called *before* were put aside until the rules stood. `terse` holds a few words or signs, and a fourth column: what they
stand under (a complaint, praise or talk of somebody else, a post of ours, our reply to a complaint).
"""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).with_name("phrasings")
KINDS = ("urgent", "churn", "advocacy", "concern", "wants_follow")

OVERTONES = {
    "sarcasm": ("complaint", "concern"),
    "understatement": ("complaint", "concern"),
    "joy": ("praise",),
    "terse": ("complaint", "concern", "question"),
}  # the classes that each should come out as


class Phrasing(NamedTuple):
    """One invented post: does it belong to its kind, and was it written before the rules?"""

    kind: str
    text: str
    belongs: bool
    written: str
    under: str = ""

    @property
    def before(self) -> bool:
        """Was it written before the rules, by somebody who had not seen them?"""
        return self.written == "before"


def phrasings(kind: str) -> list[Phrasing]:
    """Those of one kind."""
    with (HERE / f"{kind}.csv").open(newline="", encoding="utf-8") as lines:
        return [
            Phrasing(kind, one["text"], one["label"] == "1", one["written"], one.get("under", ""))
            for one in csv.DictReader(lines)
        ]


def told(phrasing: Phrasing) -> bool:
    """Do the rules say that it is of its kind?"""
    from mutuals.domain.language import read
    from mutuals.domain.language.terse import beside, said_tersely
    from mutuals.domain.model import Category, Flag

    if phrasing.kind in OVERTONES:
        ours = phrasing.under in {"ours", "reply"}
        reading = read(phrasing.text, lang="en", replying=bool(phrasing.under), to_us=ours)
        if phrasing.under:
            trouble = phrasing.under in {"complaint", "reply"}
            reading = beside(reading, said_tersely(phrasing.text, "en"), trouble=trouble, ours=ours)
        return reading.category.value in OVERTONES[phrasing.kind]
    reading = read(phrasing.text)
    if phrasing.kind == Category.CONCERN.value:
        return reading.category is Category.CONCERN
    return Flag(phrasing.kind) in reading.flags


def counted(some: Iterable[Phrasing]) -> dict[str, int]:
    """Hits of how many that belong, and false ones of how many that do not."""
    belong: list[bool] = []
    others: list[bool] = []
    for one in some:
        (belong if one.belongs else others).append(told(one))
    return {"hits": sum(belong), "of": len(belong), "false": sum(others), "false_of": len(others)}


def measured(kinds: Iterable[str]) -> dict[str, object]:
    """The counts of all these kinds, and of each."""
    by_kind = {kind: phrasings(kind) for kind in kinds}
    whole: dict[str, object] = dict(counted(one for some in by_kind.values() for one in some))
    return whole | {
        "by_kind": {
            kind: counted(some) | {"written_before": counted(one for one in some if one.before)}
            for kind, some in by_kind.items()
        }
    }


def main() -> None:
    """Measure and print."""
    print(json.dumps(measured(KINDS) | {"overtones": measured(OVERTONES)}))


if __name__ == "__main__":
    main()
