"""What does not work while the rest does, in short fixed words: for /ready, which anybody may read who reaches it."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from mutuals.alerting import incidents, network_outage
from mutuals.context import Context
from mutuals.domain.errors import MutualsError
from mutuals.ports.clock_offset import AGREES, off_by
from mutuals.service import event_line
from mutuals.storage.store import SqlStore

DISK_LOW = "disk: hardly any room left for the database"
OTHER_SHAPE = "database: changed by another version of Mutuals"
DISK_FULL = "disk: no room for the database"
_OF_NETWORK = {
    network_outage.KIND: "can't be read",
    "paused": "not read, since its credit, cap or the day's limit is used up",
    "sign_in": "does not accept the sign-in",
    event_line.KIND: "tells nothing by itself, and is polled",
}


async def degraded(ctx: Context, store: SqlStore) -> Sequence[str]:
    """One line for each, beginning with the part: `x`, a chat, `acts`, `clock` or `disk`."""
    known: Sequence[tuple[str, str]] = ()
    looked_at: datetime | None = None
    shape: str | None = None
    with suppress(MutualsError):  # that the database is out of reach is said by itself
        known, looked_at = await store.troubles(), await store.newest_look()
        shape = await store.shape_trouble()
    found = Counter(_words(network, kind) for network, kind in known)
    lines = [f"{line} ({count} brands)" if count > 1 else line for line, count in found.items() if line]
    if looked_at is not None and looked_at > ctx.clock.now() + AGREES:
        lines.append("clock: a look is noted in the future")
    if shape is not None:
        lines.append(OTHER_SHAPE)
    return sorted({*lines, *of_process(ctx, store)})


def of_process(ctx: Context, store: SqlStore) -> list[str]:
    """What this process knows without asking the database."""
    lines = [f"{chat}: not connected" for chat in set(ctx.chats) - ctx.ready]
    lines += [f"{chat}: buttons do nothing" for chat, why in ctx.silent.items() if why]
    ahead = ctx.clock_ahead()
    if ahead is not None and abs(ahead) >= AGREES:
        lines.append(f"clock: {off_by(ahead)} the services")
    if store.disk.full or store.disk.low:
        lines.append(DISK_FULL if store.disk.full else DISK_LOW)
    return lines


def _words(network: str, kind: str) -> str:
    """What a trouble means; "" for what this process sees by itself or what is only a doubt."""
    if kind == incidents.STOPPED:
        return "acts: stopped by an admin"
    if kind.startswith("chat-"):
        return f"{kind.split('-')[1]}: takes no alerts"
    if kind.startswith("line-"):
        return f"{kind.split('-')[1]}: buttons do nothing"
    said = _OF_NETWORK.get(kind)
    return f"{network}: {said}" if said else ""
