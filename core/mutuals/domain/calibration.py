"""From what the team said about our judgement to a moved alert line: Platt scaling. Pure.

Platt (1999) fits p = 1 / (1 + exp(-(a * logit(score) + b))) to labelled scores; Lin, Lin and Weng (2007)
give the stable way to compute it. A prior holds a near 1 and b near 0, because verdicts come mostly from
posts above the line, and whoever clicks is rather annoyed than pleased.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log

from mutuals.domain.model import Category, Classification, Flag

LINE = 0.5  # the shipped alert line
ENOUGH = 100  # verdicts before anything moves
EACH = 10  # of either kind: with only one kind nothing can be learned
AGAIN = 10  # new verdicts before it moves again, so that it does not tremble
LOWEST, HIGHEST = 0.35, 0.75  # a few people's clicks must neither flood nor silence the channel
_SLOPE_SPREAD, _SHIFT_SPREAD = 0.5, 1.0  # standard deviations of the prior
_STEPS = 30  # Newton's method is there within ten


@dataclass(frozen=True, slots=True)
class Calibration:
    """Turns a score into one for which 0.5 is again the alert line."""

    slope: float = 1.0
    shift: float = 0.0

    def of(self, score: float) -> float:
        """The calibrated score, 0..1; rising with `score`."""
        return _share(self.slope * _logit(score) + self.shift)

    @property
    def line(self) -> float:
        """The score, before calibration, from which on the team is told."""
        return _share(-self.shift / self.slope)


NONE = Calibration()
_NEVER_TOLD = frozenset({Flag.NOT_A_CUSTOMER, Flag.IMPOSTOR})  # whatever the line


@dataclass(frozen=True, slots=True)
class LineEffect:
    """What another line would have made of some posts: how many were complaints by the one before, and are by this."""

    posts: int
    before: int
    after: int


def with_line(line: float) -> Calibration:
    """The calibration for a line that was set instead of learned: a score of `line` becomes 0.5."""
    return NONE if line == LINE else Calibration(shift=-_logit(line))


def enough(labelled: Sequence[tuple[float, bool]]) -> bool:
    """Are there verdicts enough, and of both kinds?"""
    right = sum(good for _, good in labelled)
    return len(labelled) >= ENOUGH and min(right, len(labelled) - right) >= EACH


def fit(labelled: Sequence[tuple[float, bool]]) -> Calibration:
    """The calibration for (score, was it right to tell) pairs; linear in their number. NONE when too few."""
    if not enough(labelled):
        return NONE
    right = sum(good for _, good in labelled)
    # Platt's targets: not quite 1 and 0, so that nothing runs off to infinity.
    yes, no = (right + 1) / (right + 2), 1 / (len(labelled) - right + 2)
    points = [(_logit(score), yes if good else no) for score, good in labelled]
    slope, shift = 1.0, 0.0
    for _ in range(_STEPS):
        step = _newton(points, slope, shift)
        slope, shift = max(0.1, slope + step[0]), shift + step[1]
        if abs(step[0]) + abs(step[1]) < 1e-9:
            break
    line = min(HIGHEST, max(LOWEST, _share(-shift / slope)))
    return Calibration(slope, -slope * _logit(line))


def _newton(points: Sequence[tuple[float, float]], slope: float, shift: float) -> tuple[float, float]:
    """One step of Newton's method on the penalised likelihood."""
    first, second = (1 - slope) / _SLOPE_SPREAD**2, -shift / _SHIFT_SPREAD**2
    aa, ab, bb = 1 / _SLOPE_SPREAD**2, 0.0, 1 / _SHIFT_SPREAD**2
    for z, target in points:
        share = _share(slope * z + shift)
        weight = share * (1 - share)
        first += (target - share) * z
        second += target - share
        aa, ab, bb = aa + weight * z * z, ab + weight * z, bb + weight
    determinant = aa * bb - ab * ab
    return (bb * first - ab * second) / determinant, (aa * second - ab * first) / determinant


def judged(reading: Classification, text: str, calibration: Calibration) -> Classification:
    """The reading with the calibrated score, and the class that follows from it.

    Urgent posts stay as they are: money, safety and people who are stranded are told whatever was clicked. So does
    whoever is no customer.
    """
    if calibration == NONE or Flag.URGENT in reading.flags or reading.flags & _NEVER_TOLD:
        return reading
    score = calibration.of(reading.complaint)
    category = reading.category
    if category is Category.COMPLAINT and score < LINE:
        category = _less(reading, text)
    elif score >= LINE > reading.complaint and category in {Category.OTHER, Category.CONCERN}:
        category = Category.COMPLAINT
    return replace(reading, complaint=score, category=category)


def effect(read: Sequence[tuple[Classification, str]], before: Calibration, after: Calibration) -> LineEffect:
    """How many of these readings, each with its text, are complaints by either calibration."""

    def complaints(by: Calibration) -> int:
        return sum(judged(reading, text, by).category is Category.COMPLAINT for reading, text in read)

    return LineEffect(len(read), complaints(before), complaints(after))


def _less(reading: Classification, text: str) -> Category:
    """What a post is that is no complaint any more: whoever asks something still waits for an answer."""
    if "?" in text or "？" in text or "؟" in text:
        return Category.QUESTION
    return Category.PRAISE if reading.praise >= LINE else Category.OTHER


def _logit(score: float) -> float:
    bounded = min(1 - 1e-6, max(1e-6, score))
    return log(bounded / (1 - bounded))


def _share(z: float) -> float:
    return 1 / (1 + exp(-max(-40.0, min(40.0, z))))
