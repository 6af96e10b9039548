"""The daily digest: when it comes, what it names, and that it comes once."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from house import COMPLAINT, CONCERN, START, House, Member, discord_text, parts, slack_text
from mutuals.alerts.card import Do
from mutuals.model import AlertState, Chore
from mutuals.tell import digests, subjects

LOVE = "@kettleco I love my copper kettle, it makes me so happy, thank you"


async def until_the_hour(house: House, hours: float = 21.5) -> None:
    """Noon plus these hours is half past nine the next morning; then the minute's tick."""
    await tick(house)
    await house.later(hours=hours)
    await tick(house)


async def tick(house: House) -> None:
    await house.do(Chore.DIGEST)


def told(house: House) -> dict[str, list[str]]:
    """The digests in each chat."""
    return {
        "slack": [slack_text(one) for one in house.slack_messages() if "Today in short" in slack_text(one)],
        "discord": [
            discord_text(one) for one in house.discord_messages() if "Today in short" in discord_text(one)
        ],
    }


async def verdict(house: House, who: Member, post_id: str, value: str) -> None:
    """Press a button under a post that the digest offers."""
    subject = subjects.post_subject(house.brand_id, post_id)
    if who.chat == "slack":
        packed = f"{Do.FEEDBACK.value}:{value}:{subject}"
        for message in house.slack_messages(who):
            for part in parts(message.get("blocks")):
                if part.get("value") == packed:
                    await house.slack.press(who.id, house.slack_care, message["ts"], part["action_id"])
                    return await house.quiet()
    else:
        custom_id = f"mutuals:{Do.FEEDBACK.value}:{subject}:{value}"
        for message in house.discord_messages(who):
            if any(part.get("custom_id") == custom_id for part in parts(message.get("components"))):
                await house.discord.press(who.id, message["id"], custom_id)
                return await house.quiet()
    raise AssertionError(f"no {value} for {post_id}")


async def test_at_nine_both_chats_are_told_who_praised_and_was_not_thanked(house: House):
    await tick(house)
    house.write("joy", LOVE)
    thanked = house.write("tess", LOVE)
    house.answer(thanked, "Thank you, Tess!")
    await house.look()
    before = told(house)

    await until_the_hour(house)

    assert before == {"slack": [], "discord": []}
    for chat, [text] in told(house).items():
        assert "Praise that nobody has thanked for (1)" in text, chat
        assert "@joy (their first)" in text
        assert "@tess" not in text


async def test_the_digest_comes_once_a_day_whatever_ticks_and_restarts(house: House):
    await tick(house)
    house.write("joy", LOVE)
    await house.look()
    await until_the_hour(house)
    for _ in range(3):
        await tick(house)
    await house.restart()
    await tick(house)
    await house.later(hours=3)
    await tick(house)

    assert [len(one) for one in told(house).values()] == [1, 1]


async def test_somebodys_first_praise_is_called_so_once_and_never_again(house: House):
    await tick(house)
    house.write("joy", LOVE)
    await house.look()
    await until_the_hour(house)
    house.write("joy", "@kettleco still so happy with this amazing kettle, best ever")
    await house.look()
    await house.later(days=1)
    await tick(house)

    for chat, texts in told(house).items():
        assert len(texts) == 2, chat
        assert "\n".join(texts).count("(their first)") == 1


async def test_a_day_with_nothing_to_tell_has_no_digest(house: House):
    await until_the_hour(house)

    assert told(house) == {"slack": [], "discord": []}


async def test_a_service_that_was_away_at_nine_tells_it_when_it_is_back(house: House):
    await tick(house)
    house.write("joy", LOVE)
    await house.look()
    await house.stop()
    house.clock.at += timedelta(hours=26)
    await house.start()
    await tick(house)

    assert [len(one) for one in told(house).values()] == [1, 1]


async def test_a_kept_class_waits_for_the_digest_and_is_told_there(open_house):
    house = await open_house(CONCERN_TELL="digest")
    await tick(house)
    house.write("cem", CONCERN)
    await house.look()
    await until_the_hour(house)

    assert await house.alert("cem") is None
    for text in (one for texts in told(house).values() for one in texts):
        assert "Kept for the digest, waiting for an answer (1)" in text
        assert "Concern by @cem" in text


