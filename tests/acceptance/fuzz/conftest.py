"""The fuzz lives with the benchmarks; here a sample of it runs."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))
