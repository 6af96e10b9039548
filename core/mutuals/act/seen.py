"""Has an act already reached the network? Asked before any repeat, and after every link."""

import re
from collections.abc import Sequence
from datetime import timedelta
from html import unescape

from mutuals.context import Context, Watched
from mutuals.model import Action, ActState, Path, Post

LOOK_BACK = timedelta(minutes=2)  # clocks of two machines may differ a little
_NOT_WORDS = re.compile(r"https?://\S+|@\w+")
_WORDS = re.compile(r"\w+")


async def reply_on_network(ctx: Context, watched: Watched, act: Action) -> str | None:
    """The id of our reply if it is there. A reply that another act brought about is not ours."""
    found = await watched.network.find_replies(act.post_id or "", act.created_at - LOOK_BACK)
    if not found:
        return None
    async with ctx.store.transaction(watched.brand.id) as tx:
        others = {one.external_id for one in await tx.actions(act.alert_id)
                  if one.id != act.id and one.state is ActState.DONE}  # fmt: skip
    return ours(act, [post for post in found if post.id not in others])


def ours(act: Action, replies: Sequence[Post]) -> str | None:
    """Of several replies the one of this act: by API it has our words, by link a person may have changed them."""
    for post in replies:
        if act.path is Path.LINK or same_words(act.text or "", post.text):
            return post.id
    return None


def same_words(sent: str, seen: str) -> bool:
    """Are two texts the same but for what the network changes: links, leading handles, entities, spaces?"""
    return _bare(sent) == _bare(seen)


def _bare(text: str) -> list[str]:
    return _WORDS.findall(_NOT_WORDS.sub(" ", unescape(text)).lower())
