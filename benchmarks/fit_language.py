"""Fits the complaint column of `weights.py` on the visible set, and writes it in place.

    python benchmarks/fit_language.py [DATA FOLDER] [--dry]

A logistic regression by Newton's method in plain Python (about half a minute), with a quadratic penalty on each
coefficient times the spread of its figure and a little more. Every source counts by the square root of its size, so that the
four airlines do not outvote ten small trades. Some tens of figures are all that is learned from the posts.

The labelled posts are nearly all written to a help desk. What people say beside it, naming a brand in passing, stands in
`everyday.csv`: invented small talk, and invented terse complaints to weigh against it. Both are sources as any other
when fitting, and are never measured on.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Sequence
from math import exp, sqrt
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from detect import Labelled, data_folder, load

from mutuals.domain.language import weights as weights_table
from mutuals.domain.language.features import measure
from mutuals.domain.language.lexicon import lexicon, moods
from mutuals.domain.language.phrase_matcher import Phrases
from mutuals.domain.language.tokens import tokens

PENALTY = 30.0  # in units of one average post; leave-one-source-out moves little between 3 and 300
RARE = 0.1  # added to each spread, so that a figure that few posts have gets no great say
AIRLINE_SHARE = 0.4  # the airlines' labels mean "negative", which is close to a complaint but not the same
OWN_SHARE = 0.5  # invented posts show what the others lack, and are nobody's voice
HELD = frozenset(
    {"no_fault", "capitals", "fault_free", "prize", "rescued", "rage", "chasing"}
)  # too rare here to be learned: their rows stay as they are
ROUNDS = 9
Row = dict[int, float]


def everyday() -> list[Labelled]:
    """The invented posts that go into every fit."""
    with Path(__file__).with_name("everyday.csv").open(newline="", encoding="utf-8") as lines:
        return [
            Labelled(one["id"], one["text"], int(one["label"]), one["source"])
            for one in csv.DictReader(lines)
        ]


def weights(posts: Sequence[Labelled]) -> list[float]:
    """What each post counts, one on average."""
    sizes = Counter(one.source for one in posts)
    raw = [_share_of(one.source) / sqrt(sizes[one.source]) for one in posts]
    mean = sum(raw) / len(raw)
    return [one / mean for one in raw]


def _share_of(source: str) -> float:
    return AIRLINE_SHARE if source.startswith("air:") else OWN_SHARE if source.startswith("own:") else 1


def figures(posts: Sequence[Labelled], names: Sequence[str], phrases: Phrases | None = None) -> list[Row]:
    """The figures of every post by column, by the shipped phrases or others; the last column is always one."""
    phrases = phrases or lexicon("en")
    mood, column = moods("en"), {name: at for at, name in enumerate(names)}
    rows = []
    for one in posts:
        values = measure(one.text, tokens(one.text), phrases, mood).values
        rows.append({column[name]: value for name, value in values.items() if name in column})
        rows[-1][len(names)] = 1.0
    return rows


def fit(rows: Sequence[Row], labels: Sequence[int], counts: Sequence[float], size: int) -> list[float]:
    """The coefficients by Newton's method; the last one is the start."""
    spread = _spread(rows, size)
    fitted = [0.0] * size
    for _ in range(ROUNDS):
        slope = [-PENALTY * spread[at] * fitted[at] for at in range(size)]
        bend = [[0.0] * size for _ in range(size)]
        for row, label, count in zip(rows, labels, counts, strict=True):
            chance = share(sum(value * fitted[at] for at, value in row.items()))
            pull, curve = count * (label - chance), count * chance * (1 - chance)
            for at, value in row.items():
                slope[at] += pull * value
                line, scaled = bend[at], curve * value
                for other, another in row.items():
                    line[other] += scaled * another
        for at in range(size):
            bend[at][at] += PENALTY * spread[at] + 1e-9
        fitted = [old + step for old, step in zip(fitted, _solve(bend, slope), strict=True)]
    return fitted


def share(logit: float) -> float:
    """Log-odds as a score between 0 and 1."""
    return 1 / (1 + exp(-max(-40.0, min(40.0, logit))))


def columns() -> list[str]:
    """The names of the figures that are fitted."""
    return [figure.name for figure in weights_table.FIGURES if figure.name not in HELD]


def _spread(rows: Sequence[Row], size: int) -> list[float]:
    mean, square = [0.0] * size, [0.0] * size
    for row in rows:
        for at, value in row.items():
            mean[at] += value / len(rows)
            square[at] += value * value / len(rows)
    start = [0.0]  # the start is not held back
    return [square[at] - mean[at] ** 2 + RARE for at in range(size - 1)] + start


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    size = len(right)
    work = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for at in range(size):
        best = max(range(at, size), key=lambda line: abs(work[line][at]))
        work[at], work[best] = work[best], work[at]
        for line in range(at + 1, size):
            factor = work[line][at] / work[at][at]
            if factor:
                work[line] = [one - factor * other for one, other in zip(work[line], work[at], strict=True)]
    result = [0.0] * size
    for at in reversed(range(size)):
        known = sum(work[at][other] * result[other] for other in range(at + 1, size))
        result[at] = (work[at][size] - known) / work[at][at]
    return result


def write(names: Sequence[str], fitted: Sequence[float]) -> None:
    """Put the fitted column into the table, leaving everything else as it stands."""
    path = Path(weights_table.__file__)
    text = path.read_text(encoding="utf-8")
    for name, value in zip(names, fitted, strict=False):
        text = re.sub(rf'(Figure\("{name}", "[^"]*", )-?[\d.]+', rf"\g<1>{value:.2f}", text)
    text = re.sub(r"^COMPLAINT_START = -?[\d.]+", f"COMPLAINT_START = {fitted[-1]:.2f}", text, flags=re.M)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Fit and write (or only print, with --dry)."""
    posts = [*load(data_folder([one for one in sys.argv[1:] if one != "--dry"])), *everyday()]
    names = columns()
    fitted = fit(figures(posts, names), [one.label for one in posts], weights(posts), len(names) + 1)
    for name, value in zip([*names, "start"], fitted, strict=True):
        print(f"{name:18s} {value:+.2f}")
    if "--dry" not in sys.argv:
        write(names, fitted)


if __name__ == "__main__":
    main()
