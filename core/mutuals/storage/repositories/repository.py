"""What the repositories share: the transaction that they work in."""

from mutuals.storage.scope import Scope


class Repository:
    """One kind of rows of one brand, inside one transaction."""

    __slots__ = ("scope",)

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def ensure_own(self, brand_id: str) -> None:
        """Raise ValueError for a row of another brand: it would be written where nobody looks for it."""
        if brand_id != self.scope.brand_id:
            raise ValueError(f"a row of brand {brand_id} in a transaction of {self.scope.brand_id}")
