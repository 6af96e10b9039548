"""Small acts of warmth: which post of somebody a like or a repost is offered for. Pure."""

from collections.abc import Sequence

from mutuals.domain.model import CASE_CLASSES, Action, ActKind, ActState, Category, Path, Post
from mutuals.domain.private_details import addresses_in, cards_in, mails_in, phones_in, secrets_in

_PRIVATE = (addresses_in, cards_in, mails_in, phones_in, secrets_in)
_BEGUN = frozenset({ActState.WAITING, ActState.UNVERIFIED})


def post_for(kind: ActKind, posts: Sequence[Post], *, protected: bool) -> Post | None:
    """The newest of a person's posts (oldest first) that may be liked, or reposted; None: no one may.

    Liked is what asks for nothing. Reposted is praise alone, that anybody may see, and that shows nothing private.
    """
    warm = [one for one in posts if _is_theirs(one) and one.category not in CASE_CLASSES]
    if kind is ActKind.REPOST:
        warm = [] if protected else [one for one in warm if _is_presentable(one)]
    return warm[-1] if warm else None


def _is_theirs(post: Post) -> bool:
    return post.gone is None and post.reposts is None and not post.sensitive


def _is_presentable(post: Post) -> bool:
    return post.category is Category.PRAISE and not any(find(post.text) for find in _PRIVATE)


def handed_out(acts: Sequence[Action], kind: ActKind, post: Post | None) -> Action | None:
    """Who has been given the link for this act already; nobody can tell whether they pressed the button there."""
    same = [one for one in acts if one.kind is kind and post is not None and one.post_id == post.id]
    return next((one for one in same if one.path is Path.LINK and one.state in _BEGUN), None)


def is_repost_of(post: Post, reposted: Post) -> bool:
    """Does this post hand on that one, in whichever of its versions?"""
    return post.reposts in {reposted.id, *reposted.versions} if post.reposts else False
