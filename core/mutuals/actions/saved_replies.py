"""`/mutuals replies`: the texts that a team keeps to answer with, listed, added, changed, removed and put back."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from mutuals.actions import kept_fields, permissions, reply_choices
from mutuals.actions.signatures import signed
from mutuals.cards import saved_reply_list
from mutuals.cards.fields import AGAIN, FieldsForm
from mutuals.cards.markup import EphemeralReply
from mutuals.cards.saved_reply_list import BACK, KINDS, LANGUAGE, NAME, NEW, PAGE, TEXT
from mutuals.cards.starter_replies import STARTERS
from mutuals.cards.templates import EXAMPLE, values
from mutuals.context import BrandContext, Context
from mutuals.domain import saved_replies
from mutuals.domain.ids import saved_reply_key
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Actor
from mutuals.domain.saved_replies import LANGUAGES, MOST, ReplyKind, SavedReply
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

UNKNOWN = "This saved reply is not known any more. Type /mutuals replies to see those there are."
FULL = f"There are {MOST} saved replies already, which is as many as there may be. Remove one first."


async def answer(ctx: Context, watched: BrandContext, actor: Actor, words: str) -> EphemeralReply:
    """A page of the list: of all, or of those in a language that is named by its code or its name."""
    typed = words.casefold().split()
    number = next((int(one) for one in typed if one.isdecimal() and len(one) < 4), 1)
    language = next((one for one in map(language_code, typed) if one), None)
    async with ctx.store.reading(watched.brand.id) as tx:
        every = await reply_choices.of_brand(tx)
    shown = [one for one in every if language in (None, one.language)]
    last = max(0, len(shown) - 1) // PAGE
    start = min(max(number - 1, 0), last) * PAGE
    may = permissions.of_saved_replies(actor) is None
    return saved_reply_list.listing(watched.brand.id, shown, start, language or "", may=may)


def language_code(word: str) -> str | None:
    """The code of the language that somebody names, "es" or "spanish"."""
    if word in LANGUAGES:
        return word
    return next((code for code, name in LANGUAGES.items() if name.casefold() == word), None)


async def open_form(ctx: Context, watched: BrandContext, click: Click) -> FieldsForm | EphemeralReply:
    """The form of a reply, or of a new one, for who may change it."""
    refused = permissions.of_saved_replies(click.actor)
    if refused is not None:
        return refused
    async with ctx.store.reading(watched.brand.id) as tx:
        one = await _found(tx, click)
        full = len(await tx.saved_replies.all()) >= MOST
    if one is None and saved_reply_key(click.alert_id) != NEW:
        return EphemeralReply(((UNKNOWN,),), ok=False)
    if one is None and full:
        return EphemeralReply(((FULL,),), ok=False)
    typed = await kept_fields.kept(ctx, watched, click) if click.value == AGAIN else None
    return saved_reply_list.form(watched.brand.id, one, typed)


async def submit(
    ctx: Context, watched: BrandContext, click: Click, typed: Mapping[str, str]
) -> FieldsForm | EphemeralReply:
    """Keep what was filled in; the form comes back with what is wrong in it."""
    refused = permissions.of_saved_replies(click.actor)
    if refused is not None:
        return refused
    now = ctx.clock.now()
    async with ctx.store.transaction(watched.brand.id) as tx:
        before = await _found(tx, click)
        if before is None and saved_reply_key(click.alert_id) != NEW:
            return EphemeralReply(((UNKNOWN,),), ok=False)
        one = _filled(typed, before, click.actor, now)
        wrong = _wrong(watched, one, now)
        if not wrong:
            await tx.saved_replies.put(one)
            await _record(tx, click.actor, one, "changed" if before else "added")
    await kept_fields.keep(ctx, watched, click, typed if wrong else None)
    if wrong:
        return saved_reply_list.form(watched.brand.id, before, typed, wrong)
    example = _example(one, now)
    measured = watched.network.measure(example or "")
    return saved_reply_list.saved(one, example, measured.used, measured.limit, new=before is None)


async def remove(tx: UnitOfWork, click: Click, now: datetime) -> EphemeralReply:
    """Take a reply out of the forms, or put it back there."""
    one = await _found(tx, click)
    if one is None:
        return EphemeralReply(((UNKNOWN,),), ok=False)
    back = click.value == BACK
    await tx.saved_replies.put(replace(one, removed=not back, by=one.by, at=one.at or now))
    await _record(tx, click.actor, one, "put back" if back else "removed")
    if not back:
        return saved_reply_list.removed(one)
    return EphemeralReply(((f"It is back: {one.name}.",),))


async def _found(tx: UnitOfWork, click: Click) -> SavedReply | None:
    """The reply that was pressed, removed or not; None for a new one, and one that nobody knows."""
    key = saved_reply_key(click.alert_id) or ""
    return await tx.saved_replies.get(key) or next((one for one in STARTERS if one.id == key), None)


def _filled(typed: Mapping[str, str], before: SavedReply | None, actor: Actor, now: datetime) -> SavedReply:
    named = {kind.value: kind for kind in ReplyKind}
    return SavedReply(
        id=before.id if before else uuid.uuid4().hex[:16],
        name=" ".join(typed.get(NAME, "").split()),
        language=typed.get(LANGUAGE, ""),
        text=typed.get(TEXT, "").strip(),
        kinds=frozenset(named[one] for one in typed.get(KINDS, "").split(",") if one in named),
        by=actor.name,
        at=now,
    )


def _wrong(watched: BrandContext, one: SavedReply, now: datetime) -> dict[str, str]:
    """What is wrong, by field."""
    found = saved_replies.problems(one.name, one.language, one.text)
    wrong = {name: why for name, why in zip((NAME, LANGUAGE, TEXT), found, strict=True) if why}
    measured = watched.network.measure(_example(one, now) or "")
    if TEXT not in wrong and measured.used > measured.limit:
        wrong[TEXT] = (
            f"With its fields filled in and a signature it counts {measured.used} of {measured.limit} characters. "
            "Shorten it."
        )
    return wrong


def _example(one: SavedReply, now: datetime) -> str | None:
    """What it looks like for somebody with a long name of whom all is known."""
    text = saved_replies.merged(one.text, values(EXAMPLE, one.language, now))
    return None if text is None else signed(text, Actor("", "", EXAMPLE.name))


async def _record(tx: UnitOfWork, actor: Actor, one: SavedReply, what: str) -> None:
    said = f"Saved reply “{one.name}” ({LANGUAGES.get(one.language, one.language)}) {what}."
    await tx.ledger.record(Decision(EntryKind.SETTING, actor, "saved-reply", said))
