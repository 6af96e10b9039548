"""The JSON values of a file, each with its line: one a line, arrays, answers printed over many lines, archives."""

import codecs
import gzip
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mutuals.domain.errors import MutualsError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ASSIGNED = re.compile(
    r"^window\.YTD\.\w+\.part\d+\s*=\s*", re.MULTILINE
)  # before the array in an archive's files
_GZIP = b"\x1f\x8b"
_MOST_LINES = 200_000  # a value that has not ended by then never will
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Value:
    """A decoded value and the line where it begins; `wrong` says why there is none."""

    line: int
    value: Any = None
    wrong: str = ""


def values(file: Path, step: Callable[[int], None] = lambda size: None) -> Iterator[Value]:
    """Every value in a file, arrays taken apart; `step` is told the bytes read. Raises MutualsError."""
    try:
        raw = file.read_bytes()
        step(len(raw))
        text = _text(gzip.decompress(raw) if raw.startswith(_GZIP) else raw)
    except (OSError, EOFError) as error:
        why = getattr(error, "strerror", None) or "it is damaged"
        raise MutualsError(f"{file} can't be read: {why}.") from error
    for found in _found(_ASSIGNED.sub("", text).split("\n")):
        if isinstance(found.value, list):
            yield from (Value(found.line, one) for one in found.value)
        else:
            yield found


def _text(raw: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    return raw.decode(encoding, errors="replace")


def _found(lines: list[str]) -> Iterator[Value]:
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        if not line:
            at += 1
            continue
        try:
            yield Value(at + 1, json.loads(line))
            at += 1
        except (ValueError, RecursionError):
            value, after = _over_lines(lines, at)
            yield value
            at = after


def _over_lines(lines: list[str], at: int) -> tuple[Value, int]:
    """A value that begins here and ends on a later line, as an answer printed for people to read does.

    Where a line begins no such value, it alone is wrong, so that one cut line does not take the rest with it.
    """
    begins = lines[at].strip()
    if begins not in {"{", "["} and not begins.startswith("[{"):
        return Value(at + 1, wrong="not JSON"), at + 1
    rest = "\n".join(lines[at : at + _MOST_LINES]).lstrip()
    try:
        value, end = _DECODER.raw_decode(rest)
    except (ValueError, RecursionError):
        return Value(at + 1, wrong="not JSON"), at + 1
    after = rest[end:].split("\n", 1)[0].strip()
    if after:  # another value begins on the line where this one ended
        used = at + rest[:end].count("\n")
        lines[used] = after
        return Value(at + 1, value), used
    return Value(at + 1, value), at + rest[:end].count("\n") + 1
