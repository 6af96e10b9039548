"""How many characters the sandbox's X counts in a text, and where it sees links. Pure.

Written from X's published rules (docs.x.com, "Counting characters"; twitter-text 3.1.0, configuration v3)
without a look at the product's own count in `mutuals_x`, so that a mistake there is seen here: a reader from left
to right instead of patterns, and emoji as the package `emoji` cuts a text. Not checked here: the longest link (4,096).
"""

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

import emoji

LIMIT = 280
LINK_WEIGHT, EMOJI_WEIGHT, LIGHT, HEAVY = 23, 2, 1, 2
LIGHT_RANGES = (range(4352), range(8192, 8206), range(8208, 8224), range(8242, 8248))
LONGEST_TCO = 40  # letters and digits behind t.co/
LONGEST_LABEL = 63  # of one part of a name

ALNUM = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
INVALID = frozenset("\ufffe\ufeff\uffff")
DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u061c\u200e\u200f\u2066\u2067\u2068\u2069")
SPACES = frozenset("\t\n\v\f\r \x85\xa0\u1680\u180e\u2028\u2029\u202f\u205f\u3000") | set(
    map(chr, range(0x2000, 0x200B))
)
PUNCTUATION = frozenset("!'#%&()*+,\\-./:;<=>?@[]^_{|}~$")
NO_LINK_AFTER = ALNUM | INVALID | set("@\uff20$#\uff03")
NO_BARE_LINK_AFTER = frozenset("-_./")
NO_ENDING_BEFORE = ALNUM | set("@+-")
PATH_MARKS, PATH_END_MARKS = frozenset("!*';:=+,.$/%#[]-–_~@|&"), frozenset("+-=_#/")
QUERY_MARKS, QUERY_END_MARKS = frozenset("!?*'@();:&=+$/%#[]-_.,~|"), frozenset("-_&=#/")
LATIN_RANGES = (
    ("\xc0", "\xd6"),
    ("\xd8", "\xf6"),
    ("\xf8", "\xff"),
    ("\u0100", "\u024f"),
    ("\u0300", "\u036f"),
    ("\u1e00", "\u1eff"),
)
LATIN_EXTRA = frozenset("\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b\u02bb")


def weighted_length(text: str) -> int:
    """The characters of a text as X counts them against `LIMIT`: a link is 23, whatever its length."""
    text = unicodedata.normalize("NFC", text)
    total, at = 0, 0
    for start, end in links(text):
        total += _without_links(text[at:start]) + LINK_WEIGHT
        at = end
    return total + _without_links(text[at:])


def _without_links(text: str) -> int:
    """An emoji of several code points weighs two; one code point weighs what its range says."""
    total, at = 0, 0
    for found in emoji.emoji_list(text):
        start, end = found["match_start"], found["match_end"]
        if end - start > 1:
            total += sum(map(_weight, text[at:start])) + EMOJI_WEIGHT
            at = end
    return total + sum(map(_weight, text[at:]))


def _weight(letter: str) -> int:
    return LIGHT if any(ord(letter) in light for light in LIGHT_RANGES) else HEAVY


def links(text: str) -> Iterator[tuple[int, int]]:
    """Where each link begins and ends, in order."""
    at = 0
    while at < len(text):
        starts = [at + 1] if text[at] not in NO_LINK_AFTER else []
        starts += [0] if at == 0 else []
        read = next((link for start in starts if (link := _read_link(text, start)) is not None), None)
        if read is None:
            at += 1
            continue
        spans, at = read
        yield from spans


def _read_link(text: str, start: int) -> tuple[list[tuple[int, int]], int] | None:
    """What counts of the link that begins here, and where to read on; None where no link begins."""
    name = start
    for protocol in ("https://", "http://"):
        if text[start : start + len(protocol)].lower() == protocol:
            name = start + len(protocol)
    name_end = _name_end(text, name)
    if name_end is None:
        return None
    path = _while(text, name_end + 1, str.isdecimal) if text[name_end : name_end + 1] == ":" else name_end
    path = path if path > name_end + 1 else name_end
    query = _path_end(text, path)
    end = _query_end(text, query)
    if not _fits_dns(text[name:name_end]):
        return [], end
    if name == start:
        if start and text[start - 1] in NO_BARE_LINK_AFTER:
            return [], end
        spans = _latin_names(text, name, name_end)
        if spans and query > path:  # what follows the name belongs to its last part
            spans[-1] = (spans[-1][0], end)
        return spans, end
    if text[name:path].lower() == "t.co" and query > path:
        return _tco(text, start, path, end)
    return [(start, end)], end


def _tco(text: str, start: int, path: int, end: int) -> tuple[list[tuple[int, int]], int]:
    """A link of t.co ends with its letters and digits, or with a query right behind them."""
    slug = _while(text, path + 1, ALNUM.__contains__)
    if slug == path + 1:
        return [(start, end)], end
    return ([(start, _query_end(text, slug))] if slug - path - 1 <= LONGEST_TCO else []), end


