"""Facts about one person for the tests of words."""

from datetime import timedelta
from typing import Any

from mutuals.cards.person_view import PersonView
from mutuals.domain.bonds import BondChange, BondEvent
from mutuals.domain.exchanges import exchanges
from mutuals.domain.leaving import LeaveRisk, Leaving
from mutuals.domain.model import Brand, Category, Person, Post, Relationship
from mutuals.domain.person_notes import LONGEST, PersonNote
from mutuals.domain.policy import Policy
from tests.support.values import fan
from tests.unit.cards.alert_views import LINKS, NOW, account

DAY = timedelta(days=1)
TARGET = "x900-person.7-0"


def said(
    number: int, category: Category | None = Category.PRAISE, text: str = "love it", **more: Any
) -> Post:
    """A post of theirs, so many days old."""
    return Post(str(number), "7", text, NOW - number * DAY, str(number), category=category, **more)


def person_view(**fields: Any) -> PersonView:
    """A follower who praised the brand twice and was never answered; what is not given is usual."""
    posts = fields.get("posts", [said(9), said(4)])
    made: dict[str, Any] = {
        "brand": Brand("x900", "x", account("900", "kettleco", "Kettle Co")), "links": LINKS, "policy": Policy(),
        "now": NOW, "target": TARGET, "person_id": "7",
        "person": Person(account(), Relationship(follows_us=True), NOW - DAY),
        "fan": fan("7", follows_us=True), "posts": posts, "wrote": len(posts), "first_at": NOW - 9 * DAY,
        "cases": (), "talk": exchanges(posts, [], NOW, Policy()), "drift": None,
        "leaving": Leaving(LeaveRisk.NONE),
    }  # fmt: skip
    return PersonView(**(made | fields))


def worst(text: str, name: str, handle: str) -> PersonView:
    """As much as one card can hold: long words, a long name, many of everything."""
    kinds = [Category.PRAISE, Category.COMPLAINT, Category.QUESTION, Category.CONCERN, Category.WANTS_FOLLOW]
    posts = [said(number, kinds[number % 5], text) for number in range(60, 0, -1)]
    who = Person(account("7", handle, name), Relationship(follows_us=True, muting=True), NOW)
    return person_view(
        posts=posts,
        wrote=12_345,
        person=who,
        notes=[PersonNote("7", text[:LONGEST], NOW - n * DAY, name, f"slack/U{n}") for n in range(9)],
        bonds=[
            BondChange("7", BondEvent.THEY_FOLLOW, NOW - 9 * DAY),
            BondChange("7", BondEvent.THEY_LEFT, NOW),
        ],
        leaving=Leaving(LeaveRisk.HIGH, (f"{text[:200]}.",) * 4),
    )
