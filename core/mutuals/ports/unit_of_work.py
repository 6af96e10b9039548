"""The port to one brand's rows inside one transaction."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, Protocol

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


class UnitOfWork(Protocol):
    """One brand's rows inside one transaction. Reads see its own writes. Times are aware UTC."""

    # posts
    async def add_posts(self, posts: Sequence[Post]) -> list[Post]:
        """Store the posts that are new, and give them back in the given order. An edit (same
        `first_version` as a stored post) replaces its text and does not count as new."""

    async def as_stored(self, posts: Sequence[Post]) -> list[Post]:
        """The posts, naming what they refer to by the id it is stored by: an edit has given it others."""

    async def posts(self, ids: Sequence[str]) -> dict[str, Post]: ...

    async def conversations(self, ids: Sequence[str], *, by: Sequence[str] | None = None) -> list[Post]:
        """All stored posts of these conversations, of these authors if given, oldest first."""

    async def posts_by(self, person_ids: Sequence[str], since: datetime) -> dict[str, list[Post]]:
        """Each person's stored posts since then that count as an interaction, oldest first; of a person
        with more than a thousand the newest thousand."""

    async def posts_since(
        self, since: datetime, limit: int | None = 5000, *, until: datetime | None = None
    ) -> list[Post]:
        """The newest posts since then and before `until`, whoever wrote them, oldest first."""

    async def first_posts(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        """When each of these people wrote the first post that is stored."""

    async def first_praise(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        """When each of these people wrote the first stored post that is praise and counts as an interaction."""

    async def redact(self, post_ids: Sequence[str], why: str) -> None:
        """Blank the texts for good and mark the posts as gone."""

    async def redact_person(self, person_id: str, why: str) -> list[str]:
        """Blank all texts of a person, and drop their profile's name, bio and picture; gives the post ids."""

    # people
    async def people(self, ids: Sequence[str]) -> dict[str, Person]: ...

    async def put_people(self, people: Sequence[Person]) -> None:
        """Store what was looked up, and copy the relationship into the fan rows."""

    async def fans(self, person_ids: Sequence[str]) -> dict[str, Fan]: ...

    async def put_fans(self, fans: Sequence[Fan]) -> None: ...

    async def credit(self, earned: Sequence[Credit]) -> None:
        """Add interactions; who is new becomes a fan. Nothing else of them changes."""

    async def note_answers(self, answers: Sequence[tuple[str, datetime]]) -> None:
        """We have answered these people then, so often as they are named; whoever is no fan is left out."""

    async def top_fans(self, limit: int, *, active_since: datetime, at_least: int) -> list[Fan]:
        """People we do not follow (or have not looked up) and whose last interaction is not older,
        with at least so many interactions, best score first. Uses the partial index."""

    async def counts(self) -> dict[str, int]:
        """Counters: posts, fans, fans known to follow us (`followers`) and of these whom we follow
        (`followed_back`), open cases, open alerts by kind (`open_care`, `open_fan`), settled alerts."""

    # cases
    async def cases(self, ids: Sequence[str]) -> dict[str, Case]: ...

    async def cases_of(self, person_ids: Sequence[str], conversation_ids: Sequence[str]) -> list[Case]:
        """Cases of these people that wait for an answer, and cases of these conversations in any state."""

    async def cases_due(self, now: datetime, limit: int = 200) -> list[Case]:
        """Waiting cases for which a moment (tell, warn, due, promise, expiry) has come and is not dealt with."""

    async def waiting_cases(self) -> list[Case]:
        """All cases that wait for an answer, the earliest due first."""

    async def closed_cases(self, state: CaseState, opened_since: datetime) -> list[Case]:
        """The cases that ended in this state and were opened since then, the longest waiting first."""

    async def put_cases(self, cases: Sequence[Case]) -> None: ...

    # alerts
    async def alert(self, alert_id: str) -> Alert | None: ...

    async def alerts_by_id(self, ids: Sequence[str]) -> dict[str, Alert]: ...

    async def open_alerts_of(self, person_ids: Sequence[str]) -> dict[str, Alert]:
        """The alert of each person that is not settled."""

    async def alerts_of(self, person_ids: Sequence[str]) -> list[Alert]:
        """All alerts of these people in any state and of any age, oldest first."""

    async def open_alerts(self, kind: AlertKind | None = None) -> list[tuple[Alert, list[Case]]]:
        """Every alert that is not settled, with the cases it tells of; there is no limit, so the number is true."""

    async def quoted_posts(self, closed_since: datetime) -> set[str]:
        """The posts that alerts show which are open or were settled since then."""

    async def unchecked_posts(self, ids: Iterable[str], now: datetime, limit: int) -> list[str]:
        """Those of them that are not gone and were not looked at again this UTC day, the longest ago first."""

    async def note_checked(self, ids: Sequence[str], now: datetime) -> None:
        """These posts have been looked at again now."""

    async def last_episode(self, person_id: str) -> int:
        """The number of the person's latest alert; 0 when there was none."""

    async def alerts(
        self, *, kind: AlertKind | None = None, state: AlertState | None = None, limit: int = 50
    ) -> list[Alert]:
        """Alerts, newest first."""

    async def alerts_opened_since(self, kind: AlertKind, since: datetime) -> int: ...

    async def alerts_due(self, now: datetime, limit: int = 200) -> list[Alert]:
        """Alerts whose snooze, claim or writing time has run out."""

    async def put_alert(self, alert: Alert, *, was: int | None) -> bool:
        """Insert (`was` None) or replace where the stored version is `was`; False when somebody was first."""

    async def alerts_since(self, kind: AlertKind, since: datetime) -> list[Alert]:
        """The alerts of a kind that were opened since then and are not settled, oldest first."""

    # bundles and verdicts
    async def bundle(self, bundle_id: str) -> Bundle | None: ...

    async def open_bundles(self, since: datetime) -> list[Bundle]:
        """Bundles that are not settled and whose newest post is not older, oldest first."""

    async def bundles_due(self, now: datetime) -> list[Bundle]:
        """Bundles whose snooze, claim or growth has come to its end."""

    async def put_bundle(self, bundle: Bundle, *, was: int | None) -> bool:
        """Insert (`was` None) or replace where the stored version is `was`; False when somebody was first."""

    async def put_feedback(self, verdict: Feedback) -> None:
        """Keep a verdict; a person's later one on the same post replaces the earlier."""

    async def verdicts(self, *, since: datetime | None = None, limit: int | None = None) -> list[Feedback]:
        """The newest verdicts after `since`, oldest first."""

    async def verdicts_on(self, post_ids: Sequence[str]) -> list[Feedback]:
        """The verdicts on these posts, oldest first."""

    async def count_verdicts(self, since: datetime | None = None) -> int: ...

    # deliveries
    async def request_delivery(self, delivery: Delivery) -> None:
        """Insert the delivery, or raise `wanted` (and set `priority`) of the one with the same
        (subject, channel, place); `shown`, `ref` and `state` of an existing row stay."""

    async def deliveries(self, subject: str) -> list[Delivery]: ...

    async def deliveries_below(self, prefix: str) -> list[Delivery]:
        """All whose subject begins with this, e.g. with `news/<alert id>/`."""

    async def deliveries_due(self, channel: str, now: datetime, limit: int = 50) -> list[Delivery]:
        """What shows less than wanted and may be tried now, by priority, then age; also rows left SENDING."""

    async def wake_deliveries(self, channel: str, place: str | None = None) -> int:
        """Make due at once whatever waits in a chat, or in one place of it; how many are messages not there yet."""

    async def put_delivery(self, delivery: Delivery, *, was_attempt: int) -> bool:
        """Write the outcome of an attempt where `attempt` is still `was_attempt`; never lowers `wanted`
        (a wish made meanwhile stays). False when somebody else has taken over."""

    # acts
    async def begin_action(self, action: Action) -> Action | None:
        """Claim an act: None when it is ours; else the live or done one that stands in its way
        (same alert and kind; for replies and acknowledgements also the same post)."""

    async def action(self, action_id: str) -> Action | None: ...

    async def actions(self, alert_id: str) -> list[Action]:
        """The acts of an alert, oldest first."""

    async def put_action(self, action: Action, *, was: ActState, was_attempt: int) -> bool:
        """Conditional update of an act's row; False when it is no longer in that state and attempt."""

    async def actions_due(self, now: datetime, limit: int = 50) -> list[Action]:
        """Live acts whose `next_at` has come."""

    async def recent_actions(self, since: datetime) -> list[Action]:
        """All acts begun since then, newest first."""

    # decisions
    async def note_decision(self, decision: Decision) -> None:
        """Write a decision into the ledger, with whatever else this transaction changes."""

    # chores
    async def plan(self, kind: PeriodicTask, at: datetime) -> None:
        """The chore is due at `at`, or earlier if it was planned earlier."""

    async def take_chore(self, kind: PeriodicTask, now: datetime, until: datetime) -> bool:
        """Take a chore that is due: it is due again at `until` unless it is done before. False when it is
        not due (any more)."""

    async def chore_done(self, kind: PeriodicTask, until: datetime, next_at: datetime) -> None:
        """Plan the next time of a chore taken with `until`; what somebody planned meanwhile stays."""

    # the rest
    async def draft(self, alert_id: str, actor_key: str) -> str | None: ...

    async def put_draft(self, alert_id: str, actor_key: str, text: str | None, at: datetime) -> None:
        """Keep what a person typed; None forgets it."""

    async def put_notice(self, notice: Notice) -> bool:
        """Keep a notice; False when its key was told before."""

    async def notice(self, key: str) -> Notice | None: ...

    async def get(self, key: str) -> Any:
        """A small JSON value of this brand (cursors, closed paths, the next poll's time); None if unset."""

    async def put(self, key: str, value: Any) -> None: ...

    async def spent(self, day: str) -> int:
        """Millionths of a dollar spent on a UTC day (YYYY-MM-DD)."""

    async def add_spent(self, day: str, what: str, units: int, micros: int) -> None: ...

    async def paid(self, day: str, names: Collection[str]) -> set[str]:
        """Which of these `put_paid` was told on that UTC day (YYYY-MM-DD)."""

    async def put_paid(self, day: str, names: Collection[str]) -> None:
        """Remember what was paid for on a UTC day, and forget the days before it."""

    async def spending(self, since_day: str) -> dict[str, tuple[int, int]]:
        """For each thing bought since that day: (units, millionths of a dollar)."""
