"""Calls go round among those on duty where a team wants it, and say whose turn it is and why."""

import pytest

from tests.acceptance.house import COMPLAINT, House, Open


async def duty(open_house: Open, *, rotation: str) -> House:
    """Ana and Cleo are on duty in Slack at the same hours."""
    house = await open_house()
    await house.stop()
    hours = "mon-fri 08:00-23:00"
    house.environment(
        ROTA=f"Ana slack:{house.ana.id} {hours}; Cleo slack:{house.cleo.id} {hours}", ROTATION=rotation
    )
    await house.start()
    return house


async def call_for(house: House, handle: str) -> str:
    """What is said in Slack when somebody's complaint is overdue."""
    house.write(handle, COMPLAINT)
    await house.look()
    before = len(house.broadcast())
    await house.later(hours=2)
    return str(house.broadcast()[before:])


@pytest.mark.smoke
async def test_of_two_on_duty_each_is_called_in_turn_and_the_call_says_why(open_house: Open):
    house = await duty(open_house, rotation="true")

    first, second = await call_for(house, "mia"), await call_for(house, "noor")

    assert f"<@{house.ana.id}>" in first
    assert f"<@{house.cleo.id}>" not in first
    assert "It is Ana's turn. Calls about complaints and urgent cases in seven days: Ana 0, Cleo 0." in first
    assert f"<@{house.cleo.id}>" in second
    assert f"<@{house.ana.id}>" not in second
    assert "It is Cleo's turn" in second
    assert "Ana 1, Cleo 0." in second


async def test_without_the_setting_everybody_on_duty_is_called(open_house: Open):
    house = await duty(open_house, rotation="false")

    said = await call_for(house, "mia")

    assert f"<@{house.ana.id}>" in said
    assert f"<@{house.cleo.id}>" in said
    assert "turn" not in said
