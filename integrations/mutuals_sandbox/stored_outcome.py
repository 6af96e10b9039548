"""What the service remembers at the end of the story, held against what the chats show."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from mutuals.domain.ids import alert_subject
from mutuals.domain.model import ActKind, ActState, Alert
from mutuals.domain.model import Path as Way
from mutuals.storage.store import SqlStore
from mutuals_sandbox.chat_observer import ChatObserver


class MachineClock:
    """The store wants a clock; nothing here asks it for a time that matters."""

    def now(self) -> datetime:
        """The machine's time."""
        return datetime.now(UTC)


@dataclass
class StoredOutcome:
    """What the service remembers at the end."""

    alerts: list[Alert]
    actions: list[Any]
    unshown: int
    spent_micros: int

    @classmethod
    async def read(cls, store: SqlStore) -> "StoredOutcome":
        brand = (await store.brands())[0]
        async with store.transaction(brand.id) as tx:
            alerts = await tx.alerts.newest(limit=2000)
            actions = [act for alert in alerts for act in await tx.actions.of(alert.id)]
            deliveries = [one for alert in alerts for one in await tx.deliveries.of(alert_subject(alert.id))]
            spending = await tx.spending.since("2000-01-01")
        unshown = sum(1 for one in deliveries if one.ref is None)
        return cls(alerts, actions, unshown, sum(micros for _, micros in spending.values()))

    def lost(self, chats: ChatObserver) -> int:
        """Alerts that were decided and are missing in a chat."""
        missing = sum(alert.id not in seen for alert in self.alerts for seen in (chats.slack, chats.discord))
        return max(missing, self.unshown)

    def by_kind(self, seen: dict[str, set[str]]) -> dict[str, int]:
        """How many alerts of each kind a chat has shown."""
        return dict(Counter(str(alert.kind) for alert in self.alerts if alert.id in seen))

    def acts(self) -> dict[str, dict[str, int]]:
        """Acts done, by kind and path."""
        done = Counter((act.kind, act.path) for act in self.actions if act.state is ActState.DONE)
        return {str(kind): {str(way): done[kind, way] for way in Way if done[kind, way]} for kind in ActKind}
