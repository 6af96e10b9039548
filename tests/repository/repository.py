"""What the tests of the documents look at: the files of the repository, as text."""

import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SKIPPED = {".git", ".venv", "build", "dist"}


@cache
def files() -> list[Path]:
    """Every file that belongs to the repository: what git knows and does not ignore, else what is there."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        named = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\0")
        found = [ROOT / name for name in named if name]
    except (OSError, subprocess.CalledProcessError):  # an unpacked archive, or no git
        found = [one for one in ROOT.rglob("*") if not SKIPPED & set(one.relative_to(ROOT).parts)]
    return [one for one in found if one.is_file()]


@cache
def texts() -> dict[Path, str]:
    """Every text file of the repository."""
    found = {}
    for file in files():
        try:
            found[file] = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture
    return found


@cache
def pages() -> dict[Path, str]:
    """Every page in Markdown."""
    return {file: text for file, text in texts().items() if file.suffix == ".md"}


def without_code(text: str) -> str:
    """A page without its blocks of code."""
    return re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)


def blocks(text: str) -> list[str]:
    """The shell blocks of a page."""
    return re.findall(r"^ *```sh\n(.*?)^ *```", text, flags=re.DOTALL | re.MULTILINE)


def anchor(heading: str) -> str:
    """The anchor that a heading gets on the repository's page."""
    words = re.sub(r"[`*]", "", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")


def anchors(text: str) -> set[str]:
    """All anchors of a page."""
    return {anchor(line.lstrip("#")) for line in without_code(text).splitlines() if line.startswith("#")}
