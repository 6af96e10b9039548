"""A visitor's way through the page, in headless Chromium."""

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from tests.integrations.sandbox.page.page_backstage import Backstage
from tests.support.waiting import PATIENCE

pytestmark = [pytest.mark.browser, pytest.mark.long]
EVIL = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script> [x](javascript:window.pwned=1) <b>late</b>'

COUNT_ACTIVE = """
return document.querySelector(arguments[0])
  .querySelectorAll("script, img, b, iframe, [onerror], a[href^=javascript]").length;
"""
FIND_NAMELESS = """
const name = (one) => one.getAttribute("aria-label") || one.textContent.trim()
  || [...(one.labels || [])].map((label) => label.textContent).join("").trim();
return [...document.querySelectorAll("button, a, input, select, textarea")]
  .filter((one) => one.checkVisibility() && !name(one)).map((one) => one.outerHTML.slice(0, 120));
"""


Seen = TypeVar("Seen")


class Visitor:
    """Somebody in front of the page."""

    def __init__(self, browser: Chrome, backstage: Backstage) -> None:
        self.browser = browser
        self.back = backstage
        self.stage = backstage.stage

    def open(self) -> None:
        self.browser.get(f"{self.stage.page.url}/?tour=no")
        self.until(
            lambda: self.browser.execute_script("return document.body.dataset.ready") == "discord slack x"
        )

    def until(self, seen: Callable[[], Seen | None], seconds: float = PATIENCE) -> Seen:
        """Wait for something; the page may redraw what is being looked at in that very moment."""
        waiting = WebDriverWait(self.browser, seconds, 0.05, [StaleElementReferenceException])
        return waiting.until(lambda _: seen() or False)

    def do(self, act: Callable[[], None]) -> None:
        """Do something; once more, if the page has redrawn what it is done to in that very moment."""

        def done() -> bool:
            act()
            return True

        self.until(done)

    def all(self, css: str) -> list[WebElement]:
        return self.browser.find_elements(By.CSS_SELECTOR, css)

    def one(self, css: str) -> WebElement:
        return self.until(lambda: next((e for e in self.all(css) if e.is_displayed()), None))

    def click(self, css: str) -> None:
        self.do(lambda: self.one(css).click())

    def write(self, css: str, *keys: str) -> None:
        self.do(lambda: self.one(css).send_keys(*keys))

    def value(self, css: str) -> str | None:
        return self.until(lambda: (self.one(css).get_attribute("value"),))[0]

    def text(self, css: str) -> str:
        return str(
            self.browser.execute_script("return document.querySelector(arguments[0])?.textContent || ''", css)
        )

    def sees(self, words: str, css: str) -> None:
        """Wait until these words stand there."""
        self.until(lambda: words in self.text(css))

    def complaints(self) -> list[str]:
        """Warnings and errors of the browser's console."""
        return [e["message"] for e in self.browser.get_log("browser") if e["level"] in ("SEVERE", "WARNING")]


@pytest.fixture
def visitor(browser: Chrome, backstage: Backstage) -> Iterator[Visitor]:
    one = Visitor(browser, backstage)
    backstage.run(backstage.stage.tell())
    one.open()
    yield one
    assert one.complaints() == []


def test_an_alert_stands_in_both_chats_as_each_of_them_draws_it(visitor: Visitor) -> None:
    for pane in ("slack", "discord"):
        alert = visitor.one(f".pane-{pane} .messages article")
        assert "A complaint waits for an answer" in alert.text
        assert "João Pires" in alert.text
        assert "42 minutes ago" in alert.text
        assert alert.find_element(By.TAG_NAME, "blockquote").text.endswith("nobody answers the phone")
    assert [b.text for b in visitor.all(".s-actions > .s-button")] == ["Reply", "Acknowledge", "Follow"]


