"""What stays of a person's deleted posts and alerts, read where what is stored is read."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import RowMapping, select

from mutuals.domain.person_summary import PersonSummary
from mutuals.storage.repositories.bulk_insert import find_by
from mutuals.storage.schema.person_summary_table import person_summary
from mutuals.storage.scope import Scope

_EPOCH = date(1970, 1, 1)
_ALL = select(person_summary)


async def of(scope: Scope, person_ids: Sequence[str]) -> list[PersonSummary]:
    """The summaries of these people, of whom something was deleted."""
    if not person_ids:
        return []
    rows = await find_by(scope.conn, scope.brand_id, _ALL, person_summary.c.person_id, person_ids)
    return [_summary_of(row) for row in rows.mappings()]


async def put(scope: Scope, these: Sequence[PersonSummary]) -> None:
    """Store summaries whole."""
    await scope.upsert(person_summary, [_row(scope.brand_id, one) for one in these])


def _summary_of(row: RowMapping) -> PersonSummary:
    days = {_EPOCH + timedelta(days=day): many for day, many in row["days"]}
    return PersonSummary(row["person_id"], row["first_at"], row["first_praise_at"], days, row["last_episode"])


def _row(brand_id: str, one: PersonSummary) -> dict[str, Any]:
    return {
        "brand_id": brand_id,
        "person_id": one.person_id,
        "first_at": one.first_at,
        "first_praise_at": one.first_praise_at,
        "last_episode": one.last_episode,
        "days": [[(day - _EPOCH).days, many] for day, many in sorted(one.days.items())],
    }
