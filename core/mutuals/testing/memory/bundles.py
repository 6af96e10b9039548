"""Bundles: one message for many alerts of one kind."""

from datetime import datetime

from mutuals.domain.bundle import Bundle
from mutuals.domain.model import AlertState
from mutuals.storage.repositories.bundles import wake_moment
from mutuals.testing.memory.moments import DueIndex
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table

_MOST = 200  # at a time


class MemoryBundleRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.bundles`."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self.table: Table[str, Bundle] = Table(journal, self._index)
        self.rows = self.table.rows
        self.moments = DueIndex()

    def _index(self, old: Bundle | None, new: Bundle | None) -> None:
        if new is not None:
            self.moments.put(new.id, wake_moment(new))
        elif old is not None:
            self.moments.put(old.id, None)

    async def get(self, bundle_id: str) -> Bundle | None:
        """See BundleRepository.get."""
        return self.rows.get(bundle_id)

    async def open(self, since: datetime) -> list[Bundle]:
        """See BundleRepository.open."""
        bundles = self.rows.values()
        fit = (one for one in bundles if one.state is not AlertState.SETTLED and one.last_at >= since)
        return sorted(fit, key=lambda bundle: (bundle.last_at, bundle.id))

    async def due(self, now: datetime) -> list[Bundle]:
        """See BundleRepository.due."""
        return [self.rows[bundle_id] for bundle_id in self.moments.until(now, _MOST)]

    async def put(self, bundle: Bundle, *, was: int | None) -> bool:
        """See BundleRepository.put."""
        self.ensure_own(bundle.brand_id)
        old = self.rows.get(bundle.id)
        if (old.version if old else None) != was:
            return False
        self.table.put(bundle.id, bundle)
        return True
