"""Runs setup as a page or in the terminal, and says what came of it."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable

from mutuals.domain.errors import MutualsError
from mutuals.setup.draft import Draft
from mutuals.setup.finish import Outcome
from mutuals.setup.settings_file import write_settings

Say = Callable[[str], None]


def has_browser() -> bool:
    """Can a browser be opened on the screen of whoever types?"""
    if sys.platform in ("darwin", "win32") or os.environ.get("BROWSER"):
        return True
    return bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("WSL_DISTRO_NAME")
    )


def in_terminal(*, terminal: bool, page: bool) -> bool:
    """Should setup ask in the terminal? By itself when no browser can be opened and somebody can answer there."""
    return terminal or (not page and not has_browser() and sys.stdin.isatty() and sys.stderr.isatty())


def draft_of_here() -> Draft:
    """The draft of this folder's settings; a file that is named and not there yet is made. Raises SettingsError."""
    draft = Draft()
    if not draft.file.exists():
        write_settings(draft.file, {})
    draft.settings()
    return draft


async def as_page(say: Say, open_page: Callable[[str], object], port: int) -> Outcome:
    """Serve the page until the person is through, or stops it with Ctrl-C. Raises SettingsError."""
    from mutuals.setup.page import SetupPage

    page, loop = SetupPage(draft_of_here()), asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, page.leave)
    try:
        await page.server.start(port)
    except OSError as error:
        raise MutualsError(
            f"Port {port} is taken by another program. Leave --port out, and setup takes a free one."
        ) from error
    try:
        say(f"\n  Setup is at {page.server.url}\n")
        say(
            "  Only this address, with its key, is let in. Stop with Ctrl-C; started again, setup goes on where you were.\n"
        )
        if has_browser():
            await asyncio.to_thread(open_page, page.server.url)
        else:
            say(
                "  No browser could be opened here. Open the address in one on this machine, or run: mutuals setup --terminal"
            )
        await page.over.wait()
    finally:
        await page.close()
        for name in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(name)
    return page.outcome
