"""Which rows are due: an index by the next moment of each."""

from datetime import datetime
from heapq import heappop, heappush


class DueIndex:
    """Ids by their next moment; an id has one or none."""

    def __init__(self) -> None:
        self._at: dict[str, datetime] = {}
        self._heap: list[tuple[datetime, str]] = []

    def put(self, row_id: str, at: datetime | None) -> None:
        """Set or forget an id's moment."""
        if at is None:
            self._at.pop(row_id, None)
        elif self._at.get(row_id) != at:
            self._at[row_id] = at
            heappush(self._heap, (at, row_id))

    def until(self, now: datetime, limit: int) -> list[str]:
        """Ids whose moment has come, the longest ago first."""
        found: dict[str, datetime] = {}
        while self._heap and self._heap[0][0] <= now and len(found) < limit:
            at, row_id = heappop(self._heap)
            if self._at.get(row_id) == at:
                found[row_id] = at
        for row_id, at in found.items():
            heappush(self._heap, (at, row_id))
        return list(found)
