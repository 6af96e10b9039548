"""The customers of the fleet's environment, who write all the time, and what the team is offered because of them."""

import asyncio
import itertools
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fault_environment import COMPLAINTS
from fleet_environment import FleetEnvironment, Watched

from mutuals.domain.model import AlertKind
from mutuals_sandbox.chat_observer import elements

QUESTIONS = (
    "how do I descale this kettle?",
    "do you ship to Norway?",
    "which size is right for two people?",
    "is the blue one coming back?",
)
NOISE = (
    "reading about {brand} in the train",
    "saw {brand} on the shelf again",
    "{brand} and a rainy window",
    "passing by {brand} on the way home",
)
MIX = (("noise", 55), ("praise", 28), ("complaint", 9), ("question", 5), ("fan", 1), ("phone", 2))


def mark(number: int) -> str:
    """A number that means nothing to whoever reads it: 503 and 911 would say that something is wrong."""
    return "x" + "".join("bcdfghjklm"[int(digit)] for digit in str(number))


class Customers:
    """Writes posts at random, at so many a second over all brands; some brands get far more than others."""

    def __init__(
        self, environment: FleetEnvironment, per_second: float, mix: tuple[tuple[str, int], ...] = MIX
    ) -> None:
        self._town, self._rate = environment, per_second
        self._dice = random.Random(environment.dice.random())
        self._weights = [1 / (1 + place) ** 0.4 for place in range(len(environment.brands))]
        self._kinds, self._shares = [one for one, _ in mix], [share for _, share in mix]
        self._numbers = itertools.count(1)
        self._crowd: list[str] = []
        self.written: Counter[str] = Counter()

    async def write(self, seconds: float) -> None:
        """Write for so long."""
        began, written = time.monotonic(), 0
        while (passed := time.monotonic() - began) < seconds:
            while written < passed * self._rate:
                self.one()
                written += 1
            await asyncio.sleep(0.05)

    def one(self) -> None:
        """One post by somebody about some brand."""
        [brand] = self._dice.choices(self._town.brands, self._weights)
        [kind] = self._dice.choices(self._kinds, self._shares)
        if kind == "phone":
            kind = kind if self._answer(brand) else "noise"
        if kind == "fan":
            kind = kind if self._become_loyal(brand) else "praise"
        number, name = next(self._numbers), f"@{brand.user.handle}"
        world = self._town.world
        if kind in ("complaint", "question"):
            words = COMPLAINTS if kind == "complaint" else QUESTIONS
            line = self._dice.choice(words).replace("@kettleco ", "")
            who = world.add_user(f"c{number}", f"Customer {number}", created_at=brand.user.created_at).id
            world.post(who, f"{name} {line} ({mark(number)})")
            brand.expected[who] = AlertKind.CARE
        elif kind == "praise":
            world.post(self._passer_by(number), f"{name} {self._dice.choice(_PRAISE)} ({mark(number)})")
        elif kind == "noise":
            line = self._dice.choice(NOISE).format(brand=name)
            world.post(self._passer_by(number), f"{line} ({mark(number)})")
        brand.posts += 1
        self.written[kind] += 1

    def _passer_by(self, number: int) -> str:
        """Somebody new, or somebody who wrote before."""
        if len(self._crowd) < 3000 or self._dice.random() < 0.3:
            made = self._town.world.add_user(f"p{number}", f"Person {number}")
            self._crowd.append(made.id)
        return self._dice.choice(self._crowd)

    def _become_loyal(self, brand: Watched) -> bool:
        if brand.almost is None:
            return False
        self._town.world.post(brand.almost, f"@{brand.user.handle} another wonderful morning with it")
        brand.expected[brand.almost], brand.almost = AlertKind.FAN, None
        return True

    def _answer(self, brand: Watched) -> bool:
        """Somebody of the brand answers a complaint that was told, from a phone."""
        found = [one for one in offered(self._town, brand, "slack") if one.kind == "care"]
        if not found:
            return False
        person = found[0].alert_id.rsplit("-", 2)[1]
        asked = self._town.world.posts_of(person)
        if not asked:
            return False
        self._town.world.post(
            brand.user.id, f"So sorry, see your mail. {next(self._numbers)}", in_reply_to=asked[-1].id
        )
        return True


_PRAISE = ("love the copper one", "best tea of the week", "such a great colour", "what a wonderful cup")


@dataclass(frozen=True, slots=True)
class Offer:
    """An alert that waits, as somebody sees it in one chat."""

    brand: Watched
    chat: str
    message_id: str
    alert_id: str
    kind: str  # "care" or "fan"


def values(tree: Any) -> Iterator[str]:
    for part in elements(tree):
        for name in ("value", "custom_id"):
            if isinstance(part.get(name), str):
                yield part[name]


def offered(environment: FleetEnvironment, brand: Watched, chat: str, newest: int = 30) -> list[Offer]:
    """The alerts of this brand that can be acted on."""
    found = []
    for message_id, tree in environment.shown(brand, chat)[-newest:]:
        pressable = list(values(tree))
        for value in pressable:
            words = value.split(":")
            alert_id = words[2] if len(words) > 2 else ""
            own = alert_id.startswith(f"{brand.brand_id}-") and alert_id.rsplit("-", 1)[-1].isdigit()
            if own and "dismiss" in words[:2]:
                is_case = brand.expected.get(alert_id.rsplit("-", 2)[1]) is AlertKind.CARE
                found.append(Offer(brand, chat, message_id, alert_id, "care" if is_case else "fan"))
                break
    return found
