"""The house itself: who may import what, how large a room may be, and what must not stand anywhere."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mutuals.service import bootstrap, integrations
from mutuals.service.settings import CoreSettings

ROOT = Path(__file__).parents[2]
CORE = sorted((ROOT / "core" / "mutuals").rglob("*.py"))
PACKAGES = sorted((ROOT / "integrations").glob("mutuals_*"))
SOURCES = [*CORE, *(file for package in PACKAGES for file in sorted(package.rglob("*.py")))]
VENDORS = {
    "tweepy": "mutuals_x",
    "slack_bolt": "mutuals_slack",
    "slack_sdk": "mutuals_slack",
    "discord": "mutuals_discord",
}
MOST_LINES_OF_A_FILE, MOST_LINES_OF_A_FUNCTION = 350, 60
# Longer, for a reason: all values stand in one file, and all ids, and all tables, a table is a table, a story is one story.
LONGER = {
    "core/mutuals/domain/ids.py": 400,
    "core/mutuals/domain/model.py": 450,
    "core/mutuals/storage/repositories/mappers.py": 400,
    "core/mutuals/storage/schema/tables.py": 450,
    "integrations/mutuals_sandbox/scripted_demo.py": 450,
}


def name(file: Path) -> str:
    return str(file.relative_to(ROOT))


@cache
def parsed(source: str) -> ast.Module:
    """The tree of a module; several tests walk each."""
    return ast.parse(source)


def imported(file: Path) -> set[str]:
    """The top names that a file imports."""
    found = set()
    for node in ast.walk(parsed(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.partition(".")[0])
    return found


def tracked() -> list[Path]:
    """Every text file that is kept under version control; all files where there is no git."""
    try:
        done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout: the list of files is not known")
    return [ROOT / one for one in done.stdout.split("\0") if one and (ROOT / one).is_file()]


def text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_every_module_says_in_its_docstring_what_it_is():
    assert [name(file) for file in SOURCES if not ast.get_docstring(parsed(file.read_text()))] == []


def too_long(file: Path) -> list[str]:
    """What of a file can't be read in one go."""
    source = file.read_text()
    lines = len(source.splitlines())
    found = [f"{lines} lines"] if lines > LONGER.get(name(file), MOST_LINES_OF_A_FILE) else []
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            found += [f"{node.name}: {lines} lines"] if lines > MOST_LINES_OF_A_FUNCTION else []
    return found


def test_every_file_and_function_can_be_read_in_one_go():
    assert {name(file): found for file in SOURCES if (found := too_long(file))} == {}


def test_the_core_imports_no_vendor_and_no_integration():
    foreign = {*VENDORS, *(package.name for package in PACKAGES)}

    assert {name(file): found for file in CORE if (found := imported(file) & foreign)} == {}


def test_the_core_names_no_field_of_a_network():
    fields = ("referenced_tweets", "referenced_posts", "note_tweet", "note_post", "edit_history", "full_text", "id_str",
              "connection_status", "display_text_range")  # fmt: skip

    named = {name(file): [one for one in fields if one in file.read_text()] for file in CORE}
    assert {file: found for file, found in named.items() if found} == {}


