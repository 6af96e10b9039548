"""What makes five hundred restarts bearable: a warm process, short waits, and a folder in memory."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mutuals_sandbox.discord import people as discord_people
from mutuals_sandbox.slack import sockets as slack_sockets
from mutuals_sandbox.x import writes

# Waits that only cost time; none of them guards anything. Leases and back-offs stay as they are: the
# shared clock is moved past them instead.
QUICK = {
    "mutuals.service.app.SWEEP_SECONDS": 0.1,
    "mutuals.service.app.RETRY_SECONDS": 0.5,
    "mutuals.alerting.reconciler.RateLimiter.__init__.__defaults__": [500.0, 500],
    "mutuals_discord.listeners.GUILD_STREAM_SECONDS": 0.02,
    "mutuals_slack.forms.SETTLE_SECONDS": 0.02,
}
# What the service or its libraries load late; a forked service has it already.
WARM = (
    "mutuals_x.network", "mutuals_slack.chat", "mutuals_discord.chat", "aiosqlite",
    "sqlalchemy.ext.asyncio", "sqlalchemy.dialects.sqlite.aiosqlite", "apscheduler.executors.asyncio",
    "apscheduler.triggers.interval", "encodings.idna", "concurrent.futures.thread",
)  # fmt: skip


@contextmanager
def quickened() -> Iterator[None]:
    """Shorten the chats' patience with a dead app, and take X's net away: no words count as a duplicate."""
    changes: list[tuple[Any, str, Any]] = [
        (slack_sockets, "ACK_SECONDS", 1.2),
        (discord_people, "ANSWER_SECONDS", 1.2),
        (writes, "_refuse_duplicate", lambda *_: None),  # X's own guard must not hide a second reply of ours
    ]
    before = [(module, name, getattr(module, name)) for module, name, _ in changes]
    for module, name, value in changes:
        setattr(module, name, value)
    try:
        yield
    finally:
        for module, name, value in before:
            setattr(module, name, value)


def workplace() -> Path:
    """A new folder, in memory where the system has such a place: kill -9 loses nothing that was written."""
    memory = Path("/dev/shm")
    return Path(
        tempfile.mkdtemp(prefix="mutuals-faults-", dir=memory if os.access(memory, os.W_OK) else None)
    )
