"""The slash commands: lists of what waits, and how things stand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mutuals.actions import fan_lists, own_accounts, queue, saved_replies, settings, stats
from mutuals.alerting import calibration, costs, incidents, network_outage
from mutuals.alerting import kill_switch as kill_switch_state
from mutuals.alerting.restore_guard import LOOKED_AT
from mutuals.cards import command_help, kill_switch, lists
from mutuals.cards.markup import Button, Card, EphemeralReply, Intent, Line, ListItem, Strong
from mutuals.cards.notices import day
from mutuals.cards.queue import PAGE
from mutuals.context import BrandContext, Context
from mutuals.domain import ids
from mutuals.domain.kill_switch import LONGEST_WHY
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Actor
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

FOR_ALL = ("stop", "start")  # of no brand
SHARED = 8  # entries of several brands in one answer, whose names and numbers need room, too
LEAST = 2  # entries of a list for each of many brands in one answer


def size_for(brands: int) -> int:
    """How many entries of each brand's list one answer holds."""
    return PAGE if brands < 2 else max(LEAST, SHARED // brands)


async def answer(
    ctx: Context, watched: BrandContext, actor: Actor, name: str, words: str = "", size: int = PAGE
) -> EphemeralReply:
    """The private answer to one command about a brand. A list shows `size` entries at a time."""
    now = ctx.clock.now()
    if name == "status":
        return await _status(ctx, watched, now)
    if name == "stats":
        return await stats.answer(ctx, watched, actor, now)
    if name == "reset-line":
        return await _reset_line(ctx, watched, actor, now)
    if name == "family":
        async with ctx.store.transaction(watched.brand.id) as tx:
            told = await own_accounts.command(tx, watched, actor, words, now)
        await ctx.deliver(watched.brand.id)
        return told
    if name == "replies":
        return await saved_replies.answer(ctx, watched, actor, words)
    if name == "settings":
        return await settings.answer(ctx, watched, actor, words)
    people = fan_lists.asked(words) if name == "fans" else None
    if people is not None:
        return await fan_lists.answer(ctx, watched, actor, people, size)
    asked = queue.asked(name, words)
    assert not isinstance(asked, str), "unknown words are answered before"
    return await page(ctx, watched, actor, asked, size)


async def page(
    ctx: Context, watched: BrandContext, actor: Actor, asked: queue.QueueRequest, size: int = PAGE
) -> EphemeralReply:
    """A page of a part of a brand's queue."""
    async with ctx.store.reading(watched.brand.id) as tx:
        return await queue.answer(ctx, tx, watched, actor, asked, await _troubles(tx, watched), size)


async def next_page(ctx: Context, watched: BrandContext, click: Click) -> EphemeralReply | None:
    """What the button below a list asks for; None where nobody knows the list (any more)."""
    part = ids.queue_part(click.alert_id) or ""
    people = fan_lists.continued(part, click.value)
    if people is not None:
        return await fan_lists.answer(ctx, watched, click.actor, people, PAGE)
    asked = queue.continued(part, click.value)
    return await page(ctx, watched, click.actor, asked) if asked is not None else None


async def explained(ctx: Context, name: str, words: str) -> EphemeralReply | None:
    """What is the same for every brand: the help, and that a command or a word behind one is unknown; None for the rest."""
    if name not in command_help.COMMANDS:
        return command_help.unknown(name)
    if name == "help":
        networks = await kill_switch_state.networks(ctx)
        return command_help.one(words, networks) if words.strip() else command_help.every(networks)
    if name == "fans" and fan_lists.asked(words) is not None:
        return None
    asked = queue.asked(name, words) if name in queue.LISTS else None
    known = fan_lists.WORDS if name == "fans" else queue.known(name)
    return command_help.unknown_word(name, asked, known) if isinstance(asked, str) else None


async def switch(ctx: Context, actor: Actor, name: str, words: str) -> EphemeralReply:
    """The kill switch: asks before it stops all outward acts of this installation, or lets them go on."""
    if name == "stop":
        return await _ask_to_stop(ctx, actor, words)
    held = await kill_switch_state.start(ctx, actor)
    said = "Nothing was stopped." if held is None else lists.started([one.actor.name for one in held])
    return EphemeralReply(lines=((said,),))


async def _ask_to_stop(ctx: Context, actor: Actor, why: str) -> EphemeralReply:
    """The question, unless all is stopped already. Why they stop is kept until they press."""
    standing = await kill_switch_state.stopped(ctx)
    if standing is not None:
        return EphemeralReply(lines=((kill_switch.already(standing),),))
    async with ctx.store.transaction(kill_switch_state.OF_ALL) as tx:
        await tx.drafts.put(ids.EVERYTHING, actor.key, why.strip()[:LONGEST_WHY] or None, ctx.clock.now())
    return lists.ask_to_stop(await kill_switch_state.networks(ctx), why.strip()[:LONGEST_WHY])


async def stop(ctx: Context, actor: Actor) -> EphemeralReply:
    """Yes was pressed: stop all outward acts, for the reason that was typed."""
    async with ctx.store.transaction(kill_switch_state.OF_ALL) as tx:
        why = await tx.drafts.get(ids.EVERYTHING, actor.key)
        await tx.drafts.put(ids.EVERYTHING, actor.key, None, ctx.clock.now())
    standing = await kill_switch_state.stop(ctx, actor, why or "")
    if standing is not None:
        return EphemeralReply(lines=((kill_switch.already(standing),),))
    return EphemeralReply(lines=((lists.stopped(await kill_switch_state.networks(ctx)),),))


async def _troubles(tx: UnitOfWork, watched: BrandContext, apart: str | None = None) -> list[str]:
    """A sentence for each trouble that goes on, an outage from its first moment; `apart` is a kind to leave out."""
    known = await incidents.open_incidents(tx)
    blind = None if network_outage.KIND in known else await network_outage.running(tx, watched.network.title)
    return [*filter(None, [blind]), *(one["sentence"] for kind, one in known.items() if kind != apart)]


async def _status(ctx: Context, watched: BrandContext, now: datetime) -> EphemeralReply:
    stopped = await kill_switch_state.stopped(ctx)
    async with ctx.store.transaction(watched.brand.id) as tx:
        looked = await tx.key_values.get(LOOKED_AT)
        counts = await tx.counts()
        spent = await tx.spending.spent(day(now))
        month = await costs.report(tx, watched.prices, watched.monthly_dollars, now)
        sentences = await _troubles(tx, watched, apart=incidents.STOPPED)
        kept = await calibration.state(tx)
        counted = len(calibration.labels(await tx.feedback.newest(since=calibration.since(kept))))
    sentences = [*filter(None, [await ctx.store.shape_trouble()]), *sentences]
    looked_at = datetime.fromisoformat(looked) if isinstance(looked, str) else None
    sentences = [kill_switch.begun(stopped, watched.network.title), *sentences] if stopped else sentences
    return lists.status(
        watched.brand.account.handle,
        watched.network.title,
        looked_at,
        counts,
        spent,
        watched.daily_dollars,
        sentences,
        calibration.sentence(kept, watched.policy.alert_line, counted),
        costs.sentence(month) if watched.prices.on else None,
    )


async def _reset_line(ctx: Context, watched: BrandContext, actor: Actor, now: datetime) -> EphemeralReply:
    async with ctx.store.transaction(watched.brand.id) as tx:
        line = watched.policy.alert_line
        before = await calibration.reset(tx, line, now)
        said = (
            f"The alert line: {(before or line):.2f}, now {line:.2f}. Earlier verdicts do not count any more."
        )
        await tx.ledger.record(Decision(EntryKind.SETTING, actor, "reset-line", said))
    return lists.line_reset(before, watched.policy.alert_line)


def together(answers: Sequence[tuple[BrandContext, EphemeralReply]]) -> EphemeralReply:
    """Several brands in one answer; where they are on several networks, each part says whose it is."""
    cards = [(watched, one.card) for watched, one in answers if one.card]
    first = cards[0][1]
    named = len({watched.network.title for watched, _ in answers}) > 1
    listed = any(one.sections or one.status for _, one in cards)
    body: list[Line] = []
    sections: list[ListItem] = []
    notes: list[Line] = []  # said with their brand in front: a chat gives them room before the entries
    for watched, card in cards:
        handle = f"@{watched.brand.account.handle}"
        head: Line = (Strong(f"{handle} on {watched.network.title}"),)
        if listed:
            sections += _of_one(head, handle, card)
            notes += [(f"{handle}: ", *line) for line in card.status]
        else:
            body += [*([head] if named else []), *card.body]
    return EphemeralReply(
        card=replace(first, body=tuple(body), sections=tuple(sections), status=tuple(notes))
    )


def _of_one(head: Line, handle: str, card: Card) -> list[ListItem]:
    """The entries of one brand below its name. Their way on names the brand, and starts at the name where none fits."""
    ends = [one.end for one in card.sections if one.end is not None]
    first = Button(Intent.LIST, f"Show {handle}")
    begin = (
        replace(ends[0], words=("There is no room for its entries here.",), button=first) if ends else None
    )
    entries = [
        replace(
            one,
            end=replace(one.end, button=replace(one.end.button, label=f"{one.end.button.label} of {handle}")),
        )
        if one.end is not None and one.end.button is not None
        else one
        for one in card.sections
    ]
    return [ListItem((head, *card.body), "", end=begin), *entries]
