"""The command line: run, connect, doctor, db, and the commands of integrations (demo)."""

import asyncio
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from mutuals.cli import brand as brand_commands
from mutuals.cli import (
    cost,
    database_copy,
    export_person,
    leave,
    ledger,
    listen,
    roles,
    secrets,
    status,
    switch,
    workspace,
)
from mutuals.cli import setup as setup_command
from mutuals.cli.shared import ended as _ended
from mutuals.cli.shared import finish as _finish
from mutuals.cli.shared import say, show_page
from mutuals.cli.shared import settings as _settings
from mutuals.domain.errors import MutualsError, SettingsError
from mutuals.domain.ledger import LedgerHead
from mutuals.ports.diagnostics import Check
from mutuals.service import app as service
from mutuals.service import connecting, integrations, logs
from mutuals.service import doctor as examination
from mutuals.service.bootstrap import Settings, SystemClock, whoever
from mutuals.service.settings import CoreSettings
from mutuals.storage.backup import restore_marks as restoring
from mutuals.storage.backup.copy import back_up, put_back
from mutuals.storage.database_url import must_exist
from mutuals.storage.ledger_anchor import place
from mutuals.storage.schema.migrate import ensure_current

app = typer.Typer(
    name="mutuals",
    help="Tells your team in Slack and Discord about loyal fans you don't follow back and complaints nobody has answered.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
db = typer.Typer(help="The database.", no_args_is_help=True)
app.add_typer(db, name="db")
db.command("copy")(database_copy.command)
app.command("status")(status.command)
app.command("cost")(cost.command)
app.command("listen")(listen.command)
app.command("leave")(leave.command)
app.command("export")(export_person.command)
app.add_typer(brand_commands.app, name="brand")
app.add_typer(ledger.app, name="ledger")
app.add_typer(secrets.app, name="secrets")
app.command("setup")(setup_command.setup)
app.add_typer(workspace.app, name="workspace")
app.add_typer(roles.app, name="roles")
app.command()(switch.stop)
app.command()(switch.start)


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"mutuals {version('mutuals')}\n")
        raise typer.Exit


