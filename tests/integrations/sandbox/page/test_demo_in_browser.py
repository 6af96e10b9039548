"""A visitor of the real demo presses every button and picks every entry and template, in both chats."""

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from selenium.webdriver import Chrome

from mutuals_sandbox.demo import SEED
from mutuals_sandbox.demo_page import page_of
from mutuals_sandbox.environment import Environment
from mutuals_sandbox.scenario.history import run_events
from mutuals_sandbox.service_process import ServiceProcess
from mutuals_sandbox.slack.people import CHANGED
from tests.support.waiting import PATIENCE

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400), pytest.mark.long]
OVER = ("deleted or can't be seen", "closed already")  # said, not sent: some customers delete what they wrote
WALK_SECONDS = 110.0  # in one chat; it ends when nothing is left that was not pressed
NEW_POST_SECONDS = 2.0
FIELDS = {"textarea", "select"}
FIRST = ("Reply", "Acknowledge", "Follow")

CONTROLS = """
const found = [];
for (const row of document.querySelectorAll(arguments[0] + " .messages [data-key]")) {
  for (const one of row.querySelectorAll("button:not([disabled])")) {
    if (!one.checkVisibility() || one.closest("[role=dialog]")) continue;
    found.push([row.dataset.key, "button", (one.getAttribute("aria-label") || one.textContent).trim()]);
  }
  for (const one of row.querySelectorAll("select")) for (const option of one.options) {
    if (!option.disabled && option.value) found.push([row.dataset.key, "entry", option.textContent.trim()]);
  }
}
return found;
"""
PRESS = """
const [pane, key, kind, label] = arguments;
const row = [...document.querySelectorAll(pane + " .messages [data-key]")].find((one) => one.dataset.key === key);
if (!row) return false;
if (kind === "button") {
  const name = (each) => (each.getAttribute("aria-label") || each.textContent).trim();
  const one = [...row.querySelectorAll("button:not([disabled])")].find((each) => name(each) === label);
  if (!one) return false;
  one.focus();
  one.click();
  return true;
}
for (const one of row.querySelectorAll("select")) for (const option of one.options) {
  if (option.textContent.trim() !== label) continue;
  one.focus();
  one.value = option.value;
  one.dispatchEvent(new Event("change"));
  return true;
}
return false;
"""
TROUBLE = """
return [...document.querySelectorAll(arguments[0] + " .notice:not([hidden]), " + arguments[0] + " [role=dialog] [role=alert]")]
  .map((one) => one.textContent.trim()).filter(Boolean);
"""
DIALOG = "return [...document.querySelectorAll(arguments[0] + ' .shade:not([hidden]) [role=dialog]')].length"
# Somebody who may not act can be chosen, and is refused by name: the walk chooses others.
TEMPLATES = r"""
const one = document.querySelector(arguments[0] + " .shade:not([hidden]) [role=dialog] select");
return one ? [...one.options].filter((each) => !each.disabled && each.value && !/\((guest|no role)\)/.test(each.textContent))
  .map((each) => each.value) : [];
"""
PICK = """
const one = document.querySelector(arguments[0] + " .shade:not([hidden]) [role=dialog] select");
if (!one) return false;
one.value = arguments[1];
one.dispatchEvent(new Event("change"));
return true;
"""
WORDS = "return document.querySelector(arguments[0] + ' .shade:not([hidden]) [role=dialog]')?.innerText"
FIELD = "return document.querySelector(arguments[0] + ' .shade:not([hidden]) [role=dialog] textarea')?.value ?? null"
SUBMIT = "document.querySelector(arguments[0] + ' .shade:not([hidden]) [role=dialog] [type=submit]')?.click()"
CLOSE = "document.querySelector(arguments[0] + ' .shade:not([hidden]) [role=dialog] button')?.click()"


Result = TypeVar("Result")


