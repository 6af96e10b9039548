"""Worse news of somebody whose alert stands in the chats: an edit notifies nobody, so it is said once in its thread."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from mutuals.alerting import alert_history
from mutuals.cards.notices import AGAIN, URGENT
from mutuals.domain import cases, ids, language
from mutuals.domain.model import Alert, Case, Delivery, Flag, Post, Turn
from mutuals.ports.unit_of_work import UnitOfWork


def is_worse(case: Case, old: Case | None, others: Sequence[Case]) -> bool:
    """Is what is told now (`case`) more than all that waited before? `old` is the same case before, if it was told."""
    if case.turn is not None:
        return False  # they say it is solved, or have answered us: shown, and no news that calls
    if old is not None and (old.state is not case.state or old.turn is Turn.SOLVED):
        return True  # it was acknowledged, or solved as they said, and now it waits again
    return (old is None or cases.level(case) < cases.level(old)) and cases.outranks(case, others)


async def say(
    tx: UnitOfWork,
    where: Sequence[tuple[str, str]],
    alert: Alert,
    case: Case,
    post_ids: Collection[str],
    *,
    loud: bool,
    again: bool,
    order: int,
    waits: datetime | None = None,
) -> None:
    """Bring the alert to where it belongs (chat and channel), and say the new words (of one of these posts) under it.

    Where it gets a message of its own only now, that says everything; but what is urgent also calls. Not `loud`: it
    is no worse than what was told. `again`: they came back after an answer. `waits` is when it may go (None: now).
    """
    subject = ids.alert_subject(alert.id)
    shown = {(one.chat, one.channel) for one in await tx.deliveries.of(subject)}
    posts = await tx.posts.by_ids(sorted(post_ids or case.post_ids))
    post = max((one for one in posts.values() if not one.gone), key=_sharpness, default=None)
    urgent = loud and Flag.URGENT in case.flags
    for chat, channel in where:
        new = (chat, channel) not in shown
        if new:
            row = Delivery(
                alert.brand_id, subject, chat, channel, wanted=alert.version, priority=order, next_at=waits
            )
            await tx.deliveries.request(row)
        if post is not None and (urgent if new else loud):
            line = ids.subject(ids.SubjectKind.NEWS, alert.id, post.id, _word(post, case, again=again))
            await tx.deliveries.request(
                Delivery(
                    alert.brand_id, line, chat, channel, 1, priority=order, parent=subject, next_at=waits
                )
            )


async def redraw(tx: UnitOfWork, alert: Alert, post_ids: Collection[str]) -> None:
    """The words of these posts have changed or are gone: so they do in the thread."""
    for row in await tx.deliveries.below(ids.subjects_below(ids.SubjectKind.NEWS, alert.id)):
        if post_of(row.subject)[0] in post_ids:
            await tx.deliveries.request(replace(row, wanted=row.wanted + 1))
    await alert_history.redraw(tx, alert, post_ids)


def _word(post: Post, case: Case, *, again: bool) -> str:
    if Flag.URGENT in case.flags and _sharpness(post)[0]:
        return URGENT
    return AGAIN if again else case.category


def _sharpness(post: Post) -> tuple[bool, int, datetime]:
    read = language.read(post.text, lang=post.lang, replying=post.in_reply_to is not None)
    return Flag.URGENT in read.flags, -cases.grade(read.category), post.at


def post_of(subject: str) -> tuple[str, str]:
    """The post that such a line quotes, and what the news is."""
    news = ids.parse_subject(subject)
    return news.part(1), news.part(2)