def docstrings(tree: ast.Module) -> set[ast.AST]:
    """The docstrings that nobody but programmers reads: typer shows those of commands to whoever types --help."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        shown = {ast.unparse(one).partition("(")[0] for one in getattr(node, "decorator_list", [])}
        first = node.body[0] if node.body else None
        if isinstance(first, ast.Expr) and not {"app.command", "app.callback"} & shown:
            found.add(first.value)
    return found


def strings_that_name_x(source: str) -> list[str]:
    """Every string of a module, parts of f-strings included, that calls a network X."""
    tree = parsed(source)
    inner = docstrings(tree)
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in inner
        if re.search(r"(?<![\w/-])X(?![\w-])", node.value)
    ]


def test_the_core_calls_no_network_by_name_but_asks_it_for_its_title():
    assert {name(file): found for file in CORE if (found := strings_that_name_x(file.read_text()))} == {}


def test_a_name_is_found_in_whatever_string_somebody_reads():
    module = '''"""Reads X."""
def asked(name):
    """About X."""
    return f"{name} was seen on X", "X\'s page"
@app.command()
def run():
    """Watch X."""
'''

    assert sorted(strings_that_name_x(module)) == [" was seen on X", "Watch X.", "X's page"]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda one: one.name)
def test_an_integration_imports_its_own_vendor_and_no_other_integration(package: Path):
    others = {one.name for one in PACKAGES} - {package.name}
    foreign = {vendor for vendor, home in VENDORS.items() if home != package.name}

    for file in package.rglob("*.py"):
        assert imported(file).isdisjoint(others | foreign), name(file)


def test_the_rules_need_the_standard_library_only():
    for file in (ROOT / "core" / "mutuals" / "domain").rglob("*.py"):
        assert imported(file) <= {"mutuals", *sys.stdlib_module_names}, name(file)


def test_the_rules_touch_no_clock_no_disk_and_no_network():
    for file in (ROOT / "core" / "mutuals" / "domain").rglob("*.py"):
        assert imported(file).isdisjoint(
            {"asyncio", "aiohttp", "os", "sqlalchemy", "time", "random", "structlog"}
        ), name(file)
        assert "datetime.now" not in file.read_text(), name(file)


def test_every_setting_is_described():
    parts: list[Any] = [*integrations.networks().values(), *integrations.chats().values()]
    for section in (CoreSettings, *(part.settings for part in parts)):
        for field, about in section.model_fields.items():
            assert about.description, f"{section.__name__}.{field}"
            assert about.description.endswith((".", ")", "?", "}.")), f"{section.__name__}.{field}"


def test_every_public_name_of_the_ports_promises_something():
    for file in (ROOT / "core" / "mutuals" / "ports").rglob("*.py"):
        for node in parsed(file.read_text()).body:
            if isinstance(node, ast.ClassDef):
                assert ast.get_docstring(node), node.name


def test_only_the_composition_root_builds_a_store():
    for file in CORE:
        if file.name not in {"bootstrap.py", "store.py"} and "backtest" not in name(file):
            assert "SqlStore.open" not in file.read_text(), name(file)
    assert "SqlStore.open" in Path(bootstrap.__file__).read_text()


def test_only_the_performer_acts_on_the_network_and_only_the_store_of_acts_writes_the_ledger():
    acting = {
        name(file) for file in CORE if re.search(r"network\.(reply|follow|like|repost)\(", file.read_text())
    }
    writing = {
        name(file) for file in CORE if re.search(r"(?<!tx\.)ledger\.(record|insert)\(", file.read_text())
    }

    assert acting == {"core/mutuals/actions/network_call.py"}
    assert writing == {
        "core/mutuals/storage/repositories/actions.py",
        "core/mutuals/storage/repositories/ledger.py",
    }


SECRETS = re.compile(
    r"xox[abp]-\d{6,}-\d{6,}-\w+|xapp-\d-[A-Z0-9]{8,}-\d{6,}-[0-9a-f]{32,}|-----BEGIN [A-Z ]*PRIVATE KEY"
    r"|gh[pousr]_[A-Za-z0-9]{30,}|AKIA[0-9A-Z]{16}|[MNO][A-Za-z\d_-]{23,25}\.[\w-]{6}\.[\w-]{27,}"
)
HOSTS = (
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry." + "npmjs",
    "conda." + "anaconda",
    "crates" + ".io/api",
)


def test_no_secret_and_no_host_of_a_registry_stands_in_the_tree():
    for file in tracked():
        text = text_of(file)
        assert not SECRETS.search(text), name(file)
        assert not any(host in text for host in HOSTS), name(file)


def test_no_file_under_version_control_is_huge():
    for file in tracked():
        assert file.stat().st_size < 2_000_000, name(file)
