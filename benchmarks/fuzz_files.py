"""The files' and the shell's side of the fuzz: settings, a brand's own, recordings, CSV files, tokens, the ledger's cells.

Here a sentence of ours (MutualsError), or the exit status of a command, is how a bad input has to end.
"""

import asyncio
import csv
import io
import json
import os
import tempfile
from collections.abc import Awaitable
from contextlib import redirect_stderr
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typer
from fuzz_values import ODD, Strategy, as_json, bodies, odd, texts, wrong
from fuzz_x import GRANT, PAGE, POST
from hypothesis import strategies as st
from rich.console import Console

from mutuals.backtest.recording import load
from mutuals.backtest.run import backtest
from mutuals.cli.brand import _by_tokens
from mutuals.cli.classify import classify_file
from mutuals.cli.ledger_export import cells
from mutuals.domain.errors import MutualsError
from mutuals.domain.language import read
from mutuals.domain.ledger import EntryKind, LedgerEntry
from mutuals.domain.model import Account, Brand
from mutuals.domain.policy import Policy
from mutuals.ports.settings import FILE_VARIABLE, variable
from mutuals.service import brand_admin
from mutuals.service.bootstrap import Installation, Settings, known_sections
from mutuals.service.integrations import networks
from mutuals.storage import database_url as engine_url

FOLDER = tempfile.TemporaryDirectory()
FILE = Path(FOLDER.name) / "input"
NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
VALUES = (
    "mon-fri 09:00-18:00, sat 10:00-14:00", "mon 00:00-24:00", "Europe/Berlin", "DE-BY", "US", "09:00", "off", "half",
    '{"rivalco": "a competitor"}', '["acmehelp"]', "acmehelp, acme_de", "127.0.0.1:8080", "loyal", "0.5", "30", "true",
    "sqlite:////nowhere/m.db", "postgresql://u:p@127.0.0.1/m", "https://api.x.com", '{"X-Key": "v"}', "#care", "1234",
)  # fmt: skip
NAMES = [variable(section, name) for section in known_sections() for name in section.model_fields]
SHORT = {
    "id": "1", "at": "2026-11-26T08:00:00Z", "author": "ana", "text": "@acme it is broken", "in_reply_to": "0",
    "conversation": "1", "brand": "acme", "is_brand": False, "lang": "en",
}  # fmt: skip
CELLS = [
    "id",
    "text",
    "lang",
    "1",
    "@acme it is broken",
    ",",
    '"',
    "\n",
    "\r\n",
    "\x00",
    "\ufeff",
    "2,hello",
    ";",
    "\t",
]


def _written(raw: bytes) -> Path:
    FILE.write_bytes(raw)
    return FILE


def settings_own(own: dict[str, str]) -> None:
    """Variables with any values, as far as settings, policy and channels."""
    read_settings = Settings.read(own)
    read_settings.policy()
    read_settings.channels()


def settings_file(text: str) -> None:
    """A `mutuals.toml` with anything in it."""
    os.environ[FILE_VARIABLE] = str(_written(text.encode(errors="surrogatepass")))
    try:
        Settings.read().policy()
    finally:
        del os.environ[FILE_VARIABLE]


def database_url(text: str) -> None:
    """The address of the database, up to where it would be opened."""
    engine_url.sqlite_file(engine_url.parse(text))


def recording(lines: list[Any]) -> None:
    """A backtest from the file to the printed lines."""
    raw = b"\n".join(one if isinstance(one, bytes) else as_json(one) for one in lines)
    found = load(_written(raw), "acme")
    rows, summary = asyncio.run(
        backtest(found, Console(file=io.StringIO()), every_post=False, policy=Policy())
    )
    json.dumps([rows, summary.plain()]).encode()
    summary.sentences()


def recorded_line(raw: bytes) -> None:
    """One line of a recording, read only."""
    load(_written(raw), "acme")


def classified(raw: bytes) -> None:
    """A CSV file to be scored."""
    classify_file(_written(raw), io.StringIO())


def language(text: str) -> None:
    """Any text of a stranger."""
    reading = read(text)
    assert 0 <= reading.complaint <= 1


def ledger_cells(given: dict[str, Any]) -> None:
    """An entry of the ledger as a line of the CSV file, read back."""
    line = cells(LedgerEntry(**given))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in line)
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(line)
    assert list(csv.reader(io.StringIO(out.getvalue(), newline=""))) == [line]


