"""Names of settings that nobody reads: refused in the file; in the environment refused when they resemble a setting."""

import os
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from mutuals.ports.settings import FILE_VARIABLE

PREFIX = "MUTUALS_"
ALIKE = (
    0.8  # of difflib's ratio, without the prefix: a letter or two of a short name, a word's end of a long one
)
NEAR = 0.6  # enough to be named as a guess
_STARTS_LIKE_OURS = 0.92  # of the whole name, prefix included: MUTUAL_SLACK_CHANNEL

# Kubernetes and Docker describe a service called "mutuals" (or "mutuals-web") to its neighbours by such variables.
_INJECTED = re.compile(
    r"MUTUALS_(SERVICE|PORT)(_.*)?"
    r"|MUTUALS_\w+_SERVICE_(HOST|PORT(_\w+)?)"
    r"|MUTUALS_\w+_PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?"
)
_LINK = re.compile(r"(tcp|udp|sctp)://")  # the value of MUTUALS_WEB_PORT, from such a description
_FOR_TESTS = ("MUTUALS_TEST_", "MUTUALS_REQUIRE_")
_FOR_BENCHMARKS = frozenset({"MUTUALS_DATA"})


@dataclass(slots=True)
class UnknownSettings:
    """What is wrong with the names that are set: `mistakes` must be mended, `notices` are told."""

    mistakes: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def in_file(file: str, values: Mapping[str, Any], known: Collection[str]) -> list[str]:
    """One sentence for each name at the file's top, or in its tables, that no part reads."""
    mistakes, seen = [], set[str]()
    for name, value in values.items():
        upper = name.upper()
        if upper in known and upper not in seen:
            mistakes += _swallowed(file, name, value, known)
        elif upper in known:
            mistakes.append(f"{file}: {upper} stands there twice, in small and capital letters. Keep one.")
        elif isinstance(value, dict):
            mistakes.append(_table(file, name, value, known))
        elif upper == FILE_VARIABLE:
            mistakes.append(f"{file}: {name} works only in the environment. Take it out of the file.")
        else:
            mistakes.append(f"{file}: there is no setting {name}.{guess(name, known)}")
        seen.add(upper)
    return mistakes


def in_environment(known: Collection[str], environment: Mapping[str, str] | None = None) -> UnknownSettings:
    """What is set in the environment under a name like ours, though no part reads it."""
    found = UnknownSettings()
    for name, value in (os.environ if environment is None else environment).items():
        plain = name.lstrip("\ufeff")
        upper = plain.upper()
        if plain != name and upper in known:
            found.mistakes.append(
                f"The file with {plain} begins with an invisible mark, so its first line is not read. "
                "Save it as UTF-8 without a byte order mark (BOM)."
            )
        elif upper in known or upper == FILE_VARIABLE or not _looks_like_ours(upper, known):
            continue
        elif not _is_others(upper, value):
            _sort(plain, known, found)
    return found


def _sort(name: str, known: Collection[str], found: UnknownSettings) -> None:
    nearest, likeness = _nearest(name, known)
    if likeness >= ALIKE:
        found.mistakes.append(f"There is no setting {name}.{guess(name, known)}")
    else:
        near = f" The nearest is {nearest}." if likeness >= NEAR else ""
        found.notices.append(f"There is no setting {name}, so it does nothing.{near}")


def guess(name: str, known: Collection[str]) -> str:
    """ " Did you mean ...?" with the nearest name, after a space; "" when none is near."""
    nearest, likeness = _nearest(name, known)
    return f" Did you mean {nearest}?" if likeness >= NEAR else ""


def _looks_like_ours(upper: str, known: Collection[str]) -> bool:
    if upper.startswith(PREFIX):
        return True
    return "MUTU" in upper and any(_ratio(upper, one) >= _STARTS_LIKE_OURS for one in known)


def _is_others(upper: str, value: str) -> bool:
    """Set by an orchestrator or for our own tests."""
    if _INJECTED.fullmatch(upper) or upper.startswith(_FOR_TESTS) or upper in _FOR_BENCHMARKS:
        return True
    return upper.endswith("_PORT") and _LINK.match(value) is not None


def _nearest(name: str, known: Iterable[str]) -> tuple[str, float]:
    """The known name most like this one, and how like it is (1.0: the same words)."""
    return max(((one, _likeness(name, one)) for one in known), key=lambda pair: pair[1], default=("", 0.0))


def _likeness(name: str, known: str) -> float:
    one, other = _bare(name), _bare(known)
    words, others = one.split("_"), other.split("_")
    ratio = _ratio(one, other) if name.upper().startswith(PREFIX) else _ratio(name.upper(), known)
    if sorted(words) == sorted(others):
        return 1.0
    shorter, longer = sorted((words, others), key=len)
    if len(shorter) > 1 and longer[: len(shorter)] == shorter:
        return max(ratio, ALIKE)  # a word too many or too few at the end
    return ratio


def _bare(name: str) -> str:
    return name.upper().replace("-", "_").removeprefix(PREFIX).strip("_")


def _ratio(one: str, other: str) -> float:
    """difflib's likeness; what can't reach our lowest line is not worth its time."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR else 0.0


def _table(file: str, name: str, value: Mapping[str, Any], known: Collection[str]) -> str:
    """A [table], as other programs have them: here every name stands for itself."""
    inside = [f"{PREFIX}{name}_{key}".upper().removeprefix(f"{PREFIX}{PREFIX}") for key in value]
    meant = [_meant(key, one, known) for key, one in zip(value, inside, strict=True)]
    flat = f" Write instead: {', '.join(dict.fromkeys(meant))}." if meant else ""
    return f"{file}: there are no tables like [{name}] in it; every setting has its whole name.{flat}"


def _meant(key: str, joined: str, known: Collection[str]) -> str:
    """The flat name for a key in a table."""
    if (alone := key.upper()) in known:
        return alone
    candidates = [(joined, *_nearest(joined, known)), (alone, *_nearest(alone, known))]
    _, nearest, likeness = max(candidates, key=lambda one: one[2])
    return nearest if likeness >= NEAR else joined


def _swallowed(file: str, name: str, value: Any, known: Collection[str]) -> list[str]:
    """Settings that came to stand inside a setting that is a table itself, because they follow its head."""
    inside = [key for key in value if key.upper() in known] if isinstance(value, dict) else []
    return [
        f"{file}: {key} stands inside the table [{name}]. Move it up, before the first line in square brackets."
        for key in inside
    ]
