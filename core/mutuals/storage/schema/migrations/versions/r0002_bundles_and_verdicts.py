"""Bundles of alerts, and what people said about our judgement."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add both tables, and find posts by their time: the digest looks at a day of them."""
    _bundle()
    _verdict()
    op.create_index("ix_post_at", "post", ["brand_id", "at"])


def _bundle() -> None:
    op.create_table(
        "bundle",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("wake_at", sa.BigInteger()),
        sa.Column("doc", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "id", name="pk_bundle"),
    )
    op.create_index("ix_bundle_last", "bundle", ["brand_id", "last_at"])
    waits = sa.text("wake_at IS NOT NULL")
    op.create_index(
        "ix_bundle_wake", "bundle", ["brand_id", "wake_at"], sqlite_where=waits, postgresql_where=waits
    )


def _verdict() -> None:
    op.create_table(
        "verdict",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("post_id", TEXT, nullable=False),
        sa.Column("actor_key", TEXT, nullable=False),
        sa.Column("actor_name", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.Column("klass", TEXT, nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "post_id", "actor_key", name="pk_verdict"),
    )
    op.create_index("ix_verdict_at", "verdict", ["brand_id", "at"])
