"""Group commit for SQLite, which has one writer: transactions that wait for one another share one commit.

A commit waits for the disk, 4 ms and more, and half of what a click needs is that. So whoever has written stands in
line again to commit; all who were waiting meanwhile write first, each behind a savepoint of its own, and the one commit
is theirs, too. Nobody goes on before their own changes are on the disk, and who fails undoes nobody else's.
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncTransaction

from mutuals.storage.turns import Turns

MOST = 32  # transactions in a commit: the first of them waits for the others


@dataclass(slots=True, eq=False)
class _Group:
    """One transaction of the database, and how it ended."""

    connection: AsyncConnection
    transaction: AsyncTransaction
    members: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)
    error: BaseException | None = None


class GroupCommit:
    """Gives write transactions, one after another; each is stored when its block has been left."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._turns = Turns()
        self._open: _Group | None = None
        self._commits: set[asyncio.Task[None]] = set()

    async def finished(self) -> None:
        """Wait for what was over before it was stored."""
        await asyncio.gather(*self._commits, return_exceptions=True)

    @asynccontextmanager
    async def transaction(
        self, *, urgent: bool = False, lasting: bool = True
    ) -> AsyncIterator[AsyncConnection]:
        """A connection to write with. What is raised in the block undoes what was written in it; leaving it raises
        what the commit has raised. `urgent`: before all who wait, and stored at once. `lasting`=False: for what others
        must see and a crash may forget; before all, too, and it is over before it is stored."""
        async with self._turns.taken(urgent=urgent or not lasting):
            if self._open is not None and self._open.members >= MOST:
                await _finish(self._commit(self._open))
            group, is_first = self._open, False
            if group is None:
                group, is_first = await self._begin(), True
            writing = self._first(group) if is_first else self._joined(group)
            async with writing:
                yield group.connection
            group.members += 1
            self._open = group
            if urgent:
                await _finish(self._commit(group))
        if is_first:
            commit = asyncio.create_task(self._commit_in_turn(group))
            self._commits.add(commit)  # the loop itself holds tasks weakly
            commit.add_done_callback(self._commits.discard)
        if lasting:
            await group.over.wait()
            if group.error is not None:
                raise group.error

    async def _begin(self) -> _Group:
        connection = await self._engine.connect()
        try:
            return _Group(connection, await connection.begin())
        except BaseException:
            await _finish(connection.close())
            raise

    @asynccontextmanager
    async def _first(self, group: _Group) -> AsyncIterator[None]:
        try:
            yield
        except BaseException:
            await _finish(group.connection.close())  # which rolls back
            raise

    @asynccontextmanager
    async def _joined(self, group: _Group) -> AsyncIterator[None]:
        savepoint = await group.connection.begin_nested()
        try:
            yield
            await savepoint.commit()
        except BaseException as error:
            await _finish(self._undo(group, savepoint, error))
            raise

    async def _undo(self, group: _Group, savepoint: AsyncTransaction, error: BaseException) -> None:
        try:
            await savepoint.rollback()
        except SQLAlchemyError:
            # The database has rolled back everything, as it does for a full disk: it is lost for all of the group.
            await self._end(group, error)

    async def _commit_in_turn(self, group: _Group) -> None:
        async with self._turns.taken():
            await self._commit(group)

    async def _commit(self, group: _Group) -> None:
        if group.over.is_set():
            return
        error: BaseException | None = None
        try:
            await group.transaction.commit()
        except Exception as raised:  # noqa: BLE001 - raised by each member
            error = raised
        await self._end(group, error)

    async def _end(self, group: _Group, error: BaseException | None) -> None:
        if self._open is group:
            self._open = None
        group.error = error
        try:
            if error is not None:
                await group.connection.invalidate()  # nobody knows what the database has kept open of it
            await group.connection.close()
        finally:
            group.over.set()


async def _finish(work: Coroutine[Any, Any, None]) -> None:
    """Let it come to its end, also where whoever waits for it is cancelled."""
    await asyncio.shield(asyncio.ensure_future(work))
