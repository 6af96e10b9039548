"""What people say about how they want to be treated: leave me alone, or talk but don't follow. Pure.

A wish beats every policy, so only plain words count: what is reported ("they won't leave me alone"),
denied ("don't stop writing to me") or observed ("you don't follow me") sets nothing.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime

from mutuals.domain.model import CASE_CLASSES, Category, Classification, Flag

FOLLOW, TALK, LEAVE_ALONE = "follow", "talk", "leave_alone"
PREFERENCES = (FOLLOW, TALK, LEAVE_ALONE)


@dataclass(frozen=True, slots=True)
class ContactPreference:
    """What somebody wants, since when, and who of the team wrote it down (None: their own words)."""

    value: str
    at: datetime
    by: str | None = None


_END = r"(?= (?:again|any ?more|ever|please|pls|thanks?)\b| ?[.!,;]| ?$)"

_LEAVE_ALONE = re.compile(
    r"(?<!\w)(?:"
    # English
    r"leave me (?:alone|be|in peace)\b"
    r"|(?:stop|quit) (?:messaging|dming|dm'?ing|contacting|tweeting(?: at)?|replying to|writing(?: to)?"
    r"|mentioning|tagging|pestering|bothering|harassing) me\b"
    r"|(?:do not|dont|don't|never) (?:ever )?(?:message|dm|contact|reply to|write to|tweet at|mention|tag|bother) me"
    + _END
    # Spanish
    + r"|(?:dejame|dejadme|dejenme) (?:en paz|tranquil[oa])|(?:deja|dejad|dejen) de (?:escribirme|contactarme"
    r"|mandarme mensajes|enviarme mensajes|molestarme)|no me (?:escribas|escriban|escribais|contactes|contacten) mas"
    # French
    r"|(?:laisse|laissez)[ -]moi (?:tranquille|en paz|en paix)|(?:fiche|fichez|foutez)[ -]moi la paix"
    r"|(?:arrete|arretez) de (?:m'ecrire|me contacter|m'envoyer des messages|me repondre)"
    r"|ne (?:m'ecrivez|m'ecris|me contactez|me contacte) plus"
    # German
    r"|(?:lasst|lass|lassen sie) mich (?:bitte |endlich )?in ruhe|(?:hort|hor|horen sie) auf,? (?:mir zu schreiben"
    r"|mich anzuschreiben|mich zu kontaktieren)|(?:schreibt|schreib|schreiben sie) mir (?:bitte )?nicht mehr"
    r"|(?:kontaktiert|kontaktieren sie) mich (?:bitte )?nicht mehr"
    # Portuguese
    r"|(?:me deixe|me deixem|me deixa|deixe-me|deixem-me) em paz|(?:pare|parem|para) de me (?:escrever|contatar"
    r"|contactar|mandar mensage(?:m|ns)|enviar mensage(?:m|ns))|nao me (?:escreva|escrevam|contate|contatem) mais"
    r")(?!\w)"
)
_TALK = re.compile(
    r"(?<!\w)(?:"
    r"(?:do not|dont|don't|never) (?:ever |even )?follow me(?: back)?\b|(?:stop|quit) following me\b|unfollow me\b"
    r"|(?:no need|(?:do not|dont|don't) (?:have|need)) to follow(?: me)?(?: back)?\b"
    r"|no me (?:sigas|sigan|sigais)|(?:deja|dejad|dejen) de seguirme"
    r"|ne me (?:suivez|suis) (?:pas|plus)|(?:arrete|arretez) de me suivre"
    r"|(?:folgt|folg|folge|folgen sie) mir (?:bitte )?nicht|(?:hort|hor|horen sie) auf,? mir zu folgen"
    r"|entfolgt mich|entfolgt mir"
    r"|nao me (?:siga|sigam)|(?:pare|parem|para|deixe|deixem) de me seguir|(?:pare|parem) de seguir-me"
    r")(?!\w)"
)
# A word before the wish that makes it something else: denied, reported, or said of somebody.
_NOT_BEFORE = frozenset(
    {"not", "never", "don't", "dont", "won't", "wont", "can't", "cant", "cannot", "doesn't", "doesnt", "didn't",
     "didnt", "wouldn't", "couldn't", "isn't", "why", "they", "he", "she", "we", "who", "if", "nunca", "jamas",
     "si", "ils", "elle", "elles", "warum", "wenn", "falls", "ihr", "du", "por", "porque", "se", "eles", "quem"}
)  # fmt: skip
_SAID_OF = frozenset(
    {
        "you",
        "u",
        "i",
        "they",
        "we",
        "people",
        "yall",
        "vous",
        "tu",
        "ihr",
        "du",
        "sie",
        "wir",
        "voces",
        "ustedes",
    }
)
# A post of nothing else, as X's rules on automated replies name it: whoever says it to a brand wants it to stop.
_STOP = re.compile(
    r"(?:please |por favor,? |bitte |s'il vous plait,? )?"
    r"(?:stop(?: it| this| now)?|stopp|unsubscribe(?: me)?|opt[ -]?(?:me )?out|no more (?:replies|messages)"
    r"|basta ya|darme de baja|dame de baja|no mas mensajes"
    r"|arretez|desabonnez[ -]moi|desinscrivez[ -]moi|plus de messages"
    r"|aufhoren|hort auf|horen sie auf|abmelden|keine nachrichten mehr"
    r"|pare|parem|descadastrar|me descadastre|chega de mensagens)"
    r"(?: please| pls| por favor| bitte| svp| thanks| thank you)?"
)
# One of these stands in every other wish: most posts need no closer look.
_STEMS = ("follow", "alone", "leave me", "messag", "dm", "contact", "tweet", "reply", "writ", "mention", "tag",
          "pester", "bother", "harass", "paz", "paix", "tranquil", "escrib", "escrev", "mensa", "molest", "sig",
          "segui", "suiv", "suis", "ecri", "ruhe", "schreib", "folg", "kontakt", "contat", "repond")  # fmt: skip
_SHORT = 60  # characters: no post that only says stop is longer
_HANDLES = re.compile(r"@\w+")
_SPACES = re.compile(r"\s+")


def wish_in(text: str) -> str | None:
    """The wish that a post to the brand states in plain words: "leave_alone", "talk" or None."""
    plain = _plain(text)
    if len(plain) <= _SHORT and _STOP.fullmatch(plain.strip(" .,!;:")):
        return LEAVE_ALONE
    if not any(stem in plain for stem in _STEMS):
        return None
    for value, pattern in ((LEAVE_ALONE, _LEAVE_ALONE), (TALK, _TALK)):
        if any(_meant(plain, found) for found in pattern.finditer(plain)):
            return value
    return None


def _meant(plain: str, found: re.Match[str]) -> bool:
    before = plain[max(0, found.start() - 40) : found.start()].rstrip()
    word = before.rsplit(" ", 1)[-1] if before else ""
    needs_no_subject = not found[0].startswith(("stop", "quit", "leave", "unfollow"))
    if needs_no_subject and word in _SAID_OF:
        return "have to" in found[0] or "need to" in found[0]  # "you don't have to follow me" is meant
    return word not in _NOT_BEFORE


def _plain(text: str) -> str:
    """Small letters without accents and handles, one kind of apostrophe."""
    words = _HANDLES.sub(" ", text.replace("\u2019", "'").replace("\u00df", "ss").lower())
    if not words.isascii():
        letters = unicodedata.normalize("NFKD", words)
        words = "".join(one for one in letters if not unicodedata.combining(one))
    return _SPACES.sub(" ", words).strip()


def heard_in(text: str, reading: Classification) -> str | None:
    """The wish of a post, the plea to be followed included."""
    asked = FOLLOW if reading.category is Category.WANTS_FOLLOW else None
    return wish_in(text) or asked


def heeded(reading: Classification, preference: str | None) -> Classification:
    """The reading without what the wish contradicts: "don't follow me" is no plea to be followed.

    Who does not want to be followed is told as a concern, since the team may have followed already;
    who wants to be left alone and complains of nothing is not told. A complaint stays one.
    """
    if preference not in {TALK, LEAVE_ALONE} or reading.category is Category.COMPLAINT:
        return reading
    flags = reading.flags - {Flag.WANTS_FOLLOW}
    if preference == LEAVE_ALONE:
        return replace(reading, category=Category.OTHER, flags=flags)
    category = (
        reading.category if reading.category in CASE_CLASSES - {Category.WANTS_FOLLOW} else Category.CONCERN
    )
    return replace(reading, category=category, flags=flags)
