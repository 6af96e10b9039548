"""The query that the product is about: whom should we follow back?

One index holds the fans in cells (`tables.CELL`: how often they spoke, and the day of the last time), each cell
sorted by score. The query takes the cells that may hold an answer, the one with the best head first, merges them
like packs of sorted cards, and stops at the limit. So it never walks over the many who score higher but fell
silent, or spoke only once. docs/decisions/0013 has the reasons and figures.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from heapq import merge
from itertools import islice
from typing import Any

from sqlalchemy import TextClause, text

from mutuals.model import Fan
from mutuals.store.columns import to_micros
from mutuals.store.scope import Scope
from mutuals.store.tables import CELL, CLASS, DAY, OFTEN, WELCOME, fan
from mutuals.store.tuples import fan_from

_MERGED = (4, 16, 32)  # cells in one statement: few different statements, so that their plans are kept
_NO_CELL = -1

_MINE = f"FROM fan WHERE brand_id = :brand_id AND {WELCOME.text}"
# Jumps in the index from one filled cell of a class to the next, and looks at the head of each.
_CELLS = f"""
WITH RECURSIVE filled(cell) AS (
  SELECT (SELECT {CELL} {_MINE} AND {CELL} >= lowest AND {CELL} < highest ORDER BY {CELL} LIMIT 1)
  FROM ({{classes}}) AS classes
  UNION ALL
  SELECT (SELECT {CELL} {_MINE} AND {CELL} > filled.cell AND {CELL} < (filled.cell / {CLASS} + 1) * {CLASS}
          ORDER BY {CELL} LIMIT 1)
  FROM filled WHERE cell IS NOT NULL)
SELECT cell, (SELECT log_score {_MINE} AND {CELL} = filled.cell ORDER BY log_score DESC LIMIT 1) AS head
FROM filled WHERE cell IS NOT NULL ORDER BY head DESC
"""  # noqa: S608 - words of our own
_COLUMNS = ", ".join(column.name for column in fan.columns)
_CARDS = f"SELECT {_COLUMNS} {_MINE} AND {CELL} = :cell_{{}} AND last_at >= :since AND interactions >= :least"


async def top_fans(scope: Scope, limit: int, *, active_since: datetime, at_least: int) -> list[Fan]:
    """Whom we do not follow, best score first; not those to leave alone."""
    since, found = to_micros(active_since), list[Fan]()
    asked = {"brand_id": scope.brand_id, "since": since, "least": at_least}
    cells = await _filled(scope, since // DAY, sum(at_least >= one for one in OFTEN))
    start = 0
    while start < len(cells) and (len(found) < limit or found[-1].log_score < cells[start][1]):
        some = [cell for cell, _ in cells[start : start + _MERGED[-1]]]
        start += len(some)
        both = merge(found, await _merged(scope, some, limit, asked), key=lambda one: -one.log_score)
        found = list(islice(both, limit))
    return found


async def _filled(scope: Scope, day: int, lowest: int) -> Sequence[tuple[int, float]]:
    """The cells from that day and class on with their best scores, the best first."""
    known = {"brand_id": scope.brand_id, "day": day}
    rows = await scope.conn.execute(_cells(lowest), known)
    return [(row.cell, row.head) for row in rows]


@cache
def _cells(lowest: int) -> TextClause:
    classes = " UNION ALL ".join(
        f"SELECT {number * CLASS} + :day AS lowest, {(number + 1) * CLASS} AS highest"
        for number in range(lowest, len(OFTEN) + 1)
    )
    return text(_CELLS.format(classes=classes))


async def _merged(scope: Scope, cells: Sequence[int], limit: int, asked: dict[str, Any]) -> list[Fan]:
    size = next(one for one in _MERGED if one >= len(cells))
    padded = [*cells, *[_NO_CELL] * (size - len(cells))]
    numbered = {f"cell_{number}": cell for number, cell in enumerate(padded)}
    each_limited = scope.conn.dialect.name == "postgresql"
    rows = await scope.conn.execute(_best(size, limit, each_limited=each_limited), asked | numbered)
    return [fan_from(row) for row in rows]


@cache
def _best(size: int, limit: int, *, each_limited: bool) -> TextClause:
    """One statement that merges so many cells. SQLite merges by itself; PostgreSQL would rather read all and sort
    when it takes the cells for small, so it is told that no cell gives more than the limit.
    """
    best = f"ORDER BY log_score DESC LIMIT {int(limit)}"  # as text: a plan for any limit would be a worse one
    cards = f"({_CARDS} {best})" if each_limited else _CARDS
    return text(" UNION ALL ".join(cards.format(number) for number in range(size)) + f" {best}")
