"""The first hour as somebody lives it: a terminal, a browser, the services' consoles; each act of a hand is counted."""

import asyncio
import os
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from mutuals_sandbox.environment import Environment
from tests.integrations.setup.newcomer import Newcomer, without_ours
from tests.support.consoles import Consoles, Screen

Result = TypeVar("Result")
PATIENCE = 60.0
CLIENT = "sandbox-client"


class Backstage:
    """The services and the consoles, in a thread of their own."""

    def __init__(self, folder: Path) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.environment = self.run(Environment.start())
        self.environment.discord.invite_bot(inside=False)
        slack = self.environment.slack
        slack.space.channels[self.environment.slack_channel].members.remove(slack.bot_user_id)
        self.consoles = Consoles(screens(self.environment))
        self.run(self.consoles.start(folder))

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Do something over there."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(PATIENCE)

    def close(self) -> None:
        self.run(self.consoles.stop())
        self.run(self.environment.stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(5)


def screens(environment: Environment) -> dict[tuple[str, str], list[Screen]]:
    """The consoles' pages, by their addresses."""

    def token(name: str) -> Callable[[], str]:
        return lambda: environment.tokens[f"MUTUALS_{name}"]

    app = environment.slack.space.app_id
    return {
        ("discord.com", "/developers/applications"): [
            Screen("Create an application", "Create", types=("Name",), ticks=("Terms",)),
            Screen("General Information", "Bot"),
            Screen("Bot", "Reset Token"),
            Screen("Reset Bot's Token?", "Yes, do it!"),
            Screen("Bot", shows=token("DISCORD_BOT_TOKEN")),
        ],
        ("discord.com", "/oauth2/authorize"): [
            Screen("Add to server", "Continue", ticks=("Sandbox server",)),
            Screen("Permissions", "Authorize", then=environment.discord.invite_bot),
            Screen("Authorized"),
        ],
        ("api.slack.com", "/apps"): [
            Screen("Pick a workspace", "Next", ticks=("Sandbox team",)),
            Screen("Review summary", "Create"),
            Screen("Basic Information", "Install App"),
            Screen("Install App", "Install to Sandbox team"),
            Screen("Mutuals is requesting permission", "Allow"),
            Screen("Installed", shows=token("SLACK_BOT_TOKEN")),
        ],
        ("api.slack.com", f"/apps/{app}/general"): [
            Screen("Basic Information", "Generate Token and Scopes"),
            Screen("Generate an app-level token", "Add Scope", types=("Token Name",)),
            Screen("Scopes", "Generate", ticks=("connections:write",)),
            Screen("Token", shows=token("SLACK_APP_TOKEN")),
        ],
        ("console.x.com", "/"): [
            Screen("Apps", "Create App"),
            Screen("New app", "Create", types=("App name", "Use case")),
            Screen("Your app", "Set up"),
            Screen("User authentication settings", "Save changes", types=("Callback URI", "Website URL"),
                   ticks=("Read and write", "Native App")),
            Screen("OAuth 2.0", shows=lambda: CLIENT),
        ],
    }  # fmt: skip


class Terminal:
    """`mutuals setup` in an empty folder, its output in a file."""

    def __init__(self, environment: Environment, folder: Path) -> None:
        clean = {name: value for name, value in os.environ.items() if name not in without_ours()}
        variables = Newcomer.variables(environment, folder) | {"MUTUALS_POLL_SECONDS": "1"}
        del variables["MUTUALS_SETTINGS_FILE"]
        self._log = folder / "terminal.txt"
        self._out = self._log.open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mutuals", "setup", "--page"], cwd=folder, env=clean | variables,
            stdin=subprocess.DEVNULL, stdout=self._out, stderr=self._out,
        )  # fmt: skip

    @property
    def text(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    def address(self) -> str:
        """The address that it shows."""
        ends = time.monotonic() + PATIENCE
        while not (found := re.search(r"http://127\.0\.0\.1:\d+/\S+", self.text)):
            assert time.monotonic() < ends, self.text
            assert self.process.poll() is None, self.text
            time.sleep(0.05)
        return found[0]

    def wait_for(self, text: str) -> None:
        """Until it says so."""
        ends = time.monotonic() + PATIENCE
        while text not in self.text:
            assert time.monotonic() < ends, self.text
            time.sleep(0.05)

    def close(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        finally:
            self.process.kill()
            self._out.close()


class Hand:
    """Presses, pastes and types, and counts it: `here` on setup's page, `there` in a console or a chat."""

    def __init__(self, browser: Chrome) -> None:
        self.browser = browser
        self.home = browser.current_window_handle
        self.acts: Counter[tuple[str, str]] = Counter()
        self.step = "start"

    @property
    def where(self) -> str:
        return "here" if self.browser.current_window_handle == self.home else "there"

    def count(self, where: str | None = None) -> None:
        """One more act."""
        self.acts[self.step, where or self.where] += 1

    def total(self, where: str) -> int:
        return sum(number for (_, place), number in self.acts.items() if place == where)

    def see(self, selector: str) -> WebElement:
        """Wait until it is there."""
        found: Any = WebDriverWait(self.browser, PATIENCE).until(
            lambda browser: next(
                (one for one in browser.find_elements(By.CSS_SELECTOR, selector) if one.is_displayed()), False
            )
        )
        assert isinstance(found, WebElement)
        return found

    def press(self, selector: str) -> None:
        """Press what is there, with the mouse."""
        element = self.see(selector)
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        self.count()
        element.click()

    def go_there(self, selector: str) -> None:
        """Press a link that opens a console, and look at its new tab."""
        known = set(self.browser.window_handles)
        self.press(selector)
        WebDriverWait(self.browser, PATIENCE).until(lambda browser: set(browser.window_handles) - known)
        self.browser.switch_to.window((set(self.browser.window_handles) - known).pop())

    def come_back(self) -> None:
        """Look at setup's page again."""
        self.browser.switch_to.window(self.home)
        self.browser.execute_cdp_cmd("Page.bringToFront", {})

    def paste(self, selector: str) -> None:
        """Press Ctrl+V in a field."""
        element = self.see(selector)
        element.click()
        self.count()
        ActionChains(self.browser).key_down(Keys.CONTROL).send_keys("v").key_up(Keys.CONTROL).perform()

    def type(self, selector: str, text: str) -> None:
        """Type a few words."""
        self.count()
        self.see(selector).send_keys(text)

    def choose(self, selector: str, shown: str) -> None:
        """Pick from a list."""
        self.count()
        Select(self.see(selector)).select_by_visible_text(shown)

    def press_button(self, label: str) -> None:
        """The console's button of this label, once it is there."""

        def found(browser: Chrome) -> WebElement | None:
            try:
                return next(
                    (one for one in browser.find_elements(By.TAG_NAME, "button") if one.text == label), None
                )
            except StaleElementReferenceException:
                return None  # the page before, on its way out

        self.count()
        button: Any = WebDriverWait(self.browser, PATIENCE).until(found)
        button.click()

    def wait_for(self, title: str) -> None:
        """Until the page that begins so is there."""
        WebDriverWait(self.browser, PATIENCE).until(lambda browser: browser.title.startswith(title))
