"""What is said to a brand in each clock hour; kept when the posts are deleted."""

from sqlalchemy import Column, Integer, Table

from mutuals.storage.schema.base import key, metadata
from mutuals.storage.schema.columns import Moment

hour_count = Table(
    "hour_count",
    metadata,
    key("brand_id"),
    Column("hour", Moment, primary_key=True, autoincrement=False),
    Column("posts", Integer, nullable=False),
    Column("complaints", Integer, nullable=False),
    Column("questions", Integer, nullable=False),
    Column("praise", Integer, nullable=False),
)
