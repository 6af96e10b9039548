"""Counters of a brand, kept in the transaction that changes what they count: no count ever reads a big table.

Changes are gathered in memory and written once, just before the commit.
"""

from collections.abc import Mapping

from sqlalchemy import func, select

from mutuals.domain.model import AlertKind, AlertState
from mutuals.storage.schema.tables import WAITING, alert, care_case, tally
from mutuals.storage.scope import Scope, insert

POSTS, FANS, ALERTS = "posts", "fans", "alerts"
FOLLOWERS = "followers"  # fans of whom a look-up said that they follow the brand
FOLLOWED_BACK = "followed_back"  # of these, whom the brand follows

STRANGER = (None, None)  # as we stand to somebody who was never looked up
Bond = tuple[bool | None, bool | None]  # follows us, we follow


def moved(scope: Scope, old: Bond | None, new: Bond) -> None:
    """A fan's row has changed, or is new (`old` None)."""
    if old is None:
        scope.tally(FANS, 1)
    if (before := old or STRANGER) != new:
        scope.tally(FOLLOWERS, bool(new[0]) - bool(before[0]))
        scope.tally(FOLLOWED_BACK, all(new) - all(before))


async def flush(scope: Scope) -> None:
    """Write what was gathered."""
    changes = {name: value for name, value in scope.tallies.items() if value}
    scope.tallies.clear()
    if not changes:
        return
    rows = [{"brand_id": scope.brand_id, "name": name, "value": value} for name, value in changes.items()]
    statement = insert(scope.conn.dialect.name, tally)
    added = {"value": tally.c.value + statement.excluded.value}
    keys = [column.name for column in tally.primary_key]
    await scope.conn.execute(statement.on_conflict_do_update(index_elements=keys, set_=added), rows)


async def read(scope: Scope) -> Mapping[str, int]:
    """The counters, this transaction's own changes included; 0 where nothing was ever counted."""
    await flush(scope)
    rows = await scope.all(select(tally.c.name, tally.c.value).where(tally.c.brand_id == scope.brand_id))
    return dict.fromkeys((POSTS, FANS, ALERTS, FOLLOWERS, FOLLOWED_BACK), 0) | {
        row["name"]: row["value"] for row in rows
    }


async def counts(scope: Scope) -> dict[str, int]:
    """Counters of the brand: what is open is counted by an index that holds little else, the rest is kept."""
    mine = alert.c.brand_id == scope.brand_id
    open_states = [state for state in AlertState if state is not AlertState.SETTLED]
    by_kind = select(alert.c.kind, func.count().label("many")).where(
        mine, alert.c.kind.in_(list(AlertKind)), alert.c.state.in_(open_states)
    )
    open_alerts = {row["kind"]: row["many"] for row in await scope.all(by_kind.group_by(alert.c.kind))}
    open_cases = select(func.count()).select_from(care_case)
    kept = dict(await read(scope))
    return {
        "open_cases": await scope.number(open_cases.where(care_case.c.brand_id == scope.brand_id, WAITING)),
        **{f"open_{kind}": open_alerts.get(kind, 0) for kind in AlertKind},
        "settled_alerts": kept.pop(ALERTS) - sum(open_alerts.values()),
        **kept,
    }
