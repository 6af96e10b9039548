"""The command `mutuals backtest`: what would we have been told?"""

import asyncio
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from mutuals.backtest.recording import Recording, Stream, load
from mutuals.backtest.replay import Outcome, every_post_policy, one_case_a_post, replay
from mutuals.backtest.summary import Summary
from mutuals.domain import turns
from mutuals.domain.model import AlertKind, Case
from mutuals.domain.policy import Policy
from mutuals.testing.clock import FixedClock
from mutuals.testing.store import MemoryStore

Row = dict[str, Any]


def command(file: Path, *, brand: str | None, every_post: bool, as_json: bool) -> None:
    """Replay a file and print one JSON line for each alert; the summary goes to standard error.

    Raises MutualsError when the file can't be used.
    """
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    started = time.perf_counter()
    with _bar(console, "Reading", file.stat().st_size if file.is_file() else None) as step:
        recording = load(file, brand, step)
    rows, summary = asyncio.run(backtest(recording, console, every_post=every_post))
    summary.seconds = time.perf_counter() - started
    _print(rows)
    if as_json:
        sys.stderr.write(json.dumps(summary.plain()) + "\n")
    else:
        for sentence in summary.sentences():
            console.print(sentence, markup=False)


async def backtest(
    recording: Recording, console: Console, *, every_post: bool, policy: Policy | None = None
) -> tuple[list[Row], Summary]:
    """The alert lines of all brands, oldest first, and the summary."""
    summary = Summary(recording, every_post=every_post)
    rows: list[Row] = []
    with _bar(console, "Replaying", sum(len(one.posts) for one in recording.streams)) as step:
        for stream in recording.streams:
            rows += await _one(stream, policy or Policy(), summary, step, every_post=every_post)
    rows.sort(key=lambda row: (row["opened"], row["brand"].lower(), row["post"] or "", row["person"] or ""))
    return rows, summary


async def _one(
    stream: Stream, policy: Policy, summary: Summary, step: Callable[[int], None], *, every_post: bool
) -> list[Row]:
    if every_post:
        stream, policy = one_case_a_post(stream), every_post_policy(policy)
    clock = FixedClock(stream.posts[0].at)  # nothing is stamped in a replay
    outcome = await replay(stream, MemoryStore(clock), policy, every_post=every_post, step=step)
    # What is answered in the second in which it comes is told to nobody, but it is a post all the same.
    told = [case for case in outcome.cases.values() if case.told or every_post]
    summary.add(stream, told, outcome)
    return [_case_row(stream, case, outcome, every_post=every_post) for case in told] + _fan_rows(
        stream, outcome, policy
    )


def _case_row(stream: Stream, case: Case, outcome: Outcome, *, every_post: bool) -> Row:
    return {
        "kind": str(AlertKind.CARE),
        "post": case.post_ids[0] if case.post_ids else case.id,
        "person": _handle(stream, case.person_id),
        "class": "other" if every_post else str(case.category),
        "opened": stamp(case.opened_at),
        "due": stamp(case.due_at),
        "closed": stamp(case.closed_at),
        "closed_by": case.closed_by,
        "turn": str(turns.whose(case)),
        "posts": _posts(case, outcome),
        "score": round(case.score, 4),
        "brand": stream.brand.account.handle,
    }


def _posts(case: Case, outcome: Outcome) -> list[Row]:
    """Whose turn it was, and until when: None where nothing came after."""
    taken = outcome.turns.get((case.id, case.episode), [])
    later = outcome.turns.get((case.id, case.episode + 1), [])
    ends = [each.since for each in (*taken[1:], *later[:1])]
    return [
        {"id": each.post_id, "turn": str(each.turn), "since": stamp(each.since), "until": stamp(until),
         "reason": each.reason}
        for each, until in zip(taken, [*ends, *[None] * len(taken)], strict=False)
    ]  # fmt: skip


def _fan_rows(stream: Stream, outcome: Outcome, policy: Policy) -> list[Row]:
    rows: list[Row] = []
    for told in outcome.fans:
        alert = outcome.alerts[told.alert_id]
        rows.append(
            {
                "kind": str(AlertKind.FAN),
                "post": None,
                "person": _handle(stream, alert.person_id),
                "class": "fan",
                "opened": stamp(told.opened_at),
                "due": None,
                "closed": stamp(alert.closed_at),
                "closed_by": alert.closed_by,
                # As many mentions as make a fan give 0.5; no number of them gives 1.
                "score": round(told.score / (told.score + policy.fan_interactions), 4),
                "brand": stream.brand.account.handle,
            }
        )
    return rows


def _handle(stream: Stream, person_id: str) -> str | None:
    handle = stream.people[person_id].account.handle
    return None if handle.startswith("nobody:") else handle


def stamp(at: datetime | None) -> str | None:
    """A time as X writes it."""
    return None if at is None else at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _print(rows: list[Row]) -> None:
    try:
        for row in rows:
            sys.stdout.write(json.dumps(row) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:  # the reader (`head`) has seen enough; Python must not complain at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _bar(console: Console, title: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """A progress bar on a terminal; nothing elsewhere."""
    if not console.is_terminal:
        yield lambda done: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(title, total=total)
        yield lambda done: progress.advance(task, done)
