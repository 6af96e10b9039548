"""`mutuals brand`: the brands that this installation watches, and what each has for itself."""

import json
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from mutuals.cli.shared import ended, finish, say, settings, show_page
from mutuals.domain.errors import SettingsError
from mutuals.domain.model import Account
from mutuals.ports.integration import NetworkIntegration, NetworkKit
from mutuals.ports.settings import Section
from mutuals.service import archive_import, brand_admin, brand_settings, integrations, logs
from mutuals.service.archive_import import Imported
from mutuals.service.bootstrap import Installation

app = typer.Typer(help="The brands that are watched, and what each has for itself.", no_args_is_help=True)
HANDLE = Annotated[str, typer.Argument(help="The brand's handle, with or without @.")]
OWN = Annotated[
    list[str] | None,
    typer.Argument(help="NAME=VALUE, as in docs/settings.md; NAME= takes one back.", show_default=False),
]
T = TypeVar("T")


@app.command()
def add(
    own: OWN = None,
    network: Annotated[str, typer.Option(help="Which network.")] = "x",
    tokens: Annotated[
        bool,
        typer.Option(
            "--tokens",
            help='Read tokens you have already from standard input, as JSON: {"access_token": ..., "refresh_token": ...}.',
        ),
    ] = False,
) -> None:
    """Sign a further brand in, in your browser, and watch it."""
    sign_in = _by_tokens(sys.stdin.read()) if tokens else _by_browser
    try:
        brand = _with_house(lambda installation: brand_admin.add(installation, network, _pairs(own), sign_in))
    except typer.Exit:
        say.print("No brand was added. Correct this, then run the command again.")
        raise
    say.print(
        f"Mutuals watches @{brand.account.handle} now. A service that runs begins within seconds.",
        markup=False,
    )


@app.command("import")
def import_archive(
    handle: HANDLE,
    file: Annotated[
        Path,
        typer.Argument(
            help="The archive of the brand's account: the zip, its folder, or tweets.js, follower.js, following.js.",
            show_default=False,
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Take in the archive that a network sends its account's owner: whom the brand had answered, and who followed."""

    async def work(installation: Installation) -> Imported:
        brand = await brand_admin.find(installation, handle)
        part = integrations.networks()[brand.network]
        return await archive_import.import_archive(installation.store, brand, part, file)

    done = _with_house(work)
    if as_json:
        sys.stdout.write(json.dumps(asdict(done)) + "\n")
        return
    say.print(
        f"Taken in: {done.answers} answers of @{handle.removeprefix('@')} that were not known, and since when for "
        f"{done.people} people. Passed over: {done.passed_over} entries of other kinds. It can be run again.",
        markup=False,
    )


@app.command("list")
def list_brands(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Who is watched, where it is told, and what waits."""
    rows = _with_house(brand_admin.listed)
    if as_json:
        sys.stdout.write(json.dumps({"brands": rows}) + "\n")
        return
    if not rows:
        say.print("No brand is watched yet. Add one with: mutuals brand add")
        return
    table = Table(box=None, pad_edge=False)
    for title in ("brand", "state", "alerts go to", "last look", "waiting", "own settings"):
        table.add_column(title, overflow="fold")
    for row in rows:
        table.add_row(*_cells(row))
    Console(highlight=False).print(table)


@app.command()
def pause(handle: HANDLE) -> None:
    """Read nothing more on the network for a brand, and tell nothing new; buttons under its alerts go on working."""
    brand = _with_house(lambda installation: brand_admin.pause(installation, handle, paused=True))
    say.print(
        f"@{brand.account.handle} is paused. Go on with: mutuals brand resume {brand.account.handle}",
        markup=False,
    )


@app.command()
def resume(handle: HANDLE) -> None:
    """Go on with a brand that was paused; what came meanwhile is told."""
    brand = _with_house(lambda installation: brand_admin.pause(installation, handle, paused=False))
    say.print(f"@{brand.account.handle} is watched again.", markup=False)


@app.command("set")
def set_own(
    handle: HANDLE,
    own: OWN = None,
    secret: Annotated[
        str | None, typer.Option(help="The name of a secret setting; its value is read from standard input.")
    ] = None,
) -> None:
    """Give a brand channels, times, limits or keys of its own."""
    pairs = _pairs(own)
    if not pairs and secret is None:
        known = brand_admin.own_variables()
        names = "\n  ".join(f"{name} (with --secret)" if known[name] else name for name in known)
        say.print(f"Nothing to set. A brand can have for itself:\n  {names}", markup=False)
        raise typer.Exit(2)
    if pairs:
        _with_house(lambda installation: brand_admin.change(installation, handle, pairs))
    if secret is not None:
        value = typer.prompt(secret, hide_input=True, err=True) if sys.stdin.isatty() else sys.stdin.read()
        _with_house(
            lambda installation: brand_admin.change_secret(installation, handle, secret, value.strip())
        )
    say.print("Kept. A service that runs follows within half a minute.")


@app.command("settings")
def show_settings(
    handle: HANDLE, as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False
) -> None:
    """What holds for a brand, and where each value comes from: a chat, a command, the environment, the file."""
    rows = _with_house(lambda installation: brand_settings.listed(installation, handle))
    if as_json:
        sys.stdout.write(json.dumps({"settings": rows}) + "\n")
        return
    table = Table(box=None, pad_edge=False)
    for title in ("setting", "value", "where it comes from"):
        table.add_column(title, overflow="fold")
    for row in rows:
        table.add_row(row["name"], row["value"] or "-", row["from"])
    Console(highlight=False).print(table)


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    channels = [
        f"{chat} {channel}"
        for chat, kinds in row["places"].items()
        for channel in dict.fromkeys(kinds.values())
    ]
    waiting = ", ".join(f"{many} {kind}" for kind, many in row["waiting"].items() if many)
    looked = (row["looked_at"] or "never")[:16].replace("T", " ")
    own = "\n".join(f"{name}={value}" for name, value in row["settings"].items())
    return (
        f"@{row['handle']}",
        "paused" if row["paused"] else "watched",
        "\n".join(channels),
        looked,
        waiting or "-",
        own,
    )


def _pairs(own: list[str] | None) -> dict[str, str]:
    if wrong := [one for one in own or () if "=" not in one]:
        raise ended(SettingsError([f"{one} is not NAME=VALUE." for one in wrong]))
    pairs = [one.partition("=") for one in own or ()]
    return {name.strip().upper(): value.strip() for name, _, value in pairs}


def _with_house(work: Callable[[Installation], Awaitable[T]]) -> T:
    """Do something with the store open; errors become sentences."""

    async def inside() -> T:
        installation = await Installation.open(settings())
        try:
            return await work(installation)
        finally:
            await installation.store.close()

    logs.configure("WARNING")
    done: T = finish(inside())
    return done


async def _by_browser(part: NetworkIntegration, section: Section, kit: NetworkKit) -> Account:
    return await part.sign_in(section, kit, partial(show_page, part.title))


def _by_tokens(text: str) -> brand_admin.SignIn:
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict) or not all(isinstance(one, str) for one in given.values()):
        say.print(
            'What came on standard input is no JSON object like {"access_token": "..."}. Nobody was signed in.'
        )
        raise typer.Exit(2)

    async def sign_in(part: NetworkIntegration, section: Section, kit: NetworkKit) -> Account:
        return await part.adopt(section, kit, given)

    return sign_in
