"""One brand's rows with all repositories."""

from collections.abc import Callable

from mutuals.domain.cases import WAITING
from mutuals.domain.model import AlertKind, AlertState
from mutuals.testing.memory.actions import MemoryActionRepository
from mutuals.testing.memory.alerts import MemoryAlertRepository
from mutuals.testing.memory.bonds import MemoryBondRepository
from mutuals.testing.memory.bundles import MemoryBundleRepository
from mutuals.testing.memory.cases import MemoryCaseRepository
from mutuals.testing.memory.deliveries import MemoryDeliveryRepository
from mutuals.testing.memory.drafts import MemoryDraftRepository
from mutuals.testing.memory.fans import MemoryFanRepository
from mutuals.testing.memory.feedback import MemoryFeedbackRepository
from mutuals.testing.memory.hand_offs import MemoryHandOffRepository
from mutuals.testing.memory.hour_counts import MemoryHourCountRepository
from mutuals.testing.memory.key_values import MemoryKeyValueRepository
from mutuals.testing.memory.ledger import MemoryLedgerRepository
from mutuals.testing.memory.notes import MemoryPersonNoteRepository
from mutuals.testing.memory.notices import MemoryNoticeRepository
from mutuals.testing.memory.people import MemoryPersonRepository
from mutuals.testing.memory.posts import MemoryPostRepository
from mutuals.testing.memory.rechecks import MemoryRecheckRepository
from mutuals.testing.memory.retention import MemoryRetentionRepository
from mutuals.testing.memory.saved_replies import MemorySavedReplyRepository
from mutuals.testing.memory.spending import MemorySpendingRepository
from mutuals.testing.memory.tables import Journal
from mutuals.testing.memory.tasks import MemoryTaskRepository


class MemoryUnitOfWork:
    """The promises of `mutuals.ports.unit_of_work.UnitOfWork`, and the rows themselves: a brand has one for good."""

    def __init__(self, brand_id: str, stamp: Callable[[], int]) -> None:
        self.brand_id, self._stamp = brand_id, stamp
        self.journal = journal = Journal()
        self.fans = MemoryFanRepository(brand_id, journal)
        self.people = MemoryPersonRepository(brand_id, journal, self.fans)
        self.posts = MemoryPostRepository(brand_id, journal, self.people)
        self.cases = MemoryCaseRepository(brand_id, journal)
        self.alerts = MemoryAlertRepository(brand_id, journal, self.cases)
        self.people.alerts = self.alerts
        self.alerts.deleted_episodes = self.posts.deleted_episodes
        self.bundles = MemoryBundleRepository(brand_id, journal)
        self.feedback = MemoryFeedbackRepository(brand_id, journal)
        self.deliveries = MemoryDeliveryRepository(brand_id, journal, stamp)
        self.ledger = MemoryLedgerRepository(brand_id, journal, stamp)
        self.actions = MemoryActionRepository(brand_id, journal, self.ledger)
        self.rechecks = MemoryRecheckRepository(brand_id, journal, self.posts, self.cases, self.alerts)
        self.tasks = MemoryTaskRepository(brand_id, journal)
        self.drafts = MemoryDraftRepository(brand_id, journal)
        self.saved_replies = MemorySavedReplyRepository(brand_id, journal)
        self.hand_offs = MemoryHandOffRepository(brand_id, journal)
        self.hour_counts = MemoryHourCountRepository(brand_id, journal)
        self.notices = MemoryNoticeRepository(brand_id, journal)
        self.spending = MemorySpendingRepository(brand_id, journal)
        self.bonds = MemoryBondRepository(brand_id, journal)
        self.notes = MemoryPersonNoteRepository(brand_id, journal)
        self.key_values = MemoryKeyValueRepository(brand_id, journal)
        self.retention = MemoryRetentionRepository(brand_id, journal, self)

    async def counts(self) -> dict[str, int]:
        """See UnitOfWork.counts."""
        alerts, fans = self.alerts.rows.values(), self.fans.rows.values()
        unsettled = [alert.kind for alert in alerts if alert.state is not AlertState.SETTLED]
        return {
            "posts": len(self.posts.rows),
            "fans": len(fans),
            "followers": sum(bool(fan.follows_us) for fan in fans),
            "followed_back": sum(bool(fan.follows_us and fan.we_follow) for fan in fans),
            "open_cases": sum(case.state in WAITING for case in self.cases.rows.values()),
            **{f"open_{kind}": unsettled.count(kind) for kind in AlertKind},
            "settled_alerts": len(alerts) - len(unsettled),
        }

    def committed(self) -> "MemoryUnitOfWork":
        """A copy of the rows as they were before the open transaction."""
        copy = MemoryUnitOfWork(self.brand_id, self._stamp)
        copy.journal.is_open = True
        for table, copied in zip(self.journal.tables, copy.journal.tables, strict=True):
            for key, row in table.committed().items():
                copied.put(key, row)
        copy.journal.commit()
        return copy
