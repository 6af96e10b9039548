"""Turns a post into some tens of figures, each with the place in the text that it comes from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log, log1p

from mutuals.domain.language.context import FAULTS, Known, counted
from mutuals.domain.language.emoticons import is_angry, is_glad, is_glad_tag, is_sad, is_sad_tag
from mutuals.domain.language.evidence import Evidence
from mutuals.domain.language.overtones import SPEAK, heard
from mutuals.domain.language.phrase_matcher import FLAG, PhraseMatch, Phrases, listed
from mutuals.domain.language.tokens import Token
from mutuals.domain.language.wording import leaning

FLIPPED_BY_NOT = frozenset(
    {"broken", "problem", "awful", "insult", "bad", "upset", "rude", "delay", "price", "pricing"}
)
_SLOW = ("delay", "waiting", "wait", "no_answer", "fails", "missing", "not_come")

_SEVERAL = (0.0, 1.0, 1.5, 1.75, 1.875, 2.0)  # the second mention of a thing says half as much as the first


_ANSWERS = listed(
    "yes yep yeah yup no nope ok okay sure done sent thanks just ya k great perfect awesome alright already correct"
)
_THANKS = listed("thanks thank thx thankyou ty cheers thanx")
# What sounds of a grievance even where no fault is named.
_GRIEVANCES = FAULTS | listed("""
    why waiting wait still yet demand tried chase money sarcasm sad sad_tag same negation mixed_marks
    no_praise help shock dots worry question service burden often pricing
