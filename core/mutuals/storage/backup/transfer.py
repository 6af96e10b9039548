"""All of a database into another one, SQLite or PostgreSQL: in batches, in one transaction, and proven before it ends.

Whatever happens before the end, a kill too, the target holds nothing and the source is as it was.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, TypeDecorator, func, inspect, select

from mutuals.domain.errors import MutualsError
from mutuals.domain.ledger import LedgerHead
from mutuals.domain.ledger_verification import ChainVerifier
from mutuals.storage.backup.copy import settle
from mutuals.storage.backup.transfer_ends import apart, reading, writing
from mutuals.storage.database_url import must_exist, parse, sqlite_file
from mutuals.storage.repositories.ledger import entry_of
from mutuals.storage.schema import creation
from mutuals.storage.schema.tables import ledger, metadata

AT_ONCE = 2000  # rows of one batch: some megabytes at most, and no gain beyond
Progress = Callable[[str, int, int], None]  # the table, the rows that are done, the rows there are


@dataclass(frozen=True, slots=True)
class TableProof:
    """One table: its rows in the source and in the target, and whether each of them is the same to the last byte."""

    table: str
    source: int
    target: int
    same: bool


@dataclass(frozen=True, slots=True)
class ChainProof:
    """One chain of the ledger: where it ends in the source, and where a walk along it ended in the target."""

    chain: str
    source: LedgerHead
    target: LedgerHead
    broken: str | None = None  # why the walk did not hold

    @property
    def same(self) -> bool:
        """Does it hold, and end where the source's ends?"""
        return self.broken is None and self.source == self.target


@dataclass(frozen=True, slots=True)
class Transfer:
    """What was copied, and the proof of it. `left` are tables of the source that are none of Mutuals'."""

    tables: tuple[TableProof, ...]
    chains: tuple[ChainProof, ...]
    left: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows there are in the target."""
        return sum(one.target for one in self.tables)


def transfer(
    source_url: str, target_url: str, tell: Progress, anchors: Mapping[str, LedgerHead] | None = None
) -> Transfer:
    """Copy every table of one database into another that holds nothing yet. `anchors`: where the ledger's anchor says that
    each chain of the source was.

    Raises SettingsError for an unusable URL, and TryAgain or MutualsError with what is in the way: a source that is in use,
    of another shape or with a broken ledger, a target that holds anything, a proof that fails. Then nothing was changed.
    """
    must_exist(source_url)
    target_file = sqlite_file(parse(target_url))
    apart(source_url, target_url)
    with reading(source_url) as source:
        if target_file is None:
            with writing(target_url) as target:
                return _whole(source, target, tell, anchors or {})
        return _into_file(source, target_file, tell, anchors or {})


def _into_file(source: Connection, file: Path, tell: Progress, anchors: Mapping[str, LedgerHead]) -> Transfer:
    """Beside its place first: half a database never looks like one."""
    if file.exists() and file.stat().st_size:
        raise MutualsError(f"{file} exists already, and a copy never replaces anything. Name a new file.")
    part = file.with_name(file.name + ".part")
    _remove(part)
    try:
        with writing(f"sqlite:///{part}") as target:
            done = _whole(source, target, tell, anchors)
        settle(part, file)
    except OSError as error:
        raise MutualsError(f"{file} can't be written: {error.strerror}. Nothing was copied.") from error
    finally:
        _remove(part)
    return done


def _remove(part: Path) -> None:
    for name in ("", "-wal", "-shm"):
        part.with_name(part.name + name).unlink(missing_ok=True)


def _whole(
    source: Connection, target: Connection, tell: Progress, anchors: Mapping[str, LedgerHead]
) -> Transfer:
    heads = _chains(source, anchors)
    broken = [one for one in heads if one.broken]
    if broken:
        raise MutualsError(
            f"The source's ledger is not whole: {broken[0].broken} Find out with: mutuals ledger verify. Nothing was copied."
        )
    if not creation.create(target):
        raise MutualsError(
            "The target is not empty: it holds tables. Name a new database. Nothing was changed."
        )
    plain = [_plain(one) for one in metadata.sorted_tables]
    proofs = tuple(_copied(source, target, one, tell) for one in plain)
    walked = {one.chain: one for one in _chains(target, anchors)}
    nothing = ChainProof("", LedgerHead(0, ""), LedgerHead(0, ""), "It is missing.")
    chains = tuple(
        ChainProof(
            one.chain,
            one.target,
            walked.get(one.chain, nothing).target,
            walked.get(one.chain, nothing).broken,
        )
        for one in heads
    )
    wrong = [one.table for one in proofs if not one.same or one.source != one.target]
    wrong += [f"the ledger of {one.chain}" for one in chains if not one.same]
    if wrong:
        raise MutualsError(
            f"The copy is not the same as the source ({', '.join(wrong)}), so it was not kept."
        )
    known = {*metadata.tables, "alembic_version"}
    left = tuple(sorted(set(inspect(source).get_table_names()) - known))
    return Transfer(proofs, chains, left)


def _plain(table: Table) -> Table:
    """The same table without any of our conversions: what is stored is copied as it is."""
    return Table(
        table.name, MetaData(), *(Column(one.name, _stored(one), primary_key=one.primary_key) for one in table.columns)
    )  # fmt: skip


def _stored(column: Column[Any]) -> Any:
    return column.type.impl if isinstance(column.type, TypeDecorator) else column.type


def _copied(source: Connection, target: Connection, table: Table, tell: Progress) -> TableProof:
    total = int(source.execute(select(func.count()).select_from(table)).scalar_one())
    done, mark = 0, hashlib.sha256()
    tell(table.name, 0, total)
    for rows in _batches(source, table):
        target.execute(table.insert(), [dict(zip(table.columns.keys(), one, strict=True)) for one in rows])
        _mark(mark, rows)
        done += len(rows)
        tell(table.name, done, total)
    arrived, again = 0, hashlib.sha256()
    for rows in _batches(target, table):
        arrived += len(rows)
        _mark(again, rows)
    return TableProof(table.name, done, arrived, mark.digest() == again.digest())


def _batches(connection: Connection, table: Table) -> Iterator[Sequence[tuple[Any, ...]]]:
    """All rows by their key, read as they are asked for. Both databases order texts by code point."""
    query = select(table).order_by(*(_by_code_point(one, connection) for one in table.primary_key))
    result = connection.execute(query, execution_options={"yield_per": AT_ONCE})
    for rows in result.partitions(AT_ONCE):
        yield [tuple(one) for one in rows]


def _by_code_point(column: Column[Any], connection: Connection) -> Any:
    words = connection.dialect.name == "postgresql" and column.type.python_type is str
    return column.collate("C") if words else column


def _mark(mark: Any, rows: Sequence[tuple[Any, ...]]) -> None:
    for row in rows:
        mark.update(repr(tuple(bytes(one) if isinstance(one, memoryview) else one for one in row)).encode())


def _chains(connection: Connection, anchors: Mapping[str, LedgerHead]) -> list[ChainProof]:
    """Walk along each chain of the ledger, past where its anchor is."""
    walks = {chain: ChainVerifier(anchor=at) for chain, at in anchors.items()}
    query = select(ledger).order_by(ledger.c.brand_id, ledger.c.number)
    for row in connection.execute(query, execution_options={"yield_per": AT_ONCE}).mappings():
        walks.setdefault(row["brand_id"], ChainVerifier()).step(entry_of(row))
    found = []
    for chain, walk in walks.items():
        walk.end()
        head = LedgerHead(walk.entries, walk.head)
        found.append(ChainProof(chain, head, head, walk.broken.sentence if walk.broken else None))
    return found