def test_a_click_in_slack_redraws_the_message_and_says_who_did_it(visitor: Visitor) -> None:
    visitor.click('[data-spot="acts/acknowledge"]')
    visitor.sees("Acknowledged by @Ana Lindqvist", ".pane-slack .messages")
    assert not visitor.all(".s-actions")


def test_the_slack_modal_counts_while_typing_keeps_the_text_on_an_error_and_sends(visitor: Visitor) -> None:
    visitor.click('[data-spot="acts/reply"]')
    visitor.write(".s-modal textarea", "a secret")
    visitor.sees("272 characters left", ".s-modal")
    visitor.browser.switch_to.active_element.send_keys(Keys.HOME, "x")
    visitor.sees("271 characters left", ".s-modal")
    visitor.browser.switch_to.active_element.send_keys(Keys.BACKSPACE)  # the caret stayed behind the x
    visitor.sees("272 characters left", ".s-modal")
    assert visitor.value(".s-modal textarea") == "a secret"
    visitor.click(".s-modal [type=submit]")
    visitor.sees("Leave that word out.", ".s-modal")
    assert visitor.value(".s-modal textarea") == "a secret"
    visitor.do(lambda: visitor.one(".s-modal textarea").clear())
    visitor.write(".s-modal textarea", "We are on it")
    visitor.click(".s-modal [type=submit]")
    visitor.until(lambda: visitor.text(".s-modal") == "")
    sent = visitor.stage.told.slack[-1]["view"]["state"]["values"]
    assert sent["text"]["typed"]["value"] == "We are on it"


def test_escape_closes_a_modal_and_an_empty_one_is_not_sent(visitor: Visitor) -> None:
    visitor.click('[data-spot="acts/reply"]')
    visitor.click(".s-modal [type=submit]")
    visitor.sees("required", ".s-modal")
    visitor.browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    visitor.until(lambda: visitor.text(".s-modal") == "")
    assert len(visitor.stage.told.slack) == 1


def test_the_menu_of_an_alert_works_by_keyboard_and_answers_in_private(visitor: Visitor) -> None:
    visitor.write(".s-overflow", Keys.ENTER)
    visitor.until(lambda: visitor.browser.switch_to.active_element.text == "Claim")
    visitor.browser.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    assert visitor.browser.switch_to.active_element.text == "Snooze 1 hour"
    visitor.browser.switch_to.active_element.send_keys(Keys.ENTER)
    visitor.sees("Only visible to you", ".pane-slack .messages")
    assert visitor.stage.told.slack[-1]["actions"][0]["selected_option"]["value"] == "snooze:1h"
    visitor.click(".s-dismiss")
    visitor.until(lambda: "Noted" not in visitor.text(".pane-slack .messages"))


def test_the_discord_modal_is_filled_and_sent(visitor: Visitor) -> None:
    visitor.click('[data-spot="demo:reply"]')
    visitor.write(".d-modal textarea", "Sorry! We call you today.")
    assert visitor.text(".d-counter") == str(280 - len("Sorry! We call you today."))
    visitor.click(".d-modal [type=submit]")
    visitor.sees("Sent to X.", ".pane-discord .messages")
    assert visitor.stage.told.discord[-1] == {"reply": "Sorry! We call you today."}
    assert "Only you can see this" in visitor.text(".pane-discord .messages")


def test_slash_commands_are_offered_and_run_in_both_chats(visitor: Visitor) -> None:
    slack = visitor.one("#slack-composer")
    slack.send_keys("/mut")
    visitor.sees("/mutuals help", "#slack-composer-list")
    slack.send_keys(Keys.ARROW_DOWN, Keys.ENTER, Keys.ENTER)
    visitor.sees("You asked for queue", ".pane-slack .messages")
    visitor.write("#discord-composer", "/mutuals queue limit:3", Keys.ENTER)
    visitor.sees("Showing 3: 2 complaints wait.", ".pane-discord .messages")
    assert visitor.stage.told.discord == [{"queue": 3}]


