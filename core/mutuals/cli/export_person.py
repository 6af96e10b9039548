"""`mutuals export`: all that is kept about one person, for whoever asks what is known of them."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from mutuals.cli.ledger_export import Draft
from mutuals.cli.shared import finish, say, settings
from mutuals.domain.errors import MutualsError
from mutuals.service import brand_admin, logs, person_export
from mutuals.service.bootstrap import Installation
from mutuals.storage.database_url import must_exist


def command(
    person: Annotated[
        str, typer.Argument(help="Their handle, with or without @, or their id on the network.")
    ],
    file: Annotated[str, typer.Argument(help="The file to write, or - for standard output.")] = "-",
    brand: Annotated[
        str | None, typer.Option(help="The handle of one brand; all of them, if not given.")
    ] = None,
) -> None:
    """Write all that is kept about a person as JSON: profile, posts, score, notes, cases, alerts, messages, acts, ledger."""
    logs.configure("ERROR")
    said = finish(_export(person, file, brand))
    if said:
        say.print(said, markup=False)


async def _export(person: str, file: str, brand: str | None) -> str:
    """Gives what is to be said."""
    read = settings()
    must_exist(read.core.database_url)
    installation = await Installation.open(read)
    try:
        store = installation.store
        brands = [await brand_admin.find(installation, brand)] if brand else await store.brands()
        found = {one.id: await person_export.export(store, one, person) for one in brands}
    finally:
        await installation.store.close()
    kept = [one for one in found.values() if one is not None]
    if not kept:
        asked = f"@{brand.removeprefix('@')}" if brand else "any brand"
        raise MutualsError(
            f"Nothing is kept about {person} for {asked}. A handle is known only of people who were looked up: "
            "try the id, which stands in their posts."
        )
    text = person_export.written(kept)
    if file == "-":
        sys.stdout.write(text)
        return ""
    with Draft(Path(file)) as out:
        out.write(text)
    of = ", ".join(f"@{one['brand_handle']}" for one in kept)
    return f"What is kept about {person} for {of} is in {file}, readable only by you."
