"""The page about X's rules names tests that exist, and a rule without one only where nothing is done."""

import re

from tests.repository.repository import ROOT

PAGE = (ROOT / "docs/x-rules.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(test_\w+)`")


def rows() -> list[list[str]]:
    lines = [one for one in PAGE.splitlines() if one.startswith("| ")]
    return [[cell.strip() for cell in one.strip("|").split("|")] for one in lines[1:] if "---" not in one]


def test_each_test_that_the_page_names_exists() -> None:
    code = "\n".join(one.read_text(encoding="utf-8") for one in (ROOT / "tests").rglob("test_*.py"))
    code += "\n".join(one.read_text(encoding="utf-8") for one in (ROOT / "integrations").rglob("test_*.py"))
    there = set(re.findall(r"def (test_\w+)\(", code))

    assert sorted(set(NAMED.findall(PAGE)) - there) == []


def test_each_rule_is_shown_by_a_test_unless_nothing_is_done() -> None:
    without = [rule for rule, how, shown in rows() if not NAMED.findall(shown) and "neither" not in how]

    assert len(rows()) > 10
    assert without == []


def test_the_page_says_that_government_use_needs_another_plan() -> None:
    assert "Government use is reserved for X's Enterprise plan" in PAGE
