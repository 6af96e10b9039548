"""An index of the people with whom we have talked and who spoke since, so that a follow can be offered to them."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

RETURNED = sa.text(
    "two_way > 0 AND last_at > answered_at AND follows_us IS NOT FALSE AND we_follow IS NOT TRUE "
    "AND (preference IS NULL OR preference = 'follow')"
)


def upgrade() -> None:
    """Add the index."""
    op.create_index(
        "ix_fan_returned",
        "fan",
        ["brand_id", sa.text("last_at DESC"), "person_id"],
        sqlite_where=RETURNED,
        postgresql_where=RETURNED,
    )
