"""A database as an earlier version has left it: what later migrations have made is taken away again."""

from sqlalchemy import create_engine, text

# What takes away what each migration has made, by its revision.
MADE_BY = {
    "0009": ["DROP TABLE saved_reply"],
    "0010": [
        *(f"DROP INDEX {name}" for name in ("ix_care_case_untold", "ix_care_case_asked", "ix_alert_queue")),
        *(f"ALTER TABLE care_case DROP COLUMN {name}" for name in ("told", "turn")),
        *(
            f"ALTER TABLE alert DROP COLUMN {name}"
            for name in ("queue_key", "overdue_at", "asks", "claimed_key")
        ),
    ],
    "0011": [
        *(f"DROP TABLE {name}" for name in ("bond_change", "person_note")),
        *(
            f"DROP INDEX {name}"
            for name in (
                "ix_person_called",
                "ix_fan_talked",
                "ix_fan_unanswered",
                "ix_fan_quiet",
                "ix_fan_ignored",
            )
        ),
    ],
    "0012": ["DROP INDEX ix_fan_returned"],
    "0013": ["DROP TABLE hand_off"],
    "0014": [f"DROP TABLE {name}" for name in ("chat_installation", "chat_bot", "chat_oauth_state")],
    "0015": ["DROP TABLE hour_count"],
    "0016": ["DROP TABLE person_summary", "DELETE FROM chore WHERE kind = 'retention'"],
}


def as_of(url: str, revision: str) -> None:
    """Bring the shape back to that of a revision; what earlier migrations than those above made stays as it is."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        for later in sorted(MADE_BY, reverse=True):
            for statement in MADE_BY[later] if later > revision else ():
                connection.execute(text(statement))
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{revision}'"))
    engine.dispose()
