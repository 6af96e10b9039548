"""The port to one brand's rows inside one transaction: its repositories."""

from typing import Protocol

from mutuals.ports.repositories.actions import ActionRepository
from mutuals.ports.repositories.alerts import AlertRepository
from mutuals.ports.repositories.bonds import BondRepository
from mutuals.ports.repositories.bundles import BundleRepository
from mutuals.ports.repositories.cases import CaseRepository
from mutuals.ports.repositories.deliveries import DeliveryRepository
from mutuals.ports.repositories.drafts import DraftRepository
from mutuals.ports.repositories.fans import FanRepository
from mutuals.ports.repositories.feedback import FeedbackRepository
from mutuals.ports.repositories.hand_offs import HandOffRepository
from mutuals.ports.repositories.hour_counts import HourCountRepository
from mutuals.ports.repositories.key_values import KeyValueRepository
from mutuals.ports.repositories.ledger import LedgerRepository
from mutuals.ports.repositories.notes import PersonNoteRepository
from mutuals.ports.repositories.notices import NoticeRepository
from mutuals.ports.repositories.people import PersonRepository
from mutuals.ports.repositories.posts import PostRepository
from mutuals.ports.repositories.rechecks import RecheckRepository
from mutuals.ports.repositories.retention import RetentionRepository
from mutuals.ports.repositories.saved_replies import SavedReplyRepository
from mutuals.ports.repositories.spending import SpendingRepository
from mutuals.ports.repositories.tasks import TaskRepository


class UnitOfWork(Protocol):
    """One brand's rows inside one transaction, kind by kind. Reads see its own writes; all of it is written, or nothing."""

    @property
    def posts(self) -> PostRepository: ...

    @property
    def rechecks(self) -> RecheckRepository: ...

    @property
    def people(self) -> PersonRepository: ...

    @property
    def bonds(self) -> BondRepository: ...

    @property
    def notes(self) -> PersonNoteRepository: ...

    @property
    def fans(self) -> FanRepository: ...

    @property
    def cases(self) -> CaseRepository: ...

    @property
    def alerts(self) -> AlertRepository: ...

    @property
    def bundles(self) -> BundleRepository: ...

    @property
    def feedback(self) -> FeedbackRepository: ...

    @property
    def deliveries(self) -> DeliveryRepository: ...

    @property
    def actions(self) -> ActionRepository: ...

    @property
    def ledger(self) -> LedgerRepository: ...

    @property
    def tasks(self) -> TaskRepository: ...

    @property
    def drafts(self) -> DraftRepository: ...

    @property
    def saved_replies(self) -> SavedReplyRepository: ...

    @property
    def hand_offs(self) -> HandOffRepository: ...

    @property
    def hour_counts(self) -> HourCountRepository: ...

    @property
    def retention(self) -> RetentionRepository: ...

    @property
    def notices(self) -> NoticeRepository: ...

    @property
    def spending(self) -> SpendingRepository: ...

    @property
    def key_values(self) -> KeyValueRepository: ...

    async def counts(self) -> dict[str, int]:
        """Counters: posts, fans, fans known to follow us (`followers`) and of these whom we follow
        (`followed_back`), open cases, open alerts by kind (`open_care`, `open_fan`), settled alerts."""
