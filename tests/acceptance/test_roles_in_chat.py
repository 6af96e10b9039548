"""Roles set in the chats by their admins: who has which, what a change would mean, and the way back."""

import asyncio

import pytest
from typer.testing import CliRunner

from mutuals.cards.markup import Intent
from mutuals.cli import main
from mutuals.domain.ledger import INSTALLATION
from mutuals.domain.model import Role
from mutuals.service import doctor
from mutuals.service.bootstrap import Settings
from tests.acceptance.alerts import complaint
from tests.acceptance.house import House, Open
from tests.acceptance.test_settings_in_chat import opened, save


async def role(house: House, user: str) -> Role:
    """Which role somebody of the Slack workspace has now."""
    return (await house.slack_chat.workspaces.at_hand()[0].door.who(user)).role


@pytest.mark.smoke
async def test_an_admin_names_groups_and_people_in_slack_and_it_holds_at_once(house: House):
    form = await opened(house, house.dana, "roles")
    assert "Who may do what" in str(form)
    said = await save(
        house, house.dana, trainees="@trainees", members=f"@care-team, {house.vic.id}", admins=house.dana.id
    )

    assert "@care-team" in said
    assert await role(house, house.tia.id) is Role.TRAINEE
    assert await role(house, house.ana.id) is Role.MEMBER
    assert await role(house, house.vic.id) is Role.MEMBER
    assert await role(house, house.dana.id) is Role.ADMIN
    shown = await house.command(house.dana, "settings roles")
    assert f"set in chat by {house.dana.name}" in shown
    await house.restart()
    assert await role(house, house.tia.id) is Role.TRAINEE


async def test_nobody_locks_out_the_last_admin(house: House):
    await opened(house, house.dana, "roles")

    said = await save(house, house.dana, admins="@care-team")

    assert "you would not be an admin any more" in said
    assert await role(house, house.dana.id) is Role.ADMIN
    assert await role(house, house.ana.id) is Role.MEMBER
    assert await house.ctx.store.get("roles_in_chats") is None


async def test_a_group_that_is_not_there_is_said_and_nothing_is_changed(house: House):
    await opened(house, house.dana, "roles")

    said = await save(house, house.dana, trainees="@nobody-here", admins=house.dana.id)

    assert "There is no @nobody-here here" in said
    assert await house.ctx.store.get("roles_in_chats") is None


async def test_what_was_set_is_put_back_by_emptying_it_and_both_stand_in_the_ledger(house: House):
    await opened(house, house.dana, "roles")
    await save(house, house.dana, trainees="@trainees", admins=house.dana.id)
    assert await role(house, house.tia.id) is Role.TRAINEE

    await opened(house, house.dana, "roles")
    await save(house, house.dana, trainees="", admins="")

    assert await role(house, house.tia.id) is Role.MEMBER
    said = [
        one.outcome
        async for one in house.ctx.store.ledger(INSTALLATION)
        if one.outcome and "Roles" in one.outcome
    ]
    assert "MUTUALS_SLACK_TRAINEES: not set here, now @trainees." in str(said[0])
    assert "MUTUALS_SLACK_TRAINEES: @trainees, now not set here." in str(said[1])


async def test_an_admin_in_discord_names_a_role_and_a_person(house: House):
    await opened(house, house.eva, "roles")
    said = await save(house, house.eva, members="Care team", trainees=house.tom.id, admins=house.eva.id)
    assert "Care team" in said

    alert = await complaint(house)
    await house.open_form(house.tom, alert, Intent.REPLY)
    assert "You are a trainee here" in str(house.form(house.tom))
    await house.reply(house.ben, alert, "Hello Mia, we are on it.")
    assert house.said_by_brand()


async def test_nobody_locks_out_the_last_admin_in_discord_either(house: House):
    await opened(house, house.eva, "roles")
    assert "you would not be an admin any more" in await save(house, house.eva, admins="Care team")
    await opened(house, house.eva, "roles")
    assert "There is no @Nobody here" in await save(house, house.eva, members="Nobody", admins=house.eva.id)
    assert await house.ctx.store.get("roles_in_chats") is None


async def test_who_is_no_admin_sees_the_roles_and_changes_none(house: House):
    shown = await house.command(house.ana, "settings roles")

    assert "Admins" in shown
    await house.command(house.ana, "settings")
    assert "Change" not in house.private(house.ana)[-1].text


async def test_the_shell_shows_roles_and_puts_them_back_where_no_admin_is_left(house: House):
    await opened(house, house.dana, "roles")
    await save(house, house.dana, trainees="@trainees", admins=house.dana.id)
    checks = await doctor.examine(Settings.read())
    assert any("trainees are @trainees, set in a chat by" in one.said for one in checks)

    listed = await asyncio.to_thread(CliRunner().invoke, main.app, ["roles", "list"])
    gone = await asyncio.to_thread(CliRunner().invoke, main.app, ["roles", "reset", "slack"])

    assert "slack trainees: @trainees (set by Dana on" in listed.stdout
    assert gone.exit_code == 0
    await house.restart()
    assert await role(house, house.tia.id) is Role.MEMBER


async def test_the_file_still_says_what_was_not_set_in_chat(open_house: Open):
    house = await open_house(SLACK_MEMBERS="@care-team")
    await opened(house, house.dana, "roles")
    await save(house, house.dana, trainees="@trainees")

    assert await role(house, house.ana.id) is Role.MEMBER
    assert await role(house, house.tia.id) is Role.TRAINEE
    assert await role(house, house.vic.id) is Role.VIEWER
