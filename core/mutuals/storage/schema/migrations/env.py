"""What alembic runs: all steps on the one connection, inside the one transaction, of `migrate.upgrade`."""

from alembic import context

from mutuals.storage.schema.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,  # SQLite alters a table by writing it anew
)
context.run_migrations()
