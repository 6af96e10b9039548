"""The keys that seal what is stored: from MUTUALS_SECRET_KEY, or from a file beside the SQLite database.

The first key seals, all of them open. So a key is changed by putting a new one in front, sealing everything
anew (`mutuals secrets rotate`, see rotate.py), and taking the older ones away.
"""

import base64
import hashlib
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from pydantic import SecretStr

from mutuals.domain.errors import SettingsError
from mutuals.storage.database_url import make_file, parse, sqlite_file

KEY_VARIABLE = "MUTUALS_SECRET_KEY"
_SHORTEST = 16  # a key that is typed by hand and shorter can be guessed


class KeyRing:
    """Seals with its first key, opens with any of them."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._keys = list(keys)

    def keys(self) -> list[bytes]:
        """The keys of this moment, the first one seals. Raises SettingsError."""
        return self._keys

    def seal(self, plain: bytes) -> bytes:
        """The sealed bytes."""
        return Fernet(self.keys()[0]).encrypt(plain)

    def open(self, sealed: bytes) -> bytes | None:
        """What was sealed; None when no key opens it."""
        return next((found for key in self.keys() if (found := _opened(key, sealed)) is not None), None)

    def is_latest(self, sealed: bytes) -> bool:
        """Was it sealed with the key that seals now?"""
        return _opened(self.keys()[0], sealed) is not None

    def begin_change(self) -> None:
        """A new key goes in front, if it is ours to make. Call it while nobody can write a secret."""

    def end_change(self) -> None:
        """Older keys go, if they are ours to take. Call it while nobody can write a secret."""


class FileKeyRing(KeyRing):
    """Keys in a file, one a line. It is read at every use: another process may change it at any time."""

    def __init__(self, file: Path) -> None:
        super().__init__([])
        self._file = file
        self.keys()

    def keys(self) -> list[bytes]:
        """What the file holds now; it is made when missing. Raises SettingsError."""
        try:
            if not self._file.exists():
                _make_key(self._file)
            found = self._file.read_bytes().split()
            for key in found:
                Fernet(key)
        except OSError as error:
            raise SettingsError([_unusable(self._file, error)]) from error
        except ValueError:
            found = []
        if not found:
            raise SettingsError(
                [
                    (
                        f"The key file {self._file} holds no key. Restore it from a backup, or move it away and "
                        "sign in again."
                    )
                ]
            )
        return found

    def begin_change(self) -> None:
        """A new key in front; an earlier change that was interrupted goes on with the key it made."""
        keys = self.keys()
        if len(keys) == 1:
            self._replace([Fernet.generate_key(), *keys])

    def end_change(self) -> None:
        """Only the key that seals stays."""
        keys = self.keys()
        if len(keys) > 1:
            self._replace(keys[:1])

    def _replace(self, keys: list[bytes]) -> None:
        """The old file or the new one, whole, whenever the process or the machine dies."""
        draft = self._file.with_name(f"{self._file.name}.next")  # left over by a kill, it is overwritten
        try:
            draft.unlink(missing_ok=True)
            _write(draft, b"\n".join(keys))
            draft.replace(self._file)
            _sync_folder(self._file.parent)
        except OSError as error:
            raise SettingsError([_unusable(self._file, error)]) from error


def open_box(secret_key: SecretStr | None, database_url: str) -> KeyRing:
    """The box of MUTUALS_SECRET_KEY, or of a key file beside the SQLite database (made when missing).

    Several keys in the variable are separated by commas. Raises SettingsError.
    """
    if secret_key is not None:
        keys = [_fernet_key(key.strip()) for key in secret_key.get_secret_value().split(",") if key.strip()]
        if not keys:
            raise SettingsError([f"{KEY_VARIABLE} holds no key."])
        return KeyRing(keys)
    database = sqlite_file(parse(database_url))
    if database is None:
        raise SettingsError(
            [f"{KEY_VARIABLE} must be set when the database is PostgreSQL: it encrypts the tokens at rest."]
        )
    make_file(database)
    return FileKeyRing(key_file(database))


def key_file(database: Path) -> Path:
    """Where the key of a SQLite database is kept."""
    return database.with_name(f"{database.name}.key")


def _opened(key: bytes, sealed: bytes) -> bytes | None:
    try:
        return Fernet(key).decrypt(sealed)
    except InvalidToken:
        return None


def _fernet_key(key: str) -> bytes:
    """A key made by Fernet is taken as it is; any other words are stretched to one."""
    with suppress(ValueError):
        Fernet(key)
        return key.encode()
    if len(key) < _SHORTEST:
        raise SettingsError([f"{KEY_VARIABLE} is too short: use at least {_SHORTEST} characters."])
    # 16 MB and some 50 ms for each guess; the salt is fixed because there is nowhere else to keep one.
    stretched = hashlib.scrypt(key.encode(), salt=b"mutuals vault", n=2**14, r=8, p=1, dklen=32)
    return base64.urlsafe_b64encode(stretched)


def _make_key(file: Path) -> None:
    """Two processes may start at once: the key appears whole, and the first one stays."""
    draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    try:
        _write(draft, Fernet.generate_key())
        with suppress(FileExistsError):
            os.link(draft, file)
        _sync_folder(file.parent)
    finally:
        draft.unlink(missing_ok=True)


def _write(file: Path, content: bytes) -> None:
    """A new file for its owner only, on the disk when this returns."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def _sync_folder(folder: Path) -> None:
    """A file's name is on the disk only when its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unusable(file: Path, error: OSError) -> str:
    return (
        f"The key file {file} can't be used: {error.strerror}. Give this user access, or set {KEY_VARIABLE}."
    )
