"""Business hours: when time counts."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mutuals.domain.business_hours import between, due, every_hour, opening, parse_week
from mutuals.domain.policy import Hours

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = Hours(parse_week("mon-fri 09:00-18:00, sat 10:00-14:00"), "Europe/Berlin")
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def berlin(text: str) -> datetime:
    """A wall-clock time in Berlin, as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


@st.composite
def some_hours(draw):
    """Any week, any of a few zones, a few holidays."""
    week = []
    for _ in range(7):
        edges = sorted(draw(st.sets(st.integers(0, 1440), max_size=6)))
        week.append(tuple(zip(edges[::2], edges[1::2], strict=False)))
    assume(any(week))
    zone = draw(st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata",
                                 "Australia/Lord_Howe", "America/Asuncion", "Pacific/Apia"]))  # fmt: skip
    days = st.dates(date(2026, 3, 20), date(2026, 4, 10))
    return Hours(tuple(week), zone, frozenset(draw(st.sets(days, max_size=5))))


moments = st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 30), timezones=st.just(UTC))  # noqa: DTZ001
spans = st.timedeltas(timedelta(seconds=1), timedelta(hours=30))


@given(moments, spans, some_hours())
def test_adding_open_time_and_measuring_it_gives_it_back(at, span, hours):
    assert between(at, due(at, span, hours), hours) == span


@given(moments, spans, some_hours())
def test_it_is_due_at_the_first_moment_that_will_do(at, span, hours):
    assert between(at, due(at, span, hours) - timedelta(seconds=1), hours) < span


@given(moments, spans, spans, some_hours())
def test_more_time_is_never_due_earlier_and_a_later_post_neither(at, one, other, hours):
    short, long = sorted((one, other))
    assert due(at, short, hours) <= due(at, long, hours)
    assert due(at, one, hours) <= due(at + other, one, hours)


@given(moments, spans, spans, some_hours())
def test_open_time_adds_up(at, one, other, hours):
    middle, end = at + one, at + one + other
    assert between(at, middle, hours) + between(middle, end, hours) == between(at, end, hours)
    assert between(at, middle, hours) <= one


@given(moments, spans, st.sampled_from(["UTC", "Europe/Berlin"]))
def test_who_is_always_there_counts_plain_time(at, span, zone):
    assert due(at, span, every_hour(zone)) == at + span
    assert between(at, at + span, every_hour(zone)) == span


@given(moments, spans)
def test_a_week_written_out_in_full_equals_plain_time_too(at, span):
    almost = Hours(every_hour().week, "Europe/Berlin", frozenset({date(2020, 1, 1)}))
    assert not almost.always
    assert due(at, span, almost) == at + span


def test_the_clock_of_a_post_at_night_runs_from_the_opening():
    night = berlin("2026-11-24T22:30")
    assert opening(night, OFFICE) == berlin("2026-11-25T09:00")
    assert due(night, HOUR, OFFICE) == berlin("2026-11-25T10:00")


def test_time_stops_over_the_weekend_and_on_holidays():
    friday = berlin("2026-12-24T17:30")
    christmas = Hours(OFFICE.week, OFFICE.zone, frozenset({date(2026, 12, 25), date(2026, 12, 26)}))
    assert due(friday, HOUR, OFFICE) == berlin("2026-12-25T09:30")
    assert due(friday, HOUR, christmas) == berlin("2026-12-28T09:30")


def test_a_post_at_the_moment_of_closing_waits_for_the_morning():
    assert due(berlin("2026-11-24T18:00"), MINUTE, OFFICE) == berlin("2026-11-25T09:01")
    assert due(berlin("2026-11-24T17:00"), HOUR, OFFICE) == berlin("2026-11-24T18:00")


def test_on_the_short_day_in_spring_a_lost_hour_does_not_count():
    nights = Hours(parse_week("sun 01:00-04:00"), "Europe/Berlin")
    day = berlin("2026-03-29T00:00")
    assert between(day, day + timedelta(days=1), nights) == 2 * HOUR


def test_on_the_long_day_in_autumn_the_hour_that_comes_twice_counts_twice():
    nights = Hours(parse_week("sun 01:00-04:00"), "Europe/Berlin")
    day = berlin("2026-10-25T00:00")
    assert between(day, day + timedelta(days=1), nights) == 4 * HOUR


@pytest.mark.parametrize(
    ("text", "friday"),
    [
        ("mon-fri 09:00-18:00", ((540, 1080),)),
        ("Friday 9-12 13-17", ((540, 720), (780, 1020))),
        ("fri-mon 00:00-24:00", ((0, 1440),)),
        ("mon-sun 09:00-12:00, fri 11:00-14:00", ((540, 840),)),
        ("sat 10:00-14:00", ()),
    ],
)
def test_hours_are_written_as_people_write_them(text, friday):
    assert parse_week(text)[4] == friday


@pytest.mark.parametrize(
    "text",
    ["weekdays 9-17", "mon", "mon 9", "mon 18:00-09:00", "mon 25:00-26:00", "mon 9:5-10", "mon 9:60-11:00"],
)
def test_hours_that_nobody_could_keep_are_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match='"'):
        parse_week(text)


def test_a_team_that_is_never_there_is_refused():
    with pytest.raises(ValueError, match="somebody must be there"):
        Hours(((),) * 7)
