"""An alert's history, in its thread: one message that is redrawn in place, so that nothing rings and nothing is doubled.

It begins with the second thing that happens: the first one stands in the alert itself, and many alerts need no more.
"""

from collections.abc import Collection
from dataclasses import replace

from mutuals.domain import ids
from mutuals.domain.model import Alert, Delivery
from mutuals.ports.unit_of_work import UnitOfWork

FROM = 2  # things that happened
LAST = 9  # its priority: behind every alert, call and redrawing


async def request(tx: UnitOfWork, alert: Alert) -> None:
    """Something has happened to this alert, or its person has written again: have its thread say it."""
    if alert.bundle_id is not None:
        return
    subject = ids.subject(ids.SubjectKind.HISTORY, alert.id)
    known = {(one.chat, one.channel): one for one in await tx.deliveries.of(subject)}
    if not known and not await _is_long_enough(tx, alert):
        return
    parent = ids.alert_subject(alert.id)
    for row in await tx.deliveries.of(parent):
        told = known.get((row.chat, row.channel))
        wanted = told.wanted + 1 if told else 1
        fresh = Delivery(alert.brand_id, subject, row.chat, row.channel, wanted, priority=LAST, parent=parent)
        await tx.deliveries.request(replace(told, wanted=wanted, priority=LAST) if told else fresh)


async def _is_long_enough(tx: UnitOfWork, alert: Alert) -> bool:
    if len(alert.log) >= FROM:
        return True
    posts = {post for case in (await tx.cases.by_ids(alert.case_ids)).values() for post in case.post_ids}
    return len(alert.log) + max(0, len(posts) - 1) >= FROM


async def redraw(tx: UnitOfWork, alert: Alert, post_ids: Collection[str]) -> None:
    """The words of these posts have changed or are gone: so they do in the thread."""
    rows = await tx.deliveries.of(ids.subject(ids.SubjectKind.HISTORY, alert.id))
    for row in rows if post_ids else ():
        await tx.deliveries.request(replace(row, wanted=row.wanted + 1, priority=LAST))
