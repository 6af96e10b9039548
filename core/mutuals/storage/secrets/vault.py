"""Secrets at rest: sealed with a key that lives outside the database."""

import json
from collections.abc import Mapping
from typing import Any, Self

from mutuals.domain.errors import NotAuthorized
from mutuals.ports.store import Store
from mutuals.storage.secrets.keyring import KEY_VARIABLE, KeyRing


class EncryptedSecretVault:
    """The port `SecretVault`: `scope` goes before every name, so that two owners never share one.

    A sealed secret holds its own name: copied onto another name it does not open.
    """

    def __init__(self, store: Store, box: KeyRing, scope: str = "") -> None:
        self._store = store
        self._box = box
        self._scope = scope

    def scoped(self, scope: str) -> Self:
        """The same vault for one owner, e.g. `x/<brand>`."""
        return type(self)(self._store, self._box, f"{self._scope}{scope}/")

    async def read(self, name: str) -> Mapping[str, Any] | None:
        """The secret of this name, or None. Raises NotAuthorized when our key does not open it."""
        full = self._scope + name
        for _ in range(2):  # the key may be changed between a look at the secret and one at the key
            sealed = await self._store.read_secret(full)
            if sealed is None:
                return None
            opened = opened_as(self._box, full, sealed)
            if opened is not None:
                value: Mapping[str, Any] = json.loads(opened)["value"]
                return value
        raise NotAuthorized(
            f"The stored secret “{full}” can't be opened with this key. Start Mutuals with the "
            f"{KEY_VARIABLE} (or the key file beside the database) it was stored with, or sign in again "
            "to replace it."
        )

    async def write(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep a secret; durable when this returns."""
        full = self._scope + name
        plain = json.dumps({"name": full, "value": dict(value)}).encode()
        # Sealed within the transaction: a key that is changed meanwhile is the old one or the new one for all.
        await self._store.write_secret(full, lambda: self._box.seal(plain))

    async def forget(self, name: str) -> None:
        """Forget the secret of this name."""
        await self._store.forget_secret(self._scope + name)


def opened_as(box: KeyRing, full: str, sealed: bytes) -> bytes | None:
    """The plain bytes of the secret of this name; None when no key opens it or it was moved here from elsewhere."""
    plain = box.open(sealed)
    return plain if plain is not None and json.loads(plain)["name"] == full else None
