"""Settings seen and changed in the chats, by those who may, without a restart."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.ids import settings_id
from mutuals.service import brand_settings, doctor
from tests.acceptance.house import COMPLAINT, START, House, Member, Open, parts, slack_text
from tests.support.ledger import entries

MINUTE = timedelta(minutes=1)


async def opened(house: House, who: Member, group: str) -> dict[str, Any]:
    """The form of a group, opened by its button in the list."""
    await house.command(who, "settings")
    target = settings_id(house.brand_id, group)
    message = house.private(who)[-1]
    await house.press_in(who, message, target, Intent.SETTINGS)
    await house.quiet()
    form = house.form(who)
    assert form is not None, house.told(who)
    return form


async def save(house: House, who: Member, **values: str | list[str]) -> str:
    """Fill the open form in and send it; what is answered."""
    if who.chat == "slack":
        filled = {f"mutuals:field:{name}": {"mutuals:field": value} for name, value in values.items()}
        await house.slack.submit_view(who.id, filled)
        await house.quiet()
        form = house.form(who)
        assert form is not None
        return slack_text(form) + " ".join(map(str, (form.get("errors") or {}).values()))
    await house.discord.submit_modal(who.id, dict(values))
    await house.quiet()
    return house.private(who)[-1].text


@pytest.mark.smoke
async def test_an_admin_changes_a_time_in_either_chat_and_the_next_case_has_it(house: House):
    await opened(house, house.dana, "times")
    said = await save(house, house.dana, complaint_due_minutes="20")
    assert "Complaint: 20 minutes" in said

    post = house.write("mia", COMPLAINT)
    await house.look()
    assert (await house.case(post)).due_at - START <= 20 * MINUTE

    await opened(house, house.eva, "times")
    assert "10 minutes" in await save(house, house.eva, complaint_due_minutes="10")
    other = house.write("noa", COMPLAINT)
    await house.look()
    assert (await house.case(other)).due_at - START <= 10 * MINUTE


async def test_the_list_says_what_holds_and_the_group_says_why_it_does(house: House):
    await opened(house, house.dana, "times")
    await save(house, house.dana, complaint_due_minutes="20")

    for who in (house.ana, house.ben):
        said = await house.command(who, "settings times")
        assert "Complaint: 20 minutes (set in chat by Dana on" in said
        assert "Put back, it is 60 minutes." in said
        assert "Question: 120 minutes (default)" in said


async def test_what_is_set_in_the_file_says_so_and_holds_again_once_it_is_put_back(
    open_house: Open, tmp_path: Path
):
    file = tmp_path / "mutuals.toml"
    file.write_text("MUTUALS_COMPLAINT_DUE_MINUTES = 45\n")
    house = await open_house(SETTINGS_FILE=str(file))
    await opened(house, house.dana, "times")
    await save(house, house.dana, complaint_due_minutes="20")
    form = await opened(house, house.dana, "times")
    hints = [one["text"] for part in parts(form) if isinstance(one := part.get("hint"), dict)]

    assert any("Empty: 45 minutes (set in mutuals.toml)" in one for one in hints), hints
    assert "45 minutes again (set in mutuals.toml)" in await save(house, house.dana, complaint_due_minutes="")
    assert "Complaint: 45 minutes (set in mutuals.toml)" in await house.command(house.dana, "settings times")


async def test_a_value_that_is_not_usable_says_what_is_and_nothing_is_half_stored(house: House):
    for who in (house.dana, house.eva):
        await opened(house, who, "hours")
        said = await save(house, who, time_zone="Europe/Berlin", hours="mon-fri 18:00-09:00")
        assert "ends before it begins" in said
        brand = await house.store.brand(house.brand_id)
        assert brand is not None
        assert brand.settings == {}


async def test_what_was_refused_in_discord_stands_in_the_form_again(house: House):
    await opened(house, house.eva, "hours")
    await save(house, house.eva, time_zone="Berlin", digest_at="08:00")

    target = settings_id(house.brand_id, "hours")
    await house.press_in(house.eva, house.private(house.eva)[-1], target, Intent.SETTINGS, "again")
    await house.quiet()
    form = house.form(house.eva)
    held = [part["value"] for part in parts(form) if part.get("type") == 4 and part.get("value")]
    assert held == ["Berlin", "08:00"]


async def test_only_admins_may_change_settings_and_others_see_them(house: House):
    for who in (house.ana, house.ben):
        await house.command(who, "settings")
        target = settings_id(house.brand_id, "times")
        await house.press_in(who, house.private(who)[-1], target, Intent.SETTINGS)
        await house.quiet()
        assert "Complaint: 60 minutes (default)" in house.told(who)
    assert "You may" not in house.told(house.guest)


async def test_a_change_in_chat_stands_in_the_ledger_with_who_made_it(house: House):
    await opened(house, house.dana, "fans")
    await save(house, house.dana, follow_policy="everyone")

    [entry] = [one for one in await entries(house.store, house.brand_id) if one.entry == "setting"]
    assert (entry.actor_name, entry.act) == ("Dana", "settings")
    assert entry.text == "MUTUALS_FOLLOW_POLICY: not set here, now everyone." or "everyone" in str(
        entry.outcome
    )


async def test_another_channel_takes_the_next_alert_and_those_told_stay_where_they_are(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    for who, fans in ((house.dana, house.slack_fans), (house.eva, house.discord_fans)):
        await opened(house, who, "channels")
        await save(house, who, channel=fans)

    house.write("noa", COMPLAINT)
    await house.look()
    first, second = await house.alert("mia"), await house.alert("noa")
    assert {one.channel for one in await house.deliveries(f"alert/{first.id}")} == {
        house.slack_care,
        house.discord_care,
    }
    assert {one.channel for one in await house.deliveries(f"alert/{second.id}")} == {
        house.slack_fans,
        house.discord_fans,
    }


async def test_an_unknown_group_is_answered_by_the_nearest(house: House):
    assert "Did you mean times?" in await house.command(house.ana, "settings time")


async def test_the_command_line_and_the_doctor_say_what_was_set_in_a_chat_and_how_to_put_it_back(
    house: House,
):
    await opened(house, house.dana, "times")
    await save(house, house.dana, complaint_due_minutes="20")
    installation = house.service._installation

    rows = {one["name"]: one for one in await brand_settings.listed(installation, "@kettleco")}
    assert rows["MUTUALS_COMPLAINT_DUE_MINUTES"]["value"] == "20"
    assert "chat by Dana" in rows["MUTUALS_COMPLAINT_DUE_MINUTES"]["from"]
    assert rows["MUTUALS_SLACK_CHANNEL"]["from"].startswith("environment")
    [check] = await doctor.set_in_chat_checks(installation)
    assert "set in a chat by Dana" in check.said
    assert "mutuals brand set @kettleco MUTUALS_COMPLAINT_DUE_MINUTES=" in check.said
