"""Values for the tests of rules: posts, people and readings, each with what matters alone given."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import settings

from mutuals.domain.case_batch import CaseBatch, ClassifiedPost
from mutuals.domain.model import (
    Account,
    Category,
    Classification,
    Fan,
    Flag,
    Interaction,
    Person,
    Post,
    Relationship,
)
from tests.support.examples import examples

BRAND = "900"
steady = settings(deadline=None, max_examples=examples(80))  # a busy machine is no failure
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SCORES = {Category.COMPLAINT: 0.9, Category.QUESTION: 0.2, Category.CONCERN: 0.3}


def post(number: int, author: str = "7", *, minutes: float = 0, **fields) -> Post:
    """A post so many minutes after NOW; alone in its conversation unless told otherwise."""
    made: dict[str, Any] = {
        "text": "some words",
        "at": NOW + timedelta(minutes=minutes),
        "conversation_id": f"c{number}",
    }
    return Post(id=str(number), author_id=author, **(made | fields))


def answer(number: int, to: Post, *, minutes: float, **fields) -> Post:
    """The brand's reply to a post."""
    made: dict[str, Any] = {
        "in_reply_to": to.id,
        "in_reply_to_person": to.author_id,
        "conversation_id": to.conversation_id,
    }
    return post(number, BRAND, minutes=minutes, **(made | fields))


def reading(category: Category = Category.COMPLAINT, *flags: Flag) -> Classification:
    """What the language rules say of a text."""
    return Classification(category, SCORES.get(category, 0.0), 0.0, frozenset(flags))


def heard(one: Post, category: Category = Category.COMPLAINT, *flags: Flag) -> ClassifiedPost:
    """A post with its reading; our own have none."""
    return ClassifiedPost(one, None if one.author_id == BRAND else reading(category, *flags))


def case_batch(*cases, held: tuple[str, ...] = ()) -> CaseBatch:
    """An empty case batch, or one with these cases."""
    return CaseBatch("x900", BRAND, {case.id: case for case in cases}, frozenset(held))


def person(*, account: dict[str, Any] | None = None, **fields) -> Person:
    """Somebody who follows us and whom we do not follow."""
    known: dict[str, Any] = {"created_at": NOW - timedelta(days=900), "followers": 10} | (account or {})
    made: dict[str, Any] = {"relationship": Relationship(follows_us=True), "checked_at": NOW}
    return Person(Account("7", "savvari", "Savvari", **known), **(made | fields))


def chats(*days: float, kind: Interaction = Interaction.MENTION, text: str | None = None) -> list[Post]:
    """Interactions so many days ago, oldest first, each with words of its own; those of the oldest are warm."""
    ago = sorted(days, reverse=True)
    return [post(number, at=NOW - timedelta(days=day), text=text or f"words number {number}", interaction=kind,
                 category=Category.PRAISE if number == 1 else None)
            for number, day in enumerate(ago, start=1)]  # fmt: skip


def fan(**fields) -> Fan:
    """A row of counts for person 7."""
    made: dict[str, Any] = {
        "log_score": 0.0,
        "interactions": 5,
        "first_at": NOW - timedelta(days=20),
        "last_at": NOW,
    }
    return Fan("x900", "7", **(made | fields))
