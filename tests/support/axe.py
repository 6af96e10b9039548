"""What axe-core finds wrong with the page in a browser: 0 violations in each of four looks.

assert violations_in_all_looks(browser) == []
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import Any

from selenium.webdriver import Chrome

WIDE, PHONE = (1600, 1000), (390, 844)
LOOKS = {
    "light, wide": ("light", WIDE),
    "dark, wide": ("dark", WIDE),
    "light, phone": ("light", PHONE),
    "dark, phone": ("dark", PHONE),
}
# axe's own tags of WCAG 2.0 to 2.2, A and AA, and its best practices.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
STILL = {
    "name": "prefers-reduced-motion",
    "value": "reduce",
}  # colours are measured, so nothing may fade meanwhile
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: arguments[0], resultTypes: ["violations"]}).then(
  (found) => done(found.violations.map((one) => ({
    rule: one.id, help: one.help,
    nodes: one.nodes.map((node) => `${node.target.join(" ")}: ${[...node.any, ...node.all, ...node.none][0]?.message || ""}`),
  }))),
  (error) => done([{rule: "axe", help: String(error), nodes: []}]));
"""


@cache
def script() -> str:
    """axe-core itself, from the package that carries it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(browser: Chrome) -> list[str]:
    """What axe finds in the page as it stands, a line each: rule, what to do, where. Empty is what we want.

    The page needs no permission for it: the script comes by the browser's debugger, whatever its policy forbids.
    """
    if not browser.execute_script("return Boolean(window.axe)"):
        browser.execute_cdp_cmd("Runtime.evaluate", {"expression": script()})
    browser.set_script_timeout(60)
    found: list[dict[str, Any]] = browser.execute_async_script(RUN, list(RULES))
    return [f"{one['rule']}: {one['help']}: {json.dumps(one['nodes'], ensure_ascii=False)}" for one in found]


@contextmanager
def look(browser: Chrome, colours: str, size: tuple[int, int]) -> Iterator[None]:
    """Show the page in these colours (light, dark) and this size in CSS pixels; afterwards as it was."""
    width, height = size
    theme = {"name": "prefers-color-scheme", "value": colours}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [theme, STILL]})
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == PHONE}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        yield
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


STILL = {
    "name": "prefers-reduced-motion",
    "value": "reduce",
}  # colours are measured, so nothing may fade meanwhile


def violations_in_all_looks(browser: Chrome) -> list[str]:
    """The same in light and dark, on a wide screen and on a phone; each line says in which look."""
    found = []
    for name, (colours, size) in LOOKS.items():
        with look(browser, colours, size):
            found += [f"{name}: {one}" for one in violations(browser)]
    return found
