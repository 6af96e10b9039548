"""Measures the language rules on labelled posts: figures by source, how they travel, speed and memory.

    make bench-detect                       reads ../shared/data/complaints-visible.csv beside the checkout
    make bench-detect ARGS=FOLDER           or MUTUALS_DATA=FOLDER: another folder

The shipped coefficients were fitted on these very posts, so the second table fits them anew without each
source and measures on the source left out. The last line is one JSON object for the whole file:
auc, f1, recall_at_p80, posts_per_second, rss_mb, ece, calibrated_ece (after 100 verdicts, by the product's own
calibration); and the same for the trades that were left out: loso_...
"""

import csv
import json
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

FILE = "complaints-visible.csv"
LINE = 0.5
BANDS, DRAWS = 10, 20  # of the calibration error; of posts that verdicts are given on
RANDOM = "acl:random"  # posts to and about nobody in particular; dealt out over the trades as negatives


class Labelled(NamedTuple):
    """One post of the visible set."""

    id: str
    text: str
    label: int
    source: str


class Figures(NamedTuple):
    """What is measured on some posts."""

    auc: float
    f1: float
    precision: float
    recall: float
    recall_at_p80: float


def data_folder(args: Sequence[str]) -> Path:
    """Where the data lie: the first argument, MUTUALS_DATA, or beside the checkout."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    return Path(args[0] if args else os.environ.get("MUTUALS_DATA") or beside)


def load(folder: Path) -> list[Labelled]:
    """The labelled posts; ends with a sentence when they are not there."""
    path = folder / FILE
    if not path.is_file():
        sys.exit(
            f"There is no {FILE} in {folder}. Give the folder that holds it: "
            "make bench-detect ARGS=FOLDER, or set MUTUALS_DATA."
        )
    with path.open(newline="", encoding="utf-8") as lines:
        return [
            Labelled(one["id"], one["text"], int(one["label"]), one["source"])
            for one in csv.DictReader(lines)
        ]


def measured(labels: Sequence[int], scores: Sequence[float], line: float = LINE) -> Figures:
    """The figures of some posts. Equal scores count half in the AUC."""
    order = sorted(zip(scores, labels, strict=True), reverse=True)
    positives, negatives = sum(labels), len(labels) - sum(labels)
    found = seen = at = 0
    area = best = 0.0
    while at < len(order):
        tie = at
        while tie < len(order) and order[tie][0] == order[at][0]:
            tie += 1
        hits = sum(label for _, label in order[at:tie])
        area += (tie - at - hits) * (found + hits / 2)
        found, seen, at = found + hits, tie, tie
        if found >= 0.8 * seen:
            best = found / max(positives, 1)
    told = [label for label, score in zip(labels, scores, strict=True) if score >= line]
    right = sum(told)
    return Figures(
        auc=area / max(positives * negatives, 1),
        f1=2 * right / max(len(told) + positives, 1),
        precision=right / max(len(told), 1),
        recall=right / max(positives, 1),
        recall_at_p80=best,
    )


def folds(posts: Sequence[Labelled]) -> list[str]:
    """The source each post is left out with: its trade, all airlines as one, random posts dealt over the trades."""
    trades = sorted(
        {one.source for one in posts if one.source.startswith("acl:") and RANDOM not in one.source}
    )
    if not trades:
        return [one.source for one in posts]
    names, dealt = [], 0
    for one in posts:
        if one.source.startswith(RANDOM):
            names.append(trades[dealt % len(trades)])
            dealt += 1
        else:
            names.append("air (all four)" if one.source.startswith("air:") else one.source)
    return names


def left_out(posts: Sequence[Labelled]) -> tuple[list[str], list[float]]:
    """Each post's fold, and its score by what was fitted without that fold."""
    import fit_language

    from mutuals.domain.language.weights import ALERT_LINE

    names = fit_language.columns()
    known = [*posts, *fit_language.everyday()]
    rows, words = fit_language.figures(known, names), fit_language.wording(known)
    groups = folds(posts)
    scores = [0.0] * len(posts)
    for group in sorted(set(groups)):
        model = fit_language.learn_without(group, groups, known, rows, words, len(names) + 1)
        for at, name in enumerate(groups):
            if name == group:
                scores[at] = fit_language.share(model.logit(rows[at], words[at]) - ALERT_LINE)
    return groups, scores


def calibration_error(labels: Sequence[int], scores: Sequence[float]) -> float:
    """ECE: how far, in ten bands of the score, the mean score lies from the share of complaints."""
    bands: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for label, score in zip(labels, scores, strict=True):
        bands[min(int(score * BANDS), BANDS - 1)].append((label, score))
    gaps = (abs(sum(label - score for label, score in band)) for band in bands.values())
    return sum(gaps) / max(len(labels), 1)


