"""Reposts in words: some write, or hand on, another's post behind `RT @handle:`, and the network marks nothing. Pure."""

import re
from dataclasses import replace

from mutuals.domain.model import Post

_BY_HAND = re.compile(r"\s*RT @\w{1,30}:\s")


def known(post: Post) -> Post:
    """The post, marked as a repost when it is another's words."""
    return replace(post, reposts="") if post.reposts is None and _BY_HAND.match(post.text) else post