def _name_end(text: str, start: int) -> int | None:
    """Where the host's name that begins here ends: with the last ending that the registry knows."""
    spans = _labels(text, start, _while(text, start, lambda one: _in_name(one) or one in "-_."))
    best = None
    for before, (first, last) in enumerate(spans):
        if before and (size := _ending(text, first, last)) and "_" not in text[slice(*spans[before - 1])]:
            best = first + size
        label = text[first:last]
        if not label or not _in_name(label[0]) or not _in_name(label[-1]):
            break
    return best


def _fits_dns(name: str) -> bool:
    """Each part of a name must fit in DNS, with other letters than ASCII as punycode (twitter-text, idna.js)."""
    parts = name.split(".")
    written = (one if one.isascii() else f"xn--{one.encode('punycode').decode()}" for one in parts)
    return all(len(part) <= LONGEST_LABEL for part in written)


def _labels(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a name between its dots."""
    spans = []
    for label in text[start:end].split("."):
        spans.append((start, start + len(label)))
        start += len(label) + 1
    return spans


def _ending(text: str, start: int, end: int) -> int:
    """How long the registered ending at the beginning of this part is; 0 without one."""
    label = text[start:end].lower()
    for size in range(min(len(label), _longest()), 0, -1):
        if label[:size] in _registry() and text[start + size : start + size + 1] not in NO_ENDING_BEFORE:
            return size
    if label.startswith("xn--"):
        end = _while(text, start, lambda one: one == "-" or one in ALNUM)
        return end - start if end > start + len("xn--") else 0
    return 0


def _latin_names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The names in Latin letters within a name; without a protocol only they are links."""
    text = text[:end]
    found: list[tuple[int, int]] = []
    begin, at = None, start
    best = None  # where the name that began ends so far
    for first, last in _labels(text, start, end):
        if begin is not None and (size := _ending(text, first, last)):
            best = first + size
        whole = first
        while whole < last and _latin(text[whole]):
            whole += 1
        if whole < last or first == last:  # a letter that is not Latin: the name before it is over
            if begin is not None and best is not None:
                found.append((begin, best))
            at, begin, best = last, None, None
            while at > first and _latin(text[at - 1]):
                at -= 1
            begin = at if at < last else None
        elif begin is None:
            begin = first
    if begin is not None and best is not None:
        found.append((begin, best))
    return found


def _path_end(text: str, start: int) -> int:
    """The end of a path: the last sign that may end one, or a pair of brackets with something in it."""
    if text[start : start + 1] != "/":
        return start
    at = end = start + 1
    while at < len(text):
        if _in_path(text[at]):
            at += 1
            end = at if text[at - 1] in PATH_END_MARKS or _letter(text[at - 1]) else end
        elif closed := _closed(text, at):
            at = end = closed
        else:
            break
    return end


def _closed(text: str, start: int) -> int:
    """Behind the bracket that closes the one here, with at most one pair inside; 0 if there is none."""
    if text[start] != "(":
        return 0
    at = _while(text, start + 1, _in_path)
    if text[at : at + 1] == "(":
        inner = _while(text, at + 1, _in_path)
        if inner == at + 1 or text[inner : inner + 1] != ")":
            return 0
        at = _while(text, inner + 1, _in_path)
    return at + 1 if at > start + 1 and text[at : at + 1] == ")" else 0


def _query_end(text: str, start: int) -> int:
    if text[start : start + 1] != "?":
        return start
    end = _while(text, start + 1, lambda one: one in ALNUM or one in QUERY_MARKS)
    while end > start + 1 and text[end - 1] not in ALNUM and text[end - 1] not in QUERY_END_MARKS:
        end -= 1
    return end if end > start + 1 else start


def _while(text: str, at: int, fits: Callable[[str], bool]) -> int:
    while at < len(text) and fits(text[at]):
        at += 1
    return at


def _in_name(letter: str) -> bool:
    return not (letter in PUNCTUATION or letter in SPACES or letter in INVALID or letter in DIRECTION)


def _letter(letter: str) -> bool:
    """A letter or digit that a path may hold: Latin or Cyrillic."""
    return (_latin(letter) and letter != "-") or "\u0400" <= letter <= "\u04ff"


def _in_path(letter: str) -> bool:
    return letter in PATH_MARKS or _letter(letter)


def _latin(letter: str) -> bool:
    if letter in ALNUM or letter == "-" or letter in LATIN_EXTRA:
        return True
    return any(first <= letter <= last for first, last in LATIN_RANGES)


@cache
def _registry() -> frozenset[str]:
    """Every ending of a name that X takes for a link, in small letters."""
    lines = files("mutuals_sandbox.x").joinpath("endings.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word.lower() for line in lines if not line.startswith("#") for word in line.split())


@cache
def _longest() -> int:
    return max(map(len, _registry()))
