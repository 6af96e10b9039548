"""A table for what is said to a brand, hour by hour."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "hour_count",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("hour", sa.BigInteger(), nullable=False, autoincrement=False),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("posts", "complaints", "questions", "praise")
        ),
        sa.PrimaryKeyConstraint("brand_id", "hour", name="pk_hour_count"),
    )
