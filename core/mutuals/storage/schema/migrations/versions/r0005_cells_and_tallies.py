"""An index of fans in cells, so that the best are found among any number; counters; two more indexes."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
WELCOME = sa.text("we_follow IS NOT TRUE AND (preference IS NULL OR preference <> 'leave_alone')")
CELL = sa.text(
    "(CASE WHEN interactions >= 5 THEN 2 WHEN interactions >= 2 THEN 1 ELSE 0 END * 1000000 "
    "+ last_at / 86400000000)"
)
MANY = "SELECT brand_id, '{}', count(*) FROM {} GROUP BY brand_id"
COUNTED = (
    MANY.format("posts", "post"),
    MANY.format("fans", "fan"),
    MANY.format("alerts", "alert"),
    MANY.format("followers", "fan WHERE follows_us IS TRUE"),
    MANY.format("followed_back", "fan WHERE follows_us IS TRUE AND we_follow IS TRUE"),
)


def upgrade() -> None:
    """Replace the index of the best, add two more, and count what there is."""
    op.drop_index("ix_fan_top", table_name="fan")
    op.create_index(
        "ix_fan_best",
        "fan",
        ["brand_id", CELL, sa.text("log_score DESC"), "last_at", "interactions", "we_follow", "preference"],
        sqlite_where=WELCOME,
        postgresql_where=WELCOME,
    )
    op.drop_index("ix_post_conversation", table_name="post")
    op.create_index("ix_post_conversation", "post", ["brand_id", "conversation_id", "author_id"])
    op.create_index("ix_care_case_opened", "care_case", ["brand_id", "opened_at", "state"])
    _tally()


def _tally() -> None:
    op.create_table(
        "tally",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "name", name="pk_tally"),
    )
    for counted in COUNTED:
        op.execute("INSERT INTO tally (brand_id, name, value) " + counted)
