"""Lays the pages out for Sphinx: docs/ as it is, what it links to outside of it beside that, and who comes after whom.

The pages are written for the repository. There docs/README.md is the table of contents; here it is the first page.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from os.path import relpath
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
FIRST, LAST = (
    ROOT / "README.md",
    tuple(ROOT / f"{name}.md" for name in ("CHANGELOG", "CONTRIBUTING", "SECURITY")),
)
FENCE = re.compile(r"^( *)(```+|~~~+).*?^\1\2", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
LINK = re.compile(r"(?P<before>!?\[(?P<words>[^\]]*)\]\()(?P<target>[^)\s]+)\)")
CONTENTS = """

```{{toctree}}
:hidden:
:titlesonly:

{pages}
```
"""


def stage(target: Path) -> None:
    """Write the pages of the site, and whatever they show or offer, into `target`, which is made anew."""
    shutil.rmtree(target, ignore_errors=True)
    todo, done = [*sorted(DOCS.rglob("*.md")), FIRST, *LAST], set[Path]()
    while todo:
        source = todo.pop(0)
        if source in done:
            continue
        done.add(source)
        there = target / place(source)
        there.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix != ".md":
            shutil.copyfile(source, there)
            continue
        found: list[Path] = []
        text = _outside_code(source.read_text(encoding="utf-8"), lambda part: _links(source, part, found))  # noqa: B023
        there.write_text(text + contents(source), encoding="utf-8")
        todo += found


def place(source: Path) -> Path:
    """Where a file of the repository lies in the site."""
    if source.is_relative_to(DOCS):
        inside = source.relative_to(DOCS)
        return inside.with_name("index.md") if inside.name == "README.md" else inside
    inside = source.relative_to(ROOT)
    if source.suffix != ".md":
        return "files" / inside
    return Path("project", *inside.parts[:-1], f"{inside.stem.lower()}.md")


def contents(source: Path) -> str:
    """The hidden list of pages that follow on this one: the site's order is that of docs/README.md."""
    if source == DOCS / "README.md":
        named = [page for page in _named(source) if page.suffix == ".md"]
        rest = sorted(page for page in DOCS.glob("*.md") if page not in named and page != source)
        pages = [FIRST, *named, *rest, *LAST]
    elif source == DOCS / "decisions" / "README.md":
        pages = sorted(page for page in source.parent.glob("*.md") if page != source)
    else:
        return ""
    here = place(source).parent
    return CONTENTS.format(pages="\n".join(relpath(place(one), here) for one in dict.fromkeys(pages)))


def _title(page: Path) -> str:
    heading = re.search(r"^# (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return heading[1] if heading else page.name


def _named(page: Path) -> Iterator[Path]:
    for link in LINK.finditer(page.read_text(encoding="utf-8")):
        path = (page.parent / link["target"].partition("#")[0]).resolve()
        if path.is_file() and path != page:
            yield path


def _outside_code(text: str, change: Callable[[str], str]) -> str:
    """Change what is no block and no span of code."""
    parts, at = [], 0
    for block in re.finditer(
        f"{FENCE.pattern}|{SPAN.pattern.replace(chr(92) + '1', chr(92) + '3')}", text, FENCE.flags
    ):
        parts += [change(text[at : block.start()]), block[0]]
        at = block.end()
    return "".join([*parts, change(text[at:])])


def _links(source: Path, text: str, found: list[Path]) -> str:
    """Let each link lead to where its file lies in the site. A folder has no page: its words stay."""

    def to_there(link: re.Match[str]) -> str:
        path, mark, part = link["target"].partition("#")
        if not path or re.match(r"[a-z]+:", path):
            return link[0]
        there = (source.parent / path).resolve()
        if there.is_dir():
            return link["words"]
        found.append(there)
        if link["words"] == path and there.suffix == ".md":  # on a site nobody knows the files by their names
            return f"[{_title(there)}]({relpath(place(there), place(source).parent)}{mark}{part})"
        return f"{link['before']}{relpath(place(there), place(source).parent)}{mark}{part})"

    return LINK.sub(to_there, text)
