"""Sealing every stored secret anew with the first key, while the service runs.

At any line the process may die: until the last secret is sealed with the new key, both keys are kept, and
a secret is changed by one statement that does nothing if it was renewed meanwhile.
"""

from dataclasses import dataclass

from mutuals.storage.secrets.keyring import KeyRing
from mutuals.storage.secrets.vault import opened_as
from mutuals.storage.store import SqlStore


@dataclass(frozen=True, slots=True)
class SealedSecrets:
    """How the stored secrets are sealed: how many with the first key, and the names of the others."""

    latest: int
    older: tuple[str, ...]
    unopened: tuple[str, ...]  # no key opens them


@dataclass(frozen=True, slots=True)
class Rotation:
    """What sealing anew came to."""

    resealed: int
    standing: SealedSecrets  # afterwards


async def standing(store: SqlStore, box: KeyRing) -> SealedSecrets:
    """How the stored secrets are sealed now."""
    return _sorted(box, await store.secrets())


async def rotate(store: SqlStore, box: KeyRing) -> Rotation:
    """Seal everything with the first key (in a key file: a new one), then let the older keys of a file go.

    Raises SettingsError when the key file can't be written, TryAgain when the database can't.
    """
    async with store.secrets_held():
        box.begin_change()
    resealed = 0
    while True:
        for name in (await standing(store, box)).older:
            resealed += await _reseal(store, box, name)
        async with store.secrets_held() as held:
            found = _sorted(box, held)
            if not found.older:
                box.end_change()
                return Rotation(resealed, found)


async def _reseal(store: SqlStore, box: KeyRing, name: str) -> bool:
    """Seal one secret anew; False when somebody has written it since, and then it is looked at again."""
    sealed = await store.read_secret(name)
    plain = None if sealed is None or box.is_latest(sealed) else opened_as(box, name, sealed)
    return (
        sealed is not None
        and plain is not None
        and await store.replace_secret(name, was=sealed, sealed=box.seal(plain))
    )


def _sorted(box: KeyRing, sealed: dict[str, bytes]) -> SealedSecrets:
    unopened = {name for name, value in sealed.items() if opened_as(box, name, value) is None}
    older = {name for name, value in sealed.items() if name not in unopened and not box.is_latest(value)}
    latest = len(sealed) - len(older) - len(unopened)
    return SealedSecrets(latest, tuple(sorted(older)), tuple(sorted(unopened)))
