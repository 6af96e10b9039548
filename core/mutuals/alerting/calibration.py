"""What the team's verdicts have taught one brand: its calibration, kept, shown and taken back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import structlog

from mutuals.domain import calibration
from mutuals.domain.calibration import AGAIN, NONE, Calibration, LineEffect
from mutuals.domain.feedback import Feedback
from mutuals.domain.model import Category
from mutuals.ports.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

KEY = "calibration"
RIGHT = frozenset({"complaint", "more"})  # verdicts that say: tell us such posts
# Told as a complaint, or below the line: about the others the score of complaints has decided nothing.
ABOUT_THE_LINE = frozenset({Category.COMPLAINT, Category.OTHER, Category.PRAISE})
MOVES_KEPT = 20


async def state(tx: UnitOfWork) -> dict[str, Any]:
    """What is kept: slope, shift, verdicts counted, when it moved, since when verdicts count, the moves, the line that
    the team was last told of, and what that one did."""
    found = await tx.key_values.get(KEY)
    return dict(found) if isinstance(found, dict) else {}


async def known(tx: UnitOfWork) -> Calibration:
    """How scores are calibrated for this brand now."""
    kept = await state(tx)
    return Calibration(kept["slope"], kept["shift"]) if "slope" in kept else NONE


def since(kept: dict[str, Any]) -> datetime | None:
    """From when on verdicts count; None: all of them."""
    return datetime.fromisoformat(kept["since"]) if kept.get("since") else None


async def learn(tx: UnitOfWork, line: float, now: datetime) -> Calibration | None:
    """Move the line when there are verdicts enough, and enough new ones since the last move; None: it stays.

    `line` is that of the settings, from where it moves first.
    """
    kept = await state(tx)
    if await tx.feedback.count(since(kept)) < calibration.ENOUGH:
        return None
    labelled = labels(await tx.feedback.newest(since=since(kept)))
    total = len(labelled)
    if not calibration.enough(labelled) or total - kept.get("verdicts", 0) < AGAIN:
        return None
    moved = calibration.fit(labelled)
    before = _in_force(kept, line)
    kept |= {"slope": moved.slope, "shift": moved.shift, "verdicts": total, "at": now.isoformat()}
    kept["moves"] = [*kept.get("moves", []), [now.isoformat(), before, moved.line, total]][-MOVES_KEPT:]
    await tx.key_values.put(KEY, kept)
    log.info("feedback.line_moved", was=round(before, 3), now=round(moved.line, 3), verdicts=total)
    return moved


def labels(verdicts: Sequence[Feedback]) -> list[tuple[float, bool]]:
    """(score, was it right to tell) for each post; of several verdicts on one post the latest holds."""
    latest = {one.post_id: one for one in verdicts if one.category in ABOUT_THE_LINE}
    return [(one.score, one.value in RIGHT) for one in latest.values()]


def _in_force(kept: dict[str, Any], line: float) -> float:
    return Calibration(kept["slope"], kept["shift"]).line if "slope" in kept else line


async def reset(tx: UnitOfWork, line: float, now: datetime) -> float | None:
    """Back to the `line` of the settings; earlier verdicts do not count any more. Gives the line as it was, if it had
    moved.
    """
    kept = await state(tx)
    before = _in_force(kept, line) if "slope" in kept else None
    moves = [*kept.get("moves", []), [now.isoformat(), before or line, line, 0]]
    told = {"told": kept["told"]} if "told" in kept else {}
    await tx.key_values.put(KEY, {"since": now.isoformat(), "moves": moves[-MOVES_KEPT:]} | told)
    log.info("feedback.line_reset", was=before)
    return before


async def take_back(tx: UnitOfWork, before: dict[str, Any], moved_at: str) -> None:
    """Put the line back that a verdict of this moment has moved; one that moved since, or not at all, stays."""
    if (await state(tx)).get("at") == moved_at != before.get("at"):
        await tx.key_values.put(KEY, before)
        log.info("feedback.line_move_undone")


async def untold(tx: UnitOfWork, line: float) -> tuple[float, float] | None:
    """The line that the team knows and the one in force, where these differ as they are shown; `line` is that of the
    settings."""
    kept = await state(tx)
    known, now = float(kept.get("told", line)), _in_force(kept, line)
    if "moves" not in kept or shown(known) == shown(now):
        return None
    return known, now


async def told(tx: UnitOfWork, line: float, said: str | None) -> None:
    """Keep which line the team knows now, and what it was told that this one does."""
    kept = await state(tx)
    await tx.key_values.put(KEY, kept | {"told": line, "effect": said})


def shown(line: float) -> str:
    """A line as people read it."""
    return f"{line:.2f}"


def effect_sentence(effect: LineEffect) -> str | None:
    """What the move would have changed, in a sentence; None where there was nothing to compare."""
    fewer = effect.before - effect.after
    if not effect.posts:
        return None
    if fewer > 0:
        return f"Of the last {effect.before} complaints, {fewer} would not have come as one."
    if fewer < 0:
        return f"Of the last {effect.posts} posts, {-fewer} more would have come as a complaint."
    return f"It would have changed nothing in the last {effect.posts} posts."


def sentence(kept: dict[str, Any], line: float, verdicts: int) -> str | None:
    """How the line stands, for the state of affairs; `line` is that of the settings, `verdicts` are those that count.
    None: nothing to say.
    """
    if "slope" in kept:
        day, effect = datetime.fromisoformat(kept["at"]), kept.get("effect")
        return (
            f"The alert line moved from {line:.2f} to {_in_force(kept, line):.2f} after {kept['verdicts']} verdicts "
            f"({day.day} {day:%b %Y}). {effect + ' ' if effect else ''}To put it back, an admin types /mutuals reset-line"
        )
    if not verdicts:
        return None
    return (
        f"The alert line is at {line:.2f}. {verdicts} verdicts so far; "
        f"with {calibration.ENOUGH} of both kinds it follows them."
    )
