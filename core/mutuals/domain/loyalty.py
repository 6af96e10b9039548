"""Who is a loyal fan: forward-decayed interactions, a plain threshold, few explained gates.

Followers' counts are never an input. A score is a sum of w * exp(lambda * (t - EPOCH)), kept as
its logarithm, so time passing never rescales a row and the order of arrival does not matter.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import exp, inf, log, log1p
from typing import TypeVar
from zoneinfo import ZoneInfo

from mutuals.domain import contact_preferences
from mutuals.domain.model import (
    CASE_CLASSES,
    Category,
    Classification,
    Credit,
    Fan,
    Flag,
    Interaction,
    Person,
    Post,
)
from mutuals.domain.policy import FollowPolicy, Policy

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
_DAY = 86400.0
_FOLLOW_FARM = re.compile(r"\b(follow ?back|f4f|followback|100% follow|gain followers)\b", re.IGNORECASE)
_WORDS = re.compile(r"\w+")


SERIAL = 3  # complaints in the window: whoever has more of them than warm acts is no fan
_WARM = frozenset({Interaction.HELPED, Interaction.RECOMMENDED, Interaction.QUOTE, Interaction.REPOST})


def interaction_of(post: Post, reading: Classification, brand_account: str) -> Interaction | None:
    """What a post counts as for its author. A complaint or our own post is no act of love: None.

    A question, a concern and an answer to our help desk are mentions at most. Whether somebody who is answered had asked
    anything is not seen here: see `unless_asked`.
    """
    if post.author_id == brand_account or reading.category in {Category.COMPLAINT, Category.WANTS_FOLLOW}:
        return None
    if post.reposts is not None:
        return Interaction.REPOST
    if post.quotes and post.quotes_person == brand_account:
        return Interaction.QUOTE
    if Flag.ADVOCACY in reading.flags and reading.category is Category.PRAISE:
        return Interaction.RECOMMENDED  # the flag alone may be a guess; with praise it is an act of love
    if reading.category in CASE_CLASSES:
        return Interaction.MENTION
    if post.in_reply_to_person and post.in_reply_to_person not in {brand_account, post.author_id}:
        return Interaction.HELPED
    warm_reply = post.in_reply_to_person == brand_account and reading.category is Category.PRAISE
    return Interaction.REPLY if warm_reply else Interaction.MENTION


def unless_asked(post: Post, answered: Post | None) -> Post:
    """The post; no help to another customer if that one had asked nothing, as far as we know."""
    if post.interaction is not Interaction.HELPED or (
        answered is not None and answered.category in CASE_CLASSES
    ):
        return post
    return replace(post, interaction=Interaction.MENTION)


def warm(post: Post) -> bool:
    """Praise, or an act of love."""
    return post.category is Category.PRAISE or post.interaction in _WARM


def _at_the_desk(post: Post) -> bool:
    """Asks, or answers what our help desk asked: a customer in need of help, who may be no fan at all."""
    if post.category in CASE_CLASSES:
        return True
    replies = post.in_reply_to_person is not None and post.in_reply_to_person != post.author_id
    return replies and post.interaction is Interaction.MENTION


def quiet_after(
    *, is_fan: bool, closed_by: str, reason: str | None, now: datetime, policy: Policy
) -> datetime | None:
    """Until when somebody is not suggested again after an alert was closed so; None: nothing about the fan was decided.

    A follow, or dismissing the fan, is a decision about the person. A reply to a fan settles the talk only: they are
    suggested again at their next warm post after a few days. An answer to a question says nothing about the fan.
    """
    if closed_by == "followed" or reason == "not_us" or (is_fan and closed_by == "dismissed"):
        return now + policy.fan_cool_down
    return now + policy.fan_follow_up if is_fan else None


def logaddexp(a: float, b: float) -> float:
    """log(exp(a) + exp(b)) without overflow."""
    high, low = (a, b) if a > b else (b, a)
    return high if low == -inf else high + log1p(exp(low - high))


When = TypeVar("When", int, datetime)
Amount = tuple[float, int, When, When]  # log score, interactions, first and last: a credit, or what a fan has


def added(one: Amount[When], more: Amount[When]) -> Amount[When]:
    """Two amounts together, in any order."""
    score, times, first, last = one
    more_score, more_times, more_first, more_last = more
    return logaddexp(score, more_score), times + more_times, min(first, more_first), max(last, more_last)


def earned(posts: Iterable[Post], policy: Policy) -> list[Credit]:
    """What posts add to who wrote them, one credit for each person; a post that counts as nothing adds nothing."""
    weights = {kind: log(weight) if weight > 0 else -inf for kind, weight in policy.weights.items()}
    found: dict[str, Amount[datetime]] = {}
    for post in posts:
        if post.interaction is None:
            continue
        age = policy.decay_per_day * (post.at - EPOCH).total_seconds() / _DAY
        gain = weights.get(post.interaction, -inf) + age, 1, post.at, post.at
        before = found.get(post.author_id)
        found[post.author_id] = gain if before is None else added(before, gain)
    return [Credit(person_id, *amount) for person_id, amount in found.items()]


def credited(fan: Fan | None, brand_id: str, more: Credit) -> Fan:
    """The fan with what a credit adds."""
    if fan is None:
        return Fan(brand_id, *more)
    score, times, first, last = added((fan.log_score, fan.interactions, fan.first_at, fan.last_at), more[1:])
    return replace(fan, log_score=score, interactions=times, first_at=first, last_at=last)


def answered(fan: Fan, at: datetime) -> Fan:
    """The fan after an answer of ours."""
    return replace(fan, two_way=fan.two_way + 1, answered_at=max(filter(None, (fan.answered_at, at))))


def score_now(fan: Fan, now: datetime, policy: Policy) -> float:
    """The decayed score as of now, in mentions."""
    return exp(fan.log_score - policy.decay_per_day * (now - EPOCH).total_seconds() / _DAY)


@dataclass(frozen=True, slots=True)
class FanDecision:
    """Whether somebody is a loyal fan to be told about, and the sentences that say why or why not."""

    loyal: bool
    why: tuple[str, ...]


def at_least(policy: Policy) -> int:
    """How many interactions the brand's follow policy asks for."""
    if policy.follow_policy is FollowPolicy.EVERYONE:
        return 1
    engaged = policy.follow_policy is FollowPolicy.ENGAGED
    return policy.engaged_interactions if engaged else policy.fan_interactions


