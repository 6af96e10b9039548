"""What no chat should have to draw, whatever its markup. Pure."""

import re

# Controls but for tabs and line breaks, half surrogates, and the marks that turn the direction of what follows round.
_DISTORTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
MARKS = 4  # on one letter: more than any language writes
# Combining marks that fit every letter, in all their blocks (Unicode, Blocks.txt).
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILE = re.compile(f"({_MARK}{{{MARKS}}}){_MARK}+")


def calm(text: str) -> str:
    """The text without what distorts the text around it, and with so few marks on each letter that they cover no other
    line."""
    return _PILE.sub(r"\1", _DISTORTS.sub("", text))
