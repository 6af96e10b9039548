"""Cuts a post into words, handles, tags, numbers, marks and faces, each with its place in the text."""

import re
import unicodedata
from typing import NamedTuple

from mutuals.domain.displayed_links import SHOWN

MAX_READ = 4_000  # characters; an ordinary post has 280, and what comes later in a long one adds nothing

_LINK = r"https?://\S*|www\.\S+|pic\.twitter\.com\S*"
_OTHERS = (
    r"|(?P<word>[^\W\d_]+(?:['’‘`´][^\W\d_]+)*)"
    r"|(?P<handle>@[^\W\u3040-\u30ff\u3400-\u9fff]+)"  # no Japanese, which puts no blank behind one
    r"|(?P<mark>[.!?…¿¡。！？؟]+)"
    r"|(?P<number>[£$€₹]?\d+(?:[.,:/]\d+)*(?:[^\W\d_]+|%)?[£$€]?)"
    r"|(?P<tag>[#＃]\w+)"
    r"|(?P<entity>&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6});)"
    r"|(?P<face>[:;=]['’]?-?[()DPp/\\|\]\[*](?!\w)|<3)"
    r"|(?P<emoji>[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff])"
)
_TOKEN = re.compile(rf"(?P<link>{_LINK}|{SHOWN}){_OTHERS}")
_NO_LINK_SHOWN = re.compile(
    rf"(?P<link>{_LINK}){_OTHERS}"
)  # a fifth faster, where nothing can be a shown link
# Marks piled on letters (zalgo) and characters without width would cut words apart.
_UNSEEN = re.compile(
    "[\u0300-\u036f\u0489\u20d0-\u20ff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]"
)
_STRETCHED = re.compile(r"(\w)\1{2,}")
_KANA_MARKS = "\u3099\u309a"  # these make another letter, so they are no accents
_PLAIN = str.maketrans(
    "’‘`´ı", "''''i"
)  # one apostrophe; the Turkish i without a dot, which many type with one


class Token(NamedTuple):
    """One piece: `kind` names its sort, `word` is its folded form (small letters, no accents)."""

    kind: str
    word: str
    start: int
    end: int


_new = tuple.__new__  # a third of the time of Token(...), which is most of the time of cutting


def tokens(text: str) -> list[Token]:
    """The pieces of a text in order; spans are positions in the text as given. Never raises."""
    pattern = _TOKEN if "/" in text or "[" in text else _NO_LINK_SHOWN
    if text.isascii():
        small = text.lower()  # as long as the text itself, for ASCII
        row: list[Token] = []
        for match in pattern.finditer(text, 0, MAX_READ):
            start, end = match.span()
            row.append(_new(Token, (match.lastgroup, small[start:end], start, end)))
        return row
    seen, places = _without_unseen(text[:MAX_READ])
    return [
        Token(
            match.lastgroup or "word", fold(match.group()), places[match.start()], places[match.end() - 1] + 1
        )
        for match in pattern.finditer(seen)
    ]


def _without_unseen(text: str) -> tuple[str, "list[int] | range"]:
    """The text without unseen characters, and where each character that is left stood."""
    if not _UNSEEN.search(text):
        return text, range(len(text))
    places = [at for at, mark in enumerate(text) if not _UNSEEN.match(mark)]
    return "".join(text[at] for at in places), places


def fold(piece: str) -> str:
    """Small letters without accents, plain apostrophes: `É` and `e` are the same to a cue list."""
    if piece.isascii():
        return piece.lower()
    plain = unicodedata.normalize("NFKD", piece.translate(_PLAIN).casefold())
    bare = "".join(mark for mark in plain if mark in _KANA_MARKS or not unicodedata.combining(mark))
    return unicodedata.normalize("NFC", bare) or piece


def squeeze(word: str) -> tuple[str, ...]:
    """A stretched word ("sooooo") with its runs cut to two letters and to one; nothing for other words."""
    if not _STRETCHED.search(word):
        return ()
    return _STRETCHED.sub(r"\1\1", word), _STRETCHED.sub(r"\1", word)
