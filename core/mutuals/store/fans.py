"""People and fans, and the query that the product is about: whom should we follow back?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, or_, select, update

from mutuals.model import Fan, Person
from mutuals.store.columns import storable
from mutuals.store.rows import fan_of, fan_row, person_of, person_row
from mutuals.store.scope import Scope, batches
from mutuals.store.tables import NOT_FOLLOWED, fan, person

LEAVE_ALONE = "leave_alone"


async def people(scope: Scope, ids: Sequence[str]) -> dict[str, Person]:
    """The stored people of these ids."""
    found: dict[str, Person] = {}
    for some in batches(ids):
        query = select(person).where(person.c.brand_id == scope.brand_id, person.c.id.in_(some))
        found |= {row["id"]: person_of(row) for row in await scope.all(query)}
    return found


async def put_people(scope: Scope, these: Sequence[Person]) -> None:
    """Store people; a relationship that was looked up is copied into the fan rows."""
    latest = {one.account.id: one for one in these}
    await scope.upsert(person, [person_row(scope.brand_id, one) for one in latest.values()])
    looked_up = [
        {
            "whose": storable(one.account.id),
            "follows_us": one.relationship.follows_us,
            "we_follow": one.relationship.we_follow,
            "checked_at": one.checked_at,
        }
        for one in latest.values()
        if one.checked_at is not None
    ]
    if looked_up:
        statement = update(fan).where(fan.c.brand_id == scope.brand_id, fan.c.person_id == bindparam("whose"))
        await scope.conn.execute(statement, looked_up)


async def fans(scope: Scope, person_ids: Sequence[str]) -> dict[str, Fan]:
    """The fan rows of these people."""
    found: dict[str, Fan] = {}
    for some in batches(person_ids):
        query = select(fan).where(fan.c.brand_id == scope.brand_id, fan.c.person_id.in_(some))
        found |= {row["person_id"]: fan_of(row) for row in await scope.all(query)}
    return found


async def put_fans(scope: Scope, these: Sequence[Fan]) -> None:
    """Store fan rows whole."""
    await scope.upsert(fan, [fan_row(one) for one in {one.person_id: one for one in these}.values()])


async def top_fans(scope: Scope, limit: int, *, active_since: datetime, at_least: int) -> list[Fan]:
    """Whom we do not follow, best score first, by the partial index; not those to leave alone."""
    query = (
        select(fan)
        .where(
            fan.c.brand_id == scope.brand_id,
            NOT_FOLLOWED,
            fan.c.last_at >= active_since,
            fan.c.interactions >= at_least,
            or_(fan.c.preference.is_(None), fan.c.preference != LEAVE_ALONE),
        )
        .order_by(fan.c.log_score.desc())
        .limit(limit)
    )
    return [fan_of(row) for row in await scope.all(query)]
