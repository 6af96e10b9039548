"""Several brands in one installation: each told in its own channels, with settings of its own."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from mutuals.domain.errors import NotAuthorized, SettingsError
from mutuals.domain.model import Account, Brand, PeriodicTask
from mutuals.ports.integration import NetworkIntegration, NetworkKit
from mutuals.ports.settings import Section
from mutuals.service import brand_admin, brand_registry, doctor, integrations
from mutuals.service.bootstrap import Installation as Parts
from mutuals.service.bootstrap import Settings
from mutuals_sandbox.faults import FaultKind
from mutuals_sandbox.world import User
from mutuals_x.settings import XSettings
from tests.acceptance.house import COMPLAINT, House
from tests.support.present import present
from tests.support.waiting import until

TEA_COMPLAINT = "@teaworks my tea tin arrived crushed, this is unacceptable"


def teaworks(house: House) -> User:
    """The second brand's account at X."""
    return house.person("teaworks")


def complain_about_tea(house: House) -> None:
    """Somebody writes to the second brand."""
    teaworks(house)
    house.write("mia", TEA_COMPLAINT)


async def add_teaworks(house: House, **own: str) -> Brand:
    """A second brand, told in the channels for fans of the first."""
    account = teaworks(house)
    access, refresh = house.x.issue_tokens(account.id)
    parts = await Parts.open(Settings.read(), house.clock)

    async def sign_in(part: NetworkIntegration, section: Section, kit: NetworkKit) -> Account:
        return await part.adopt(section, kit, {"access_token": access, "refresh_token": refresh})

    routes = {"MUTUALS_SLACK_CHANNEL": house.slack_fans, "MUTUALS_DISCORD_CHANNEL": house.discord_fans}
    try:
        return await brand_admin.add(parts, "x", routes | own, sign_in)
    finally:
        await parts.store.close()


def of_x(settings: Settings) -> XSettings:
    """What is set for X."""
    section = settings.sections[XSettings]
    assert isinstance(section, XSettings)
    return section


def texts(house: House) -> dict[str, str]:
    """What stands in each of the four channels."""
    return {
        "slack care": json.dumps(house.slack_messages()),
        "slack tea": json.dumps(house.slack_messages(channel=house.slack_fans)),
        "discord care": json.dumps(house.discord_messages()),
        "discord tea": json.dumps(house.discord_messages(channel=house.discord_fans)),
    }


@pytest.mark.smoke
async def test_each_brand_is_told_in_its_own_channels_and_nowhere_else(house: House):
    complain_about_tea(house)
    house.write("leo", COMPLAINT)

    await add_teaworks(house)
    await house.look()

    await until(lambda: "crushed" in texts(house)["discord tea"])
    shown = texts(house)
    assert "crushed" in shown["slack tea"]
    assert "kettle" not in shown["slack tea"] + shown["discord tea"]
    assert "crushed" not in shown["slack care"] + shown["discord care"]
    assert "kettle" in shown["slack care"]


async def test_a_command_speaks_only_of_the_brand_whose_channel_it_was_typed_in(house: House):
    complain_about_tea(house)
    house.write("leo", COMPLAINT)
    await add_teaworks(house)
    await house.look()

    said = await house.command(house.ana, "queue")

    assert "@leo" in said
    assert "@mia" not in said


async def test_a_brand_has_its_own_line_and_hours_and_keeps_them_after_a_restart(house: House):
    brand = await add_teaworks(house, MUTUALS_COMPLAINT_DUE_MINUTES="15", MUTUALS_TIME_ZONE="Asia/Tokyo")
    await house.quiet()

    await house.restart()

    watched = present(await house.ctx.brands.find(brand.id))
    first = present(await house.ctx.brands.find(house.brand_id))
    assert watched.policy.time_zone == "Asia/Tokyo"
    assert first.policy.time_zone == "UTC"


async def test_a_paused_brand_is_not_read_and_what_came_is_told_when_it_goes_on(house: House):
    brand = await add_teaworks(house)
    await house.quiet()
    parts = await Parts.open(Settings.read(), house.clock)
    await brand_admin.pause(parts, "@teaworks", paused=True)
    complain_about_tea(house)

    await house.later(hours=7)
    paused = texts(house)["slack tea"]
    due = await parts.store.due(house.clock.now())
    await brand_admin.pause(parts, brand.id, paused=False)
    await house.restart()
    await parts.store.close()

    assert "crushed" not in paused
    assert f"{PeriodicTask.POLL}/{brand.id}" not in due
    await until(lambda: "crushed" in texts(house)["slack tea"])


