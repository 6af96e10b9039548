"""Reads the languages other than English, and posts that mix one of them with English: by cues alone."""

import re
from functools import cache

from mutuals.domain.language import japanese
from mutuals.domain.language.context import FAULTS
from mutuals.domain.language.detect import ENGLISH, OTHER, Spoken
from mutuals.domain.language.features import Measured, measure
from mutuals.domain.language.lexicon import LANGUAGES, both, evidence, lexicon
from mutuals.domain.language.other_weights import COMPLAINT_START, CUES, PRAISE_START
from mutuals.domain.language.phrase_matcher import listed
from mutuals.domain.language.tokens import Token
from mutuals.domain.language.weights import FIGURES, Figure, Weights

_ASKING = ("help", "question", "howto", "chase", "wish")
_TALK = listed("""
    idiom promo joke praise mild_praise glad glad_tag rescue rescued fault_free prize brand_voice occasion news
""")
_MEANT = listed(
    "mild_praise thanks resolved fault_free glad rescue rescued"
)  # with these a kind word is meant
_WORDS = re.compile(r"(?<![@\w])\w")
_AGAINST = FAULTS | listed(
    "negation no_praise cant waiting still rage sad"
)  # what praise seldom has beside it
_PLAIN = 0.66  # a score from which praise is meant, whatever stands beside it
_DOUBT = 0.36  # so near to the line, nothing is left out


def measured(text: str, row: list[Token], spoken: Spoken) -> tuple[list[Token], Measured]:
    """The tokens as that language parts them, and the cues of the language, or of both where a post mixes two.

    Of a language without lists only signs, figures and English words are read.
    """
    first = "en" if spoken.first == OTHER else spoken.first
    phrases = lexicon(first) if spoken.second is None else both(first, spoken.second)
    if spoken.first == "ja":
        row = japanese.cut(text, row, phrases.symbols)
    seen = measure(text, row, phrases, {}, {})
    if "praise" in seen.values and _put_after_a_fault(text, seen):
        seen.values["sarcasm"] = seen.values.pop("praise")
        seen.places["sarcasm"] = seen.places.pop("praise")
    if "en" in (first, spoken.second):
        seen.flags |= evidence("en").found(row, sure=True)
    if "praise" in seen.values and "question_mark" not in seen.values:
        for name in _ASKING:  # "they helped me", "when I needed it": who praises asks nothing by such words
            seen.values.pop(name, None)
    if "question_mark" in seen.values and FAULTS.isdisjoint(seen.values):
        seen.values["plain_question"] = 1.0
    return row, seen


def _put_after_a_fault(text: str, seen: Measured) -> bool:
    """ "No signal in the middle of town, great": one kind word that stands alone at the end, behind a fault."""
    values = seen.values
    if FAULTS.isdisjoint(values) or values["praise"] > 1 or not _MEANT.isdisjoint(values):
        return False
    start, end = seen.places["praise"]
    return text[:start].rstrip().endswith((",", ".", "…")) and not _WORDS.search(text, end)


@cache
def weights() -> Weights:
    """The table of all these languages."""
    rows = {name: Figure(name, reason, *CUES.get(name, (0.0, 0.0))) for name, reason, _, _ in FIGURES}
    return Weights(rows, COMPLAINT_START, PRAISE_START)


def unsure(seen: Measured, spoken: Spoken, complaint: float, *, replying: bool) -> bool:
    """Must a post that no rule is sure of be listed? Clear small talk of the languages with long lists is not."""
    if spoken == ENGLISH:
        return False
    if spoken.first not in LANGUAGES or complaint >= _DOUBT:
        return True
    if not _AGAINST.isdisjoint(seen.values.keys() - {"cant"}) and "no_handle" not in seen.values:
        return True  # "can't stop eating" is small talk
    return _TALK.isdisjoint(seen.values) and (replying or "no_handle" not in seen.values)


def half_hearted(seen: Measured, spoken: Spoken, praise: float) -> bool:
    """Is praise in another language so weak, beside what may be a fault, that it had better be listed?"""
    if spoken == ENGLISH or spoken.first not in LANGUAGES or "no_handle" in seen.values:
        return False
    return praise < _PLAIN and not _AGAINST.isdisjoint(seen.values)
