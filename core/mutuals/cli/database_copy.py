"""`mutuals db copy`: move to another database, and prove that nothing was lost on the way."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from mutuals.cli.shared import ended, finish, say, settings
from mutuals.domain.errors import MutualsError, SettingsError
from mutuals.service import logs
from mutuals.service.bootstrap import Installation, Settings
from mutuals.service.settings import CoreSettings
from mutuals.storage.backup.transfer import Progress as Tell
from mutuals.storage.backup.transfer import Transfer, transfer
from mutuals.storage.database_url import VARIABLE, parse, sqlite_file
from mutuals.storage.ledger_anchor import VARIABLE as ANCHOR_VARIABLE
from mutuals.storage.ledger_anchor import AnchorFile, place
from mutuals.storage.ledger_anchor import replace as replace_anchor
from mutuals.storage.secrets.keyring import KEY_VARIABLE, key_file, open_box
from mutuals.storage.secrets.rotation import SealedSecrets, standing


def command(
    to: Annotated[
        str,
        typer.Option(
            help="The new database, as in MUTUALS_DATABASE_URL; - reads it from standard input, so that a password stands "
            "in no list of processes."
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Copy everything into another database while nothing runs, SQLite to PostgreSQL or back, and prove the copy."""
    logs.configure("WARNING")
    read = settings()
    core = read.core
    target = sys.stdin.read().strip() if to == "-" else to
    try:
        _target(target)
        anchor = place(core.database_url, core.ledger_anchor_file)
        with _progress() as tell:
            done = transfer(core.database_url, target, tell, AnchorFile(anchor).read() if anchor else None)
        _anchor(core, target, done)
    except MutualsError as error:
        raise ended(error) from error
    sealed = finish(_sealed(read, target))
    if as_json:
        sys.stdout.write(json.dumps(_plain(done, sealed)) + "\n")
    else:
        _show(done)
        for line in _next(core, target, done, sealed):
            say.print(line, markup=False)
    raise typer.Exit(1 if sealed.unopened else 0)


def _target(url: str) -> None:
    """Is it a usable URL? The sentence names what was typed, not a setting."""
    try:
        parse(url)
    except SettingsError as error:
        raise SettingsError([one.replace(VARIABLE, "--to") for one in error.mistakes]) from error


@contextmanager
def _progress() -> Iterator[Tell]:
    console = Console(stderr=True)
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        tasks: dict[str, Any] = {}

        def tell(table: str, done: int, total: int) -> None:
            if table not in tasks:
                tasks[table] = progress.add_task(table, total=total)
            progress.update(tasks[table], completed=done)

        yield tell


def _anchor(core: CoreSettings, target: str, done: Transfer) -> None:
    """A SQLite target has its anchor beside it, as every other SQLite database."""
    file = place(target, core.ledger_anchor_file)
    if file is not None:
        replace_anchor(AnchorFile(file), {one.chain: one.target for one in done.chains})


async def _sealed(read: Settings, target: str) -> SealedSecrets:
    """Does the present key open every secret in the copy?"""
    core = read.core
    store = await Installation.open_store(
        replace(read, core=core.model_copy(update={"database_url": target}))
    )
    try:
        return await standing(store, open_box(core.secret_key, core.database_url))
    finally:
        await store.close()


def _show(done: Transfer) -> None:
    console = Console(highlight=False)
    table = Table(box=None, pad_edge=False)
    for title in ("table", "source", "target", "every row the same"):
        table.add_column(title, justify="right" if title in {"source", "target"} else "left")
    for one in done.tables:
        table.add_row(one.table, str(one.source), str(one.target), "yes" if one.same else "no")
    console.print(table)
    chains = Table(box=None, pad_edge=False)
    for title in ("ledger of", "entries", "ends with (source)", "ends with (target)", "chain whole"):
        chains.add_column(title, overflow="fold")
    for chain in done.chains:
        ends = (chain.source.hash[:16], chain.target.hash[:16])
        chains.add_row(chain.chain, str(chain.target.entries), *ends, "yes" if chain.same else "no")
    if done.chains:
        console.print()
        console.print(chains)


def _next(core: CoreSettings, target: str, done: Transfer, sealed: SealedSecrets) -> Iterator[str]:
    """What was proven, and what to do now."""
    yield f"\nCopied {done.rows} rows; the source was not changed."
    if done.left:
        yield f"Not copied, since they are none of Mutuals': {', '.join(done.left)}."
    if sealed.unopened:
        yield f"No key that is set opens: {', '.join(sealed.unopened)}. Sign in again on the new database to replace it."
    else:
        count = sealed.latest + len(sealed.older)
        yield (
            f"The present key opens all {count} stored secret(s) in the copy."
            if count
            else "No secret is stored."
        )
    yield "\nNow, before Mutuals is started again:"
    yield f"- Set {VARIABLE} to the new database, everywhere."
    yield from _key(core, target)
    old, new = (place(url, core.ledger_anchor_file) for url in (core.database_url, target))
    if old is not None and new is None:
        yield f"- Keep the ledger's anchor: {ANCHOR_VARIABLE}={old}"
    yield "- Run mutuals doctor, then start Mutuals."
    yield "- Never start Mutuals on the old database again: both would watch and post. Delete it when you are sure."


def _key(core: CoreSettings, target: str) -> Iterator[str]:
    old, new = (sqlite_file(parse(url)) for url in (core.database_url, target))
    if core.secret_key is not None or old is None:
        yield f"- Keep {KEY_VARIABLE} as it is: the secrets are sealed with it."
    elif new is None:
        yield f"- Set {KEY_VARIABLE} to what the file {key_file(old)} holds: the secrets are sealed with it."
    else:
        yield f"- Copy {key_file(old)} to {key_file(new)}: the secrets are sealed with it."


def _plain(done: Transfer, sealed: SealedSecrets) -> dict[str, Any]:
    return {
        "ok": not sealed.unopened,
        "rows": done.rows,
        "tables": [asdict(one) for one in done.tables],
        "ledger": [
            {"chain": one.chain, "entries": one.target.entries, "head": one.target.hash, "same": one.same}
            for one in done.chains
        ],
        "secrets": {"opened": sealed.latest + len(sealed.older), "unopened": list(sealed.unopened)},
        "not_copied": list(done.left),
    }
