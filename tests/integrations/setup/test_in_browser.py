"""The first hour in a real browser, against the sandbox and stand-ins of the consoles: counted, by keyboard, by axe."""

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from mutuals_slack.manifest import manifest
from tests.integrations.setup import walks
from tests.integrations.setup.first_hour import PATIENCE, Backstage, Hand, Terminal
from tests.repository.repository import ROOT
from tests.support.axe import violations_in_all_looks
from tests.support.browser import CHROMIUM, FLAGS, chromium

__all__ = ["chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.timeout(600)]
GOAL = 15  # hand actions on our side, from a fresh clone to the first real alert


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Backstage]:
    made = Backstage(tmp_path)
    yield made
    made.close()


@pytest.fixture
def terminal(stage: Backstage, tmp_path: Path) -> Iterator[Terminal]:
    (tmp_path / "empty").mkdir()
    made = Terminal(stage.environment, tmp_path / "empty")
    yield made
    made.close()


@pytest.fixture
def hand(stage: Backstage, terminal: Terminal, chromium: Chrome, tmp_path: Path) -> Iterator[Hand]:
    """A browser that finds the consoles; `chromium` skips the test where there is none."""
    options = Options()
    options.binary_location = next(path for name in CHROMIUM if (path := shutil.which(name)))
    for flag in (*FLAGS, f"--user-data-dir={tmp_path / 'profile'}", *stage.consoles.flags):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver") or ""))
    browser.get(terminal.address())
    yield Hand(browser)
    browser.quit()


def first_alert(stage: Backstage) -> str:
    """What the brand's team sees first of the real thing, in Discord."""
    ana = stage.environment.staff.ana_discord
    ends = time.monotonic() + PATIENCE
    while True:
        shown = stage.environment.discord.people.snapshot(ana)["channels"]
        texts = [json.dumps(one) for each in shown for one in each["messages"]]
        real = [one for one in texts if "/i/web/status/" in one or "/status/" in one]
        if real:
            return real[0]
        assert time.monotonic() < ends, texts
        time.sleep(0.2)


def counted(page: str, column: str) -> dict[str, str]:
    """The cells of docs/setup.md's table under this heading, by the first cell of their line."""
    lines = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ")]
    head = next(line for line in lines if column in line)
    at = head.index(column)
    return {line[0]: line[at].strip() for line in lines[lines.index(head) + 1 :] if len(line) == len(head)}


@pytest.mark.parametrize("way", ["X + Slack", "X + Discord", "all three"])
def test_the_first_hour_takes_the_hand_actions_that_the_page_says(
    way: str, hand: Hand, stage: Backstage, terminal: Terminal
):
    chats = {"X + Slack": ("slack",), "X + Discord": ("discord",), "all three": ("discord", "slack")}[way]
    walks.start(hand, *chats)
    if "discord" in chats:
        walks.discord(hand)
    if "slack" in chats:
        walks.slack(hand, stage)
    walks.test_alert(hand)
    walks.x(hand)
    walks.begin(hand)

    terminal.wait_for("Mutuals is watching")
    if "discord" in chats:
        assert first_alert(stage)
    here, there = hand.total("here"), hand.total("there")
    table = counted((ROOT / "docs/setup.md").read_text(encoding="utf-8"), way)
    assert (table["in Mutuals"], table["in the consoles and chats"]) == (str(here), str(there)), hand.acts
    assert len(chats) == 2 or here <= GOAL
    severe = [
        one
        for one in hand.browser.get_log("browser")
        if one["level"] == "SEVERE" and "favicon" not in one["message"]
    ]
    assert severe == []
    if "slack" in chats:
        assert json.loads(stage.consoles.asked["/apps"]["manifest_json"]) == manifest()
    assert stage.consoles.typed["Callback URI"] == "http://127.0.0.1:0/callback"


def test_every_page_of_setup_passes_axe_in_four_looks(hand: Hand, stage: Backstage):
    browser, home = hand.browser, hand.browser.current_url.partition("/start")[0]
    found = violations_in_all_looks(browser)
    hand.press("main form button")  # nothing is chosen
    hand.wait_for("Mistake: What")
    found += violations_in_all_looks(browser)
    walks.start(hand, "discord", "slack")
    hand.wait_for("Make a bot")
    found += violations_in_all_looks(browser)
    hand.press("main form button[type=submit]")  # an empty field
    hand.wait_for("Mistake: Make")
    found += violations_in_all_looks(browser)
    browser.get(f"{home}/step/discord/token")
    walks.discord(hand)
    hand.wait_for("Make the app")
    for path in (
        "step/discord/channel",
        "step/slack/app",
        "step/slack/channel",
        "step/x/app",
        "test",
        "finish",
    ):
        browser.get(f"{home}/{path}")
        found += [f"{path}: {one}" for one in violations_in_all_looks(browser)]
    browser.get(f"{home}/step/x/app")
    hand.type("#client_id", "sandbox-client")
    hand.press("main form button[type=submit]")
    hand.wait_for("Let Mutuals read")
    found += violations_in_all_looks(browser)

    assert found == []


def test_setup_can_be_used_by_keyboard_alone(hand: Hand, stage: Backstage):
    browser = hand.browser

    def tab_to(selector: str) -> None:
        wanted = hand.see(selector)
        for _ in range(60):
            if browser.switch_to.active_element == wanted:
                return
            ActionChains(browser).send_keys(Keys.TAB).perform()
        raise AssertionError(f"{selector} is not reached by Tab")

    def key(*keys: str) -> None:
        ActionChains(browser).send_keys(*keys).perform()

    ActionChains(browser).send_keys(Keys.TAB).perform()
    assert browser.switch_to.active_element.text == "To the content"
    tab_to("#part-discord")
    key(Keys.SPACE)
    tab_to("main form button")
    key(Keys.ENTER)
    hand.wait_for("Make a bot")
    tab_to("#bot_token")
    key("12345", Keys.ENTER)
    hand.wait_for("Mistake: Make a bot")
    assert browser.switch_to.active_element.get_attribute("role") == "alert"
    tab_to(".bad a")
    key(Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("id") == "bot_token"
    key(stage.environment.tokens["MUTUALS_DISCORD_BOT_TOKEN"], Keys.ENTER)
    hand.wait_for("Invite the bot")
    stage.environment.discord.invite_bot()
    hand.see("#channel")
    tab_to("main form button[type=submit]")
    key(Keys.ENTER)
    hand.wait_for("A test alert")
    tab_to("button[name=on]")
    key(Keys.ENTER)
    hand.wait_for("Make an app")


def test_a_phone_shows_every_page_without_sideways_scrolling(hand: Hand):
    browser = hand.browser
    home = browser.current_url.partition("/start")[0]
    walks.start(hand, "discord", "slack")
    hand.wait_for("Make a bot")
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 360, "height": 780, "deviceScaleFactor": 1, "mobile": True},
    )
    for path in ("start", "step/discord/token", "step/slack/app", "step/x/app", "finish"):
        browser.get(f"{home}/{path}")
        assert browser.find_elements(By.TAG_NAME, "h1")
        assert browser.execute_script("return document.documentElement.scrollWidth <= window.innerWidth"), (
            path
        )
