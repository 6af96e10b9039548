"""Saved replies: texts that a team keeps to answer with, and how their fields are filled in. Pure.

A field stands in braces: `{first_name}`. What to write where nothing is known stands behind a bar: `{first_name|there}`.
A text with a field of which nothing is known, and without such words, is not offered: a sentence never comes out broken.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_NAME = 60  # characters
LONGEST_TEXT = 1000  # characters before the fields are filled in; networks of longer posts have room, too
MOST = 100  # of a brand: more is not a list to choose from
OFFERED = 20  # in one menu; Discord takes 25, and earlier answers stand there, too
FIELDS: Mapping[str, str] = {
    "hi": "a greeting with their first name, where it is known",
    "first_name": "their first name",
    "handle": "their name on the network, with @",
    "what": "what they did, as it stands behind “thank you for”",
    "since": "the month in which they first wrote to you",
    "brand": "your brand's name",
    "me": "the first name of whoever sends it",
}
LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "de": "German",
    "pt": "Portuguese",
    "it": "Italian",
    "nl": "Dutch",
    "ja": "Japanese",
    "id": "Indonesian",
    "tr": "Turkish",
    "tl": "Tagalog",
    "hi": "Hindi",
}
_FIELD = re.compile(r"( ?)\{([^{}|]*)(\|[^{}]*)?\}")
_LEFT_BEHIND = re.compile(r"[,;:]\s*([.!?,;:]|$)")
_LEFT_IN_FRONT = re.compile(r"^[\s,;:.!?]+")


class ReplyKind(StrEnum):
    """What a saved reply is an answer to. HOLDING: it may be sent by Acknowledge, before there is an answer."""

    COMPLAINT = "complaint"
    QUESTION = "question"
    CONCERN = "concern"
    WANTS_FOLLOW = "wants_follow"
    PRAISE = "praise"
    FAN = "fan"
    HOLDING = "holding"


@dataclass(frozen=True, slots=True)
class SavedReply:
    """One text of a brand. No kind: for everything. Without `at` it is a starter, as it comes with Mutuals."""

    id: str
    name: str
    language: str  # one of LANGUAGES
    text: str
    kinds: frozenset[ReplyKind] = frozenset()
    by: str = ""  # who wrote it last
    at: datetime | None = None
    removed: bool = False  # a starter that the team does not want

    def fits(self, kinds: Collection[ReplyKind]) -> bool:
        """Is it for something of one of these kinds?"""
        about = self.kinds - {ReplyKind.HOLDING}
        return not about or not about.isdisjoint(kinds)


def problems(name: str, language: str, text: str) -> tuple[str | None, str | None, str | None]:
    """What is wrong with the name, the language and the text that somebody has written, each in a sentence that says
    what to do; None: nothing."""
    return _wrong_name(name), _wrong_language(language), _wrong_text(text)


def _wrong_name(name: str) -> str | None:
    if not name.strip():
        return "Give it a name."
    if len(name) > LONGEST_NAME:
        return f"The name has {len(name)} characters, and {LONGEST_NAME} are allowed. Shorten it."
    return None


def _wrong_language(language: str) -> str | None:
    return None if language in LANGUAGES else f"Choose a language: {', '.join(LANGUAGES.values())}."


def _wrong_text(text: str) -> str | None:
    if not text.strip():
        return "Write a text."
    if len(text) > LONGEST_TEXT:
        return f"The text has {len(text)} characters, and {LONGEST_TEXT} are allowed. Shorten it."
    return _wrong_field(text)


def _wrong_field(text: str) -> str | None:
    known = ", ".join(f"{{{one}}}" for one in FIELDS)
    unknown = next((found[2] for found in _FIELD.finditer(text) if found[2] not in FIELDS), None)
    if unknown is not None:
        return f"There is no field {{{unknown}}}. The fields are {known}."
    if set("{}") & set(_FIELD.sub("", text)):
        return f"A brace has no partner. Braces stand around a field and nowhere else: {known}."
    return None


def fields_of(text: str) -> frozenset[str]:
    """The names of the fields in a text."""
    return frozenset(found[2] for found in _FIELD.finditer(text))


def merged(text: str, values: Mapping[str, str]) -> str | None:
    """The text with its fields filled in; None where nothing is known for one and it has no words for that."""
    emptied = False

    def fill(found: re.Match[str]) -> str:
        nonlocal emptied
        value = values.get(found[2]) or (found[3] or "|")[1:].strip()
        emptied = emptied or not value
        return f"{found[1]}{value}" if value else ""

    if any(not values.get(found[2]) and found[3] is None for found in _FIELD.finditer(text)):
        return None
    whole = _FIELD.sub(fill, text).strip()
    return _tidied(whole) if emptied else whole


def _tidied(text: str) -> str:
    """Without the marks that stood around a field of which nothing is left."""
    bare = _LEFT_IN_FRONT.sub("", _LEFT_BEHIND.sub(r"\1", text))
    return text if bare == text else bare[:1].upper() + bare[1:]


def effective(starters: Sequence[SavedReply], stored: Iterable[SavedReply]) -> list[SavedReply]:
    """What a brand has: the team's own, and the starters as far as it has not changed or removed them."""
    kept = {one.id: one for one in stored}
    known = {one.id for one in starters}
    own = sorted((one for one in kept.values() if one.id not in known), key=lambda one: (one.name, one.id))
    every = [*own, *(kept.get(one.id, one) for one in starters)]
    return [one for one in every if not one.removed]


def in_order(
    replies: Iterable[SavedReply], language: str, kinds: Collection[ReplyKind], *, holding: bool
) -> list[SavedReply]:
    """Those to offer, the most fitting first: in this language, of these kinds, and with `holding` those that hold.

    Where nothing is known in the language, English stands first.
    """

    def rank(one: SavedReply) -> tuple[bool, bool, bool, bool]:
        wrong_use = (ReplyKind.HOLDING in one.kinds) is not holding
        return one.language != language, not one.fits(kinds), wrong_use and holding, one.language != "en"

    return sorted(replies, key=rank)
