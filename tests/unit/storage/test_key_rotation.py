"""Changing the key that seals what is stored: nothing is lost, whoever writes meanwhile and whenever it dies."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr
from typer.testing import CliRunner, Result

from mutuals.cli import main
from mutuals.service import doctor
from mutuals.service.bootstrap import Settings
from mutuals.storage.secrets.keyring import FileKeyRing, key_file, open_box
from mutuals.storage.secrets.rotation import rotate, standing
from mutuals.storage.secrets.vault import EncryptedSecretVault
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.databases import START, fresh_store

OLD, NEW, LOST = (f"{word} sentence that nobody guesses" for word in ("an old", "a new", "a lost"))
NAMES = [f"x/{number}/tokens" for number in range(7)]


def vault(store: SqlStore, *keys: str) -> EncryptedSecretVault:
    return EncryptedSecretVault(store, open_box(SecretStr(",".join(keys)), "postgresql://u@h/n"))


async def test_everything_is_sealed_with_the_first_key_and_the_old_one_can_go(store: SqlStore) -> None:
    for name in NAMES[:4]:
        await vault(store, OLD).write(name, {"of": name})
    await vault(store, NEW).write(NAMES[4], {"of": NAMES[4]})
    both = open_box(SecretStr(f"{NEW},{OLD}"), "postgresql://u@h/n")

    before = await standing(store, both)
    done = await rotate(store, both)

    assert (before.latest, len(before.older), before.unopened) == (1, 4, ())
    assert (done.resealed, done.standing.latest, done.standing.older) == (4, 5, ())
    for name in NAMES[:5]:
        assert await vault(store, NEW).read(name) == {"of": name}
    assert (await rotate(store, both)).resealed == 0


async def test_what_no_key_opens_is_named_and_left_as_it_is(store: SqlStore) -> None:
    await vault(store, LOST).write("lost", {"a": 1})
    await vault(store, OLD).write("known", {"a": 1})
    sealed = await store.read_secret("known")
    assert sealed is not None
    await store.write_secret("moved", lambda: sealed)

    done = await rotate(store, open_box(SecretStr(f"{NEW},{OLD}"), "postgresql://u@h/n"))

    assert (done.resealed, done.standing.unopened) == (1, ("lost", "moved"))
    assert await vault(store, LOST).read("lost") == {"a": 1}


async def test_a_secret_written_meanwhile_is_never_overwritten_by_an_older_one(
    store: SqlStore, other: SqlStore, tmp_path: Path
) -> None:
    """One changes the key again and again, the other renews a token again and again, as two processes would."""
    file = tmp_path / "some.key"
    mine, theirs = FileKeyRing(file), FileKeyRing(file)
    writing = EncryptedSecretVault(other, theirs)
    for name in NAMES:
        await writing.write(name, {"n": 0})
    over = asyncio.Event()

    async def renew() -> None:
        for number in range(1, 41):
            await writing.write(NAMES[3], {"n": number})
            assert await writing.read(NAMES[3]) == {"n": number}
        over.set()

    async def change() -> int:
        changes = 0
        while not over.is_set():
            await rotate(store, mine)
            changes += 1
        return changes

    changes, _ = await asyncio.gather(change(), renew())

    assert changes > 1
    assert await writing.read(NAMES[3]) == {"n": 40}
    assert [await writing.read(name) for name in NAMES if name != NAMES[3]] == [{"n": 0}] * 6


class Renewing(SqlStore):
    """A store in which a token is renewed just after the change has looked at it."""

    renew: Callable[[], Awaitable[None]] | None = None

    async def read_secret(self, name: str) -> bytes | None:
        found = await super().read_secret(name)
        if self.renew is not None:
            renew, self.renew = self.renew, None
            await renew()
        return found


async def test_a_token_renewed_between_two_lines_of_the_change_stays_the_new_one(
    other: SqlStore, url: str, clock: FixedClock
) -> None:
    await vault(other, OLD).write("x", {"n": 1})
    store = await Renewing.open(url, clock=clock)
    store.renew = lambda: vault(other, OLD).write("x", {"n": 2})
    done = await rotate(store, open_box(SecretStr(f"{NEW},{OLD}"), "postgresql://u@h/n"))
    await store.close()

    assert await vault(other, NEW).read("x") == {"n": 2}
    assert done.resealed == 1


async def test_a_token_that_waits_to_be_stored_while_the_key_goes_is_sealed_with_the_new_one(
    store: SqlStore, other: SqlStore, tmp_path: Path
) -> None:
    mine, theirs = FileKeyRing(tmp_path / "some.key"), FileKeyRing(tmp_path / "some.key")
    async with store.secrets_held():
        writing = asyncio.create_task(EncryptedSecretVault(other, theirs).write("x", {"n": 1}))
        await asyncio.sleep(0.1)
        mine.begin_change()
        mine.end_change()
    await writing

    assert await EncryptedSecretVault(other, theirs).read("x") == {"n": 1}


async def test_two_who_change_the_key_file_at_once_lose_nothing(
    store: SqlStore, other: SqlStore, tmp_path: Path
) -> None:
    file = tmp_path / "some.key"
    boxes = [FileKeyRing(file), FileKeyRing(file)]
    for name in NAMES:
        await EncryptedSecretVault(store, boxes[0]).write(name, {"of": name})

    await asyncio.gather(*(rotate(one, box) for one, box in zip((store, other), boxes, strict=True)))

    assert len(file.read_bytes().split()) == 1
    assert [await EncryptedSecretVault(other, boxes[1]).read(name) for name in NAMES] == [
        {"of": name} for name in NAMES
    ]


_KILLED_AT_EVERY_LINE = """
import asyncio, os, shutil, signal, sys
from pathlib import Path
from mutuals.storage.secrets.keyring import FileKeyRing
from mutuals.storage.secrets.rotation import rotate
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock

