"""How many examples a property is tried with: a quarter in `make test`, all of them in `make test-long` and in CI."""

import os

ALL = os.environ.get("MUTUALS_TEST_EXAMPLES") == "all"


def examples(full: int) -> int:
    """For `max_examples`: how many of so many are tried in this run."""
    return full if ALL else max(5, full // 4)
