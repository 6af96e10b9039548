"""What people paste: with spaces, line breaks, quotation marks, or the name of the variable before it."""

import re

# What surrounds a value in mails, chats and files, and never belongs to one.
_AROUND = " \t\r\n\f\v\u00a0\u202f\u2007\u200b\u200c\u200d\u2060\ufeff\"'`“”„‟‘’‚‛«»<>;,"
_NAMED = re.compile(r"(?:export\s+)?[A-Z][A-Z0-9_]{3,}\s*[=:]\s*(?=\S)")
_SPACE = re.compile(r"\s+")
LONGEST = 4096  # characters; tokens have some hundred


def cleaned(text: str) -> str:
    """The value itself. A line break inside is one that a narrow window has put there; values of ours have no spaces."""
    before, now = "", text[:LONGEST]
    while now != before:  # what falls away may have hidden more of the same
        before, now = now, _once(now)
    return now


def _once(text: str) -> str:
    bare = _NAMED.sub("", text.strip(_AROUND), count=1) if _NAMED.match(text.strip(_AROUND)) else text
    return "".join(one for one in _SPACE.sub("", bare.strip(_AROUND)) if one.isprintable())
