"""When nobody mentions a brand any more: which silence is an alarm, and which is a night."""

from collections.abc import Container
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.mention_watchdog import AT_LEAST, MentionHistory, enough, heard, silence

MONDAY = datetime(2026, 11, 2, tzinfo=UTC)
WEEKS = 4
HOUR = timedelta(hours=1)


def history(hours: range, *, days: int = 7 * WEEKS, every: timedelta = HOUR, but: Container[int] = ()):
    """Mentions on each day in these hours, except on these days of the week."""
    for day in range(days):
        if day % 7 not in but:
            at = MONDAY + timedelta(days=day, hours=hours.start)
            while at < MONDAY + timedelta(days=day, hours=hours.stop):
                yield at
                at += every


def at(day: int, hour: float) -> datetime:
    """In the week after the history: 0 is its Monday."""
    return MONDAY + timedelta(days=7 * WEEKS + day, hours=hour)


def first_alarm(known: MentionHistory, start: datetime, hours: int) -> datetime | None:
    """When it would be said, looking every ten minutes."""
    looks = (start + timedelta(minutes=10 * number) for number in range(6 * hours))
    return next((one for one in looks if silence(known, one)), None)


def test_a_brand_that_is_mentioned_every_hour_is_missed_after_three():
    known = heard(MentionHistory(), history(range(24)))
    assert known.last is not None

    alarm = first_alarm(known, known.last, 12)

    assert alarm is not None
    assert timedelta(hours=2, minutes=50) <= alarm - known.last <= timedelta(hours=4)
    begun = silence(known, alarm)
    assert begun is not None
    assert begun.usual <= timedelta(hours=2)


def test_a_brand_that_is_quiet_from_ten_to_seven_cries_in_no_night():
    known = heard(MentionHistory(), [*history(range(7, 22)), at(0, 21.9)])

    assert first_alarm(known, at(0, 22), 9) is None


def test_that_brand_cries_in_the_morning_on_which_nobody_writes():
    known = heard(MentionHistory(), [*history(range(7, 22)), at(0, 21.9)])

    alarm = first_alarm(known, at(0, 22), 24)

    assert alarm is not None
    assert at(1, 9) <= alarm <= at(1, 11)


def test_a_brand_of_working_days_cries_at_no_weekend_but_on_monday():
    known = heard(
        MentionHistory(), [*history(range(8, 18), but={5, 6}), *(at(day, 17.5) for day in range(5))]
    )

    alarm = first_alarm(known, at(4, 18), 96)

    assert alarm is not None
    assert at(7, 9) <= alarm <= at(7, 13)


def test_a_brand_with_long_gaps_by_nature_gets_three_times_their_length():
    known = heard(MentionHistory(), history(range(24), every=timedelta(hours=6)))

    assert known.last is not None
    alarm = first_alarm(known, known.last, 72)

    assert alarm is not None
    assert alarm is not None
    assert timedelta(hours=12) <= alarm - known.last <= timedelta(hours=24)


@pytest.mark.parametrize(
    "mentions",
    [list(history(range(24), days=10)), [MONDAY + timedelta(days=2 * day) for day in range(14)], []],
    ids=["ten days of history", "a mention every other day", "nobody ever"],
)
def test_who_has_little_history_or_few_mentions_is_never_alarmed(mentions):
    known = heard(MentionHistory(), mentions)

    assert not enough(known)
    assert first_alarm(known, at(0, 0), 24 * 20) is None


def test_a_storm_of_mentions_in_one_hour_changes_nothing_but_that_hour():
    calm = [*history(range(7, 22)), at(0, 8)]
    storm = [at(0, 8) - timedelta(seconds=one) for one in range(2000)]

    assert first_alarm(heard(MentionHistory(), [*calm, *storm]), at(0, 8), 24) == first_alarm(
        heard(MentionHistory(), calm), at(0, 8), 24
    )


moments = st.lists(
    st.integers(0, 60 * 24 * 42).map(lambda minutes: MONDAY + timedelta(minutes=minutes)), max_size=120
)


@given(moments, st.randoms(use_true_random=False), st.integers(1, 9))
def test_the_order_of_arrival_and_duplicates_do_not_matter(mentions, dice, parts):
    mixed = mentions * 2
    dice.shuffle(mixed)
    known = MentionHistory()
    for part in range(parts):
        known = heard(known, mixed[part::parts])

    assert known == heard(MentionHistory(), mentions)


@given(moments, st.integers(0, 60 * 24 * 60))
def test_it_is_never_said_within_two_hours_and_lasts_until_somebody_writes(mentions, minutes):
    known, now = (
        heard(MentionHistory(), [*history(range(7, 22)), *mentions]),
        MONDAY + timedelta(minutes=minutes),
    )
    found = silence(known, now)

    if found is not None:
        assert now - found.since >= AT_LEAST
        assert found.usual >= timedelta()
        assert silence(known, now + timedelta(days=3)) is not None
        assert silence(heard(known, [now]), now + timedelta(minutes=119)) is None
