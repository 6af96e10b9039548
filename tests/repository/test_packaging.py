"""What is installed: the product with its demo, and nothing that only tests and benchmarks use."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.repository.repository import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SANDBOX = ROOT / "integrations" / "mutuals_sandbox"


def module_of(file: Path) -> str:
    return ".".join(file.relative_to(SANDBOX.parent).with_suffix("").parts).removesuffix(".__init__")


def imported_by(file: Path) -> set[str]:
    """Full names of the modules that a file imports, and of what it imports from them."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = (
                module_of(file).split(".") if file.name == "__init__.py" else module_of(file).split(".")[:-1]
            )
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module or "") if part)
            names |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return names


def test_the_demo_reaches_every_module_of_the_sandbox():
    files = {module_of(file): file for file in SANDBOX.rglob("*.py")}
    entry = PROJECT["project"]["entry-points"]["mutuals.commands"]["demo"].partition(":")[0]
    reached, todo = {"mutuals_sandbox"}, [entry]
    while todo:
        module = todo.pop()
        if module not in reached:
            reached |= {module, module.rpartition(".")[0]}
            todo += [*(imported_by(files[module]) & set(files))]

    assert set(files) - reached == set()


def test_an_installed_demo_starts_without_the_folders_of_tests_and_benchmarks(tmp_path: Path):
    for pattern in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["include"]:
        for folder in ROOT.glob(pattern.lstrip("/")):
            shutil.copytree(folder, tmp_path / folder.name, ignore=shutil.ignore_patterns("__pycache__"))
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from mutuals_sandbox import demo; import mutuals.cli.main;"
        "assert demo.__file__.startswith(sys.argv[1]); from mutuals_sandbox.page import server;"
        "print(callable(demo.command), {'tests', 'benchmarks'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout == "True set()\n", done.stderr


def test_the_version_stands_in_one_place_and_the_chart_follows_it():
    wanted = PROJECT["project"]["version"]
    chart = (ROOT / "deploy" / "helm" / "mutuals" / "Chart.yaml").read_text(encoding="utf-8")
    said = subprocess.run(
        [sys.executable, "-m", "mutuals", "--version"], capture_output=True, text=True, check=True
    ).stdout

    assert re.findall(r"^(?:version|appVersion): \"?([\w.]+)", chart, re.MULTILINE) == [wanted, wanted]
    assert said == f"mutuals {wanted}\n"
