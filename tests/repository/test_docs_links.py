"""What the pages point to exists."""

import re
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import typer

from mutuals.cli import main
from mutuals_discord.invite import invite_url
from tests.repository.repository import ROOT, anchors, blocks, pages, texts, without_code

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
# Written in pieces, so that this very file does not hold what it forbids.
REGISTRIES = ["".join(parts) for parts in (
    ("py", "pi.org"), ("python", "hosted.org"), ("registry.npm", "js.org"), ("crates", ".io"), ("proxy.go", "lang.org"),
    ("docker", ".io"), ("gh", "cr.io"), ("qu", "ay.io"), ("conda.ana", "conda.org"), ("rubygems", ".org"),
)]  # fmt: skip
WORKPLACE = re.compile("|".join((r"(?<![\w.-])/wo" + r"rk/\w", r"/opt/py" + "pi", r"/tmp/br" + "ief")))


@pytest.mark.parametrize("page", sorted(pages()), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    broken = []
    for target in LINK.findall(without_code(pages()[page])):
        path, _, part = target.partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (part and part not in anchors(there.read_text(encoding="utf-8"))):
            broken.append(target)
    assert broken == []


def test_every_page_can_be_found_from_the_readme() -> None:
    found, todo = set(), [ROOT / "README.md"]
    while todo:
        page = todo.pop()
        if page in found or page.suffix != ".md" or not page.exists():
            continue
        found.add(page)
        text = without_code(page.read_text(encoding="utf-8"))
        links = [*LINK.findall(text), *re.findall(r"`([\w/-]+\.md)`", text)]
        todo += [(page.parent / one.partition("#")[0]).resolve() for one in links if "://" not in one]
    assert {page for page in pages() if (ROOT / "docs") in page.parents} - found == set()


def test_the_commands_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE))
    lines = "\n".join(
        text for page in ("README.md", "docs/for-contributors.md") for text in blocks(_read(page))
    )
    wanted = set(re.findall(r"^make ([a-z-]+)", lines, flags=re.MULTILINE))
    assert {"demo", "test"} <= wanted <= targets


def test_the_commands_of_mutuals_that_pages_name_exist() -> None:
    group: Any = typer.main.get_command(main.app)
    known = set(group.commands)
    known |= {entry.name for entry in entry_points(group="mutuals.commands")}
    named = set()
    for text in pages().values():
        named |= set(re.findall(r"(?<![/\w])mutuals ([a-z]+)(?=`| x\b| --| upgrade|$)", text, re.MULTILINE))
    assert {"run", "doctor", "connect", "demo", "db"} <= named <= known


def test_the_invite_link_of_the_page_asks_for_what_the_code_needs() -> None:
    line = next(one for one in _read("docs/setup.md").splitlines() if "oauth2/authorize" in one)
    assert line.strip() == invite_url(1234).replace("1234", "YOUR_APPLICATION_ID", 1)


def test_no_file_names_a_package_registry_or_the_place_where_it_was_written() -> None:
    guilty = [
        f"{file.relative_to(ROOT)}: {word}"
        for file, text in texts().items()
        for word in [*(one for one in REGISTRIES if one in text), *WORKPLACE.findall(text)]
    ]
    assert guilty == []


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")
