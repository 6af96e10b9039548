"""How a person and the brand have talked with each other, and how much of an answer is owed. Pure.

What is owed is the weight of their words since our last answer, older ones less; any answer of ours to them settles it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import exp

from mutuals.domain.model import CASE_CLASSES, Interaction, Post
from mutuals.domain.policy import Policy

_DAY = 86400.0


@dataclass(frozen=True, slots=True)
class Exchanges:
    """The talk between two, counted over the posts that are known."""

    approaches: int  # posts of theirs that could be answered
    answers: int  # posts of ours to them
    talks: int  # conversations in which both spoke
    last_at: datetime | None  # the last word, and whose it was
    last_by_us: bool
    waiting: tuple[Post, ...]  # approaches that no later word of ours follows, oldest first
    owed: float  # their weight, 1 for one of just now; 0 right after an answer


def is_to(ours: Post, person_id: str, their_ids: Collection[str]) -> bool:
    """Is this post of ours said to that person: a reply to them or their post, a quote of it, or a post that names only
    them?"""
    if ours.in_reply_to_person is not None:
        return ours.in_reply_to_person == person_id
    return (
        ours.in_reply_to in their_ids
        or ours.quotes in their_ids
        or (ours.in_reply_to is None and ours.mentions == (person_id,))
    )


def is_approach(post: Post, our_ids: Collection[str]) -> bool:
    """Could this be answered? A repost and help for somebody else ask for nothing, nor do warm words under our answer."""
    if post.reposts is not None or post.interaction is Interaction.HELPED:
        return False
    return post.category in CASE_CLASSES or post.in_reply_to not in our_ids


def exchanges(
    theirs: Sequence[Post],
    ours: Sequence[Post],
    now: datetime,
    policy: Policy,
    *,
    answered_at: datetime | None = None,
) -> Exchanges:
    """The talk of one person: `theirs` are their posts, `ours` our answers to them, both in any order; `answered_at` is
    when we last spoke to them, where that is known beyond these posts."""
    our_ids = {one.id for one in ours}
    approaches = sorted((one for one in theirs if is_approach(one, our_ids)), key=lambda one: one.at)
    answered = max((*(one.at for one in ours), *filter(None, [answered_at])), default=None)
    waiting = [one for one in approaches if answered is None or one.at > answered]
    spoken = max((one.at for one in theirs), default=None)
    both = {one.conversation_id for one in theirs} & {one.conversation_id for one in ours}
    by_us = answered is not None and (spoken is None or answered >= spoken)
    return Exchanges(
        approaches=len(approaches),
        answers=len(ours),
        talks=len(both),
        last_at=answered if by_us else spoken,
        last_by_us=by_us,
        waiting=tuple(waiting),
        owed=sum(_weight(one.at, now, policy) for one in waiting),
    )


def _weight(at: datetime, now: datetime, policy: Policy) -> float:
    return exp(-policy.decay_per_day * max(0.0, (now - at).total_seconds()) / _DAY)
