"""What recurs by the calendar, also on the days when the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mutuals.domain.recurrence import MONDAY, Schedule, last_occurrence, occurs_at
from mutuals.service.calendar import next_occurrence

ZONES = ["UTC", "Europe/Berlin", "America/Santiago", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"]
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)

zones = st.sampled_from(ZONES)
times_of_day = st.times(max_value=time(23, 59)).map(lambda one: one.replace(microsecond=0))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


def following(zone: str, at: str, after: str, count: int = 4) -> list[str]:
    """The next moments of a daily schedule, by the clock on the wall and the offset from UTC."""
    schedule = Schedule(time.fromisoformat(at), zone)
    moment, seen = datetime.fromisoformat(after).replace(tzinfo=UTC), []
    for _ in range(count):
        moment = next_occurrence(schedule, moment)
        seen.append(moment.astimezone(ZoneInfo(zone)).strftime("%d %H:%M %z"))
    return seen


@pytest.mark.parametrize(
    ("zone", "at", "after", "expected"),
    [
        # The clocks go forward: what would be in the hour left out comes as much later.
        ("Europe/Berlin", "02:30", "2026-03-28",
         ["28 02:30 +0100", "29 03:30 +0200", "30 02:30 +0200", "31 02:30 +0200"]),
        ("America/Santiago", "00:30", "2026-09-05",
         ["05 00:30 -0400", "06 01:30 -0300", "07 00:30 -0300", "08 00:30 -0300"]),
        ("America/Santiago", "02:30", "2026-09-05",
         ["05 02:30 -0400", "06 02:30 -0300", "07 02:30 -0300", "08 02:30 -0300"]),
        ("Australia/Lord_Howe", "02:10", "2026-10-02T12:00",
         ["03 02:10 +1030", "04 02:40 +1100", "05 02:10 +1100", "06 02:10 +1100"]),
        ("Australia/Lord_Howe", "02:30", "2026-10-02T12:00",
         ["03 02:30 +1030", "04 02:30 +1100", "05 02:30 +1100", "06 02:30 +1100"]),
        # They go back: of what comes twice the first one counts.
        ("Europe/Berlin", "02:30", "2026-10-24",
         ["24 02:30 +0200", "25 02:30 +0200", "26 02:30 +0100", "27 02:30 +0100"]),
        ("America/Santiago", "23:30", "2026-04-03T12:00",
         ["03 23:30 -0300", "04 23:30 -0300", "05 23:30 -0400", "06 23:30 -0400"]),
        ("America/Santiago", "02:30", "2026-04-03T12:00",
         ["04 02:30 -0300", "05 02:30 -0400", "06 02:30 -0400", "07 02:30 -0400"]),
        ("Australia/Lord_Howe", "01:45", "2026-04-03T12:00",
         ["04 01:45 +1100", "05 01:45 +1100", "06 01:45 +1030", "07 01:45 +1030"]),
        ("Australia/Lord_Howe", "02:30", "2026-04-03T12:00",
         ["04 02:30 +1100", "05 02:30 +1030", "06 02:30 +1030", "07 02:30 +1030"]),
    ],
)  # fmt: skip
def test_each_day_has_one_moment_also_when_the_clocks_change(zone, at, after, expected):
    assert following(zone, at, after) == expected


def test_before_a_moment_that_the_clocks_have_put_off_it_is_still_to_come():
    """At a quarter past three by the new time the digest of half past two is not due yet."""
    schedule = Schedule(time(2, 30), "Europe/Berlin")
    quarter_past_three = datetime(2026, 3, 29, 1, 15, tzinfo=UTC)

    assert next_occurrence(schedule, quarter_past_three) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert last_occurrence(schedule, quarter_past_three, next_occurrence) == datetime(
        2026, 3, 28, 1, 30, tzinfo=UTC
    )


def test_in_the_hour_that_comes_twice_it_does_not_come_again():
    schedule = Schedule(time(2, 30), "Europe/Berlin")
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)

    assert next_occurrence(schedule, first + timedelta(minutes=45)) == datetime(
        2026, 10, 26, 1, 30, tzinfo=UTC
    )
    assert last_occurrence(schedule, first + timedelta(hours=1), next_occurrence) == first


def test_a_day_that_a_country_left_out_has_no_moment_of_its_own():
    """Samoa had no 30 December 2011."""
    assert following("Pacific/Apia", "09:00", "2011-12-29", 3) == [
        "29 09:00 -1000", "31 09:00 +1400", "01 09:00 +1400",
    ]  # fmt: skip


@given(moments, times_of_day, zones)
@example(datetime(2026, 3, 29, 1, 15, tzinfo=UTC), time(2, 30), "Europe/Berlin")
@example(datetime(2026, 4, 4, 15, 20, tzinfo=UTC), time(1, 45), "Australia/Lord_Howe")
def test_no_moment_is_left_out_and_none_comes_from_nowhere(now, at, zone):
    """Beside the dates of the calendar, each turned into a moment by itself."""
    here = now.astimezone(ZoneInfo(zone)).date()
    days = [here + number * DAY for number in range(-3, 4)]
    expected = [datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC) for day in days]
    schedule = Schedule(at, zone)

    assert next_occurrence(schedule, now) == min(one for one in expected if one > now)
    assert last_occurrence(schedule, now, next_occurrence) == max(one for one in expected if one <= now)


@given(moments, times_of_day, zones)
def test_what_comes_on_mondays_comes_every_seventh_day_by_the_zones_own_calendar(now, at, zone):
    schedule = Schedule(at, zone, frozenset({MONDAY}))
    moment = next_occurrence(schedule, now)
    day: date = moment.astimezone(ZoneInfo(zone)).date()

    assert day.weekday() == MONDAY
    assert moment == datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)
    assert next_occurrence(schedule, moment).astimezone(ZoneInfo(zone)).date() == day + 7 * DAY
    assert occurs_at(schedule, moment, next_occurrence)
    assert not occurs_at(schedule, moment + SECOND, next_occurrence)
