"""The cue lists of the languages, made ready when a post in that language first comes."""

from functools import cache
from importlib import import_module

from mutuals.rules.language.phrases import FLAG, Phrases, compiled

LANGUAGES = ("en", "es", "fr", "de", "pt")


@cache
def lexicon(lang: str) -> Phrases:
    """The phrases of one of our languages; raises KeyError for another."""
    if lang not in LANGUAGES:
        raise KeyError(lang)
    words = import_module(f"mutuals.rules.language.words.{lang}")
    flags = {FLAG + name: phrases for name, phrases in words.FLAGS.items()}
    return compiled(words.CUES | flags, words.CLASSES)
