"""The lists of what waits: which part of the queue is asked for, and a page of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from mutuals.actions import permissions
from mutuals.alerting import alert_view
from mutuals.cards import queue
from mutuals.cards.markup import EphemeralReply
from mutuals.cards.queue import Page, Row
from mutuals.context import BrandContext, Context
from mutuals.domain.ids import alert_subject, bundle_subject, queue_id
from mutuals.domain.model import Actor, Alert
from mutuals.domain.queue_order import QueueFilter, QueuePart
from mutuals.ports.unit_of_work import UnitOfWork

# The words behind `/mutuals queue`, and the commands that are lists themselves.
PARTS: Mapping[str, QueuePart] = {
    one.value: one
    for one in (
        QueuePart.MINE, QueuePart.OVERDUE, QueuePart.FANS, QueuePart.COMPLAINTS, QueuePart.QUESTIONS,
    )
}  # fmt: skip
LISTS: Mapping[str, QueuePart] = {
    "queue": QueuePart.ALL, "fans": QueuePart.FANS, "complaints": QueuePart.ANSWERS,
}  # fmt: skip
_LONGEST = 8  # digits of a page's number


@dataclass(frozen=True, slots=True)
class QueueRequest:
    """What somebody asked for, understood: which part of the queue, and from where on."""

    part: QueuePart
    page: int = 1
    after: str = ""  # the place of the last one that they saw; it counts, not the page


def asked(name: str, words: str) -> QueueRequest | str:
    """The list that a command and the words behind it ask for; a word that is no part is given back."""
    rest = words.casefold().split()
    page = 1
    if rest and rest[-1].isascii() and rest[-1].isdigit() and len(rest[-1]) <= _LONGEST:
        page = max(1, int(rest.pop()))
    if not rest:
        return QueueRequest(LISTS[name], page)
    if name != "queue" or rest[0] not in PARTS or len(rest) > 1:
        return rest[0] if name != "queue" or rest[0] not in PARTS else rest[1]
    return QueueRequest(PARTS[rest[0]], page)


def known(name: str) -> tuple[str, ...]:
    """The words that a list understands behind its name."""
    return tuple(PARTS) if name == "queue" else ()


def continued(part: str, after: str) -> QueueRequest | None:
    """What a button under a list asks for; None for a part that nobody knows (any more)."""
    return QueueRequest(QueuePart(part), after=after) if part in QueuePart.__members__.values() else None


async def answer(
    ctx: Context,
    tx: UnitOfWork,
    watched: BrandContext,
    actor: Actor,
    what: QueueRequest,
    troubles: list[str],
    size: int = queue.PAGE,
) -> EphemeralReply:
    """A page of a list; whatever its number, what is behind the last page is the last one."""
    now = ctx.clock.now()
    wanted = QueueFilter(what.part, actor.key, now)
    found = await tx.alerts.queue(wanted, after=what.after, skip=(what.page - 1) * size, limit=size)
    if not found.alerts and found.total:
        found = await tx.alerts.queue(wanted, skip=(found.total - 1) // size * size, limit=size)
    everything = what.part is QueuePart.ALL
    whole = what.part in (QueuePart.ALL, QueuePart.ANSWERS)
    page = Page(
        list_id=queue_id(watched.brand.id, what.part),
        rows=[await row(ctx, tx, watched, alert, actor, key, now) for key, alert in found.alerts],
        start=found.start,
        total=found.total,
        snoozed=found.snoozed,
        untold=await tx.cases.count_untold() if whole else 0,
        troubles=troubles,
        theirs=await tx.cases.count_their_turn(now - watched.policy.expires_after) if whole else 0,
        size=size,
        offered=[do for do in queue.OFFERED if permissions.of_button(actor, do) is None],
        everywhere=0 if everything or found.total else await _everybody(tx, actor, now),
    )
    return queue.listing(queue.LISTINGS[what.part], page)


async def row(
    ctx: Context, tx: UnitOfWork, watched: BrandContext, alert: Alert, actor: Actor, key: str, now: datetime
) -> Row:
    """What a list shows of an alert."""
    url = await message_url(ctx, tx, alert, actor.chat)
    return Row(await alert_view.facts(tx, watched, alert, now), url, key)


async def message_url(ctx: Context, tx: UnitOfWork, alert: Alert, chat_name: str) -> str | None:
    """The page of the message that tells an alert in a chat, its own or that of its bundle; None where none stands there."""
    chat = ctx.chats.get(chat_name)
    told_by = bundle_subject(alert.bundle_id) if alert.bundle_id else alert_subject(alert.id)
    rows = await tx.deliveries.of(told_by) if chat else []
    refs = [row.ref for row in rows if row.chat == chat_name and row.ref is not None]
    return chat.message_url(refs[-1]) if chat and refs else None


async def _everybody(tx: UnitOfWork, actor: Actor, now: datetime) -> int:
    return (await tx.alerts.queue(QueueFilter(QueuePart.ALL, actor.key, now), limit=0)).total
