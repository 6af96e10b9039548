"""Is a post of ours the one that an act brought about? Pure."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from html import unescape

from mutuals.domain.model import CAME_TO_NOTHING, Action, ActKind, Actor, Path, Post

AGAIN_WITHIN = timedelta(minutes=10)
LOOK_BACK = timedelta(minutes=2)  # clocks of two machines may differ a little
# X turns a link into one of t.co, also a bare name such as shop.example. Which names it takes for links only X knows,
# so all words with a dot inside are left out of both texts. Chinese and Japanese put no space before one.
_HANDLE, _LINK = re.compile(r"@\w+"), "\0"
_NOT_WORDS = re.compile(
    r"https?://\S+|@\w+|(?:(?![\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[\w-])+(?:\.[\w-]+)+\S*"
)
_WORDS = re.compile(r"\w+")
_SIGNS = re.compile(r"[^\s\ufe0e\ufe0f]")  # without what only chooses how an emoji looks


def ours(act: Action, replies: Sequence[Post]) -> str | None:
    """Of several replies the one of this act: by API it has our words, by link a person may have changed them.

    One that was there well before the act is somebody else's.
    """
    for post in replies:
        if post.at < act.created_at - LOOK_BACK:
            continue
        if act.path is Path.LINK or same_words(act.text or "", post.text):
            return post.id
    return None


def repeated(
    acts: Sequence[Action], actor: Actor, kind: ActKind, text: str | None, now: datetime
) -> Action | None:
    """An act of this person with this very text, sent a moment ago: the chat may not have told them that it went.

    The post to answer may be another one by now, so the text decides, and to the letter: another link is another text.
    """
    if not text:
        return None
    for act in acts:
        gone = act.state in CAME_TO_NOTHING
        if gone or act.kind is not kind or act.actor.key != actor.key or now - act.created_at > AGAIN_WITHIN:
            continue
        if (act.text or "").split() == text.split():
            return act
    return None


def same_words(sent: str, seen: str) -> bool:
    """Are two texts the same but for what the network changes: links, leading handles, entities, spaces?"""
    return _bare(sent) == _bare(seen)


def _bare(text: str) -> list[str]:
    """Its words; of a text without any, its signs with a mark for each link."""
    plain = unicodedata.normalize("NFC", unescape(text))
    words = _WORDS.findall(_NOT_WORDS.sub(" ", plain).lower())
    return words or _SIGNS.findall(_NOT_WORDS.sub(_marked, plain))


def _marked(found: re.Match[str]) -> str:
    return " " if _HANDLE.fullmatch(found[0]) else f" {_LINK} "
