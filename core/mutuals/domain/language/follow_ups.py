"""What short words between two people who talk already do: take a fault back, thank, chase, or ask. Pure.

A post's class says what it opens by itself; these words mean something only after what was said before. English,
German, Spanish, French and Portuguese. In doubt a fault is not taken back: whoever waits goes on waiting.
"""

import re
from enum import StrEnum

from mutuals.domain.displayed_links import SHOWN
from mutuals.domain.language.classifier import read
from mutuals.domain.language.emoticons import is_glad, is_sad
from mutuals.domain.language.lexicons import follow_ups as words
from mutuals.domain.language.tokens import fold
from mutuals.domain.model import CASE_CLASSES, Flag

LONGEST = 280  # characters; who takes something back says so in few words
_A_FAULT = 0.25  # less than the alert line: what is told mildly beside it must not be lost
_LEFT_OUT = re.compile(rf"https?://\S+|@\w+|{SHOWN}")
_CLAUSES = re.compile(r"[.,;:!…—–()\n]+|\s-\s|\s(?=and |und |y |et |e )")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+")
_SOLVED = re.compile(words.SOLVED, re.VERBOSE)
_CHASES = re.compile(words.CHASES, re.VERBOSE)
_LATER = re.compile(words.LATER, re.VERBOSE)
_PRIVATE = re.compile(words.PRIVATE, re.VERBOSE)
_ASKS = re.compile(words.ASKS, re.VERBOSE)
_NOW_AND_THEN = re.compile(r"\bnow and (?:then|again)\b")
_SHOUTED_NOT = re.compile(r"\bNOT\b|\bnot\W*$")


class Says(StrEnum):
    """What such words do."""

    SOLVED = "solved"  # "never mind, it works now"
    THANKS = "thanks"  # nothing but thanks, a nod or a smile
    CHASES = "chases"  # "still waiting"
    LATER = "later"  # "I will try when I am home": the next word is theirs
    PRIVATE = "private"  # "DM sent", "check your DMs please"
    ASKS = "asks"  # ours: a question or a request, which the person may answer


def said_by_them(text: str, lang: str | None = None) -> Says | None:
    """What a person's words do in a conversation; None where only their class counts."""
    plain = _plain(text)
    if _solved(text, plain, lang):
        return Says.SOLVED
    if _private(plain):
        return Says.PRIVATE
    if _CHASES.search(plain) or (not plain and "@" in text):
        return Says.CHASES  # nothing but a handle is a nudge
    if _later(plain, lang):
        return Says.LATER
    return Says.THANKS if _only_thanks(plain) else None


def said_by_us(text: str) -> Says | None:
    """Does a post of ours ask for something?"""
    plain = _plain(text)
    return Says.ASKS if "?" in plain or _ASKS.search(plain) else None


def _plain(text: str) -> str:
    """Small letters without accents, handles and links."""
    plain = fold(_LEFT_OUT.sub(" ", text)).replace("\u2019", "'").strip()
    return _NOW_AND_THEN.sub("sometimes", plain)


def _solved(text: str, plain: str, lang: str | None) -> bool:
    if (
        len(plain) > LONGEST
        or "?" in plain
        or any(is_sad(mark) for mark in plain)
        or _SHOUTED_NOT.search(text)
    ):
        return False
    rest: list[str] = []
    found = False
    for clause in (one.strip() for one in _CLAUSES.split(plain)):
        match = _SOLVED.search(clause)
        if match is None:
            rest.append(clause)
            continue
        before, after = clause[: match.start()], clause[match.end() :]
        if words.BLOCKED_BEFORE.intersection(_WORD.findall(before)) or "n't" in before:
            return False
        if words.BLOCKED_AFTER.intersection(_WORD.findall(after)[:2]):
            return False
        rest.append(f"{before} {after}")
        found = True
    return found and not _another_fault(", ".join(rest), lang)


def _another_fault(rest: str, lang: str | None) -> bool:
    """Does what stands beside the words that take it back bring a fault, a question or a threat of its own?"""
    said = _WORD.findall(rest)
    if words.CONTRAST.intersection(said):
        return True
    if all(word in words.THANKS for word in said):
        return False
    seen = read(rest, lang=lang, replying=True)
    if seen.complaint >= _A_FAULT:
        return True
    return seen.category in CASE_CLASSES or bool(seen.flags & {Flag.URGENT, Flag.CHURN})


def _private(plain: str) -> bool:
    """Did they write where only the team can look? What can't be sent was not."""
    for clause in _CLAUSES.split(plain):
        match = _PRIVATE.search(clause)
        if match and not words.IMPOSSIBLE.intersection(_WORD.findall(clause[: match.start()])):
            return True
    return False


def _later(plain: str, lang: str | None) -> bool:
    """Do they promise the next step themselves, and ask or threaten nothing?"""
    if "?" in plain or len(plain) > LONGEST or not _LATER.search(plain):
        return False
    return not read(plain, lang=lang, replying=True).flags & {Flag.URGENT, Flag.CHURN}


def _only_thanks(plain: str) -> bool:
    said = _WORD.findall(plain)
    if "?" in plain or any(is_sad(mark) for mark in plain):
        return False
    if not said:
        return any(is_glad(mark) for mark in plain)
    return all(word in words.THANKS for word in said)
