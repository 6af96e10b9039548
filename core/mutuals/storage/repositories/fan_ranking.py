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

from mutuals.domain.model import Fan
from mutuals.storage.repositories.bulk_mappers import fan_from
from mutuals.storage.schema.columns import to_micros
from mutuals.storage.schema.tables import CELL, CLASS, DAY, OFTEN, WELCOME, fan
from mutuals.storage.scope import Scope

_MERGED = (0, 2, 8, 32)  # cells in one statement: few different statements, so that their plans are kept
_NO_CELL = -(10**12)  # before any day

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
_CARDS = f"SELECT {_COLUMNS} {_MINE} AND {CELL} = :cell_{{}}"
_SOME = " AND last_at >= :since AND interactions >= :least"


async def top_fans(scope: Scope, limit: int, *, active_since: datetime, at_least: int) -> list[Fan]:
    """Whom we do not follow, best score first; not those to leave alone."""
    since, found = to_micros(active_since), list[Fan]()
    cells = await _filled(scope, since // DAY, sum(at_least >= one for one in OFTEN))
    start = 0
    while start < len(cells) and (len(found) < limit or found[-1].log_score < cells[start][1]):
        some = [cell for cell, _ in cells[start : start + _MERGED[-1]]]
        start += len(some)
        both = merge(
            found, await _merged(scope, some, limit, since, at_least), key=lambda one: -one.log_score
        )
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


async def _merged(scope: Scope, cells: Sequence[int], limit: int, since: int, least: int) -> list[Fan]:
    # Only the first day and a class that begins below `least` hold people who are not wanted.
    some = [one for one in cells if one % CLASS <= since // DAY or (0, *OFTEN)[one // CLASS] < least]
    partly, wholly = _padded(some), _padded([one for one in cells if one not in some])
    asked: dict[str, Any] = {f"cell_{number}": cell for number, cell in enumerate([*partly, *wholly])}
    asked["brand_id"] = scope.brand_id
    if partly:
        asked |= {"since": since, "least": least}
    each_limited = scope.conn.dialect.name == "postgresql"
    best = _best(len(partly), len(wholly), limit, each_limited=each_limited)
    rows = await scope.conn.execute(best, asked)
    return list(map(fan_from, rows.all()))  # all at once: one by one costs twice as much


def _padded(cells: Sequence[int]) -> list[int]:
    size = next(one for one in _MERGED if one >= len(cells))
    return [*cells, *[_NO_CELL] * (size - len(cells))]


@cache
def _best(partly: int, wholly: int, limit: int, *, each_limited: bool) -> TextClause:
    """One statement that merges so many cells, the first of them with conditions. SQLite merges by itself; PostgreSQL
    would rather read all and sort when it takes the cells for small, so it is told that no cell gives more than the limit.
    """
    best = f"ORDER BY log_score DESC LIMIT {int(limit)}"  # as text: a plan for any limit would be a worse one
    cards = [
        (_CARDS + _SOME if number < partly else _CARDS).format(number) for number in range(partly + wholly)
    ]
    if each_limited:
        cards = [f"({one} {best})" for one in cards]
    return text(" UNION ALL ".join(cards) + f" {best}")
