"""What is kept about a person beside their profile, their posts and their score."""

from sqlalchemy import Column, Index, Table

from mutuals.storage.schema.base import key, metadata
from mutuals.storage.schema.columns import Moment, Words

# Who began or stopped to follow whom, as look-ups have shown it.
bond_change = Table(
    "bond_change",
    metadata,
    key("brand_id"),
    key("person_id"),
    Column("at", Moment, primary_key=True, autoincrement=False),
    key("event"),
    Column("since", Moment),  # the look-up before
    Index("ix_bond_change_event", "brand_id", "event", "at"),
)

# What the team writes down about a person for itself.
person_note = Table(
    "person_note",
    metadata,
    key("brand_id"),
    key("person_id"),
    Column("at", Moment, primary_key=True, autoincrement=False),
    key("author_key"),
    Column("author_name", Words, nullable=False),
    Column("text", Words, nullable=False),
)
