"""Each alert gets its place in the queue as columns and an index; of each case it is seen whether it was told."""

import hashlib
import json
from collections import defaultdict
from math import log2
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
UNTOLD = sa.text("state IN ('open', 'acknowledged') AND told IS FALSE")
ASKED = sa.text("turn = 'asked'")
UNSETTLED = sa.text("state <> 'settled'")
SECOND = 1_000_000  # microseconds
ASKS = {"complaint": 1, "concern": 1, "question": 2}
WHOLE = (
    "SELECT brand_id, id, state, due_at, doc FROM care_case",
    "SELECT * FROM alert WHERE state <> 'settled'",
)
CASES = sa.text("UPDATE care_case SET told = :told, turn = :turn WHERE brand_id = :brand AND id = :id")
ALERTS = sa.text(
    "UPDATE alert SET queue_key = :key, overdue_at = :overdue, asks = :asks, claimed_key = :claimed "
    "WHERE brand_id = :brand AND id = :id"
)


def upgrade() -> None:
    """Add the columns, fill them from what is kept in `doc`, then make the indexes."""
    op.add_column("care_case", sa.Column("told", sa.Boolean()))
    op.add_column("care_case", sa.Column("turn", TEXT))
    op.add_column("alert", sa.Column("queue_key", TEXT, nullable=False, server_default=""))
    op.add_column("alert", sa.Column("overdue_at", sa.BigInteger()))
    op.add_column("alert", sa.Column("asks", sa.Integer()))
    op.add_column("alert", sa.Column("claimed_key", TEXT))
    _fill()
    queue = ["brand_id", "queue_key", "kind", "overdue_at", "asks", "claimed_key"]
    for name, table, columns, where in (
        ("ix_care_case_untold", "care_case", ["brand_id"], UNTOLD),
        ("ix_care_case_asked", "care_case", ["brand_id", "opened_at", "state", "person_id"], ASKED),
        ("ix_alert_queue", "alert", queue, UNSETTLED),
    ):
        op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def _fill() -> None:
    bind = op.get_bind()
    waiting: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
    told: list[dict[str, Any]] = []
    for row in bind.execute(sa.text(WHOLE[0])):
        doc = json.loads(row.doc)
        told.append({"brand": row.brand_id, "id": row.id, "told": bool(doc["told"]), "turn": doc.get("turn")})
        if row.state in ("open", "acknowledged"):
            waiting[row.brand_id, row.id] = doc | {"state": row.state, "due_at": row.due_at, "id": row.id}
    if told:
        bind.execute(CASES, told)
    places = [_place(row, waiting) for row in bind.execute(sa.text(WHOLE[1]))]
    if places:
        bind.execute(ALERTS, places)


def _place(row: Any, waiting: dict[tuple[str, str], dict[str, Any]]) -> dict[str, Any]:
    """See `mutuals.domain.queue_order.place`, as it was when this was written."""
    doc = json.loads(row.doc)
    cases = [waiting[row.brand_id, one] for one in doc["case_ids"] if (row.brand_id, one) in waiting]
    first = min(map(_rank, cases), default=(True, 0, 0.0, row.opened_at))
    group = 4 * (row.state == "snoozed") + 2 * (not cases) + first[0]
    worse = min(9999, max(0, round(9999 + first[2] * 1000)))
    quarter, seconds = min(99_999_999, max(0, first[1])), min(9_999_999_999, max(0, first[3] // SECOND))
    tie = hashlib.sha256(row.id.encode("utf-8", "replace")).hexdigest()[:10]
    asks = 0
    for one in cases:
        asks |= ASKS.get(one["klass"], 0)
    return {
        "brand": row.brand_id,
        "id": row.id,
        "key": f"{group}{quarter:08d}{worse:04d}{seconds:010d}{tie}",
        "overdue": min((at for one in cases if (at := _overdue_at(one)) is not None), default=None),
        "asks": asks,
        "claimed": doc.get("claimed_key"),
    }


def _rank(case: dict[str, Any]) -> tuple[bool, int, float, int]:
    held = case["state"] == "acknowledged" or case.get("turn") == "solved"
    due_at = case["promised_at"] if held and case["promised_at"] else case["due_at"]
    severity = case["score"] * (1 + log2(1 + len(case.get("echoes", ()))))
    return held or "urgent" not in case["flags"], due_at // (900 * SECOND), -severity, due_at


def _overdue_at(case: dict[str, Any]) -> int | None:
    if case["state"] == "acknowledged":
        return case["promised_at"]  # type: ignore[no-any-return]
    return None if case.get("turn") == "solved" else case["due_at"]
