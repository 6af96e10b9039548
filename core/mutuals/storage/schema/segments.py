"""Which fans are in a group, as conditions of partial indexes: those of `mutuals.domain.fan_segments`.

Queries must repeat them word for word for SQLite to use the index.
"""

from sqlalchemy import text

TALKED = text(
    "two_way > 0 AND follows_us IS TRUE AND we_follow IS NOT TRUE AND (preference IS NULL OR preference = 'follow')"
)
UNANSWERED = text(
    "two_way = 0 AND interactions >= 5 AND follows_us IS TRUE AND we_follow IS NOT TRUE "
    "AND (preference IS NULL OR preference <> 'leave_alone')"
)
QUIET = text("interactions >= 8 AND (preference IS NULL OR preference <> 'leave_alone')")
RETURNED = text(
    "two_way > 0 AND last_at > answered_at AND follows_us IS NOT FALSE AND we_follow IS NOT TRUE "
    "AND (preference IS NULL OR preference = 'follow')"
)
IGNORED = text(
    "we_follow IS TRUE AND (answered_at IS NULL OR answered_at < last_at) "
    "AND (preference IS NULL OR preference <> 'leave_alone')"
)
