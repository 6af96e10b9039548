"""What somebody typed into a form of several fields that was refused: offered again, as a chat may have to close the form."""

import json
from collections.abc import Mapping

from mutuals.context import BrandContext, Context
from mutuals.ports.interactions import Click


async def kept(ctx: Context, watched: BrandContext, click: Click) -> dict[str, str] | None:
    """What was typed last into the form of this click, by field; None where nothing was refused."""
    async with ctx.store.reading(watched.brand.id) as tx:
        text = await tx.drafts.get(click.alert_id, click.draft_key)
    try:
        found = json.loads(text or "null")
    except ValueError:
        return None
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else None


async def keep(ctx: Context, watched: BrandContext, click: Click, typed: Mapping[str, str] | None) -> None:
    """Keep what was refused; None forgets it."""
    text = None if typed is None else json.dumps(dict(typed))
    async with ctx.store.transaction(watched.brand.id) as tx:
        await tx.drafts.put(click.alert_id, click.draft_key, text, ctx.clock.now())
