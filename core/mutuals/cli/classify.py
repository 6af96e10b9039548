"""Scores posts of a CSV file: columns id,text in; id,score out. Streams, so any size of file will do."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from mutuals.domain.errors import MutualsError
from mutuals.domain.language import read

_LONGEST = 10_000_000  # characters in one field; the csv module's own limit of 131,072 is too near
_MARK = "\ufeff"  # what spreadsheets put in front of a UTF-8 file


def classify(lines_in: Iterable[str], out: TextIO, *, classes: bool = False) -> int:
    """Read CSV lines whose first names the columns `id` and `text`, and write `id,score`; returns how many.

    With `classes` a third column says what each post is taken for: one below the line may still be listed.
    A score runs 0..1 and 0.5 is the alert line. A column `lang` is used when there, others are passed over.
    Raises MutualsError, with a sentence that names the line, when the lines are not of this kind.
    """
    rows = _rows(lines_in)
    columns = _columns(next(rows, (0, []))[1])
    wanted = max(columns["id"], columns["text"])
    written = csv.writer(out, lineterminator="\n")
    written.writerow(("id", "score", "class") if classes else ("id", "score"))
    count = 0
    for line, row in rows:
        if len(row) <= wanted:
            raise MutualsError(
                f"Line {line} has fewer columns than the first line names. "
                "Put quotes around texts that hold commas or line breaks, then try again."
            )
        at = columns.get("lang", len(row))
        reading = read(row[columns["text"]], lang=row[at] if at < len(row) else None)
        judged = (row[columns["id"]], f"{reading.complaint:.6f}")
        written.writerow((*judged, reading.category.value) if classes else judged)
        count += 1
    return count


def classify_file(path: Path, out: TextIO, *, classes: bool = False) -> int:
    """The same for a file in UTF-8. Raises MutualsError also when it can't be read."""
    try:
        with path.open(newline="", encoding="utf-8") as lines:
            return classify(lines, out, classes=classes)
    except UnicodeDecodeError as error:
        raise MutualsError(f"{path} is not written in UTF-8. Save it as UTF-8 and try again.") from error
    except OSError as error:
        raise MutualsError(f"{path} can't be read: {error.strerror or error}.") from error


def _rows(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows with the number of their last line, empty lines left out."""
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST))
    reader = csv.reader(_unmarked(lines))
    try:
        yield from ((reader.line_num, row) for row in reader if row)
    except csv.Error as error:
        raise MutualsError(f"Line {reader.line_num} is not CSV as it should be: {error}.") from error


def _unmarked(lines: Iterable[str]) -> Iterator[str]:
    for at, line in enumerate(lines):
        yield line.removeprefix(_MARK) if at == 0 else line


def _columns(header: list[str]) -> dict[str, int]:
    columns = {name.strip().lower(): at for at, name in reversed(list(enumerate(header)))}
    missing = [name for name in ("id", "text") if name not in columns]
    if missing:
        raise MutualsError(
            f"The file has no column named {' and none named '.join(missing)}. "
            "Its first line must name the columns, like this: id,text"
        )
    return columns
