"""Takes the README's picture of the demo page with headless Chromium. `make picture`.

Starts `mutuals demo` as anybody would, writes a complaint as one of the invented customers, waits until its
alert stands in both chats, and writes docs/images/demo.png. Needs chromium and chromedriver.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--no-first-run",
)  # fmt: skip
PAGE = re.compile(r"http://127\.0\.0\.1:\d+\S*")
PATIENCE = 60.0
SETTLE_SECONDS = 5.0  # scrolling and the highlight of a new message
COMPLAINT = "my order is two weeks late and nobody answers. I want my money back!"


def open_browser(folder: str, width: int, height: int) -> webdriver.Chrome:
    """A fresh headless Chromium. Raises SystemExit without one."""
    program, driver = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    if program is None or driver is None:
        raise SystemExit(
            "chromium and chromedriver are needed. On Debian: apt-get install chromium chromium-driver"
        )
    options = Options()
    options.binary_location = program
    for flag in (*FLAGS, f"--user-data-dir={folder}", f"--window-size={width},{height}"):
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=Service(driver))


def until(true: Callable[[], Any]) -> Any:
    """Wait for something. Raises TimeoutError."""
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        if found := true():
            return found
        time.sleep(0.2)
    raise TimeoutError("the demo page did not get there")


def address(demo: subprocess.Popen[str]) -> str:
    """Where the demo's page is, from what the command prints."""
    assert demo.stderr is not None
    for line in demo.stderr:
        if found := PAGE.search(line):
            return found[0]
    raise SystemExit("The demo ended before it showed its page.")


def text_of(browser: webdriver.Chrome, pane: str) -> str:
    """What stands in a pane."""
    return str(browser.execute_script(f"return document.querySelector('#pane-{pane} .messages').textContent"))


def shows(browser: webdriver.Chrome, pane: str, words: str) -> bool:
    """Whether these words stand in a pane."""
    return words in text_of(browser, pane)


def take(url: str, out: Path, folder: str, size: tuple[int, int], *, dark: bool) -> None:
    """Open the page, let the story run a little, and keep what it looks like."""
    browser = open_browser(folder, *size)
    try:
        theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [theme]})
        browser.get(f"{url}/?tour=no")
        until(lambda: browser.execute_script("return document.body.dataset.ready") == "discord slack x")
        for pane in ("slack", "discord"):
            until(partial(shows, browser, pane, "Loyal fan"))
        browser.find_element(By.ID, "post-text").send_keys(COMPLAINT)
        browser.find_element(By.CSS_SELECTOR, ".x-post-button").click()
        for pane in ("slack", "discord"):
            until(partial(shows, browser, pane, COMPLAINT[:30]))
        for label in ("Slack", "Discord"):  # the page's own buttons that lead to the alert
            show = f"button[aria-label='Show the alert in {label}']"
            until(partial(browser.find_elements, By.CSS_SELECTOR, show))[0].click()
        time.sleep(SETTLE_SECONDS)
        out.parent.mkdir(parents=True, exist_ok=True)
        browser.save_screenshot(str(out))
    finally:
        browser.quit()


def main() -> int:
    """Write the picture; status 1 if the page did not get there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("docs/images/demo.png"))
    parser.add_argument("--size", default="1600x1000", help="WIDTHxHEIGHT")
    parser.add_argument("--dark", action="store_true")
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    command = [sys.executable, "-m", "mutuals", "demo", "--port", "0"]
    demo = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        with tempfile.TemporaryDirectory() as folder:
            take(address(demo), options.out, folder, (width, height), dark=options.dark)
    except TimeoutError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        demo.terminate()
        demo.wait(20)
    print(f"Written: {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
