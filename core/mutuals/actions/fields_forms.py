"""Forms of several fields: which part of the actions fills each in, and takes it back."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from mutuals.actions import approving, assigning, handing_off, saved_replies, settings
from mutuals.cards.fields import FieldsForm
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.context import BrandContext, Context
from mutuals.domain.model import Actor
from mutuals.ports.interactions import Click

Told: TypeAlias = FieldsForm | EphemeralReply
Typed: TypeAlias = Mapping[str, str]
People: TypeAlias = Mapping[str, Actor]
Opens: TypeAlias = Callable[[Context, BrandContext, Click], Awaitable[Told]]
Submits: TypeAlias = Callable[[Context, BrandContext, Click, Typed, People], Awaitable[Told]]


def _without_people(submit: Callable[[Context, BrandContext, Click, Typed], Awaitable[Told]]) -> Submits:
    """Of a form in which nobody is chosen."""
    return lambda ctx, watched, click, typed, _people: submit(ctx, watched, click, typed)


_PARTS: Mapping[Intent, tuple[Opens, Submits]] = {
    Intent.ASSIGN: (assigning.open_form, assigning.submit),
    Intent.SEND_BACK: (approving.open_form, _without_people(approving.submit)),
    Intent.HAND_OFF: (handing_off.open_form, _without_people(handing_off.submit)),
    Intent.SAVED_REPLY: (saved_replies.open_form, _without_people(saved_replies.submit)),
    Intent.SETTINGS: (settings.open_form, _without_people(settings.submit)),
}


async def open_form(ctx: Context, watched: BrandContext, click: Click) -> FieldsForm | EphemeralReply:
    """The form that this button opens, or what there is to say instead."""
    opens, _ = _PARTS[click.do]
    return await opens(ctx, watched, click)


async def submit(
    ctx: Context, watched: BrandContext, click: Click, typed: Typed, people: People
) -> FieldsForm | EphemeralReply:
    """What came of it; the form in return says in its fields what is wrong with them."""
    _, submits = _PARTS[click.do]
    return await submits(ctx, watched, click, typed, people)
