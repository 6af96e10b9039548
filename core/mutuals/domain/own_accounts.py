"""Which accounts may be the organisation's own: by a name that is the brand's with a word for support or a country, or by
an address in the profile that is on the brand's site. Pure.

It is a guess, and an impostor looks the same on purpose. So it decides one thing only: such an account is not suggested as
a fan before the team has said whether it is theirs. A guess that is wrong costs one question.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from mutuals.domain.account_words import COMPANY, FILLERS, NOT_THEM, PLACES, SUPPORT
from mutuals.domain.model import Account
from mutuals.domain.web_sites import site_of

SHORT_NAME = 2  # letters: with so few, letters that touch it say nothing ("eeus" may be any word)
LONGEST_CODE = 3  # letters of what stands for a country
LONGEST_NAME = 100  # characters that are looked at; X's display names have 50
NEAR = 2  # words: "Kettle Refund Support" is meant, "Help with my Kettle" is not
_PARTS = re.compile(r"[^\W\d_]+|\d+")
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NAME_ENDS = re.compile(r"\s[|•·–—:/-]+\s|[|•·(\[{,]")  # behind it stands a slogan, not the name


class Likeness(StrEnum):
    """By what an account looks like one of the organisation's own."""

    SUPPORT = "support"  # the brand's name with a word for support, or one that claims to be the brand
    PLACE = "place"  # the brand's name with a country, or the name that the brand has without its own
    SITE = "site"  # the address in the profile is on the brand's site


@dataclass(frozen=True, slots=True)
class _Core:
    """What is left of a brand's name without company forms, countries and words for support. `cut`: it had one of the
    last two, so that the bare name may be a sister's."""

    name: str
    cut: bool = False


def likenesses(account: Account, brand: Account) -> tuple[Likeness, ...]:
    """By what this account may belong to the brand's organisation, the plainest first; empty: by nothing."""
    if account.id == brand.id:
        return ()
    cores = _cores(brand)
    found = {one for one in (_by_handle(account.handle, cores), _by_name(account.name, cores)) if one}
    site = site_of(account.link)
    if site is not None and site == site_of(brand.link):
        found.add(Likeness.SITE)
    return tuple(one for one in Likeness if one in found)


@lru_cache(maxsize=64)  # each person who is looked up is held against the same few brands
def _cores(brand: Account) -> tuple[_Core, ...]:
    """The names that other accounts of the same organisation would begin with. The display name says where the words of a
    handle end: "kettleco" is Kettle Co."""
    found = {_squashed(_local(brand.handle)): False}
    for parts in (_parts(_local(brand.handle)), _parts(_NAME_ENDS.split(brand.name)[0])):
        bare, cut = _bare(parts)
        core = "".join(bare)
        if core and not core.isdigit():
            found[core] = found.get(core, False) or cut
    return tuple(_Core(name, cut) for name, cut in found.items() if len(name) >= SHORT_NAME)


def _bare(parts: Sequence[str]) -> tuple[list[str], bool]:
    """A name without what its organisation's accounts differ in; at least one word stays."""
    left, cut = list(parts), False
    while len(left) > 1 and left[0] in FILLERS | SUPPORT:
        cut = cut or left[0] in SUPPORT
        left = left[1:]
    while len(left) > 1 and left[-1] in COMPANY | FILLERS | SUPPORT | PLACES:
        cut = cut or (left[-1] in SUPPORT | PLACES and left[-1] not in COMPANY)
        left = left[:-1]
    return left, cut


def _by_handle(handle: str, cores: Sequence[_Core]) -> Likeness | None:
    whole = _squashed(_local(handle))
    cores = [core for core in cores if core.name in whole]
    if any(core.cut and whole == core.name for core in cores):
        return Likeness.PLACE
    parts = _parts(_local(handle)) if cores else []
    found = [one for core in cores if (one := _beside(parts, core.name) or _touching(whole, core.name))]
    return _plainest(found)


