"""Routing: to which channel an alert goes, by rules of which the first one that fits wins. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mutuals.domain.model import AlertKind, Category

LIKE = "complaint urgent -> slack:#urgent discord:#urgent; lang:de -> slack:#care-de"
MOST = 50  # rules
OFF = "off"  # as a channel: not told in this chat
KINDS = {"case": AlertKind.CARE, "fan": AlertKind.FAN}
CLASSES = {
    one.value: one for one in (Category.COMPLAINT, Category.QUESTION, Category.CONCERN, Category.WANTS_FOLLOW)
}
_NAMED = re.compile(r"(lang|network|brand):@?([^\s:]+)")
_TARGET = re.compile(r"([a-z][a-z0-9_]*):(\S+)")


@dataclass(frozen=True, slots=True)
class RoutedAlert:
    """What a rule looks at. `language` is two letters, "" where it is not known; `brand` is its handle or its id."""

    kind: AlertKind
    category: Category | None = None
    urgent: bool = False
    language: str = ""
    network: str = ""
    brand: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RoutingRule:
    """Fits what meets all that it names; of one sort any one is enough, and what it does not name may be anything."""

    channels: Mapping[str, str]  # chat -> channel, OFF for none
    kinds: frozenset[AlertKind] = frozenset()
    categories: frozenset[Category] = frozenset()
    urgent: bool = False
    languages: frozenset[str] = frozenset()
    networks: frozenset[str] = frozenset()
    brands: frozenset[str] = field(default_factory=frozenset)

    def fits(self, alert: RoutedAlert) -> bool:
        """Does this rule decide about it?"""
        return (
            (not self.kinds or alert.kind in self.kinds)
            and (not self.categories or alert.category in self.categories)
            and (alert.urgent or not self.urgent)
            and (not self.languages or alert.language in self.languages)
            and (not self.networks or alert.network in self.networks)
            and (not self.brands or bool(alert.brand & self.brands))
        )


def channels(rules: Sequence[RoutingRule], alert: RoutedAlert, usual: Mapping[str, str]) -> dict[str, str]:
    """The channel of each chat: that of the first rule that fits, and where it names none for a chat, the usual one."""
    found = next((rule for rule in rules if rule.fits(alert)), None)
    wanted = {
        **usual,
        **{chat: one for chat, one in (found.channels if found else {}).items() if chat in usual},
    }
    return {chat: channel for chat, channel in wanted.items() if channel != OFF}


def parse(text: str) -> tuple[RoutingRule, ...]:
    """The rules of a setting, one a line or separated by semicolons. Raises ValueError in words that quote the rule."""
    lines = [part.strip() for line in text.splitlines() for part in line.split(";") if part.strip()]
    if len(lines) > MOST:
        raise ValueError(f"it has {len(lines)} rules, and {MOST} are the most")
    return tuple(map(_rule, lines))


def _rule(line: str) -> RoutingRule:
    what, arrow, where = line.replace("→", "->").partition("->")
    targets = {
        found[1]: _channel(found[2])
        for word in where.replace(",", " ").split()
        if (found := _target(word, line))
    }
    if not arrow or not targets:
        raise ValueError(f'"{line[:60]}" names no channel; write it like: {LIKE}')
    words = [word for word in what.lower().replace(",", " ").split() if word not in ("any", "all", "*")]
    named = [found for word in words if (found := _NAMED.fullmatch(word))]
    plain = [word for word in words if not _NAMED.fullmatch(word)]
    if odd := next((word for word in plain if word not in {*KINDS, *CLASSES, "urgent"}), None):
        known = ", ".join((*KINDS, *CLASSES, "urgent", "lang:de", "network:x", "brand:@acme"))
        raise ValueError(f'"{odd[:40]}" is nothing that a rule can look at; there are {known}')
    return RoutingRule(
        targets,
        frozenset(KINDS[word] for word in plain if word in KINDS),
        frozenset(CLASSES[word] for word in plain if word in CLASSES),
        "urgent" in plain,
        *(frozenset(one[2] for one in named if one[1] == sort) for sort in ("lang", "network", "brand")),
    )


def _target(word: str, line: str) -> re.Match[str] | None:
    found = _TARGET.fullmatch(word)
    if found is None:
        raise ValueError(f'"{word[:40]}" in "{line[:60]}" names no chat; write slack:#care or discord:#care')
    return found


def _channel(name: str) -> str:
    return name.lower() if name.startswith("#") or name.lower() == OFF else name