def last_within(policy: Policy) -> timedelta:
    """How long ago the last interaction may be."""
    everyone = policy.follow_policy is FollowPolicy.EVERYONE
    return policy.fan_window if everyone else policy.fan_last_within


def _strict(policy: Policy) -> bool:
    return policy.follow_policy in {FollowPolicy.LOYAL, FollowPolicy.TALK}


def often_enough(posts: Sequence[Post], now: datetime, policy: Policy) -> bool:
    """Does the frequency alone qualify? Asked before anyone is looked up, because a look-up costs money."""
    recent = [post for post in _recent(posts, now, policy) if not _at_the_desk(post)]
    return (
        len(recent) >= at_least(policy)
        and len(_days(recent, policy)) >= (policy.fan_days if _strict(policy) else 1)
        and now - max(post.at for post in recent) <= last_within(policy)
    )


def welcomed(fan: Fan, posts: Sequence[Post], now: datetime, policy: Policy) -> bool:
    """Have we talked with each other, and did they come back with something warm some days after our last answer? An answer
    settles the talk, not the friendship: then a follow is welcome, however few words there were."""
    if not fan.two_way or fan.answered_at is None or policy.follow_policy is FollowPolicy.TALK:
        return False
    since = max(fan.answered_at + policy.fan_follow_up, now - last_within(policy))
    return any(warm(post) and post.at >= since for post in posts)


def assess_fan(
    fan: Fan, person: Person, posts: Sequence[Post], now: datetime, policy: Policy, *, complaints: int = 0
) -> FanDecision:
    """The whole rule. `posts` are the person's interactions, oldest first, `complaints` is how many more posts of theirs in
    the window complain; pure and explained."""
    stop = listed(person, policy) or _not_now(fan, person, now) or gate(person, posts, now)
    if stop:
        return FanDecision(False, (stop,))
    came_back = welcomed(fan, posts, now, policy)
    if not often_enough(posts, now, policy) and not came_back:
        return FanDecision(False, ("Not often enough yet.",))
    if (
        fan.quiet_until
        and _only_answered(fan, policy)
        and not any(warm(post) and post.at >= fan.quiet_until for post in posts)
    ):
        return FanDecision(False, ("The team has replied, and they have written nothing warm since.",))
    recent = _recent(posts, now, policy)
    warm_acts = sum(map(warm, recent))
    if complaints >= SERIAL and complaints > warm_acts:
        return FanDecision(False, ("They complain more often than they say something warm.",))
    if _strict(policy) and not warm_acts and not fan.two_way:
        return FanDecision(False, ("They have only named the brand: nothing warm, and no talk with it yet.",))
    reasons = _reasons(fan, recent, _days(recent, policy), now)
    return FanDecision(True, (*reasons, CAME_BACK) if came_back else reasons)


