"""What is asked about a person: by name, how the follow changed, the team's notes, and groups of fans."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NOT_ALONE = "(preference IS NULL OR preference <> 'leave_alone')"
NOT_FOLLOWED = "follows_us IS TRUE AND we_follow IS NOT TRUE"
TENURE: tuple[str | sa.TextClause, ...] = ("first_at", "person_id", "last_at")
NEWEST = (sa.text("last_at DESC"), "person_id")
TALKED = f"two_way > 0 AND {NOT_FOLLOWED} AND (preference IS NULL OR preference = 'follow')"
UNANSWERED = f"two_way = 0 AND interactions >= 5 AND {NOT_FOLLOWED} AND {NOT_ALONE}"
IGNORED = f"we_follow IS TRUE AND (answered_at IS NULL OR answered_at < last_at) AND {NOT_ALONE}"
FANS = (
    ("talked", (sa.text("two_way DESC"), *TENURE), TALKED),
    ("unanswered", TENURE, UNANSWERED),
    ("quiet", NEWEST, f"interactions >= 8 AND {NOT_ALONE}"),
    ("ignored", NEWEST, IGNORED),
)


def upgrade() -> None:
    """Add two tables and the indexes. Who follows whom since when is learnt from now on."""
    op.create_table(
        "bond_change",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("person_id", TEXT, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("event", TEXT, nullable=False),
        sa.Column("since", sa.BigInteger()),
        sa.PrimaryKeyConstraint("brand_id", "person_id", "at", "event", name="pk_bond_change"),
    )
    op.create_index("ix_bond_change_event", "bond_change", ["brand_id", "event", "at"])
    op.create_table(
        "person_note",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("person_id", TEXT, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("author_key", TEXT, nullable=False),
        sa.Column("author_name", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "person_id", "at", "author_key", name="pk_person_note"),
    )
    op.create_index("ix_person_called", "person", ["brand_id", sa.text("lower(handle)")])
    for name, columns, condition in FANS:
        where = sa.text(condition)
        op.create_index(
            f"ix_fan_{name}", "fan", ["brand_id", *columns], sqlite_where=where, postgresql_where=where
        )
