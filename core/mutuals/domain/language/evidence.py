"""What speaks for a flag in English: words, neighbours, concepts, and concepts that meet, each with a fitted weight.

A *concept* is a class of words (`lexicons/en/concepts.py`): whom one tells, what one buys, what ends, what hurts. Four sorts
of *signs* of a post are looked up:

    refund                 a word ("@" is an account, "0" a figure, "?" a mark)
    leave @                two neighbours; "^" and "$" are the ends of the post
    <audience>             a concept that occurs
    <audience tryverb>     two concepts in this order, at most five words apart, in one sentence

and a fifth of its shape: where the account stands, how long it is, whether it says "you", what it begins with. Each weighs a
little for each kind, in log-odds (`lexicons/en/signs.txt`, fitted by `benchmarks/fit_flags.py` on invented phrasings). A kind is
told where its sum reaches nought. Meetings of concepts are looked for only where the rest comes near enough.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from mutuals.domain.language.tokens import Token, squeeze

Weights = tuple[tuple[int, float], ...]  # number of a kind, and what it adds for it

_REACH = 5  # words
_READ = 120  # pieces of a post: twice an ordinary one, so that the time stays linear
_NEAR = 4.0  # log-odds: what the meetings of concepts can add in practice
_SURE = 1.0  # log-odds that a post of two languages must say more, as a word may be one of the other language
_EMERGENCY = frozenset({"911", "999", "112"})
_FIGURES = re.compile(r"\d[\d.,:/]*")
_FIRST_CONCEPT = (
    0xE000  # concepts are single characters of Unicode's private area, so that two of them make one key
)
_LENGTHS = 8  # words a step
_YOU = frozenset({"you", "your", "you're", "you've", "you'll", "yours"})


@dataclass(slots=True)
class Evidence:
    """The concepts and weights of one language, made ready by `compiled_evidence`."""

    kinds: tuple[str, ...]
    start: tuple[float, ...]
    concepts: Mapping[str, str]  # the concepts of a word, one character each
    shorthand: Mapping[str, str]
    weights: Mapping[str, Weights]
    known: frozenset[str] = field(init=False)  # the signs that weigh something, for speed only

    def __post_init__(self) -> None:
        self.known = frozenset(self.weights)

    def found(
        self, row: Sequence[Token], *, sure: bool = False, hints: Mapping[str, float] | None = None
    ) -> set[str]:
        """The kinds that a post speaks for. Pure; linear in the text. `sure` asks for a little more.

        `hints` are log-odds by kind that somebody else has found, a list of phrases say.
        """
        words = self.words(row)
        totals = list(self.start)
        for kind, weight in (hints or {}).items():
            totals[self.kinds.index(kind)] += weight
        self._add(self.signs(words), totals)
        if max(totals) < -_NEAR:
            return set()
        self._add(self.meetings(words), totals)
        line = _SURE if sure else 0.0
        return {kind for kind, total in zip(self.kinds, totals, strict=True) if total >= line}

    def _add(self, signs: set[str], totals: list[float]) -> None:
        weights = self.weights
        for sign in signs & self.known:
            for kind, weight in weights[sign]:
                totals[kind] += weight

    def words(self, row: Sequence[Token]) -> list[str]:
        """The words of a post as they are looked up: short forms written out, accounts and figures as one sign each."""
        out: list[str] = []
        shorthand = self.shorthand
        for kind, word, _, _ in row[:_READ]:
            if kind == "word":
                out.append(shorthand.get(word) or _unstretched(word))
            elif kind == "handle":
                out.append("@")
            elif kind == "mark":
                out.append("?" if "?" in word else "!" if "!" in word else ".")
            elif kind == "number":
                out.append(word if word in _EMERGENCY else _FIGURES.sub("0", word))
            else:
                out.append(word if kind == "emoji" else f"~{kind}")
        return out

    def signs(self, words: Sequence[str]) -> set[str]:
        """The words of a post, its neighbours, its concepts and its shape."""
        ends = ["^", *words, "$"]
        signs = set(words)
        concepts = self.concepts
        for word in tuple(signs):
            if word in concepts:
                signs.update(concepts[word])
        signs.update([f"{one} {other}" for one, other in pairwise(ends)])
        signs.update(self._shape(words))
        return signs

    def _shape(self, words: Sequence[str]) -> list[str]:
        accounts = [at for at, word in enumerate(words) if word == "@"]
        if not accounts:
            where = "~nowhere"
        elif accounts[0] == 0:
            where = "~ahead"
        else:
            where = "~behind" if accounts[-1] >= len(words) - 2 else "~amid"
        shape = [where, f"~long{min(len(words), 5 * _LENGTHS) // _LENGTHS}"]
        if len(accounts) > 1:
            shape.append("~several")
        if _YOU.isdisjoint(words):
            shape.append("~not_you")
        first = next((word for word in words if word != "@"), "")
        return shape + ["^" + one for one in self.concepts.get(first, "")]

    def meetings(self, words: Sequence[str]) -> set[str]:
        """The pairs of concepts that meet within a few words, in the order in which they stand."""
        known = self.concepts
        rows = [known.get(word, "") for word in words]
        found: set[str] = set()
        for at, some in enumerate(rows):
            if not some:
                continue
            for on in range(at + 1, min(at + 1 + _REACH, len(rows))):
                for other in rows[on]:
                    for one in some:
                        if one != other:
                            found.add(one + other)
                if words[on] in ".?!":
                    break
        return found


@lru_cache(maxsize=20_000)
def _unstretched(word: str) -> str:
    """ "sooooo" as "soo"."""
    return next(iter(squeeze(word)), word)


def compiled_evidence(concepts: Mapping[str, str], shorthand: Mapping[str, str], lines: str) -> Evidence:
    """Evidence of concepts (name -> words, `~` behind a verb and `+` behind a noun stand for their forms), short forms, and
    the lines of a table of weights: the kinds, where each starts, then a sign a line with a weight in hundredths for each."""
    numbers = {name: chr(_FIRST_CONCEPT + at) for at, name in enumerate([*concepts, "@", "?", "!", ".", "0"])}
    of: dict[str, str] = {mark: numbers[mark] for mark in "@?!.0"}
    for name, text in concepts.items():
        for word in text.split():
            for form in forms(word):
                if numbers[name] not in of.get(form, ""):
                    of[form] = of.get(form, "") + numbers[name]
    head, start, *rest = [line.split("\t") for line in lines.splitlines()]
    weights: dict[str, Weights] = {}
    for sign, *by in rest:
        added = tuple((at, int(one) / 100) for at, one in enumerate(by) if one != "0")
        weights[key_of(sign, numbers)] = added
    return Evidence(tuple(head[1:]), tuple(int(one) / 100 for one in start[1:]), of, shorthand, weights)


def key_of(sign: str, numbers: Mapping[str, str]) -> str:
    """A sign as it is looked up: concepts in pointed brackets as one character each."""
    if sign.startswith("<"):
        return "".join(numbers[name] for name in sign[1:-1].split(" "))
    return "^" + numbers[sign[2:-1]] if sign.startswith("^<") else sign


def name_of(key: str, concepts: Sequence[str]) -> str:
    """The reverse of `key_of`, for writing the table."""
    names = [*concepts, "@", "?", "!", ".", "0"]
    if key and ord(key[0]) >= _FIRST_CONCEPT and ord(key[0]) < _FIRST_CONCEPT + len(names):
        return "<" + " ".join(names[ord(one) - _FIRST_CONCEPT] for one in key) + ">"
    if len(key) == 2 and key[0] == "^" and ord(key[1]) >= _FIRST_CONCEPT:
        return f"^<{names[ord(key[1]) - _FIRST_CONCEPT]}>"
    return key


def forms(word: str) -> set[str]:
    """The forms of a listed word: of a verb (`cancel~`) or of a noun (`lawyer+`); any other stands for itself."""
    base, sort = word[:-1], word[-1]
    ends_in_y = base[-1:] == "y" and base[-2:-1] not in tuple("aeiou")
    if sort == "+":
        if ends_in_y:
            return {base, base[:-1] + "ies"}
        return {base, base + ("es" if base.endswith(("s", "x", "ch", "sh")) else "s"), base + "'s"}
    if sort != "~":
        return {word}
    if base.endswith("e"):
        return {base, base + "s", base + "d", base[:-1] + "ing"}
    if ends_in_y:
        return {base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    if base.endswith(("s", "x", "ch", "sh", "z")):
        return {base, base + "es", base + "ed", base + "ing"}
    twice = {base + base[-1] + "ed", base + base[-1] + "ing"} if _DOUBLED.search(base) else set()
    return {base, base + "s", base + "ed", base + "ing"} | twice


_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgklmnprt]\Z")
