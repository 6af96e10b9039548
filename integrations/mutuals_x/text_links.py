"""Where X sees a link in a text, by the rules that X published (twitter-text 3.1.0, Apache-2.0). Pure.

A link needs a name whose ending stands in the registry (`endings.txt`); without https:// in front only the
part in Latin letters counts, and none that follows `-`, `_`, `.`, `/`, `@`, `$` or `#`, so that an e-mail
address is no link. What Chinese, Japanese and Korean put right before or behind a link does not belong to it.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

LONGEST = 4096  # characters of a link with its protocol; a longer one is plain text
LONGEST_SHORT = 40  # letters and digits behind t.co/
MOST_PARTS = 12  # of one name, and
MOST_LETTERS = 150  # of one part: beyond them no text of 280 is meant, and looking would take too long
LONGEST_LABEL = 63  # bytes of one part of a name, as DNS has it

_ODD = "\ufffe\ufeff\uffff"  # X refuses a text with these
_TURNS = "\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069"  # marks of direction
_SPACES = "\t-\r \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_PUNCTUATION = r"!'#%&()*+,\\\-./:;<=>?@\[\]^_{|}~$"
_LATIN = (
    "\xc0-\xd6\xd8-\xf6\xf8-\xff\u0100-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268"
    "\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
_CYRILLIC = "\u0400-\u04ff"

_BEFORE = rf"(?:[^A-Za-z0-9@\uff20$#\uff03{_ODD}]|[{_TURNS}]|^)"
_NAMED = f"[^{_PUNCTUATION}{_SPACES}{_ODD}{_TURNS}]"  # what a name may hold
_SUBDOMAIN = rf"(?:(?:{_NAMED}(?:[_-]|{_NAMED}){{0,{MOST_LETTERS}}})?{_NAMED}\.)"
_DOMAIN = rf"(?:(?:{_NAMED}(?:-|{_NAMED}){{0,{MOST_LETTERS}}})?{_NAMED}\.)"
_IN_PATH = rf"[a-z{_CYRILLIC}0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{_LATIN}]"
_BRACKETS = (
    rf"\((?:{_IN_PATH}+|(?:{_IN_PATH}*\({_IN_PATH}+\){_IN_PATH}*))\)"  # one pair inside another at most
)
_PATH_END = rf"(?:[+\-a-z{_CYRILLIC}0-9=_#/{_LATIN}]|(?:{_BRACKETS}))"
_PATH = rf"(?:(?:{_IN_PATH}*(?:{_BRACKETS}{_IN_PATH}*)*{_PATH_END})|(?:@{_IN_PATH}+/))"
_QUERY = r"\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/]"

_NOT_BARE_AFTER = frozenset("-_./")
_SHORT = re.compile(rf"https?://t\.co/([a-z0-9]+)(?:{_QUERY})?", re.IGNORECASE)


def link_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each link begins and ends, in order."""
    if "." not in text:
        return
    whole, bare = _patterns()
    for found in whole.finditer(text):
        start, end = found.span("link")
        if not _fits(found["domain"], end - start, found["protocol"] or "https://"):
            continue
        if found["protocol"]:
            yield from _written_out(text, start, end)
        elif found["before"] not in _NOT_BARE_AFTER:
            yield from _bare(bare, found, start, end)


def _written_out(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A link with its protocol; one of t.co ends with its letters and digits."""
    short = _SHORT.match(text, start, end)
    if short is None:
        yield start, end
    elif len(short[1]) <= LONGEST_SHORT:
        yield start, short.end()


def _bare(bare: re.Pattern[str], found: re.Match[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in Latin letters within a name; what follows the name belongs to the last of them."""
    spans = [(start + one.start(), start + one.end()) for one in bare.finditer(found["domain"])]
    if spans and found["path"]:
        spans[-1] = (spans[-1][0], end)
    yield from spans


def _fits(domain: str, length: int, protocol: str) -> bool:
    """Is the name one that DNS can hold, and the link short enough?"""
    try:
        encoded = ".".join(_encoded(one) for one in domain.split("."))
    except UnicodeError:
        return False
    return len(protocol) + length + len(encoded) - len(domain) <= LONGEST


def _encoded(label: str) -> str:
    encoded = label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
    if len(encoded) > LONGEST_LABEL:
        raise UnicodeError("the label is too long")
    return encoded


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A whole link, and a name in Latin letters; made when first needed."""
    endings = rf"(?:(?:{_by_first_letter()})(?=[^0-9a-zA-Z@+-]|$)|xn--[\-0-9a-z]+)"
    whole = (
        rf"(?P<before>{_BEFORE})(?P<link>(?P<protocol>https?://)?(?P<domain>{_SUBDOMAIN}{{0,{MOST_PARTS}}}{_DOMAIN}{endings})"
        rf"(?::[0-9]+)?(?P<path>/{_PATH}*)?(?:{_QUERY})?)"
    )
    bare = rf"(?:[\-a-z0-9{_LATIN}]+\.)+{endings}"
    return re.compile(whole, re.IGNORECASE), re.compile(bare, re.IGNORECASE)


def _by_first_letter() -> str:
    """The endings as a pattern that looks only at those that begin alike."""
    found: dict[str, list[str]] = {}
    for one in endings_of_names():
        found.setdefault(one[0], []).append(one[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in found.items())


def endings_of_names() -> list[str]:
    """Every ending that makes a name a link, the longest first."""
    lines = files("mutuals_x").joinpath("endings.txt").read_text(encoding="utf-8").splitlines()
    words = {word for line in lines if not line.startswith("#") for word in line.split()}
    return sorted(words, key=lambda one: (-len(one), one))
