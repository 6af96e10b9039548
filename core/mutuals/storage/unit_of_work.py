"""The port `UnitOfWork` over one scope."""

from mutuals.storage.repositories.actions import SqlActionRepository
from mutuals.storage.repositories.alerts import SqlAlertRepository
from mutuals.storage.repositories.bonds import SqlBondRepository
from mutuals.storage.repositories.bundles import SqlBundleRepository
from mutuals.storage.repositories.cases import SqlCaseRepository
from mutuals.storage.repositories.counters import counts
from mutuals.storage.repositories.deliveries import SqlDeliveryRepository
from mutuals.storage.repositories.drafts import SqlDraftRepository
from mutuals.storage.repositories.fans import SqlFanRepository
from mutuals.storage.repositories.feedback import SqlFeedbackRepository
from mutuals.storage.repositories.hand_offs import SqlHandOffRepository
from mutuals.storage.repositories.hour_counts import SqlHourCountRepository
from mutuals.storage.repositories.key_values import SqlKeyValueRepository
from mutuals.storage.repositories.ledger import SqlLedgerRepository
from mutuals.storage.repositories.notes import SqlPersonNoteRepository
from mutuals.storage.repositories.notices import SqlNoticeRepository
from mutuals.storage.repositories.people import SqlPersonRepository
from mutuals.storage.repositories.posts import SqlPostRepository
from mutuals.storage.repositories.rechecks import SqlRecheckRepository
from mutuals.storage.repositories.retention import SqlRetentionRepository
from mutuals.storage.repositories.saved_replies import SqlSavedReplyRepository
from mutuals.storage.repositories.spending import SqlSpendingRepository
from mutuals.storage.repositories.tasks import SqlTaskRepository
from mutuals.storage.scope import Scope


class SqlUnitOfWork:
    """One brand's rows inside one transaction; the promises are those of `mutuals.ports.unit_of_work.UnitOfWork`."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self.posts = SqlPostRepository(scope)
        self.rechecks = SqlRecheckRepository(scope)
        self.people = SqlPersonRepository(scope)
        self.bonds = SqlBondRepository(scope)
        self.notes = SqlPersonNoteRepository(scope)
        self.fans = SqlFanRepository(scope)
        self.cases = SqlCaseRepository(scope)
        self.alerts = SqlAlertRepository(scope)
        self.bundles = SqlBundleRepository(scope)
        self.feedback = SqlFeedbackRepository(scope)
        self.deliveries = SqlDeliveryRepository(scope)
        self.actions = SqlActionRepository(scope)
        self.ledger = SqlLedgerRepository(scope)
        self.tasks = SqlTaskRepository(scope)
        self.drafts = SqlDraftRepository(scope)
        self.saved_replies = SqlSavedReplyRepository(scope)
        self.hand_offs = SqlHandOffRepository(scope)
        self.hour_counts = SqlHourCountRepository(scope)
        self.retention = SqlRetentionRepository(scope)
        self.notices = SqlNoticeRepository(scope)
        self.spending = SqlSpendingRepository(scope)
        self.key_values = SqlKeyValueRepository(scope)

    async def counts(self) -> dict[str, int]:
        """See UnitOfWork.counts."""
        return await counts(self._scope)
