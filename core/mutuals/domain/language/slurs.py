"""Hides slurs in a text: the first letter stays, the rest is dots, so that as many words stand there as before. Pure.

It changes what is drawn and nothing else: what a post is, is read from its own words.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from mutuals.domain.language.lexicons.de import slurs as de
from mutuals.domain.language.lexicons.en import slurs as en
from mutuals.domain.language.lexicons.es import slurs as es
from mutuals.domain.language.lexicons.fr import slurs as fr
from mutuals.domain.language.lexicons.pt import slurs as pt

DOT = "•"
_UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
# Addresses and handles stay as they are: they lead somewhere.
_PIECE = re.compile(
    rf"(?:https?://|www\.)\S*|@\w+|(?P<word>[\w{_UNSEEN}](?:[\w@$!|{_UNSEEN}]*[\w{_UNSEEN}])?)"
)
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_STRETCHED = re.compile(r"(.)\1{2,}")
_LETTERS = str.maketrans("013457@$!|", "oieastasii")
_WORDS_BEFORE = 3  # as many as stand in a list before a word
_LISTS = (en, es, fr, de, pt)


@dataclass(frozen=True, slots=True)
class SlurList:
    """Folded words; `behind`: a slur behind one of these words only; `innocent`: phrases in which a word is none."""

    words: frozenset[str]
    behind: Mapping[str, tuple[str, ...]]
    innocent: tuple[str, ...]


@lru_cache(maxsize=256)
def slur_list(own: tuple[str, ...] = ()) -> SlurList:
    """The words of all languages, and those of a brand: "word" is hidden, too, "-word" is not."""
    words = {word for one in _LISTS for word in one.WORDS.split()}
    behind = {word: _phrases(listed) for one in _LISTS for word, listed in one.BEHIND.items()}
    added = [unicodedata.normalize("NFC", word.strip().casefold()) for word in own]
    words |= {word for word in added if word and not word.startswith("-")}
    shown = {word.removeprefix("-").strip() for word in added if word.startswith("-")}
    innocent = tuple(phrase for one in _LISTS for phrase in _phrases(one.INNOCENT))
    return SlurList(
        frozenset(words - shown), {word: of for word, of in behind.items() if word not in shown}, innocent
    )


def masked(text: str, slurs: SlurList) -> str:
    """The text with its slurs hidden, as long as before."""
    kept, at = [], 0
    for start, end in _found(text, slurs):
        kept += [text[at : start + 1], DOT * (end - start - 1)]
        at = end
    return "".join((*kept, text[at:])) if kept else text


def has_slurs(text: str, slurs: SlurList) -> bool:
    """Is there anything to hide?"""
    return next(_found(text, slurs), None) is not None


def _found(text: str, slurs: SlurList) -> Iterator[tuple[int, int]]:
    before: list[str] = []
    for match in _PIECE.finditer(text):
        word = match["word"]
        if word is None:
            continue
        forms = _forms(word)
        if any(_is_slur(form, before, slurs) for form in forms) and not _is_innocent(text, match, slurs):
            yield match.span()
        before = [*before, forms[0]][-_WORDS_BEFORE:]


def _is_slur(form: str, before: list[str], slurs: SlurList) -> bool:
    if form in slurs.words:
        return True
    said = f" {' '.join(before)}"
    return any(said.endswith(f" {one}") for one in slurs.behind.get(form, ()))


def _is_innocent(text: str, match: re.Match[str], slurs: SlurList) -> bool:
    around = " ".join(text[match.start() : match.end() + 30].casefold().split())
    return any(around.startswith(phrase) for phrase in slurs.innocent)


def _forms(word: str) -> tuple[str, ...]:
    """How a word may stand in a list: as written and without accents, figures for letters, letters drawn out."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", word)).casefold()
    if plain.isascii() and plain.isalpha() and not _STRETCHED.search(plain):
        return (plain,)
    letters = plain.translate(_LETTERS) if any(one.isalpha() for one in plain) else plain
    bare = "".join(one for one in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(one))
    return plain, bare, _STRETCHED.sub(r"\1\1", bare), _STRETCHED.sub(r"\1", bare)


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in listed.split(",") if phrase.strip())
