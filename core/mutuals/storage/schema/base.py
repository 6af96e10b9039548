"""What every table is made with."""

from typing import Any

from sqlalchemy import Column, MetaData

from mutuals.storage.schema.columns import Words

metadata = MetaData(
    naming_convention={"pk": "pk_%(table_name)s", "ix": "ix_%(table_name)s_%(column_0_N_name)s"}
)


def key(name: str) -> Column[str]:
    """A part of a table's key."""
    return Column(name, Words, primary_key=True)


def where(condition: Any) -> dict[str, Any]:
    """The condition of a partial index, for both databases."""
    return {"sqlite_where": condition, "postgresql_where": condition}
