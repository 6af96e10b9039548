"""How the store and the engine connect to PostgreSQL: no connection waits without an end."""

from typing import Any

# A peer that vanished without a word (power, network) is noticed after half a minute. psycopg hands these to libpq
# (PostgreSQL's documentation, "Connection Strings"); all but the last are seconds.
PATIENCE: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives": 1,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,  # milliseconds
}