async def test_what_expired_and_what_still_waits_is_named(house: House):
    await tick(house)
    house.write("old", COMPLAINT)
    await house.look()
    await house.later(days=4, hours=12)
    await tick(house)
    house.write("mia", "@kettleco the lid broke, terrible, very disappointed")
    await house.look()
    await house.later(hours=9)  # Saturday's digest; the first complaint expires at noon
    await house.later(hours=3)
    await house.later(hours=22)
    await tick(house)

    for texts in told(house).values():
        assert any("Never answered (1)" in one and "Complaint by @old" in one for one in texts)
        assert any("Still waiting for somebody (1)" in one and "@mia" in one for one in texts)


async def test_a_post_below_the_line_is_offered_and_a_missed_complaint_is_told_after_all(house: House):
    await tick(house)
    missed = house.write("quiet", "@kettleco the blue one on your shelf, at my aunt's place since May")
    await house.look()
    await until_the_hour(house)
    offered = told(house)

    await verdict(house, house.ben, missed.id, "complaint")

    assert all("Did we miss one?" in one for texts in offered.values() for one in texts)
    await house.in_both("quiet", "Complaint", "Ben Okafor called it a complaint")
    assert all("A complaint, says Ben Okafor." in one for texts in told(house).values() for one in texts)
    assert (await house.open_alert("quiet")).state is AlertState.OPEN
    [kept] = await house.read(lambda tx: tx.verdicts())
    assert (kept.value, kept.klass) == ("complaint", "other")


async def test_not_a_complaint_under_a_sample_opens_nothing_and_the_second_person_is_told_so(house: House):
    await tick(house)
    post = house.write("quiet", "@kettleco the blue one on your shelf, at my aunt's place since May")
    await house.look()
    await until_the_hour(house)

    await verdict(house, house.ana, post.id, "not_complaint")

    assert await house.alert("quiet") is None
    assert all("Not a complaint, says Ana." in one for texts in told(house).values() for one in texts)


async def test_a_deleted_post_goes_from_the_digest_too(house: House):
    await tick(house)
    post = house.write("joy", LOVE)
    await house.look()
    await until_the_hour(house)
    house.world.delete(post.id)
    await house.recheck()

    assert "copper kettle" not in house.everything_shown()


async def test_a_busy_day_fits_on_a_phone(house: House):
    await tick(house)
    for number in range(30):
        house.write(
            f"fan{number:02}", f"@kettleco I love it, so happy, number {number} " + "and more words " * 9
        )
        house.write(
            f"other{number:02}", f"@kettleco the blue one on shelf {number}, at my aunt's place since May"
        )
    for number in range(5):
        house.write(f"cust{number}", COMPLAINT + " " + "abcde"[number])
    await house.look()
    await until_the_hour(house)

    for message in house.discord_messages():
        if "Today in short" in discord_text(message):
            lines = [
                line
                for part in parts(message["components"])
                for line in str(part.get("content", "")).split("\n")
            ]
            assert len([line for line in lines if line]) <= 20
    for texts in told(house).values():
        assert int(re.search(r"thanked for \((\d+)\)", texts[0])[1]) >= 30


async def test_no_digest_where_it_is_switched_off(open_house):
    house = await open_house(DIGEST_AT="off")
    house.write("joy", LOVE)
    await house.look()
    await until_the_hour(house)

    assert told(house) == {"slack": [], "discord": []}


async def test_the_hour_is_that_of_the_teams_time_zone(open_house):
    house = await open_house(TIME_ZONE="America/New_York", DIGEST_AT="08:30")
    watched = house.ctx.brands.loaded()[0]

    due = digests.moment_of(watched, START)
    summer = digests.moment_of(watched, datetime(2026, 7, 1, 12, 31, tzinfo=START.tzinfo))

    assert due == datetime(2026, 11, 22, 8, 30, tzinfo=ZoneInfo("America/New_York"))
    assert summer == datetime(2026, 7, 1, 12, 30, tzinfo=START.tzinfo)
