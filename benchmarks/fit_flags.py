"""Fits what speaks for a flag (`lexicons/en/signs.txt`) on the invented phrasings, and writes the table in place.

    python benchmarks/fit_flags.py [--data FOLDER]

A logistic regression by coordinate descent for each kind, in plain Python, on the signs of `evidence.py`. Phrasings that
were written before the table, by somebody who had not seen it, and those put aside are not fitted on: they are what
`make bench-flags` measures. The phrasings of other kinds and the everyday posts say what is not of the kind, and so do
real posts, with a small weight. Signs that few phrasings have, or that weigh little, are left out.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import exp
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from detect import FILE, data_folder, load
from flags import KINDS, phrasings
from plain_phrasings import phrasings as plain

from mutuals.domain.language.evidence import Evidence, compiled_evidence, name_of
from mutuals.domain.language.features import measure
from mutuals.domain.language.lexicon import leanings, lexicon, moods
from mutuals.domain.language.lexicons.en import concepts as english
from mutuals.domain.language.tokens import tokens

HERE = Path(__file__).parent
TABLE = Path(english.__file__).with_name("signs.txt")
PENALTY = {"word": 1.0, "pair": 2.0, "concept": 1.0, "meeting": 4.0}
ROUNDS, NEAR = 25, 0.02
EVERY = 2  # of so many real posts one is read
REAL = {"urgent": 0.5, "wants_follow": 0.3, "churn": 0.25, "advocacy": 0.3, "concern": 0.25}  # weight of one
OTHERS, ALIKE, EVERYDAY, PLAIN = (
    0.3,
    1.5,
    0.5,
    0.4,
)  # of other kinds' phrasings, of what only looks like it, of everyday posts, of plain ones
LINE = {"urgent": -0.85, "wants_follow": 0.0, "churn": 0.0, "advocacy": 0.0, "concern": 0.0}  # in log-odds
CUES = {
    "urgent": "urgent",
    "churn": "churn",
}  # a real post with this cue of the lists may be of the kind, and is left out
COMMON = 3  # phrasings that must have a sign
LEAST = 15  # hundredths


class Example(NamedTuple):
    """A post as the fit sees it."""

    signs: frozenset[str]
    belongs: bool
    weight: float


def signs_of(text: str, evidence: Evidence) -> frozenset[str]:
    """All signs of a text."""
    words = evidence.words(tokens(text))
    return frozenset(evidence.signs(words) | evidence.meetings(words))


def examples(kind: str, known: dict[str, frozenset[str]], real: Mapping[str, set[str]]) -> Iterator[Example]:
    """What a kind is fitted on; `known` holds the signs of every text."""
    for other in KINDS:
        for one in phrasings(other):
            if one.written in {"seen", "after"}:
                if other == kind:
                    yield Example(known[one.text], one.belongs, 1.0 if one.belongs else ALIKE)
                else:
                    yield Example(known[one.text], False, OTHERS)
    for text, belongs in plain(kind):
        yield Example(known[text], belongs, PLAIN if belongs else ALIKE * PLAIN)
    for text in everyday():
        yield Example(known[text], False, EVERYDAY)
    for text, cues in real.items():
        if CUES.get(kind) not in cues:
            yield Example(known[text], False, REAL[kind])


def cues_of(text: str) -> set[str]:
    """The names of the cues that the lists find in a post."""
    return set(measure(text, tokens(text), lexicon("en"), moods("en"), leanings("en")).values)


def everyday() -> list[str]:
    """Small talk."""
    with (HERE / "everyday.csv").open(newline="", encoding="utf-8") as lines:
        return [row["text"] for row in csv.DictReader(lines)]


def sort_of(sign: str, first: str) -> str:
    """Which penalty a sign has; `first` is the first concept's character."""
    if sign[0] >= first:
        return "concept" if len(sign) == 1 else "meeting"
    return "pair" if " " in sign else "word"


def fit(some: Sequence[Example], allowed: set[str], first: str) -> dict[str, float]:
    """The coefficients by sign; "" is the start."""
    columns: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(some):
        for sign in one.signs & allowed:
            columns[sign].append(at)
    columns[""] = list(range(len(some)))
    penalties = {sign: PENALTY[sort_of(sign, first)] if sign else 0.0 for sign in columns}
    coefficients = dict.fromkeys(columns, 0.0)
    weights = [one.weight for one in some]
    labels = [float(one.belongs) for one in some]
    shares = [0.5] * len(some)
    logits = [0.0] * len(some)
    for _ in range(ROUNDS):
        moved = 0.0
        for sign, places in columns.items():
            penalty = penalties[sign]
            slope, bend = penalty * coefficients[sign], penalty + 1e-6
            for at in places:
                share, weight = shares[at], weights[at]
                slope += weight * (share - labels[at])
                bend += weight * share * (1 - share)
            step = max(-1.0, min(1.0, -slope / bend))
            if -1e-4 < step < 1e-4:
                continue
            coefficients[sign] += step
            moved = max(moved, abs(step))
            for at in places:
                logits[at] += step
                shares[at] = 1 / (1 + exp(-logits[at])) if logits[at] > -30 else 0.0
        if moved < NEAR:
            break
    return coefficients


def table(found: dict[str, dict[str, float]], evidence: Evidence) -> str:
    """The lines of the file, sorted by sign."""
    by_sign: dict[str, list[int]] = {}
    for at, kind in enumerate(KINDS):
        for sign, value in found[kind].items():
            by = round(value * 100)
            if sign and abs(by) >= LEAST:
                by_sign.setdefault(sign, [0] * len(KINDS))[at] = by
    starts = [round((found[kind][""] - LINE[kind]) * 100) for kind in KINDS]
    named = {name_of(sign, [*english.CONCEPTS]): by for sign, by in by_sign.items()}
    rows = [("", starts), *((sign, named[sign]) for sign in sorted(named))]
    lines = ["\t".join([sign, *map(str, by)]) for sign, by in rows]
    return "\n".join(["\t".join(["", *KINDS]), *lines]) + "\n"


def main() -> None:
    """Fit and write."""
    args = sys.argv[1:]
    folder = data_folder(args[args.index("--data") + 1 :] if "--data" in args else ())
    evidence = compiled_evidence(english.CONCEPTS, english.SHORTHAND, "\n\n")
    first = min(one for some in evidence.concepts.values() for one in some)
    real = {one.text: cues_of(one.text) for one in load(folder)[::EVERY]} if (folder / FILE).is_file() else {}
    made = [text for kind in KINDS for text, _ in plain(kind)]
    invented = [one.text for kind in KINDS for one in phrasings(kind) if one.written in {"seen", "after"}]
    known = {text: signs_of(text, evidence) for text in [*invented, *made, *everyday(), *real]}
    count = Counter(sign for text in invented for sign in known[text])
    allowed = {sign for sign, times in count.items() if times >= COMMON}
    found = {}
    for kind in KINDS:
        found[kind] = fit(list(examples(kind, known, real)), allowed, first)
        print(kind, sum(abs(value) * 100 >= LEAST for value in found[kind].values()))
    TABLE.write_text(table(found, evidence), encoding="utf-8")


if __name__ == "__main__":
    main()
