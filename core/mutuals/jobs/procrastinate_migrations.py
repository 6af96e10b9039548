"""Which of Procrastinate's migrations may be applied now. Pure.

A migration's file is called `xx.yy.zz_nn_pre_words.sql` or `..._post_words.sql` after the version it can be applied
to. A `pre` one goes before the new code and leaves the old code working; a `post` one goes when no old code runs any
more; one without either word counts as `post`
(https://procrastinate.readthedocs.io/en/stable/howto/production/migrations.html).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from mutuals.domain.errors import MutualsError

Version = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Names of migrations: those to apply now, in order, and those that wait until older nodes are gone."""

    now: tuple[str, ...]
    later: tuple[str, ...] = ()


def version_of(text: str) -> Version:
    """ "03.04.00_01_pre_x.sql" and "3.4.0" are both (3, 4, 0); what is no number counts as 0."""
    numbers = text.partition("_")[0].split(".")[:3]
    return tuple(int(one) if one.isdigit() else 0 for one in numbers)


def is_pre(name: str) -> bool:
    """May it be applied while older code runs?"""
    return name.split("_")[2:3] == ["pre"]


def plan(applied: Collection[str], known: Sequence[str], others: Collection[str]) -> Plan:
    """What to apply, given what was applied, what our version brings, and the other versions that run now.

    Raises MutualsError when a newer version has left ours behind, or older nodes are too old to stay.
    """
    if any(not is_pre(name) for name in set(applied) - set(known)):
        raise MutualsError(
            "A newer version of Mutuals has changed the engine's tables. Start that version on this node, too."
        )
    missing = [name for name in sorted(known) if name not in applied]
    now: list[str] = []
    later: list[str] = []
    for name in missing:
        safe = is_pre(name) or all(version_of(one) > version_of(name) for one in others)
        if safe and later:
            raise MutualsError(
                "This version of Mutuals changes the engine's tables too much for nodes that still run version "
                f"{min(others, key=version_of)} of Procrastinate. Stop those nodes, then start this one."
            )
        (now if safe else later).append(name)
    return Plan(tuple(now), tuple(later))
