"""Which of two versions of a post is the newer one. Ids are opaque: their order tells nothing of the time."""

from datetime import datetime

from mutuals.domain.model import Post


def age(post: Post) -> tuple[datetime, int, str]:
    """What posts are sorted by. Of one moment by id, numbers by their size, so that the order is always the same."""
    return post.at, len(post.id), post.id


def is_newer(edit: Post, shown_id: str, shown_at: datetime) -> bool:
    """Is the edit newer than the version that is shown? The post's own history says so where it names both, else their
    times do. Of two at one moment one wins by its id, so that it does not matter which came first."""
    if {edit.id, shown_id} <= set(edit.versions):
        return edit.versions.index(shown_id) < edit.versions.index(edit.id)
    return (shown_at, len(shown_id), shown_id) < age(edit)
