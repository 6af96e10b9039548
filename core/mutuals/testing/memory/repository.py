"""What the repositories in memory share: whose rows they hold."""

from mutuals.testing.memory.tables import Journal


class MemoryRepository:
    """One kind of rows of one brand."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        self.brand_id = brand_id
        self.journal = journal

    def ensure_own(self, brand_id: str) -> None:
        """Raise ValueError for a row of another brand: it would be written where nobody looks for it."""
        if brand_id != self.brand_id:
            raise ValueError(f"a row of brand {brand_id} in a transaction of {self.brand_id}")
