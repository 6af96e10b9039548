"""What a few words or signs say under what was said before: "same here" under a complaint, a lone 😡 under our answer. Pure.

By themselves they are small talk. Under a complaint, or under a post of ours, whoever shares a trouble or denies that it
is over waits like whoever told of it first; a picture alone shows what was told.
"""

import re
from dataclasses import replace
from enum import StrEnum

from mutuals.domain.displayed_links import SHOWN
from mutuals.domain.language.classifier import read
from mutuals.domain.language.emoticons import is_glad, is_sad
from mutuals.domain.language.lexicons import terse as words
from mutuals.domain.language.tokens import fold
from mutuals.domain.model import CASE_CLASSES, Category, Classification

LONGEST = 80  # characters: who says no more than that they share it says it in few words
_FEW = 3  # words that are a complaint if they are said to us
_DISPLEASED = frozenset({Category.COMPLAINT, Category.CONCERN})
_HANDLES = re.compile(r"@\w+(?:[.@-]\w+)*")
_LINKS = re.compile(rf"https?://\S+|pic\.twitter\.com\S*|{SHOWN}")
_POINTS = re.compile("[☝👆⬆]")
_WORDS = re.compile(r"[^\w'+^\s]+|_")


def _whole(lines: str) -> re.Pattern[str]:
    """A post that is one of these patterns, with what may lead to it and follow it."""
    either = "|".join(line.strip() for line in lines.splitlines() if line.strip())
    return re.compile(f"{words.LEAD}(?:{either}){words.TAIL}")


_AGREES, _DENIES = _whole(words.AGREES), _whole(words.DENIES)


class Terse(StrEnum):
    """What such a post does."""

    AGREES = "agrees"  # "same here", "me too", "this", "+1"
    DENIES = "denies"  # "nope", "not for me"
    ANGRY = "angry"  # an angry or sad sign, and hardly a word
    CURT = "curt"  # "refund", "cold again"
    SHOWS = "shows"  # a picture or a link, and no word


def said_tersely(text: str, lang: str | None = None) -> Terse | None:
    """What a few words do to what was said before; None for a post that speaks for itself, asks, or smiles."""
    bare = _HANDLES.sub(" ", text)
    said = _LINKS.sub(" ", bare).strip()
    if not said:
        return Terse.SHOWS if bare.strip() else None
    if len(said) > LONGEST or "?" in said or any(is_glad(mark) for mark in said if mark not in "😂🤣💯👆"):
        return None
    plain = " ".join(_WORDS.sub(" ", fold(said)).split())
    if _POINTS.search(said) and plain in {"", "this", "that"}:
        return Terse.AGREES
    if not plain:
        return Terse.ANGRY if any(is_sad(mark) for mark in said) else None
    if _AGREES.fullmatch(plain):
        return Terse.AGREES
    if _DENIES.fullmatch(plain):
        return Terse.DENIES
    curt = len(plain.split()) <= _FEW and read(said, lang=lang, to_us=True).category in _DISPLEASED
    return Terse.CURT if curt else None


def beside(reading: Classification, said: Terse | None, *, trouble: bool, ours: bool) -> Classification:
    """The reading of a post under another: a concern where it shares a trouble, denies that it is over, or shows it.

    `trouble`: what it stands under complains or asks, or its conversation is a case; `ours`: it stands under a post of
    ours.
    """
    if said is None or reading.category in CASE_CLASSES or reading.category is Category.PRAISE:
        return reading
    if trouble or (ours and said in {Terse.AGREES, Terse.ANGRY}):
        return replace(reading, category=Category.CONCERN)
    return reading
