"""Facts for the tests of words: one alert with what belongs to it, in any state."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

from mutuals.cards.alert_view import AlertView, NetworkLinks
from mutuals.domain.history import LogLine
from mutuals.domain.model import (
    Account,
    Action,
    ActKind,
    Actor,
    ActState,
    Alert,
    AlertKind,
    AlertState,
    Brand,
    Case,
    CaseState,
    Category,
    Flag,
    Path,
    Person,
    Post,
    Relationship,
    Role,
)
from mutuals.domain.policy import Policy

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
FOLLOWERS = 48_213
LINKS = NetworkLinks(
    "X",
    lambda post, handle: f"https://x.example/{handle}/status/{post}",
    lambda handle: f"https://x.example/{handle}",
    lambda person: f"https://x.example/intent/follow?user_id={person}",
    lambda post, text: f"https://x.example/intent/post?in_reply_to={post}",
    lambda post: f"https://x.example/intent/like?tweet_id={post}",
    lambda post: f"https://x.example/intent/retweet?tweet_id={post}",
)
ANA = Actor("slack", "U1", "Ana", role=Role.MEMBER)


def account(number: str = "7", handle: str = "mia", name: str = "Mia Quist") -> Account:
    """A person with a count of followers that must never be seen."""
    return Account(number, handle, name, followers=FOLLOWERS, following=99_731, posts=77_123)


def case(**fields) -> Case:
    """A complaint that waits."""
    made: dict[str, Any] = {
        "brand_id": "x900", "id": "1", "person_id": "7", "conversation_id": "1", "category": Category.COMPLAINT,
        "score": 0.9, "post_ids": ("1",), "opened_at": NOW, "last_at": NOW, "tell_at": NOW,
        "warn_at": NOW + timedelta(minutes=30), "due_at": NOW + timedelta(minutes=60),
        "expires_at": NOW + timedelta(days=5), "why": ("Reads as a complaint.",), "told": True,
    }  # fmt: skip
    return Case(**(made | fields))


def alert(**fields) -> Alert:
    """An open alert about it."""
    made: dict[str, Any] = {"id": "x900-7-1", "brand_id": "x900", "person_id": "7", "episode": 1, "kind": AlertKind.CARE,
            "opened_at": NOW, "case_ids": ("1",)}  # fmt: skip
    return Alert(**(made | fields))


def act(kind: ActKind, state: ActState, path: Path = Path.API) -> Action:
    """Something that Ana does."""
    return Action("a1", "x900", "x900-7-1", kind, path, state, ANA, "7", "1", "1", "words", NOW,
                  next_at=NOW, expires_at=NOW + timedelta(minutes=30))  # fmt: skip


def facts(**fields) -> AlertView:
    """Everything that the words need; what is not given is an open complaint by a follower."""
    made: dict[str, Any] = {
        "alert": alert(), "brand": Brand("x900", "x", Account("900", "kettleco", "Kettle Co")),
        "person": Person(account(), Relationship(follows_us=True), NOW), "cases": (case(),),
        "posts": {"1": Post("1", "7", "it broke", NOW, "1"), "2": Post("2", "7", "love it", NOW, "2")},
        "actions": (), "links": LINKS, "paths": dict.fromkeys(ActKind, Path.API), "policy": Policy(), "now": NOW,
    }  # fmt: skip
    return AlertView(**(made | fields))


def _people() -> list[Person | None]:
    gone = [Person(account(), Relationship(), NOW, gone=why) for why in ("suspended", "deleted", "protected")]
    bonds = [Relationship(follows_us=one, we_follow=other) for one, other in product((False, True), repeat=2)]
    return [None, *gone, *[Person(account(), bond, NOW) for bond in bonds]]


def _alerts() -> list[tuple[Alert, tuple[Case, ...]]]:
    fan = {
        "kind": AlertKind.FAN,
        "case_ids": (),
        "is_fan": True,
        "evidence": ("2",),
        "why": ("Follows you.",),
    }
    cases = [case(category=category, state=state, warned=warned, flags=flags,
                  promised_at=NOW if state is CaseState.ACKNOWLEDGED else None)
             for category in (Category.COMPLAINT, Category.QUESTION, Category.CONCERN, Category.WANTS_FOLLOW)
             for state in CaseState for warned in (False, True)
             for flags in (frozenset(), frozenset({Flag.URGENT, Flag.PRIVATE}))]  # fmt: skip
    return [(alert(**fan), ()), *((alert(is_fan=one.warned), (one,)) for one in cases)]


def _states() -> list[dict[str, Any]]:
    settled = [{"state": AlertState.SETTLED, "closed_by": why, "closed_at": NOW, "log": (LogLine(NOW, "Done", "Ana"),)}
               for why in ("answered", "followed", "dismissed", "expired", "deleted", "protected", "suspended", "x")]  # fmt: skip
    until = NOW + timedelta(minutes=15)
    held = {"claimed_by": "Ana", "claimed_key": "slack/U1", "claimed_until": until}
    writing = {"writing_by": "Ana", "writing_key": "slack/U1", "writing_until": until}
    return [{}, held, writing, {"state": AlertState.SNOOZED, "snoozed_until": until}, *settled]


def every_state():
    """Facts for every combination of person, case, alert's state, act under way and path (some thousands)."""
    acts = [
        (),
        *(
            (act(kind, state, path),)
            for kind in ActKind
            for state in ActState
            for path in (Path.API, Path.LINK)
        ),
    ]
    people, alerts, states = _people(), _alerts(), _states()
    for number, ((one, cases), fields) in enumerate(product(alerts, states)):
        for offset, person in enumerate(people):
            paths = dict.fromkeys(ActKind, list(Path)[(number + offset) % 3])
            posts = {} if (number + offset) % 11 == 0 else facts().posts
            for late in (NOW, NOW + timedelta(hours=3)):
                yield facts(alert=replace(one, **fields), cases=cases, person=person, posts=posts, now=late,
                            actions=acts[(number * 7 + offset) % len(acts)], paths=paths)  # fmt: skip
