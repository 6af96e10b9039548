"""Inputs for the fuzz: valid objects with something wrong in them, and noise. Everything shrinks well."""

import copy
import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from hypothesis import strategies as st

Strategy: TypeAlias = st.SearchStrategy[Any]
Where: TypeAlias = tuple[Any, Any]  # a container, and a key or an index in it


def nested(depth: int) -> Any:
    """Lists in lists, deeper than anybody means it."""
    made: Any = []
    for _ in range(depth):
        made = [made]
    return made


# What has broken parsers before: no type, the wrong type, edges of numbers, half characters, dates beyond the calendar.
ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2**31, 2**53, 2**63, 2**64, -(2**63), 10**30, 10**4000, 0.5, -0.0, 1e308,
    math.nan, math.inf, -math.inf, "", " ", "\n", "0", "-1", "1e999", "null", "true", "\x00", "a\x00b",
    "\ud800", "\udfff tail", "\u202e\u202dgnirts", "مرحبا", "注文", "😀", "👩‍👩‍👧", "e\u0301" * 40, "\ufeff", "\u2028",
    "²", "١٢٣", "٣:٠٠", "１２３", "A" * 300, "😀" * 5000, "1" * 25, "9" * 5000, "x" * 100_000,
    "2026-02-30T00:00:00Z", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "2026-01-31T09:30:00Z",
    "1969-12-31T23:59:59Z", "2026-W01-1", "T", "-", ":", "::", "a:b:c:d", "%", "%ff%00", "/", "../../etc/passwd",
    "=1+1", "@here", "<!channel>", "http://127.0.0.1:1/", "javascript:alert(1)", "{", "[]", "{}", '["a"]', "[[[[",
    [], {}, [[]], [None], [{}], {"": None}, {"a": {"b": {}}}, [0], ["x"], [[["x"]]], {"id": {}}, nested(400),
)  # fmt: skip


def paths(value: Any) -> list[Where]:
    """Every place in an object or list, at any depth."""
    found: list[Where] = []
    todo = [value]
    while todo:
        one = todo.pop()
        keys: Sequence[Any] = list(one) if isinstance(one, dict) else []
        keys = range(len(one)) if isinstance(one, list) else keys
        found += [(one, key) for key in keys]
        todo += [one[key] for key in keys]
    return found


def _drop(at: Where, _new: Any) -> None:
    del at[0][at[1]]


def _replace(at: Where, new: Any) -> None:
    at[0][at[1]] = copy.deepcopy(new)


def _wrap(at: Where, _new: Any) -> None:
    at[0][at[1]] = [at[0][at[1]]]


def _as_text(at: Where, _new: Any) -> None:
    at[0][at[1]] = str(at[0][at[1]])[:1000] if not isinstance(at[0][at[1]], int) else hex(at[0][at[1]])


def _deeper(at: Where, new: Any) -> None:
    at[0][at[1]] = {"type": copy.deepcopy(new), "value": at[0][at[1]]}


def _stretch(at: Where, _new: Any) -> None:
    one = at[0][at[1]]
    if isinstance(one, str | list):
        at[0][at[1]] = one * 40 if len(one) < 1000 else one
    elif not isinstance(one, dict):
        at[0][at[1]] = [one] * 40


def _join(at: Where, new: Any) -> None:
    at[0][at[1]] = f"{str(at[0][at[1]])[:100]}{new}" if isinstance(new, str) else copy.deepcopy(new)


WAYS: tuple[Callable[[Where, Any], None], ...] = (
    _replace, _drop, _wrap, _as_text, _deeper, _stretch, _join,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One thing done to a valid object: where (counted through it), in which way, and with what."""

    place: int
    way: int
    new: Any


def changed(value: Any, changes: Sequence[Change]) -> Any:
    """A copy of the object with the changes made one after the other."""
    root = {"root": copy.deepcopy(value)}
    for one in changes:
        places = paths(root)[1:]
        if places:
            WAYS[one.way](places[one.place % len(places)], one.new)
    return root["root"]


odd = st.one_of(st.sampled_from(ODD), st.text(max_size=30), st.integers())
change = st.builds(Change, st.integers(0, 200), st.integers(0, len(WAYS) - 1), odd)


def wrong(*valid: Any) -> Strategy:
    """One of these objects, with up to four things wrong; now and then an odd value in its place."""
    some = st.builds(changed, st.sampled_from(valid), st.lists(change, max_size=4))
    return st.one_of(some, some, some, some, odd)


def texts(*valid: str) -> Strategy:
    """Texts made of pieces of the valid ones and of odd ones, and noise."""
    words = [piece for text in valid for piece in (text, *text.split(), *text.partition(":"))]
    pieces = [*words, *(one for one in ODD if isinstance(one, str)), " ", ",", "-", ":", "."]
    joined = st.lists(st.sampled_from(pieces), max_size=5).map("".join)
    return st.one_of(
        joined, st.sampled_from(valid), st.text(max_size=60), st.text(st.characters(), max_size=20)
    )


def as_json(value: Any) -> bytes:
    """What a careless sender would put on the wire: lone surrogates and NaN included."""
    try:
        return json.dumps(value).encode()
    except (ValueError, RecursionError):  # more digits than Python writes
        return b'{"id": 1' + b"0" * 5000 + b"}"


def bodies(*valid: Any) -> Strategy:
    """Bytes: changed objects as JSON, cut or flipped JSON, and noise."""
    whole = wrong(*valid).map(as_json)
    cut = st.builds(lambda raw, at: raw[: at % (len(raw) + 1)], whole, st.integers(0, 5000))
    edges = st.sampled_from([b"[" * 100_000, b'{"a":' * 50_000, b"\xff\xfe{", b"null", b"1" * 6000, b""])
    return st.one_of(whole, whole, whole, cut, st.binary(max_size=60), edges)
