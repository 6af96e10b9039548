"""The cue lists of the languages, made ready when a post in that language first comes."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from sys import intern
from types import ModuleType

from mutuals.domain.language.context import SOFT
from mutuals.domain.language.evidence import Evidence, compiled_evidence
from mutuals.domain.language.phrase_matcher import FLAG, Both, Phrases, compiled

LANGUAGES = ("en", "es", "fr", "de", "pt")  # with long lists: clear small talk in them is left alone
SHORT_LISTED = ("it", "nl", "id", "tr", "ja", "hi", "tl")  # whatever is unsure in these is listed
READ = frozenset(LANGUAGES + SHORT_LISTED)
_WHOLE = frozenset(("en", "hi", "tl"))  # of the others, faults and tone have modules of their own
_REACH = (
    2  # words behind a "not"; Turkish, Japanese and Hindi put it behind, so their lists name what is denied
)


@cache
def lexicon(lang: str) -> Phrases:
    """The phrases of one of our languages; raises KeyError for another."""
    if lang not in READ:
        raise KeyError(lang)
    lists = _module(lang)
    faults, tone = (lists, lists) if lang in _WHOLE else (_module(f"{lang}.faults"), _module(f"{lang}.tone"))
    sure: Mapping[str, str] = getattr(faults, "SURE", {})
    beside = lists.FLAGS | getattr(lists, "OVERTONES", {})  # overtones are told in English only
    flags = {FLAG + name: phrases for name, phrases in beside.items()}
    classes = dict(lists.CLASSES)
    if sure:
        classes["sure"] = ", ".join((classes.get("sure", ""), *_single(sure)))
    phrases = compiled(_merged(lists.CUES, sure, {} if tone is lists else tone.CUES) | flags, classes)
    if lang != "en":
        phrases.denies, phrases.reach = "{deny}", _REACH
    return phrases


def _module(name: str) -> ModuleType:
    return import_module(f"mutuals.domain.language.lexicons.{name}")


@cache
def both(lang: str, other: str) -> Phrases:
    """The phrases of two languages, for posts that mix them."""
    parts = (lexicon(lang), lexicon(other))
    return Both(denies="{deny}", reach=_REACH, parts=parts)


def _merged(*lists: Mapping[str, str]) -> dict[str, str]:
    groups: dict[str, str] = {}
    for one in lists:
        for name, phrases in one.items():
            groups[name] = f"{groups[name]}\n{phrases}" if name in groups else phrases
    return groups


def _single(sure: Mapping[str, str]) -> Iterable[str]:
    """The single words of the groups that speak of a fault by themselves."""
    for name, phrases in sure.items():
        if name not in SOFT:
            yield from (
                one for line in phrases.splitlines() for one in line.split(",") if " " not in one.strip()
            )


@cache
def moods(lang: str) -> Mapping[str, float]:
    """How pleasant single words are, -4 to 4: VADER's list, rated by ten people a word (Hutto and Gilbert 2014).

    It covers far more words than our cues, so it helps most in trades that our lists never met. Only the file is
    read: the package's code would bring an HTTP client along. English only; nothing for other languages.
    """
    if lang != "en":
        return {}
    text = files("vaderSentiment").joinpath("vader_lexicon.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {intern(row[0]): float(row[1]) for row in rows if len(row) > 1}


@cache
def leanings(lang: str) -> Mapping[str, float]:
    """How common words and pairs of them lean to a complaint, in log-odds (`wording.py`). English only."""
    if lang != "en":
        return {}
    listed = import_module("mutuals.domain.language.lexicons.en.wording").LEANINGS
    return {
        intern(" ".join(piece.split())): by / 100 for by, text in listed.items() for piece in text.split(",")
    }


@cache
def evidence(lang: str) -> Evidence:
    """What speaks for the flags, English only; raises KeyError for another language."""
    if lang != "en":
        raise KeyError(lang)
    concepts = _module("en.concepts")
    table = files("mutuals.domain.language.lexicons.en").joinpath("signs.txt").read_text(encoding="utf-8")
    return compiled_evidence(concepts.CONCEPTS, concepts.SHORTHAND, table)
