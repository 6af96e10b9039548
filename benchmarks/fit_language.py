"""Fits the complaint column of `weights.py` and the list of common words on the visible set, and writes both in place.

    python benchmarks/fit_language.py [DATA FOLDER] [--dry]

Two steps, in plain Python (about a minute). First a logistic regression by Newton's method on the figures, with a
quadratic penalty on each coefficient times the spread of its figure and a little more. Then, with those coefficients
held, a leaning for every common word and every common pair of neighbours, with a penalty of its own: what the figures
do not know yet. Only what occurs in most trades is common, so that no trade's own words are learned.

The trades, the airlines and the invented posts each have a share, whatever their number, and in each of them the
complaints weigh as much as the rest. All constants were chosen by leaving one source out; `docs/detection.md` has the table.

The labelled posts are nearly all written to a help desk. What people say beside it, naming a brand in passing, stands in
`everyday.csv`: invented small talk, and invented terse complaints to weigh against it. They go into every fit, and
are never measured on.
"""

import csv
import re
import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import exp
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from detect import RANDOM, Labelled, data_folder, load

from mutuals.domain.language import weights as weights_table
from mutuals.domain.language.features import measure
from mutuals.domain.language.lexicon import lexicon, moods
from mutuals.domain.language.lexicons.en import wording as en_wording
from mutuals.domain.language.phrase_matcher import Phrases, listed
from mutuals.domain.language.tokens import tokens
from mutuals.domain.language.wording import pieces

PENALTY = 60.0  # in units of one average post; leaving one source out moves little between 15 and 100
RARE = 0.1  # added to each spread, so that a figure that few posts have gets no great say
SHARES = {
    "acl": 1.0,
    "air": 0.3,  # the airlines' labels mean "negative", which is close to a complaint but not the same
    "own": 0.2,  # invented posts show what the others lack, and are nobody's voice
}
WORDING_PENALTY = 40.0  # of the leaning of a word, in the same units
COMMON_SOURCES, COMMON_POSTS = 6, 15  # of eleven sources; a word in fewer is not common
WORDING_ROUNDS = 6
STEP = 5  # hundredths: leanings are rounded to these
NAMES = listed("amazon apple twitter tweet iphone ipad ios mac london")  # names do not travel
HELD = frozenset(
    {"no_fault", "capitals", "fault_free", "prize", "rescued", "rage", "chasing", "wording", "other_wording"}
)  # too rare here to be learned, or fitted apart: their rows stay as they are
ROUNDS, NEAR = 9, 0.0005  # steps of Newton's method at most; the last step that matters
WIDTH = 110  # of a line of the list
Row = dict[int, float]


class Model(NamedTuple):
    """What was learned: a coefficient for each figure, the last one the start, and the leanings of common words."""

    coefficients: list[float]
    leanings: dict[str, float]

    def logit(self, row: Row, words: AbstractSet[str]) -> float:
        """The log-odds of a post, by its figures and its words."""
        return _dot(row, self.coefficients) + sum(self.leanings.get(word, 0.0) for word in words)


def everyday() -> list[Labelled]:
    """The invented posts that go into every fit."""
    with Path(__file__).with_name("everyday.csv").open(newline="", encoding="utf-8") as lines:
        return [
            Labelled(one["id"], one["text"], int(one["label"]), one["source"])
            for one in csv.DictReader(lines)
        ]


def learn(
    posts: Sequence[Labelled], rows: Sequence[Row], words: Sequence[AbstractSet[str]], size: int
) -> Model:
    """Fit both steps on some posts, whose figures and words are given."""
    labels, counts = [one.label for one in posts], weights(posts)
    coefficients = fit(rows, labels, counts, size)
    known = [_dot(row, coefficients) for row in rows]
    return Model(coefficients, fit_wording(posts, words, known, counts))


def learn_without(
    group: str, groups: Sequence[str], known: Sequence[Labelled],
    rows: Sequence[Row], words: Sequence[AbstractSet[str]], size: int,
) -> Model:  # fmt: skip
    """Fit on everything but one group; what is `known` beyond the `groups` goes into every fit."""
    chosen = [at for at in range(len(known)) if at >= len(groups) or groups[at] != group]
    return learn(
        [known[at] for at in chosen], [rows[at] for at in chosen], [words[at] for at in chosen], size
    )


def weights(posts: Sequence[Labelled]) -> list[float]:
    """What each post counts, one on average: its sort's share, half of it for the complaints."""
    sorts = [(one.source[:3], one.label) for one in posts]
    sizes = Counter(sorts)
    raw = [SHARES[sort] / sizes[sort, label] for sort, label in sorts]
    mean = sum(raw) / len(raw)
    return [one / mean for one in raw]


def figures(posts: Sequence[Labelled], names: Sequence[str], phrases: Phrases | None = None) -> list[Row]:
    """The figures of every post by column, by the shipped phrases or others; the last column is always one."""
    phrases = phrases or lexicon("en")
    mood, column = moods("en"), {name: at for at, name in enumerate(names)}
    rows = []
    for one in posts:
        values = measure(one.text, tokens(one.text), phrases, mood, {}).values
        rows.append({column[name]: value for name, value in values.items() if name in column})
        rows[-1][len(names)] = 1.0
    return rows


def wording(posts: Sequence[Labelled]) -> list[AbstractSet[str]]:
    """The words and pairs of neighbours of every post."""
    return [{piece for piece, _, _ in pieces(tokens(one.text))} for one in posts]


