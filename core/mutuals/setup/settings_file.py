"""Writes into `mutuals.toml` what setup has learned: everything else in the file stays as it is, comments included."""

import os
import tempfile
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from mutuals.domain.errors import SettingsError
from mutuals.ports.settings import DEFAULT_FILE, FILE_VARIABLE
from mutuals.ports.text_files import NotText, read_text

OURS_ALONE = 0o600  # the file holds tokens
HEAD = "# Written by `mutuals setup`. It holds tokens: keep it readable by you only, and out of any repository.\n"


def path_of_settings() -> Path:
    """The file that setup writes. Raises SettingsError where the environment turns the file off."""
    named = os.environ.get(FILE_VARIABLE)
    if named == "":
        raise SettingsError(
            [f"{FILE_VARIABLE} is empty, so no file is read. Take it away, or set it to the file to write."]
        )
    return Path(named or DEFAULT_FILE).absolute()


def write_settings(file: Path, values: Mapping[str, str]) -> None:
    """Put these settings, by variable name, into the file; "" takes one out. The file is whole at every moment.

    Raises SettingsError when the file can't be read or written, and then nothing has changed.
    """
    try:
        text = read_text(file) if file.exists() else HEAD
        document = tomlkit.parse(text)
        _put(document, values)
        _replace(file, tomlkit.dumps(document))
    except (NotText, TOMLKitError) as error:
        raise SettingsError(
            [f"{file} can't be read: {error}. Correct the file, or move it away; nothing was written."]
        ) from error
    except OSError as error:
        raise SettingsError(
            [
                (
                    f"{file} can't be written: {error.strerror}. Start setup in a folder that is yours, or let "
                    f"{FILE_VARIABLE} name another file."
                )
            ]
        ) from error


def _put(document: MutableMapping[str, Any], values: Mapping[str, str]) -> None:
    for name, value in values.items():
        there = [key for key in document if key.upper() == name]
        for double in there if not value else there[1:]:
            del document[double]
        if value:
            document[there[0] if there else name] = value


def _replace(file: Path, text: str) -> None:
    """Write beside it and rename: a crash leaves the old file or the new one. A link stays a link."""
    target = Path(os.path.realpath(file))
    descriptor, beside = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    try:
        os.fchmod(descriptor, OURS_ALONE)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        Path(beside).replace(target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
