"""What stays of a person's posts and alerts when they are deleted."""

from sqlalchemy import Column, Integer, Table

from mutuals.storage.schema.base import key, metadata
from mutuals.storage.schema.columns import Doc, Moment

person_summary = Table(
    "person_summary",
    metadata,
    key("brand_id"),
    key("person_id"),
    Column("first_at", Moment),
    Column("first_praise_at", Moment),
    Column("last_episode", Integer, nullable=False),
    Column("days", Doc, nullable=False),  # [[day since 1970, posts], ...]: a hundred bytes for ten days
)