folder, work = Path(sys.argv[1]), Path(sys.argv[2])
OURS = ("secrets/keyring.py", "secrets/rotation.py", "storage/store.py")

async def change():
    store = await SqlStore.open(f"sqlite:///{work}/m.db", clock=FixedClock())
    lines = 0
    def trace(frame, event, _):
        nonlocal lines
        if not frame.f_code.co_filename.endswith(OURS):
            return None
        lines += event == "line"
        if lines == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace
    sys.settrace(trace)
    await rotate(store, FileKeyRing(work / "m.db.key"))
    sys.settrace(None)
    await store.close()

last, ended = 0, False
while not ended:
    last += int(sys.argv[3])
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(folder, work)
    child = os.fork()
    if child == 0:
        asyncio.run(change())
        os._exit(0)
    ended = os.waitpid(child, 0)[1] == 0
    print(last, flush=True)
    assert sys.stdin.readline() == "go on\\n"
"""


@pytest.mark.long
async def test_a_kill_at_any_line_leaves_every_secret_readable(tmp_path: Path) -> None:
    folder, work = tmp_path / "before", tmp_path / "work"
    folder.mkdir()
    clock = FixedClock(START)
    store = await SqlStore.open(f"sqlite:///{folder}/m.db", clock=clock)
    for name in NAMES[:2]:
        await EncryptedSecretVault(store, FileKeyRing(folder / "m.db.key")).write(name, {"of": name})
    await store.close()
    first = (folder / "m.db.key").read_bytes()

    step = 9  # every ninth of some four hundred lines, to stay within seconds; all of them hold
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _KILLED_AT_EVERY_LINE, str(folder), str(work), str(step),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    kills, files = 0, set()
    while await process.stdout.readline():
        store = await SqlStore.open(f"sqlite:///{work}/m.db", clock=clock)
        box = FileKeyRing(work / "m.db.key")
        files.add(len(box.keys()))
        for name in NAMES[:2]:
            assert await EncryptedSecretVault(store, box).read(name) == {"of": name}, f"after kill {kills}"
        await rotate(store, box)  # whatever was left is finished
        assert (await standing(store, box)).latest == 2
        assert len(box.keys()) == 1
        assert box.keys() != first.split()
        await store.close()
        kills += 1
        process.stdin.write(b"go on\n")

    assert await process.wait() == 0
    assert kills > 20
    assert files == {1, 2}  # some died with both keys in the file


# --- the commands ----------------------------------------------------------------------------


def mutuals(folder: Path, *words: str, key: str | None = None) -> Result:
    variables: dict[str, str | None] = {
        "MUTUALS_DATABASE_URL": f"sqlite:///{folder}/mutuals.db",
        "MUTUALS_SETTINGS_FILE": "",
        "MUTUALS_SECRET_KEY": key,
    }
    return CliRunner().invoke(main.app, list(words), env=variables)


async def write(folder: Path, key: str | None, name: str = "x/main") -> None:
    url = f"sqlite:///{folder}/mutuals.db"
    async with fresh_store(folder) as store:
        box = open_box(SecretStr(key) if key else None, url)
        await EncryptedSecretVault(store, box).write(name, {"of": name})


async def test_the_command_makes_a_new_key_file_and_says_so(tmp_path: Path) -> None:
    await write(tmp_path, None)
    file = key_file(tmp_path / "mutuals.db")
    before = file.read_bytes()
    done = await asyncio.to_thread(mutuals, tmp_path, "secrets", "rotate")

    assert done.exit_code == 0, done.output
    assert "Sealed anew: 1. Sealed with the present key now: 1." in done.stdout
    assert "holds a new key and no older one" in done.stdout
    assert before not in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_bytes().decode() not in done.output
    assert [one for one in os.listdir(tmp_path) if ".key" in one] == ["mutuals.db.key"]  # noqa: PTH208


async def test_the_command_says_when_the_older_keys_can_be_taken_away(tmp_path: Path) -> None:
    await write(tmp_path, OLD)
    one = await asyncio.to_thread(mutuals, tmp_path, "secrets", "rotate", key=OLD)
    two = await asyncio.to_thread(mutuals, tmp_path, "secrets", "rotate", key=f"{NEW}, {OLD}")
    as_json = await asyncio.to_thread(mutuals, tmp_path, "secrets", "rotate", "--json", key=NEW)

    assert "holds one key only. To change it, put a new one and a comma in front of it" in one.stdout
    assert "Now take the older keys out of MUTUALS_SECRET_KEY" in two.stdout
    assert json.loads(as_json.stdout) == {
        "ok": True, "resealed": 0, "sealed_with_present_key": 1, "unopened": [], "older_keys": 0
    }  # fmt: skip
    assert OLD not in one.output + two.output + as_json.output


async def test_the_command_ends_with_1_when_something_cannot_be_opened(tmp_path: Path) -> None:
    await write(tmp_path, LOST)
    done = await asyncio.to_thread(mutuals, tmp_path, "secrets", "rotate", key=f"{NEW},{OLD}")

    assert done.exit_code == 1
    assert "No key that is set opens: x/main. Sign in again to replace it." in done.stdout


@pytest.mark.parametrize(
    ("keys", "ok", "said"),
    [
        (f"{NEW}", False, "No key that is set opens: x/main."),
        (f"{NEW},{OLD}", True, "1 still sealed with an older key. Seal anew with: mutuals secrets rotate"),
        (f"{OLD},{NEW}", True, "1 stored, all sealed with the present key."),
    ],
)
async def test_the_doctor_says_how_the_secrets_are_sealed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: str, ok: bool, said: str
) -> None:
    await write(tmp_path, OLD)
    monkeypatch.setenv("MUTUALS_DATABASE_URL", f"sqlite:///{tmp_path}/mutuals.db")
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", "")
    monkeypatch.setenv("MUTUALS_SECRET_KEY", keys)

    [check] = [one for one in await doctor.examine(Settings.read()) if one.title == "Secrets at rest"]
    assert (check.ok, check.said) == (ok, said)


def test_a_key_file_with_something_else_in_it_is_named(tmp_path: Path) -> None:
    file = tmp_path / "m.db.key"
    file.write_bytes(Fernet.generate_key() + b"\nnot a key")

    with pytest.raises(Exception, match="holds no key"):
        FileKeyRing(file)
