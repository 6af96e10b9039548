"""Which posts the chats quote, and when each was last looked at again."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Integer, Text, TextualSelect, bindparam, column, delete, text
from sqlalchemy.dialects.postgresql import ARRAY

from mutuals.domain.rechecks import QuotedPost
from mutuals.storage.repositories.bulk_insert import given
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.columns import Moment
from mutuals.storage.schema.tables import post_check

FORGOTTEN = timedelta(days=90)  # a post that was not looked at for so long is quoted no more

# MEMBERS(document, field) gives the texts of a list in a document, as a table with the column `value`.
_QUOTED = """
WITH shown AS (
    SELECT given.value AS post_id, 0 AS is_open FROM LISTED(:also) AS given
    UNION ALL
    SELECT kept.value, 1 FROM alert CROSS JOIN MEMBERS(alert.doc, 'evidence') AS kept
    WHERE alert.brand_id = :brand_id AND alert.state <> 'settled'
    UNION ALL
    SELECT kept.value, 1 FROM alert CROSS JOIN MEMBERS(alert.doc, 'case_ids') AS one
    JOIN care_case ON care_case.brand_id = alert.brand_id AND care_case.id = one.value
    CROSS JOIN MEMBERS(care_case.doc, 'post_ids') AS kept
    WHERE alert.brand_id = :brand_id AND alert.state <> 'settled'
    UNION ALL
    SELECT kept.value, 0 FROM alert CROSS JOIN MEMBERS(alert.doc, 'evidence') AS kept
    WHERE alert.brand_id = :brand_id AND alert.state = 'settled' AND alert.closed_at >= :closed_since
    UNION ALL
    SELECT kept.value, 0 FROM alert CROSS JOIN MEMBERS(alert.doc, 'case_ids') AS one
    JOIN care_case ON care_case.brand_id = alert.brand_id AND care_case.id = one.value
    CROSS JOIN MEMBERS(care_case.doc, 'post_ids') AS kept
    WHERE alert.brand_id = :brand_id AND alert.state = 'settled' AND alert.closed_at >= :closed_since
), quoted AS (
    SELECT post_id, max(is_open) AS is_open FROM shown GROUP BY post_id
)
SELECT post.id AS id, quoted.is_open AS is_open, post.at AS read_at, post_check.at AS looked_at
FROM quoted CROSS JOIN post
LEFT JOIN post_check ON post_check.brand_id = post.brand_id AND post_check.post_id = post.id
WHERE post.brand_id = :brand_id AND post.id = quoted.post_id AND post.gone IS NULL
ORDER BY post.id
"""


class SqlRecheckRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.rechecks`."""

    async def quoted(self, closed_since: datetime, also: Iterable[str] = ()) -> list[QuotedPost]:
        """The posts that open and lately settled alerts show, however many they are: one query, which reads no document."""
        scope = self.scope
        values = {
            "brand_id": scope.brand_id,
            "closed_since": closed_since,
            "also": given(scope.conn, list(also)),
        }
        rows = await scope.all(_quoted(sqlite=scope.conn.dialect.name == "sqlite"), values)
        return [QuotedPost(row["id"], bool(row["is_open"]), row["read_at"], row["looked_at"]) for row in rows]

    async def mark(self, ids: Sequence[str], now: datetime) -> None:
        """These have been looked at now."""
        scope = self.scope
        await scope.upsert(
            post_check, [{"brand_id": scope.brand_id, "post_id": one, "at": now} for one in ids]
        )
        mine = post_check.c.brand_id == scope.brand_id
        await scope.conn.execute(delete(post_check).where(mine, post_check.c.at < now - FORGOTTEN))


@cache
def _quoted(*, sqlite: bool) -> TextualSelect:
    """Ids out of the documents, joined with the posts and the looks at them, in the database's own words."""
    if sqlite:
        query = re.sub(r"MEMBERS\(([\w.]+), '(\w+)'\)", r"json_each(\1, '$.\2')", _QUOTED)
        query = query.replace("LISTED(:also)", "json_each(:also)")
    else:
        members = r"jsonb_array_elements_text(CAST(\1 AS jsonb) -> '\2') AS \3(value)"
        query = re.sub(r"MEMBERS\(([\w.]+), '(\w+)'\) AS (\w+)", members, _QUOTED)
        query = query.replace("LISTED(:also) AS given", "unnest(:also) AS given(value)")
    return (
        text(query)
        .bindparams(
            bindparam("closed_since", type_=Moment),
            bindparam("also", type_=Text if sqlite else ARRAY(Text)),
        )
        .columns(
            column("id", Text),
            column("is_open", Integer),
            column("read_at", Moment),
            column("looked_at", Moment),
        )
    )
