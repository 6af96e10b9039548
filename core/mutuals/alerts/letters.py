"""What no chat should have to draw, whatever its markup. Pure."""

import re

MARKS = 4  # on one letter: more than any language writes
# Combining marks that fit every letter, in all their blocks (Unicode, Blocks.txt).
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILE = re.compile(f"({_MARK}{{{MARKS}}}){_MARK}+")


def unpiled(text: str) -> str:
    """The text with so few marks on each letter that they cover no other line."""
    return _PILE.sub(r"\1", text)
