"""Proves that a release can go out: built twice over, installed into clean environments, tried, and listed in an SBOM.

`make release-check` runs it. What was built lies in dist/ afterwards. Every Python that pyproject.toml promises and
this machine has is tried with what pip finds today; with --pinned, as CI runs it, with the versions of requirements.lock.
"""

import argparse
import os
import re
import sys
import time
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import readme_links
from clean_environments import CleanEnvironment, Python, at_hand, installed, promised, try_out
from distributions import ROOT, Distributions, Failed, build, names_in_sdist, run

DIST = ROOT / "dist"
NEEDED = {"LICENSE", "README.md", "CHANGELOG.md", "pyproject.toml", "PKG-INFO"}  # of an sdist


@contextmanager
def step(what: str) -> Iterator[list[str]]:
    """Say what is being proven, and how long it took; what is put into the list is said, too."""
    if sys.stdout.isatty():
        sys.stdout.write(f"      {what} …\r")
        sys.stdout.flush()
    began, notes = time.monotonic(), list[str]()
    yield notes
    also = f" ({', '.join(notes)})" if notes else ""
    sys.stdout.write(f"ok    {what}{also}, {time.monotonic() - began:.1f} s\n")


def version() -> str:
    """The one place where the version stands."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def changelog_has(wanted: str) -> None:
    """The newest section of the changelog is this version's. Raises Failed."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## \[?([\w.]+)\]?", text, re.MULTILINE)
    newest = next((one for one in sections if one != "Unreleased"), None)
    if newest != wanted:
        raise Failed(
            f"The newest release in CHANGELOG.md is {newest}, and pyproject.toml says {wanted}. Write a section "
            f"## [{wanted}] - DATE for what is new in it."
        )


def bill_of_materials(clean: CleanEnvironment) -> Path:
    """Write what an installed Mutuals consists of, as CycloneDX, and check it against the format's own schema."""
    target = DIST / f"mutuals-{version()}.cdx.json"
    run(
        sys.executable, "-m", "cyclonedx_py", "environment", "--pyproject", ROOT / "pyproject.toml",
        "--mc-type", "application", "--output-reproducible", "--validate", "--output-format", "JSON",
        "--output-file", target, clean.python,
    )  # fmt: skip
    return target


def built_and_described(built: Distributions) -> None:
    """What an index asks of the files. Raises Failed."""
    with step("twine takes the description and the metadata, strictly"):
        run(sys.executable, "-m", "twine", "check", "--strict", built.sdist, built.wheel)
    with step("the sdist has the licence, the changelog and the README") as notes:
        missing = NEEDED - names_in_sdist(built.sdist)
        if missing:
            raise Failed(f"The sdist lacks {', '.join(sorted(missing))}.")
        notes.append(f"{built.sdist.stat().st_size / 1e6:.1f} MB")


def tried_everywhere(built: Distributions, tools: Path, *, pinned: bool) -> Path:
    """Install and try the wheel on every Python that is here; gives the bill of materials. Raises Failed."""
    pythons = at_hand()
    if not pythons:
        raise Failed(f"None of Python {', '.join(promised())} is here.")
    # One for two cores at once: the demo is three services and ours. Who fails all the same is tried again
    # alone: few and busy cores miss a wait now and then.
    with step("the wheel in clean environments: --version, setup --check, run, migrations, demo") as notes:
        with ThreadPoolExecutor(max(1, (os.cpu_count() or 2) // 2)) as threads:
            tries = [threads.submit(_tried, python, built, tools, pinned=pinned) for python in pythons]
        for python, attempt in zip(pythons, tries, strict=True):
            if (error := attempt.exception()) is not None:
                sys.stdout.write(f"Once more, alone: {error}\n")
                _tried_again(python, built, tools, pinned=pinned)
        notes += [f"Python {python.version}" for python in pythons]
    missing = [one for one in promised() if one not in {python.version for python in pythons}]
    if missing:
        sys.stdout.write(f"Not tried, since it is not installed here: Python {', '.join(missing)}\n")
    with installed(pythons[0], built.wheel, tools, pinned=pinned) as clean:
        return bill_of_materials(clean)


def _tried_again(python: Python, built: Distributions, tools: Path, *, pinned: bool) -> None:
    try:
        _tried(python, built, tools, pinned=pinned)
    except Failed as failed:
        sys.stdout.write(f"And a last time: {failed}\n")
        _tried(python, built, tools, pinned=pinned)


def _tried(python: Python, built: Distributions, tools: Path, *, pinned: bool) -> None:
    """Install and try it on one Python. Raises Failed."""
    try:
        with installed(python, built.wheel, tools, pinned=pinned) as clean:
            try_out(clean, version())
    except Failed as failed:
        raise Failed(f"Python {python.version} ({python.path}): {failed}") from failed


def checked(tools: Path, *, pinned: bool, draft: bool) -> None:
    """Run every step in order. Raises Failed."""
    with step("the README's pictures, pages and headings are there") as notes:
        notes.append(f"{readme_links.check()} pointers")
    if not draft:
        with step(f"the newest release in the changelog is {version()}"):
            changelog_has(version())
    with step("sdist and wheel, and the wheel from the sdist, hold what the repository holds"):
        built = build(DIST)
    built_and_described(built)
    bill = tried_everywhere(built, tools, pinned=pinned)
    sys.stdout.write(f"In dist/: {built.sdist.name}, {built.wheel.name}, {bill.name}\n")


def main() -> int:
    """Read the options and run; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tools", type=Path, required=True, help="where uv, and a Python with pip, are")
    parser.add_argument("--pinned", action="store_true", help="with the versions of requirements.lock")
    parser.add_argument("--draft", action="store_true", help="the changelog may still say Unreleased")
    options = parser.parse_args()
    try:
        checked(options.tools.absolute(), pinned=options.pinned, draft=options.draft)
    except Failed as failed:
        sys.stdout.write(f"no    {failed}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
