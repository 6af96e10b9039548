"""A small language for the shapes of Block Kit: each check adds "[ERROR] ..." lines with a JSON pointer."""

from collections.abc import Callable, Mapping
from typing import Any

Problems = list[str]
Check = Callable[[Any, str, Problems], None]

MAX_ID = 255  # action_id and block_id


def complain(problems: Problems, what: str, pointer: str) -> None:
    """Add one line in Slack's wording."""
    problems.append(f"[ERROR] {what} [json-pointer:{pointer}]")


def string(limit: int, least: int = 1) -> Check:
    """A string of `least` to `limit` characters."""

    def check(value: Any, pointer: str, problems: Problems) -> None:
        if not isinstance(value, str):
            complain(problems, "must be a string", pointer)
        elif len(value) < least:
            complain(problems, f"must be more than {least - 1} characters", pointer)
        elif len(value) > limit:
            complain(problems, f"must be less than {limit + 1} characters", pointer)

    return check


def boolean(value: Any, pointer: str, problems: Problems) -> None:
    """True or false, and nothing that looks like it."""
    if not isinstance(value, bool):
        complain(problems, "must be a boolean", pointer)


def number(value: Any, pointer: str, problems: Problems) -> None:
    """A whole number, not a boolean."""
    if isinstance(value, bool) or not isinstance(value, int):
        complain(problems, "must be an integer", pointer)


def anything(_value: Any, _pointer: str, _problems: Problems) -> None:
    """A value that is not looked into."""


def one_of(*allowed: str) -> Check:
    """One of a few words."""

    def check(value: Any, pointer: str, problems: Problems) -> None:
        if value not in allowed:
            complain(problems, f"must be a valid enum value ({', '.join(allowed)})", pointer)

    return check


def items(each: Check, most: int, least: int = 1) -> Check:
    """A list of `least` to `most` things."""

    def check(value: Any, pointer: str, problems: Problems) -> None:
        if not isinstance(value, list):
            complain(problems, "must be an array", pointer)
            return
        if len(value) > most:
            complain(problems, f"no more than {most} items allowed", pointer)
        if len(value) < least:
            complain(problems, f"must have at least {least} items", pointer)
        for index, item in enumerate(value):
            each(item, f"{pointer}/{index}", problems)

    return check


def thing(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """An object with these keys and no others (`type` is always welcome)."""
    known = {**required, **(optional or {})}

    def check(value: Any, pointer: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            complain(problems, "must be an object", pointer)
            return
        for key in required:
            if value.get(key) is None:
                complain(problems, f"missing required field: {key}", pointer)
        for key, part in value.items():
            if key in known and part is not None:
                known[key](part, f"{pointer}/{key}", problems)
            elif key not in known and key != "type":
                complain(problems, f"invalid additional property: {key}", pointer)

    return check


def text(limit: int, *kinds: str) -> Check:
    """A text object of one of the kinds (both when none is named)."""
    allowed = kinds or ("plain_text", "mrkdwn")
    plain = thing({"text": string(limit)}, {"emoji": boolean})
    mrkdwn = thing({"text": string(limit)}, {"verbatim": boolean})

    def check(value: Any, pointer: str, problems: Problems) -> None:
        kind = value.get("type") if isinstance(value, dict) else None
        if kind not in allowed:
            complain(problems, f"must be a text object of type {' or '.join(allowed)}", pointer)
            return
        (plain if kind == "plain_text" else mrkdwn)(value, pointer, problems)

    return check


def plain(limit: int) -> Check:
    """A plain_text object."""
    return text(limit, "plain_text")


def typed(specs: Mapping[str, Check], allowed: frozenset[str] | None = None) -> Check:
    """An object whose `type` says what it must look like."""

    def check(value: Any, pointer: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            complain(problems, "must be an object", pointer)
            return
        kind = value.get("type")
        if kind is None:
            complain(problems, "missing required field: type", pointer)
        elif not isinstance(kind, str) or kind not in specs or (allowed is not None and kind not in allowed):
            complain(problems, f"unsupported type: {kind}", f"{pointer}/type")
        else:
            specs[kind](value, pointer, problems)

    return check


def both(*checks: Check) -> Check:
    """Several checks of one value; the later ones may rely on the earlier ones being content."""

    def check(value: Any, pointer: str, problems: Problems) -> None:
        before = len(problems)
        for each in checks:
            if len(problems) == before:
                each(value, pointer, problems)

    return check