@app.callback()
def options(
    shown: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """What holds for every command."""


@app.command()
def run() -> None:
    """Watch the brands and tell the team, until stopped with Ctrl-C."""
    logs.configure()
    _finish(service.serve(_settings()))


@app.command()
def connect(network: Annotated[str, typer.Argument(help="Which network: x")] = "x") -> None:
    """Sign the brand in, in your browser; its tokens are kept encrypted."""
    logs.configure("WARNING")
    _finish(_connect(network))


@app.command()
def doctor(as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False) -> None:
    """Prove each token, permission and channel, and say what to do next. Status 2: the settings are not usable."""
    logs.configure("ERROR")
    try:
        checks, status = asyncio.run(examination.examine(Settings.read())), None
    except MutualsError as error:
        if not as_json:
            raise _ended(error) from error
        checks, status = examination.unexamined(error), 2 if isinstance(error, SettingsError) else 1
    except Exception as error:
        if as_json:  # whoever reads it gets an object, too; the traceback follows on standard error
            _print_checks(examination.unexamined(error))
        raise
    if as_json:
        _print_checks(checks)
    else:
        examination.show(checks, Console(highlight=False, soft_wrap=True))
    raise typer.Exit(status if status is not None else int(not all(one.ok for one in checks)))


def _print_checks(checks: Sequence[Check]) -> None:
    found = {"ok": all(one.ok for one in checks), "checks": examination.plain(checks)}
    sys.stdout.write(logs.blank(json.dumps(found)) + "\n")


@db.command()
def upgrade() -> None:
    """Bring the database to the present shape (done by itself at each start)."""
    logs.configure("WARNING")
    _finish(ensure_current(_settings().core.database_url))
    say.print("The database is up to date.")


@db.command()
def backup(file: Annotated[Path, typer.Argument(help="A new file for the copy.")]) -> None:
    """Copy the whole database while Mutuals runs; the copy is checked before it gets its name."""
    logs.configure("WARNING")
    settings = _settings().core
    _sync(lambda: back_up(settings.database_url, file))
    say.print(
        f"Backed up to {file}. It holds no key: keep the key (MUTUALS_SECRET_KEY, or the .key file beside the "
        "SQLite database) in another place.",
        markup=False,
    )


@db.command()
def restore(file: Annotated[Path, typer.Argument(help="A file that `db backup` has made.")]) -> None:
    """Put a backup back while nothing runs; what the chats and the networks show by now is looked for at the next start."""
    logs.configure("WARNING")
    _finish(_restore(_settings().core, file))


@db.command()
def restored() -> None:
    """Tell Mutuals that its database was put back by other means, before it is started again."""
    logs.configure("WARNING")
    brands = _finish(_restored(_settings().core))
    say.print(f"{brands} brand(s) marked: Mutuals looks before it posts or sends anything.", markup=False)


async def _restored(core: CoreSettings) -> int:
    must_exist(core.database_url)
    return await restoring.mark(
        core.database_url,
        SystemClock().now(),
        _restoring(core, "By other means than mutuals db restore.", {}),
    )


def _restoring(core: CoreSettings, how: str, before: Mapping[str, LedgerHead]) -> restoring.Restore:
    return restoring.Restore(whoever(), how, before, place(core.database_url, core.ledger_anchor_file))


async def _restore(core: CoreSettings, file: Path) -> None:
    url = core.database_url
    if await restoring.others(url):
        raise MutualsError("Others use the database now. Stop every Mutuals first; nothing was changed.")
    kept, before = await restoring.secrets(url), await restoring.heads(url)
    aside = await asyncio.to_thread(put_back, url, file)
    restore = _restoring(core, f"From {file.name}.", before)
    brands = await restoring.mark(url, SystemClock().now(), restore, kept)
    if aside is not None:
        say.print(f"What was there before is kept as {aside}. Delete it when you are sure.", markup=False)
    say.print(
        f"Restored {brands} brand(s). The sign-in on {integrations.titles('and')} is "
        + (
            "the one from before."
            if kept
            else f"the backup's; if {integrations.titles('or')} refuses it, run: {integrations.connect_commands()}"
        ),
        markup=False,
    )


@app.command()
def classify(
    file: Annotated[Path, typer.Argument(help="A CSV file with the columns id and text.")],
    classes: Annotated[
        bool, typer.Option("--classes", help="A third column: complaint, question, praise and so on.")
    ] = False,
) -> None:
    """Judge the posts of a file: writes id,score (0 to 1; 0.5 is the alert line)."""
    from mutuals.cli.classify import classify_file

    _sync(lambda: classify_file(file, sys.stdout, classes=classes))


@app.command()
def backtest(
    file: Annotated[Path, typer.Argument(help="Recorded posts, one JSON object a line, in any order.")],
    brand: Annotated[
        str | None, typer.Option(help="The brand's handle, if the file does not name it.")
    ] = None,
    every_post: Annotated[
        bool, typer.Option("--every-post", help="Language off: every post that is not the brand's is a case.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="The summary as one JSON object instead of sentences.")
    ] = False,
) -> None:
    """Replay a recorded stream: what would we have been told, and when?"""
    from mutuals.backtest.run import command

    logs.configure("ERROR")
    _sync(lambda: command(file, brand=brand, every_post=every_post, as_json=as_json))


def _sync(work: Callable[[], object]) -> None:
    try:
        work()
    except MutualsError as error:
        raise _ended(error) from error


async def _connect(network: str) -> None:
    part = integrations.networks().get(network)
    if part is None:
        known = ", ".join(sorted(integrations.networks()))
        raise SettingsError([f"There is no network called {network!r}. Known: {known}."])
    account = await connecting.connect(_settings(), part, partial(show_page, part.title))
    say.print(f"Signed in as @{account.handle}. Start Mutuals with: mutuals run", markup=False)


def main() -> None:
    """The entry point. Commands of integrations are loaded only when asked for: they may be large."""
    asked = sys.argv[1] if len(sys.argv) > 1 else "--help"
    for entry in entry_points(group="mutuals.commands"):
        if asked in {entry.name, "--help"}:
            app.command(entry.name)(entry.load())
    try:
        app()
    except Exception as error:  # noqa: BLE001  # Python would show it too, with whatever secrets are in its words
        logs.crash(error)
        sys.exit(1)


if __name__ == "__main__":
    main()
