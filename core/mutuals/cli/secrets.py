"""`mutuals secrets`: change the key that the stored secrets are sealed with."""

import json
import sys
from typing import Annotated

import typer

from mutuals.alerting.kill_switch import OF_ALL
from mutuals.cli.shared import finish, settings
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.service import logs
from mutuals.service.bootstrap import Installation, Settings
from mutuals.storage.database_url import must_exist
from mutuals.storage.secrets.keyring import KEY_VARIABLE, FileKeyRing, KeyRing
from mutuals.storage.secrets.rotation import Rotation
from mutuals.storage.secrets.rotation import rotate as seal_anew

app = typer.Typer(help="What is stored encrypted: each brand's sign-in on its network.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """One command so far; the callback keeps its name on the command line."""


@app.command()
def rotate(as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False) -> None:
    """Seal everything anew with the first key; safe while Mutuals runs. Status 1: something can't be opened."""
    logs.configure("ERROR")
    box, done = finish(_rotate(settings()))
    if as_json:
        sys.stdout.write(json.dumps(_plain(box, done)) + "\n")
    else:
        sys.stdout.write("\n".join(_sentences(box, done)) + "\n")
    raise typer.Exit(1 if done.standing.unopened else 0)


async def _rotate(read: Settings) -> tuple[KeyRing, Rotation]:
    must_exist(read.core.database_url)
    installation = await Installation.open(read)
    try:
        done = await seal_anew(installation.store, installation.box)
        async with installation.store.transaction(OF_ALL) as tx:
            said = (
                f"Sealed {done.resealed} secret(s) anew with another key."
                if done.resealed
                else "Nothing to seal anew."
            )
            await tx.ledger.record(Decision(EntryKind.SETTING, installation.by, "secrets rotate", said))
        return installation.box, done
    finally:
        await installation.store.close()


def _plain(box: KeyRing, done: Rotation) -> dict[str, object]:
    unopened = list(done.standing.unopened)
    older = len(box.keys()) - 1
    return {"ok": not unopened, "resealed": done.resealed, "sealed_with_present_key": done.standing.latest,
            "unopened": unopened, "older_keys": older}  # fmt: skip


def _sentences(box: KeyRing, done: Rotation) -> list[str]:
    latest, unopened = done.standing.latest, done.standing.unopened
    lines = [f"Sealed anew: {done.resealed}. Sealed with the present key now: {latest}."]
    if unopened:
        lines.append(f"No key that is set opens: {', '.join(unopened)}. Sign in again to replace it.")
    if isinstance(box, FileKeyRing):
        return [
            *lines,
            "The key file holds a new key and no older one. Copy it to where your backup of it lies.",
        ]
    if len(box.keys()) > 1:
        return [*lines, f"Now take the older keys out of {KEY_VARIABLE}, everywhere, and restart Mutuals."]
    if not done.resealed:
        lines.append(
            f"{KEY_VARIABLE} holds one key only. To change it, put a new one and a comma in front of it, everywhere, "
            "restart Mutuals, and run this again."
        )
    return lines
