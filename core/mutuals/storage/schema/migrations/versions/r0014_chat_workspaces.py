"""Tables for the workspaces of a chat that have taken the app in."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, TEXT) for name in names]


def _bot() -> list[sa.Column[str]]:
    return _texts(
        "enterprise_id", "enterprise_name", "team_id", "team_name", "bot_token", "bot_id", "bot_user_id", "bot_scopes"
    )  # fmt: skip


def upgrade() -> None:
    """Add the three tables."""
    op.create_table(
        "chat_installation",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("client_id", TEXT, nullable=False),
        sa.Column("app_id", TEXT, nullable=False),
        *_bot(),
        *_texts("enterprise_url", "bot_refresh_token"),
        sa.Column("bot_token_expires_at", sa.DateTime()),
        sa.Column("user_id", TEXT, nullable=False),
        *_texts("user_token", "user_scopes", "user_refresh_token"),
        sa.Column("user_token_expires_at", sa.DateTime()),
        *_texts("incoming_webhook_url", "incoming_webhook_channel", "incoming_webhook_channel_id"),
        *_texts("incoming_webhook_configuration_url"),
        sa.Column("is_enterprise_install", sa.Boolean(), nullable=False),
        *_texts("token_type"),
        sa.Column("installed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chat_installation"),
    )
    team = ["client_id", "enterprise_id", "team_id", "user_id", "installed_at"]
    op.create_index("ix_chat_installation_team", "chat_installation", team)
    op.create_table(
        "chat_bot",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("client_id", TEXT, nullable=False),
        sa.Column("app_id", TEXT, nullable=False),
        *_bot(),
        *_texts("bot_refresh_token"),
        sa.Column("bot_token_expires_at", sa.DateTime()),
        sa.Column("is_enterprise_install", sa.Boolean(), nullable=False),
        sa.Column("installed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chat_bot"),
    )
    op.create_index("ix_chat_bot_team", "chat_bot", ["client_id", "enterprise_id", "team_id", "installed_at"])
    op.create_table(
        "chat_oauth_state",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("expire_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chat_oauth_state"),
    )
    op.create_index("ix_chat_oauth_state_state", "chat_oauth_state", ["state"])
