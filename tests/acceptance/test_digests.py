"""The daily digest: when it comes, what it names, and that it comes once."""

import json
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from mutuals.alerting import digest
from mutuals.domain.recurrence import last_occurrence
from mutuals.service.calendar import next_occurrence
from tests.acceptance.digests import tick, told, until_the_hour
from tests.acceptance.house import (
    COMPLAINT,
    CONCERN,
    START,
    House,
    Open,
    discord_text,
    parts,
    slack_text,
)
from tests.support.present import present

LOVE = "@kettleco I love my copper kettle, it makes me so happy, thank you"


@pytest.mark.smoke
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


@pytest.mark.smoke
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


async def test_a_kept_class_waits_for_the_digest_and_is_told_there(open_house: Open):
    house = await open_house(CONCERN_TELL="digest")
    await tick(house)
    house.write("cem", CONCERN)
    await house.look()
    await until_the_hour(house)

    assert await house.find_alert("cem") is None
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
        assert int(present(re.search(r"thanked for \((\d+)\)", texts[0]))[1]) >= 30


async def test_no_digest_where_it_is_switched_off(open_house: Open):
    house = await open_house(DIGEST_AT="off")
    house.write("joy", LOVE)
    await house.look()
    await until_the_hour(house)

    assert told(house) == {"slack": [], "discord": []}


async def test_the_hour_is_that_of_the_teams_time_zone(open_house: Open):
    house = await open_house(TIME_ZONE="America/New_York", DIGEST_AT="08:30")
    watched = house.ctx.brands.loaded()[0]

    schedule = present(digest.daily(watched.policy))
    due = last_occurrence(schedule, START, next_occurrence)
    summer = last_occurrence(schedule, datetime(2026, 7, 1, 12, 31, tzinfo=START.tzinfo), next_occurrence)

    assert due == datetime(2026, 11, 22, 8, 30, tzinfo=ZoneInfo("America/New_York"))
    assert summer == datetime(2026, 7, 1, 12, 30, tzinfo=START.tzinfo)


async def go_to(house: House, moment: str) -> None:
    """To this moment in UTC, which may be months away, with the service stopped meanwhile."""
    await house.stop()
    house.clock.at = datetime.fromisoformat(moment).replace(tzinfo=START.tzinfo)
    await house.start()
    await tick(house)


async def test_a_digest_at_half_past_two_comes_once_in_the_night_without_that_hour(open_house: Open):
    house = await open_house(TIME_ZONE="Europe/Berlin", DIGEST_AT="02:30")
    await go_to(house, "2027-03-27T12:00")
    house.write("joy", LOVE)
    await house.look()

    seen = []
    for moment in ("2027-03-28T01:15", "2027-03-28T01:30", "2027-03-28T02:30"):
        await go_to(house, moment)
        seen.append([len(one) for one in told(house).values()])

    assert seen == [[0, 0], [1, 1], [1, 1]]  # 03:15, 03:30 and 04:30 by the clock on the wall


async def test_a_digest_at_half_past_two_comes_once_in_the_night_with_two_of_them(open_house: Open):
    house = await open_house(TIME_ZONE="Europe/Berlin", DIGEST_AT="02:30")
    await go_to(house, "2027-10-30T12:00")
    house.write("joy", LOVE)
    await house.look()

    seen = []
    for moment, who in (
        ("2027-10-31T00:30", "tess"),
        ("2027-10-31T01:30", "pat"),
        ("2027-11-01T01:30", "kim"),
    ):
        await go_to(house, moment)
        seen.append([len(one) for one in told(house).values()])
        house.write(who, LOVE)
        await house.look()

    assert seen == [[1, 1], [1, 1], [2, 2]]


async def test_on_mondays_the_never_answered_are_listed_until_somebody_answers_or_four_weeks_are_over(
    house: House,
):
    await tick(house)  # a Monday noon
    first = house.write("old", COMPLAINT)
    house.write("also", "@kettleco the lid broke, terrible, very disappointed")
    await house.look()
    seen: list[list[str]] = []
    for _ in range(6):
        for _ in range(7):
            await house.later(days=1)
            await tick(house)
        seen.append([one for one in house.channel_texts()["slack"] if "the week's list" in one])
        if len(seen) == 2:
            house.answer(first, "Better late than never: sorry! A new one is on its way.")
            await house.look()

    assert [len(one) for one in seen] == [1, 2, 3, 4, 4, 4]
    one, two, three, *_ = seen[-1]
    assert "2 people were never answered in the last four weeks" in one
    assert "@old" in one
    listed = json.dumps(
        next(each for each in house.slack_messages() if "the week's list" in slack_text(each))
    )
    assert listed.count(str(int(START.timestamp()))) == 2  # since when, which the chat shows as so long ago
    assert "@also" in two
    assert "1 person was never answered" in three
    assert "@old" not in three