def test_a_post_as_a_customer_is_explained_and_its_alert_is_pointed_out(visitor: Visitor) -> None:
    visitor.write("#post-text", "everything is broken and late")
    visitor.sees("says “broken”", ".said")
    visitor.click(".x-post-button")
    visitor.sees("Waiting for Mutuals", ".outcome")
    visitor.sees("everything is broken", ".x-list article")
    newest = visitor.back.call(lambda: max(visitor.stage.world.posts.values(), key=lambda post: int(post.id)))
    visitor.back.run(visitor.stage.tell(newest.id, person="Mila Novak"))
    visitor.until(lambda: len(visitor.all(".outcome .idea")) == 2)
    assert len(visitor.all(".pane-slack .yours")) == len(visitor.all(".pane-discord .yours")) == 1
    visitor.until(
        lambda: "alert" in visitor.text("#announce").lower() or "complaint" in visitor.text("#announce")
    )


def test_what_a_stranger_writes_stays_text_everywhere(visitor: Visitor) -> None:
    name = "<b>Eve</b>"
    eve = visitor.back.call(lambda: visitor.stage.world.add_user("eve", name))
    written = visitor.back.call(lambda: visitor.stage.world.post(eve.id, f"@fernweh_bikes {EVIL}"))
    visitor.back.run(visitor.stage.tell(written.id, person=name))
    for pane in (".x-list", ".pane-slack .messages", ".pane-discord .messages"):
        visitor.sees("<script>window.pwned=1</script>", pane)
        assert name in visitor.text(pane)
        assert visitor.browser.execute_script(COUNT_ACTIVE, pane) == 0
    time.sleep(0.2)
    assert visitor.browser.execute_script("return window.pwned") is None


def test_a_link_to_the_sandboxs_x_opens_over_the_page_and_the_follow_shows(visitor: Visitor) -> None:
    visitor.click('.x-act[aria-label^="Follow Mila"]')
    frame = visitor.one(".overlay-frame")
    visitor.browser.switch_to.frame(frame)
    visitor.until(lambda: visitor.all("form button"))[0].click()
    visitor.until(
        lambda: visitor.back.call(
            lambda: visitor.stage.world.follows.has(visitor.stage.brand.id, visitor.stage.customers[0].id)
        )
    )
    visitor.browser.switch_to.default_content()
    visitor.click(".overlay .icon-button")
    visitor.sees("Mutuals", ".x-list")
    assert not visitor.all('.x-act[aria-label^="Follow Mila"]')


def test_the_visitor_can_become_somebody_else(visitor: Visitor) -> None:
    visitor.write("#slack-who", "Ben")
    visitor.click('[data-spot="acts/acknowledge"]')
    visitor.sees("Acknowledged by @Ben Adeyemi", ".pane-slack .messages")


def test_on_a_phone_one_pane_is_shown_and_nothing_sticks_out(visitor: Visitor) -> None:
    for _ in range(3):
        visitor.back.run(visitor.stage.tell())
    size = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    visitor.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        for pane in ("x", "slack", "discord"):
            visitor.click(f"#tab-{pane}")
            assert [e.get_attribute("id") for e in visitor.all(".pane") if e.is_displayed()] == [
                f"pane-{pane}"
            ]
            assert visitor.browser.execute_script("return document.documentElement.scrollWidth") == 390
            bottom = visitor.browser.execute_script(
                "return Math.max(...[...document.querySelectorAll('.composer')].map((one) => one.getBoundingClientRect().bottom))"
            )
            assert bottom <= 844
    finally:
        visitor.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_every_control_has_a_name_and_the_theme_can_be_switched(visitor: Visitor) -> None:
    visitor.click('[data-spot="acts/reply"]')
    visitor.one(".s-modal textarea")
    nameless = visitor.browser.execute_script(FIND_NAMELESS)
    assert nameless == []
    before = visitor.browser.execute_script("return document.documentElement.dataset.theme")
    visitor.click("#theme")
    assert visitor.browser.execute_script("return document.documentElement.dataset.theme") != before
