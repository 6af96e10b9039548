"""The rest of an alert's menu: claims, dismissals, the reasons; and clicks on an alert that is long closed."""

import pytest

from mutuals.cards.markup import Intent
from tests.acceptance.alerts import complaint
from tests.acceptance.house import House
from tests.support.present import present


@pytest.mark.smoke
async def test_a_claim_is_shown_released_and_runs_out(house: House):
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.CLAIM)
    await house.in_both("mia", "Ana has it")

    await house.press(house.ben, alert, Intent.RELEASE)
    await house.in_both("mia", "Released by Ben Okafor")
    await house.press(house.ben, alert, Intent.CLAIM)
    await house.later(minutes=16)

    assert (await house.open_alert("mia")).claimed_by is None
    await house.in_both("mia", "Ben Okafor had it for a while; it is free again")


@pytest.mark.smoke
async def test_a_dismissal_says_who_and_why_and_nobody_is_told_again(house: House):
    house.make_loyal("savvari")
    await house.look()

    await house.press(house.ana, await house.open_alert("savvari"), Intent.DISMISS, "not_needed")
    await house.later(days=2)
    house.write("savvari", "@kettleco still love it")
    await house.look()

    await house.in_both("savvari", "Dismissed (needs no answer) by Ana")
    assert len(await house.alerts()) == 1


async def test_a_dismissed_complaint_is_over_and_a_new_one_is_told(house: House):
    alert = await complaint(house)
    await house.press(house.ben, alert, Intent.DISMISS, "spam")
    await house.later(days=3)

    house.write("mia", "@kettleco and now the lid is broken, terrible")
    await house.look()

    assert (await house.open_alert("mia")).episode == 2


@pytest.mark.smoke
async def test_why_this_alert_is_answered_privately_without_follower_counts(house: House):
    house.make_loyal("savvari", followers=48213)
    await house.look()

    await house.press(house.ana, await house.open_alert("savvari"), Intent.WHY)

    assert "Why this alert" in house.told(house.ana)
    assert "48213" not in house.everything_shown()


async def test_a_click_on_a_long_closed_alert_is_told_what_happened(house: House):
    alert = await complaint(house)
    seen = await house.shown(alert)
    await house.reply(house.ben, alert, "Sorry!")
    await house.later(days=3)

    for who in (house.ana, house.ben):
        with_old = seen[who.chat]
        if who.chat == "slack":
            house.slack.space.channels[house.slack_care].messages[with_old.id].blocks = with_old.raw["blocks"]
        else:
            present(house.discord._guild.find_message(with_old.id))[1].data["components"] = with_old.raw[
                "components"
            ]
        await house.press_in(who, with_old, alert.id, Intent.CLAIM)
        await house.quiet()

        assert "closed already: Replied by Ben Okafor, 3 d ago" in house.told(who)


# --- who may
