"""`mutuals leave`: void the sign-ins, delete everything that is kept, and write a receipt."""

import json
import os
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from mutuals.cli.shared import finish, say, settings
from mutuals.domain.errors import MutualsError
from mutuals.service import integrations, leaving, logs
from mutuals.service.bootstrap import Installation, Settings, SystemClock, whoever
from mutuals.storage.backup import restore_marks
from mutuals.storage.database_url import must_exist, parse, sqlite_file
from mutuals.storage.process_lock import SUFFIX as LOCK_SUFFIX
from mutuals.storage.process_lock import is_held
from mutuals.storage.purge import Holdings, holdings, purge

WORD = "delete"  # what somebody types who means it
LEFT = (
    "What only you can do now (docs/leaving.md has the places): delete the app in the consoles of your chats and of "
    "{networks}, delete your backups and the file with the settings, and uninstall Mutuals. The messages in your "
    "channels and what was posted on {networks} stay until you delete them there."
)


def command(
    receipt: Annotated[Path, typer.Argument(help="A new file for the receipt.")],
    without_signing_out: Annotated[
        bool,
        typer.Option(
            "--without-signing-out", help="Delete also when a network can't take its sign-in back now."
        ),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing.")] = False,
) -> None:
    """Leave Mutuals: take every sign-in back at its network, delete all that is kept, and write a receipt."""
    logs.configure("ERROR")
    finish(_leave(settings(), receipt, by_force=without_signing_out, asked=yes))


async def _leave(read: Settings, file: Path, *, by_force: bool, asked: bool) -> None:
    core = read.core
    must_exist(core.database_url)
    await _nobody_uses(core.database_url)
    held = await _held(read)
    _tell(held, read)
    if not asked and typer.prompt(f"Type {WORD} to go on", default="", show_default=False, err=True) != WORD:
        raise MutualsError("Nothing was deleted.")
    descriptor = _new(file)  # before anything is gone
    ended = await _signed_out(read)
    open_still = [one for one in ended if not one.void]
    for one in ended:
        say.print(f"@{one.sign_in.handle} on {one.sign_in.network}: {one.said}", markup=False)
    if open_still and not by_force:
        _abandon(descriptor, file)
        raise MutualsError(
            "Nothing was deleted: not every sign-in is void. Try again later; or take it back on the network's own page, and "
            "run the command with --without-signing-out."
        )
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        deleted = await purge(core.database_url, core.ledger_anchor_file)
        by, place = whoever().name, _place(core.database_url)
        done = leaving.Receipt(SystemClock().now(), by, version("mutuals"), place, held, ended, deleted)
        out.write(json.dumps(done.plain(), indent=1) + "\n")
    say.print(f"Deleted: {', '.join(deleted)}. The receipt is {file}.", markup=False)
    say.print(LEFT.format(networks=integrations.titles("and")), markup=False)


def _new(file: Path) -> int:
    try:
        return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        said = f"{file} exists already. Name a new file for the receipt. Nothing was deleted."
        raise MutualsError(said) from error
    except OSError as error:
        raise MutualsError(f"{file} can't be written: {error.strerror}. Nothing was deleted.") from error


def _abandon(descriptor: int, file: Path) -> None:
    os.close(descriptor)
    file.unlink()


async def _nobody_uses(url: str) -> None:
    file = sqlite_file(parse(url))
    runs = is_held(file.with_name(file.name + LOCK_SUFFIX)) if file else await restore_marks.others(url)
    if runs:
        raise MutualsError("A Mutuals uses the database now. Stop it everywhere first. Nothing was deleted.")


async def _held(read: Settings) -> Holdings:
    """Opened once before, so that what is counted has the present shape."""
    store = await Installation.open_store(read)
    await store.close()
    return await holdings(read.core.database_url)


def _tell(held: Holdings, read: Settings) -> None:
    rows, entries = sum(held.rows.values()), sum(one.entries for one in held.chains.values())
    say.print(
        f"This deletes all that Mutuals keeps in {_place(read.core.database_url)}: {rows} rows, among them the ledger with "
        f"{entries} entries, and the key of the secrets. To keep the ledger, stop here and run: mutuals ledger export",
        markup=False,
    )


async def _signed_out(read: Settings) -> Sequence[leaving.Ended]:
    installation = await Installation.open(read)
    try:
        return await leaving.end_all(installation)
    finally:
        await installation.store.close()


def _place(url: str) -> str:
    parsed, file = parse(url), sqlite_file(parse(url))
    return str(file.absolute()) if file else f"{parsed.host or parsed.query.get('host')}/{parsed.database}"
