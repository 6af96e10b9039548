"""Fits what the flags weigh (`lexicons/en/weights_*.py`) on the invented phrasings, and writes the tables in place.

    python benchmarks/fit_flags.py [KIND ...] [--data FOLDER]

A logistic regression by coordinate descent for each kind, in plain Python: on the slots of the grammar that occur, on
the first two rules that are met, and on single words. Phrasings that were written before the rules, by somebody who
had not seen them, are not fitted on: they are what `make bench-flags` measures. The phrasings of other kinds and
the everyday posts say what is not of the kind, and so do real posts, with a small weight, where they meet no rule.
"""

import csv
import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import exp
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from detect import FILE, data_folder, load
from flags import KINDS, phrasings

from mutuals.domain.language.lexicon import grammar
from mutuals.domain.language.lexicons.en import rules as en_rules
from mutuals.domain.language.lexicons.en.slots import SLOTS as SHARED
from mutuals.domain.language.tokens import tokens

HERE = Path(__file__).parent
FOLDER = Path(en_rules.__file__).parent
FILES = {kind: f"weights_{kind.removeprefix('wants_')}.py" for kind in KINDS}
PENALTY, WORD_PENALTY = 1.0, 1.5
ROUNDS, NEAR = 60, 0.002
EVERY = 2  # of so many real posts one is read
REAL = {
    "urgent": 0.5,
    "wants_follow": 0.4,
    "churn": 0.3,
    "advocacy": 0.5,
    "concern": 0.2,
}  # the weight of a real post
OTHERS, ALIKE, SEEN = (
    0.5,
    2.5,
    1.0,
)  # the weight of other kinds' phrasings, of what only looks like the kind, of a real post that was read
LINE = {"urgent": -1.2, "wants_follow": -1.0, "churn": -1.7, "advocacy": -1.9, "concern": -1.6}  # in log-odds
COMMON = 2  # phrasings that a word must stand in
STEP, LEAST = 5, 15  # hundredths: the weights of words are rounded to these; smaller ones are left out


class Example(NamedTuple):
    """A post as the fit sees it."""

    text: str
    belongs: bool
    weight: float
    invented: bool


def examples(kind: str, folder: Path) -> list[Example]:
    """What a kind is fitted on."""
    some = [
        Example(one.text, one.belongs, 1.0 if one.belongs else ALIKE, True)
        for one in phrasings(kind)
        if not one.before
    ]
    some += [
        Example(one.text, False, OTHERS, True)
        for other in KINDS
        if other != kind
        for one in phrasings(other)
        if not one.before
    ]
    with (HERE / "everyday.csv").open(newline="", encoding="utf-8") as lines:
        some += [Example(row["text"], False, 1.0, True) for row in csv.DictReader(lines)]
    if (folder / FILE).is_file():
        real, known = load(folder), labelled(kind)
        some += [Example(one.text, known[one.id], SEEN, True) for one in real if one.id in known]
        some += [
            Example(one.text, False, REAL[kind] * EVERY, False)
            for one in real[::EVERY]
            if one.id not in known
        ]
    return some


def labelled(kind: str) -> dict[str, bool]:
    """The real posts that were read and labelled for a kind, by id; their texts do not come along."""
    path = HERE / f"{kind}.csv"
    if not path.is_file():
        return {}
    with path.open(newline="", encoding="utf-8") as lines:
        return {row["id"]: row["label"] == "1" for row in csv.DictReader(lines)}


def seen_in(text: str, kind: str) -> tuple[set[str], int]:
    """The names of what occurs in a text (slots, and words behind a colon), and how many rules it meets."""
    rules = grammar("en")
    row = tokens(text)
    spots, seen, _ = rules.measured(row)
    bits = dict(zip([*rules.special, *en_rules.SLOTS], (1 << at for at in range(999)), strict=False))
    names = {name for name in (*rules.special, *SHARED, *en_rules.OWN[kind]) if seen & bits[name]}
    words = {":" + token.word for token in row if token.kind == "word"}
    return names | words, rules.met(rules.kinds.index(kind), spots, seen)


def fit(rows: Sequence[set[str]], labels: Sequence[bool], weights: Sequence[float]) -> dict[str, float]:
    """The coefficients by name; "" is the start."""
    columns: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        for name in row:
            columns[name].append(at)
    columns[""] = list(range(len(rows)))
    coefficients = dict.fromkeys(columns, 0.0)
    logits = [0.0] * len(rows)
    for _ in range(ROUNDS):
        moved = 0.0
        for name, places in columns.items():
            penalty = (WORD_PENALTY if name[0] == ":" else PENALTY) if name else 0.0
            slope, bend = penalty * coefficients[name], penalty + 1e-6
            for at in places:
                share = 1 / (1 + exp(-logits[at])) if logits[at] > -30 else 0.0
                slope += weights[at] * (share - labels[at])
                bend += weights[at] * share * (1 - share)
            step = max(-1.0, min(1.0, -slope / bend))
            coefficients[name] += step
            moved = max(moved, abs(step))
            for at in places:
                logits[at] += step
        if moved < NEAR:
            break
    return coefficients


def fitted(kind: str, folder: Path) -> dict[str, float]:
    """What a kind weighs."""
    some = examples(kind, folder)
    seen = [seen_in(one.text, kind) for one in some]
    kept = [
        (one, names, met) for one, (names, met) in zip(some, seen, strict=True) if one.invented or not met
    ]
    count = Counter(name for one, names, _ in kept if one.invented for name in names)
    rows = [
        {name for name in names if name[0] != ":" or count[name] >= COMMON}
        | ({"rule 1"} if met else set())
        | ({"rule 2"} if met > 1 else set())
        for _, names, met in kept
    ]
    return fit(rows, [one.belongs for one, _, _ in kept], [one.weight for one, _, _ in kept])


def write(kind: str, found: dict[str, float]) -> None:
    """Write the table of a kind."""
    slots = {
        name: round(value, 2)
        for name, value in found.items()
        if name and name[0] != ":" and not name.startswith("rule") and abs(value) >= 0.05
    }
    words: dict[int, list[str]] = defaultdict(list)
    for name, value in found.items():
        if name.startswith(":") and (by := round(value * 100 / STEP) * STEP) and abs(by) >= LEAST:
            words[by].append(name[1:])
    lines = [
        f'"""What speaks for "{kind}" in English, in log-odds, words in hundredths. Written by fit_flags.py."""',
        "",
        f"START = {found[''] - LINE[kind]:.2f}",
        f"RULES = ({found.get('rule 1', 0.0):.2f}, {found.get('rule 2', 0.0):.2f})",
        "SLOTS = {",
        *(f'    "{name}": {slots[name]},' for name in sorted(slots)),
        "}",
        "WORDS = {",
    ]
    for by in sorted(words, reverse=True):
        text = textwrap.wrap(" ".join(sorted(words[by])), 100, break_long_words=False, break_on_hyphens=False)
        if len(text) == 1:
            lines.append(f'    {by}: "{text[0]}",')
        else:
            lines += [f'    {by}: """', *("        " + one for one in text), '    """,']
    (FOLDER / FILES[kind]).write_text("\n".join([*lines, "}"]) + "\n", encoding="utf-8")


def main() -> None:
    """Fit and write."""
    args = sys.argv[1:]
    folder = data_folder(args[args.index("--data") + 1 :] if "--data" in args else ())
    for kind in [one for one in args if one in KINDS] or KINDS:
        found = fitted(kind, folder)
        write(kind, found)
        print(kind, len(found))


if __name__ == "__main__":
    main()
