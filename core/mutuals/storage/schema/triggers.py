"""What the databases themselves refuse: the ledger takes new entries at its end, and nothing else.

The migration that made the table repeats these statements (a migration never changes); a test compares.
"""

_FIRST = "0" * 64
_NO = "the ledger is append-only"
_LAST_HASH = "SELECT hash FROM ledger WHERE brand_id = NEW.brand_id ORDER BY number DESC LIMIT 1"
_NEXT = "SELECT coalesce(max(number), 0) + 1 FROM ledger WHERE brand_id = NEW.brand_id"

_SQLITE = (
    f"CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, '{_NO}'); END",
    f"CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, '{_NO}'); END",
    # Also against INSERT OR REPLACE, which deletes without asking the trigger above.
    (
        f"CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger WHEN NEW.number IS NOT ({_NEXT}) "
        f"OR NEW.prev IS NOT coalesce(({_LAST_HASH}), '{_FIRST}') BEGIN SELECT RAISE(ABORT, '{_NO}'); END"
    ),
)

_POSTGRESQL = (
    (
        "CREATE OR REPLACE FUNCTION ledger_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'INSERT' THEN IF NEW.number = ({_NEXT}) "
        f"AND NEW.prev = coalesce(({_LAST_HASH}), '{_FIRST}') THEN RETURN NEW; END IF; END IF; "
        f"RAISE EXCEPTION '{_NO}'; END $$"
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

GUARDS = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}
