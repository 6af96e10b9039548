"""What Mutuals made of a post, as its own database tells, for whoever wrote it on the demo's page."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from mutuals.cards.phrases import times
from mutuals.domain import loyalty
from mutuals.domain.model import AlertKind, Case, CaseState, Category, Post
from mutuals.domain.policy import Policy
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.storage.store import SqlStore
from mutuals_sandbox.stored_outcome import MachineClock

UNSEEN: dict[str, Any] = {"seen": False}
FANS = (
    "Whoever writes at least {interactions} times on {days} days and means it well is shown as a loyal fan."
)


@dataclass(slots=True)
class PostOutcomes:
    """Reads the running service's database at `url`; it is opened when it is first asked."""

    url: str
    policy: Policy
    _store: SqlStore | None = None

    async def of(self, post_id: str) -> dict[str, Any]:
        """`seen`: has the service read the post? Then `category`, `soon` (an alert comes now or is there) and a `sentence`."""
        if self._store is None:
            self._store = await SqlStore.open(self.url, clock=MachineClock())
        brands = await self._store.brands()
        if not brands:
            return UNSEEN
        async with self._store.reading(brands[0].id) as reading:
            post = (await reading.posts.by_ids([post_id])).get(post_id)
            if post is None or post.category is None:
                return UNSEEN
            soon, sentence = await self._made_of(reading, post)
        return {"seen": True, "category": str(post.category), "soon": soon, "sentence": sentence}

    async def _made_of(self, reading: UnitOfWork, post: Post) -> tuple[bool, str]:
        cases = await reading.cases.of([post.author_id], [post.conversation_id])
        case = next((one for one in cases if post.id in one.post_ids or post.id in one.echoes), None)
        alert = (await reading.alerts.open_of([post.author_id])).get(post.author_id)
        if case is not None and case.state is CaseState.OPEN:
            if alert is not None and alert.kind is AlertKind.CARE and case.opened_at < post.at:
                return (
                    True,
                    "They wait for an answer already, so it joins the alert about them: no second one.",
                )
            return told_when(case, MachineClock().now())
        if alert is not None and alert.kind is AlertKind.CARE:
            return True, "It asks for nothing new. The alert about them is still open."
        fan = (await reading.fans.by_ids([post.author_id])).get(post.author_id)
        return False, why_no_alert(post, fan.interactions if fan else 0, self.policy)

    async def close(self) -> None:
        """Let go of the database."""
        if self._store is not None:
            await self._store.close()


def told_when(case: Case, now: datetime) -> tuple[bool, str]:
    """Whether a case is told at once, and what is done about it."""
    if case.told or case.tell_at <= now:
        return True, "The team is told at once."
    if case.tell_at >= case.expires_at:
        return False, "No alert of its own: it stands in the daily digest while nobody answers it."
    wait, due = in_words(case.tell_at - now), in_words(case.due_at - now)
    quiet = (
        ": a question that is answered in time disturbs nobody" if case.category is Category.QUESTION else ""
    )
    return (
        False,
        f"No alert yet{quiet}. If nobody has answered in {wait}, the team is told. It is due in {due}.",
    )


def why_no_alert(post: Post, interactions: int, policy: Policy) -> str:
    """Why nobody is told of a post that waits for nothing, and what it counts for all the same."""
    wanted = FANS.format(interactions=loyalty.at_least(policy), days=policy.fan_days)
    if post.interaction is None:
        return f"No alert: it asks nothing of the team. {wanted}"
    what = "praise waits for no answer" if post.category is Category.PRAISE else "it asks nothing of the team"
    often = times(max(interactions, 1))
    return f"No alert: {what}. It counts, though: they have spoken with the brand {often}. {wanted}"


def in_words(span: timedelta) -> str:
    """A span as people say it: 40 minutes, an hour, 2 hours."""
    minutes = max(1, round(span.total_seconds() / 60))
    if minutes < 55:
        return "a minute" if minutes == 1 else f"{minutes} minutes"
    hours = round(minutes / 60)
    return "an hour" if hours == 1 else f"{hours} hours"
