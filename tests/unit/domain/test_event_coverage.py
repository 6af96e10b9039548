"""What is read of the timelines beside a network's events: everything once, and nothing that was told."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import event_coverage as rules
from mutuals.domain.event_coverage import ARRIVES, KEPT, SETTLES, CoveredSpan, TimelineWindow

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
SILENT = timedelta(seconds=30)
MINUTE = timedelta(minutes=1)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_without_a_line_everything_is_read():
    assert rules.window((), None, NOON, SILENT) == TimelineWindow()
    assert rules.window((), at(-60), NOON, SILENT) == TimelineWindow()


def test_what_came_before_a_line_was_opened_is_read_and_nothing_since():
    spans = (CoveredSpan(at(0), at(10)),)

    assert rules.window(spans, at(-50), at(10), SILENT) == TimelineWindow(before=at(0))
    assert rules.window(spans, None, at(10), SILENT) == TimelineWindow(before=at(0))


def test_a_poll_that_came_too_soon_after_the_opening_does_not_close_what_was_before():
    spans = (CoveredSpan(at(0), at(40)),)
    too_soon = at(0) + SETTLES - timedelta(seconds=1)

    assert rules.window(spans, too_soon, at(40), SILENT) == TimelineWindow(before=at(0))


def test_while_the_line_is_alive_only_what_is_newer_than_the_newest_told_is_read():
    spans = (CoveredSpan(at(0), at(100)),)

    assert rules.window(spans, at(60), at(110), SILENT) == TimelineWindow(
        before=at(110) - ARRIVES, beyond_told=True
    )


def test_after_a_cut_is_read_what_came_since():
    spans = (CoveredSpan(at(0), at(100)),)

    assert rules.window(spans, at(90), at(200), SILENT) == TimelineWindow(after=at(100), beyond_told=True)


def test_what_a_poll_has_read_during_a_gap_is_not_read_again_at_the_next():
    spans = (CoveredSpan(at(0), at(100)),)

    assert rules.window(spans, at(200), at(260), SILENT) == TimelineWindow()


def test_the_gap_between_two_spans_is_read_and_neither_of_them():
    spans = (CoveredSpan(at(0), at(100)), CoveredSpan(at(180), at(190)))

    assert rules.window(spans, at(90), at(195), SILENT) == TimelineWindow(after=at(100), before=at(180))


def test_a_brand_that_was_subscribed_later_is_told_from_then_on():
    spans = (CoveredSpan(at(0), at(10)), CoveredSpan(at(60), at(200)))

    assert rules.of_brand(spans, None) == ()
    assert rules.of_brand(spans, at(100)) == (CoveredSpan(at(100), at(200)),)


def test_few_spans_are_kept_and_a_sign_of_life_never_moves_back():
    spans: tuple[CoveredSpan, ...] = ()
    for number in range(10):
        spans = rules.told_until(rules.reopened(spans, at(number * 60)), at(number * 60 + 30))

    assert len(spans) == KEPT
    assert rules.told_until(spans, at(0)) == spans
    assert rules.told_until((), NOON) == ()


steps = st.lists(
    st.tuples(st.sampled_from(["open", "beat", "cut", "poll"]), st.integers(1, 90)), min_size=1, max_size=40
)


@given(steps)
def test_no_moment_is_neither_told_nor_read_whatever_happens_to_the_line(happened: list[tuple[str, int]]):
    """Each second has a post. It is told while the line is open (the line is noted at beats), else it must be read."""
    now, spans, read_at, is_open = 0, tuple[CoveredSpan, ...](), None, False
    told, read, newest_read = set[int](), set[int](), -1
    for what, seconds in [*happened, ("cut", 1), ("poll", 61), ("poll", 61)]:
        for _ in range(seconds):
            now += 1
            if is_open:
                told.add(now)
                spans = rules.told_until(spans, at(now))
        if what == "open" and not is_open:
            is_open, spans = True, rules.reopened(spans, at(now))
        elif what == "cut":
            is_open = False
        elif what == "poll":
            which = rules.window(spans, read_at, at(now), SILENT)
            start = newest_read if which.after is None else max(newest_read, second(which.after))
            start = max([start, *told]) if which.beyond_told else start
            end = now if which.before is None else min(now, second(which.before))
            read |= set(range(start + 1, end + 1))
            newest_read, read_at = max(newest_read, end), at(now)

    assert set(range(1, now - 60)) <= told | read


def second(moment: datetime) -> int:
    return int((moment - NOON).total_seconds())