async def test_a_setting_that_is_changed_while_the_service_runs_is_followed(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    brand = await add_teaworks(house)
    monkeypatch.setattr(brand_registry, "FRESH", 0.0)
    parts = await Parts.open(Settings.read(), house.clock)

    await brand_admin.change(parts, "teaworks", {"MUTUALS_SLACK_CHANNEL": house.slack_care})
    await parts.store.close()
    complain_about_tea(house)
    await house.read(lambda tx: tx.tasks.plan(PeriodicTask.POLL, house.clock.now()))
    await house.quiet()

    watched = present(await house.ctx.brands.find(brand.id))
    assert watched.brand.settings["MUTUALS_SLACK_CHANNEL"] == house.slack_care
    await until(lambda: "crushed" in texts(house)["slack care"])


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (
            {"MUTUALS_DATABASE_URL": "sqlite:///x"},
            "can't be set for one brand; all brands share it. .*brand set @",
        ),
        ({"MUTUALS_FOO": "1"}, "There is no setting MUTUALS_FOO. .*says: mutuals brand set @"),
        ({"MUTUALS_X_CLIENT_SECRET": "s"}, "is secret"),
        ({"MUTUALS_TIME_ZONE": "Mars/Base"}, "no time zone"),
    ],
)
async def test_a_setting_that_a_brand_cannot_have_is_refused_in_words(
    house: House, own: dict[str, str], words: str
):
    parts = await Parts.open(Settings.read(), house.clock)

    with pytest.raises(SettingsError, match=words):
        await brand_admin.change(parts, "kettleco", own)
    await parts.store.close()


async def test_a_secret_of_one_brand_is_kept_sealed_and_used_for_it_alone(house: House):
    brand = await add_teaworks(house)
    parts = await Parts.open(Settings.read(), house.clock)

    await brand_admin.change_secret(parts, "teaworks", "MUTUALS_X_CLIENT_SECRET", "very-secret-words")
    rows = await brand_admin.listed(parts)
    theirs = await parts.of_brand(present(await parts.store.brand(brand.id)))
    ours = await parts.of_brand(present(await parts.store.brand(house.brand_id)))
    await parts.store.close()

    assert present(of_x(theirs).client_secret).get_secret_value() == "very-secret-words"
    assert of_x(ours).client_secret is None
    assert "very-secret" not in json.dumps(rows)
    assert b"very-secret" not in (house.folder / "mutuals.db").read_bytes()


async def test_two_networks_of_one_sign_in_in_one_process_renew_it_once(house: House):
    brand = await add_teaworks(house)
    await house.quiet()
    await house.stop()
    parts = await Parts.open(Settings.read(), house.clock)
    x = integrations.networks()["x"]
    networks = [
        x.build(parts.section(x), parts.network_kit("x", parts.limiter("x", brand_id=brand.id), brand.slot))
        for _ in range(2)
    ]
    house.x_faults.plan(FaultKind.SLOW, "oauth2/token", times=9, seconds=0.3)
    house.clock.at += timedelta(hours=3)

    answers = await asyncio.gather(*(one.mentions(None) for one in networks))

    assert len(answers) == 2
    renewals = [line for kind, line in house.x_faults.struck if kind is FaultKind.SLOW]
    assert renewals == ["POST /2/oauth2/token"]
    for one in networks:
        await one.close()
    await parts.store.close()


async def test_the_doctor_tries_the_sign_in_of_an_added_brand_by_its_handle(house: House):
    await add_teaworks(house)
    await house.stop()
    house.environment(X_ACCESS_TOKEN=None, X_REFRESH_TOKEN=None)

    checks = await doctor.examine(Settings.read())

    assert [one.title for one in checks if not one.ok] == []
    assert {"@teaworks: X sign-in", "@teaworks: X rights"} <= {one.title for one in checks}
    assert "Nobody has signed in" not in str(checks)


