"""After a restore the chats and the network are ahead of what we remember: look there before doing anything again.

`mutuals db restore` (or `db restored`) leaves a mark with every brand. While it holds, a message that we know
nothing of is looked for in the chat before it is posted, and no text goes out before our own posts were read.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mutuals.ports.unit_of_work import UnitOfWork

MARK = "restored"
LOOKED_AT = "looked_at"  # the time of the last good look at the network
DOUBT = timedelta(
    hours=24
)  # what was told between backup and restore is wanted again at once; this is plenty
MARGIN = timedelta(
    hours=1
)  # the backup may be a little older than its last look; to search more does no harm
MAYBE_TWICE = (
    "This may be shown twice: Mutuals was restored from a backup, and the channel's history can't be read."
)


@dataclass(frozen=True, slots=True)
class Mark:
    """When the restore was, and since when the chats may show what we have forgotten."""

    at: datetime
    since: datetime


async def put(tx: UnitOfWork, now: datetime) -> None:
    """Leave the mark. What the backup's last look saw is the newest that it is sure to know."""
    looked = await tx.key_values.get(LOOKED_AT)
    since = datetime.fromisoformat(looked) - MARGIN if looked else now - timedelta(days=30)
    await tx.key_values.put(MARK, {"at": now.isoformat(), "since": since.isoformat()})


async def doubt(tx: UnitOfWork, now: datetime) -> Mark | None:
    """The mark, as long as a chat may show what we know nothing of."""
    mark = await _mark(tx)
    if mark is None or (now - mark.at >= DOUBT and await _read_since(tx, mark)):
        return None
    return mark


async def unread(tx: UnitOfWork) -> bool:
    """Have we not read the network since the restore? Then nobody knows what was answered meanwhile."""
    mark = await _mark(tx)
    return mark is not None and not await _read_since(tx, mark)


def unread_sentence(network: str) -> str:
    """Why nothing is sent while `unread`; `network` is the network's title."""
    return (
        f"Mutuals was restored from a backup and has not read {network} since, so it can't know whether somebody has "
        "answered this already. Your text is kept. Try again in a minute."
    )


async def _mark(tx: UnitOfWork) -> Mark | None:
    kept = await tx.key_values.get(MARK)
    if not isinstance(kept, dict):
        return None
    return Mark(datetime.fromisoformat(kept["at"]), datetime.fromisoformat(kept["since"]))


async def _read_since(tx: UnitOfWork, mark: Mark) -> bool:
    looked = await tx.key_values.get(LOOKED_AT)
    return looked is not None and datetime.fromisoformat(looked) > mark.at
