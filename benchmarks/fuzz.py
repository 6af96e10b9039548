"""Every parser of outside input against inputs that nobody meant. `make bench-fuzz`.

Valid objects with keys dropped, types swapped, things nested, stretched and overlong, numbers beyond every range, half
characters, NUL, right-to-left and four-byte text, cut bytes, and plain noise. Handled is: a value, one of our errors with
its sentence, or a documented HTTP status. Anything else is a failure and is printed with its smallest example. The
parsers are dealt out to processes. The last line is one JSON object: inputs, parsers, unhandled, seconds.
"""

import argparse
import faulthandler
import json
import logging
import multiprocessing
import os
import random
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty
from typing import Any, TypeAlias

import structlog
from fuzz_values import Strategy
from hypothesis import HealthCheck, Phase, given, seed, settings
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from mutuals.domain.errors import MutualsError

INPUTS = 100_000
BATCH = 250  # inputs between two reports; hypothesis grows dearer with long runs
PATIENCE = 120.0  # seconds without a report
Report: TypeAlias = tuple[str, int, str | None] | None
PHASES = (Phase.generate, Phase.target, Phase.shrink)


@dataclass(frozen=True, slots=True)
class Parser:
    """Something that reads what others wrote: its share of the inputs, the inputs, and the parser."""

    name: str
    share: int
    inputs: Strategy
    run: Callable[[Any], None]
    expected: tuple[type[Exception], ...]


def parsers() -> list[Parser]:
    """All of them."""
    import fuzz_chats
    import fuzz_files
    import fuzz_x

    found: list[Any] = [
        *fuzz_x.PARSERS,
        *fuzz_chats.PARSERS,
        *fuzz_files.PARSERS,
    ]
    return [Parser(name, share, inputs, run, fuzz_files.EXPECTED) for name, share, inputs, run in found]


def tried(parser: Parser, value: Any) -> None:
    """Let the parser read the value; an error of ours needs a sentence. Raises whatever is not handled."""
    try:
        parser.run(value)
    except parser.expected as error:
        if isinstance(error, MutualsError) and not str(error).strip():
            raise AssertionError(f"{type(error).__name__} without a sentence") from error


def batch(parser: Parser, inputs: int, number: int | None) -> tuple[int, str | None]:
    """Try so many inputs (`number` None: always the same ones); how many it were, and the smallest failure in words."""
    count = 0
    last: Any = None

    def one(value: Any) -> None:
        nonlocal count, last
        count, last = count + 1, value
        tried(parser, value)

    test = settings(
        max_examples=inputs, database=None, deadline=None, phases=PHASES, derandomize=number is None,
        suppress_health_check=list(HealthCheck), report_multiple_bugs=False, print_blob=False,
    )(given(parser.inputs)(one))  # fmt: skip
    try:
        (test if number is None else seed(number)(test))()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
        where = "".join(traceback.format_exception(error)[-6:])
        return count, f"{parser.name}: {error!r:.400}\n  smallest input: {last!r:.600}\n{where}"
    return count, None


def _unheard(_logger: Any, _method: str, _event: Any) -> Any:
    raise structlog.DropEvent


def quietly() -> None:
    """No log, no warnings, and no settings of this machine."""
    structlog.configure(processors=[_unheard])
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    for name in [one for one in os.environ if one.startswith("MUTUALS_")]:
        del os.environ[name]


def work(total: int, only: str, base: int, queue: "multiprocessing.Queue[Report]") -> None:
    """One process: every parser in turn, by its share. The last report is None."""
    quietly()
    found = [one for one in parsers() if only in one.name]
    shares = sum(one.share for one in found)
    for parser in found:
        left, number = total * parser.share // shares + 1, base
        while left > 0:
            faulthandler.dump_traceback_later(PATIENCE - 5)  # where it hangs, if it does
            count, failure = batch(parser, min(BATCH, left), number)
            queue.put((parser.name, count, failure))
            left, number = left - max(count, 1), number + 1
            if failure:
                break
    queue.put(None)


def main() -> None:
    """Run the processes, and print what came of it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--inputs", type=int, default=INPUTS, help="how many inputs in all, at least")
    options.add_argument("--processes", type=int, default=2)
    options.add_argument("--only", default="", help="only parsers whose name contains this")
    options.add_argument("--seed", type=int, default=random.randrange(10**9), help="repeat a run")
    given_ = options.parse_args()
    console = Console(stderr=True)
    began = time.monotonic()
    queue: multiprocessing.Queue[Report] = multiprocessing.get_context("spawn").Queue()
    share = -(-given_.inputs // given_.processes)
    processes = [
        multiprocessing.get_context("spawn").Process(
            target=work, args=(share, given_.only, given_.seed + at * 10**6, queue), daemon=True
        )
        for at in range(given_.processes)
    ]
    for process in processes:
        process.start()
    counts, failures = collect(queue, processes, given_.inputs, console)
    print(f"Seed {given_.seed}; {len(counts)} parsers.")
    for failure in failures:
        print(f"UNHANDLED {failure}")
    figures = {
        "inputs": sum(counts.values()),
        "parsers": counts,
        "unhandled": len(failures),
        "seconds": round(time.monotonic() - began, 1),
    }
    print(json.dumps(figures))
    sys.exit(1 if failures else 0)


def collect(
    queue: "multiprocessing.Queue[Report]", processes: list[Any], total: int, console: Console
) -> tuple[dict[str, int], list[str]]:
    """Count what the processes report until all have ended; a process that dies is a failure, too."""
    counts: dict[str, int] = {}
    failures: list[str] = []
    running, heard = len(processes), time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Inputs", total=total)
        while running:
            try:
                report, heard = queue.get(timeout=2.0), time.monotonic()
            except Empty:
                if any(one.exitcode for one in processes):
                    return counts, [*failures, "a process died"]
                if time.monotonic() - heard > PATIENCE:
                    return counts, [
                        *failures,
                        f"nothing was heard for {PATIENCE:.0f} seconds: a parser hangs",
                    ]
                continue
            if report is None:
                running -= 1
                continue
            name, count, failure = report
            counts[name] = counts.get(name, 0) + count
            bar.update(task, advance=count, description=name)
            failures += [failure] if failure else []
    return counts, failures


if __name__ == "__main__":
    main()
