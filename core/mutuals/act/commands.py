"""The slash commands: lists of what waits, and how things stand."""

from dataclasses import replace
from datetime import datetime

from mutuals.alerts import halted, lists
from mutuals.alerts.card import Answer
from mutuals.alerts.facts import Facts
from mutuals.alerts.notices import day
from mutuals.context import Context, Watched
from mutuals.model import Actor, AlertKind, AlertState
from mutuals.ports import Transaction
from mutuals.rules import care
from mutuals.tell import gather, halt, learned, troubles
from mutuals.tell.restored import LOOKED_AT

FOR_ALL = ("stop", "start")  # of no brand


async def answer(ctx: Context, watched: Watched, name: str) -> Answer:
    """The private answer to one command; an unknown one gets the help."""
    now = ctx.clock.now()
    if name == "status":
        return await _status(ctx, watched, now)
    if name == "reset-line":
        return await _reset_line(ctx, watched, now)
    if name not in {"queue", "fans", "complaints"}:
        return lists.help_answer()
    kind = {"fans": AlertKind.FAN, "complaints": AlertKind.CARE}.get(name)
    async with ctx.store.transaction(watched.brand.id) as tx:
        rows = await _waiting(tx, watched, kind, now)
    title = {
        "queue": "What waits for somebody",
        "fans": "Loyal fans, not followed back",
        "complaints": "Waiting for an answer",
    }
    return lists.listing(title[name], "Nothing waits. Well done.", rows, len(rows))


async def switch(ctx: Context, actor: Actor, name: str, words: str) -> Answer:
    """The kill switch: stops all outward acts of this installation, or lets them go on."""
    if name == "stop":
        standing = await halt.stop(ctx, actor, words)
        said = halted.already(standing) if standing else lists.STOPPED
    else:
        held = await halt.start(ctx, actor)
        said = "Nothing was stopped." if held is None else lists.started([one.actor.name for one in held])
    return Answer(lines=((said,),))


async def _waiting(tx: Transaction, watched: Watched, kind: AlertKind | None, now: datetime) -> list[Facts]:
    alerts = [one for one in await tx.alerts(kind=kind, limit=200) if one.state is not AlertState.SETTLED]
    rows = [await gather.facts(tx, watched, alert, now) for alert in alerts]
    return sorted(rows, key=_order)


def _order(facts: Facts) -> tuple[bool, bool, tuple[bool, int, float, datetime, str]]:
    asleep = facts.alert.state is AlertState.SNOOZED
    waiting = care.order(facts.cases)
    opened_at = facts.alert.opened_at
    return (
        asleep,
        not waiting,
        care.rank(waiting[0]) if waiting else (True, 0, 0.0, opened_at, facts.alert.id),
    )


async def _status(ctx: Context, watched: Watched, now: datetime) -> Answer:
    stopped = await halt.stopped(ctx)
    async with ctx.store.transaction(watched.brand.id) as tx:
        looked = await tx.get(LOOKED_AT)
        counts = await tx.counts()
        spent = await tx.spent(day(now))
        going_on = await troubles.known(tx)
        kept = await learned.state(tx)
        counted = len(learned.labels(await tx.verdicts(since=learned.since(kept), limit=learned.NEWEST)))
    looked_at = datetime.fromisoformat(looked) if isinstance(looked, str) else None
    sentences = [one["sentence"] for kind, one in going_on.items() if kind != troubles.STOPPED]
    sentences = [halted.begun(stopped), *sentences] if stopped else sentences
    return lists.status(watched.brand.account.handle, looked_at, counts, spent, watched.daily_dollars, sentences,
                        learned.sentence(kept, watched.policy.alert_line, counted))  # fmt: skip


async def _reset_line(ctx: Context, watched: Watched, now: datetime) -> Answer:
    async with ctx.store.transaction(watched.brand.id) as tx:
        before = await learned.reset(tx, watched.policy.alert_line, now)
    return lists.line_reset(before, watched.policy.alert_line)


def together(answers: list[Answer]) -> Answer:
    """Several brands in one answer."""
    first = next(one.card for one in answers if one.card)
    body = tuple(line for one in answers if one.card for line in one.card.body)
    return Answer(card=replace(first, body=body))
