"""`mutuals ledger`: prove that the ledger of outward acts is whole, and export it."""

import json
import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from mutuals.cli import ledger_export
from mutuals.cli import ledger_proof as proof
from mutuals.cli.shared import finish, say, settings
from mutuals.domain.errors import MutualsError
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.service import logs
from mutuals.service.bootstrap import Installation, Settings, whoever

app = typer.Typer(
    help="The ledger: everything that was done and decided, by whom, in a chain that shows any change.",
    no_args_is_help=True,
)
BRAND = Annotated[str | None, typer.Option(help="The handle of one brand; all of them, if not given.")]


@app.command()
def verify(
    brand: BRAND = None,
    head: Annotated[
        str | None,
        typer.Option(
            help="A head you wrote down earlier, or a digest's last line: it must still be in the chain."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Walk along the chain and compare it with its anchor and the acts; status 1 when anything was changed, taken out,
    put in, cut off or written anew."""
    logs.configure("ERROR")
    chains = finish(_examine(settings(), brand, head))
    ok = all(one.ok for one in chains)
    if as_json:
        sys.stdout.write(json.dumps({"ok": ok, "brands": [proof.plain(one) for one in chains]}) + "\n")
    else:
        lines = [line for one in chains for line in proof.sentences(one)]
        sys.stdout.write("\n".join(lines or ["No brand is watched yet, so there is no ledger."]) + "\n")
    raise typer.Exit(0 if ok else 1)


@app.command()
def accept(
    why: Annotated[str, typer.Option(help="What happened; it stands in the ledger.")],
    brand: BRAND = None,
) -> None:
    """Take a ledger that is shorter or another than its anchor says as it is, e.g. after a backup was put back by other
    means; an entry says who did that and why."""
    logs.configure("ERROR")
    for line in finish(_accept(settings(), brand, " ".join(why.split()))):
        say.print(line, markup=False)


@app.command()
def export(
    file: Annotated[str, typer.Argument(help="The CSV file to write, or - for standard output.")],
    brand: BRAND = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Leave out what was before this UTC day.")
    ] = None,
) -> None:
    """Write the ledger as CSV; any cell that a spreadsheet would take for a formula gets an apostrophe in front."""
    logs.configure("ERROR")
    day = since.replace(tzinfo=UTC) if since else None
    count = finish(_export(settings(), file, brand, day))
    say.print(f"{count} entries written to {'standard output' if file == '-' else file}.", markup=False)


async def _examine(read: Settings, brand: str | None, head: str | None) -> list[proof.Chain]:
    store = await Installation.open_store(read)
    try:
        return await proof.examine(store, brand, head)
    finally:
        await store.close()


async def _accept(read: Settings, brand: str | None, why: str) -> list[str]:
    if not why:
        raise MutualsError("Say what happened, with --why. It stands in the ledger.")
    store = await Installation.open_store(read)
    try:
        chains = await proof.examine(store, brand, None)
        stay = [one for one in chains if not one.ok and not one.acceptable]
        taken = [one for one in chains if one.acceptable]
        for one in taken:
            said = proof.accepted(one, why)
            await store.accept_ledger(one.brand_id, Decision(EntryKind.ACCEPTED, whoever(), "accept", said))
    finally:
        await store.close()
    if stay:
        names = ", ".join(one.handle for one in stay)
        raise MutualsError(
            f"In the ledger of {names} an entry was changed, taken out or put in. That can't be accepted: nobody but "
            "an attacker has a reason for it. See: mutuals ledger verify"
        )
    lines = [f"{one.handle}: accepted as it is; an entry says so." for one in taken]
    return lines or ["Nothing to accept: every ledger is whole, agrees with its anchor and with the acts."]


async def _export(read: Settings, file: str, brand: str | None, since: datetime | None) -> int:
    store = await Installation.open_store(read)
    columns = (TextColumn("Exporting"), BarColumn(), MofNCompleteColumn())
    try:
        brands = list(await proof.chosen(store, brand))
        total = sum([await store.ledger_count(one, since) for one in brands])
        with (
            nullcontext(sys.stdout) if file == "-" else ledger_export.Draft(Path(file)) as out,
            Progress(*columns, console=say, transient=True, disable=not say.is_terminal) as progress,
        ):
            task = progress.add_task("", total=total)
            return await ledger_export.write(store, brands, out, since, lambda: progress.advance(task))
    finally:
        await store.close()
