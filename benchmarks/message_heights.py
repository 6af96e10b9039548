"""How tall the alerts are, and how many words stand above their buttons, on the demo's page. `make bench-message-heights`.

Starts `mutuals demo` as anybody would, waits for its alerts, dismisses some through their menu, and measures every
message in both chats with headless Chromium: on a page of 1500 px and on a phone of 390 px. Prints one JSON object:
for each width and chat the median height in pixels of complaints (with questions and concerns), fans and settled
alerts, how many there were, and the most words above the buttons of an open alert. `--shots FOLDER` keeps pictures.
Needs chromium and chromedriver.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from picture import address, open_browser, shows, until
from selenium import webdriver

WIDTHS = {"page": (1500, 1000), "phone": (390, 844)}
CHATS = {"slack": "s", "discord": "d"}
STORY_SECONDS = 45.0  # in which the demo's story has told complaints and fans
SETTLED = 3
REDRAWN_SECONDS = 6.0
_DISMISS = """
    const pane = document.querySelector('#pane-slack .messages');
    const open = [...pane.querySelectorAll('article select')].filter((one) =>
        [...one.options].some((option) => option.text.startsWith('Needs no answer')));
    for (const select of open.slice(0, arguments[0])) {
        select.value = [...select.options].find((option) => option.text.startsWith('Needs no answer')).value;
        select.dispatchEvent(new Event('change', {bubbles: true}));
    }
    return open.length;
"""
_MEASURE = """
    const sign = arguments[1], found = [];
    document.querySelector(`#tab-${arguments[0]}`)?.click();
    const pane = document.querySelector(`#pane-${arguments[0]}`);
    for (let at = 0; at < pane.querySelectorAll('button.channel').length; at += 1) {
        pane.querySelectorAll('button.channel')[at].click();
        for (const article of pane.querySelectorAll(`.messages > article.${sign}-message`)) {
            const content = article.querySelector(`.${sign}-content`);
            if (!content) continue;
            const copy = content.cloneNode(true);
            copy.querySelectorAll('button, select, a.s-button, a.d-button, .s-edited, .d-edited').forEach((one) => one.remove());
            found.push({
                text: copy.textContent.trim(), words: copy.innerText || copy.textContent,
                buttons: [...content.querySelectorAll('button, select')].map((one) => one.textContent.trim()),
                height: article.getBoundingClientRect().height
                    - (article.querySelector('.s-thread')?.getBoundingClientRect().height || 0),
            });
        }
    }
    return found;
"""
_CARE = ("Complaint", "Question", "Concern", "Urgent", "They ", "Asks to be followed")
_FAN = ("Loyal fan", "Follower who", "New follower")
_OVER = (
    "answered", "solved, they say", "followed", "dismissed", "no answer in time", "perhaps answered", "closed",
)  # fmt: skip


def kind_of(text: str) -> str | None:
    """Which of the measured kinds a message is, by its headline; None: another one (a digest, a notice)."""
    words = text.lstrip("🚨💬💜⏳✅⚪ ")
    headline = words.partition(" · ")[0]
    if headline.partition(", ")[2].startswith(_OVER):
        return "settled"
    if words.startswith(_CARE):
        return "complaint"
    return "fan" if words.startswith(_FAN) else None


def ready(browser: webdriver.Chrome) -> bool:
    """Whether all three panes are drawn."""
    return bool(browser.execute_script("return document.body.dataset.ready") == "discord slack x")


def measured(browser: webdriver.Chrome, *, texts: bool) -> dict[str, Any]:
    """The medians of both chats on the page as it stands."""
    figures: dict[str, Any] = {}
    for chat, sign in CHATS.items():
        heights: dict[str, list[float]] = {"complaint": [], "fan": [], "settled": []}
        most_words = 0
        for one in browser.execute_script(_MEASURE, chat, sign):
            kind = kind_of(one["text"])
            if kind is None or not one["buttons"]:
                continue
            heights[kind].append(one["height"])
            if texts:
                print(
                    f"{chat} {kind} {one['height']:.0f} px: {one['text']} {one['buttons']}", file=sys.stderr
                )
            most_words = max(most_words, len(one["words"].split()) if kind != "settled" else 0)
        figures[chat] = {
            **{kind: round(statistics.median(of)) if of else None for kind, of in heights.items()},
            "counted": {kind: len(of) for kind, of in heights.items()},
            "most_words": most_words,
        }
    return figures


def run(url: str, folder: str, shots: Path | None, *, texts: bool) -> dict[str, Any]:
    """Open the page in each width and measure; the first one also settles some alerts."""
    figures: dict[str, Any] = {}
    for name, size in WIDTHS.items():
        browser = open_browser(f"{folder}/{name}", *size)
        try:
            metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": name == "phone"}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            browser.get(url)
            until(partial(ready, browser))
            if not figures:
                until(partial(shows, browser, "slack", "Loyal fan"))
                time.sleep(STORY_SECONDS)
                browser.execute_script(_DISMISS, SETTLED)
                time.sleep(REDRAWN_SECONDS)
            figures[name] = measured(browser, texts=texts)
            for chat in CHATS if shots else ():
                browser.execute_script("document.querySelector(`#tab-${arguments[0]}`)?.click()", chat)
                time.sleep(1)
                browser.save_screenshot(str(shots / f"{name}-{chat}.png")) if shots else None
        finally:
            browser.quit()
    return figures


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shots", type=Path, help="a folder for pictures of the page")
    parser.add_argument("--texts", action="store_true", help="each measured message, on standard error")
    options = parser.parse_args()
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    demo = subprocess.Popen(
        [sys.executable, "-m", "mutuals", "demo", "--port", "0"], stderr=subprocess.PIPE, text=True
    )
    try:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(run(address(demo), folder, options.shots, texts=options.texts)))
    finally:
        demo.terminate()
        demo.wait(20)
    return 0


if __name__ == "__main__":
    sys.exit(main())
