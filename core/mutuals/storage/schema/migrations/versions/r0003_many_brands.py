"""Many brands and many processes: what is due again and again, and who holds which chat's connection."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add both tables; existing brands get their chores at the next start."""
    op.create_table(
        "chore",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "kind", name="pk_chore"),
    )
    op.create_index("ix_chore_next", "chore", ["next_at"])
    op.create_table(
        "seat",
        sa.Column("name", TEXT, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("holder", TEXT, nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", "number", name="pk_seat"),
    )