def calibrated_error(labels: Sequence[int], scores: Sequence[float]) -> float:
    """The calibration error of the other posts after verdicts on 100, on average over some draws.

    The product's own calibration learns from the verdicts; they are the labels of posts drawn blindly.
    """
    from mutuals.domain import calibration

    errors = []
    for seed in range(DRAWS):
        order = list(range(len(labels)))
        Random(seed).shuffle(order)
        judged, rest = order[: calibration.ENOUGH], order[calibration.ENOUGH :]
        learned = calibration.fit([(scores[at], bool(labels[at])) for at in judged])
        errors.append(calibration_error([labels[at] for at in rest], [learned.of(scores[at]) for at in rest]))
    return sum(errors) / len(errors)


def table(title: str, groups: Sequence[str], labels: Sequence[int], scores: Sequence[float]) -> Figures:
    """Print the figures by group and of everything; returns the latter."""
    print(
        f"\n{title}\n{'':20s} {'posts':>6s} {'share':>6s} {'AUC':>6s} {'F1':>6s} {'prec.':>6s} {'recall':>6s} {'R@P80':>6s}"
    )
    whole = measured(labels, scores)
    for name in [*sorted(set(groups)), "everything"]:
        chosen = [at for at, group in enumerate(groups) if name in (group, "everything")]
        some = [labels[at] for at in chosen]
        cells = whole if name == "everything" else measured(some, [scores[at] for at in chosen])
        share = sum(some) / len(some)
        shown = (
            " ".join(f"{cell:6.3f}" for cell in cells)
            if 0 < share < 1
            else f"told in error: {_told(chosen, scores):.3f}"
        )
        print(f"{name:20s} {len(some):6d} {share:6.2f} {shown}")
    return whole


def _told(chosen: Sequence[int], scores: Sequence[float]) -> float:
    return sum(scores[at] >= LINE for at in chosen) / len(chosen)


def memory_mb() -> float:
    """The most memory this process has held, in MB."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1 << 20 if sys.platform == "darwin" else 1 << 10
    )


def classes(posts: Sequence[Labelled]) -> None:
    """What class the posts got, by label."""
    from mutuals.domain.language import read

    counted = Counter((one.label, read(one.text).category.value) for one in posts)
    names = sorted({category for _, category in counted})
    print(f"\nClasses given\n{'':16s}" + " ".join(f"{name:>12s}" for name in names))
    for label, title in ((1, "complaint"), (0, "no complaint")):
        print(f"{title:16s}" + " ".join(f"{counted[label, name]:12d}" for name in names))


def _only(
    chosen: Sequence[bool], groups: Sequence[str], labels: Sequence[int], scores: Sequence[float]
) -> tuple[list[str], list[int], list[float]]:
    kept = [at for at, keep in enumerate(chosen) if keep]
    return [groups[at] for at in kept], [labels[at] for at in kept], [scores[at] for at in kept]


def main() -> None:
    """Measure and print."""
    started = memory_mb()
    from mutuals.domain.language import read

    posts = load(data_folder(sys.argv[1:]))
    read(posts[0].text)  # the cue lists are made ready by the first post
    begun = time.process_time()
    scores = [read(one.text).complaint for one in posts]
    speed = len(posts) / (time.process_time() - begun)
    memory = memory_mb()
    labels = [one.label for one in posts]
    whole = table("As shipped (fitted on these posts)", [one.source for one in posts], labels, scores)
    groups, travelled = left_out(posts)
    title = "Fitted without the source it is measured on: "
    by_air = [name.startswith("air") for name in groups]
    table(title + "the airlines", *_only(by_air, groups, labels, travelled))
    trades = [not air for air in by_air]
    kept = _only(trades, groups, labels, travelled)
    away = table(title + "other trades, with random posts", *kept)
    classes(posts)
    print(f"\n{speed:,.0f} posts a second of processor time on one core")
    print(f"{memory:.0f} MB at most, {started:.0f} MB of it before the rules\n")
    print(json.dumps({
        "auc": round(whole.auc, 4), "f1": round(whole.f1, 4), "recall_at_p80": round(whole.recall_at_p80, 4),
        "posts_per_second": round(speed), "rss_mb": round(memory, 1),
        "ece": round(calibration_error(labels, scores), 4), "calibrated_ece": round(calibrated_error(labels, scores), 4),
        "loso_auc": round(away.auc, 4), "loso_f1": round(away.f1, 4), "loso_recall_at_p80": round(away.recall_at_p80, 4),
        "loso_ece": round(calibration_error(*kept[1:]), 4), "loso_calibrated_ece": round(calibrated_error(*kept[1:]), 4),
    }))  # fmt: skip


if __name__ == "__main__":
    main()
