"""The checker of accessibility itself: it finds what is wrong, in the look in which it is wrong."""

from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from tests.support.axe import violations, violations_in_all_looks

pytestmark = [pytest.mark.browser, pytest.mark.long]
PAGE = """<!doctype html><html lang="en"><head><title>A page</title><meta name="viewport" content="width=device-width">
<style>.pale { color: #111 } @media (prefers-color-scheme: dark) { .pale { color: #eee } }</style></head>
<body style="background: #fff"><main><h1>A page</h1><p class="pale">Words</p>BUTTON</main></body></html>"""


def test_a_page_in_order_has_no_violations(browser: Chrome, tmp_path: Path) -> None:
    browser.get(shown(tmp_path, "<button>Press</button>"))
    assert violations(browser) == []


def test_a_button_without_a_name_and_words_too_pale_in_the_dark_are_found(
    browser: Chrome, tmp_path: Path
) -> None:
    browser.get(shown(tmp_path, "<button></button>"))
    found = violations_in_all_looks(browser)
    assert sum("button-name" in one for one in found) == 4
    assert {one.split(":")[0] for one in found if "color-contrast" in one} == {"dark, wide", "dark, phone"}


def shown(folder: Path, button: str) -> str:
    """The address of the page with this button."""
    file = folder / "page.html"
    file.write_text(PAGE.replace("BUTTON", button), encoding="utf-8")
    return file.as_uri()
