"""Rows by key, and a journal of what the open transaction has changed of them."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Key = TypeVar("Key")
Row = TypeVar("Row")


class Journal:
    """What was there before the open transaction, of all tables of a brand; while it is closed nobody may write."""

    __slots__ = ("before", "is_open", "tables")

    def __init__(self) -> None:
        self.before: list[tuple[Table[Any, Any], Any, Any]] = []  # table, key, and the row that was there
        self.is_open = False
        self.tables: list[Table[Any, Any]] = []  # in the order in which they were made

    def commit(self) -> None:
        """What was changed stays."""
        self.before.clear()
        self.is_open = False

    def undo(self) -> None:
        """Put everything back as it was."""
        for table, key, row in reversed(self.before.copy()):
            table.put(key, row)
        self.commit()


class Table(Generic[Key, Row]):
    """Rows by key. `on_change` is told what a row was and what it is, each None where there is none, to keep indexes;
    it is told of what is undone, too."""

    __slots__ = ("_journal", "_on_change", "rows")

    def __init__(
        self, journal: Journal, on_change: Callable[[Row | None, Row | None], None] | None = None
    ) -> None:
        self.rows: dict[Key, Row] = {}
        self._journal = journal
        self._on_change = on_change
        journal.tables.append(self)

    def put(self, key: Key, row: Row | None) -> None:
        """Keep a row, or forget it (None). Raises RuntimeError outside of a transaction."""
        if not self._journal.is_open:
            raise RuntimeError("what was opened to read can't be written to")
        old = self.rows.get(key)
        self._journal.before.append((self, key, old))
        if row is not None:
            self.rows[key] = row
        elif old is not None:
            del self.rows[key]
        if self._on_change is not None:
            self._on_change(old, row)

    def committed(self) -> dict[Key, Row]:
        """The rows as they were before the open transaction."""
        found = dict(self.rows)
        for table, key, row in reversed(self._journal.before):
            if table is self and row is not None:
                found[key] = row
            elif table is self:
                found.pop(key, None)
        return found
