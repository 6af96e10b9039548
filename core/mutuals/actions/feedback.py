"""What people say about our judgement: kept without the post's text, learned from, and acted on."""

from dataclasses import replace
from datetime import datetime

from mutuals.alerting import alert_view, lifecycle
from mutuals.alerting import calibration as brand_calibration
from mutuals.alerting import digest as digests
from mutuals.cards import digest
from mutuals.cards.buttons import FEEDBACK_CHOICES, NOT_A_FAN
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.context import BrandContext
from mutuals.domain import calibration, cases, language
from mutuals.domain.calibration import Calibration
from mutuals.domain.feedback import Feedback
from mutuals.domain.ids import fan_feedback_key
from mutuals.domain.model import Alert, AlertState, Category, Classification, Post
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

LABELS = dict(FEEDBACK_CHOICES)
NOTED = {"complaint": "a complaint; it is told now", "not_complaint": "not a complaint"}
GONE = "Mutuals does not know this digest any more. The next one comes at its usual hour."
CLOSING = frozenset({"not_complaint", "not_us"})


async def on_alert(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, click: Click, now: datetime
) -> EphemeralReply | None:
    """Keep a verdict on an alert; one that says "wrong" also closes it."""
    if click.value not in LABELS:
        return EphemeralReply(lines=(("Choose one of the entries in the menu.",),), ok=False)
    found = await alert_view.facts(tx, watched, alert, now)
    lead = found.lead
    label = LABELS[click.value]
    if lead is None:
        label = NOT_A_FAN if click.value == "not_complaint" else label
        moved = await keep(tx, watched, fan_feedback_key(alert.person_id), "fan", 0.0, click, now)
    else:
        posts = [found.posts[one] for one in lead.post_ids if one in found.posts]
        score = max((raw_score(watched, post) for post in posts if not post.gone), default=lead.score)
        moved = await keep(tx, watched, lead.id, lead.category, score, click, now)
    closes = alert.state is not AlertState.SETTLED and click.value in CLOSING
    if closes:
        text = f"Dismissed ({label.lower()})"
        await lifecycle.dismiss(tx, watched, alert, click.value, text, now, click.actor)
    if moved is None and closes:
        return None  # the alert itself says it
    noted = f"Noted: {label.lower()}."
    return EphemeralReply(lines=((noted,), (said(moved),)) if moved else ((noted,),))


async def keep(
    tx: UnitOfWork,
    watched: BrandContext,
    post_id: str,
    category: str,
    score: float,
    click: Click,
    now: datetime,
) -> Calibration | None:
    """Keep one verdict, and give the calibration if it has moved by it."""
    actor = click.actor
    given = Feedback(watched.brand.id, post_id, actor.key, actor.name, click.value, category, score, now)
    await tx.feedback.put(given)
    return await brand_calibration.learn(tx, watched.policy.alert_line, now)


def raw_score(watched: BrandContext, post: Post) -> float:
    """How much of a complaint a post is by the shipped judgement, before any calibration."""
    return _read(watched, post).complaint


def _read(watched: BrandContext, post: Post) -> Classification:
    to_us = post.in_reply_to_person == watched.brand.account.id
    return language.read(post.text, lang=post.lang, replying=post.in_reply_to is not None, to_us=to_us)


def said(moved: Calibration) -> str:
    """That the line has moved, and how to undo it."""
    return f"By this the alert line has moved to {moved.line:.2f}. To put it back, an admin types /mutuals reset-line"


async def on_post(
    tx: UnitOfWork, watched: BrandContext, post_id: str, click: Click, now: datetime
) -> EphemeralReply | None:
    """Keep a verdict on a post that the digest offered; a complaint that was missed is told at once."""
    post = (await tx.posts.by_ids([post_id])).get(post_id)
    if click.do is not Intent.FEEDBACK or click.value not in NOTED or post is None or post.gone:
        return EphemeralReply(
            lines=(
                (
                    f"This post is gone from {watched.network.title}, or it was offered by another version of Mutuals.",
                ),
            ),
            ok=False,
        )
    if await tx.feedback.on([post_id]):
        return EphemeralReply(lines=(("Somebody was first: this post has its verdict.",),), ok=False)
    moved = await keep(
        tx, watched, post_id, post.category or Category.OTHER, raw_score(watched, post), click, now
    )
    if click.value == "complaint" and post_id not in await tx.cases.by_ids([post_id]):
        await _tell_after_all(tx, watched, post, click.actor.name, now)
    shown = await digests.redraw(tx, [post_id])
    noted = () if shown else ((f"Noted: {NOTED[click.value]}.",),)  # the digest's own message says it
    lines = (*noted, (said(moved),)) if moved else noted
    return EphemeralReply(lines=lines) if lines else None


async def _tell_after_all(tx: UnitOfWork, watched: BrandContext, post: Post, by: str, now: datetime) -> None:
    read = _read(watched, post)
    reading = replace(read, category=Category.COMPLAINT, complaint=max(read.complaint, calibration.LINE))
    case = cases.opened(watched.brand.id, replace(post, at=now), reading, watched.policy)
    why = (f"{by} called it a complaint; by its words alone it was not told.",)
    told = replace(case, why=why, told=True, opened_at=post.at, last_at=post.at)
    await tx.cases.put([told])
    await lifecycle.open_case_alert(tx, watched, [told], now)


async def show_samples(tx: UnitOfWork, watched: BrandContext, day: str, click: Click) -> EphemeralReply:
    """The digest's samples that have no room in its message, from `click.value` on; a sentence when there are none."""
    start = int(click.value) if click.value.isdecimal() and len(click.value) < 6 else 0
    found = await digests.page(tx, watched, day, start) if click.do is Intent.MEMBERS else None
    if found is None:
        return EphemeralReply(lines=((GONE,),), ok=False)
    return EphemeralReply(card=digest.page(found, start))
