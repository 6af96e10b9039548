"""The figures of a team: counted of what ended in the span, a holding reply is a first answer."""

from dataclasses import replace
from datetime import timedelta

from mutuals.cards import stats
from mutuals.domain.model import CaseState
from mutuals.domain.team_stats import TeamStats, count
from mutuals.testing.plain_text import of_reply
from tests.support.values import HOUR, START, alert, case

ANSWERED = case(state=CaseState.ANSWERED, closed_at=START + 2 * HOUR, due_at=START + 3 * HOUR)


def test_what_ended_in_the_span_is_counted_with_how_much_was_in_time():
    late = replace(ANSWERED, id="2", closed_at=START + 4 * HOUR)
    before = replace(ANSWERED, id="3", closed_at=START - HOUR)
    expired = replace(ANSWERED, id="4", state=CaseState.EXPIRED)

    made = count([ANSWERED, late, before, expired], {}, [], START)

    assert (made.answered, made.in_time, made.expired) == (2, 1, 1)
    assert made.first_answer == 3 * HOUR


def test_a_holding_reply_is_the_first_answer():
    assert count([ANSWERED], {"1001": START + timedelta(minutes=7)}, [], START).first_answer == timedelta(
        minutes=7
    )


def test_a_fan_is_welcomed_by_a_word_or_by_a_follow():
    fans = [alert(f"{by}", closed_by=by, closed_at=START) for by in ("answered", "followed", "dismissed")]

    made = count([], {}, fans, START)

    assert (made.talked, made.followed, made.first_answer) == (1, 1, None)


def test_the_answer_gives_each_number_with_what_it_was_counted_from():
    some = TeamStats(12, 11, 1, timedelta(minutes=34), 3, 1)
    none = TeamStats(0, 0, 0, None, 0, 0)
    told = of_reply(stats.answer({7: none, 28: some}, 43, 5))

    assert "Answered: 12, 11 of 12 in time." in told
    assert "within 34 min." in told
    assert "Loyal fans welcomed: 4 (3 with a word, 1 by a follow alone)." in told
    assert "43 people wait, 5 of these overdue." in told
    assert "Nobody was answered." in told
    assert told.index("fans welcomed") < told.index("was answered")
