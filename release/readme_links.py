"""The README as a package index shows it: every picture, page and heading that it points to is there."""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from distributions import ROOT, Failed, run

_OWN = "#user-content-"  # the renderer's own mark beside each heading


class _Pointers(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        wanted = {"a": "href", "img": "src"}.get(tag)
        self.found += [
            value for name, value in attrs if name == wanted and value and not value.startswith(_OWN)
        ]


def check(page: Path = ROOT / "README.md") -> int:
    """Render the page and follow what stays in the repository; gives how many pointers. Raises Failed."""
    html = run(sys.executable, "-m", "readme_renderer", page)
    pointers = _Pointers()
    pointers.feed(html)
    if not pointers.found:
        raise Failed(f"{page.name} renders to nothing that points anywhere.")
    wrong = [one for one in pointers.found if not _leads_somewhere(page, one)]
    if wrong:
        raise Failed(f"{page.name} points to what is not there: {', '.join(wrong)}")
    return len(pointers.found)


def _leads_somewhere(page: Path, pointer: str) -> bool:
    if re.match(r"[a-z]+:", pointer):
        return pointer.startswith(("https://", "mailto:"))
    path, _, heading = pointer.partition("#")
    there = (page.parent / unquote(path)).resolve() if path else page
    if not there.exists() or not there.is_relative_to(ROOT):
        return False
    return not heading or heading in _headings(there)


def _headings(page: Path) -> set[str]:
    """The anchors that headings get on a repository's page."""
    lines = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", re.sub(r"[`*]", "", one).strip().lower()).replace(" ", "-") for one in lines
    }
