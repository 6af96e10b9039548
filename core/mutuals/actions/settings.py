"""`/mutuals settings`: shows a brand's settings, and lets admins change them."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from mutuals.actions import kept_fields, permissions
from mutuals.cards import command_help, setting_groups, settings
from mutuals.cards.fields import AGAIN, FieldsForm
from mutuals.cards.markup import EphemeralReply
from mutuals.cards.setting_groups import GROUPS, Group
from mutuals.context import BrandContext, Context
from mutuals.domain import ids, roles
from mutuals.domain.model import Actor
from mutuals.domain.roles import Right
from mutuals.domain.setting_values import SettingValue
from mutuals.ports.interactions import Click


def may_change(actor: Actor) -> bool:
    """Only those who answer for it all."""
    return roles.may(actor.role, Right.RULE)


async def answer(ctx: Context, watched: BrandContext, actor: Actor, words: str) -> EphemeralReply:
    """All settings, or those of the group that is named."""
    if not words.strip():
        names = [name for one in GROUPS for name in settings.names(one, actor.chat)]
        values = await ctx.settings.values(watched.brand.id, names)
        return settings.listing(watched.brand.id, actor.chat, values, may=may_change(actor))
    word = words.split()[0]
    one = setting_groups.group(word)
    if one is None:
        return settings.unknown(word, command_help.nearest(word, [each.id for each in GROUPS]))
    values = await ctx.settings.values(watched.brand.id, settings.names(one, actor.chat))
    return settings.details(one, actor.chat, values)


async def open_form(ctx: Context, watched: BrandContext, click: Click) -> FieldsForm | EphemeralReply:
    """The form of a group for who may change it; for others, what holds in it. What was refused is filled in again."""
    one = _group(click)
    if one is None:
        return EphemeralReply(
            (("These settings are not known any more. Type /mutuals settings.",),), ok=False
        )
    values = await ctx.settings.values(watched.brand.id, settings.names(one, click.actor.chat))
    if not may_change(click.actor):
        return settings.details(one, click.actor.chat, values)
    typed = await kept_fields.kept(ctx, watched, click) if click.value == AGAIN else None
    zone = ZoneInfo(watched.policy.time_zone)
    return settings.form(watched.brand.id, one, click.actor.chat, values, zone, typed=typed)


async def submit(
    ctx: Context, watched: BrandContext, click: Click, typed: Mapping[str, str]
) -> FieldsForm | EphemeralReply:
    """Change what was filled in, all or nothing; the form comes back with what is wrong in it."""
    one = _group(click)
    refused = permissions.of_settings(click.actor)
    if one is None or refused is not None:
        return refused or EphemeralReply((("These settings are not known any more.",),), ok=False)
    names = {name.field: name for name in settings.names(one, click.actor.chat)}
    before = await ctx.settings.values(watched.brand.id, list(names.values()))
    wanted = {names[field]: _own(value) for field, value in typed.items() if field in names}
    changes = {
        name: value for name, value in wanted.items() if name in before and value != _was(before[name])
    }
    wrong = await ctx.settings.change(watched.brand.id, changes, click.actor) if changes else {}
    await kept_fields.keep(ctx, watched, click, typed if wrong else None)
    if wrong:
        zone = ZoneInfo(watched.policy.time_zone)
        errors = {name.field: why for name, why in wrong.items()}
        return settings.form(
            watched.brand.id, one, click.actor.chat, before, zone, typed=typed, errors=errors
        )
    now = await ctx.settings.values(watched.brand.id, list(names.values()))
    return settings.saved(one, click.actor.chat, before, now)


def _own(value: str) -> str:
    return "" if value == settings.FILES else value.strip()


def _was(value: SettingValue) -> str:
    return value.value if value.own else ""


def _group(click: Click) -> Group | None:
    word = ids.settings_group(click.alert_id)
    return setting_groups.group(word) if word else None
