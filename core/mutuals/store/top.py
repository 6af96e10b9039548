"""The query that the product is about: whom should we follow back?

The fans are kept in cells (the column `cell`): the week of the last interaction, and a class of how many
there were. One index holds each cell sorted by score. The query merges the sorted cells that may hold
an answer and stops at the limit, so it never walks over the many who score higher but fell silent, or
spoke only once. Decision 0009 has the figures.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from heapq import merge
from itertools import islice
from typing import Any

from sqlalchemy import text

from mutuals.model import Fan
from mutuals.store.bulk import stored
from mutuals.store.columns import to_micros
from mutuals.store.scope import Scope
from mutuals.store.tables import CLASSES, OFTEN, WEEK, WELCOME, fan
from mutuals.store.tuples import fan_from

_MERGED = 60  # cells in one statement; SQLite merges 500 at most, and planning takes time

# Jumps from one filled cell to the next one in the index: as many steps as there are cells.
_CELLS = text(f"""
WITH RECURSIVE filled(cell) AS (
  SELECT min(cell) FROM fan WHERE brand_id = :brand_id AND {WELCOME.text} AND cell >= :first
  UNION ALL
  SELECT (SELECT min(cell) FROM fan WHERE brand_id = :brand_id AND {WELCOME.text} AND cell > filled.cell)
  FROM filled WHERE cell IS NOT NULL)
SELECT cell FROM filled WHERE cell IS NOT NULL
""")  # noqa: S608 - only our own words


@cache
def _best(cells: int, limit: int) -> Any:
    # The limit stands in the text: a plan for any limit would sort instead of merging.
    columns = ", ".join(stored(fan))
    part = (
        f"SELECT {columns} FROM fan WHERE brand_id = :brand_id AND {WELCOME.text} AND cell = :cell_{{}} "  # noqa: S608
        "AND last_at >= :since AND interactions >= :least"
    )
    parts = " UNION ALL ".join(part.format(number) for number in range(cells))
    return text(f"{parts} ORDER BY log_score DESC LIMIT {int(limit)}")


async def top_fans(scope: Scope, limit: int, *, active_since: datetime, at_least: int) -> list[Fan]:
    """Whom we do not follow, best score first; not those to leave alone."""
    since = to_micros(active_since)
    known = {"brand_id": scope.brand_id, "since": since, "least": at_least}
    found = await scope.conn.execute(_CELLS, {"brand_id": scope.brand_id, "first": since // WEEK * CLASSES})
    lowest = sum(at_least >= one for one in OFTEN)  # the class of those who have just enough
    cells = [cell for cell in found.scalars() if cell % CLASSES >= lowest]
    parts = [await _of(scope, cells[start : start + _MERGED], limit, known)
             for start in range(0, len(cells), _MERGED)]  # fmt: skip
    return list(islice(merge(*parts, key=lambda one: -one.log_score), limit))


async def _of(scope: Scope, cells: Sequence[int], limit: int, known: dict[str, Any]) -> list[Fan]:
    numbered = {f"cell_{number}": cell for number, cell in enumerate(cells)}
    rows = await scope.conn.execute(_best(len(cells), limit), known | numbered)
    return [fan_from(row) for row in rows]
