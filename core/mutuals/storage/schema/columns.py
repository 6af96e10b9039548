"""Column types that make SQLite and PostgreSQL agree to the last bit."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Dialect, Text
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(at: datetime) -> int:
    """Microseconds since 1970 of an aware datetime, exact (floats would lose the last digit)."""
    return (at - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The aware UTC datetime of microseconds since 1970."""
    return _EPOCH + micros * _MICROSECOND


def storable(text: str) -> str:
    """The text with U+FFFD for what a database can't hold: NUL (PostgreSQL) and lone surrogates (both)."""
    if text.isascii() and "\x00" not in text:
        return text  # nearly always
    if "\x00" in text:
        text = text.replace("\x00", "�")
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def all_storable(texts: Iterable[str]) -> list[str]:
    """The same for many at once: nearly always one look at all of them is enough."""
    texts = list(texts)
    joined = "".join(texts)
    return texts if joined.isascii() and "\x00" not in joined else [storable(one) for one in texts]


class Moment(TypeDecorator[datetime]):
    """An aware datetime as whole microseconds UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else to_micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else from_micros(value)


class Words(TypeDecorator[str]):
    """Text of any origin; compared and ordered by code point on both databases."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        # Not through `dialect.type_descriptor`: that would make it a VARCHAR, and the migrations say TEXT.
        return Text(collation="C" if dialect.name == "postgresql" else None)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


class Doc(TypeDecorator[Any]):
    """A JSON value as ASCII text: any string survives, and both databases hold the same bytes. What a post tells beside
    its columns is written and read by `tuples`, faster, and as UTF-8.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)
