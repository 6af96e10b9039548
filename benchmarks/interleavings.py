"""Anything in any order, then everything must agree: long runs of tests/acceptance/interleaving.py. `make bench-interleavings`.

ARGS="--examples 500 --steps 30" are the defaults; `--seed` chooses others. A failure is shrunk by hypothesis
to the shortest story that it finds and printed. The last line of the output is one JSON object.
"""

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.errors import Flaky, FlakyStrategyDefinition
from hypothesis.stateful import run_state_machine_as_test

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "acceptance"))

from tests.acceptance.interleaving import Interleaving


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--examples", type=int, default=500)
    parser.add_argument("--steps", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-shrink", action="store_true")
    asked = parser.parse_args()
    phases = [Phase.generate] if asked.no_shrink else [Phase.generate, Phase.shrink]
    began, ran, steps, tally = time.monotonic(), 0, 0, Counter[str]()

    class Counted(Interleaving):
        def teardown(self) -> None:
            nonlocal ran, steps
            try:
                super().teardown()
            finally:
                ran, steps = ran + 1, steps + self.steps
                tally.update(self.tally)
                if ran % 20 == 0:
                    sys.stderr.write(f"{ran} examples, {steps} steps, {dict(tally)}\n")

    plan = settings(
        max_examples=asked.examples, stateful_step_count=asked.steps, deadline=None, database=None,
        phases=phases, suppress_health_check=list(HealthCheck), print_blob=False,
    )  # fmt: skip
    machine = seed(asked.seed)(Counted)
    failed = ""
    try:
        run_state_machine_as_test(machine, settings=plan, _min_steps=5)
    except (AssertionError, ExceptionGroup, FlakyStrategyDefinition, Flaky) as error:
        failed = str(error)
        notes = "\n".join(getattr(error, "__notes__", []))
        sys.stdout.write(f"{type(error).__name__}: {error}\n{notes}\n")
    figures = {"examples": ran, "steps": steps, **tally, "disagreements": int(bool(failed))}
    sys.stdout.write(json.dumps(figures | {"seconds": round(time.monotonic() - began, 1)}) + "\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
