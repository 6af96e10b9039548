"""Follows, by link and by the API, and what both chats say of them."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import ActKind, ActState, AlertState, CaseState, Path
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.alerts import acts, fan, fans
from tests.acceptance.house import WANTS_FOLLOW, House, Open
from tests.acceptance.test_late_failures import directly

SLOW = FaultKind.SLOW


@pytest.mark.smoke
async def test_follow_by_link_closes_the_alert_only_when_it_is_seen_on_x(house: House):
    alert = await fan(house)

    await house.press(house.ana, alert, Intent.FOLLOW)
    url = house.link(house.ana, "/intent/follow")
    await house.in_both("savvari", "Ana is following; not seen on X yet")
    await house.later(seconds=5)
    still = await house.alert("savvari")
    await house.on_x(url)
    await house.later(seconds=10)

    assert still.state is AlertState.OPEN
    await house.in_both("savvari", "Followed, seen on X by Ana")
    assert [(one.path, one.state) for one in await acts(house, alert)] == [(Path.LINK, ActState.DONE)]


async def test_following_from_the_wrong_account_does_not_close_the_alert(house: House):
    alert = await fan(house)
    await house.press(house.ana, alert, Intent.FOLLOW)

    await house.on_x(house.link(house.ana, "/intent/follow"), as_user=house.staff)
    for _ in range(4):
        await house.later(minutes=2)

    assert (await house.alert("savvari")).state is AlertState.OPEN
    await house.in_both("savvari", "not seen on X yet")


async def test_a_follow_that_is_not_seen_in_half_an_hour_is_open_again_and_says_so(house: House):
    alert = await fan(house)
    await house.press(house.ana, alert, Intent.FOLLOW)

    for _ in range(8):
        await house.later(minutes=5)

    shown = await house.in_both("savvari", "was not seen on X within 30 minutes, so this is open again")
    assert all(any(label.startswith("Follow") for label in one.labels) for one in shown.values())
    await house.press(house.ben, await house.open_alert("savvari"), Intent.FOLLOW) if "Follow" in str(
        shown["discord"].labels
    ) else None


async def test_a_refused_follow_is_remembered_and_the_api_is_not_asked_a_second_time(house: House):
    first, second, third = await fans(house, "savvari", "lindy", "mats")
    tried = lambda: [line for _, line in house.x_faults.struck if "following" in line]  # noqa: E731
    house.x_faults.plan(SLOW, r"POST /2/users/\d+/following", times=99, seconds=0.0)

    await house.press(house.ana, first, Intent.FOLLOW)
    after_first = len(tried())
    shown = await house.shown(second)
    assert "Follow on X as @kettleco" in shown["slack"].labels
    await house.press(house.ana, second, Intent.FOLLOW)

    assert (after_first, len(tried())) == (1, 1)
    await house.restart()
    await house.press(house.ana, third, Intent.FOLLOW)
    assert len(tried()) == 1


async def test_in_discord_the_follow_link_stays_reachable_and_is_verified_too(house: House):
    first, second = await fans(house, "savvari", "lindy")
    await house.press(house.ben, first, Intent.FOLLOW)

    await house.press(house.ben, second, Intent.FOLLOW)
    await house.on_x(house.link(house.ben, f"user_id={second.person_id}"))
    await house.later(seconds=10)

    await house.in_both("lindy", "Followed, seen on X by Ben Okafor")


@pytest.mark.smoke
async def test_an_enterprise_account_follows_by_the_api(house: House):
    house.x.set_tier("enterprise")
    house.access, house.refresh = house.x.issue_tokens(
        house.brand.id,
        ("tweet.read", "users.read", "follows.read", "follows.write", "tweet.write", "offline.access"),
    )
    house.environment()
    await house.restart()
    alert = await fan(house)

    await house.press(house.ben, alert, Intent.FOLLOW)

    assert house.world.follows.has(house.brand.id, alert.person_id)
    await house.in_both("savvari", "Followed by Ben Okafor")
    assert [one.path for one in await acts(house, alert)] == [Path.API]


async def test_following_who_asked_for_it_settles_their_case(house: House):
    house.x.set_tier("enterprise")
    who = house.person("dana")
    house.world.follow(who.id, house.brand.id)
    post = house.write("dana", WANTS_FOLLOW)
    await house.look()
    alert = await house.open_alert("dana")

    await house.press(house.ana, alert, Intent.FOLLOW)
    await house.on_x(house.link(house.ana, "/intent/follow"))
    await house.later(seconds=10)

    assert (await house.case(post)).state is CaseState.ANSWERED
    await house.in_both("dana", "Followed")


async def test_a_follow_by_link_that_is_seen_after_the_alert_was_closed_is_said_in_it(house: House):
    house.make_loyal("savvari")
    await house.look()
    await house.press(house.ana, await house.open_alert("savvari"), Intent.FOLLOW)
    url = house.link(house.ana, "/intent/follow")
    await house.later(minutes=2)
    house.answer(house.world.posts_of(house.person("savvari").id)[0], "You are the best!")
    await house.look()
    await house.in_both("savvari", "Answered on X by @kettleco")

    await house.on_x(url)
    await house.later(minutes=2)

    await house.in_both("savvari", "Followed, seen on X by Ana")


@pytest.mark.smoke
@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_while_a_follow_by_link_waits_the_link_is_there_again_and_cancel_gives_it_up(
    house: House, name: str
):
    who = getattr(house, name)
    alert = await fan(house)
    await house.press(who, alert, Intent.FOLLOW)
    if who.chat == "slack" and house.form(who):
        await house.slack.close_view(who.id)
    for shown in (await house.in_both("savvari", "not seen on X yet")).values():
        assert "Open X again" in shown.labels
        assert any("intent/follow" in url for url in shown.urls)

    await house.press(who, alert, Intent.WITHDRAW, "follow")
    await house.later(minutes=31)

    for shown in (await house.in_both("savvari", f"Follow cancelled by {who.name}")).values():
        assert "Cancel" not in shown.labels
        assert any(label.startswith("Follow") for label in shown.labels)
    assert [one.state for one in await acts(house, alert)][-1] is ActState.WITHDRAWN


@pytest.mark.smoke
@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_one_form_follows_whoever_asks_for_it_and_asks_them_to_write_in_private(
    house: House, name: str
):
    who = getattr(house, name)
    house.write("mia", WANTS_FOLLOW)
    await house.look()
    alert = await house.open_alert("mia")
    for shown in (await house.in_both("mia")).values():
        assert "Follow & ask them to message" in shown.labels

    text = await house.open_form(who, alert, Intent.FOLLOW_AND_ASK)
    assert "following you now, so you can send us a message" in text
    assert "This follows @mia and sends the text" in str(house.form(who))
    await house.send(who, "We follow you now: please send us the details in a private message.")

    url = house.link(who, "/intent/follow")
    assert len(house.said_by_brand()) == 1
    await house.on_x(url)
    await house.later(seconds=10)
    states = {one.kind: one.state for one in await acts(house, alert)}
    assert states == {ActKind.FOLLOW: ActState.DONE, ActKind.REPLY: ActState.DONE}


async def test_a_reply_that_waits_goes_out_though_the_follow_has_closed_the_alert(open_house: Open):
    house = await open_house(REPLY_DELAY_SECONDS="10")
    house.write("mia", WANTS_FOLLOW)
    await house.look()
    alert = await house.open_alert("mia")
    await house.open_form(house.ben, alert, Intent.FOLLOW_AND_ASK)
    await house.send(house.ben, "We follow you now: please write to us in private.")
    await house.on_x(house.link(house.ben, "/intent/follow"))
    await house.later(seconds=5)
    shown = await house.in_both("mia", "followed")
    assert all("Withdraw" in one.labels for one in shown.values())

    await house.later(seconds=10)

    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Replied by Ben")


async def test_who_followed_by_link_with_a_text_is_told_when_the_follow_was_never_seen(house: House):
    house.write("mia", WANTS_FOLLOW)
    await house.look()
    alert = await house.open_alert("mia")
    await house.open_form(house.ana, alert, Intent.FOLLOW_AND_ASK)
    await house.send(house.ana, "We follow you now: please write to us in private.")
    assert (await house.alert("mia")).state is AlertState.SETTLED

    await house.later(minutes=31)

    [told] = directly(house, house.ana)
    assert "Follow not seen on X" in told
    assert "open again" not in told
