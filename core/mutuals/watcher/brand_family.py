"""The organisation's other accounts: their handles, which people write into settings, as ids, which posts carry."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog

from mutuals.alerting import lifecycle
from mutuals.alerting.contacts import KNOWN_AS
from mutuals.context import BrandContext, Context
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import AlertKind

log = structlog.get_logger(__name__)

FAMILY = "family"  # memo: {"ids": handle -> id, "unknown": handle -> when the network knew no such account}
AGAIN = timedelta(days=1)  # an unknown handle may be an account that is still to be made


async def introduced(ctx: Context, watched: BrandContext) -> BrandContext:
    """The brand with what is known of the accounts that its settings name: its family, and who keeps a place on a list."""
    return await _with_known(ctx, await _with_family(ctx, watched))


async def renamed(ctx: Context, watched: BrandContext) -> BrandContext:
    """The brand under the name that the network knows our account by now, kept for every process."""
    try:
        account = await watched.network.me()
    except MutualsError:
        return watched
    was = watched.brand.account
    if account.id != was.id or (account.handle, account.name) == (was.handle, was.name):
        return watched
    kept = await ctx.store.brand(watched.brand.id) or watched.brand
    complete = replace(watched, brand=replace(kept, account=account))
    await ctx.store.put_brand(complete.brand)
    ctx.brands.introduce(complete)
    async with ctx.store.transaction(watched.brand.id) as tx:  # what waits says whom you act as
        for alert in [one for kind in AlertKind for one, _ in await tx.alerts.open(kind)]:
            await lifecycle.redraw(tx, alert)
    log.info("brand.renamed", brand=watched.brand.id, was=was.handle, handle=account.handle)
    return complete


async def _with_known(ctx: Context, watched: BrandContext) -> BrandContext:
    """An account on a list is held there by its id from the first time that it is looked up: names change hands."""
    async with ctx.store.transaction(watched.brand.id) as tx:
        known = {
            **(await tx.key_values.get(KNOWN_AS) or {}),
            **{one: name.lower() for one, name in watched.family.items()},
        }
    if known == watched.policy.known_as:
        return watched
    complete = replace(watched, policy=replace(watched.policy, known_as=known))
    ctx.brands.introduce(complete)
    return complete


async def _with_family(ctx: Context, watched: BrandContext) -> BrandContext:
    """The brand with its family's ids. Each handle is looked up once (it costs money) and then remembered.

    A look-up that fails is made again at the next look: the brand's own posts are no worse for it.
    """
    wanted = watched.policy.family
    if not wanted or wanted <= set(watched.family.values()):
        return watched
    async with ctx.store.transaction(watched.brand.id) as tx:
        kept: Any = await tx.key_values.get(FAMILY)
    kept = kept or {"ids": {}, "unknown": {}}
    now = ctx.clock.now()
    tried = {one for one, at in kept["unknown"].items() if now - datetime.fromisoformat(at) < AGAIN}
    missing = sorted(wanted - kept["ids"].keys() - tried)
    if missing:
        kept = await _looked_up(ctx, watched, kept, missing, now)
    complete = replace(
        watched, family={one: handle for handle, one in kept["ids"].items() if handle in wanted}
    )
    ctx.brands.introduce(complete)
    return complete


async def _looked_up(
    ctx: Context, watched: BrandContext, kept: Any, missing: list[str], now: datetime
) -> Any:
    try:
        found = await watched.network.accounts(missing)
    except MutualsError as error:
        log.info("family.not_looked_up", brand=watched.brand.id, why=str(error))
        return kept
    unknown = [handle for handle in missing if handle not in found]
    for handle in unknown:
        log.warning("family.unknown", brand=watched.brand.id, handle=handle)
    kept = {
        "ids": kept["ids"] | {handle: account.id for handle, account in found.items()},
        "unknown": kept["unknown"] | dict.fromkeys(unknown, now.isoformat()),
    }
    async with ctx.store.transaction(watched.brand.id) as tx:
        await tx.key_values.put(FAMILY, kept)
    return kept
