"""What X shows late is read without buying yesterday again."""

from datetime import UTC, datetime, timedelta

from mutuals_x.backfill import Backfill, id_at
from mutuals_x.timeline_cursor import TimelineCursor

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
MIDNIGHT = datetime(2026, 3, 4, tzinfo=UTC)


def test_it_looks_six_hours_back_at_most_every_ten_minutes() -> None:
    back, mark = Backfill(), TimelineCursor(id_at(NOON))
    start = back.start(mark, NOON)
    back.done(start, NOON)
    assert start == id_at(NOON - timedelta(hours=6))
    assert back.start(mark, NOON + timedelta(minutes=9)) is None
    assert back.start(mark, NOON + timedelta(minutes=10)) is not None


def test_of_yesterday_only_the_last_half_hour_is_bought_again_and_once() -> None:
    back = Backfill()
    starts = []
    for minutes in (5, 40, 60):
        now = MIDNIGHT + timedelta(minutes=minutes)
        starts.append(back.start(TimelineCursor(id_at(now)), now))
        back.done(starts[-1], now)
    assert starts == [id_at(MIDNIGHT), id_at(MIDNIGHT - timedelta(minutes=30)), id_at(MIDNIGHT)]


def test_a_reading_that_was_cut_short_goes_on_where_it_was() -> None:
    assert Backfill().start(TimelineCursor(id_at(NOON), id_at(NOON), id_at(NOON)), NOON) is None
