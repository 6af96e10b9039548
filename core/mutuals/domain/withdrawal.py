"""A text that waits a moment before it goes out, so that it may be taken back. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from mutuals.domain.kill_switch import HELD
from mutuals.domain.model import Action, ActKind, ActState, Path


def goes_at(path: Path, text: str | None, now: datetime, delay: timedelta) -> datetime | None:
    """When a text that was sent now goes out; None: at once, or by the hand of whoever sent it."""
    return now + delay if text and path is Path.API and delay > timedelta(0) else None


def may_withdraw(act: Action) -> bool:
    """Has nothing of this text reached the network, and is it still to go?"""
    waits = act.goes_at is not None or act.error == HELD
    return waits and act.state is ActState.INTENT and act.kind.writes


def withdrawable(acts: Sequence[Action]) -> Action | None:
    """The text of an alert that can still be taken back."""
    return next((act for act in reversed(acts) if may_withdraw(act)), None)


def waiting_follow(acts: Sequence[Action]) -> Action | None:
    """A follow whose link was given out, and which was not seen on the network yet."""
    follows = (act for act in reversed(acts) if act.kind is ActKind.FOLLOW)
    return next((act for act in follows if act.state is ActState.WAITING), None)
