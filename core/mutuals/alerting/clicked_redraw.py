"""The message that was pressed, redrawn at once by the answer to the press, which no limit of its channel holds up.

The other messages of the alert are redrawn by the reconciler, about one a second in a channel. Both use the same row
and its lease, so one message is never drawn by both.
"""

import asyncio
from dataclasses import replace

import structlog

from mutuals.alerting import delivery_followup, rendering
from mutuals.cards.markup import Card
from mutuals.context import BrandContext, Context
from mutuals.domain import leases
from mutuals.domain.errors import MutualsError
from mutuals.domain.ids import alert_subject, bundle_subject
from mutuals.domain.model import Delivery, DeliveryState
from mutuals.ports.interactions import Click, ClickedMessage
from mutuals.ports.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

Drawing = tuple[Delivery, Card]  # the row as acquired, and what its message is to show
ANSWER_SECONDS = 10.0  # for the call; after that the reconciler draws the message


async def redraw(ctx: Context, watched: BrandContext, click: Click, clicked: ClickedMessage) -> None:
    """Show in the pressed message what has become of it. Whatever goes wrong is left to the reconciler."""
    async with ctx.store.transaction(watched.brand.id) as tx:
        found = await acquire(ctx, tx, watched, click, clicked)
    if found is not None:
        await draw(ctx, watched, found, clicked)


async def redraw_all(
    ctx: Context, watched: BrandContext, click: Click, clicked: ClickedMessage | None
) -> None:
    """The pressed message first, by the answer to the press, then all others."""
    try:
        if clicked is not None:
            await redraw(ctx, watched, click, clicked)
    finally:
        await ctx.deliver(watched.brand.id)


async def draw(ctx: Context, watched: BrandContext, drawing: Drawing, clicked: ClickedMessage) -> None:
    """Redraw the message by the answer to its press, and note what it shows. Raises nothing of the chat's."""
    row, card = drawing
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            shown = await clicked.redraw(card)
    except Exception as error:  # noqa: BLE001 - whatever it is, the row must be free again
        log.info(
            "delivery.not_redrawn_by_answer", chat=row.chat, subject=row.subject, why=type(error).__name__
        )
        shown = False
    idle = replace(row, state=DeliveryState.IDLE, next_at=None)
    if shown:
        done = replace(idle, shown=card.version, error=None)
        await delivery_followup.arrived(ctx, watched, done, missed=False)
        return
    async with ctx.store.transaction(row.brand_id) as tx:
        await tx.deliveries.put(idle, was_attempt=row.attempt)


async def acquire(
    ctx: Context, tx: UnitOfWork, watched: BrandContext, click: Click, clicked: ClickedMessage
) -> Drawing | None:
    """The row of the pressed message, marked as under way, and its card; None where nothing has to be drawn, or
    somebody draws it. What can't be drawn is left to the reconciler: it never undoes the press."""
    now = ctx.clock.now()
    row = await _row(tx, click, clicked)
    if row is None or row.shown >= row.wanted or row.state is DeliveryState.SENDING:
        return None
    try:
        card = await rendering.card_of(tx, watched, row, now)
    except MutualsError:
        raise
    except Exception:
        log.exception("delivery.broke", chat=row.chat, subject=row.subject)
        return None
    if card is None:
        return None
    acquired = leases.acquired(row, leases.DELIVERY.until(now))
    won = await tx.deliveries.put(acquired, was_attempt=row.attempt)
    return (acquired, card) if won else None


async def _row(tx: UnitOfWork, click: Click, clicked: ClickedMessage) -> Delivery | None:
    """What this message shows: the alert, or a bundle with it."""
    alert = await tx.alerts.get(click.alert_id)
    bundle_id = alert.bundle_id if alert else click.alert_id
    subjects = [alert_subject(click.alert_id)] if alert else []
    for subject in [*subjects, *([bundle_subject(bundle_id)] if bundle_id else [])]:
        for row in await tx.deliveries.of(subject):
            if row.ref and row.chat == click.actor.chat and row.ref.id == clicked.id:
                return row
    return None
