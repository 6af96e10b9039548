"""The clocks of a case: when it is told, warns and is due, in business hours; and who gets a quicker answer. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mutuals.domain import business_hours
from mutuals.domain.model import Case, Category, Fan, Flag, Turn
from mutuals.domain.policy import Policy

FIRST = "First contact"
AT_RISK = "A fan at risk"
FOLLOWED = "You follow them, so they count on being heard"
ENOUGH_HISTORY = timedelta(days=7)  # with less, nearly everybody would seem to write for the first time


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person stands to the brand when they write: what may call for a quicker answer."""

    first_at: datetime | None = None  # of their first post that we know of
    known_since: datetime | None = None  # from when on we know the posts to this brand
    we_follow: bool = False
    fan: Fan | None = None


STRANGER = Standing()


@dataclass(frozen=True, slots=True)
class Deadlines:
    """When a case is told, warns, is due and stops nagging."""

    tell_at: datetime
    warn_at: datetime
    due_at: datetime
    expires_at: datetime


def moments(
    category: Category, flags: frozenset[Flag], at: datetime, policy: Policy, *, quicker: bool = False,
    due: timedelta | None = None) -> Deadlines:  # fmt: skip
    """The clocks of a case whose first unanswered post came at `at`; `quicker` takes the next stricter tier, and `due`
    stands for the category's own time."""
    clock = policy.response_times[category]
    urgent = Flag.URGENT in flags
    usual = clock.due if due is None else due
    span = min(usual, policy.urgent_due) if urgent else usual
    after = _runner(at, stricter(span, policy) if quicker else span, policy)
    expires_at = at + policy.expires_after
    on_arrival = urgent or not (clock.tell_at_half or clock.in_digest)
    tell_at = at if on_arrival else after(0.5)
    return Deadlines(
        tell_at=expires_at if clock.in_digest and not urgent else tell_at,
        warn_at=after(policy.warn_share if on_arrival else (1 + policy.warn_share) / 2),
        due_at=after(1.0),
        expires_at=expires_at,
    )


def _runner(at: datetime, span: timedelta, policy: Policy) -> Callable[[float], datetime]:
    """When a share of the time has passed, in business hours.

    Where they would go beyond the outer limit, a share of that passes by the clock at the latest.
    """
    calendar = policy.hours
    if calendar is None:
        return lambda share: at + span * share
    limit = max(policy.outer_limit, span)
    if business_hours.due(at, span, calendar) <= at + limit:
        return lambda share: business_hours.due(at, span * share, calendar)
    return lambda share: min(business_hours.due(at, span * share, calendar), at + limit * share)


def promise(at: datetime, policy: Policy) -> datetime:
    """By when an acknowledgement made at `at` promises the answer."""
    return _runner(at, policy.follow_up_after, policy)(1.0)


def after(at: datetime, span: timedelta, policy: Policy) -> datetime:
    """When so much time has passed since `at`, in business hours."""
    return _runner(at, span, policy)(1.0)


def stricter(span: timedelta, policy: Policy) -> timedelta:
    """The next shorter time among the policy's tiers; the same where none is, or where all classes have one time."""
    classes = {clock.due for clock in policy.response_times.values()}
    if len(classes) == 1:
        return span
    return max((tier for tier in classes | {policy.urgent_due} if tier < span), default=span)


def tiered(policy: Policy) -> bool:
    """Does this policy tell tiers apart at all?"""
    return len({clock.due for clock in policy.response_times.values()}) > 1


def grounds(standing: Standing, category: Category, at: datetime, policy: Policy) -> tuple[str, ...]:
    """Why a post written at `at` calls for a quicker answer than its class, in sentences; empty: it does not.

    A first contact left without an answer may be the last one; who is followed counts on being heard;
    and who speaks to the brand often and complains is a fan at risk. Fame is no input.
    """
    found = []
    if _is_first(standing, at):
        found.append(f"{FIRST}: they have not written to you before, as far as we know")
    if standing.we_follow:
        found.append(FOLLOWED)
    times = _times_before(standing, at, policy)
    if category is Category.COMPLAINT and not standing.we_follow and times >= policy.fan_interactions:
        found.append(f"{AT_RISK}: they spoke to you {times} times and now complain")
    return tuple(f"{one}. The answer is due sooner." for one in found) if tiered(policy) else ()


_SHORT = {
    FIRST: "first contact",
    AT_RISK: "a fan at risk",
    FOLLOWED: "",
}  # the last is said of the person anyway


def is_ground(sentence: str) -> bool:
    """Is it a sentence of `grounds`?"""
    return sentence.startswith(tuple(_SHORT))


def in_short(sentence: str) -> str:
    """A sentence of `grounds` in two or three words; any other sentence as it is."""
    return next((short for ground, short in _SHORT.items() if sentence.startswith(ground)), sentence)


def _is_first(standing: Standing, at: datetime) -> bool:
    known = standing.known_since
    return standing.first_at == at and known is not None and at - known >= ENOUGH_HISTORY


def _times_before(standing: Standing, at: datetime, policy: Policy) -> int:
    fan = standing.fan
    return fan.interactions if fan is not None and at - fan.last_at <= policy.fan_window else 0


def followed(case: Case, policy: Policy) -> Case:
    """The case once it is known that we follow the person: it gets the next stricter tier, once."""
    ground = f"{FOLLOWED}. The answer is due sooner."
    if ground in case.why or not tiered(policy) or case.turn in {Turn.SOLVED, Turn.ASIDE, Turn.UNADDRESSED}:
        return case
    when = moments(case.category, case.flags, case.opened_at, policy, quicker=True)
    return replace(
        case,
        # Who is followed is no fan whom we have overlooked.
        why=(*case.why[:1], ground, *(one for one in case.why[1:] if not one.startswith(AT_RISK))),
        tell_at=min(case.tell_at, when.tell_at),
        warn_at=min(case.warn_at, when.warn_at),
        due_at=min(case.due_at, when.due_at),
    )


def look_up_at(
    category: Category, flags: frozenset[Flag], at: datetime, policy: Policy, *, quicker: bool
) -> datetime | None:
    """When the team would have to be told if we turn out to follow the person; None where that is no sooner.

    Whether we do is often known by a look-up only. Asked when the case is told, it would come too late: the
    stricter answer would be due by then.
    """
    if quicker or not tiered(policy):
        return None
    sooner = moments(category, flags, at, policy, quicker=True).tell_at
    return sooner if sooner < moments(category, flags, at, policy).tell_at else None


def waited(case: Case, now: datetime, policy: Policy) -> timedelta | None:
    """How much open time has passed since the case was opened; None: time always counts."""
    return None if policy.hours is None else business_hours.between(case.opened_at, now, policy.hours)