def _recent(posts: Sequence[Post], now: datetime, policy: Policy) -> list[Post]:
    return [post for post in posts if now - policy.fan_window <= post.at <= now + timedelta(minutes=5)]


def _days(posts: Sequence[Post], policy: Policy) -> set[str]:
    zone = ZoneInfo(policy.time_zone)
    return {post.at.astimezone(zone).date().isoformat() for post in posts}


def listed(person: Person, policy: Policy) -> str | None:
    """Why the brand's own lists forbid to follow somebody, in a sentence; None: they don't."""
    name = _listed_as(person, policy)
    if name in policy.never_follow:
        return f"On your never-follow list: {policy.never_follow[name] or 'no reason given'}."
    ours = name in policy.family or person.account.id in policy.own_ids
    return "Belongs to your own organisation." if ours else None


def _listed_as(person: Person, policy: Policy) -> str:
    """The name under which the lists would hold this account: an account that is known by its id keeps its place there
    when it is renamed, and whoever takes its old name does not get it."""
    handle = person.account.handle.lower()
    known = policy.known_as.get(person.account.id)
    return known or ("" if handle in policy.known_as.values() else handle)


def _not_now(fan: Fan, person: Person, now: datetime) -> str | None:
    bond = person.relationship
    if fan.preference in {contact_preferences.LEAVE_ALONE, contact_preferences.TALK}:
        return "They asked not to be followed."
    if person.gone:
        return f"The account is {person.gone}."
    if bond.blocking or bond.muting:
        return "The brand blocks or mutes them."
    if bond.we_follow or bond.requested:
        return "Already followed."
    if not bond.follows_us:
        return "They do not follow the brand."
    if fan.quiet_until and now < fan.quiet_until:
        return "The team decided about them a short while ago."
    return None


def gate(person: Person, posts: Sequence[Post], now: datetime) -> str | None:
    """The spam and bot gates, few and explained. They only hold back a follow, never a complaint."""
    account = person.account
    if account.created_at and now - account.created_at < timedelta(days=14):
        return "The account is less than two weeks old."
    if _FOLLOW_FARM.search(account.bio):
        return "The profile trades follows."
    texts = Counter(" ".join(_WORDS.findall(post.text.lower())) for post in posts if post.text)
    if texts and sum(texts.values()) >= 3 and max(texts.values()) / sum(texts.values()) > 0.5:
        return "Most of their posts repeat one text."
    if posts and sum(post.text.count("#") for post in posts) / len(posts) > 6:
        return "Their posts are mostly hashtags."
    return None


def _only_answered(fan: Fan, policy: Policy) -> bool:
    """Was the last quiet time that of a reply, and not of a decision about them? A reply's begins with the answer."""
    if fan.quiet_until is None or fan.answered_at is None:
        return False
    return fan.quiet_until <= fan.answered_at + policy.fan_follow_up + timedelta(days=1)


CAME_BACK = "You have talked with each other, and they came back with something warm."
FOLLOWS, NOT_BACK, UNANSWERED = "Follows you and spoke", "You do not follow back.", "Nobody has answered yet."
_ACTS = {
    Interaction.HELPED: ("answered another customer", "times"),
    Interaction.RECOMMENDED: ("recommended you", "times"),
    Interaction.QUOTE: ("quoted you", "times"),
    Interaction.REPOST: ("reposted you", "times"),
    Interaction.REPLY: ("replied to you", "times"),
    Interaction.MENTION: ("mentioned you", "times"),
}


def _reasons(fan: Fan, recent: Sequence[Post], days: set[str], now: datetime) -> tuple[str, ...]:
    span = max(1, (now - recent[0].at).days)
    counts = Counter(post.interaction for post in recent if post.interaction)
    acts = [
        f"{words} {count} times" if count > 1 else f"{words} once"
        for kind, (words, _) in _ACTS.items()
        if (count := counts.get(kind, 0))
    ]
    return (
        f"{FOLLOWS} to you {_times(len(recent))} on {_many(len(days), 'day')} in the last {_many(span, 'day')}.",
        NOT_BACK,
        f"They {_join(acts)}. {answered_so_often(fan.two_way)}",
    )


def answered_so_often(times: int) -> str:
    """How often the brand has answered somebody, as a sentence."""
    return f"You have answered {times} {'time' if times == 1 else 'times'}." if times else UNANSWERED


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _join(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
