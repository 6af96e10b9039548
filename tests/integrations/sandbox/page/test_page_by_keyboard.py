"""The page by keyboard alone: the tour, a form, a menu; no mouse is touched."""

from collections.abc import Iterator

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.keys import Keys

from tests.integrations.sandbox.page.page_backstage import Backstage
from tests.integrations.sandbox.page.test_page_in_browser import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.long]
TABS = 150  # presses of Tab after which something can't be reached by keyboard
HELD = "return document.activeElement.matches(arguments[0])"


class Typist(Visitor):
    """Somebody without a mouse."""

    def keys(self, *keys: str) -> None:
        """Press keys, wherever the focus is."""
        ActionChains(self.browser).send_keys(*keys).perform()

    def reach(self, css: str) -> None:
        """Press Tab until the focus is on it."""
        for _ in range(TABS):
            if self.holds(css):
                return
            self.keys(Keys.TAB)
        raise AssertionError(f"{css} can't be reached by Tab")

    def shown(self, css: str) -> bool:
        """Is it in sight?"""
        return any(one.is_displayed() for one in self.all(css))

    def holds(self, css: str) -> bool:
        """Is the focus on it?"""
        return bool(self.browser.execute_script(HELD, css))


@pytest.fixture
def typist(browser: Chrome, backstage: Backstage) -> Iterator[Typist]:
    one = Typist(browser, backstage)
    backstage.run(backstage.stage.tell())
    browser.get(one.stage.page.url)  # for the first time, so the tour opens by itself
    one.until(lambda: browser.execute_script("return document.body.dataset.ready") == "discord slack x")
    one.sees("Step 1 of 6", ".tour-card")
    yield one
    assert one.complaints() == []


def test_the_tour_is_walked_ended_and_taken_again(typist: Typist) -> None:
    assert typist.holds("#tour-title")
    for step in range(2, 7):
        typist.keys(Keys.ARROW_RIGHT)
        typist.sees(f"Step {step} of 6", ".tour-card")
    typist.keys(Keys.ARROW_LEFT)
    typist.sees("Step 5 of 6", ".tour-card")
    typist.keys(Keys.ESCAPE)
    assert not typist.shown(".tour-card")
    assert typist.holds("#tour-start")

    typist.keys(Keys.ENTER)
    typist.sees("Step 1 of 6", ".tour-card")
    typist.reach(".tour-skip")
    typist.keys(Keys.ENTER)
    assert not typist.shown(".tour-card")


def test_whoever_has_seen_the_tour_is_not_asked_again(typist: Typist) -> None:
    typist.keys(Keys.ESCAPE)
    typist.browser.refresh()
    typist.until(
        lambda: typist.browser.execute_script("return document.body.dataset.ready") == "discord slack x"
    )
    assert not typist.shown(".tour-card")


def test_a_form_is_filled_in_and_sent_while_the_tour_stays(typist: Typist) -> None:
    typist.reach('[data-spot="acts/reply"]')
    typist.keys(Keys.ENTER)
    typist.until(lambda: typist.holds(".s-modal textarea"))
    typist.keys("We are on it")
    typist.sees("characters left", ".s-modal")
    typist.reach(".s-modal [type=submit]")
    typist.keys(Keys.ENTER)
    typist.until(lambda: typist.text(".s-modal") == "")
    assert typist.stage.told.slack[-1]["view"]["state"]["values"]["text"]["typed"]["value"] == "We are on it"
    assert typist.shown(".tour-card")


def test_a_menu_is_opened_walked_through_and_its_answer_gets_the_focus(typist: Typist) -> None:
    typist.keys(Keys.ESCAPE)
    typist.reach(".pane-slack .s-overflow")
    typist.keys(Keys.ENTER)
    typist.keys(Keys.ARROW_DOWN)
    assert typist.browser.switch_to.active_element.text == "Snooze 1 hour"
    typist.keys(Keys.ENTER)
    typist.sees("Only visible to you", ".pane-slack .messages")
    typist.until(lambda: typist.holds(".s-ephemeral"))
    typist.reach(".s-dismiss")
    typist.keys(Keys.ENTER)
    typist.until(lambda: not typist.all(".s-dismiss"))
