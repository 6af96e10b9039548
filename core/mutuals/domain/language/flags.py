"""Flags: what a rule notices in a post besides its class."""

import re
from collections.abc import Sequence

from mutuals.domain.language.context import FAULTS
from mutuals.domain.language.features import Measured
from mutuals.domain.language.phrase_matcher import listed
from mutuals.domain.language.tokens import Token
from mutuals.domain.model import Flag
from mutuals.domain.private_details import MAIL, PHONE, STREET

_REFERENCE_WORDS = listed("""
    order booking reservation confirmation reference ref ticket case account tracking invoice claim policy
    pnr locator imei serial number no nr num numero pedido reserva commande dossier bestellung
    bestellnummer buchung bestellnr kundennummer vorgangsnummer auftrag encomenda fatura cliente client
    localizador
""")
_CODE = re.compile(r"(?=[a-z-]{0,12}\d)[a-z\d-]{5,30}(?!\w)", re.IGNORECASE)
_BY_LIST = (Flag.URGENT, Flag.WANTS_FOLLOW, Flag.CHURN, Flag.ADVOCACY)
SUGGESTS = "concern"  # the rules for a suggestion or a mild worry: no flag, but a class
_STILL_ASKS = ("question_mark", "why", "help", "demand", "question", "still", "yet")


def flags_of(text: str, row: Sequence[Token], seen: Measured, *, complaint: bool) -> set[Flag]:
    """The flags of a post that was measured; `complaint` tells that its score reached the alert line."""
    flags = {flag for flag in _BY_LIST if flag.value in seen.flags}
    if Flag.WANTS_FOLLOW in flags and "promo" in seen.values and not seen.by_evidence:
        flags.discard(Flag.WANTS_FOLLOW)  # "follow and retweet to win" asks for something else
    over = "resolved" in seen.values and not any(name in seen.values for name in _STILL_ASKS)
    if over and seen.by_evidence:
        flags.discard(Flag.URGENT)  # "it caught fire last year, and you put it right"
    if Flag.ADVOCACY in flags and not seen.by_evidence and (complaint or "churn" in seen.values):
        flags.discard(Flag.ADVOCACY)  # "switch to them" is about somebody else
    if _private(text, row):
        flags.add(Flag.PRIVATE)
    if "thanks" in seen.values and not complaint and not any(name in seen.values for name in _STILL_ASKS):
        flags.add(Flag.THANKS)
    return flags


def faulty(seen: Measured) -> bool:
    """Whether any cue of a fault was seen."""
    return any(name in seen.values for name in FAULTS)


def _private(text: str, row: Sequence[Token]) -> bool:
    if "@" in text and MAIL.search(text):
        return True
    if not any(kind == "number" or (kind == "tag" and word[1:].isdigit()) for kind, word, _, _ in row):
        return False  # no phone number, house number or booking code is without a figure
    return bool(PHONE.search(text) or STREET.search(text)) or reference(text, row) is not None


def reference(text: str, row: Sequence[Token]) -> Token | None:
    """A number of five characters or more, up to three words behind "order", "booking" and the like."""
    left = 0
    for token in row:
        if token.word in _REFERENCE_WORDS:
            left = 4
        elif left:
            left -= 1
            if token.kind in ("number", "word") and _CODE.match(text, token.start):
                return token
            if token.kind == "tag" and token.word[1:].isdigit() and len(token.word) > 5:  # "order #88213377"
                return token
    return None
