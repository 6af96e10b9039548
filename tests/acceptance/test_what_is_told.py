"""What is told, when, and how often."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import AlertKind, AlertState, CaseState
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, CONCERN, PRAISE, QUESTION, START, WANTS_FOLLOW, House, Open
from tests.support.waiting import until


@pytest.mark.smoke
async def test_a_fan_who_follows_and_speaks_often_is_told_in_both_chats_with_the_reasons(house: House):
    house.make_loyal("savvari")

    await house.look()

    shown = await house.in_both("savvari", "Loyal fan", "not followed back", "5 posts in 90 days, 0 answers")
    assert any("Follow" in label for label in shown["slack"].labels)
    assert any("Follow" in label for label in shown["discord"].labels)


@pytest.mark.smoke
async def test_a_silent_follower_a_talkative_stranger_and_somebody_we_follow_are_not_told(house: House):
    silent = house.person("silent")
    house.world.follow(silent.id, house.brand.id)
    house.make_loyal("stranger", follows=False)
    followed = house.make_loyal("friend")
    house.world.follow(house.brand.id, followed.id)

    await house.look()

    assert await house.alerts() == []


@pytest.mark.smoke
async def test_a_fan_is_told_once_however_often_they_go_on(house: House):
    house.make_loyal("savvari")
    await house.look()

    for text in PRAISE[:3]:
        await house.later(hours=5)
        house.write("savvari", f"@kettleco again: {text}")
        await house.look()

    assert len(await house.alerts()) == 1
    assert [len(texts) for texts in house.channel_texts().values()] == [1, 1]


@pytest.mark.smoke
async def test_a_complaint_is_told_at_once_with_its_due_time(house: House):
    house.write("mia", COMPLAINT)

    await house.look()

    await house.in_both("mia", "Complaint", "my kettle arrived broken", "due ")


@pytest.mark.smoke
async def test_a_question_is_told_at_half_its_time_and_not_before(house: House):
    house.write("noor", QUESTION)
    await house.look()
    await house.later(minutes=59)
    early = await house.find_alert("noor")

    await house.later(minutes=2)

    assert early is None
    await house.in_both("noor", "Question", "blue kettle")


@pytest.mark.smoke
async def test_a_concern_is_told_at_half_its_time(house: House):
    house.write("cem", CONCERN)
    await house.look()
    await house.later(minutes=119)
    early = await house.find_alert("cem")

    await house.later(minutes=2)

    assert early is None
    await house.in_both("cem", "Concern")


@pytest.mark.smoke
async def test_a_question_answered_from_a_phone_before_its_time_is_never_told(house: House):
    post = house.write("noor", QUESTION)
    await house.look()
    await house.later(minutes=30)
    house.answer(post, "On Thursday!")
    await house.look()

    await house.later(hours=3)

    assert await house.find_alert("noor") is None
    assert (await house.case(post)).state is CaseState.ANSWERED


async def test_who_asks_to_be_followed_is_told_at_once_with_follow_offered(house: House):
    who = house.person("dana")
    house.world.follow(who.id, house.brand.id)
    house.write("dana", WANTS_FOLLOW)

    await house.look()

    shown = await house.in_both("dana", "Asks to be followed")
    for one in shown.values():
        assert any(label.startswith("Follow") for label in one.labels), one.labels


async def test_praise_from_somebody_new_is_not_told(house: House):
    house.write("lou", f"@kettleco {PRAISE[0]}")

    await house.look()
    await house.later(hours=5)

    assert await house.alerts() == []


async def test_a_loyal_fan_who_complains_keeps_one_alert_that_becomes_a_complaint(house: House):
    house.make_loyal("savvari")
    await house.look()
    first = await house.open_alert("savvari")

    house.write("savvari", COMPLAINT)
    await house.look()

    alert = await house.open_alert("savvari")
    assert (alert.id, alert.kind, alert.is_fan) == (first.id, AlertKind.CARE, True)
    shown = await house.in_both("savvari", "Complaint", "Loyal fan")
    assert all(len(one.replies) == 1 and "waits for an answer" in one.replies[0] for one in shown.values())
    assert [len(texts) for texts in house.channel_texts().values()] == [1, 2]  # Discord's thread is a reply


async def test_who_complained_first_and_turns_out_a_loyal_fan_has_one_alert(house: House):
    house.make_loyal("savvari")
    house.write("savvari", COMPLAINT)

    await house.look()

    alert = await house.open_alert("savvari")
    assert (len(await house.alerts()), alert.kind, alert.is_fan) == (1, AlertKind.CARE, True)
    assert [len(texts) for texts in house.channel_texts().values()] == [1, 1]


async def test_alerts_of_different_kinds_go_to_different_channels_and_move(open_house: Open):
    house = await open_house(SLACK_FANS_CHANNEL="#fans", DISCORD_FANS_CHANNEL="#fans")
    house.make_loyal("savvari")
    await house.look()
    in_fans = [
        house.slack_messages(channel=house.slack_fans),
        house.discord_messages(channel=house.discord_fans),
    ]
    house.write("savvari", COMPLAINT)
    await house.look()

    assert [len(one) for one in in_fans] == [1, 1]
    assert [len(one) for one in (house.slack_messages(), house.discord_messages())] == [1, 1]
    moved = str(house.slack_messages(channel=house.slack_fans)) + str(
        house.discord_messages(channel=house.discord_fans)
    )
    assert moved.count("has moved to the complaints channel") >= 2


async def test_a_second_complaint_about_the_same_thing_joins_the_first(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    await house.later(minutes=10)

    house.write("mia", "@kettleco and nobody answers the phone, this is terrible")
    await house.look()

    assert len(await house.alerts()) == 1
    await house.in_both("mia", "nobody answers the phone", "2 posts in 90 days")


async def test_who_comes_back_after_the_answer_is_told_again_as_the_same_case(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    answer = house.answer(post, "Sorry! A new one is on its way.")
    await house.look()
    first = await house.alert("mia")
    await house.later(hours=20)

    house.write("mia", "the new one is broken too, this is unacceptable", in_reply_to=answer.id)
    await house.look()

    again = await house.open_alert("mia")
    assert (first.state, again.episode) == (AlertState.SETTLED, 2)
    assert (await house.case(post)).episode == 2
    await house.in_both("mia", "came back after the last answer")


async def test_a_thank_you_after_the_answer_tells_nobody(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    answer = house.answer(post, "Sorry! A new one is on its way.")
    await house.look()

    house.write("mia", "thank you so much", in_reply_to=answer.id)
    await house.look()
    await house.later(hours=3)

    assert len(await house.alerts()) == 1
    assert (await house.alert("mia")).state is AlertState.SETTLED


async def test_an_answer_from_a_phone_settles_the_alert_in_both_chats(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()

    house.answer(post, "Sorry! A new one is on its way.")
    await house.look()

    shown = await house.in_both("mia", "Answered", "Answered on X by @kettleco")
    assert all("Reply" not in one.labels for one in shown.values())


async def test_a_reply_from_a_phone_settles_a_fans_alert(house: House):
    house.make_loyal("savvari")
    await house.look()
    newest = house.world.posts_of(house.person("savvari").id)[0]
    await house.later(minutes=2)

    house.answer(newest, "You are the best!")
    await house.look()

    await house.in_both("savvari", "Answered on X by @kettleco")
    assert (await house.alert("savvari")).state is AlertState.SETTLED


async def test_at_most_five_fans_are_told_in_an_hour(house: House):
    for number in range(8):
        house.make_loyal(f"fan{number}", days=5 + number % 3)
    await house.look()
    first = len(await house.alerts())

    await house.later(minutes=61)
    await house.look()

    assert (first, len(await house.alerts())) == (5, 8)


async def test_what_was_written_long_before_the_first_look_is_told_once_and_calls_nobody(open_house: Open):
    house = await open_house()
    house.write("old", COMPLAINT, at=START.replace(hour=1))

    await house.look()
    await house.later(hours=1)

    shown = await house.in_both("old", "overdue")
    assert all(one.replies == [] for one in shown.values())


async def test_a_fan_who_was_answered_and_still_waits_is_no_longer_called_a_stranger(house: House):
    house.make_loyal("savvari")
    await house.look()
    await house.open_form(house.ana, await house.open_alert("savvari"))
    house.write("savvari", CONCERN)
    await house.look()
    house.x_faults.plan(FaultKind.SLOW, r"POST /2/tweets$", seconds=1.0)
    await house.send_only(house.ana, "Thank you for all the kind words!")
    await until(lambda: house.x_faults.struck)
    await house.later(hours=3)  # while X is still at it, the concern becomes due and joins the alert
    before = await house.in_both("savvari", "Loyal fan, follows you", "Concern")
    await house.look()

    after = await house.in_both("savvari")
    assert (await house.alert("savvari")).state is AlertState.OPEN
    assert set(before) == set(after)
    assert not any("not talked with each other" in one.text for one in after.values())


async def test_an_alert_says_how_somebody_stands_to_us_as_it_was_last_looked_up(house: House):
    mia = house.person("mia")
    house.write("mia", COMPLAINT)
    await house.look()
    before = await house.in_both("mia", "Does not follow you")
    await house.reply(house.ana, await house.open_alert("mia"), "So sorry, a new one is coming!")
    house.world.follow(mia.id, house.brand.id)
    await house.later(days=2)
    house.write("mia", "@kettleco the new one is broken, too, this is a scandal")
    await house.look()

    first = next(one for one in await house.alerts() if one.person_id == mia.id and one.episode == 1)
    shown = await house.shown(first)
    assert set(before) == set(shown)
    await house.press(house.ana, first, Intent.WHY)
    assert "Follows you" in house.told(house.ana)
