"""A picture of every message, form, home view and list, in both chats. `make gallery`.

A walk through both chats (`gallery_walk`, `gallery_scenes`) keeps what people meet; headless Chromium draws each of them
with the demo page's own drawing code, light and dark, 760 px wide and on a phone of 390 px, into docs/gallery, with one
page that shows them all. Needs chromium and chromedriver. `--only WORD` draws the scenes whose name holds it.
"""

import argparse
import asyncio
import base64
import html
import json
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import web
from gallery_scenes import SCENES
from gallery_walk import Kept, NotSeenError, Walk, ended, started
from picture import open_browser, until
from selenium import webdriver

import mutuals_sandbox.page

STATIC = Path(mutuals_sandbox.page.__file__).parent / "static"
PAGE = Path(__file__).parent / "gallery.html"
OUT = Path("docs/gallery")
WIDTHS = {"wide": 760, "phone": 390}
LOOKS = ("light", "dark")
QUALITY = 60  # of WebP, in per cent
CHATS = {"slack": "Slack", "discord": "Discord"}


async def walked(only: str) -> Walk:
    """All scenes, each as far as it comes."""
    with tempfile.TemporaryDirectory() as name:
        walk = await started(Path(name))
        try:
            for scene in SCENES:
                if only in scene.__name__ or scene is SCENES[0]:
                    print(f"{scene.__name__}: {scene.__doc__}", flush=True)
                    await as_far_as_it_comes(walk, scene)
        finally:
            await ended(walk)
        return walk


async def as_far_as_it_comes(walk: Walk, scene: Any) -> None:
    """A scene that stops is named at the end, and costs the others nothing."""
    try:
        await scene(walk)
    except NotSeenError as error:
        walk.missed.append(f"{scene.__name__}: {error}")


async def served(items: list[Kept], environment: dict[str, Any]) -> tuple[web.AppRunner, str]:
    """The page with everything that was kept, on loopback."""
    told = json.dumps({"environment": environment, "items": [vars(one) for one in items]})
    app = web.Application()
    app.router.add_static("/static", STATIC)
    app.router.add_get("/", lambda _: _page())
    app.router.add_get("/items.json", lambda _: _json(told))
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert site._server is not None  # noqa: SLF001
    return runner, f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"  # type: ignore[attr-defined]  # noqa: SLF001


async def _page() -> web.FileResponse:
    return web.FileResponse(PAGE)


async def _json(text: str) -> web.Response:
    return web.Response(text=text, content_type="application/json")


def draw(url: str, items: list[Kept], folder: str, out: Path) -> None:
    """Every item in every look."""
    browser = open_browser(folder, 1000, 1200)
    try:
        for width_name, width in WIDTHS.items():
            size = {"width": width, "height": 1200, "deviceScaleFactor": 1, "mobile": width_name == "phone"}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
            for look in LOOKS:
                browser.get(f"{url}/?look={look}")
                until(partial(browser.execute_script, "return document.body.dataset.ready === 'yes'"))
                for number, one in enumerate(items):
                    picture(browser, number, out / file_name(one, width_name, look))
    finally:
        browser.quit()


def picture(browser: webdriver.Chrome, number: int, path: Path) -> None:
    """One element of the page, as WebP."""
    box = browser.execute_script(
        "document.querySelectorAll('.shot').forEach((one, at) => { one.hidden = at !== arguments[0]; });"
        "const box = document.querySelectorAll('.shot')[arguments[0]].getBoundingClientRect();"
        "return {x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height, scale: 1}",
        number,
    )
    options = {"format": "webp", "quality": QUALITY, "clip": box, "captureBeyondViewport": True}
    taken = browser.execute_cdp_cmd("Page.captureScreenshot", options)
    path.write_bytes(base64.b64decode(taken["data"]))


def file_name(one: Kept, width: str, look: str) -> str:
    """Of a picture."""
    return f"{one.name}-{one.chat}-{width}-{look}.webp"


def write_page(items: list[Kept], out: Path) -> None:
    """The page of all pictures, which GitHub and a documentation site show as it is."""
    lines = ["# What your team meets", "",
             "Every message, form and list, as the demo's page draws it. All people are invented.",
             "Each exists wide and on a phone, light and dark. `make gallery` takes them anew.", ""]  # fmt: skip
    for name in dict.fromkeys(one.name for one in items):
        each = [one for one in items if one.name == name]
        lines += [f"## {each[0].title}", ""]
        for one in each:
            alt = html.escape(f"{one.title}, in {CHATS[one.chat]}")
            wide, phone = (file_name(one, width, "light") for width in WIDTHS)
            others = " · ".join(
                f"[{width}, {look}]({file_name(one, width, look)})" for width in WIDTHS for look in LOOKS
            )
            lines += [
                f"{CHATS[one.chat]}: {others}",
                "",
                f"![{alt}]({wide})",
                f"![{alt}, on a phone]({phone})",
                "",
            ]
    (out / "README.md").write_text("\n".join(lines), encoding="utf-8")


def main() -> int:
    """Walk, draw, write; status 1 where a scene did not come."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--only", default="", help="scenes whose name holds this")
    asked = parser.parse_args()

    async def work() -> Walk:
        walk = await walked(asked.only)
        runner, url = await served(walk.kept, {one: _about(seen) for one, seen in walk.snapshots().items()})
        asked.out.mkdir(parents=True, exist_ok=True)
        for old in asked.out.glob("*.webp"):
            old.unlink()
        with tempfile.TemporaryDirectory() as folder:
            await asyncio.to_thread(draw, url, walk.kept, folder, asked.out)
        await runner.cleanup()
        return walk

    walk = asyncio.run(work())
    write_page(walk.kept, asked.out)
    for missing in walk.missed:
        print(f"Did not come: {missing}", file=sys.stderr)
    print(
        json.dumps(
            {"pictures": len(walk.kept) * len(WIDTHS) * len(LOOKS), "scenes_missing": len(walk.missed)}
        )
    )
    return 1 if walk.missed else 0


def _about(seen: dict[str, Any]) -> dict[str, Any]:
    """What the drawing code looks up: people, roles, channels without their messages."""
    channels = [{key: value for key, value in one.items() if key != "messages"} for one in seen["channels"]]
    return {
        **{key: seen.get(key) for key in ("users", "members", "roles", "me", "team", "guild")},
        "channels": channels,
    }


if __name__ == "__main__":
    sys.exit(main())
