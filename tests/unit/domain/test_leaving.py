"""Whether somebody may leave, and what drives them: read from what they did and what we did not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from mutuals.domain.bonds import BondChange, BondEvent, changes, follows_since
from mutuals.domain.drift import Drift
from mutuals.domain.exchanges import Exchanges
from mutuals.domain.leaving import LeaveRisk, Signs, drifted, leaving, likely_cause
from mutuals.domain.model import CaseState, Flag, Person, Post, Relationship
from mutuals.domain.policy import Policy
from tests.support.values import case, fan, person

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
POLICY = Policy()
DRIFT = Drift(9.0, 30, 0, NOW - 35 * DAY)
LEFT = BondChange("77", BondEvent.THEY_LEFT, NOW - DAY)


def talk(*waiting: int) -> Exchanges:
    """So many days ago each of their unanswered posts was written."""
    posts = tuple(Post(str(one), "77", "", NOW - one * DAY, str(one)) for one in waiting)
    return Exchanges(len(waiting), 0, 0, None, last_by_us=False, waiting=posts, owed=float(len(waiting)))


def risk(signs: Signs) -> LeaveRisk:
    return leaving(signs, NOW, POLICY).risk


def test_a_follower_who_spoke_and_was_never_answered_may_leave():
    ignored = fan(follows_us=True, interactions=2)

    found = leaving(Signs(talk(3), ignored), NOW, POLICY)
    assert found.risk is LeaveRisk.SOME
    assert found.why == ("They follow you and spoke to you 2 times, and were never answered.",)
    assert risk(Signs(talk(3), replace(ignored, two_way=1))) is LeaveRisk.NONE
    assert risk(Signs(talk(3), replace(ignored, interactions=1))) is LeaveRisk.NONE
    assert risk(Signs(talk(3), replace(ignored, follows_us=False))) is LeaveRisk.NONE


def test_somebody_whom_we_follow_and_do_not_answer_may_leave():
    followed = fan(we_follow=True, two_way=2)

    assert risk(Signs(talk(2), followed)) is LeaveRisk.SOME
    assert risk(Signs(talk(), followed)) is LeaveRisk.NONE


def test_whoever_has_gone_or_says_so_or_drifts_unanswered_is_likely_to():
    unanswered = fan(follows_us=True)

    assert risk(Signs(talk(), None, left=LEFT)) is LeaveRisk.HIGH
    assert risk(Signs(talk(), None, [case(flags=frozenset({Flag.CHURN}))])) is LeaveRisk.HIGH
    assert risk(Signs(talk(3), unanswered, drift=DRIFT)) is LeaveRisk.HIGH
    assert risk(Signs(talk(), fan(two_way=1), drift=DRIFT)) is LeaveRisk.SOME


def test_a_broken_promise_drives_people_away():
    held = case(state=CaseState.ACKNOWLEDGED, promised_at=NOW - DAY)

    assert risk(Signs(talk(), None, [held])) is LeaveRisk.SOME
    assert risk(Signs(talk(), None, [replace(held, promised_at=NOW + DAY)])) is LeaveRisk.NONE
    assert risk(Signs(talk(), None, [replace(held, state=CaseState.ANSWERED)])) is LeaveRisk.NONE


def test_the_cause_is_what_they_say_or_what_was_not_answered():
    churn, expired = case(flags=frozenset({Flag.CHURN})), case(state=CaseState.EXPIRED)

    assert likely_cause(Signs(talk(9, 6, 3), None)) == "They stopped after 3 posts without an answer."
    assert likely_cause(Signs(talk(3), None)) == "Their last post had no answer."
    assert (
        likely_cause(Signs(talk(3), None, [expired]))
        == "A post of theirs that waited for an answer never had one."
    )
    assert likely_cause(Signs(talk(9, 3), None, [churn])) == "They wrote that they would leave."
    assert likely_cause(Signs(talk(), None)) == "No cause is known."


def test_a_rhythm_is_said_in_days():
    assert drifted(DRIFT) == "Usually here on 9 days of 30; on none of the last 30."
    assert drifted(Drift(0.6, 60, 1, NOW)) == "Usually here on 1 day of 30; on 1 of the last 60."


# --- how the follow changes ----------------------------------------------------------------


def seen(days: int, *, follows: bool = False, followed: bool = False, **more: object) -> Person:
    bond = Relationship(follows_us=follows, we_follow=followed)
    return person("77", relationship=bond, checked_at=NOW + days * DAY, **more)


def test_the_first_look_shows_what_is_and_a_later_one_what_has_changed():
    first, later = seen(0, follows=True), seen(3, followed=True)

    assert changes(None, first) == [BondChange("77", BondEvent.THEY_FOLLOW, NOW)]
    assert changes(None, seen(0)) == []
    assert changes(first, seen(2, follows=True)) == []
    assert changes(first, later) == [
        BondChange("77", BondEvent.THEY_LEFT, NOW + 3 * DAY, NOW),
        BondChange("77", BondEvent.WE_FOLLOW, NOW + 3 * DAY, NOW),
    ]


def test_who_is_out_of_reach_or_was_not_looked_up_has_not_left():
    first = seen(0, follows=True)

    assert changes(first, seen(3, gone="suspended")) == []
    assert changes(first, replace(seen(3), checked_at=None)) == []


def test_since_when_they_follow_is_where_it_was_seen_to_begin_else_the_earliest_sight():
    archive = BondChange("77", BondEvent.THEY_FOLLOW, NOW - 400 * DAY)
    look = BondChange("77", BondEvent.THEY_FOLLOW, NOW - 90 * DAY)
    left = BondChange("77", BondEvent.THEY_LEFT, NOW - 50 * DAY, NOW - 90 * DAY)
    again = BondChange("77", BondEvent.THEY_FOLLOW, NOW - 10 * DAY, NOW - 50 * DAY)

    assert follows_since([archive, look]) == archive
    assert follows_since([archive, look, left]) is None
    assert follows_since([archive, look, left, again]) == again
    assert follows_since([]) is None
