"""Who may do what: viewers, trainees, members and admins, through both chats' real libraries."""

import pytest

from mutuals.cards.markup import Intent
from tests.acceptance.alerts import complaint
from tests.acceptance.house import House, Open

GROUPS = {"SLACK_MEMBERS": "@care-team", "SLACK_TRAINEES": "trainees", "DISCORD_TRAINEES": "Trainees"}
DRAFT = "Hello Mia, we send a new kettle today."


@pytest.fixture
async def house(open_house: Open) -> House:
    return await open_house(**GROUPS)


@pytest.mark.parametrize(("trainee", "member"), [("tia", "ben"), ("tom", "ana")])
@pytest.mark.parametrize("do", [Intent.REPLY, Intent.ACKNOWLEDGE])
async def test_a_trainees_text_is_kept_for_a_member_who_sends_it(
    house: House, trainee: str, member: str, do: Intent
):
    alert, learner, sender = await complaint(house), getattr(house, trainee), getattr(house, member)

    await house.open_form(learner, alert, do)
    assert "You are a trainee here" in str(house.form(learner))
    await house.send(learner, DRAFT)
    assert "your text was not sent" in house.told(learner)
    assert house.said_by_brand() == []
    await house.in_both("mia", f"drafted (a member can send it) by {learner.name}")

    filled = await house.open_form(sender, alert, do, template="offer-0")
    assert filled == DRAFT
    assert f"Drafted by {learner.name}" in str(house.form(sender))
    await house.send(sender, filled)

    assert house.said_by_brand()[0].endswith(DRAFT)
    past = "Replied" if do is Intent.REPLY else "Acknowledged"
    await house.in_both("mia", f"{past} with {learner.name}'s draft by {sender.name}")


async def test_of_two_trainees_drafts_and_a_members_own_none_is_lost(house: House):
    alert = await complaint(house)
    await house.reply(house.tia, alert, "First text")
    await house.later(minutes=5)
    await house.reply(house.tom, alert, "Second text")

    assert await house.open_form(house.ana, alert) == "Second text"
    assert "Tia drafted, 5 min ago: First text" in str(house.form(house.ana))
    await house.slack.close_view(house.ana.id)
    await house.restart()
    await house.reply(house.tom, alert, "Third text")

    assert await house.open_form(house.ana, alert) == "Second text"  # what Ana had before her, and has kept
    assert "Tom drafted, 0 s ago: Third text" in str(house.form(house.ana))
    assert await house.open_form(house.tia, alert) == "First text"


@pytest.mark.smoke
async def test_a_trainee_may_claim_and_snooze_but_not_follow_dismiss_or_judge(house: House):
    alert = await complaint(house)

    for learner in (house.tia, house.tom):
        for do, value, what in (
            (Intent.DISMISS, "not_needed", "dismiss alerts"),
            (Intent.FEEDBACK, "more", "judge alerts"),
            (Intent.PREFER, "talk", "note what somebody wants"),
        ):
            await house.press(learner, alert, do, value)
            assert f"Your role here is trainee, so you can't {what}" in house.told(learner)
    assert (await house.open_alert("mia")).version == alert.version

    await house.press(house.tia, alert, Intent.CLAIM)
    assert (await house.open_alert("mia")).claimed_by == "Tia"
    await house.press(house.tom, await house.open_alert("mia"), Intent.SNOOZE, "1h")
    await house.in_both("mia", "Snoozed by Tom")


@pytest.mark.smoke
async def test_a_viewer_reads_and_is_told_privately_why_not_more(house: House):
    """Somebody of the workspace who is in none of the groups."""
    alert = await complaint(house)

    assert "@mia" in await house.command(house.vic, "queue")
    await house.press(house.vic, alert, Intent.WHY)
    assert "Why this alert" in house.told(house.vic)
    for do in (Intent.CLAIM, Intent.REPLY):
        await house.press(house.vic, alert, do)
        assert "Your role here is viewer" in house.told(house.vic)
    assert "Ask a trainee to do it, or an admin for another role" in house.told(house.vic)
    assert "Your role here is viewer" not in house.told(house.ana)
    assert (await house.open_alert("mia")).version == alert.version


async def test_the_role_is_looked_at_again_when_the_form_is_sent(house: House):
    """Discord tells the roles with every click, so taking one away works at once."""
    alert = await complaint(house)
    await house.open_form(house.ben, alert)
    member = house.discord._guild.members[house.ben.id]
    trainees = next(one.id for one in house.discord._guild.roles.values() if one.name == "Trainees")
    member.role_ids[:] = [trainees]

    await house.send(house.ben, DRAFT)

    assert "your text was not sent" in house.told(house.ben)
    assert house.said_by_brand() == []


async def test_somebody_who_left_the_group_has_lost_the_role_five_minutes_later(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.CLAIM)
    assert (await house.open_alert("mia")).claimed_by == "Ana"
    group = next(one for one in house.slack.space.groups.values() if one.handle == "care-team")
    group.users.remove(house.ana.id)
    monkeypatch.setattr("mutuals_slack.user_groups.CACHE_SECONDS", 0.0)

    await house.press(house.ana, await house.open_alert("mia"), Intent.RELEASE)

    assert "Your role here is viewer, so you can't release alerts" in house.told(house.ana)


async def test_only_admins_put_the_alert_line_back_and_stop_everything(house: House):
    for who in (house.ana, house.ben):
        for command in ("reset-line", "stop", "start"):
            said = await house.command(who, command)
            assert "Your role here is member" in said
            assert "Ask an admin" in said
    assert await house.ctx.store.get("stopped") is None


async def test_a_trainee_may_not_reopen_what_a_member_has_closed(house: House):
    alert = await complaint(house)
    await house.press(house.ben, alert, Intent.DISMISS, "spam")

    await house.press(house.tia, alert, Intent.REOPEN)

    assert "reopen alerts" in house.told(house.tia)
    await house.in_both("mia", "Complaint, dismissed")
