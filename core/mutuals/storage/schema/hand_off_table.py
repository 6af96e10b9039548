"""Cases on their way to others."""

from sqlalchemy import Column, Index, Integer, Table, text

from mutuals.storage.schema.base import key, metadata, where
from mutuals.storage.schema.columns import Doc, Moment, Words

HANDING_OFF = text("state IN ('waiting', 'sending')")

hand_off = Table(
    "hand_off",
    metadata,
    key("brand_id"),
    key("id"),
    Column("alert_id", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("next_at", Moment),
    Column("doc", Doc, nullable=False),
    Index("ix_hand_off_next", "brand_id", "next_at", **where(HANDING_OFF)),
)
