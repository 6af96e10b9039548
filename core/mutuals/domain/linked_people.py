"""One person with an account in each chat: which accounts are one person, and the codes by which that is proved. Pure.

The values are JSON, as they are kept. A person is known by the key (Actor.own_key) of the account that made the code.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

CODE_FOR = timedelta(minutes=10)
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is taken for another
CODE_LENGTH = 8  # of 32 letters: 40 bits, of which nobody tries more than TRIES in ten minutes
TRIES = 5  # wrong codes of one person, or codes made by one, in that time
LINKS = "links"  # where they are kept, for all brands and, to be read with it, for each
Doc: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ChatAccount:
    """Somebody's account in a chat."""

    key: str  # Actor.own_key
    name: str

    @property
    def chat(self) -> str:
        """The chat that it is of."""
        return self.key.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Links:
    """Which accounts are one person, by the account that the person is known by."""

    people: Mapping[str, tuple[ChatAccount, ...]]

    def person(self, key: str) -> str | None:
        """By which account the owner of this one is known; None for one that is not linked."""
        return next((one for one, of in self.people.items() if any(each.key == key for each in of)), None)

    def others(self, key: str) -> tuple[ChatAccount, ...]:
        """The other accounts of the same person."""
        of = self.people.get(self.person(key) or "", ())
        return tuple(one for one in of if one.key != key)

    def joined(self, first: ChatAccount, second: ChatAccount) -> "Links":
        """These two are one person. Raises ValueError where one of them has another account in the other's chat."""
        for one, other in ((first, second), (second, first)):
            if one.chat == other.chat or any(each.chat == other.chat for each in self.others(one.key)):
                raise ValueError(one.name)
        known = self.person(first.key) or self.person(second.key) or first.key
        kept = {key: of for key, of in self.people.items() if key not in (first.key, second.key)}
        mine = dict.fromkeys((*self.people.get(known, ()), first, second))
        return Links({**kept, known: tuple(mine)})

    def without(self, key: str) -> "Links":
        """This account's person has each account for itself again."""
        known = self.person(key)
        return Links({one: of for one, of in self.people.items() if one != known})


def links_of(doc: Doc | None) -> Links:
    """From JSON."""
    return Links({key: tuple(ChatAccount(*one) for one in of) for key, of in (doc or {}).items()})


def links_doc(links: Links) -> dict[str, Any]:
    """As JSON."""
    return {key: [[one.key, one.name] for one in of] for key, of in links.people.items()}


def hashed(code: str) -> str:
    """What is kept of a code, however it was typed."""
    plain = "".join(one for one in code.upper() if one.isalnum())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def recent(times: list[str], now: datetime) -> list[str]:
    """Those of these moments that count against somebody."""
    return [one for one in times if now - CODE_FOR < datetime.fromisoformat(one) <= now]


def live_codes(codes: Doc | None, now: datetime) -> dict[str, Any]:
    """The codes that still work: hash -> [key, name, until]."""
    return {
        one: made
        for one, made in (codes or {}).items()
        if now < datetime.fromisoformat(made[2]) <= now + CODE_FOR
    }
