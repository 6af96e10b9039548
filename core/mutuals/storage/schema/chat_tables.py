"""The workspaces of a chat that have taken the app in, and the requests to do so that are under way.

The columns are those that slack_sdk's own stores ask for (its `AsyncSQLAlchemyInstallationStore` and
`AsyncSQLAlchemyOAuthStateStore`), and a test compares them; times are UTC without a zone. No token stands here: in its
place stands a word that says so, and the token is a sealed secret. The ids are drawn by lot: a sequence of PostgreSQL would
begin anew after a database was copied.
"""

from sqlalchemy import Boolean, Column, DateTime, Index, Integer, Table

from mutuals.storage.schema.base import metadata
from mutuals.storage.schema.columns import Words

_BOT = (
    "enterprise_id",
    "enterprise_name",
    "team_id",
    "team_name",
    "bot_token",
    "bot_id",
    "bot_user_id",
    "bot_scopes",
)

chat_installation = Table(
    "chat_installation",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("client_id", Words, nullable=False),
    Column("app_id", Words, nullable=False),
    *(Column(name, Words) for name in _BOT),
    Column("enterprise_url", Words),
    Column("bot_refresh_token", Words),
    Column("bot_token_expires_at", DateTime),
    Column("user_id", Words, nullable=False),
    Column("user_token", Words),
    Column("user_scopes", Words),
    Column("user_refresh_token", Words),
    Column("user_token_expires_at", DateTime),
    Column("incoming_webhook_url", Words),
    Column("incoming_webhook_channel", Words),
    Column("incoming_webhook_channel_id", Words),
    Column("incoming_webhook_configuration_url", Words),
    Column("is_enterprise_install", Boolean, nullable=False),
    Column("token_type", Words),
    Column("installed_at", DateTime, nullable=False),
    Index("ix_chat_installation_team", "client_id", "enterprise_id", "team_id", "user_id", "installed_at"),
)

chat_bot = Table(
    "chat_bot",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("client_id", Words, nullable=False),
    Column("app_id", Words, nullable=False),
    *(Column(name, Words) for name in _BOT),
    Column("bot_refresh_token", Words),
    Column("bot_token_expires_at", DateTime),
    Column("is_enterprise_install", Boolean, nullable=False),
    Column("installed_at", DateTime, nullable=False),
    Index("ix_chat_bot_team", "client_id", "enterprise_id", "team_id", "installed_at"),
)

chat_oauth_state = Table(
    "chat_oauth_state",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("state", Words, nullable=False),
    Column("expire_at", DateTime, nullable=False),
    Index("ix_chat_oauth_state_state", "state"),
)
