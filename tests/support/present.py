"""For what may be missing by its type and must be there in a test."""

from typing import TypeVar

Value = TypeVar("Value")


def present(value: Value | None) -> Value:
    """The value itself; its absence fails the test here, instead of as a puzzle later."""
    assert value is not None, "this should be there"
    return value