async def result_of(work: Awaitable[Any]) -> Any:
    """A runner takes coroutines only."""
    return await work


class Rooms:
    """A house on a database of its own, for what changes brands."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        settings = Settings.read({"MUTUALS_DATABASE_URL": f"sqlite:///{Path(FOLDER.name) / 'fuzz.db'}"})
        self.house = self._runner.run(Installation.open(settings))
        self._runner.run(self.house.store.put_brand(Brand("x7", "x", Account("7", "acme", "Acme"))))

    def change(self, own: dict[str, str]) -> None:
        """`mutuals brand set`."""
        self._runner.run(brand_admin.change(self.house, "@acme", own))

    def adopt(self, text: str) -> None:
        """`mutuals brand add --tokens`, up to X, which nobody answers for."""
        with redirect_stderr(io.StringIO()):  # the sentence is for people
            sign_in = _by_tokens(text)
        part = networks()["x"]
        settings = Settings.read()
        section = settings.of(part).model_copy(update={"api_url": "http://127.0.0.1:9", "client_id": "c"})
        kit = self.house.network_kit("x", self.house.limiter("x", settings, "x7"), "fuzz")
        self._runner.run(result_of(sign_in(part, section, kit)))

    def close(self) -> None:
        """Let go of the database."""
        self._runner.run(self.house.store.close())
        self._runner.close()


_rooms: list[Rooms] = []


def close() -> None:
    """Let go of this process's house, if there is one."""
    while _rooms:
        _rooms.pop().close()


def rooms() -> Rooms:
    """One of them a process."""
    if not _rooms:
        _rooms.append(Rooms())
    return _rooms[0]


def brand_own(own: dict[str, str]) -> None:
    """A brand's own settings."""
    rooms().change(own)


def tokens(text: str) -> None:
    """Tokens on standard input."""
    rooms().adopt(text)


def _entry() -> Strategy:
    free = st.one_of(
        st.text(max_size=20),
        st.sampled_from([one for one in ODD if isinstance(one, str) and one.isprintable()]),
    )
    fields = dict.fromkeys(
        (
            "brand_id",
            "action_id",
            "act",
            "path",
            "alert_id",
            "actor_channel",
            "actor_id",
            "actor_name",
            "person_id",
            "prev",
        ),
        free,
    )
    maybe = dict.fromkeys(("post_id", "text", "approved_by", "external_id", "outcome"), st.none() | free)
    return st.fixed_dictionaries(
        {"number": st.integers(0), "at": st.just(NOW), "entry": st.sampled_from(EntryKind), **fields, **maybe}
    )


_value = texts(*VALUES)
_own = st.dictionaries(st.sampled_from(NAMES), _value, min_size=1, max_size=3)
_toml_value = st.one_of(
    _value.map(json.dumps), st.sampled_from(["1", "true", "[1, [2]]", "{a = 1}", "inf", "1979-05-27", "'''x"])
)
_toml = st.lists(st.tuples(st.sampled_from([*NAMES, "other", "[table]"]), _toml_value), max_size=4).map(
    lambda some: "\n".join(f"{name} = {value}" for name, value in some)
)
_line = wrong(SHORT, POST, PAGE)
_csv = st.lists(st.sampled_from(CELLS), max_size=12).map(lambda some: ("id,text\n" + "".join(some)).encode())

PARSERS = [
    ("settings", 3, _own, settings_own),
    ("settings file", 2, st.one_of(_toml, texts("MUTUALS_HOURS = 1", "[a]\nb = 2")), settings_file),
    ("database url", 2, texts("sqlite:///m.db", "postgresql://u:p@h:5432/m"), database_url),
    ("a brand's own", 2, _own, brand_own),
    ("tokens", 1, st.one_of(wrong(GRANT).map(lambda one: as_json(one).decode()), texts("{}")), tokens),
    ("recording line", 6, st.one_of(bodies(SHORT, POST, PAGE)), recorded_line),
    ("backtest", 2, st.lists(st.one_of(_line, bodies(SHORT)), min_size=1, max_size=4), recording),
    ("classify", 4, st.one_of(_csv, st.binary(max_size=80).map(lambda raw: b"id,text\n" + raw)), classified),
    (
        "language",
        5,
        texts("@acme where is my parcel?", "thank you so much", "still broken, 3 days"),
        language,
    ),
    ("ledger", 3, _entry(), ledger_cells),
]
EXPECTED = (MutualsError, typer.Exit)
__all__ = ["EXPECTED", "PARSERS", "odd"]
