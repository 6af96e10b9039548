"""The tests of kills use the same environments as `make bench-faults`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))
