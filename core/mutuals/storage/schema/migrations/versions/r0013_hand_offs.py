"""A table for cases on their way to others."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
WAITS = sa.text("state IN ('waiting', 'sending')")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "hand_off",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("alert_id", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("next_at", sa.BigInteger()),
        sa.Column("doc", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "id", name="pk_hand_off"),
    )
    op.create_index(
        "ix_hand_off_next", "hand_off", ["brand_id", "next_at"], sqlite_where=WAITS, postgresql_where=WAITS
    )
