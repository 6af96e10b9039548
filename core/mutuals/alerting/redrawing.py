"""Asking for every message of a subject to be drawn anew."""

from dataclasses import replace

from mutuals.ports.unit_of_work import UnitOfWork

# Somebody has just acted and looks at the message: redraw it before anything new is posted.
EDIT_PRIORITY = -1
OVER_PRIORITY = -2  # nothing waits there any more: before all others, so that nobody begins what is done


async def request(tx: UnitOfWork, subject: str, version: int | None = None, *, over: bool = False) -> None:
    """Have every chat show this version of what it has, or was to have; without a version the next one of each. `over`:
    it is settled now."""
    edit = OVER_PRIORITY if over else EDIT_PRIORITY
    await tx.deliveries.request_all(
        [
            replace(
                one,
                wanted=one.wanted + 1 if version is None else version,
                priority=edit if one.ref else one.priority,
            )
            for one in await tx.deliveries.of(subject)
        ]
    )
