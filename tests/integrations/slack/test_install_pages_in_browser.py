"""The pages on which a workspace adds the app, as somebody sees them: readable for everybody, in four looks."""

from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from mutuals_slack import oauth_pages as pages
from mutuals_slack.oauth_pages import Page
from tests.support.axe import violations_in_all_looks
from tests.support.browser import browser, chromium

__all__ = ["browser", "chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.long]
AGAIN = "https://mutuals.example/slack/install"
PAGES = {
    "install": pages.install(AGAIN),
    "added": pages.added("Beta & <script>alert(1)</script>" + "x" * 150, "T0123ABCD", ("users:read",)),
    "denied": pages.denied(AGAIN),
    "wrong state": pages.wrong_state(AGAIN),
    "expired": pages.expired(AGAIN),
    "refused": pages.refused(AGAIN),
    "organization": pages.organization(AGAIN),
    "wrong setting": pages.wrong_setting("bad_client_secret"),
    "not set up": pages.not_set_up(),
    "trouble": pages.trouble(AGAIN),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_every_page_is_readable_for_everybody(browser: Chrome, tmp_path: Path, page: Page) -> None:
    file = tmp_path / "page.html"
    file.write_text(pages.html(page), encoding="utf-8")

    browser.get(file.as_uri())

    assert violations_in_all_looks(browser) == []
    assert browser.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")
    assert browser.title == f"{page.title} - Mutuals"
