"""Which post a like or a repost is offered for."""

from dataclasses import replace

import pytest

from mutuals.domain.model import CASE_CLASSES, ActKind, Category, Post
from mutuals.domain.small_acts import is_repost_of, post_for
from tests.support.values import START

LOVE = Post("1", "u", "I love my kettle", START, "1", category=Category.PRAISE)
HELLO = replace(LOVE, id="2", text="Hello again", category=Category.OTHER)


def chosen(kind: ActKind, *posts: Post, protected: bool = False) -> str | None:
    post = post_for(kind, posts, protected=protected)
    return post.id if post else None


def test_the_newest_warm_word_is_liked_and_the_newest_praise_reposted():
    assert chosen(ActKind.LIKE, LOVE, HELLO) == "2"
    assert chosen(ActKind.REPOST, LOVE, HELLO) == "1"


@pytest.mark.parametrize("category", sorted(CASE_CLASSES))
def test_what_waits_for_an_answer_is_neither_liked_nor_reposted(category: Category):
    for kind in (ActKind.LIKE, ActKind.REPOST):
        assert chosen(kind, replace(LOVE, category=category)) is None


@pytest.mark.parametrize("changes", [{"gone": "deleted"}, {"reposts": "9"}, {"sensitive": True}])
def test_neither_is_offered_for_what_is_gone_not_their_own_or_marked_as_sensitive(changes):
    for kind in (ActKind.LIKE, ActKind.REPOST):
        assert chosen(kind, replace(LOVE, **changes)) is None


@pytest.mark.parametrize(
    "text",
    [
        "I love it, call me: +44 20 7946 0958",
        "I love it, write to mia@example.org",
        "Love it! 12 Main Street",
    ],
)
def test_praise_that_shows_something_private_is_not_handed_on(text: str):
    assert chosen(ActKind.REPOST, replace(LOVE, text=text)) is None
    assert chosen(ActKind.LIKE, replace(LOVE, text=text)) == "1"


def test_a_protected_accounts_post_may_be_liked_and_never_handed_on():
    assert chosen(ActKind.REPOST, LOVE, protected=True) is None
    assert chosen(ActKind.LIKE, LOVE, protected=True) == "1"


def test_a_repost_is_known_by_any_version_of_the_post():
    edited = replace(LOVE, versions=("1", "5"))
    for shared in ("1", "5"):
        assert is_repost_of(Post("7", "us", "RT", START, "7", reposts=shared), edited)
    assert not is_repost_of(Post("7", "us", "RT", START, "7", reposts=""), edited)
    assert not is_repost_of(Post("7", "us", "RT", START, "7"), edited)
