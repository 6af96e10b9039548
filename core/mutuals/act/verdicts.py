"""What people say about our judgement: kept without the post's text, learned from, and acted on."""

from datetime import datetime

from mutuals.alerts.buttons import VERDICTS
from mutuals.alerts.card import Answer
from mutuals.context import Watched
from mutuals.model import Alert, AlertState, Post, Verdict
from mutuals.ports import Click, Transaction
from mutuals.rules import language
from mutuals.rules.calibration import Calibration
from mutuals.tell import gather, learned, upkeep

LABELS = dict(VERDICTS)
CLOSING = {"not_complaint": "Dismissed (not a complaint)", "not_us": "Dismissed (not for us)"}


async def on_alert(
    tx: Transaction, watched: Watched, alert: Alert, click: Click, now: datetime
) -> Answer | None:
    """Keep a verdict on an alert; one that says "wrong" also closes it."""
    if click.value not in LABELS:
        return Answer(lines=(("Choose one of the entries in the menu.",),), ok=False)
    found = await gather.facts(tx, watched, alert, now)
    lead = found.lead
    if lead is None:
        moved = await keep(tx, watched, f"fan.{alert.person_id}", "fan", 0.0, click, now)
    else:
        posts = [found.posts[one] for one in lead.post_ids if one in found.posts]
        score = max((raw_score(post) for post in posts if not post.gone), default=lead.score)
        moved = await keep(tx, watched, lead.id, lead.klass, score, click, now)
    closes = alert.state is not AlertState.SETTLED and click.value in CLOSING
    if closes:
        text = CLOSING[click.value]
        await upkeep.dismiss(tx, watched, alert, click.value, text, now, click.actor.name)
    if moved is None and closes:
        return None  # the alert itself says it
    noted = f"Noted: {LABELS[click.value].lower()}."
    return Answer(lines=((noted,), (said(moved),)) if moved else ((noted,),))


async def keep(
    tx: Transaction, watched: Watched, post_id: str, klass: str, score: float, click: Click, now: datetime
) -> Calibration | None:
    """Keep one verdict, and give the calibration if it has moved by it."""
    actor = click.actor
    verdict = Verdict(watched.brand.id, post_id, actor.key, actor.name, click.value, klass, score, now)
    await tx.put_verdict(verdict)
    return await learned.learn(tx, now)


def raw_score(post: Post) -> float:
    """How much of a complaint a post is by the shipped judgement, before any calibration."""
    return language.read(post.text, lang=post.lang, replying=post.in_reply_to is not None).complaint


def said(moved: Calibration) -> str:
    """That the line has moved, and how to undo it."""
    return f"By this the alert line has moved to {moved.line:.2f}. To put it back: /mutuals reset-line"
