"""How fast is `mutuals backtest`, and is it right about what nobody answered?

    make bench-backtest [ARGS=FOLDER]

Repeats the shared stream to 100,000 posts, with shifted ids and times, and replays it with the whole
command in a process of its own, once with language and once with `--every-post`. The second is compared
with the truth file: whether the brand ever spoke again in the conversation (`thread_answered`), and
whether it did within 24 hours (`thread_seconds`). The folder is the first argument, or MUTUALS_DATA, or
`../shared/data` beside the checkout. The last line is JSON.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

POSTS = 100_000
DAY = 86_400  # seconds
STREAM, TRUTH = "threads-ibm2020.jsonl", "threads-ibm2020.truth.jsonl"


def main() -> int:
    """Measure, and print."""
    folder = find_folder()
    if folder is None:
        sys.stderr.write(
            f"The recorded stream {STREAM} was not found. Name the folder that holds it: "
            "make bench-backtest ARGS=FOLDER, or set MUTUALS_DATA.\n"
        )
        return 2
    rows = read(folder / STREAM)
    truth = {str(one["id"]): one for one in read(folder / TRUTH)}
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "repeated.jsonl"
        copies = repeat(rows, file)
        print(
            f"{copies * len(rows):,} posts: the {len(rows):,} of {STREAM}, {copies} times with shifted ids and times."
        )
        spoken = run(file)
        print(f"With language: {spoken[1]:.1f} s, {spoken[2]:,} alerts.")
        silent = run(file, "--every-post")
        print(f"With --every-post: {silent[1]:.1f} s, {silent[2]:,} alerts.")
    rate = copies * len(rows) / max(spoken[1], silent[1])
    print("The slower of both counts, from the start of the process to its end.")
    wrong = compare(run(folder / STREAM, "--every-post")[0], truth)
    print(json.dumps({"posts_per_second": round(rate), "unanswered_wrong": wrong}))
    return 0


def find_folder() -> Path | None:
    """The data folder: the argument, the variable, or the usual place."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    named = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("MUTUALS_DATA")
    folder = Path(named) if named else beside
    return folder if (folder / STREAM).is_file() and (folder / TRUTH).is_file() else None


def read(file: Path) -> list[dict[str, object]]:
    """The objects of a file of JSON lines."""
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def repeat(rows: list[dict[str, object]], file: Path) -> int:
    """Write the stream again and again, each copy after the one before; gives the number of copies."""
    times = [datetime.fromisoformat(str(row["at"])) for row in rows]
    length = max(times) - min(times) + timedelta(days=1)
    copies = -(-POSTS // len(rows))
    with file.open("w", encoding="utf-8") as out:
        for copy in range(copies):
            for row, at in zip(rows, times, strict=True):
                out.write(json.dumps(shifted(row, copy, at + length * copy)) + "\n")
    return copies


def shifted(row: dict[str, object], copy: int, at: datetime) -> dict[str, object]:
    """A post of a later copy: its own ids, its own time, the same people."""
    ids = {
        name: row[name] and str(int(str(row[name])) + copy * 10**19)
        for name in ("id", "in_reply_to", "conversation")
    }
    return row | ids | {"at": at.isoformat()}


def run(file: Path, *options: str) -> tuple[list[dict[str, object]], float, int]:
    """The whole command in a process of its own: its alerts, the seconds it took, and how many alerts."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "mutuals", "backtest", str(file), *options]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    seconds = time.perf_counter() - started
    alerts = [json.loads(line) for line in done.stdout.splitlines()]
    return alerts, seconds, len(alerts)


def compare(alerts: list[dict[str, object]], truth: dict[str, dict[str, object]]) -> int:
    """Posts about which the replay and the truth differ, on either of the two questions."""
    ever, in_a_day = set(), set()
    for alert in alerts:
        if alert["closed_by"] == "answered":
            ever.add(alert["post"])
            took = datetime.fromisoformat(str(alert["closed"])) - datetime.fromisoformat(str(alert["opened"]))
            if took.total_seconds() <= DAY:
                in_a_day.add(alert["post"])
    reported = {alert["post"] for alert in alerts}
    true_ever = {one for one, row in truth.items() if row["thread_answered"]}
    true_day = {one for one in true_ever if int(str(truth[one]["thread_seconds"])) <= DAY}
    print(
        f"Against the truth of {len(truth):,} posts: {len(reported - ever):,} never answered "
        f"(truth {len(truth) - len(true_ever):,}), {len(reported - in_a_day):,} unanswered at 24 hours "
        f"(truth {len(truth) - len(true_day):,})."
    )
    return len((reported ^ truth.keys()) | (ever ^ true_ever) | (in_a_day ^ true_day))


if __name__ == "__main__":
    sys.exit(main())