async def test_the_doctor_names_the_added_brand_that_x_refuses_and_how_to_sign_it_in(house: House):
    brand = await add_teaworks(house)
    await house.stop()
    parts = await Parts.open(Settings.read(), house.clock)
    tokens = await parts.vault("x", brand.slot).read("x.tokens")
    house.x.revoke(present(tokens)["access_token"])
    await parts.store.close()

    [bad] = [one for one in await doctor.examine(Settings.read()) if not one.ok]

    assert bad.title == "@teaworks: X sign-in"
    assert "mutuals brand add" in bad.next_step


async def test_of_very_many_brands_the_doctor_tries_the_first_and_says_so(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    await add_teaworks(house)
    parts = await Parts.open(Settings.read(), house.clock)
    tea = (await parts.others())[0]
    await parts.store.put_brand(replace(tea, id="x999", account=replace(tea.account, id="999", handle="zzz")))
    await parts.store.close()
    await house.stop()
    monkeypatch.setattr(doctor, "MOST_BRANDS", 1)

    checks = await doctor.examine(Settings.read())

    assert "2 brands were added, and the first 1 were tried" in str(checks)
    assert not any("@zzz" in one.title for one in checks)


async def test_tokens_that_x_refuses_are_not_kept(house: House):
    parts = await Parts.open(Settings.read(), house.clock)
    before = await parts.store.secrets()

    async def sign_in(part: NetworkIntegration, section: Section, kit: NetworkKit) -> Account:
        return await part.adopt(section, kit, {"access_token": "wrong", "refresh_token": "wrong too"})

    with pytest.raises(NotAuthorized):
        await brand_admin.add(parts, "x", {}, sign_in)

    assert await parts.store.secrets() == before
    assert await parts.others() == []
    await parts.store.close()


async def test_a_brand_that_is_signed_in_anew_keeps_its_settings_and_its_secrets(house: House):
    brand = await add_teaworks(house, MUTUALS_TIME_ZONE="Asia/Tokyo")
    parts = await Parts.open(Settings.read(), house.clock)
    await brand_admin.change_secret(parts, "teaworks", "MUTUALS_X_CLIENT_SECRET", "very-secret-words")

    again = await add_teaworks(house)
    theirs = await parts.of_brand(present(await parts.store.brand(brand.id)))
    await parts.store.close()

    assert again.slot != brand.slot
    assert theirs.policy().time_zone == "Asia/Tokyo"
    assert present(of_x(theirs).client_secret).get_secret_value() == "very-secret-words"


async def test_a_brand_whose_stored_setting_makes_no_sense_is_named_and_the_others_are_watched(house: House):
    """An earlier version took `inf` for a day's limit."""
    complain_about_tea(house)
    brand = await add_teaworks(house)
    await house.ctx.store.put_brand(
        replace(brand, settings={**brand.settings, "MUTUALS_DAILY_DOLLARS": "inf"})
    )
    with capture_logs() as logs:
        await house.restart()
        house.write("noa", COMPLAINT)
        await house.look()
        await house.later(minutes=5)

    await house.in_both("noa", "Complaint")
    [said] = [one for one in logs if one["event"] == "brand.not_usable"]
    assert "@teaworks" in said["why"]
    assert "MUTUALS_DAILY_DOLLARS" in said["why"]
    assert "mutuals brand set @teaworks" in said["why"]
    assert [one for one in logs if one["log_level"] == "error" and one is not said] == []


async def test_the_doctor_names_a_brand_whose_stored_setting_makes_no_sense_and_it_can_be_mended(
    house: House,
):
    brand = await add_teaworks(house)
    await house.ctx.store.put_brand(
        replace(brand, settings={**brand.settings, "MUTUALS_DAILY_DOLLARS": "inf"})
    )
    parts = await Parts.open(Settings.read(), house.clock)
    try:
        checks = await doctor._added(parts, (await brand_admin.find(parts, "@teaworks")))
        await brand_admin.change(parts, "@teaworks", {"MUTUALS_DAILY_DOLLARS": "5"})
        with pytest.raises(SettingsError, match="MUTUALS_DAILY_DOLLARS"):
            await brand_admin.change(parts, "@teaworks", {"MUTUALS_DAILY_DOLLARS": "inf"})
        mended = await parts.of_brand(await brand_admin.find(parts, "@teaworks"))
    finally:
        await parts.store.close()

    assert [one.ok for one in checks] == [False]
    assert "@teaworks" in checks[0].said
    assert mended.core.daily_dollars == 5
