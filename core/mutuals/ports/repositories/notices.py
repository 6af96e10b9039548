"""Notices: what was said once and is not said again."""

from typing import Protocol

from mutuals.domain.model import (
    Notice,
)


class NoticeRepository(Protocol):
    """Notices: what was said once and is not said again. Times are aware UTC."""

    async def add(self, notice: Notice) -> bool:
        """Keep a notice; False when its key was told before."""

    async def get(self, key: str) -> Notice | None: ...
