"""Measures the language rules on labelled posts: figures by source, speed and memory.

    make bench-detect                       reads ../shared/data/complaints-visible.csv beside the checkout
    make bench-detect ARGS=FOLDER           or MUTUALS_DATA=FOLDER: another folder

The last line is one JSON object: auc, f1, recall_at_p80, posts_per_second, rss_mb.
"""

import csv
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

FILE = "complaints-visible.csv"
LINE = 0.5


class Labelled(NamedTuple):
    """One post of the visible set."""

    id: str
    text: str
    label: int
    source: str


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
