"""A file that a page, a docstring or a comment names is there: names move, and the words about them must follow."""

import re
from pathlib import Path

from tests.repository.repository import ROOT

FILES = [file for file in ROOT.rglob("*") if file.is_file() and not {".git", ".venv"} & set(file.parts)]
NAMES = {file.name for file in FILES}
GIVEN = {"mutuals.toml", "complaints-visible.csv", "sitecustomize.py"}  # what people bring along themselves


def named_in(file: Path) -> set[str]:
    """The files that a text names in backticks, without their folders."""
    return {
        Path(match[1]).name
        for match in re.finditer(r"`([\w./-]+\.(?:py|csv|toml|ya?ml))`", file.read_text(encoding="utf-8"))
    }


def test_every_file_that_a_page_or_a_docstring_names_exists():
    texts = [file for file in FILES if file.suffix in {".md", ".py"} and file.name != "CHANGELOG.md"]
    missing = {
        file.relative_to(ROOT).as_posix(): gone for file in texts if (gone := named_in(file) - NAMES - GIVEN)
    }

    assert missing == {}
