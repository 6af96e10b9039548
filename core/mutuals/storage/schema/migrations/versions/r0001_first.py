"""The first shape."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

DOC = sa.Text()
MOMENT = sa.BigInteger()
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    """Create all tables."""
    _action()
    _alert()
    _brand()
    _care_case()
    _delivery()
    _draft()
    _fan()
    _memo()
    _notice()
    _person()
    _post()
    _secret()
    _spend()


def _action() -> None:
    op.create_table(
        "action",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("alert_id", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("next_at", MOMENT),
        sa.Column("once", TEXT),
        sa.Column("busy", TEXT),
        sa.Column("doc", DOC, nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "id", name="pk_action"),
    )
    op.create_index("ix_action_alert", "action", ["brand_id", "alert_id", "created_at"])
    op.create_index("ix_action_created", "action", ["brand_id", "created_at"])
    op.create_index(
        "ix_action_next",
        "action",
        ["brand_id", "next_at"],
        **_where("state IN ('intent', 'calling', 'waiting')"),
    )
    op.create_index("uq_action_busy", "action", ["brand_id", "busy"], unique=True)
    op.create_index("uq_action_once", "action", ["brand_id", "once"], unique=True)


def _alert() -> None:
    op.create_table(
        "alert",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("person_id", TEXT, nullable=False),
        sa.Column("episode", sa.Integer(), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("wake_at", MOMENT),
        sa.Column("doc", DOC, nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "id", name="pk_alert"),
    )
    op.create_index("ix_alert_kind", "alert", ["brand_id", "kind", "state", "opened_at"])
    op.create_index("ix_alert_opened", "alert", ["brand_id", "opened_at"])
    op.create_index("ix_alert_person", "alert", ["brand_id", "person_id", "episode"])
    op.create_index(
        "ix_alert_wake",
        "alert",
        ["brand_id", "wake_at"],
        **_where("wake_at IS NOT NULL"),
    )
    op.create_index(
        "uq_alert_open",
        "alert",
        ["brand_id", "person_id"],
        unique=True,
        **_where("state <> 'settled'"),
    )


def _brand() -> None:
    op.create_table(
        "brand",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("network", TEXT, nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("doc", DOC, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_brand"),
    )


def _care_case() -> None:
    op.create_table(
        "care_case",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("person_id", TEXT, nullable=False),
        sa.Column("conversation_id", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("next_at", MOMENT),
        sa.Column("doc", DOC, nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "id", name="pk_care_case"),
    )
    op.create_index("ix_care_case_conversation", "care_case", ["brand_id", "conversation_id"])
    op.create_index(
        "ix_care_case_next",
        "care_case",
        ["brand_id", "next_at"],
        **_where("next_at IS NOT NULL"),
    )
    op.create_index(
        "ix_care_case_person",
        "care_case",
        ["brand_id", "person_id"],
        **_where("state IN ('open', 'acknowledged')"),
    )
    op.create_index(
        "ix_care_case_waiting",
        "care_case",
        ["brand_id", "due_at"],
        **_where("state IN ('open', 'acknowledged')"),
    )


def _delivery() -> None:
    op.create_table(
        "delivery",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("subject", TEXT, nullable=False),
        sa.Column("channel", TEXT, nullable=False),
        sa.Column("place", TEXT, nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("next_at", MOMENT),
        sa.Column("parent", TEXT),
        sa.Column("ref", DOC),
        sa.Column("error", TEXT),
        sa.PrimaryKeyConstraint("brand_id", "subject", "channel", "place", name="pk_delivery"),
    )
    op.create_index(
        "ix_delivery_pending",
        "delivery",
        ["brand_id", "channel", "priority", "since"],
        **_where("(shown < wanted OR state = 'sending')"),
    )


def _draft() -> None:
    op.create_table(
        "draft",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("alert_id", TEXT, nullable=False),
        sa.Column("actor_key", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "alert_id", "actor_key", name="pk_draft"),
    )


def _fan() -> None:
    op.create_table(
        "fan",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("person_id", TEXT, nullable=False),
        sa.Column("log_score", sa.Double(), nullable=False),
        sa.Column("interactions", sa.Integer(), nullable=False),
        sa.Column("first_at", MOMENT, nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
        sa.Column("two_way", sa.Integer(), nullable=False),
        sa.Column("answered_at", MOMENT),
        sa.Column("follows_us", sa.Boolean()),
        sa.Column("we_follow", sa.Boolean()),
        sa.Column("checked_at", MOMENT),
        sa.Column("quiet_until", MOMENT),
        sa.Column("preference", TEXT),
        sa.PrimaryKeyConstraint("brand_id", "person_id", name="pk_fan"),
    )
    op.create_index(
        "ix_fan_top",
        "fan",
        ["brand_id", sa.text("log_score DESC")],
        **_where("we_follow IS NOT TRUE"),
    )


def _memo() -> None:
    op.create_table(
        "memo",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("value", DOC, nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "key", name="pk_memo"),
    )


def _notice() -> None:
    op.create_table(
        "notice",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("doc", DOC, nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "key", name="pk_notice"),
    )


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("handle", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("bio", TEXT, nullable=False),
        sa.Column("avatar_url", TEXT),
        sa.Column("checked_at", MOMENT),
        sa.Column("gone", TEXT),
        sa.Column("doc", DOC, nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "id", name="pk_person"),
    )


def _post() -> None:
    op.create_table(
        "post",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("root", TEXT, nullable=False),
        sa.Column("version_id", TEXT, nullable=False),
        sa.Column("author_id", TEXT, nullable=False),
        sa.Column("conversation_id", TEXT, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("interaction", TEXT),
        sa.Column("gone", TEXT),
        sa.Column("doc", DOC, nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "id", name="pk_post"),
    )
    op.create_index("ix_post_author", "post", ["brand_id", "author_id", "at"])
    op.create_index("ix_post_conversation", "post", ["brand_id", "conversation_id"])
    op.create_index("uq_post_root", "post", ["brand_id", "root"], unique=True)


def _secret() -> None:
    op.create_table(
        "secret",
        sa.Column("name", TEXT, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_secret"),
    )


def _spend() -> None:
    op.create_table(
        "spend",
        sa.Column("brand_id", TEXT, nullable=False),
        sa.Column("day", TEXT, nullable=False),
        sa.Column("what", TEXT, nullable=False),
        sa.Column("units", sa.BigInteger(), nullable=False),
        sa.Column("micros", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "day", "what", name="pk_spend"),
    )
