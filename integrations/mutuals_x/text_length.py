"""How X counts a text: its published configuration, version 3 (docs.x.com, "Counting characters"). Pure.

Most letters weigh one, others (Chinese, Japanese, Korean and more) two; a whole emoji weighs two, by the
newest list of emoji (the package `emoji`), and a link 23, whatever their length. Emoji that the list does
not join weigh two for each part.
"""

import re
import unicodedata
from functools import cache

from emoji import EMOJI_DATA

from mutuals_x.text_links import link_spans

LIMIT = 280
LINK = 23  # every link becomes one of t.co
HEAVY = 2  # an emoji, and every letter outside the light ranges
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))  # code points that weigh one
_REFUSED = re.compile("[\ufffe\ufeff\uffff]")


def weighted_length(text: str) -> int:
    """The length of a text as X counts it against `LIMIT`."""
    text = unicodedata.normalize("NFC", text)
    total, end = 0, 0
    for start, after in link_spans(text):
        total += _bare(text, end, start) + LINK
        end = after
    return total + _bare(text, end, len(text))


def is_sendable(text: str) -> bool:
    """Does X take this text: not empty, not too long, without the code points that it refuses?"""
    return bool(text.strip()) and weighted_length(text) <= LIMIT and not _REFUSED.search(text)


def _bare(text: str, at: int, end: int) -> int:
    """Without links: emoji two each, then letter by letter."""
    emoji, longest = _emoji()
    total = 0
    while at < end:
        most = longest.get(text[at], 0)
        size = next((n for n in range(min(most, end - at), 0, -1) if text[at : at + n] in emoji), 0)
        total += HEAVY if size else _letter(text[at])
        at += size or 1
    return total


def _letter(one: str) -> int:
    return 1 if any(low <= ord(one) <= high for low, high in _LIGHT) else HEAVY


@cache
def _emoji() -> tuple[frozenset[str], dict[str, int]]:
    """Every emoji, and by its first code point how long one may be. A lone sign like © is a letter."""
    known = frozenset(one for one in EMOJI_DATA if len(one) > 1 or _letter(one) == HEAVY)
    longest: dict[str, int] = {}
    for one in known:
        longest[one[0]] = max(longest.get(one[0], 0), len(one))
    return known, longest
