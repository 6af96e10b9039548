"""What should be looked at twice in a reply before it goes out: warnings that a person can pass. Pure.

A finding says what was found; what is made of it (a warning, a second person's approval) is for others to decide.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import TypeAlias

from mutuals.domain import private_details, web_sites
from mutuals.domain.displayed_links import SHOWN
from mutuals.domain.language.flags import reference
from mutuals.domain.language.tokens import tokens
from mutuals.domain.model import CAME_TO_NOTHING, Action
from mutuals.domain.promotion import promotion_in
from mutuals.domain.reply_matching import same_words

SEVERAL = 2  # people who got the same words before: to the third it is a form letter
LONGEST_SHOWN = 40  # characters of what was found
MOST = 5  # findings that are shown and passed at once; the most serious come first
CODE = 3  # letters
A_DAY = timedelta(days=1)
_TOP = "com|net|org|io|co|app|dev|shop|store|info|biz|me|tv|ai|gg|eu|uk|de|fr|es|pt|br|it|nl|at|ch|us|ca|au|in|jp|mx|ar"
# X makes a link of a bare name, too; none of an e-mail address, nor of "end.The next".
_LINK = re.compile(
    rf"https?://\S+|(?<![\w@./-])www\.\S+|{SHOWN}"
    rf"|(?<![\w@./-])(?:[a-z0-9-]{{2,63}}\.){{1,4}}(?:{_TOP})(?![\w@-]|\.\w)"
)
_HANDLE = re.compile(r"(?<![\w@.])@(\w{1,64}(?:[.-]\w+)*)")


class LintRule(StrEnum):
    """What was found, the most serious first."""

    SECRET = "secret"  # noqa: S105 - a rule's name
    CARD = "card"
    CONTACT = "contact"  # a telephone number, an e-mail or postal address
    ORDER_NUMBER = "order_number"
    OTHER_BRAND = "other_brand"
    PROMOTION = "promotion"  # in an answer to a complaint
    SAME_TEXT = "same_text"  # as several people got today
    PUBLIC_TURNS = "public_turns"  # a third public turn with the same person
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a reply: `shown` is the piece of the text, masked where it is a secret; `count` of how many."""

    rule: LintRule
    shown: str = ""
    count: int = 0

    @property
    def code(self) -> str:
        """Three letters by which it is known again when the text comes back: the rule and the piece, not the count."""
        hashed = sha256(f"{self.rule}/{self.shown}".encode("utf-8", "surrogatepass")).hexdigest()
        return hashed[:CODE]


Findings: TypeAlias = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a reply is an answer to, as far as the rules ask."""

    to_complaint: bool = False
    turns: int = 0  # public answers to this person in the conversation so far
    turns_allowed: int = 2
    others: Mapping[str, str] = field(default_factory=dict)  # handles in small letters -> whose they are
    own_sites: frozenset[str] = frozenset()
    got_it: int = 0  # other people who got these words today
    case_number: str = ""  # that we gave the case ourselves: it says nothing about the person


def findings(text: str, around: Surroundings) -> Findings:
    """Everything worth a second look, the most serious first; at most one finding of each rule but for handles."""
    found = [
        *_one(LintRule.SECRET, map(_masked, private_details.secrets_in(text))),
        *_one(LintRule.CARD, map(_last_four, private_details.cards_in(text))),
        *_one(LintRule.CONTACT, _contacts(text, around.own_sites)),
        *_one(LintRule.ORDER_NUMBER, _order_numbers(text, around.case_number)),
        *(Finding(LintRule.OTHER_BRAND, handle) for handle in other_handles(text, around.others)),
    ]
    if around.to_complaint and (sold := promotion_in(text)):
        found.append(Finding(LintRule.PROMOTION, _cut(sold)))
    if around.got_it >= SEVERAL:
        found.append(Finding(LintRule.SAME_TEXT, count=around.got_it))
    if around.turns >= around.turns_allowed:
        found.append(Finding(LintRule.PUBLIC_TURNS, count=around.turns))
    links = links_in(text)
    abroad = [one for one in links if not is_own(one, around.own_sites)]
    found += _one(LintRule.LINK, abroad)
    return tuple(found[:MOST])


def links_in(text: str) -> list[str]:
    """The links in a text, as written."""
    return [one[0].rstrip(".,;:!?)\"'") for one in _LINK.finditer(text) if not one[0].startswith("[")]


def is_own(link: str, own_sites: Iterable[str]) -> bool:
    """Does this link lead to one of these sites?"""
    return web_sites.site_of(link) in set(own_sites)


def other_handles(text: str, others: Mapping[str, str]) -> list[str]:
    """The handles in a text that are somebody else's, as written."""
    return list(dict.fromkeys(one for one in handles_in(text) if one.lower() in others))


def handles_in(text: str) -> list[str]:
    """The handles in a text, as written, without @."""
    return [one[1] for one in _HANDLE.finditer(text)]


def got_it(acts: Sequence[Action], text: str, person_id: str, now: datetime) -> int:
    """How many other people were sent these very words within a day."""
    said = {
        act.person_id
        for act in acts
        if act.kind.writes and act.state not in CAME_TO_NOTHING
        if act.person_id != person_id and now - act.created_at <= A_DAY and same_words(act.text or "", text)
    }
    return len(said)


def passed(found: Findings, codes: Iterable[str]) -> bool:
    """Has somebody seen all of these findings already? `codes` are those of what they were shown."""
    return {one.code for one in found} <= set(codes)


def codes_of(found: Findings) -> str:
    """The findings' codes in one short word, for a button."""
    return "".join(one.code for one in found)


def codes_in(word: str) -> list[str]:
    """Take such a word apart; of one that is none, whatever it gives is no finding's."""
    return [word[at : at + CODE] for at in range(0, len(word), CODE)]


def text_code(text: str) -> str:
    """A code of the very words, to see whether they are still the same."""
    return sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:CODE]


def _one(rule: LintRule, pieces: Iterable[str]) -> list[Finding]:
    every = list(pieces)
    return [Finding(rule, _cut(every[0]), len(every))] if every else []


def _contacts(text: str, own_sites: frozenset[str]) -> list[str]:
    return [
        *private_details.mails_in(text, own_sites),
        *private_details.phones_in(text),
        *private_details.addresses_in(text),
    ]


def _order_numbers(text: str, ours: str) -> list[str]:
    bare = _LINK.sub(" ", text.replace(ours, " ") if ours else text)
    found = reference(bare, tokens(bare))
    return [bare[found.start :].split()[0].rstrip(".,;:!?")] if found else []


def _masked(secret: str) -> str:
    return f"{secret[:2]}…"


def _last_four(card: str) -> str:
    return f"…{''.join(one for one in card if one.isdigit())[-4:]}"


def _cut(piece: str) -> str:
    piece = " ".join(piece.split())
    return piece if len(piece) <= LONGEST_SHOWN else f"{piece[: LONGEST_SHOWN - 1]}…"
