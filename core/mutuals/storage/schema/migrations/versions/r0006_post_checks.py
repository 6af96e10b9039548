"""When each quoted post was last looked at again, and when an alert was settled as a column to search by."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
CLOSED_AT = {
    "sqlite": "json_extract(doc, '$.closed_at')",
    "postgresql": "CAST(CAST(doc AS json) ->> 'closed_at' AS bigint)",
}


def upgrade() -> None:
    """Add the table and the column, and fill the column from what the alerts say."""
    op.create_table(
        "post_check",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("post_id", TEXT, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "post_id", name="pk_post_check"),
    )
    op.add_column("alert", sa.Column("closed_at", sa.BigInteger()))
    closed_at = CLOSED_AT[op.get_bind().dialect.name]
    op.execute(f"UPDATE alert SET closed_at = {closed_at} WHERE state = 'settled'")  # noqa: S608 - words of our own
    known = sa.text("closed_at IS NOT NULL")
    op.create_index(
        "ix_alert_closed", "alert", ["brand_id", "closed_at"], sqlite_where=known, postgresql_where=known
    )
