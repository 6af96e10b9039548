"""The brand's policy and people's wishes, seen in both chats."""

from datetime import timedelta

import pytest

from mutuals.actions.interactions import InteractionService
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.domain.model import Actor, AlertState, Role
from mutuals.ports.interactions import Click
from tests.acceptance.house import COMPLAINT, QUESTION, START, WANTS_FOLLOW, House, Open

MINUTE = timedelta(minutes=1)


async def known_for_long(open_house: Open, **settings: str) -> House:
    """A house that has known this brand's mentions for ten days."""
    house = await open_house(**settings)
    house.write("elder", "@kettleco the green one looks nice", at=START - timedelta(days=10))
    await house.look()
    return house


async def offered(house: House, handle: str) -> list[list[str]]:
    """The labels of what can be pressed, in each chat."""
    alert = await house.alert(handle)
    return [one.labels for one in (await house.shown(alert)).values()]


@pytest.mark.smoke
async def test_the_first_contact_of_a_person_is_answered_sooner_than_a_regulars_next(open_house: Open):
    house = await known_for_long(open_house)
    house.write("elder", COMPLAINT)
    post = house.write("newcomer", "@kettleco my kettle came without its lid, so disappointed")

    await house.look()

    assert (await house.case(post)).due_at - START == 30 * MINUTE
    await house.in_both("newcomer", "First contact")
    shown = await house.in_both("elder", "Complaint")
    assert all("First contact" not in one.text for one in shown.values())


async def test_a_brand_that_is_watched_since_today_knows_no_first_contacts(house: House):
    post = house.write("newcomer", COMPLAINT)

    await house.look()

    assert (await house.case(post)).due_at - START == 60 * MINUTE


async def test_whom_we_follow_gets_a_quicker_answer(house: House):
    house.world.follow(house.brand.id, house.person("friend").id)
    post = house.write("friend", COMPLAINT)

    await house.look()

    assert (await house.case(post)).due_at - START == 30 * MINUTE
    await house.in_both("friend", "followed by you")


@pytest.mark.smoke
async def test_a_loyal_fan_who_complains_is_a_fan_at_risk_in_one_alert(house: House):
    house.make_loyal("savvari")
    post = house.write("savvari", COMPLAINT)

    await house.look()

    assert (await house.case(post)).due_at - START == 30 * MINUTE
    await house.in_both("savvari", "A fan at risk", "Loyal fan, follows you")
    assert len(await house.alerts()) == 1


@pytest.mark.smoke
async def test_who_asks_to_be_left_alone_is_left_alone_in_every_way(house: House):
    house.make_loyal("savvari")
    await house.look()
    await house.in_both("savvari", "0 answers")

    house.write("savvari", "@kettleco please leave me alone")
    await house.look()

    await house.in_both("savvari", "They asked to be left alone", "sends them nothing")
    for labels in await offered(house, "savvari"):
        assert not {"Reply", "Acknowledge", "Follow", "Follow on X"} & set(labels), labels
    alert = await house.alert("savvari")
    interactions, actor = InteractionService(house.ctx), Actor("slack", house.ana.id, "Ana", role=Role.MEMBER)
    for answer in (await interactions.press(Click(alert.id, Intent.FOLLOW, actor)),
                   await interactions.open_form(Click(alert.id, Intent.REPLY, actor)),
                   await interactions.submit(Click(alert.id, Intent.REPLY, actor), "hello")):  # fmt: skip
        assert isinstance(answer, EphemeralReply)
        assert not answer.ok
        assert "left alone" in str(answer.lines)
    assert house.said_by_brand() == []


async def test_a_complaint_of_somebody_who_wants_to_be_left_alone_is_still_told(house: House):
    house.write("mia", "@kettleco stop messaging me. my kettle is broken, this is terrible and unacceptable")

    await house.look()

    await house.in_both("mia", "Complaint", "They asked to be left alone")


