"""What the team says about our judgement, through both chats, and what comes of it."""

import re

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain import language
from mutuals.domain.feedback import Feedback
from mutuals.domain.model import AlertState, CaseState, Category
from tests.acceptance.house import COMPLAINT, QUESTION, House, Open


@pytest.mark.smoke
async def test_every_complaint_can_be_called_none_and_is_closed_by_that_in_both_chats(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    shown = await house.in_both("mia", "Complaint")

    await house.press(house.ana, await house.open_alert("mia"), Intent.FEEDBACK, "not_complaint")

    assert all(
        {"Not a complaint", "Not for us", "More like this"} <= set(one.labels) for one in shown.values()
    )
    await house.in_both("mia", "Dismissed (not a complaint) by Ana")
    assert (await house.case(post)).state is CaseState.DISMISSED
    assert (await house.case(post)).closed_by == "not_complaint"
    [feedback] = await house.read(lambda tx: tx.feedback.newest())
    assert (feedback.value, feedback.actor_name, feedback.post_id) == ("not_complaint", "Ana", post.id)
    assert feedback.score > 0.5
    assert "kettle" not in str(feedback)


@pytest.mark.smoke
async def test_more_like_this_is_kept_and_the_alert_stays_open(house: House):
    house.write("mia", COMPLAINT)
    await house.look()

    await house.press(house.ben, await house.open_alert("mia"), Intent.FEEDBACK, "more")

    assert "Noted: more like this." in house.told(house.ben)
    assert (await house.alert("mia")).state is AlertState.OPEN
    assert [one.value for one in await house.read(lambda tx: tx.feedback.newest())] == ["more"]


@pytest.mark.smoke
async def test_not_for_us_closes_the_alert(house: House):
    house.write("mia", COMPLAINT)
    await house.look()

    await house.press(house.ben, await house.open_alert("mia"), Intent.FEEDBACK, "not_us")

    await house.in_both("mia", "Dismissed (not for us) by Ben Okafor")


async def test_a_fans_alert_can_be_judged_too_in_words_that_fit_a_fan(house: House):
    house.make_loyal("savvari")
    await house.look()
    fan = await house.in_both("savvari", "Loyal fan")

    await house.press(house.ana, await house.open_alert("savvari"), Intent.FEEDBACK, "not_complaint")

    for shown in fan.values():
        assert {"Not a loyal fan", "Not for us", "More like this"} <= set(shown.labels)
    await house.in_both("savvari", "Dismissed (not a loyal fan) by Ana")
    [kept] = await house.read(lambda tx: tx.feedback.newest())
    assert (kept.value, kept.category) == ("not_complaint", "fan")


async def test_an_alert_can_still_be_judged_when_it_is_over(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    await house.press(house.ana, alert, Intent.DISMISS, "not_needed")

    judgements = {"Not a complaint", "Not for us", "More like this"}
    await house.press(house.ana, alert, Intent.WHY)
    assert judgements <= set(house.private(house.ana)[-1].labels)

    await house.press(house.ben, alert, Intent.FEEDBACK, "more")

    assert "Noted: more like this." in house.told(house.ben)
    shown = await house.in_both("mia", "Dismissed (needs no answer)")
    assert judgements <= set(shown["discord"].labels)
    assert len(shown["slack"].labels) <= 5  # the small menu of Slack; the rest stands behind Why


async def test_who_changes_their_mind_has_one_verdict(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    for value in ("more", "not_complaint"):
        await house.press(house.ana, await house.open_alert("mia"), Intent.FEEDBACK, value)

    assert [one.value for one in await house.read(lambda tx: tx.feedback.newest())] == ["not_complaint"]


async def taught(house: House, *, line: float, count: int, category: Category = Category.COMPLAINT) -> None:
    """Verdicts of earlier days, from a team that draws its line there."""
    async with house.ctx.store.transaction(house.brand_id) as tx:
        for index in range(count):
            score = 0.4 + 0.5 * (index % 40) / 40
            value = "more" if score >= line else "not_complaint"
            await tx.feedback.put(
                Feedback(
                    house.brand_id,
                    f"old{index}",
                    "slack/U9",
                    "Dee",
                    value,
                    category,
                    score,
                    house.clock.now(),
                )
            )


async def test_after_a_hundred_verdicts_the_line_moves_shows_itself_and_can_be_put_back(house: House):
    await taught(house, line=0.6, count=111)
    before = await house.command(house.ana, "status")
    house.write("mia", COMPLAINT)
    await house.look()

    await house.press(house.ana, await house.open_alert("mia"), Intent.FEEDBACK, "more")
    told = house.told(house.ana)
    after = await house.command(house.ana, "status")
    undone = await house.command(house.eva, "reset-line")
    again = await house.command(house.ana, "status")

    assert "111 verdicts so far" in before
    assert "By this the alert line has moved to 0." in told
    assert "The alert line moved from 0.50 to 0." in after
    assert "after 112 verdicts" in after
    assert "is back from 0." in undone
    assert "alert line moved" not in again


async def test_the_line_of_the_settings_is_the_one_that_is_named_and_that_a_reset_goes_back_to(
    open_house: Open,
):
    house = await open_house(ALERT_LINE="0.6")
    await taught(house, line=0.6, count=111)
    before = await house.command(house.ana, "status")
    unmoved = await house.command(house.eva, "reset-line")
    house.clock.move(60)
    await taught(house, line=0.6, count=111)
    house.write("mia", COMPLAINT)
    await house.look()

    await house.press(house.ana, await house.open_alert("mia"), Intent.FEEDBACK, "more")
    after = await house.command(house.ana, "status")
    undone = await house.command(house.eva, "reset-line")

    assert "The alert line is at 0.60. 111 verdicts so far" in before
    assert "The alert line has not moved from 0.60." in unmoved
    assert "The alert line moved from 0.60 to 0." in after
    assert re.search(r"is back from 0\.\d\d to 0\.60", undone)


async def moved_to(house: House, line: float) -> None:
    """The team's verdicts move the line, and the next look is over."""
    await taught(house, line=line, count=139)
    house.write("mia", COMPLAINT)
    await house.look()
    await house.press(house.ana, await house.open_alert("mia"), Intent.FEEDBACK, "more")
    await house.look()


def channels_with(house: House, words: str) -> list[int]:
    """How many messages of each channel hold these words."""
    return [sum(words in one for one in texts) for texts in house.channel_texts().values()]


async def test_that_the_line_has_moved_is_said_once_in_each_chat_with_what_it_would_have_changed(
    house: House,
):
    words = next(one for one in MILD if 0.5 < language.read(f"@kettleco {one}").complaint < 0.7)
    for number in range(3):
        house.write(f"mild{number}", f"@kettleco {words}")
    await moved_to(house, 0.74)
    await house.look()
    status = await house.command(house.ana, "status")

    assert channels_with(house, "The alert line has moved") == [1, 1]
    assert channels_with(house, "Of the last 4 complaints, 3 would not have come as one.") == [1, 1]
    assert "Of the last 4 complaints, 3 would not have come as one." in status


async def test_that_the_line_was_put_back_is_said_too_and_then_everything_is_as_before(house: House):
    words = next(one for one in MILD if 0.5 < language.read(f"@kettleco {one}").complaint < 0.7)
    await moved_to(house, 0.74)
    await house.command(house.eva, "reset-line")
    house.clock.move(60)
    await house.look()
    house.write("after", f"@kettleco {words}")
    await house.look()

    assert channels_with(house, "on; it was 0.50") == [1, 1]
    assert channels_with(house, "from a score of 0.50 on") == [1, 1]
    assert await house.find_alert("after") is not None


MILD = ("the lid does not close", "it is a bit late", "not happy with the lid", "the handle is loose",
        "not as good as my old one", "it is still not here", "the box was open", "disappointed with the colour",
        "the cable is too short", "a screw is missing")  # fmt: skip


async def test_a_post_between_the_old_and_the_new_line_is_judged_by_the_new_one(house: House):
    words = next(one for one in MILD if 0.5 < language.read(f"@kettleco {one}").complaint < 0.7)
    house.write("before", f"@kettleco {words}")
    await house.look()
    await taught(house, line=0.74, count=139)

    await house.press(house.ana, await house.open_alert("before"), Intent.FEEDBACK, "not_complaint")
    house.write("after", f"@kettleco {words}")
    house.write(
        "angry", "@kettleco worst company ever, my kettle broke on day one and nobody answers, terrible"
    )
    await house.look()

    assert await house.find_alert("after") is None
    assert await house.find_alert("angry") is not None


async def test_verdicts_on_questions_do_not_move_the_line_of_complaints(house: House):
    await taught(house, line=0.6, count=120, category=Category.QUESTION)
    house.write("noor", QUESTION)
    await house.look()
    await house.later(hours=1, minutes=1)

    await house.press(house.ana, await house.open_alert("noor"), Intent.FEEDBACK, "not_complaint")

    assert "alert line moved" not in await house.command(house.ana, "status")
