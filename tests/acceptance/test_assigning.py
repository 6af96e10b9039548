"""An alert given to a colleague, who is told in private; and notes that the team writes under an alert."""

from datetime import timedelta
from typing import Any

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import Alert
from tests.acceptance.house import COMPLAINT, House, Member, Open, slack_text


async def waiting(house: House) -> Alert:
    house.write("mia", COMPLAINT)
    await house.look()
    return await house.open_alert("mia")


async def assign(house: House, who: Member, alert: Alert, to: Member, word: str = "") -> str:
    """Choose a colleague in the form; what is answered."""
    await house.press(who, alert, Intent.ASSIGN)
    return await choose(house, who, to, word)


async def choose(house: House, who: Member, to: Member, word: str = "") -> str:
    if who.chat == "slack":
        values: dict[str, Any] = {"to": to.id, "word": word}
        filled = {f"mutuals:field:{name}": {"mutuals:field": value} for name, value in values.items()}
        await house.slack.submit_view(who.id, filled)
        await house.quiet()
        form = house.form(who)
        assert form is not None
        return slack_text(form) + " ".join(map(str, (form.get("errors") or {}).values()))
    await house.discord.submit_modal(who.id, {"to": [to.id], "word": word})
    await house.quiet()
    return house.private(who)[-1].text


@pytest.mark.smoke
async def test_a_colleague_in_slack_has_it_and_is_told_in_a_direct_message(house: House):
    alert = await waiting(house)
    said = await assign(house, house.ana, alert, house.cleo, "You know her <!channel> best.")

    assert "Cleo has it until" in said
    assert "told in private" in said
    await house.in_both("mia", "Cleo has it")
    told = str(house.slack.snapshot(house.cleo.id))
    assert "Ana assigned this alert to you" in told
    assert "You know her" in told
    assert "Ana assigned this alert to you" not in str(house.slack.snapshot(house.vic.id))


@pytest.mark.smoke
async def test_a_colleague_in_discord_has_it_and_is_called_beside_the_alert(open_house: Open):
    house = await open_house(DISCORD_ADMINS="Owners")
    alert = await waiting(house)
    said = await assign(house, house.ben, alert, house.eva, "Please.")

    assert "Eva has it until" in said
    shown = await house.in_both("mia", "Eva has it")
    assert f"<@{house.eva.id}>" in "".join(shown["discord"].replies)
    assert "Ben Okafor assigned this alert to you" in "".join(shown["discord"].replies)


async def test_nobody_without_a_role_gets_an_alert(house: House):
    alert = await waiting(house)
    assert "may not act on alerts" in await assign(house, house.ben, alert, house.outsider)
    assert "may not act on alerts" in await assign(house, house.ana, alert, house.guest)
    assert (await house.alert("mia")).claimed_by is None
    await house.slack.close_view(house.ana.id)
    await house.press(house.ana, alert, Intent.ASSIGN)
    await house.slack.submit_view(house.ana.id, {})
    await house.quiet()
    assert "Choose a colleague" in str((house.form(house.ana) or {}).get("errors"))


async def test_it_is_theirs_until_the_answer_is_due_and_then_they_are_called(house: House):
    alert = await waiting(house)
    await assign(house, house.ana, alert, house.cleo)
    await house.later(minutes=30)
    assert (await house.alert("mia")).claimed_by == "Cleo"

    await house.later(minutes=31)
    shown = (await house.shown(alert))["slack"]
    assert "Cleo has claimed it" in "".join(shown.replies)
    await house.later(minutes=30)
    assert (await house.alert("mia")).claimed_by is None


@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_a_note_under_an_alert_is_kept_and_stands_behind_why(house: House, chat: str):
    who = house.ana if chat == "slack" else house.ben
    alert = await waiting(house)
    await house.press(who, alert, Intent.NOTE)
    await house.send(who, "Likes to be called Mimi. @everyone")
    await house.in_both("mia", "mia")
    assert "A note was written" not in (await house.shown(alert))["slack"].text

    await house.press(house.ben, alert, Intent.WHY)
    assert "Likes to be called Mimi." in house.told(house.ben)
    assert "A note was written" in house.told(house.ben)


async def test_a_trainee_assigns_and_a_viewer_does_not(open_house: Open):
    house = await open_house(SLACK_TRAINEES="trainees", SLACK_MEMBERS="care-team")
    alert = await waiting(house)
    assert "Ana has it until" in await assign(house, house.tia, alert, house.ana)
    await house.press(house.vic, alert, Intent.ASSIGN)
    assert "Your role here is viewer" in house.told(house.vic)
    assert (await house.alert("mia")).claimed_until - house.clock.now() <= timedelta(days=1)  # type: ignore[operator]
