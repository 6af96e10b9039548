"""Forms of several fields: which part of the actions fills each in, and takes it back."""

from collections.abc import Mapping

from mutuals.actions import approving, assigning, handing_off, saved_replies, settings
from mutuals.cards.fields import FieldsForm
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.context import BrandContext, Context
from mutuals.domain.model import Actor
from mutuals.ports.interactions import Click


async def open_form(ctx: Context, watched: BrandContext, click: Click) -> FieldsForm | EphemeralReply:
    """The form that this button opens, or what there is to say instead."""
    if click.do is Intent.ASSIGN:
        return await assigning.open_form(ctx, watched, click)
    if click.do is Intent.SEND_BACK:
        return await approving.open_form(ctx, watched, click)
    if click.do is Intent.HAND_OFF:
        return await handing_off.open_form(ctx, watched, click)
    if click.do is Intent.SAVED_REPLY:
        return await saved_replies.open_form(ctx, watched, click)
    return await settings.open_form(ctx, watched, click)


async def submit(
    ctx: Context, watched: BrandContext, click: Click, typed: Mapping[str, str], people: Mapping[str, Actor]
) -> FieldsForm | EphemeralReply:
    """What came of it; the form in return says in its fields what is wrong with them."""
    if click.do is Intent.ASSIGN:
        return await assigning.submit(ctx, watched, click, typed, people)
    if click.do is Intent.SEND_BACK:
        return await approving.submit(ctx, watched, click, typed)
    if click.do is Intent.HAND_OFF:
        return await handing_off.submit(ctx, watched, click, typed)
    if click.do is Intent.SAVED_REPLY:
        return await saved_replies.submit(ctx, watched, click, typed)
    return await settings.submit(ctx, watched, click, typed)
