"""Which acts are older than the ledger: from now on every other act must have its entries."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

BEFORE = (
    "SELECT brand_id, 'ledger_began' AS key, max(created_at) AS value FROM action WHERE (brand_id, id) NOT IN "
    "(SELECT brand_id, action_id FROM ledger WHERE entry = 'began') GROUP BY brand_id"
)


def upgrade() -> None:
    """Note for each brand when the newest act was begun that has no entry of its beginning."""
    rows = op.get_bind().execute(sa.text(BEFORE)).mappings().all()
    memo = sa.table("memo", sa.column("brand_id"), sa.column("key"), sa.column("value"))
    if rows:
        op.bulk_insert(memo, [dict(row) | {"value": str(row["value"])} for row in rows])
