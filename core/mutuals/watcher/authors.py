"""Who writes: the organisation's own accounts by their ids, how other people stand to the brand, and what they wish."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog

from mutuals.alerting import contacts, lifecycle, own_accounts
from mutuals.alerting.contacts import KNOWN_AS
from mutuals.context import BrandContext, Context
from mutuals.domain import sla
from mutuals.domain.case_batch import ClassifiedPost
from mutuals.domain.contact_preferences import ContactPreference
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import CASE_CLASSES, AlertKind
from mutuals.domain.sla import Standing
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.watcher import earlier_answers

log = structlog.get_logger(__name__)

KNOWN_SINCE = "known_since"
FAMILY = "family"  # memo: {"ids": handle -> id, "unknown": handle -> when the network knew no such account}
AGAIN = timedelta(days=1)  # an unknown handle may be an account that is still to be made


async def standings(
    tx: UnitOfWork, watched: BrandContext, heard: Sequence[ClassifiedPost]
) -> dict[str, Standing]:
    """The standing of everybody whose post may open a case; nobody's where the policy tells no tiers apart."""
    if not sla.tiered(watched.policy):
        return {}
    known_since = await _known_since(tx, heard)
    writers = {one.post.author_id for one in heard if one.reading and one.reading.category in CASE_CLASSES}
    persons = sorted(writers)
    if not persons:
        return {}
    first, fans, people = (
        await tx.posts.first_times(persons),
        await tx.fans.by_ids(persons),
        await tx.people.by_ids(persons),
    )
    found = {}
    for one in persons:
        person = people.get(one)
        found[one] = Standing(
            first_at=first.get(one),
            known_since=known_since,
            we_follow=person is not None and person.relationship.we_follow,
            fan=fans.get(one),
        )
    return found


async def _known_since(tx: UnitOfWork, heard: Sequence[ClassifiedPost]) -> datetime:
    """From when on we know what people write to this brand: the oldest post of the first look."""
    kept = await tx.key_values.get(KNOWN_SINCE)
    if isinstance(kept, str):
        return datetime.fromisoformat(kept)
    oldest = min(one.post.at for one in heard)
    await tx.key_values.put(KNOWN_SINCE, oldest.isoformat())
    return oldest


async def keep_contact_preferences(
    tx: UnitOfWork, watched: BrandContext, heard: Sequence[ClassifiedPost]
) -> None:
    """Keep what people say about how they want to be treated; their newest words hold."""
    spoken = {one.post.author_id: one for one in heard if one.preference is not None}
    for person_id, one in spoken.items():
        assert one.preference is not None
        kept = await contacts.contact_preference(tx, person_id)
        if kept is None or kept.at <= one.post.at:
            await contacts.put_contact_preference(
                tx, watched, person_id, ContactPreference(one.preference, one.post.at), source=one.post
            )
    for alert in (await tx.alerts.open_of(sorted(spoken))).values():
        await lifecycle.redraw(tx, alert)


async def introduced(ctx: Context, watched: BrandContext) -> BrandContext:
    """The brand with what is known of the organisation's other accounts, by its settings and by what the team has said, and
    of who keeps a place on a list."""
    return await _with_known(ctx, await _with_family(ctx, watched))


async def renamed(ctx: Context, watched: BrandContext) -> BrandContext:
    """The brand under the name that the network knows our account by now, kept for every process."""
    try:
        account = await watched.network.me()
    except MutualsError:
        return watched
    was = watched.brand.account
    named = (account.handle, account.name) == (was.handle, was.name)
    if account.id != was.id or (named and account.link == was.link):
        return watched
    kept = await ctx.store.brand(watched.brand.id) or watched.brand
    complete = replace(watched, brand=replace(kept, account=account))
    await ctx.store.put_brand(complete.brand)
    ctx.brands.introduce(complete)
    if named:  # only the address in the profile is another one, which nothing shows
        return complete
    async with ctx.store.transaction(watched.brand.id) as tx:  # what waits says whom you act as
        for alert in [one for kind in AlertKind for one, _ in await tx.alerts.open(kind)]:
            await lifecycle.redraw(tx, alert)
    log.info("brand.renamed", brand=watched.brand.id, was=was.handle, handle=account.handle)
    return complete


async def _with_known(ctx: Context, watched: BrandContext) -> BrandContext:
    """An account on a list is held there by its id from the first time that it is looked up: names change hands. What an
    account had answered before the team called it its own counts, too."""
    async with ctx.store.reading(watched.brand.id) as tx:
        await tx.key_values.load([own_accounts.KEY, KNOWN_AS])
        confirmed = await own_accounts.confirmed(tx)
        listed = await tx.key_values.get(KNOWN_AS) or {}
    complete = _knowing(watched, confirmed, listed)
    if new := confirmed.keys() - watched.family.keys():
        async with ctx.store.transaction(watched.brand.id) as tx:
            settled = await earlier_answers.settle(tx, complete, new, ctx.clock.now())
        if settled:
            await ctx.deliver(watched.brand.id)
    if complete != watched:
        ctx.brands.introduce(complete)
    return complete


def _knowing(watched: BrandContext, confirmed: Mapping[str, str], listed: Mapping[str, str]) -> BrandContext:
    """The brand with the accounts that the team has called its own, and those that the lists hold by their ids."""
    named = {one: handle for one, handle in watched.family.items() if handle in watched.policy.family}
    known_as = {**listed, **{one: name.lower() for one, name in named.items()}}
    policy = replace(watched.policy, known_as=known_as, own_ids=frozenset(confirmed))
    return replace(watched, policy=policy, family={**confirmed, **named})


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
