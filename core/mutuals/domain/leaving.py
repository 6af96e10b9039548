"""Whether a person may leave, and what probably drives them away: sentences that say what it is read from. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from mutuals.domain.bonds import BondChange
from mutuals.domain.drift import Drift
from mutuals.domain.exchanges import Exchanges
from mutuals.domain.model import Case, CaseState, Fan, Flag
from mutuals.domain.policy import Policy

IGNORED_AFTER = timedelta(days=1)  # a word of somebody whom we follow ourselves


class LeaveRisk(IntEnum):
    """How likely it is that somebody leaves, in three steps: nobody has measured more."""

    NONE = 0
    SOME = 1
    HIGH = 2


@dataclass(frozen=True, slots=True)
class Leaving:
    """The risk, and why."""

    risk: LeaveRisk
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signs:
    """What the risk is read from."""

    talk: Exchanges
    fan: Fan | None
    cases: Sequence[Case] = ()
    drift: Drift | None = None
    left: BondChange | None = None  # they stopped following, and have not begun again


def leaving(signs: Signs, now: datetime, policy: Policy) -> Leaving:
    """Who has gone or says so is at high risk, and who drifts after words without an answer; the rest is some risk."""
    gone: list[str] = []
    if signs.left:
        gone.append("They stopped following you.")
    if any(Flag.CHURN in case.flags for case in signs.cases):
        gone.append("They wrote about leaving.")
    drives = _drives(signs, now, policy)
    drifting = [drifted(signs.drift)] if signs.drift else []
    why = (*gone, *drifting, *drives)
    if gone or (drifting and drives):
        return Leaving(LeaveRisk.HIGH, why)
    return Leaving(LeaveRisk.SOME if why else LeaveRisk.NONE, why)


def _drives(signs: Signs, now: datetime, policy: Policy) -> list[str]:
    """What we did not do."""
    found: list[str] = []
    fan, waiting = signs.fan, signs.talk.waiting
    if fan and fan.follows_us and not fan.two_way and fan.interactions >= policy.engaged_interactions:
        found.append(f"They follow you and spoke to you {fan.interactions} times, and were never answered.")
    if fan and fan.we_follow and waiting and now - waiting[0].at > IGNORED_AFTER:
        found.append("You follow them, and do not answer them.")
    if any(broken(case, now) for case in signs.cases):
        found.append("An answer was promised to them and is overdue.")
    return found


def broken(case: Case, now: datetime) -> bool:
    """Was an answer promised, and not given in time?"""
    return case.state is CaseState.ACKNOWLEDGED and case.promised_at is not None and case.promised_at < now


def drifted(drift: Drift) -> str:
    """The change of their rhythm in one sentence."""
    usual = max(1, round(drift.usual))
    days = "1 day" if usual == 1 else f"{usual} days"
    seen = "on none" if not drift.seen else "on 1" if drift.seen == 1 else f"on {drift.seen}"
    return f"Usually here on {days} of 30; {seen} of the last {drift.window}."


def likely_cause(signs: Signs) -> str:
    """What most likely drove somebody away, the plainest cause first."""
    waiting = len(signs.talk.waiting)
    if any(Flag.CHURN in case.flags for case in signs.cases):
        return "They wrote that they would leave."
    if waiting > 1:
        return f"They stopped after {waiting} posts without an answer."
    if any(case.state is CaseState.EXPIRED for case in signs.cases):
        return "A post of theirs that waited for an answer never had one."
    if waiting:
        return "Their last post had no answer."
    return "No cause is known."
