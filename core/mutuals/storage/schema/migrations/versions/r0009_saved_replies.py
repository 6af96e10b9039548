"""The texts that a team keeps to answer with."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the table. Starters are no rows, so it begins empty."""
    op.create_table(
        "saved_reply",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("doc", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "id", name="pk_saved_reply"),
    )