async def test_the_team_notes_that_somebody_just_wants_to_talk_and_can_take_it_back(house: House):
    house.make_loyal("savvari")
    await house.look()

    await house.press(house.ana, await house.open_alert("savvari"), Intent.PREFER, "talk")

    await house.in_both("savvari", "Ana noted that they want not to be followed")
    for labels in await offered(house, "savvari"):
        assert "Reply" in labels
        assert not [label for label in labels if label.startswith("Follow")]

    await house.press(house.ben, await house.open_alert("savvari"), Intent.PREFER, "none")

    for labels in await offered(house, "savvari"):
        assert [label for label in labels if label.startswith("Follow")]


async def test_who_asked_not_to_be_followed_is_no_longer_suggested_and_the_team_hears_of_it(house: House):
    house.make_loyal("savvari")
    house.write("savvari", "@kettleco please don't follow me, thanks")

    await house.look()
    await house.later(hours=3)

    await house.in_both("savvari", "Concern", "They asked not to be followed")
    assert not (await house.alert("savvari")).is_fan


async def test_an_account_on_the_never_follow_list_has_no_follow_button_and_says_why(open_house: Open):
    house = await open_house(NEVER_FOLLOW='{"@RivalCo": "a competitor"}')
    house.make_loyal("rivalco")
    house.write("rivalco", WANTS_FOLLOW)

    await house.look()

    await house.in_both("rivalco", "On your never-follow list: a competitor")
    for labels in await offered(house, "rivalco"):
        assert not [label for label in labels if label.startswith("Follow")]


async def test_an_answer_of_the_familys_other_account_settles_a_case_and_its_own_words_open_none(
    open_house: Open,
):
    house = await open_house()
    helper = house.person("kettlehelp")
    await house.stop()
    house.environment(FAMILY="@KettleHelp, kettle_nowhere")
    await house.start()
    post = house.write("mia", COMPLAINT)
    await house.look()
    await house.later(minutes=1)

    house.world.post(helper.id, "@kettleco @mia Sorry! A new one is on its way.", in_reply_to=post.id)
    house.write("kettlehelp", "@kettleco our warehouse is broken again, this is terrible")
    await house.look()

    await house.in_both("mia", "Answered on X by @kettlehelp")
    assert await house.find_alert("kettlehelp") is None


async def test_in_business_hours_a_post_at_night_is_due_after_the_opening(open_house: Open):
    house = await open_house(HOURS="mon-fri 09:00-18:00", TIME_ZONE="Europe/Berlin")
    post = house.write("mia", COMPLAINT, at=START.replace(hour=5))  # six in the morning there

    await house.look()

    assert (await house.case(post)).due_at == START.replace(hour=9)
    await house.press(house.ana, await house.open_alert("mia"), Intent.WHY)
    assert "4 h of your opening hours, 7 h by the clock" in house.told(house.ana)


async def test_over_a_weekend_an_answer_is_due_after_a_day_by_the_clock_at_the_latest(open_house: Open):
    house = await open_house(HOURS="mon-fri 09:00-18:00")
    post = house.write("mia", COMPLAINT, at=START.replace(hour=0) - timedelta(days=1, hours=5))

    await house.look()

    case = await house.case(post)
    assert case.due_at - case.opened_at == timedelta(days=1)


async def test_a_class_that_goes_to_the_digest_is_never_told_by_itself(open_house: Open):
    house = await open_house(QUESTION_TELL="digest")
    post = house.write("mia", QUESTION)

    await house.look()
    await house.later(hours=30)

    assert await house.alerts() == []
    assert not (await house.case(post)).told


async def test_switching_the_follow_policy_changes_suggestions_and_follows_nobody(open_house: Open):
    house = await open_house(FOLLOW_POLICY="everyone")
    house.make_loyal("newfan", days=1)

    await house.look()

    await house.in_both("newfan", "Follows you, not followed back")
    assert (await house.alert("newfan")).state is AlertState.OPEN
    assert not house.world.follows.has(house.brand.id, house.person("newfan").id)


async def test_a_brand_that_only_talks_is_shown_whom_to_talk_to_without_a_follow_button(open_house: Open):
    house = await open_house(FOLLOW_POLICY="talk")
    house.make_loyal("savvari")

    await house.look()

    await house.in_both("savvari", "Loyal fan to talk to")
    for labels in await offered(house, "savvari"):
        assert "Reply" in labels
        assert not [label for label in labels if label.startswith("Follow")]
