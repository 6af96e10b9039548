"""The port `Store` in this process's memory, for replays: nothing is durable and nothing is undone.

A replay asks the store some twenty times a post; a database in between would take most of the time.
Nobody acts in a replay and nothing is delivered, so acts, deliveries and drafts stay empty. That it
finds what the database finds is held by a test that replays streams over both.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NoReturn

from mutuals.domain.bundle import Bundle
from mutuals.domain.cases import WAITING
from mutuals.domain.ids import CLOCK, job_key
from mutuals.domain.ledger import FIRST, Decision, LedgerHead
from mutuals.domain.model import (
    Action,
    ActState,
    Alert,
    AlertKind,
    AlertState,
    Brand,
    Case,
    CaseState,
    Delivery,
    Feedback,
    Notice,
    PeriodicTask,
    Post,
)
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.testing.memory_tables import MemoryAlerts, MemoryCases, MemoryPeople, MemoryPosts


def _no_team() -> NoReturn:
    raise RuntimeError("Nobody acts in a replay and nothing is delivered.")


class MemoryUnitOfWork(MemoryPosts, MemoryPeople, MemoryCases, MemoryAlerts):
    """One brand's rows: the promises of `mutuals.ports.unit_of_work.UnitOfWork` for a brand without a team."""

    def __init__(self, brand_id: str) -> None:
        MemoryPosts.__init__(self)
        MemoryPeople.__init__(self, brand_id)
        MemoryCases.__init__(self)
        MemoryAlerts.__init__(self)
        self._notices: dict[str, Notice] = {}
        self._values: dict[str, Any] = {}

    async def redact_person(self, person_id: str, why: str) -> list[str]:
        theirs = [post for post in self._posts.values() if post.author_id == person_id]
        ids = [post.id for post in sorted(theirs, key=lambda post: post.at)]
        await self.redact(ids, why)
        if (person := self._people.get(person_id)) is not None:
            blank = replace(person.account, name="", bio="", avatar_url=None)
            self._people[person_id] = replace(person, account=blank, gone=why)
        return ids

    async def open_alerts(self, kind: AlertKind | None = None) -> list[tuple[Alert, list[Case]]]:
        alerts = [self._alerts[one] for one in self._open_of.values()]
        fit = sorted(
            (one for one in alerts if kind in {None, one.kind}), key=lambda one: (one.opened_at, one.id)
        )
        return [(one, list((await self.cases(one.case_ids)).values())) for one in fit]

    async def counts(self) -> dict[str, int]:
        alerts = self._alerts.values()
        unsettled = [one.kind for one in alerts if one.state is not AlertState.SETTLED]
        return {
            "posts": len(self._posts),
            "fans": len(self._fans),
            "followers": sum(bool(one.follows_us) for one in self._fans.values()),
            "followed_back": sum(bool(one.follows_us and one.we_follow) for one in self._fans.values()),
            "open_cases": sum(case.state in WAITING for case in self._cases.values()),
            **{f"open_{kind}": unsettled.count(kind) for kind in AlertKind},
            "settled_alerts": len(alerts) - len(unsettled),
        }

    async def is_due(self, now: datetime) -> bool:
        """Has the moment of a case or an alert come?"""
        return bool(self.case_moments.until(now, 1) or self.alert_moments.until(now, 1))

    # what only a team brings about

    async def request_delivery(self, delivery: Delivery) -> None:
        _no_team()

    async def deliveries(self, subject: str) -> list[Delivery]:
        return []

    async def deliveries_below(self, prefix: str) -> list[Delivery]:
        return []

    async def deliveries_due(self, channel: str, now: datetime, limit: int = 50) -> list[Delivery]:
        return []

    async def wake_deliveries(self, channel: str, place: str | None = None) -> int:
        return 0  # nothing is delivered here

    async def put_delivery(self, delivery: Delivery, *, was_attempt: int) -> bool:
        _no_team()

    async def note_decision(self, decision: Decision) -> None:
        _no_team()

    async def plan(self, kind: PeriodicTask, at: datetime) -> None:
        _no_team()

    async def take_chore(self, kind: PeriodicTask, now: datetime, until: datetime) -> bool:
        return False

    async def chore_done(self, kind: PeriodicTask, until: datetime, next_at: datetime) -> None:
        _no_team()

    async def begin_action(self, action: Action) -> Action | None:
        _no_team()

    async def action(self, action_id: str) -> Action | None:
        return None

    async def actions(self, alert_id: str) -> list[Action]:
        return []

    async def put_action(self, action: Action, *, was: ActState, was_attempt: int) -> bool:
        _no_team()

    async def actions_due(self, now: datetime, limit: int = 50) -> list[Action]:
        return []

    async def quoted_posts(self, closed_since: datetime) -> set[str]:
        return set()

    async def unchecked_posts(self, ids: Iterable[str], now: datetime, limit: int) -> list[str]:
        return []

    async def note_checked(self, ids: Sequence[str], now: datetime) -> None:
        """Nothing is looked at again in a replay."""

    async def recent_actions(self, since: datetime) -> list[Action]:
        return []

    async def draft(self, alert_id: str, actor_key: str) -> str | None:
        return None

    async def put_draft(self, alert_id: str, actor_key: str, text: str | None, at: datetime) -> None:
        _no_team()

    async def spent(self, day: str) -> int:
        return 0

    async def add_spent(self, day: str, what: str, units: int, micros: int) -> None:
        _no_team()

    async def paid(self, day: str, names: Collection[str]) -> set[str]:
        return set()

    async def put_paid(self, day: str, names: Collection[str]) -> None:
        _no_team()

    async def spending(self, since_day: str) -> dict[str, tuple[int, int]]:
        return {}

    async def open_bundles(self, since: datetime) -> list[Bundle]:
        return []

    async def bundle(self, bundle_id: str) -> Bundle | None:
        return None

    async def bundles_due(self, now: datetime) -> list[Bundle]:
        return []

    async def put_bundle(self, bundle: Bundle, *, was: int | None) -> bool:
        _no_team()

    async def alerts_by_id(self, ids: Sequence[str]) -> dict[str, Alert]:
        return {}

    async def alerts_since(self, kind: AlertKind, since: datetime) -> list[Alert]:
        return []

    async def posts_since(
        self, since: datetime, limit: int | None = 5000, *, until: datetime | None = None
    ) -> list[Post]:
        return []

    async def first_praise(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        return {}

    async def closed_cases(self, state: CaseState, opened_since: datetime) -> list[Case]:
        return []

    async def put_feedback(self, verdict: Feedback) -> None:
        _no_team()

    async def verdicts(self, *, since: datetime | None = None, limit: int | None = None) -> list[Feedback]:
        return []

    async def verdicts_on(self, post_ids: Sequence[str]) -> list[Feedback]:
        return []

    async def count_verdicts(self, since: datetime | None = None) -> int:
        return 0

    # the rest

    async def put_notice(self, notice: Notice) -> bool:
        return self._notices.setdefault(notice.key, notice) is notice

    async def notice(self, key: str) -> Notice | None:
        return self._notices.get(key)

    async def get(self, key: str) -> Any:
        return self._values.get(key)

    async def put(self, key: str, value: Any) -> None:
        self._values[key] = value


class MemoryStore:
    """Rows of every brand in dictionaries."""

    def __init__(self) -> None:
        self._rows: dict[str, MemoryUnitOfWork] = {}
        self._brands: dict[str, Brand] = {}
        self._values: dict[str, Any] = {}
        self._secrets: dict[str, bytes] = {}

    def transaction(self, brand_id: str) -> AbstractAsyncContextManager[UnitOfWork]:
        """A brand's rows. An exception does not undo what was written: a replay ends with it."""
        if brand_id not in self._rows:
            self._rows[brand_id] = MemoryUnitOfWork(brand_id)
        return nullcontext(self._rows[brand_id])

    def reading(self, brand_id: str) -> AbstractAsyncContextManager[UnitOfWork]:
        """See Store.reading."""
        return self.transaction(brand_id)

    async def brands(self) -> list[Brand]:
        """All brands, by id."""
        return [self._brands[one] for one in sorted(self._brands)]

    async def brand(self, brand_id: str) -> Brand | None:
        """One brand."""
        return self._brands.get(brand_id)

    async def clock_stepped_back(self, now: datetime, interval: timedelta) -> bool:
        """A replay's clock only goes forward."""
        return False

    async def clock_set_back(self, now: datetime, by: timedelta) -> None:
        """A replay's clock only goes forward."""

    async def acquire_lease(self, name: str, holder: str, *, among: int, until: datetime) -> int | None:
        """A replay is alone."""
        return 0

    async def release_lease(self, name: str, holder: str) -> None:
        """There is nobody to make room for."""

    async def remember(self, name: str, *, until: datetime) -> bool:
        """Nothing comes twice in a recording."""
        return True

    async def put_brand(self, brand: Brand, decision: Decision | None = None) -> None:
        """Keep a brand, or change it."""
        self._brands[brand.id] = brand

    async def due(self, now: datetime) -> list[str]:
        """Only clocks can be due: nobody acts and nothing is delivered."""
        return [job_key(CLOCK, brand_id) for brand_id, rows in self._rows.items() if await rows.is_due(now)]

    async def get(self, key: str) -> Any:
        """A small value that belongs to no brand; None if unset."""
        return self._values.get(key)

    async def put(self, key: str, value: Any) -> None:
        """Keep a small value."""
        self._values[key] = value

    async def ledger_head(self, brand_id: str) -> LedgerHead:
        """Nobody acts, so there is no entry."""
        return LedgerHead(0, FIRST)

    async def ledger_trouble(self, brand_id: str, *, look: bool = False) -> None:
        """See Store.ledger_trouble."""

    async def read_secret(self, name: str) -> bytes | None:
        """The secret of this name, or None."""
        return self._secrets.get(name)

    async def write_secret(self, name: str, seal: Callable[[], bytes]) -> None:
        """Keep a secret."""
        self._secrets[name] = seal()

    async def close(self) -> None:
        """Nothing to let go of."""
