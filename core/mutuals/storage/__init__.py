"""Where everything is remembered: SQLAlchemy Core over SQLite or PostgreSQL."""
