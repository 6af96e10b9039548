"""The ledger of outward acts, which takes new entries at its end and nothing else."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NEEDED = (
    "entry",
    "action_id",
    "act",
    "path",
    "alert_id",
    "actor_channel",
    "actor_id",
    "actor_name",
    "person_id",
)
OPTIONAL = ("post_id", "text", "approved_by", "external_id", "outcome")

FIRST = "0" * 64
NO = "the ledger is append-only"
LAST_HASH = "SELECT hash FROM ledger WHERE brand_id = NEW.brand_id ORDER BY number DESC LIMIT 1"
NEXT = "SELECT coalesce(max(number), 0) + 1 FROM ledger WHERE brand_id = NEW.brand_id"

SQLITE = (
    f"CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, '{NO}'); END",
    f"CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, '{NO}'); END",
    (
        f"CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger WHEN NEW.number IS NOT ({NEXT}) "
        f"OR NEW.prev IS NOT coalesce(({LAST_HASH}), '{FIRST}') BEGIN SELECT RAISE(ABORT, '{NO}'); END"
    ),
)

POSTGRESQL = (
    (
        "CREATE OR REPLACE FUNCTION ledger_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'INSERT' THEN IF NEW.number = ({NEXT}) "
        f"AND NEW.prev = coalesce(({LAST_HASH}), '{FIRST}') THEN RETURN NEW; END IF; END IF; "
        f"RAISE EXCEPTION '{NO}'; END $$"
    ),
    (
        "CREATE TRIGGER ledger_in_order BEFORE INSERT OR UPDATE OR DELETE ON ledger "
        "FOR EACH ROW EXECUTE FUNCTION ledger_guard()"
    ),
    (
        "CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_guard()"
    ),
)


def upgrade() -> None:
    """Add the table with its guards. It begins empty: what was done before has no entry."""
    op.create_table(
        "ledger",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *(sa.Column(name, TEXT, nullable=False) for name in NEEDED),
        *(sa.Column(name, TEXT) for name in OPTIONAL),
        sa.Column("prev", TEXT, nullable=False),
        sa.Column("hash", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "number", name="pk_ledger"),
    )
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
