"""Small pieces of wording that several cards share: spans of time, counts, a text cut to its first words. Pure."""

import re
from datetime import timedelta

ELLIPSIS = "…"
_NAMES_IN_FRONT = re.compile(r"\A\s*(?:@[\w.-]{1,80}[,:]?\s+)+")
_CHARACTERS_A_WORD = 8  # a language without spaces between its words is cut by characters


def duration(span: timedelta) -> str:
    """A span in words: 40 min, 2 h 5 min, 3 d 4 h."""
    minutes = max(0, int(span.total_seconds() // 60))
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{days} d {hours} h" if hours else f"{days} d"
    return (f"{hours} h {rest} min" if rest else f"{hours} h") if hours else f"{rest} min"


def counted(count: int, one: str, many: str = "") -> str:
    """How many of what: 1 post, 2 posts; `many` where an s does not make it."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def times(count: int) -> str:
    """How often: once, 2 times."""
    return "once" if count == 1 else f"{count} times"


def count_words(text: str) -> int:
    """The words of a text, as a reader counts them."""
    return len(text.split())


def first_words(text: str, most: int) -> str:
    """The text on one line, cut to its first `most` words; an ellipsis says that it goes on."""
    words = text.split()
    kept = " ".join(words[:most])
    room = most * _CHARACTERS_A_WORD
    if len(kept) > room:
        kept = kept[:room].rpartition(" ")[0] or kept[:room]
    return kept if kept == " ".join(words) else f"{kept.rstrip(' .,;:-–')}{ELLIPSIS}"


def without_names_in_front(text: str) -> str:
    """A post without the handles before its first word, which say only whom it is addressed to; a post of nothing else
    stays whole."""
    return _NAMES_IN_FRONT.sub("", text, count=1) or text


def capitalised(text: str) -> str:
    """The text with a capital in front."""
    return f"{text[:1].upper()}{text[1:]}"


def uncapitalised(text: str) -> str:
    """The text as it goes on inside a sentence."""
    return f"{text[:1].lower()}{text[1:]}"
