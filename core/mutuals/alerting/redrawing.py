"""Asking for every message of a subject to be drawn anew."""

from dataclasses import replace

from mutuals.ports.unit_of_work import UnitOfWork

EDIT_PRIORITY = (
    -1
)  # somebody has just acted and looks at the message: redraw it before anything new is posted


async def request(tx: UnitOfWork, subject: str, version: int | None = None) -> None:
    """Have every chat show this version of what it has, or was to have; without a version the next one of each."""
    await tx.deliveries.request_all(
        [
            replace(
                one,
                wanted=one.wanted + 1 if version is None else version,
                priority=EDIT_PRIORITY if one.ref else one.priority,
            )
            for one in await tx.deliveries.of(subject)
        ]
    )
