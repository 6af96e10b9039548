"""Fills the slots of the story's lines and avoids repeating itself."""

import random
from collections import deque

from mutuals_sandbox.scenario import texts
from mutuals_sandbox.scenario.wording import Lines, Said, Slots, Wording


class TemplateFiller:
    """Fills the slots of lines, and avoids what it wrote lately."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._recent: deque[str] = deque(maxlen=400)
        self._decks: dict[Lines, list[Wording]] = {}

    def line(self, lines: Lines) -> Said:
        """A line that was not among the last few hundred, as far as the lines allow."""
        said = Said(self._next(lines), self._slots())
        for _ in range(60):
            if said.text not in self._recent:
                break
            said = Said(self._next(lines), self._slots())
        self._recent.append(said.text)
        return said

    def _next(self, lines: Lines) -> Wording:
        """Each line once before any comes again."""
        deck = self._decks.setdefault(lines, [])
        if not deck:
            deck.extend(lines)
            self._dice.shuffle(deck)
        return deck.pop()

    def _slots(self) -> Slots:
        return {
            "product": self._dice.choice(texts.PRODUCTS),
            "place": self._dice.choice(texts.PLACES),
            "town": self._dice.choice(texts.TOWNS),
            "thing": self._dice.choice(texts.THINGS),
            "days": str(self._dice.randint(3, 19)),
            "order": f"PW-{self._dice.randint(10000, 99999)}",
        }
