"""A table for what stays of deleted posts, and the first turn of retention for every brand."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the table; what is too old is looked for at the next start."""
    op.create_table(
        "person_summary",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("person_id", TEXT, nullable=False),
        sa.Column("first_at", sa.BigInteger()),
        sa.Column("first_praise_at", sa.BigInteger()),
        sa.Column("last_episode", sa.Integer(), nullable=False),
        sa.Column("days", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "person_id", name="pk_person_summary"),
    )
    op.execute("INSERT INTO chore (brand_id, kind, next_at) SELECT id, 'retention', 0 FROM brand")