def _by_name(name: str, cores: Sequence[_Core]) -> Likeness | None:
    """By the display name: word for word only, since people write there what they like."""
    whole = _squashed(name)
    cores = [core for core in cores if core.name in whole]
    parts = [part for piece in _NAME_ENDS.split(name) for part in _parts(piece)] if cores else []
    return _plainest([one for core in cores if (one := _beside(parts, core.name))])


def _plainest(found: Sequence[Likeness]) -> Likeness | None:
    return next((one for one in Likeness if one in found), None)


def _beside(parts: Sequence[str], core: str) -> Likeness | None:
    """The brand's name as words of its own, beside a word for support, or with nothing but a country."""
    if NOT_THEM.intersection(parts):
        return None
    for before, after in _around(parts, core):
        if SUPPORT.intersection((*before[-NEAR:], *after[:NEAR])):
            return Likeness.SUPPORT
        left = [one for one in (*before, *after) if one not in FILLERS and not one.isdigit()]
        if left and "".join(left) in PLACES:
            return Likeness.PLACE
    return None


def _around(parts: Sequence[str], core: str) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The words before and behind, for each place where these words in a row are the name."""
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            if "".join(parts[start:end]) == core:
                yield parts[:start], parts[end:]


def _touching(whole: str, core: str) -> Likeness | None:
    """The brand's name written together with such words, and with nothing else."""
    found: set[Likeness] = set()
    start = whole.find(core)
    while start >= 0:
        before, after = whole[:start], whole[start + len(core) :]
        for left in _readings(before):
            for right in _readings(after):
                # A code before a name is nearly always something else: "gruber" is no Uber of Greece.
                words = [*(one for one in left if one not in PLACES or len(one) > LONGEST_CODE), *right]
                if SUPPORT.intersection(words) and (len(core) > SHORT_NAME or _long(words, SUPPORT)):
                    found.add(Likeness.SUPPORT)
                if len(PLACES.intersection(words)) == 1 and (len(core) > SHORT_NAME or _long(words, PLACES)):
                    found.add(Likeness.PLACE)
        start = whole.find(core, start + 1)
    return _plainest(tuple(found))


def _long(words: Sequence[str], kind: frozenset[str]) -> bool:
    return any(len(word) > SHORT_NAME + 1 for word in words if word in kind)


def _readings(text: str) -> list[list[str]]:
    """The ways to read letters as words of these kinds, at most one country among them; none where something is left."""
    known = SUPPORT | FILLERS | COMPANY | PLACES
    found: list[list[list[str]]] = [[[]], *([] for _ in text)]
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - _LONGEST), end):
            word = text[start:end]
            if word in known or word.isdigit():
                found[end] += [
                    [*words, word] for words in found[start]
                    if word not in PLACES or not PLACES.intersection(words)
                ]  # fmt: skip
        found[end] = found[end][:_READINGS]
    return found[-1]


_LONGEST = max(map(len, SUPPORT | FILLERS | COMPANY | PLACES))
_READINGS = 8  # of one text; two say the same nearly always


def _local(handle: str) -> str:
    """The part of a handle that its owner chose: networks of many servers put the server behind it, or write a host."""
    name = handle.partition("@")[0]
    labels = name.split(".")
    if len(labels) == 1:
        return name
    return "_".join(labels[:-1] if site_of(name) else labels[:-2] or labels[:1])


def _squashed(text: str) -> str:
    return "".join(_PARTS.findall(_plain(text)))


def _parts(text: str) -> list[str]:
    """Words in small letters: they end at signs, at digits, and where AcmeHelp begins a new one."""
    return [part for hump in _HUMPS.split(text[:LONGEST_NAME]) for part in _PARTS.findall(_plain(hump))]


def _plain(text: str) -> str:
    """Small letters without accents, in one form: fancy letters of display names count as what they look like."""
    letters = unicodedata.normalize("NFKD", text[:LONGEST_NAME]).casefold()
    return "".join(one for one in letters if not unicodedata.combining(one))
