"""`mutuals run` before its PostgreSQL is up: it waits, says so once, and can be stopped."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from mutuals.domain.errors import MutualsError, TryAgain
from mutuals.storage import startup_wait
from tests.acceptance.house import House
from tests.support.databases import Postgres
from tests.support.waiting import until


@pytest.fixture
async def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    house = House(tmp_path, monkeypatch)
    house.clock.at = datetime.now(UTC)
    for server in (house.x, house.slack, house.discord):
        await server.start()
    house.access, house.refresh = house.x.issue_tokens(house.brand.id)
    yield house
    await house.close()


async def test_it_says_once_what_it_waits_for_and_ends_at_once_with_0_when_told_to(house: House):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    house.environment(
        DATABASE_URL=f"postgresql://mutuals:quietword@127.0.0.1:{port}/mutuals", SECRET_KEY="A" * 43 + "="
    )
    log = house.folder / "log"
    with log.open("wb") as err:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "mutuals", "run", stderr=err, env=dict(os.environ)
        )
    try:
        await until(lambda: "database.waited_for" in log.read_text() or process.returncode is not None, 60)
        assert process.returncode is None, log.read_text()
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 10) == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()

    said = log.read_text()
    assert said.count("database.waited_for") == 1
    assert f"127.0.0.1:{port} does not answer" in said
    assert "check that the database runs" in said
    assert "quietword" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("shut", "said"),
    [
        (False, "does not accept the user or the password. Correct MUTUALS_DATABASE_URL."),
        (True, "lets nobody in as shut_out to"),
    ],
    ids=["wrong password", "not let in"],
)
async def test_it_ends_with_1_and_one_sentence_when_postgresql_does_not_let_it_in(
    house: House, postgres: Postgres, shut: bool, said: str
):
    url = postgres.locked_url("quietword", shut=shut)
    house.environment(DATABASE_URL=url, SECRET_KEY="A" * 43 + "=")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "mutuals", "run", stderr=asyncio.subprocess.PIPE, env=dict(os.environ)
    )
    try:
        _, err = await asyncio.wait_for(process.communicate(), 60)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()

    assert process.returncode == 1, err
    assert said in err.decode()
    assert "quietword" not in err.decode()
    assert "Traceback" not in err.decode()
    assert "database.waited_for" not in err.decode()


@pytest.mark.smoke
async def test_it_goes_on_when_the_database_is_there_and_a_mistake_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(startup_wait, "FIRST_SECONDS", 0.01)
    tries = 0

    async def third_time() -> str:
        nonlocal tries
        tries += 1
        if tries < 3:
            raise TryAgain("The database does not answer.")
        return "open"

    async def wrong_password() -> str:
        raise MutualsError("PostgreSQL does not accept the password.")

    with capture_logs() as lines:
        assert await startup_wait.when_database_answers(third_time, asyncio.Event()) == "open"
    assert [one["event"] for one in lines] == ["database.waited_for", "database.reached"]
    with pytest.raises(MutualsError, match="password"):
        await startup_wait.when_database_answers(wrong_password, asyncio.Event())
