"""The kill switch in words. `why` is somebody's own text and stands in plain strings only. Pure."""

from datetime import datetime

from mutuals.cards.phrases import duration
from mutuals.domain.kill_switch import Stop

HEADLINE = "All acts are stopped"


def begun(stop: Stop, networks: str) -> str:
    """What every channel is told when it begins; `networks` says where nothing goes out to ("X and Bluesky")."""
    return (
        f"{stop.by} stopped all acts at {_clock(stop.at)}.{_why(stop)} Nothing goes out to {networks} "
        "until an admin types /mutuals start. Alerts still come."
    )


def over(stop: Stop) -> str:
    """What every channel is told when it ends."""
    lasted = duration(stop.ended_at - stop.at) if stop.ended_at else "some time"
    by = stop.ended_by or "Somebody"
    return f"{by} let acts go out again. {stop.by} had stopped them for {lasted}.{_why(stop)}"


def refusal(stop: Stop, now: datetime) -> str:
    """What somebody is told who wants to send or follow meanwhile."""
    ago = duration(now - stop.at)
    when = f"{ago} ago" if ago != "0 min" else "just now"
    return (
        f"Nothing was sent: {stop.by} stopped all acts {when}.{_why(stop)} "
        "When an admin has typed /mutuals start, press the button again."
    )


def already(stop: Stop) -> str:
    """To an admin who stops what is stopped."""
    return f"{stop.by} has stopped all acts already, at {_clock(stop.at)}.{_why(stop)}"


def _why(stop: Stop) -> str:
    if not stop.why:
        return ""
    return f" Why: {stop.why}{'' if stop.why.endswith(('.', '!', '?', '…')) else '.'}"


def _clock(at: datetime) -> str:
    return f"{at:%H:%M} UTC on {at.day} {at:%B %Y}"
