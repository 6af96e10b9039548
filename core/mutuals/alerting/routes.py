"""Where an alert is told: by the rules of the brand's routing, else in the channel for its kind; and where it stands."""

from collections.abc import Collection, Sequence

from mutuals.context import BrandContext
from mutuals.domain import cases as case_rules
from mutuals.domain import routing
from mutuals.domain.ids import alert_subject
from mutuals.domain.language.detect import language_of
from mutuals.domain.language.tokens import tokens
from mutuals.domain.model import Alert, AlertKind, Case, Category, Delivery, Flag, Post
from mutuals.domain.routing import RoutedAlert
from mutuals.ports.unit_of_work import UnitOfWork


async def targets(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, lead: Case | None = None
) -> list[tuple[str, str]]:
    """(chat, channel) for an alert as it is now; `lead` is the case that counts, if that is known already."""
    if not watched.policy.routes:
        return watched.targets(alert.kind)
    if lead is None and alert.case_ids:
        waiting = case_rules.order(list((await tx.cases.by_ids(alert.case_ids)).values()))
        lead = waiting[0] if waiting else None
    newest = lead.post_ids[-1:] if lead else alert.evidence[-1:]
    posts = list((await tx.posts.by_ids(newest)).values())
    category, flags = (lead.category, lead.flags) if lead else (None, frozenset[Flag]())
    return _routed(watched, alert.kind, category, flags, posts)


def of_theme(watched: BrandContext, category: Category) -> list[tuple[str, str]]:
    """(chat, channel) for people who write about one thing, told together: none of them is urgent."""
    return _routed(watched, AlertKind.CARE, category, (), ())


def _routed(
    watched: BrandContext,
    kind: AlertKind,
    category: Category | None,
    flags: Collection[Flag],
    posts: Sequence[Post],
) -> list[tuple[str, str]]:
    brand = watched.brand
    looked_at = RoutedAlert(
        kind,
        category,
        Flag.URGENT in flags,
        language_of(tokens(posts[0].text), posts[0].lang, posts[0].text)[:2] if posts else "",
        brand.network,
        frozenset({brand.account.handle.lower(), brand.id.lower()}),
    )
    found = routing.channels(watched.policy.routes, looked_at, dict(watched.targets(kind)))
    return list(found.items())


async def home(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, lead: Case | None = None, *, moves: bool = False
) -> list[tuple[str, str]]:
    """(chat, channel) where an alert stands or is to stand: where it was told already it stays, whatever has been set
    since, unless it `moves`: a fan's alert that has become a complaint is told again where complaints are."""
    wanted = dict(await targets(tx, watched, alert, lead))
    if moves:
        return list(wanted.items())
    rows = await standing(tx, watched, alert)
    stays = {row.chat: row.channel for row in rows if row.chat in watched.channels}
    return list({**{chat: one for chat, one in wanted.items() if chat not in stays}, **stays}.items())


async def standing(tx: UnitOfWork, watched: BrandContext, alert: Alert) -> list[Delivery]:
    """Of each chat the message in which the alert stands now: there are two of one that has moved to another channel."""
    rows = await tx.deliveries.of(alert_subject(alert.id))
    by_chat: dict[str, list[Delivery]] = {}
    for row in rows:
        by_chat.setdefault(row.chat, []).append(row)
    if all(len(some) == 1 for some in by_chat.values()):
        return rows
    wanted = dict(await targets(tx, watched, alert))
    return [_one(watched, alert, some, wanted.get(chat)) for chat, some in by_chat.items()]


def _one(watched: BrandContext, alert: Alert, rows: Sequence[Delivery], wanted: str | None) -> Delivery:
    left = [row for row in rows if row.channel != watched.channel(row.chat, AlertKind.FAN)]
    others = left if alert.kind is AlertKind.CARE and left else rows
    return next((row for row in rows if row.channel == wanted), others[-1])
