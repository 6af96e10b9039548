"""The steps from an empty database to the present one; alembic finds them by their place."""
