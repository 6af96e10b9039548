"""Any settled alert used to silence a person as a fan for 90 days: what was no decision about the fan does so no more."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

FOLLOW_UP = 7 * 86_400 * 1_000_000  # microseconds; the default of the policy, after a reply to a fan
SETTLED = (
    "SELECT fan.brand_id, fan.person_id, fan.quiet_until, alert.closed_at, alert.doc FROM fan JOIN alert ON "
    "alert.brand_id = fan.brand_id AND alert.person_id = fan.person_id WHERE fan.quiet_until IS NOT NULL AND "
    "alert.closed_at IS NOT NULL ORDER BY alert.closed_at"
)
CASE = sa.text("SELECT doc FROM care_case WHERE brand_id = :brand AND id = :id")
QUIET = sa.text("UPDATE fan SET quiet_until = :until WHERE brand_id = :brand AND person_id = :person")


def upgrade() -> None:
    """Let each silence begin with the last decision about the fan. It was counted from the last alert of any kind."""
    closed: dict[tuple[str, str, int], list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for row in op.get_bind().execute(sa.text(SETTLED)):
        closed[row.brand_id, row.person_id, row.quiet_until].append((row.closed_at, json.loads(row.doc)))
    changes = [
        {"brand": brand, "person": person, "until": until}
        for (brand, person, quiet), alerts in closed.items()
        if (until := _until(brand, quiet, alerts)) != quiet
    ]
    if changes:
        op.get_bind().execute(QUIET, changes)


def _until(brand: str, quiet: int, alerts: Sequence[tuple[int, dict[str, Any]]]) -> int | None:
    """`alerts` are those of one person, the first that was closed first."""
    last = alerts[-1][0]
    decided = [at for at, alert in alerts if _decision(brand, alert)]
    talked = [at + FOLLOW_UP for at, alert in alerts if alert.get("is_fan")]
    # However long the cool-down of this brand is: it moves with its beginning.
    silences = [quiet - (last - decided[-1])] if decided else []
    found = max([*silences, *talked[-1:]], default=None)
    return None if found is None else min(found, quiet)


def _decision(brand: str, alert: dict[str, Any]) -> bool:
    """See `mutuals.domain.loyalty.quiet_after`; why an alert was dismissed is kept with its cases."""
    if alert.get("closed_by") != "dismissed" or alert.get("is_fan"):
        return alert.get("closed_by") in ("followed", "dismissed")
    found = (op.get_bind().execute(CASE, {"brand": brand, "id": one}).scalar() for one in alert["case_ids"])
    return any(json.loads(doc).get("closed_by") == "not_us" for doc in found if doc)
