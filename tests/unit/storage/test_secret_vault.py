"""Secrets at rest."""

import asyncio
import os
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from mutuals.domain.errors import NotAuthorized, SettingsError
from mutuals.storage.key_value_store import StoredKeyValues
from mutuals.storage.secrets.keyring import key_file, open_box
from mutuals.storage.secrets.vault import EncryptedSecretVault
from mutuals.storage.store import SqlStore
from tests.support.databases import fresh_store

TOKEN = {"access_token": "s3cr3t-access", "scopes": ["a", "b"], "expires": 5}
FIRST, SECOND = Fernet.generate_key().decode(), Fernet.generate_key().decode()
ANY_URL = "postgresql://u@h/n"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    async with fresh_store(tmp_path) as opened:
        yield opened


def _vault(store: SqlStore, key: str) -> EncryptedSecretVault:
    return EncryptedSecretVault(store, open_box(SecretStr(key), ANY_URL))


async def test_a_secret_comes_back_and_is_not_readable_on_disk(store: SqlStore, tmp_path: Path) -> None:
    vault = _vault(store, "a sentence that nobody guesses").scoped("x/900")
    await vault.write("tokens", TOKEN)

    assert await vault.read("tokens") == TOKEN
    assert await vault.read("other") is None
    assert not _holds(tmp_path, b"s3cr3t")


def _holds(folder: Path, what: bytes) -> bool:
    files = list(folder.iterdir())
    assert files
    return any(what in file.read_bytes() for file in files)


async def test_owners_do_not_see_each_others_secrets(store: SqlStore) -> None:
    vault = _vault(store, FIRST)
    await vault.scoped("x/900").write("tokens", TOKEN)

    assert await vault.scoped("x/901").read("tokens") is None


async def test_a_wrong_key_says_what_to_do_and_shows_nothing(store: SqlStore) -> None:
    await _vault(store, FIRST).write("tokens", TOKEN)

    with pytest.raises(NotAuthorized, match="MUTUALS_SECRET_KEY") as caught:
        await _vault(store, SECOND).read("tokens")
    assert "sign in again" in str(caught.value)
    assert FIRST not in str(caught.value)
    assert SECOND not in str(caught.value)


async def test_a_sealed_secret_moved_to_another_name_does_not_open(store: SqlStore) -> None:
    vault = _vault(store, FIRST)
    await vault.write("a", TOKEN)
    sealed = await store.read_secret("a")
    assert sealed is not None
    await store.write_secret("b", lambda: sealed)

    with pytest.raises(NotAuthorized):
        await vault.read("b")


async def test_a_new_key_before_the_old_one_opens_both(store: SqlStore) -> None:
    await _vault(store, FIRST).write("old", TOKEN)
    both = _vault(store, f"{SECOND}, {FIRST}")
    await both.write("new", TOKEN)

    assert await both.read("old") == TOKEN
    assert await _vault(store, SECOND).read("new") == TOKEN


async def test_without_a_setting_a_key_file_is_made_beside_the_database(
    store: SqlStore, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path}/mutuals.db"
    boxes = await asyncio.gather(*(asyncio.to_thread(open_box, None, url) for _ in range(8)))
    file = key_file(tmp_path / "mutuals.db")

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [name for name in os.listdir(tmp_path) if ".key" in name] == ["mutuals.db.key"]  # noqa: PTH208
    await EncryptedSecretVault(store, boxes[0]).write("tokens", TOKEN)
    for box in (*boxes, open_box(None, url)):
        assert await EncryptedSecretVault(store, box).read("tokens") == TOKEN


def test_postgresql_needs_a_key_in_the_settings() -> None:
    with pytest.raises(SettingsError, match="MUTUALS_SECRET_KEY must be set"):
        open_box(None, ANY_URL)


def test_a_short_key_is_refused_without_being_shown() -> None:
    with pytest.raises(SettingsError, match="too short") as caught:
        open_box(SecretStr("hunter2"), ANY_URL)
    assert "hunter2" not in str(caught.value)


def test_a_broken_key_file_is_named(tmp_path: Path) -> None:
    key_file(tmp_path / "m.db").write_text("not a key")

    with pytest.raises(SettingsError, match=r"m\.db\.key holds no key"):
        open_box(None, f"sqlite:///{tmp_path}/m.db")


async def test_two_integrations_do_not_share_their_memory(store: SqlStore) -> None:
    slack, discord = StoredKeyValues(store, "slack"), StoredKeyValues(store, "discord")
    await slack.put("commands", "abc")

    assert await slack.get("commands") == "abc"
    assert await discord.get("commands") is None


def test_the_data_directory_and_files_are_the_owners_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        open_box(None, f"sqlite:///{tmp_path}/deep/data/m.db")
    finally:
        os.umask(old)

    assert stat.S_IMODE((tmp_path / "deep" / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "deep" / "data" / "m.db").stat().st_mode) == 0o600
