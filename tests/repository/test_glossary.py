"""The glossary holds every word of the domain once, and every public class of the domain and the ports."""

import ast
import re

from tests.repository.repository import ROOT

ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| **")
]


def public_classes() -> set[str]:
    """The names of all public classes of both rooms."""
    files = [
        file for room in ("domain", "ports") for file in (ROOT / "core" / "mutuals" / room).rglob("*.py")
    ]
    nodes = [node for file in files for node in ast.parse(file.read_text(encoding="utf-8")).body]
    return {node.name for node in nodes if isinstance(node, ast.ClassDef) and not node.name.startswith("_")}


def test_every_public_class_of_domain_and_ports_stands_in_the_glossary_and_no_other():
    named = [name for row in ROWS for name in re.findall(r"`(\w+)`", row[2])]

    assert set(named) == public_classes()
    assert len(named) == len(set(named))


def test_every_word_stands_there_once_in_order_and_is_explained():
    words = [row[0].strip("*").lower() for row in ROWS]

    assert words == sorted(set(words))
    assert all(row[1].endswith((".", "...")) for row in ROWS)
