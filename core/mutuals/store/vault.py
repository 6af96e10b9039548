"""Secrets at rest: sealed with a key that lives outside the database."""

import base64
import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from pydantic import SecretStr

from mutuals.errors import NotAuthorized, SettingsError
from mutuals.ports import Store
from mutuals.store.engine_url import make_file, parse, sqlite_file

KEY_VARIABLE = "MUTUALS_SECRET_KEY"
_SHORTEST = 16  # a key that is typed by hand and shorter can be guessed


class EncryptedVault:
    """The port `Vault`: `scope` goes before every name, so that two owners never share one.

    A sealed secret holds its own name: copied onto another name it does not open.
    """

    def __init__(self, store: Store, box: MultiFernet, scope: str = "") -> None:
        self._store = store
        self._box = box
        self._scope = scope

    def scoped(self, scope: str) -> Self:
        """The same vault for one owner, e.g. `x/<brand>`."""
        return type(self)(self._store, self._box, f"{self._scope}{scope}/")

    async def read(self, name: str) -> Mapping[str, Any] | None:
        """The secret of this name, or None. Raises NotAuthorized when our key does not open it."""
        full = self._scope + name
        sealed = await self._store.read_secret(full)
        if sealed is None:
            return None
        try:
            opened = json.loads(self._box.decrypt(sealed))
        except InvalidToken:
            opened = None
        if opened is None or opened["name"] != full:
            raise NotAuthorized(
                f"The stored secret “{full}” can't be opened with this key. Start Mutuals with the "
                f"{KEY_VARIABLE} (or the key file beside the database) it was stored with, or sign in again "
                "to replace it."
            )
        value: Mapping[str, Any] = opened["value"]
        return value

    async def write(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep a secret; durable when this returns."""
        full = self._scope + name
        sealed = self._box.encrypt(json.dumps({"name": full, "value": dict(value)}).encode())
        await self._store.write_secret(full, sealed)


def open_box(secret_key: SecretStr | None, database_url: str) -> MultiFernet:
    """The box of MUTUALS_SECRET_KEY, or of a key file beside the SQLite database (made when missing).

    Several keys, separated by commas, open each other's secrets; the first one seals: that is how
    a key is changed. Raises SettingsError.
    """
    if secret_key is not None:
        keys = [key.strip() for key in secret_key.get_secret_value().split(",")]
        return MultiFernet([Fernet(_fernet_key(key)) for key in keys if key])
    file = sqlite_file(parse(database_url))
    if file is None:
        raise SettingsError(
            [f"{KEY_VARIABLE} must be set when the database is PostgreSQL: it encrypts the tokens at rest."]
        )
    return MultiFernet([Fernet(_key_of_file(file))])


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


def key_file(database: Path) -> Path:
    """Where the key of a SQLite database is kept."""
    return database.with_name(f"{database.name}.key")


def _key_of_file(database: Path) -> bytes:
    make_file(database)
    file = key_file(database)
    try:
        if not file.exists():
            _make_key(file)
        key = file.read_bytes().strip()
        Fernet(key)
    except OSError as error:
        raise SettingsError(
            [
                f"The key file {file} can't be used: {error.strerror}. Give this user access, or set {KEY_VARIABLE}."
            ]
        ) from error
    except ValueError as error:
        raise SettingsError(
            [
                f"The key file {file} holds no key. Restore it from a backup, or move it away and sign in again."
            ]
        ) from error
    return key


def _make_key(file: Path) -> None:
    """Two processes may start at once: the key appears whole, and the first one stays."""
    draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(Fernet.generate_key())
            out.flush()
            os.fsync(out.fileno())
        with suppress(FileExistsError):
            os.link(draft, file)
    finally:
        draft.unlink()
