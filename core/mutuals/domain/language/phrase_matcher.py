"""Finds the phrases of the cue lists in a row of tokens, in one pass and in linear time.

The notation of a phrase (see `lexicons/en/faults.py`):

    on hold             two words in a row
    cancel/s/led        one word with its endings: cancel, cancels, cancelled, here written once
    {not}               any word of the class `not`
    a|b                 one of these words
    romp*               any word that begins so; *ausfall ends so, *miyor* holds it
    _                   any one word
    ...                 nothing up to three words, within the sentence
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, NamedTuple

from mutuals.domain.language.tokens import Token, fold, squeeze

FLAG = "flag "  # groups of this name neither hide other cues nor are hidden by them
_END = ""  # a key that no word has: the groups that end here
_ANY = "_"
REMEMBERED = 20_000  # words; some two megabytes
_NUMBER = ("{num}",)  # the class of everything written in figures
_new = tuple.__new__  # makes a named tuple in a third of the usual time
_GAP = (0, 1, 2, 3)
_STAR = "*"
_Node = dict[str, Any]
_Names = tuple[str, ...]


class PhraseMatch(NamedTuple):
    """A phrase in a text: the group it belongs to and the tokens it consists of."""

    group: str
    first: int
    last: int
    mask: int  # bit i is set when token i is part of the phrase (the words in a gap are not)


@dataclass(slots=True)
class Stems:
    """The words that a list gives by a piece of them, and the names that a word with such a piece has."""

    beginnings: dict[str, _Names] = field(default_factory=dict)
    endings: dict[str, _Names] = field(default_factory=dict)
    inside: dict[str, _Names] = field(default_factory=dict)

    def add(self, word: str, names: _Names) -> None:
        """Keep one that is written with a star."""
        if not word.startswith(_STAR):
            self.beginnings[word[:-1]] = names
        elif word.endswith(_STAR):
            self.inside[word[1:-1]] = names
        else:
            self.endings[word[1:]] = names

    def names(self, word: str) -> _Names:
        """The names of all that a word holds, in a fixed order."""
        cuts = range(1, len(word) + 1)
        found = [self.beginnings[word[:at]] for at in cuts if word[:at] in self.beginnings]
        found += [self.endings[word[-at:]] for at in cuts if word[-at:] in self.endings]
        found += [names for piece, names in self.inside.items() if piece in word]
        return tuple(dict.fromkeys(name for names in found for name in names))

    def __bool__(self) -> bool:
        return bool(self.beginnings or self.endings or self.inside)


@dataclass(slots=True)
class Phrases:
    """All phrases of one language, ready to be looked for."""

    root: _Node = field(default_factory=dict)
    symbols: dict[str, _Names] = field(default_factory=dict)
    guessed: dict[str, _Names] = field(default_factory=dict)  # remembered for speed only
    stems: Stems = field(default_factory=Stems)
    denies: str = "{not}"  # the class of what turns the words behind it round
    reach: int = 3  # so many of them

    def classes(self, row: Sequence[Token]) -> list[tuple[str, ...]]:
        """For each token its word and the classes that is in; nothing for a word that no phrase needs."""
        symbols = self.symbols
        return [symbols.get(token.word) or self._unlisted(token) for token in row]

    def _unlisted(self, token: Token) -> tuple[str, ...]:
        if token.kind != "word":
            return _NUMBER if token.kind == "number" else ()
        known = self.guessed.get(token.word)
        if known is None:
            if len(self.guessed) >= REMEMBERED:
                self.guessed.clear()
            tries = (token.word, *squeeze(token.word), *_parts(token.word))
            known = next(filter(None, map(self._names, tries)), ())
            self.guessed[token.word] = known
        return known

    def _names(self, word: str) -> _Names:
        return self.symbols.get(word) or (self.stems.names(word) if self.stems else ())

    def find(self, row: Sequence[Token], known: Sequence[tuple[str, ...]]) -> list[PhraseMatch]:
        """Every phrase in the row, whose classes are `known`; one that is part of a longer one is left out."""
        found: list[PhraseMatch] = []
        root, length = self.root, len(row)
        for first, names in enumerate(known):
            for name in names:
                node = root.get(name)
                if node is None:
                    continue
                after = first + 1
                if after < length and (_ANY in node or not node.keys().isdisjoint(known[after])):
                    _walk(node, first, after, 1 << first, known, row, found)
                else:  # most words stand alone: told here, a fifth faster than by a walk
                    found += [
                        _new(PhraseMatch, (group, first, first, 1 << first)) for group in node.get(_END, ())
                    ]
        return _longest(found, length)


@dataclass(slots=True)
class Both(Phrases):
    """The phrases of two languages at once, for a post that mixes them: what both know counts once."""

    parts: tuple[Phrases, ...] = ()

    def classes(self, row: Sequence[Token]) -> list[_Names]:
        """See Phrases.classes."""
        one, other = (part.classes(row) for part in self.parts)
        return [tuple(dict.fromkeys((*a, *b))) for a, b in zip(one, other, strict=True)]

    def find(self, row: Sequence[Token], known: Sequence[_Names]) -> list[PhraseMatch]:
        """See Phrases.find."""
        found = [one for part in self.parts for one in Phrases.find(part, row, known)]
        return list({(one.group, one.last): one for one in found}.values())


def _parts(word: str) -> tuple[str, ...]:
    """The halves of "l'appli" and "company's"."""
    before, found, after = word.partition("'")
    return (after, before) if found else ()


def _walk(
    node: _Node,
    first: int,
    at: int,
    mask: int,
    known: Sequence[tuple[str, ...]],
    row: Sequence[Token],
    found: list[PhraseMatch],
) -> None:
    ends = node.get(_END)
    if ends:
        last = mask.bit_length() - 1
        for group in ends:
            found.append(_new(PhraseMatch, (group, first, last, mask)))  # noqa: PERF401 - a third faster than extend
        if len(node) == 1:
            return
    if at >= len(row):
        return
    for name in known[at]:
        child = node.get(name)
        if child is not None:
            _walk(child, first, at + 1, mask | 1 << at, known, row, found)
    gap = node.get(_ANY)
    if gap is not None and row[at].kind != "mark":
        _walk(gap, first, at + 1, mask, known, row, found)


def _longest(found: list[PhraseMatch], length: int) -> list[PhraseMatch]:
    """Drop what is part of a longer phrase: "no problem" is not a problem."""
    shield = [0] * length
    for one in found:
        if one.mask & (one.mask - 1) and not one.group.startswith(FLAG):
            for at in range(one.first, one.last + 1):
                if one.mask >> at & 1 and one.mask.bit_count() > shield[at].bit_count():
                    shield[at] = one.mask
    kept, seen = [], set()
    for one in found:
        over = shield[one.first]
        if one.mask != over and one.mask & ~over == 0 and not one.group.startswith(FLAG):
            continue
        if (one.group, one.last) not in seen:
            seen.add((one.group, one.last))
            kept.append(one)
    return kept


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as one text, parted by blanks and lines."""
    return frozenset(words.split())


