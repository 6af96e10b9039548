"""The organisation's other accounts: their handles, which people write into settings, as ids, which posts carry."""

from dataclasses import replace

import structlog

from mutuals.context import Context, Watched
from mutuals.errors import MutualsError

log = structlog.get_logger(__name__)

FAMILY = "family"  # memo: handle in small letters -> id, None where the network knows no such account


async def introduced(ctx: Context, watched: Watched) -> Watched:
    """The brand with its family's ids. Each handle is looked up once (it costs money) and then remembered.

    A look-up that fails is made again at the next look: the brand's own posts are no worse for it.
    """
    wanted = watched.policy.family
    if not wanted or wanted <= {handle.lower() for handle in watched.family.values()}:
        return watched
    async with ctx.store.transaction(watched.brand.id) as tx:
        kept = await tx.get(FAMILY)
    known: dict[str, str | None] = dict(kept) if isinstance(kept, dict) else {}
    missing = sorted(wanted - known.keys())
    if missing:
        try:
            found = await watched.network.accounts(missing)
        except MutualsError as error:
            log.info("family.not_looked_up", brand=watched.brand.id, why=str(error))
        else:
            known |= {handle: found[handle].id if handle in found else None for handle in missing}
            async with ctx.store.transaction(watched.brand.id) as tx:
                await tx.put(FAMILY, known)
            for handle in set(missing) - found.keys():
                log.warning("family.unknown", brand=watched.brand.id, handle=handle)
    ids = {one: handle for handle, one in known.items() if one and handle in wanted}
    complete = replace(watched, family=ids)
    if ctx.brands.get(watched.brand.id) is watched:
        ctx.brands[watched.brand.id] = complete
    return complete
