"""How many mutants of the rules the unit tests kill. `make bench-mutants`, `make bench-mutants ARGS="sla --show-survivors"`.

mutmut changes one thing in one function at a time (a comparison, a number, a word, an argument) and runs the tests of
tests/unit/domain that import the module and enter the function. A mutant is killed when a test fails or runs out of time.
mutmut leaves out, by its own rules, what stands outside of functions, annotations, docstrings and decorated functions.

All happens in a copy in a temporary folder, on all cores. Made-up inputs are the same ones in each run. The last line is
one JSON object: killed, survived, share, timed_out (counted as killed), by_module, seconds. Ends with 1 where a module is
below `AT_LEAST`.
"""

import argparse
import ast
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOMAIN = Path("mutuals", "domain")
PACKAGE = ".".join(DOMAIN.parts)
TESTS = Path("tests", "unit", "domain")
MODULES = ("cases", "ids", "kill_switch", "ledger", "loyalty", "sla")  # with the files that begin with name_
AT_LEAST = 0.85  # of the mutants of each module
KILLED = {"killed", "timeout", "segfault"}
SECONDS = 10.0  # for the tests of one mutant, beside the time they need without it
TIMES = 3.0  # and both by this

# A plug-in of pytest. A failure is a failure: no time goes into making its example small, no example is kept, and tests
# over many made-up inputs come last, as most mutants are dead by then. Collecting garbage would take a third of the time.
PLUGIN = """import gc

from hypothesis import HealthCheck, Phase, settings

gc.disable()

settings.register_profile(
    "mutants", derandomize=True, database=None, deadline=None, max_examples=50,
    phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck),
)
settings.load_profile("mutants")


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: getattr(item.obj, "is_hypothesis_test", False))
"""


def files_of(module: str) -> list[Path]:
    """The files of a module below core/: its own, and those that begin with its name and an underscore."""
    room = ROOT / "core" / DOMAIN
    found = [room / f"{module}.py", *sorted(room.glob(f"{module}_*.py"))]
    return [file.relative_to(ROOT / "core") for file in found if file.is_file()]


def tests_of(files: list[Path]) -> list[str]:
    """The unit tests that import one of these files."""
    names = {file.stem for file in files}
    found = [file for file in sorted((ROOT / TESTS).glob("**/test_*.py")) if names & imported(file)]
    return [str(file.relative_to(ROOT)) for file in found]


def imported(test: Path) -> set[str]:
    """The modules of the domain that a test imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(test.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name.removeprefix(f"{PACKAGE}.") for name in found if name.startswith(f"{PACKAGE}.")}


def copied(folder: Path, files: list[Path]) -> None:
    """Put the core, the unit tests and mutmut's settings into the folder."""
    rubbish = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "core", folder / "src", ignore=rubbish)
    (folder / "src" / "mutants_plugin.py").write_text(PLUGIN)
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=rubbish)
    settings = {
        "source_paths": ["src"],
        "only_mutate": [str(Path("src", file)) for file in files],
        "pytest_add_cli_args": ["-p", "mutants_plugin", "-p", "no:xdist", "-p", "no:unraisableexception"],
        "pytest_add_cli_args_test_selection": tests_of(files),
        "timeout_constant": SECONDS,
        "timeout_multiplier": TIMES,
        "use_git_change_detection": False,
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text(
        text + "\n[tool.mutmut]\n" + "\n".join(lines) + "\n", encoding="utf-8"
    )


def mutmut(folder: Path, *words: str) -> str:
    """What a command of mutmut prints. Ends the program where it fails, with what it printed."""
    program = Path(sys.executable).with_name("mutmut")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MUTUALS_")}
    done = subprocess.run(
        [program, *words],
        cwd=folder,
        env=clean | {"MUTUALS_TEST_EXAMPLES": "all"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"mutmut {' '.join(words)} failed:\n{done.stdout[-4000:]}")
    return done.stdout


def statuses(folder: Path) -> dict[str, str]:
    """What became of each mutant, by its name: `mutuals.domain.sla.x_stricter__mutmut_3`."""
    lines = mutmut(folder, "results", "--all", "true").splitlines()
    pairs = [line.strip().rpartition(": ") for line in lines if ": " in line]
    return {name: status for name, _, status in pairs}


def module_of(mutant: str) -> str:
    """Which of the modules a mutant belongs to."""
    name = mutant.split(".")[len(DOMAIN.parts)]
    return next(module for module in MODULES if name == module or name.startswith(f"{module}_"))


def counted(found: dict[str, str]) -> dict[str, dict[str, float]]:
    """Killed, survived and share of each module."""
    killed = Counter(module_of(name) for name, status in found.items() if status in KILLED)
    total = Counter(module_of(name) for name in found)
    return {
        module: {"killed": killed[module], "survived": total[module] - killed[module],
                 "share": round(killed[module] / total[module], 4)}
        for module in sorted(total)
    }  # fmt: skip


def main() -> None:
    """Make the mutants, run the tests, print what came of it."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("modules", nargs="*", help=f"of {', '.join(MODULES)}; all of them if none is named")
    options.add_argument(
        "--show-survivors", action="store_true", help="print each mutant that no test killed"
    )
    asked = options.parse_args()
    if unknown := set(asked.modules) - set(MODULES):
        options.error(f"no such module: {', '.join(sorted(unknown))}")
    files = [file for module in asked.modules or MODULES for file in files_of(module)]
    for module in asked.modules or MODULES:
        if not files_of(module):
            print(f"There is no module called {module} in core/{DOMAIN}.", file=sys.stderr)
    if not files:
        raise SystemExit(2)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        folder = Path(name)
        copied(folder, files)
        mutmut(folder, "run", "--max-children", str(os.cpu_count() or 1))
        found = statuses(folder)
        if asked.show_survivors:
            for mutant, status in sorted(found.items()):
                if status not in KILLED:
                    print(f"--- {status}\n{mutmut(folder, 'show', mutant)}", file=sys.stderr)
    by_module = counted(found)
    killed = sum(status in KILLED for status in found.values())
    print(json.dumps({
        "killed": killed, "survived": len(found) - killed, "share": round(killed / len(found), 4),
        "timed_out": Counter(found.values())["timeout"], "by_module": by_module, "seconds": round(time.monotonic() - began, 1),
    }))  # fmt: skip
    raise SystemExit(any(figures["share"] < AT_LEAST for figures in by_module.values()))


if __name__ == "__main__":
    main()
