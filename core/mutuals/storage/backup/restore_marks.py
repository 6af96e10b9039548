"""What is to be done with a database that was put back: the mark, and what the old one knew better."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import literal, select, text, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.alerting import restore_guard
from mutuals.domain.errors import MutualsError
from mutuals.domain.ids import alert_subject, bundle_subject
from mutuals.domain.ledger import INSTALLATION, Decision, EntryKind, LedgerHead
from mutuals.domain.model import Actor, ActState
from mutuals.storage.database_url import open_engine, parse, sqlite_file
from mutuals.storage.error_translation import sorted_error
from mutuals.storage.ledger_anchor import AnchorFile
from mutuals.storage.ledger_anchor import replace as replace_anchor
from mutuals.storage.repositories import ledger
from mutuals.storage.repositories.actions import SqlActionRepository
from mutuals.storage.repositories.mappers import action_of
from mutuals.storage.schema.columns import to_micros
from mutuals.storage.schema.hand_off_table import HANDING_OFF, hand_off
from mutuals.storage.schema.migrate import ensure_current
from mutuals.storage.schema.tables import UNSETTLED, action, alert, brand, bundle, delivery, secret
from mutuals.storage.scope import Scope, upsert
from mutuals.storage.unit_of_work import SqlUnitOfWork

LAST = 6  # priority of redrawing what was there before: after everything new


async def secrets(url: str) -> list[dict[str, Any]]:
    """The sealed secrets of the database as it is; none where it can't be read.

    X voids a sign-in's tokens with each renewal, so those of the backup are most likely dead.
    """
    file = sqlite_file(parse(url))
    if file is not None and not file.exists():
        return []
    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            rows = (await connection.execute(select(secret))).mappings().all()
            return [dict(row) for row in rows]
    except (SQLAlchemyError, OSError):
        return []
    finally:
        await engine.dispose()


async def heads(url: str) -> dict[str, LedgerHead]:
    """Where each chain of the ledger ends in the database as it is; none where it can't be read."""
    file = sqlite_file(parse(url))
    if file is not None and not file.exists():
        return {}
    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            return {one: await ledger.head(connection, one) for one in await ledger.brands(connection)}
    except (SQLAlchemyError, OSError):
        return {}
    finally:
        await engine.dispose()


async def others(url: str) -> int:
    """How many other sessions use this PostgreSQL database; 0 for SQLite, which is asked otherwise.

    Raises MutualsError when it can't be asked.
    """
    if sqlite_file(parse(url)) is not None:
        return 0
    engine = open_engine(url)
    query = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
        "AND backend_type = 'client backend'"  # the server's own workers come and go by themselves
    )
    try:
        async with engine.connect() as connection:
            return int((await connection.execute(query)).scalar_one())
    except (SQLAlchemyError, OSError) as error:
        raise sorted_error(error, engine.url) from error
    finally:
        await engine.dispose()


@dataclass(frozen=True, slots=True)
class Restore:
    """Who put a backup back, how (in a word or two), where each chain of the ledger was before, and the anchor's file."""

    by: Actor
    how: str
    before: Mapping[str, LedgerHead]
    anchor: Path | None = None


async def mark(url: str, now: datetime, restore: Restore, kept: Sequence[dict[str, Any]] = ()) -> int:
    """Mark every brand of a database that was put back, and keep these secrets; gives the number of brands.

    Brings the database to the present shape first. Each chain of the ledger gets an entry, and the anchor goes back
    with it. Raises MutualsError.
    """
    await ensure_current(url)
    file = None if restore.anchor is None else AnchorFile(restore.anchor)
    before = {**restore.before, **_further(file, restore.before)}
    engine = open_engine(url)
    try:
        async with engine.begin() as connection:
            ids = (await connection.execute(select(brand.c.id))).scalars().all()
            for brand_id in ids:
                await _mark(Scope(connection, brand_id, lambda: to_micros(now)), now)
            now_at = {}
            for chain in sorted({*before, *await ledger.brands(connection)}):
                now_at[chain] = await _say(connection, chain, now, restore, before.get(chain))
            await upsert(connection, secret, [dict(row) for row in kept])
    except (SQLAlchemyError, OSError) as error:
        raise sorted_error(error, engine.url) from error
    finally:
        await engine.dispose()
    if file is not None:
        replace_anchor(file, now_at)
    return len(ids)


def _further(file: AnchorFile | None, known: Mapping[str, LedgerHead]) -> dict[str, LedgerHead]:
    """What the anchor says of chains of which the database knew less, or nothing."""
    try:
        anchored = {} if file is None else file.read()
    except MutualsError:
        return {}
    return {
        name: one for name, one in anchored.items() if name not in known or one.entries > known[name].entries
    }


async def _say(
    connection: AsyncConnection, chain: str, now: datetime, restore: Restore, before: LedgerHead | None
) -> LedgerHead:
    """The entry that says that a backup was put back; gives where the chain ends with it."""
    said = restore.how
    if before is not None and before.entries:
        said += f" Before it the ledger had {before.entries} entries, the last one {before.hash}."
    scope = Scope(connection, "" if chain == INSTALLATION else chain, lambda: to_micros(now))
    await ledger.record_decision(scope, Decision(EntryKind.RESTORED, restore.by, "restore", said))
    return await ledger.head(connection, chain)


async def _mark(scope: Scope, now: datetime) -> None:
    await restore_guard.put(SqlUnitOfWork(scope), now)
    # An act that was about to begin may have been carried out after the backup: it is looked for first.
    begun = select(action).where(action.c.brand_id == scope.brand_id, action.c.state == ActState.INTENT)
    for one in [action_of(row) for row in await scope.all(begun)]:
        calling = replace(one, state=ActState.CALLING)
        await SqlActionRepository(scope).put(calling, was=one.state, was_attempt=one.attempt)
    # A case that was about to be handed off may have gone out after the backup: what goes out now says so.
    waits = update(hand_off).where(hand_off.c.brand_id == scope.brand_id, HANDING_OFF)
    await scope.changed(waits.values(attempt=hand_off.c.attempt + 1))
    # What is open is drawn anew: the chats may show a later state that nobody remembers now.
    for prefix, table in ((alert_subject(""), alert), (bundle_subject(""), bundle)):
        subjects = select(literal(prefix) + table.c.id).where(table.c.brand_id == scope.brand_id, UNSETTLED)
        shown = update(delivery).where(
            delivery.c.brand_id == scope.brand_id,
            delivery.c.ref.is_not(None),
            delivery.c.subject.in_(subjects),
        )
        await scope.changed(shown.values(shown=0, priority=LAST))
