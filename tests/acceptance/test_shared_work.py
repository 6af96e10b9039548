"""The whole service with its work shared through PostgreSQL."""

import asyncio

import pytest
from cryptography.fernet import Fernet

from mutuals.jobs.procrastinate_queue import ProcrastinateJobQueue
from tests.acceptance.house import COMPLAINT, QUESTION, House, Open
from tests.support.databases import Postgres


async def seen_in_both(house: House, handle: str) -> None:
    """Wait for the alert: the work goes through the database, so nobody here can tell when it is over."""
    for _ in range(500):
        alert = await house.find_alert(handle)
        if alert is not None and set(await house.shown(alert)) == {"slack", "discord"}:
            break
        await asyncio.sleep(0.02)
    await house.in_both(handle, handle)


@pytest.mark.smoke
async def test_with_procrastinate_a_complaint_reaches_both_chats_also_after_a_restart(
    open_house: Open, postgres: Postgres
):
    house = await open_house(
        DATABASE_URL=postgres.bare(), ENGINE="procrastinate", SECRET_KEY=Fernet.generate_key().decode()
    )
    assert isinstance(house.service._engine, ProcrastinateJobQueue)

    house.person("dora")
    house.write("dora", COMPLAINT)
    await house.look()
    await house.later(hours=3)
    await seen_in_both(house, "dora")

    await house.restart()
    house.person("emil")
    house.write("emil", QUESTION)
    await house.look()
    await house.later(hours=3)
    await seen_in_both(house, "emil")
