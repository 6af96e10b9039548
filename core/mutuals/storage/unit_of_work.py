"""The port `UnitOfWork` over one scope; every method says in a line who does it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from mutuals.domain.bundle import Bundle
from mutuals.domain.ledger import Decision
from mutuals.domain.model import (
    Action,
    ActState,
    Alert,
    AlertKind,
    AlertState,
    Case,
    CaseState,
    Credit,
    Delivery,
    Fan,
    Feedback,
    Notice,
    PeriodicTask,
    Person,
    Post,
)
from mutuals.storage import chores as _chores
from mutuals.storage.repositories import actions as _actions
from mutuals.storage.repositories import alerts as _alerts
from mutuals.storage.repositories import bundles as _bundles
from mutuals.storage.repositories import cases as _cases
from mutuals.storage.repositories import deliveries as _deliveries
from mutuals.storage.repositories import fan_ranking as _top
from mutuals.storage.repositories import fans as _fans
from mutuals.storage.repositories import ledger as _ledger
from mutuals.storage.repositories import misc as _misc
from mutuals.storage.repositories import post_checks as _checks
from mutuals.storage.repositories import post_versions
from mutuals.storage.repositories import posts as _posts
from mutuals.storage.scope import Scope


class SqlUnitOfWork:
    """One brand's rows inside one transaction; the promises are those of `mutuals.ports.unit_of_work.UnitOfWork`."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def _own(self, value: object) -> None:
        brand_id = getattr(value, "brand_id", self._scope.brand_id)
        if brand_id != self._scope.brand_id:
            raise ValueError(f"a row of brand {brand_id} in a transaction of {self._scope.brand_id}")

    # posts
    async def add_posts(self, posts: Sequence[Post]) -> list[Post]:
        return await _posts.add_posts(self._scope, posts)

    async def as_stored(self, posts: Sequence[Post]) -> list[Post]:
        return await post_versions.as_stored(self._scope, posts)

    async def posts(self, ids: Sequence[str]) -> dict[str, Post]:
        return await _posts.posts_by_id(self._scope, ids)

    async def conversations(self, ids: Sequence[str], *, by: Sequence[str] | None = None) -> list[Post]:
        return await _posts.conversations(self._scope, ids, by)

    async def first_posts(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        return await _posts.first_posts(self._scope, person_ids)

    async def first_praise(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        return await _posts.first_praise(self._scope, person_ids)

    async def posts_by(self, person_ids: Sequence[str], since: datetime) -> dict[str, list[Post]]:
        return await _posts.posts_by(self._scope, person_ids, since)

    async def redact(self, post_ids: Sequence[str], why: str) -> None:
        await _posts.redact(self._scope, post_ids, why)

    async def redact_person(self, person_id: str, why: str) -> list[str]:
        return await _posts.redact_person(self._scope, person_id, why)

    async def posts_since(
        self, since: datetime, limit: int | None = 5000, *, until: datetime | None = None
    ) -> list[Post]:
        return await _posts.posts_since(self._scope, since, limit, until)

    # people
    async def people(self, ids: Sequence[str]) -> dict[str, Person]:
        return await _fans.people(self._scope, ids)

    async def put_people(self, people: Sequence[Person]) -> None:
        await _fans.put_people(self._scope, people)

    async def fans(self, person_ids: Sequence[str]) -> dict[str, Fan]:
        return await _fans.fans(self._scope, person_ids)

    async def put_fans(self, fans: Sequence[Fan]) -> None:
        for fan in fans:
            self._own(fan)
        await _fans.put_fans(self._scope, fans)

    async def credit(self, earned: Sequence[Credit]) -> None:
        await _fans.credit(self._scope, earned)

    async def note_answers(self, answers: Sequence[tuple[str, datetime]]) -> None:
        await _fans.note_answers(self._scope, answers)

    async def top_fans(self, limit: int, *, active_since: datetime, at_least: int) -> list[Fan]:
        return await _top.top_fans(self._scope, limit, active_since=active_since, at_least=at_least)

    async def counts(self) -> dict[str, int]:
        return await _misc.counts(self._scope)

    # cases
    async def cases(self, ids: Sequence[str]) -> dict[str, Case]:
        return await _cases.cases(self._scope, ids)

    async def cases_of(self, person_ids: Sequence[str], conversation_ids: Sequence[str]) -> list[Case]:
        return await _cases.cases_of(self._scope, person_ids, conversation_ids)

    async def cases_due(self, now: datetime, limit: int = 200) -> list[Case]:
        return await _cases.cases_due(self._scope, now, limit)

    async def waiting_cases(self) -> list[Case]:
        return await _cases.waiting_cases(self._scope)

    async def closed_cases(self, state: CaseState, opened_since: datetime) -> list[Case]:
        return await _cases.closed_cases(self._scope, state, opened_since)

    async def put_cases(self, cases: Sequence[Case]) -> None:
        for case in cases:
            self._own(case)
        await _cases.put_cases(self._scope, cases)

    # alerts
    async def alert(self, alert_id: str) -> Alert | None:
        return await _alerts.alert_by_id(self._scope, alert_id)

    async def alerts_by_id(self, ids: Sequence[str]) -> dict[str, Alert]:
        return await _alerts.alerts_by_id(self._scope, ids)

    async def open_alerts_of(self, person_ids: Sequence[str]) -> dict[str, Alert]:
        return await _alerts.open_alerts_of(self._scope, person_ids)

    async def alerts_of(self, person_ids: Sequence[str]) -> list[Alert]:
        return await _alerts.alerts_of(self._scope, person_ids)

    async def open_alerts(self, kind: AlertKind | None = None) -> list[tuple[Alert, list[Case]]]:
        return await _alerts.open_alerts(self._scope, kind)

    async def quoted_posts(self, closed_since: datetime) -> set[str]:
        return await _checks.quoted(self._scope, closed_since)

    async def unchecked_posts(self, ids: Iterable[str], now: datetime, limit: int) -> list[str]:
        return await _checks.unchecked(self._scope, ids, now, limit)

    async def note_checked(self, ids: Sequence[str], now: datetime) -> None:
        await _checks.note(self._scope, ids, now)

    async def last_episode(self, person_id: str) -> int:
        return await _alerts.last_episode(self._scope, person_id)

    async def alerts(
        self, *, kind: AlertKind | None = None, state: AlertState | None = None, limit: int = 50
    ) -> list[Alert]:
        return await _alerts.newest(self._scope, kind=kind, state=state, limit=limit)

    async def alerts_opened_since(self, kind: AlertKind, since: datetime) -> int:
        return await _alerts.opened_since(self._scope, kind, since)

    async def alerts_due(self, now: datetime, limit: int = 200) -> list[Alert]:
        return await _alerts.alerts_due(self._scope, now, limit)

    async def put_alert(self, alert: Alert, *, was: int | None) -> bool:
        self._own(alert)
        return await _alerts.put_alert(self._scope, alert, was=was)

    async def alerts_since(self, kind: AlertKind, since: datetime) -> list[Alert]:
        return await _alerts.since(self._scope, kind, since)

    # bundles and verdicts
    async def bundle(self, bundle_id: str) -> Bundle | None:
        return await _bundles.bundle_by_id(self._scope, bundle_id)

    async def open_bundles(self, since: datetime) -> list[Bundle]:
        return await _bundles.open_bundles(self._scope, since)

    async def bundles_due(self, now: datetime) -> list[Bundle]:
        return await _bundles.bundles_due(self._scope, now)

    async def put_bundle(self, bundle: Bundle, *, was: int | None) -> bool:
        self._own(bundle)
        return await _bundles.put_bundle(self._scope, bundle, was=was)

    async def put_feedback(self, verdict: Feedback) -> None:
        self._own(verdict)
        await _bundles.put_feedback(self._scope, verdict)

    async def verdicts(self, *, since: datetime | None = None, limit: int | None = None) -> list[Feedback]:
        return await _bundles.verdicts(self._scope, since, limit)

    async def verdicts_on(self, post_ids: Sequence[str]) -> list[Feedback]:
        return await _bundles.verdicts_on(self._scope, post_ids)

    async def count_verdicts(self, since: datetime | None = None) -> int:
        return await _bundles.count_verdicts(self._scope, since)

    # deliveries
    async def request_delivery(self, delivery: Delivery) -> None:
        self._own(delivery)
        await _deliveries.request_delivery(self._scope, delivery)

    async def deliveries(self, subject: str) -> list[Delivery]:
        return await _deliveries.deliveries(self._scope, subject)

    async def deliveries_below(self, prefix: str) -> list[Delivery]:
        return await _deliveries.deliveries_below(self._scope, prefix)

    async def deliveries_due(self, channel: str, now: datetime, limit: int = 50) -> list[Delivery]:
        return await _deliveries.deliveries_due(self._scope, channel, now, limit)

    async def put_delivery(self, delivery: Delivery, *, was_attempt: int) -> bool:
        self._own(delivery)
        return await _deliveries.put_delivery(self._scope, delivery, was_attempt=was_attempt)

    async def wake_deliveries(self, channel: str, place: str | None = None) -> int:
        return await _deliveries.wake(self._scope, channel, place)

    # acts
    async def begin_action(self, action: Action) -> Action | None:
        self._own(action)
        return await _actions.begin_action(self._scope, action)

    async def action(self, action_id: str) -> Action | None:
        return await _actions.action_by_id(self._scope, action_id)

    async def actions(self, alert_id: str) -> list[Action]:
        return await _actions.actions(self._scope, alert_id)

    async def put_action(self, action: Action, *, was: ActState, was_attempt: int) -> bool:
        self._own(action)
        return await _actions.put_action(self._scope, action, was=was, was_attempt=was_attempt)

    async def actions_due(self, now: datetime, limit: int = 50) -> list[Action]:
        return await _actions.actions_due(self._scope, now, limit)

    async def recent_actions(self, since: datetime) -> list[Action]:
        return await _actions.recent_actions(self._scope, since)

    # decisions
    async def note_decision(self, decision: Decision) -> None:
        await _ledger.record_decision(self._scope, decision)

    # chores
    async def plan(self, kind: PeriodicTask, at: datetime) -> None:
        await _chores.plan(self._scope, kind, at)

    async def take_chore(self, kind: PeriodicTask, now: datetime, until: datetime) -> bool:
        return await _chores.take(self._scope, kind, now, until)

    async def chore_done(self, kind: PeriodicTask, until: datetime, next_at: datetime) -> None:
        await _chores.done(self._scope, kind, until, next_at)

    # the rest
    async def draft(self, alert_id: str, actor_key: str) -> str | None:
        return await _misc.read_draft(self._scope, alert_id, actor_key)

    async def put_draft(self, alert_id: str, actor_key: str, text: str | None, at: datetime) -> None:
        await _misc.put_draft(self._scope, alert_id, actor_key, text, at)

    async def put_notice(self, notice: Notice) -> bool:
        self._own(notice)
        return await _misc.put_notice(self._scope, notice)

    async def notice(self, key: str) -> Notice | None:
        return await _misc.read_notice(self._scope, key)

    async def get(self, key: str) -> Any:
        return await _misc.read_memo(self._scope.conn, self._scope.brand_id, key)

    async def put(self, key: str, value: Any) -> None:
        await _misc.put_memo(self._scope.conn, self._scope.brand_id, key, value)

    async def spent(self, day: str) -> int:
        return await _misc.spent(self._scope, day)

    async def add_spent(self, day: str, what: str, units: int, micros: int) -> None:
        await _misc.add_spent(self._scope, day, what, units, micros)

    async def paid(self, day: str, names: Collection[str]) -> set[str]:
        return await _misc.paid(self._scope, day, names)

    async def put_paid(self, day: str, names: Collection[str]) -> None:
        await _misc.put_paid(self._scope, day, names)

    async def spending(self, since_day: str) -> dict[str, tuple[int, int]]:
        return await _misc.spending(self._scope, since_day)
