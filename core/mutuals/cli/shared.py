"""What the groups of commands share: reading the settings, running to the end, and saying what went wrong."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import typer
from rich.console import Console

from mutuals.domain.errors import MutualsError, SettingsError, at_the_end
from mutuals.service import logs
from mutuals.service.bootstrap import Settings

say = Console(stderr=True, highlight=False, soft_wrap=True)


def settings() -> Settings:
    """The settings; every mistake in them is said, and the command ends with status 2."""
    try:
        return Settings.read()
    except SettingsError as error:
        raise ended(error) from error


def finish(work: Coroutine[Any, Any, Any]) -> Any:
    """Run to the end; an error of ours becomes its sentence and an exit status (2: settings, 1: the rest)."""
    try:
        return asyncio.run(work)
    except MutualsError as error:
        raise ended(error) from error


def ended(error: MutualsError) -> typer.Exit:
    """Say what went wrong; raise what this gives."""
    lines = error.mistakes if isinstance(error, SettingsError) else [at_the_end(error)]
    for line in lines:
        say.print(logs.blank(line), markup=False)
    return typer.Exit(2 if isinstance(error, SettingsError) else 1)


def show_page(network: str, url: str) -> None:
    """Show the page where a brand agrees, and open it if there is a browser; `network` is the network's title."""
    say.print(
        f"Open this page, signed in on {network} as the brand, and allow Mutuals to read and reply:\n",
        markup=False,
    )
    say.print(url, markup=False)
    typer.launch(url)
