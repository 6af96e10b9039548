"""What is kept, and for how long. Pure.

A post is deleted when it is old and nothing needs it: no alert that is not settled, no case that waits, and no score of a
fan, which is judged by the posts of the fans' window (repeated texts count against it, so their words stay as long).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from mutuals.domain.model import Post

RECORDS = timedelta(days=365)  # settled alerts, notices and deliveries


@dataclass(frozen=True, slots=True)
class Cutoffs:
    """What is older than these moments may go."""

    posts: datetime
    records: datetime


def cutoffs(now: datetime, keep: timedelta, fan_window: timedelta) -> Cutoffs:
    """`keep`: how long posts and people are kept at least (MUTUALS_KEEP_DAYS)."""
    posts = now - max(keep, fan_window)
    return Cutoffs(posts, min(posts, now - RECORDS))


def is_needed(post: Post, people: Collection[str], conversations: Collection[str]) -> bool:
    """Does something open need this post? `people` have an alert that is not settled or a case that waits; in
    `conversations` a case of theirs goes on."""
    about = {post.author_id, post.in_reply_to_person, post.quotes_person}
    return post.conversation_id in conversations or not about.isdisjoint(people)