""")
_HELP_DESK = re.compile(
    "support|help|care|service|assist|^@ask"
)  # as accounts that answer customers call themselves
_STAKES = ("stake", "urgent")  # what the list of a language is called: English has rules for the flag itself
_PERIL = {"urgent": 2.0}  # log-odds: how much a phrase from the list of perils adds to the evidence
_RAGE = 3  # angry faces that need no words
_UNIT = re.compile(r"\d(?:h|hr|hrs|hour|hours|min|mins|m|days?|d|wks?|weeks?|months?|yrs?)\Z")


@dataclass(slots=True)
class Measured:
    """The figures of one post, and where in the text each one was first seen."""

    values: dict[str, float] = field(default_factory=dict)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)  # that the lists or the rules tell
    marked: list[PhraseMatch] = field(default_factory=list)  # where those of the lists met
    cues: list[PhraseMatch] = field(default_factory=list)  # the cues that count
    named: list[PhraseMatch] = field(default_factory=list)  # every phrase, whether it counts or not
    by_evidence: bool = False  # is there evidence for flags in this language?

    def put(self, name: str, value: float, place: tuple[int, int] | None = None) -> None:
        """Keep a figure that is not nought."""
        if value:
            self.values[name] = value
            if place is not None:
                self.places[name] = place


def measure(
    text: str,
    row: Sequence[Token],
    phrases: Phrases,
    moods: Mapping[str, float],
    leanings: Mapping[str, float],
    evidence: Evidence | None = None,
) -> Measured:
    """All figures of a text that was cut into `row`. Time grows with the length of the text only.

    `moods` tells how pleasant single words are (`lexicon.moods`), `leanings` how common words and pairs of them
    lean (`lexicon.leanings`), `evidence` tells the flags.
    """
    out = Measured()
    known = phrases.classes(row)
    denied = _denied(known, row, phrases.denies, phrases.reach)
    ironic: set[int] = set()
    counts = _count_cues(row, known, phrases, denied, ironic, out)
    if moods:
        _measure_moods(row, known, moods, denied, ironic, out)
    if leanings:
        _measure_wording(row, leanings, out)
    _measure_marks(text, row, out)
    _measure_shape(row, known, out)
    _measure_address(row, out)
    _measure_company(counts, out)
    _measure_overtone(row, known, out)
    if evidence is not None:
        out.by_evidence = True
        out.flags |= evidence.found(
            row, hints=_PERIL if "peril" in out.flags else None
        )  # last: the figure `urgent` is that of the lists, as it was fitted
    return out


def _count_cues(
    row: Sequence[Token], known: Known, phrases: Phrases, denied: set[int], ironic: set[int], out: Measured
) -> dict[str, int]:
    """How often each list spoke; the places of sarcasm go into `ironic`."""
    counts: dict[str, int] = {}
    out.named = phrases.find(row, known)
    for one in counted(row, known, out.named):
        if one.group.startswith(FLAG):
            out.flags.add(one.group.removeprefix(FLAG))
            out.marked.append(one)
            continue
        out.cues.append(one)
        if one.group == "sarcasm":
            ironic.update(range(one.first, one.last + 1))
        name = _flipped(one, denied)
        counts[name] = counts.get(name, 0) + 1
        if name not in out.places:
            out.places[name] = (row[one.first].start, row[one.last].end)
    for name, count in counts.items():
        out.values[name] = _SEVERAL[min(count, 5)]
    return counts


def _denied(known: Known, row: Sequence[Token], denies: str, reach: int) -> set[int]:
    """The places up to so many words behind a "not", within the sentence."""
    found: set[int] = set()
    left = 0
    for at, names in enumerate(known):
        if left:
            if row[at][0] == "mark":
                left = 0
            else:
                found.add(at)
                left -= 1
        if names and denies in names:
            left = reach
    return found


def _flipped(one: PhraseMatch, denied: set[int]) -> str:
    if one.first in denied:
        if one.group == "praise":
            return "no_praise"
        if one.group in FLIPPED_BY_NOT and one.first == one.last:
            return "no_fault"
    return one.group


def _measure_moods(
    row: Sequence[Token],
    known: Known,
    moods: Mapping[str, float],
    denied: set[int],
    ironic: set[int],
    out: Measured,
) -> None:
    """Sums of pleasant and of unpleasant words; a "not" turns a word round and halves it, sarcasm takes it out."""
    pleasant = unpleasant = 0.0
    for at, (_, word, start, end) in enumerate(row):
        mood = moods.get(known[at][0] if known[at] else word)
        if mood is None or at in ironic:
            continue
        if at in denied:
            mood *= -0.5
        if mood > 0:
            pleasant += mood
            out.places.setdefault("pleasant", (start, end))
        else:
            unpleasant -= mood
            out.places.setdefault("unpleasant", (start, end))
    out.put("pleasant", log1p(pleasant))
    out.put("unpleasant", log1p(unpleasant))


def _measure_wording(row: Sequence[Token], leanings: Mapping[str, float], out: Measured) -> None:
    """How common words and pairs of them lean; the one that says most for a complaint is shown."""
    towards, away, foremost = leaning(row, leanings)
    if foremost is not None:
        out.put("wording", towards, (row[foremost[1]].start, row[foremost[2]].end))
    out.put("other_wording", away)


def _measure_address(row: Sequence[Token], out: Measured) -> None:
    """Whom the post speaks to, by the handles alone: several accounts at once, or one that is there to help."""
    for token in row:
        if token.kind == "handle" and _HELP_DESK.search(token.word):
            out.put("help_desk", 1.0, (token.start, token.end))
            break
    if len(row) > 1 and row[0].kind == row[1].kind == "handle":
        out.put("several", 1.0, (row[0].start, row[1].end))


def _measure_marks(text: str, row: Sequence[Token], out: Measured) -> None:
    shouts = asks = capitals = sad = glad = angry = tags = stops = 0
    for token in row:
        kind, word, start, end = token
        if kind == "word":
            if end - start > 2 and text[start:end].isupper():
                capitals += 1
                out.places.setdefault("capitals", (start, end))
            continue
        place = (start, end)
        if kind == "mark":
            if "!" in word:
                shouts += word.count("!")
                out.places.setdefault("exclamation", place)
            if "?" in word:
                asks += 1
                out.places.setdefault("question_mark", place)
                if len(word) > 1:
                    out.put("mixed_marks", 1.0, place)
            elif word == ".":
                stops += 1
            elif ".." in text[start:end]:  # not the one sign "…", which is how a network cuts a long post
                out.put("dots", 1.0, place)
        elif kind in ("emoji", "face"):
            if is_glad(word):
                glad += 1
                out.places.setdefault("glad", place)
            elif is_sad(word):
                sad += 1
                angry += is_angry(word)
                out.places.setdefault("sad", place)
        elif kind == "tag":
            tags += 1
            _measure_tag(token, out)
    out.put("rage", float(angry >= _RAGE and not glad), out.places.get("sad"))
    for name, count in (
        ("exclamation", shouts),
        ("question_mark", asks),
        ("capitals", capitals),
        ("sad", sad),
        ("glad", glad),
        ("tags", tags),
        ("sentences", stops),
    ):
        out.put(name, _SEVERAL[min(count, 5)])


def _measure_tag(token: Token, out: Measured) -> None:
    place = (token.start, token.end)
    if is_sad_tag(token.word):
        out.put("sad_tag", 1.0, place)
    elif is_glad_tag(token.word):
        out.put("glad_tag", 1.0, place)


def _measure_shape(row: Sequence[Token], known: Known, out: Measured) -> None:
    words = numbers = units = handles = 0
    for (kind, word, start, end), names in zip(row, known, strict=True):
        if kind == "word":
            words += 1
            if names and "{unit}" in names:
                units += 1
        elif kind == "number":
            words += 1
            numbers += 1
            units += bool(_UNIT.search(word))
            if word[0] in "$£€₹":
                out.put("amount", 1.0, (start, end))
        elif kind == "handle":
            handles += 1
        elif kind == "link":
            out.put("link", 1.0, (start, end))
    out.put("times", _SEVERAL[min(units, 5)])
    out.put("numbers", _SEVERAL[min(numbers, 5)])
    out.put("length", log(1 + words))
    out.put("short", float(words <= 4))
    addressed = bool(row) and row[0].kind == "handle"
    out.put("addressed", float(addressed))
    out.put("no_handle", float(not handles))
    out.put("long", max(0.0, words - 14) / 10)
    first = next((token for token in row if token.kind in ("word", "number")), None)
    if addressed and first is not None and first.word in _ANSWERS:
        out.put("starts_answer", 1.0, (first.start, first.end))
    if first is not None and first.word in _THANKS:
        out.put("thanks_first", 1.0, (first.start, first.end))


def _measure_overtone(row: Sequence[Token], known: Known, out: Measured) -> None:
    """Whether it means more, less or the reverse of what it says."""
    if SPEAK.isdisjoint(out.flags):
        return
    tone = heard(row, known, out.marked, out.cues, out.named)
    if tone is not None:
        out.put(tone.group, 1.0, (row[tone.first].start, row[tone.last].end))


def _measure_company(counts: dict[str, int], out: Measured) -> None:
    """Which cues meet: a fault with a praise word, a fault that is asked about, no fault at all."""
    faults = sum(1 for name in FAULTS if name in counts)
    values = out.values
    asks = "question_mark" in values
    nice = "praise" in counts or "thanks" in counts
    out.put("kinds", float(min(faults, 4)))
    out.put("urgent", float(not out.flags.isdisjoint(_STAKES)))
    out.put("praise_and_fault", float(nice and faults > 0))
    out.put("told", float("first" in counts and "past" in counts))
    out.put(
        "unaddressed",
        float(
            "no_handle" in values and not any(n in counts for n in ("goods", "service", "money", "second"))
        ),
    )
    out.put("short_fault", float("short" in values and faults > 0))
    out.put("no_fault_at_all", float(not faults))
    out.put("calm", float(_GRIEVANCES.isdisjoint(values)))
    out.put("fault_denied", float(bool(faults) and "negation" in counts))
    out.put("fault_asked", float(bool(faults) and asks))
    out.put("fault_goods", float(bool(faults) and "goods" in counts))
    out.put("plain_question", float(asks and not faults and "question" in counts))
    out.put("why_you", float("why" in counts and "second" in counts))
    out.put("nice_but_slow", float("praise" in counts and any(name in counts for name in _SLOW)))
