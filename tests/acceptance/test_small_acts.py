"""Like and Repost under a fan's alert: by X's own pages, told as far as X tells it."""

import pytest

from mutuals.actions.interactions import InteractionService
from mutuals.cards.markup import Intent
from mutuals.domain.model import ActKind, Actor, ActState, AlertState, Path, Role
from mutuals.ports.interactions import Click
from tests.acceptance.alerts import acts, complaint, fan
from tests.acceptance.house import COMPLAINT, House
from tests.acceptance.test_late_failures import told_late

MEMBER = Actor("slack", "U1", "Ana", Role.MEMBER)


@pytest.mark.smoke
@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_a_repost_by_link_settles_a_fans_alert_once_it_is_seen_among_our_posts(house: House, name: str):
    who = getattr(house, name)
    alert = await fan(house)

    await house.press(who, alert, Intent.REPOST)
    url = house.link(who, "/intent/retweet")
    await house.in_both("savvari", "is reposting; not seen on X yet")
    await house.on_x(url)
    await house.later(minutes=2)
    await house.look()

    assert [one.repost_of for one in house.world.posts_of(house.brand.id)]
    await house.in_both("savvari", f"Reposted, seen on X by {who.name}")
    assert (await house.alert("savvari")).state is AlertState.SETTLED
    [act] = await acts(house, alert)
    assert (act.kind, act.path, act.state) == (ActKind.REPOST, Path.LINK, ActState.DONE)
    assert act.external_id == house.world.posts_of(house.brand.id)[0].id


@pytest.mark.smoke
@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_a_like_by_link_is_recorded_and_nobody_claims_that_it_was_done(house: House, name: str):
    who = getattr(house, name)
    alert = await fan(house)

    await house.press(who, alert, Intent.LIKE)
    said = house.told(who)
    await house.on_x(house.link(who, "/intent/like"))
    await house.later(minutes=40)

    assert "X does not tell Mutuals whether it was liked" in said
    shown = await house.in_both("savvari", f"Like begun on X by {who.name}")
    assert all("X does not tell Mutuals whether it was liked" in str(one) for one in shown.values())
    assert (await house.alert("savvari")).state is AlertState.OPEN
    [act] = await acts(house, alert)
    assert (act.kind, act.path, act.state) == (ActKind.LIKE, Path.LINK, ActState.UNVERIFIED)


async def test_a_colleague_gets_the_page_again_and_hears_who_was_there_first(house: House):
    alert = await fan(house)
    for intent in (Intent.LIKE, Intent.REPOST):
        await house.press(house.ana, alert, intent)
        if house.form(house.ana):
            await house.slack.close_view(house.ana.id)
        await house.later(minutes=2)

        await house.press(house.ben, alert, intent)

        assert "Ana asked for this page 2 min ago" in house.told(house.ben)
        assert house.link(house.ben, "/intent/")
    assert sorted(one.kind for one in await acts(house, alert)) == [ActKind.LIKE, ActKind.REPOST]


async def test_a_repost_that_is_not_seen_in_half_an_hour_is_said_and_may_be_tried_again(house: House):
    alert = await fan(house)
    await house.press(house.ben, alert, Intent.REPOST)
    for _ in range(8):
        await house.later(minutes=5)

    await house.in_both("savvari", "The repost was not seen on X within 30 minutes")
    assert any("Repost not seen on X" in one for one in told_late(house, house.ben))
    assert (await house.alert("savvari")).state is AlertState.OPEN
    await house.press(house.ben, await house.open_alert("savvari"), Intent.REPOST)
    assert [one.state for one in await acts(house, alert)] == [ActState.LAPSED, ActState.WAITING]


async def test_a_repost_from_a_phone_settles_a_fans_alert_too(house: House):
    await fan(house)
    post = house.world.posts_of(house.person("savvari").id)[0]

    house.world.post(house.brand.id, "", repost_of=post.id)
    await house.look()

    await house.in_both("savvari", "Reposted on X by @kettleco")
    assert (await house.alert("savvari")).state is AlertState.SETTLED


async def test_while_a_repost_waits_a_reply_goes_all_the_same(house: House):
    alert = await fan(house)
    await house.press(house.ben, alert, Intent.REPOST)

    await house.press(house.ben, alert, Intent.REPLY)
    await house.send(house.ben, "Thank you, you made our day!")
    await house.quiet()

    assert [one.endswith("Thank you, you made our day!") for one in house.said_by_brand()] == [True]


async def test_a_complaint_offers_neither(house: House):
    alert = await complaint(house)
    for shown in (await house.shown(alert)).values():
        assert not {"Like on X", "Repost on X"} & set(shown.labels)


@pytest.mark.parametrize(
    ("intent", "why"),
    [(Intent.LIKE, "no post here now that can be liked"), (Intent.REPOST, "only for praise")],
)
async def test_once_a_fan_complains_a_press_on_an_older_message_begins_nothing(
    house: House, intent: Intent, why: str
):
    alert = await fan(house)
    house.write("savvari", COMPLAINT)
    await house.look()

    said = await InteractionService(house.ctx).press(Click(alert.id, intent, MEMBER))

    assert said is not None
    assert why in str(said.lines)
    assert await acts(house, alert) == []


async def test_while_everything_is_stopped_no_page_is_given(house: House):
    alert = await fan(house)
    await house.stop_everything(house.eva)

    await house.press(house.ben, alert, Intent.LIKE)

    assert "intent/like" not in house.told(house.ben)
    assert await acts(house, alert) == []
