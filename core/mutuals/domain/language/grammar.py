"""Small grammars: which word classes must meet in a post, how near and in which order, and what cancels them.

A *slot* is a class of words and short phrases (`lexicons/en/slots*.py`), written as in `phrase_matcher.py` but without
classes in braces. A phrase of a slot whose name begins with `harmless` takes its words out: "smoked salmon" is no smoke.
A *rule* stands on one line (`lexicons/en/rules.py`), its anchor first:

    fumes &device     both within 12 words of each other
    took >money       money within 6 words behind
    locked <they      they within 4 words before
    driver >>asleep   asleep right behind it, at most one word between
    child +alone      both, anywhere in the post
    hazard !not       no "not" within 3 words before
    hazard -joke      no joke anywhere
    a|b &c|d          one of either
    unless joke       a line of its own: no rule below holds with a joke anywhere in the post

The end of a sentence counts as four words.

A kind is told where its *evidence* adds up to nought or more: a start below nought, a weight for each slot that occurs, for
single words, and for the first two rules that are met (`lexicons/en/weights_*.py`, fitted by `benchmarks/fit_flags.py`).
Of a kind that is *sure* one rule is enough, unless the rest speaks strongly against it. Each word is looked up once, and
rules are tried only where they can decide.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

from mutuals.domain.language.phrase_matcher import REMEMBERED, expanded
from mutuals.domain.language.tokens import Token, squeeze

Path = tuple[str, ...]
_ANY = "_"
_HARMLESS = "harmless"
_FAR = 1_000_000
_SENTENCE = 4  # words that the end of a sentence counts as
_REACH = {"&": (-12, 12), ">>": (1, 2), ">": (1, 6), "<": (-4, -1), "!": (-3, -1), "+": (-_FAR, _FAR)}
_TERM = re.compile(r"(>>|[&><!+-]?)([a-z_|]+)\Z")
_SPECIAL = ("number", "handle", "link", "clock", "sum", "span")  # these are slots by themselves
_RULES = 2  # a third one says nothing new
_ALONE = 1.2  # where no rule is met, slots and words must say a little more
_DOUBT = 8.0  # how far the evidence may be below nought where one rule is enough
_READ = 200  # pieces of a post: three times an ordinary one, so that the time stays linear
_CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:am|pm)\Z|\d{1,2}[:.]\d\d\Z")
_SUM = re.compile(r"[£$€₹]\d|\d[\d.,]*(?:[£$€]|k|m|gbp|usd|eur|rs|inr|p|quid)\Z")
_SPAN = re.compile(r"\d+(?:h|hr|hrs|hours?|m|mins?|minutes?|d|days?)\Z")


class _Condition(NamedTuple):
    bits: int
    low: int
    high: int
    wanted: bool


class _Rule(NamedTuple):
    anchor: int
    needed: tuple[int, ...]  # of each of these at least one bit, anywhere
    barred: int
    near: tuple[_Condition, ...]


class _Phrase(NamedTuple):
    words: Path
    bits: int
    harmless: bool


class _Entry(NamedTuple):
    bits: int
    phrases: Mapping[str, Sequence[_Phrase]] | None  # that begin with this word, by the one behind it
    weights: "_Weights"
    open_end: bool  # a phrase begins with this word and any one behind it


class Evidence(NamedTuple):
    """What a kind weighs: where it starts, the first and the second rule that is met, each slot, each single word."""

    start: float
    rules: tuple[float, float]
    slots: Mapping[str, float]
    words: Mapping[str, float]


_Spot = tuple[int, int, int]  # place in the row, place counted in words and sentences, bits
_Weights = tuple[tuple[int, float], ...]  # kind and weight


@dataclass(slots=True)
class Grammar:
    """The slots, rules and weights of one language, made ready by `compiled_grammar`."""

    words: dict[str, _Entry] = field(default_factory=dict)
    special: dict[str, int] = field(default_factory=dict)  # bits of numbers, handles and so on
    by_anchor: list[dict[int, list[_Rule]]] = field(default_factory=list)  # the rules of each kind
    anchors: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    sure: frozenset[int] = frozenset()  # the kinds of which one rule is enough
    start: tuple[float, ...] = ()
    for_rules: tuple[tuple[float, float], ...] = ()
    most: tuple[float, ...] = ()  # what rules can add
    cancels: tuple[int, ...] = ()  # what cancels all rules of a kind
    for_slots: dict[int, _Weights] = field(default_factory=dict)
    guessed: dict[str, int] = field(default_factory=dict)  # remembered for speed only

    def found(self, row: Sequence[Token], *, rules_alone: bool = False) -> set[str]:
        """The kinds that the words of a post, its slots and the rules it meets speak for. Pure; linear in the text.

        `rules_alone` leaves out what only the evidence tells: in a post of two languages a word may be another one. So
        does what cancels all rules of a kind.
        """
        spots, seen, totals = self.measured(row[:_READ])
        return {
            kind
            for at, kind in enumerate(self.kinds)
            if totals[at] + (_DOUBT if at in self.sure else self.most[at]) >= 0
            and self._told(
                at, totals[at], self.met(at, spots, seen), rules_alone or bool(seen & self.cancels[at])
            )
        }

    def _told(self, kind: int, total: float, met: int, rules_alone: bool) -> bool:
        if met:
            return kind in self.sure or total + sum(self.for_rules[kind][:met]) >= 0
        return total >= _ALONE and not rules_alone

    def met(self, kind: int, spots: Sequence[_Spot], seen: int) -> int:
        """How many rules of a kind are met, two at most."""
        count = 0
        by_anchor, left = self.by_anchor[kind], seen & self.anchors[kind]
        while left:
            bit = left & -left
            left ^= bit
            for anchor, needed, barred, near in by_anchor[bit]:
                if seen & barred or (anchor & seen & -(anchor & seen)) != bit:
                    continue  # the second: a rule of several anchors was tried at the first of them
                if all(seen & bits for bits in needed) and (not near or _meets(spots, anchor, near)):
                    count += 1
                    if count == _RULES:
                        return count
        return count

    def measured(self, row: Sequence[Token]) -> tuple[list[_Spot], int, list[float]]:
        """Where the slots stand in a row, all that were seen, and what slots and words weigh for each kind."""
        words, special, last = self.words, self.special, len(row) - 1
        totals = list(self.start)
        spots: list[_Spot] = []
        longer: list[tuple[int, int, _Phrase]] = []  # as a spot, with the phrase in place of its bits
        weighed: set[str] = set()
        shift = 0
        seen = 0
        for at, (kind, word, _, _) in enumerate(row):
            entry = words.get(word)
            if entry is None:
                if kind == "mark":
                    shift += _SENTENCE
                elif (
                    bits := special[kind] if kind in special and kind != "number" else self._other(kind, word)
                ):
                    spots.append((at, at + shift, bits))
                    seen |= bits
                continue
            bits, phrases, weights, open_end = entry
            if bits:
                spots.append((at, at + shift, bits))
                seen |= bits
            if phrases is not None and at < last:
                some = phrases.get(row[at + 1].word)
                if some is not None:
                    longer += [(at, at + shift, one) for one in some if _stands(one.words, row, at)]
                if open_end:
                    longer += [(at, at + shift, one) for one in phrases[_ANY] if _stands(one.words, row, at)]
            if weights and word not in weighed:
                weighed.add(word)
                for of, weight in weights:
                    totals[of] += weight
        if longer:
            spots = _with_phrases(spots, longer)
            seen = 0
            for spot in spots:
                seen |= spot[2]
        known, left = self.for_slots, seen
        while left:
            bit = left & -left
            left ^= bit
            for of, weight in known.get(bit, ()):
                totals[of] += weight
        return spots, seen, totals

    def _other(self, kind: str, word: str) -> int:
        """The bits of what is in no list as it stands."""
        if kind == "word":
            bits = self.guessed.get(word)
            if bits is None:
                if len(self.guessed) >= REMEMBERED:
                    self.guessed.clear()
                bits = self.guessed[word] = self._guess(word)
            return bits
        if kind == "number":
            return self.special["number"] | sum(
                self.special[name]
                for name, form in (("clock", _CLOCK), ("sum", _SUM), ("span", _SPAN))
                if form.match(word)
            )
        return self.special.get(kind, 0)

    def _guess(self, word: str) -> int:
        """The bits of a word in another form: "company's", "soooo"."""
        tries = (word.partition("'")[0],) if "'" in word else squeeze(word)
        return next((self.words[one].bits for one in tries if one in self.words), 0)


def _stands(words: Path, row: Sequence[Token], at: int) -> bool:
    """Do these words stand in the row from here on? The first does."""
    if at + len(words) > len(row):
        return False
    for on in range(1, len(words)):
        kind, word, _, _ = row[at + on]
        if word != words[on] and (words[on] != _ANY or kind == "mark"):
            return False
    return True


def _with_phrases(spots: list[_Spot], longer: Sequence[tuple[int, int, _Phrase]]) -> list[_Spot]:
    """The spots and those of the phrases, in any order, without what stands inside a harmless phrase."""
    harmless: set[int] = set()
    for at, _, one in longer:
        if one.harmless:
            harmless.update(range(at, at + len(one.words)))
    if not harmless:
        return spots + [(at, place, one.bits) for at, place, one in longer]
    kept = [spot for spot in spots if spot[0] not in harmless]
    return kept + [(at, place, one.bits) for at, place, one in longer if one.harmless or at not in harmless]


def _meets(spots: Sequence[_Spot], anchor: int, near: Sequence[_Condition]) -> bool:
    return any(
        bits & anchor and all(_holds(spots, at, place, one) for one in near) for at, place, bits in spots
    )


def _holds(spots: Sequence[_Spot], at: int, place: int, condition: _Condition) -> bool:
    wanted, low, high, sought = condition.wanted, condition.low, condition.high, condition.bits
    for other, beside, bits in spots:
        if bits & sought and low <= beside - place <= high and (other != at or low > 0 or high < 0):
            return wanted
    return not wanted


def compiled_grammar(
    slots: Mapping[str, str],
    rules: Mapping[str, str],
    evidence: Mapping[str, Evidence],
    sure: Iterable[str] = (),
) -> Grammar:
    """The grammar of slots (name -> words and phrases), rules (kind -> one a line) and what each kind weighs.

    Of the kinds that are `sure` one rule is enough.
    """
    numbers = {name: 1 << at for at, name in enumerate([*_SPECIAL, *slots])}
    kinds = tuple(rules)
    grammar = Grammar(special={name: numbers[name] for name in _SPECIAL}, kinds=kinds)
    grammar.sure = frozenset(at for at, kind in enumerate(kinds) if kind in sure)
    for kind in kinds:
        some = list(_rules(rules[kind], numbers))
        grammar.by_anchor.append(
            {bit: [rule for rule in some if rule.anchor & bit] for bit in numbers.values()}
        )
        grammar.anchors += (reduce(or_, (rule.anchor for rule in some), 0),)
        grammar.cancels += (reduce(and_, (rule.barred for rule in some)) if some else 0,)
    weighed = [evidence.get(kind, Evidence(0.0, (0.0, 0.0), {}, {})) for kind in kinds]
    grammar.start = tuple(one.start for one in weighed)
    grammar.for_rules = tuple(one.rules for one in weighed)
    grammar.most = tuple(max(one.rules[0], sum(one.rules), 0.0) for one in weighed)
    for at, one in enumerate(weighed):
        for name, weight in one.slots.items():
            bit = numbers[name]
            grammar.for_slots[bit] = (*grammar.for_slots.get(bit, ()), (at, weight))
    grammar.words = _entries(slots, numbers, weighed)
    return grammar


def _entries(
    slots: Mapping[str, str], numbers: Mapping[str, int], weighed: Sequence[Evidence]
) -> dict[str, _Entry]:
    harmless = sum(bit for name, bit in numbers.items() if name.startswith(_HARMLESS))
    paths: dict[Path, int] = {}
    for name, text in slots.items():
        for path in expanded(text):
            paths[path] = paths.get(path, 0) | numbers[name]
    phrases: dict[str, dict[str, list[_Phrase]]] = {}
    for path, bits in paths.items():
        if len(path) > 1:
            behind = phrases.setdefault(path[0], {}).setdefault(path[1], [])
            behind.append(_Phrase(path, bits, bool(bits & harmless)))
    weights: dict[str, _Weights] = {}
    for at, one in enumerate(weighed):
        for word, weight in one.words.items():
            weights[word] = (*weights.get(word, ()), (at, weight))
    single = {path[0] for path in paths if len(path) == 1}
    return {
        word: _Entry(
            paths.get((word,), 0),
            phrases.get(word),
            weights.get(word, ()),
            _ANY in phrases.get(word, ()),
        )
        for word in single | phrases.keys() | weights.keys()
    }


def _rules(lines: str, numbers: Mapping[str, int]) -> Iterable[_Rule]:
    barred = 0
    for line in filter(None, (line.partition("#")[0].strip() for line in lines.splitlines())):
        first, _, names = line.partition(" ")
        if first == "unless":
            barred = sum(numbers[name] for name in names.split())
        else:
            yield _rule(line, numbers, barred)


def _rule(line: str, numbers: Mapping[str, int], barred: int) -> _Rule:
    anchor = 0
    needed: list[int] = []
    near: list[_Condition] = []
    for at, term in enumerate(line.split()):
        parts = _TERM.match(term)
        if parts is None:
            raise ValueError(f"{line!r}: {term!r} is no term of a rule")
        sign, names = parts.groups()
        bits = 0
        for name in names.split("|"):
            bits |= numbers[name]
        if at == 0:
            anchor = bits
        elif sign == "-":
            barred |= bits
        else:
            low, high = _REACH[sign]
            if sign != "!":
                needed.append(bits)
            if sign != "+":
                near.append(_Condition(bits, low, high, sign != "!"))
    return _Rule(anchor, tuple(needed), barred, tuple(near))
