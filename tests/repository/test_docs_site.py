"""The site that `make docs-site` makes of the pages: whole, searchable, readable for all, and it asks nobody for anything."""

import fcntl
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.support.ui import WebDriverWait

from tests.repository.repository import ROOT, pages
from tests.support.axe import LOOKS, look, violations
from tests.support.browser import browser, chromium
from tests.support.waiting import until

__all__ = ["browser", "chromium"]
pytestmark = [
    pytest.mark.long,
    pytest.mark.browser,
    pytest.mark.timeout(600),
    pytest.mark.xdist_group("docs_site"),
]
LOADS = re.compile(
    r"""<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)=["'](?:https?:)?//[^"']*"""
    r"""|@import\s+["'](?:https?:)?//|url\(["']?(?:https?:)?//"""
)
IN_ALL_LOOKS = (
    "index.html",
    "settings.html",
    "for-marketers.html",
    "search.html?q=complaint",
    "project/readme.html",
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once for all processes of this run."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (shared / "docs-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "docs-site").exists():
            command = ["make", f"VENV={sys.prefix}", f"ARGS=--into {shared}", "docs-site"]
            built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            assert built.returncode == 0, built.stdout + built.stderr
    return shared / "docs-site"


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    """The address of the site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def made(folder: Path) -> list[str]:
    return sorted(
        str(page.relative_to(folder)) for page in folder.rglob("*.html") if "_static" not in page.parts
    )


def test_every_page_of_the_repository_is_a_page_of_the_site(folder: Path):
    docs = {page.relative_to(ROOT / "docs") for page in pages() if (ROOT / "docs") in page.parents}
    wanted = {
        str(one.with_name("index.html") if one.name == "README.md" else one.with_suffix(".html"))
        for one in docs
    }

    assert wanted | {"project/readme.html", "project/changelog.html"} <= set(made(folder))


async def test_each_page_is_readable_for_everybody_and_asks_nobody_else_for_anything(
    folder: Path, site: str, browser: Chrome
):
    asked: set[str] = set()
    wrong = []
    one_look = [one for one in made(folder) if not one.startswith("decisions/00")]  # as one of them, so all
    for number, page in enumerate([*IN_ALL_LOOKS, *one_look, "decisions/0014-calendar.html"]):
        for name in LOOKS if page in IN_ALL_LOOKS else [list(LOOKS)[number % len(LOOKS)]]:
            with look(browser, *LOOKS[name]):
                browser.get(f"{site}{page}")
                wrong += [f"{page}, {name}: {one}" for one in violations(browser)]
        entries = browser.execute_script(
            "return performance.getEntriesByType('resource').map((one) => one.name)"
        )
        asked |= {one for one in entries if not one.startswith((site, "data:", "blob:"))}

    assert wrong == []
    assert asked == set()


def test_no_file_of_the_site_loads_anything_from_elsewhere(folder: Path):
    guilty = {
        str(file.relative_to(folder)): found[0][:120]
        for file in [*folder.rglob("*.html"), *folder.rglob("*.css")]
        if (found := LOADS.search(file.read_text(encoding="utf-8"))) and 'rel="canonical"' not in found[0]
    }

    assert guilty == {}


@pytest.mark.parametrize(
    ("words", "page"),
    [("kill switch", "for-operators"), ("MUTUALS_POLL_SECONDS", "settings"), ("snooze", "for-marketers")],
)
async def test_who_searches_finds(site: str, browser: Chrome, words: str, page: str):
    browser.get(f"{site}search.html?q={quote(words)}")

    def links() -> list[str]:
        found: list[str] = browser.execute_script(
            "return [...document.querySelectorAll('#search-results a')].map((one) => one.getAttribute('href'))"
        )
        return found

    await until(lambda: any(f"{page}.html" in one for one in links()), 20)


def test_pictures_of_the_gallery_are_there_and_said_in_words(folder: Path, site: str, browser: Chrome):
    browser.get(f"{site}gallery/index.html")
    # A page of four hundred pictures may not be read to its end yet when `get` comes back on a busy machine.
    WebDriverWait(browser, 30).until(
        lambda one: one.execute_script(
            "return document.readyState === 'complete' && document.images.length > 0"
        )
    )
    pictures: list[dict[str, Any]] = browser.execute_script(
        "return [...document.images].map((one) => ({alt: one.alt, src: one.src}))"
    )

    assert len(pictures) > 100
    assert [one for one in pictures if not one["alt"]] == []
    assert [
        one["src"] for one in pictures if not (folder / Path(one["src"].removeprefix(site))).is_file()
    ] == []
