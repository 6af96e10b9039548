"""`mutuals demo --headless`: the whole product against the sandbox, played by a script, with a kill in the middle."""

import json
import subprocess
import sys

import pytest

pytestmark = [pytest.mark.timeout(240), pytest.mark.long]


def test_the_headless_demo_keeps_all_that_it_promises():
    done = subprocess.run(
        [sys.executable, "-m", "mutuals", "demo", "--headless", "--seconds", "60", "--json"],
        capture_output=True, text=True, timeout=200, check=False,
    )  # fmt: skip

    told = json.loads(done.stdout.splitlines()[-1])
    assert told["why_not"] is None, done.stderr[-2000:]
    assert told["held"] is True
    assert (told["lost"], told["duplicates"]) == (0, 0)
    assert done.returncode == 0