def compiled(groups: Mapping[str, str], classes: Mapping[str, str]) -> Phrases:
    """The phrases of all groups (name -> phrases, parted by commas or lines), with the word classes."""
    phrases = Phrases()
    members: dict[str, list[str]] = {}
    for name, words in classes.items():
        for one in _listed(words):
            for word in _endings(one):
                members.setdefault(word, []).append("{" + name + "}")
    for group, listed in groups.items():
        for phrase in _listed(listed):
            for path in _paths(phrase):
                _plant(phrases.root, path, group)
                for word in path:
                    if word != _ANY and not word.startswith("{"):
                        members.setdefault(word, [])
    named = {word: (word, *names) for word, names in members.items()}
    for word, names in named.items():
        if _STAR in word:
            phrases.stems.add(word, names)
    stems = phrases.stems
    phrases.symbols = (
        {word: tuple(dict.fromkeys((*names, *stems.names(word)))) for word, names in named.items()}
        if stems
        else named
    )
    return phrases


def expanded(text: str) -> Iterable[tuple[str, ...]]:
    """Each way to write each phrase of a list, as its words; `_` is any one word."""
    return (path for phrase in _listed(text) for path in _paths(phrase))


def _listed(text: str) -> Iterable[str]:
    return (
        " ".join(fold(one).replace("-", " ").split())
        for line in text.splitlines()
        for one in line.split(",")
        if one.strip()
    )


def _endings(word: str) -> list[str]:
    """`fail/s/ed` is fail, fails, failed. Words with an apostrophe are known without it, too."""
    base, *rest = [word] if word[0].isdigit() else word.split("/")  # "10/10" is a mark, not an ending
    whole = [base, *(base + ending for ending in rest)]
    return [*whole, *(one.replace("'", "") for one in whole if "'" in one and not one.startswith("'"))]


def _paths(phrase: str) -> Iterable[tuple[str, ...]]:
    choices: list[list[tuple[str, ...]]] = []
    for part in phrase.split():
        if part == "...":
            choices.append([(_ANY,) * count for count in _GAP])
        elif part == _ANY or (part.startswith("{") and "|" not in part):
            choices.append([(part,)])
        else:
            choices.append([(word,) for one in part.split("|") for word in _endings(one)])
    return (tuple(word for piece in path for word in piece) for path in product(*choices))


def _plant(root: _Node, path: tuple[str, ...], group: str) -> None:
    node = root
    for word in path:
        node = node.setdefault(word, {})
    ends = node.setdefault(_END, [])
    if group not in ends:
        ends.append(group)