def fit(rows: Sequence[Row], labels: Sequence[int], counts: Sequence[float], size: int) -> list[float]:
    """The coefficients by Newton's method; the last one is the start."""
    spread = _spread(rows, size)
    sorted_rows = [sorted(row.items()) for row in rows]
    fitted = [0.0] * size
    for _ in range(ROUNDS):
        slope = [-PENALTY * spread[at] * fitted[at] for at in range(size)]
        bend = [[0.0] * size for _ in range(size)]
        for row, label, count in zip(sorted_rows, labels, counts, strict=True):
            chance = share(sum(value * fitted[at] for at, value in row))
            pull, curve = count * (label - chance), count * chance * (1 - chance)
            for first, (at, value) in enumerate(row):
                slope[at] += pull * value
                line, scaled = bend[at], curve * value
                for other, another in row[first:]:
                    line[other] += scaled * another
        for at in range(size):
            for other in range(at):
                bend[at][other] = bend[other][at]
            bend[at][at] += PENALTY * spread[at] + 1e-9
        steps = _solve(bend, slope)
        fitted = [old + step for old, step in zip(fitted, steps, strict=True)]
        if max(abs(step) for step in steps) < NEAR:
            break
    return fitted


def fit_wording(
    posts: Sequence[Labelled],
    words: Sequence[AbstractSet[str]],
    known: Sequence[float],
    counts: Sequence[float],
) -> dict[str, float]:
    """How far each common word moves the log-odds that are `known` by the figures, one word at a time."""
    where = _common(posts, words)
    logits = list(known)
    chances = [share(logit) for logit in logits]
    leanings = dict.fromkeys(where, 0.0)
    for _ in range(WORDING_ROUNDS):
        for word, places in where.items():
            pull, curve = -WORDING_PENALTY * leanings[word], WORDING_PENALTY
            for at in places:
                pull += counts[at] * (posts[at].label - chances[at])
                curve += counts[at] * chances[at] * (1 - chances[at])
            step = pull / curve
            leanings[word] += step
            for at in places:
                logits[at] += step
                chances[at] = share(logits[at])
    rounded = {word: round(by * 100 / STEP) * STEP / 100 for word, by in leanings.items()}
    return {word: by for word, by in rounded.items() if by}


def _common(posts: Sequence[Labelled], words: Sequence[AbstractSet[str]]) -> dict[str, list[int]]:
    """The words that most sources have, and the posts that each is in."""
    where: dict[str, list[int]] = defaultdict(list)
    sources: dict[str, set[str]] = defaultdict(set)
    for at, (post, some) in enumerate(zip(posts, words, strict=True)):
        sort = post.source[:3]
        source = sort if sort == "air" else RANDOM if post.source.startswith(RANDOM) else post.source
        for word in some:
            where[word].append(at)
            if sort != "own":
                sources[word].add(source)
    return {
        word: places
        for word, places in sorted(where.items())
        if len(sources[word]) >= COMMON_SOURCES
        and sum(posts[at].source[:3] != "own" for at in places) >= COMMON_POSTS
        and NAMES.isdisjoint(word.split())
    }


def _dot(row: Row, coefficients: Sequence[float]) -> float:
    return sum(value * coefficients[at] for at, value in row.items())


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


def write(names: Sequence[str], model: Model) -> None:
    """Put the fitted column into the table, leaving everything else as it stands, and write the list of words."""
    fitted = model.coefficients
    path = Path(weights_table.__file__)
    text = path.read_text(encoding="utf-8")
    for name, value in zip(names, fitted, strict=False):
        text = re.sub(rf'(Figure\("{name}", "[^"]*", )-?[\d.]+', rf"\g<1>{value:.2f}", text)
    text = re.sub(r"^COMPLAINT_START = -?[\d.]+", f"COMPLAINT_START = {fitted[-1]:.2f}", text, flags=re.M)
    path.write_text(text, encoding="utf-8")
    _write_wording(model.leanings)


def _write_wording(leanings: Mapping[str, float]) -> None:
    path = Path(en_wording.__file__)
    head = path.read_text(encoding="utf-8").partition("LEANINGS")[0]
    groups: dict[int, list[str]] = defaultdict(list)
    for word, by in leanings.items():
        groups[round(by * 100)].append(word)
    lines = [head + "LEANINGS = {"]
    for by in sorted(groups):
        listed_words = textwrap.fill(
            ", ".join(sorted(groups[by])), WIDTH, initial_indent=" " * 8, subsequent_indent=" " * 8,
            break_on_hyphens=False, break_long_words=False,
        )  # fmt: skip
        lines += [f'    {by}: """', listed_words, '    """,']
    path.write_text("\n".join([*lines, "}", ""]), encoding="utf-8")


def main() -> None:
    """Fit and write (or only print, with --dry)."""
    posts = [*load(data_folder([one for one in sys.argv[1:] if one != "--dry"])), *everyday()]
    names = columns()
    model = learn(posts, figures(posts, names), wording(posts), len(names) + 1)
    for name, value in zip([*names, "start"], model.coefficients, strict=True):
        print(f"{name:18s} {value:+.2f}")
    print(f"and the leanings of {len(model.leanings)} words and pairs")
    if "--dry" not in sys.argv:
        write(names, model)


if __name__ == "__main__":
    main()
