"""The tests of floods use the same environment as `make bench-flood`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))
