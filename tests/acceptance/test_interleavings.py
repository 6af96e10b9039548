"""A sample of `make bench-interleavings`, and the shortest stories of what longer runs have found."""

import subprocess
import sys
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings

from tests.acceptance.interleaving import Interleaving

# Hypothesis chooses the steps, always the same ones.
TestWhateverHappensInAnyOrderXBothChatsAndTheDatabaseAgree = Interleaving.TestCase
TestWhateverHappensInAnyOrderXBothChatsAndTheDatabaseAgree.settings = settings(
    max_examples=6, stateful_step_count=20, derandomize=True, deadline=None, database=None,
    phases=[Phase.generate], suppress_health_check=list(HealthCheck),
)  # fmt: skip


def test_the_long_run_starts_by_its_command():
    """It is made of what lies in this folder."""
    command = [sys.executable, "benchmarks/interleavings.py", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)

    assert done.returncode == 0, done.stderr
    assert "--examples" in done.stdout