class Demo:
    """The demo in a thread of its own, with the service as the process that it is."""

    def __init__(self, folder: Path) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.folder = folder
        self.run(self._start())

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(60)

    async def _start(self) -> None:
        self.environment = await Environment.start(seed=SEED)
        self.service = ServiceProcess(
            self.environment.service_variables(self.folder, poll_seconds=1.0), self.folder / "service.log"
        )
        self.page = page_of(self.environment)
        await self.page.start(0)
        await self.service.start()
        self.story = asyncio.create_task(
            run_events(self.environment.world, self.environment.cast, SEED, NEW_POST_SECONDS)
        )

    async def _stop(self) -> None:
        self.story.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self.story
        await self.page.stop()
        await self.service.kill()
        await self.environment.stop()

    def close(self) -> None:
        self.run(self._stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(5)
        self.loop.close()


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    made = Demo(tmp_path)
    yield made
    made.close()


ROOM = 180  # characters that leave room for one more sentence on X


class Walk:
    """Presses whatever has not been pressed yet in one chat."""

    def __init__(self, browser: Chrome, pane: str) -> None:
        self.browser, self.pane = browser, pane
        self.pressed: set[tuple[str, str]] = set()
        self.templates = 0

    def ask(self, script: str, *arguments: str) -> Any:
        return self.browser.execute_script(script, self.pane, *arguments)

    def until(self, seen: Callable[[], object], seconds: float) -> bool:
        ends = time.monotonic() + seconds
        while not (found := bool(seen())) and time.monotonic() < ends:
            time.sleep(0.05)
        return found

    def go(self) -> None:
        ends = time.monotonic() + WALK_SECONDS
        idle = 0
        while time.monotonic() < ends and idle < 8:
            # The newest first: older messages may be settled by what was pressed before. What must be seen in either
            # chat comes before the rest: another press may settle the last alert that has it.
            new = [one for one in self.ask(CONTROLS)[::-1] if (one[1], one[2]) not in self.pressed]
            new.sort(key=lambda one: not one[2].startswith(FIRST))
            if not new:
                idle += 1
                time.sleep(0.5)
                continue
            idle = 0
            key, kind, label = new[0]
            if self.ask(PRESS, key, kind, label):
                self.pressed.add((kind, label))
                self.follow(label)

    def follow(self, label: str) -> None:
        if self.until(lambda: self.ask(DIALOG), 0.7):
            self.fill(label)
        self.nothing_wrong(label)

    def fill(self, label: str) -> None:
        self.until(lambda: self.ask(FIELD) is not None, 2.0)
        if self.ask(FIELD) is None:  # a window with an answer, or one that asks yes or no
            self.ask(SUBMIT)
            if not self.until(lambda: not self.ask(DIALOG), 1.0):
                self.close(label)
            return
        for value in self.ask(TEMPLATES):
            before = self.ask(FIELD)
            # The form is drawn anew with each template; or it makes way for a word that the alert is closed by now.
            if not self.until(partial(self.ask, PICK, value), 3.0):
                self.close(label)
                return
            self.until(partial(self.field_is_not, before), 2.0)
            self.nothing_wrong(f"{label}, template {value}")
            self.templates += 1
        assert self.until(lambda: self.browser.switch_to.active_element.tag_name in FIELDS, PATIENCE), (
            f"{label}: the focus is on {self.browser.switch_to.active_element.tag_name}"
        )
        area = self.browser.find_element("css selector", f"{self.pane} .shade:not([hidden]) textarea")
        if len(area.get_attribute("value") or "") > ROOM:
            area.clear()  # a draft that was kept from press to press
        area.send_keys(f" We look into it at once, {len(self.pressed)}.")
        time.sleep(0.4)  # the counter's pause
        self.ask(SUBMIT)
        taken = self.until(lambda: self.ask(FIELD) is None or self.over(), PATIENCE)
        if taken and self.ask(FIELD) is not None:
            self.close(label)
            return
        assert taken, f"{label}: the form is not taken: {self.ask(WORDS)}"
        if self.until(lambda: self.ask(DIALOG), 0.3):  # what became of it, in a window
            self.fill(label)

    def field_is_not(self, before: str | None) -> bool:
        return bool(self.ask(FIELD) != before)

    def over(self) -> bool:
        return any(one in (self.ask(WORDS) or "") for one in OVER)

    def close(self, label: str) -> None:
        self.ask(CLOSE)
        assert self.until(lambda: not self.ask(DIALOG), PATIENCE), f"the window after {label} stays"

    def nothing_wrong(self, label: str) -> None:
        """No error is shown; but that the message has changed while it was pressed is true now and then."""
        assert [one for one in self.ask(TROUBLE) if CHANGED not in one] == [], f"after {label}"


def test_every_button_entry_and_template_of_the_demo_works_in_both_chats(browser: Chrome, demo: Demo) -> None:
    browser.get(demo.page.url)
    slack, discord = Walk(browser, ".pane-slack"), Walk(browser, ".pane-discord")
    assert slack.until(lambda: len(slack.ask(CONTROLS)) > 6, PATIENCE), (
        demo.folder / "service.log"
    ).read_text()

    slack.go()
    discord.go()

    for walk in (slack, discord):
        labels = {label for _, label in walk.pressed}
        assert {"Reply", "Acknowledge"} <= labels, labels
        assert len(labels) > 8, labels
    # What one walk has followed the other does not offer any more.
    assert any(label.startswith("Follow on X as @") for _, label in slack.pressed | discord.pressed)
    assert (
        slack.templates > 0
    )  # how many a form offers depends on its alert; in Discord they are entries of a menu
    assert "{date" not in browser.find_element("tag name", "body").text
