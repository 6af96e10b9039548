"""Does a post wait for us, in context? The replayed stream against the labels of two readers.

    make bench-turns

`turns.csv` holds the labels of 300 posts of the shared stream (its follow-ups all, first contacts by lot), by two readers
who did not see each other's: ids and labels only, the posts are other people's. Needs the stream: MUTUALS_DATA names its folder.
Prints one JSON line: precision and recall of "it is our turn after this post" where both readers agree, how often they
do, and the same by class and by place in the conversation.
"""

import asyncio
import csv
import json
import logging
import os
import sys
from collections.abc import Iterable
from pathlib import Path

import structlog

from mutuals.backtest.recording import Stream, load
from mutuals.backtest.replay import replay
from mutuals.domain.policy import Policy
from mutuals.domain.turns import Whose
from mutuals.testing.clock import FixedClock
from mutuals.testing.store import MemoryStore

STREAM = "threads-ibm2020.jsonl"
LABELS = Path(__file__).with_name("turns.csv")
Pair = tuple[bool, bool]  # it waits, say the readers; it is our turn, say we


def figures(pairs: Iterable[Pair]) -> dict[str, float | int]:
    """Precision and recall; 1 where there is nothing to be wrong about."""
    seen = list(pairs)
    both = sum(waits and ours for waits, ours in seen)
    told, due = sum(ours for _, ours in seen), sum(waits for waits, _ in seen)
    return {
        "posts": len(seen),
        "precision": round(both / told, 3) if told else 1.0,
        "recall": round(both / due, 3) if due else 1.0,
    }


def agreement(rows: list[dict[str, str]]) -> dict[str, float]:
    """How often the readers agree on whether a post waits, and Cohen's kappa."""
    a, b = ([row[f"waits_{reader}"] == "1" for row in rows] for reader in "ab")
    same = sum(one == other for one, other in zip(a, b, strict=True)) / len(rows)
    share_a, share_b = sum(a) / len(rows), sum(b) / len(rows)
    by_chance = share_a * share_b + (1 - share_a) * (1 - share_b)
    return {"agreement": round(same, 3), "kappa": round((same - by_chance) / (1 - by_chance), 3)}


async def ours_after(stream: Stream) -> set[str]:
    """The posts after which it was our turn."""
    outcome = await replay(stream, MemoryStore(FixedClock(stream.posts[0].at)), Policy())
    taken = (turn for turns in outcome.turns.values() for turn in turns)
    return {turn.post_id for turn in taken if turn.post_id and turn.turn is Whose.OURS}


async def measure(folder: Path) -> dict[str, object]:
    """The figures over the labelled posts of the stream in this folder."""
    with LABELS.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    recording = load(folder / STREAM, None, lambda done: None)
    ours = {post_id for stream in recording.streams for post_id in await ours_after(stream)}
    first = {post.id for stream in recording.streams for post in stream.posts if post.in_reply_to is None}
    agreed = [row for row in rows if row["waits_a"] == row["waits_b"]]

    def pairs(some: Iterable[dict[str, str]]) -> list[Pair]:
        return [(row["waits_a"] == "1", row["id"] in ours) for row in some]

    return {
        **figures(pairs(agreed)),
        **agreement(rows),
        "by_place": {
            name: figures(pairs(row for row in agreed if (row["id"] in first) is there))
            for name, there in (("first contact", True), ("follow-up", False))
        },
        "by_class": {
            name: figures(pairs(row for row in agreed if row["class_a"] == row["class_b"] == name))
            for name in sorted({row["class_a"] for row in agreed})
        },
    }


def main() -> None:
    """Print the figures as one JSON line; status 2 without the stream."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("MUTUALS_DATA", "."))
    if not (folder / STREAM).is_file():
        print(
            f"{folder / STREAM} is not there. Name its folder: make bench-turns ARGS=FOLDER, or MUTUALS_DATA.",
            file=sys.stderr,
        )
        raise SystemExit(2)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    print(json.dumps(asyncio.run(measure(folder))))


if __name__ == "__main__":
    main()
