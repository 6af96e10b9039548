"""`mutuals status`: which version this is, and whether it and the database fit. It changes nothing."""

import json
import platform
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Annotated, Any

import typer

from mutuals.alerting.restore_guard import LOOKED_AT
from mutuals.cli.shared import finish, settings
from mutuals.service import integrations, logs
from mutuals.service.bootstrap import Installation, Settings
from mutuals.storage.database_url import VARIABLE, parse, sqlite_file
from mutuals.storage.process_lock import SUFFIX as LOCK_SUFFIX
from mutuals.storage.process_lock import is_held
from mutuals.storage.schema.revision import HEAD, REVISIONS, revision_of

MEANS = {
    "present": "It is the one that this version needs.",
    "none": "There is none yet. The first start makes it.",
    "older": "An older version wrote it. The next start brings it to {head} in one transaction. Before that, make a backup: "
    "mutuals db backup FILE",
    "newer": "A newer version of Mutuals wrote it; this one knows {head} at most and does not start on it. Install the newer "
    "version again, or put back a backup from before the update: mutuals db restore FILE",
}


def command(as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False) -> None:
    """Say which version this is, and whether the database is newer or older. Changes nothing. Status 1: newer."""
    logs.configure("ERROR")
    found = finish(_found(settings()))
    sys.stdout.write(json.dumps(found) + "\n" if as_json else "\n".join(_sentences(found)) + "\n")
    raise typer.Exit(1 if found["database"]["state"] == "newer" else 0)


async def _found(read: Settings) -> dict[str, Any]:
    url = read.core.database_url
    place, file = parse(url), sqlite_file(parse(url))
    missing = file is not None and not file.exists()  # to open a SQLite database makes it
    shape = None if missing else await revision_of(url)
    state = _state(shape)
    return {
        "version": version("mutuals"),
        "python": platform.python_version(),
        "database": {
            "kind": "SQLite" if file is not None else "PostgreSQL",
            "place": str(file.absolute())
            if file is not None
            else f"{place.host or place.query.get('host')}/{place.database}",
            "shape": shape,
            "known": HEAD,
            "state": state,
            "means": MEANS[state].format(head=HEAD),
        },
        # Others on a PostgreSQL may be on any machine, so that nobody here knows.
        "runs": is_held(file.with_name(file.name + LOCK_SUFFIX)) if file is not None else None,
        "brands": await _brands(read) if state == "present" else [],
    }


def _state(shape: str | None) -> str:
    if shape is None:
        return "none"
    return "present" if shape == HEAD else "older" if shape in REVISIONS else "newer"


async def _brands(read: Settings) -> list[dict[str, Any]]:
    """Who is watched, and when they were looked at last."""
    store = await Installation.open_store(read)
    found, networks = [], integrations.networks()
    try:
        for brand in await store.brands():
            async with store.reading(brand.id) as tx:
                looked = await tx.key_values.get(LOOKED_AT)
            title = networks[brand.network].title if brand.network in networks else brand.network
            row = {
                "handle": brand.account.handle,
                "network": title,
                "paused": brand.paused,
                "looked_at": looked,
            }
            found.append(row)
    finally:
        await store.close()
    return found


def _sentences(found: Mapping[str, Any]) -> Iterator[str]:
    database = found["database"]
    yield f"Mutuals {found['version']} on Python {found['python']}"
    yield f"Database: {database['kind']}, {database['place']} ({VARIABLE})"
    yield f"Its shape: {database['shape'] or 'none'}. {database['means']}"
    if found["runs"] is not None:
        yield "A Mutuals runs on it now." if found["runs"] else "No Mutuals runs on it now."
    for brand in found["brands"]:
        looked = (brand["looked_at"] or "never")[:16].replace("T", " ")
        state = "paused" if brand["paused"] else "watched"
        yield f"@{brand['handle']} on {brand['network']}: {state}, last look (UTC): {looked}"
    if database["state"] == "present" and not found["brands"]:
        yield "No brand is watched yet."
