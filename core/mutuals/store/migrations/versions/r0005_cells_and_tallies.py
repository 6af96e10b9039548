"""Fans in cells, so that the best are found among any number; counters; two indexes that grow with the brand."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
WELCOME = sa.text("we_follow IS NOT TRUE AND (preference IS NULL OR preference <> 'leave_alone')")
# `tuples.cell_of` in SQL: the week of the last interaction, times four classes of how many there were.
CELL = (
    "(last_at / 604800000000) * 4 + CASE WHEN interactions >= 10 THEN 3 "
    "WHEN interactions >= 5 THEN 2 WHEN interactions >= 2 THEN 1 ELSE 0 END"
)
COUNTED = {
    "posts": "SELECT brand_id, count(*) FROM post GROUP BY brand_id",
    "fans": "SELECT brand_id, count(*) FROM fan GROUP BY brand_id",
    "alerts": "SELECT brand_id, count(*) FROM alert GROUP BY brand_id",
    "followers": "SELECT brand_id, count(*) FROM fan WHERE follows_us IS TRUE GROUP BY brand_id",
    "followed_back": (
        "SELECT brand_id, count(*) FROM fan WHERE follows_us IS TRUE AND we_follow IS TRUE GROUP BY brand_id"
    ),
}


def upgrade() -> None:
    """Add the column, fill it, and replace the index of the best; count what there is."""
    op.drop_index("ix_fan_top", table_name="fan")
    op.add_column("fan", sa.Column("cell", sa.BigInteger(), nullable=False, server_default="0"))
    op.execute(f"UPDATE fan SET cell = {CELL}")
    with op.batch_alter_table("fan") as fan:
        fan.alter_column("cell", server_default=None)
    op.create_index(
        "ix_fan_best",
        "fan",
        ["brand_id", "cell", sa.text("log_score DESC"), "last_at", "interactions"],
        sqlite_where=WELCOME,
        postgresql_where=WELCOME,
    )
    op.drop_index("ix_post_conversation", table_name="post")
    op.create_index("ix_post_conversation", "post", ["brand_id", "conversation_id", "author_id"])
    op.create_index("ix_care_case_state", "care_case", ["brand_id", "state", "opened_at"])
    _tally()


def _tally() -> None:
    op.create_table(
        "tally",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "name", name="pk_tally"),
    )
    for name, counted in COUNTED.items():
        op.execute(
            f"INSERT INTO tally (brand_id, value, name) SELECT counted.*, '{name}' FROM ({counted}) AS counted"
        )  # noqa: S608 - only our own words
