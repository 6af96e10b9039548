"""The cue lists of the languages, made ready when a post in that language first comes."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from sys import intern

from mutuals.domain.language.phrase_matcher import FLAG, Phrases, compiled

LANGUAGES = ("en", "es", "fr", "de", "pt")


@cache
def lexicon(lang: str) -> Phrases:
    """The phrases of one of our languages; raises KeyError for another."""
    if lang not in LANGUAGES:
        raise KeyError(lang)
    words = import_module(f"mutuals.domain.language.lexicons.{lang}")
    beside = words.FLAGS | getattr(words, "OVERTONES", {})  # overtones are told in English only
    flags = {FLAG + name: phrases for name, phrases in beside.items()}
    return compiled(words.CUES | flags, words.CLASSES)


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
    listed = import_module("mutuals.domain.language.lexicons.en_wording").LEANINGS
    return {
        intern(" ".join(piece.split())): by / 100 for by, text in listed.items() for piece in text.split(",")
    }
