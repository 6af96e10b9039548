"""Which version of an edited post is shown."""

from datetime import timedelta

import pytest

from mutuals.domain.post_versions import is_newer
from tests.support.values import START, post

SECOND = timedelta(seconds=1)


def edit(post_id: str, *, seconds: int = 0, versions: tuple[str, ...] = ()):
    return post(post_id, at=START + seconds * SECOND, first_version="first", versions=versions)


@pytest.mark.parametrize("history", [("first", "zz", "a"), ("first", "zz", "a", "m")])
def test_the_posts_own_history_tells_whatever_the_ids_and_the_times_look_like(history):
    assert is_newer(edit("a", seconds=-5, versions=history), "zz", START)
    assert not is_newer(edit("zz", seconds=5, versions=history), "a", START)


def test_without_a_history_that_names_both_the_later_time_tells():
    assert is_newer(edit("a", seconds=1, versions=("first", "a")), "did:zzzzzz", START)
    assert not is_newer(edit("did:zzzzzz", versions=("first", "did:zzzzzz")), "a", START + SECOND)


def test_of_two_at_one_moment_the_same_one_wins_whichever_comes_first():
    assert is_newer(edit("100"), "99", START)
    assert not is_newer(edit("99"), "100", START)


def test_a_version_is_not_newer_than_itself():
    assert not is_newer(edit("a", versions=("first", "a")), "a", START)
