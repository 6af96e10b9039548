"""Fills the slots of the story's lines and avoids repeating itself."""

import random
from collections import deque

from mutuals_sandbox.scenario import texts

Lines = tuple[tuple[str, str], ...]  # (language, text with slots)


class TemplateFiller:
    """Fills the slots of lines, and avoids what it wrote lately."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._recent: deque[str] = deque(maxlen=400)
        self._decks: dict[Lines, list[tuple[str, str]]] = {}

    def line(self, lines: Lines) -> tuple[str, str]:
        """A language and a text that was not among the last few hundred, as far as the lines allow."""
        language, text = "en", ""
        for _ in range(60):
            language, template = self._next(lines)
            text = self._fill(template)
            if text not in self._recent:
                break
        self._recent.append(text)
        return language, text

    def _next(self, lines: Lines) -> tuple[str, str]:
        """Each line once before any comes again."""
        deck = self._decks.setdefault(lines, [])
        if not deck:
            deck.extend(lines)
            self._dice.shuffle(deck)
        return deck.pop()

    def _fill(self, template: str) -> str:
        return template.format(
            product=self._dice.choice(texts.PRODUCTS),
            place=self._dice.choice(texts.PLACES),
            thing=self._dice.choice(texts.THINGS),
            days=self._dice.randint(3, 19),
            order=f"PW-{self._dice.randint(10000, 99999)}",
        )
