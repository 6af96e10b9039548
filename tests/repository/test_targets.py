"""`make test` and `make test-long` are all tests together, and CI runs both."""

import re
from collections.abc import Iterator

import pytest

from tests.repository.repository import ROOT

TESTS = ROOT / "tests"
# What is nothing but long: kills, several machines, random walks, a real service that is stopped in the middle of slow calls.
ONLY_LONG = {"faults/test_kills.py", "fleet/test_fleet.py", "test_interleavings.py", "test_stopping.py"}


def recipe(target: str) -> str:
    """The line that a target of the Makefile runs."""
    found = re.search(rf"^{target}: .*\n\t(.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert found, target
    return found[1]


def selected(target: str) -> str:
    """What a target passes to pytest as `-m`."""
    found = re.search(r'-m "([^"]*)"', recipe(target))
    assert found, target
    return found[1]


def places_that_could_leave_tests_out() -> Iterator[str]:
    for file in TESTS.rglob("*.py"):
        if file.name == "test_targets.py":
            continue
        for word in ("collect_ignore", "pytest_ignore_collect", "pytest_deselected", "__test__ = False"):
            if word in file.read_text():
                yield f"{file.relative_to(ROOT)}: {word}"


def test_no_test_is_left_out_of_both_targets():
    assert selected("test") == "not long"
    assert selected("test-long") == "long or hypothesis"  # properties again, with all their examples
    for target in ("test", "test-long"):
        rest = recipe(target).replace(f'-m "{selected(target)}"', "")
        assert rest.split() in (
            ["@$(PYTEST)", "$(ARGS)"],
            ["@MUTUALS_TEST_EXAMPLES=all", "$(PYTEST)", "$(ARGS)"],
        )


def test_no_setting_and_no_hook_leaves_tests_out(pytestconfig: pytest.Config):
    assert not re.search(r"-m\b|-k\b|ignore|deselect", " ".join(pytestconfig.getini("addopts")))
    assert list(places_that_could_leave_tests_out()) == []


def test_ci_runs_both_targets():
    script = (ROOT / ".ci" / "run").read_text()

    assert re.findall(r"^suite (\S+) \.venv ", script, re.MULTILINE) == ["test", "test-long"]


def test_ci_runs_what_make_test_selects_on_the_other_pythons_without_browser_and_postgresql():
    script = (ROOT / ".ci" / "run").read_text()
    others = re.findall(r"suite (\S+) \"\.venv/\$version\" .*-m \"(.*)\"", script)

    assert others == [("test", f"{selected('test')} and not browser and not postgresql")]


def test_make_test_runs_something_of_every_file_about_the_whole_service():
    acceptance = TESTS / "acceptance"
    without = {
        str(file.relative_to(acceptance))
        for file in acceptance.rglob("test_*.py")
        if "pytest.mark.smoke" not in file.read_text()
    }

    assert without == ONLY_LONG
