"""Hears when mentions come in, remembers it in few bytes, and says once when they stop and once when they are back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from mutuals.alerting import incidents
from mutuals.context import BrandContext, Context
from mutuals.domain import mention_watchdog
from mutuals.domain.mention_watchdog import MentionHistory
from mutuals.domain.model import Post
from mutuals.ports.unit_of_work import UnitOfWork

KEY, KIND = "silence", "silence"
SEED = 5000  # stored posts read once, to learn from what was there before


async def note(tx: UnitOfWork, watched: BrandContext, posts: Sequence[Post], now: datetime) -> None:
    """Remember when these new posts of others were written. Writes only when there is something new to know."""
    before = await _known(tx)
    if before is None:
        posts = [*await tx.posts.since(now - mention_watchdog.KEPT, SEED), *posts]
    ours = watched.brand.account.id
    # A clock that is wrong elsewhere must not make the brand deaf until then.
    times = [min(post.at, now) for post in posts if post.author_id != ours]
    after = mention_watchdog.heard(before or MentionHistory(), times)
    if after != before:
        await tx.key_values.put(KEY, _document(after))


async def check(ctx: Context, tx: UnitOfWork, watched: BrandContext) -> bool:
    """After a look that worked: say it if nobody has mentioned the brand for too long, and when somebody does again.
    Gives whether there is something to deliver.
    """
    known = await _known(tx)
    found = mention_watchdog.silence(known, ctx.clock.now()) if known else None
    if found is None:
        handle = watched.brand.account.handle
        return await incidents.close_incident(ctx, tx, watched, KIND, f"Mentions of @{handle} come in again.")
    sentence = _sentence(watched, found)
    return await incidents.open_incident(ctx, tx, watched, KIND, "Nobody mentions the brand", sentence)


def _sentence(watched: BrandContext, found: mention_watchdog.Silence) -> str:
    handle, since, network = watched.brand.account.handle, found.since, watched.network.title
    return (
        f"The last mention of @{handle} that {network} gave us is from {since.day} {since:%b, %H:%M} UTC. At this time of the "
        f"week the next one usually comes within {_span(found)}. It may just be quiet; or {network} gives us nothing, and "
        f"complaints go unseen. Search {network} for @{handle}: if there are newer posts, tell whoever runs Mutuals to run "
        "mutuals doctor. Mutuals goes on looking, and says here when the next mention comes."
    )


def _span(found: mention_watchdog.Silence) -> str:
    hours = max(1, round(found.usual.total_seconds() / 3600))
    if hours >= 48:
        return f"{round(hours / 24)} days"
    return "an hour" if hours == 1 else f"{hours} hours"


async def _known(tx: UnitOfWork) -> MentionHistory | None:
    kept: Any = await tx.key_values.get(KEY)
    if not isinstance(kept, dict):
        return None
    last = datetime.fromisoformat(kept["last"]) if kept.get("last") else None
    return MentionHistory(frozenset(_unpacked(kept["hours"])), last)


def _document(known: MentionHistory) -> dict[str, Any]:
    """Runs of hours as [first, how many]: 28 days take some hundred bytes to two thousand."""
    runs: list[list[int]] = []
    for hour in sorted(known.hours):
        if runs and hour == sum(runs[-1]):
            runs[-1][1] += 1
        else:
            runs.append([hour, 1])
    return {"hours": runs, "last": known.last.isoformat() if known.last else None}


def _unpacked(runs: Sequence[Sequence[int]]) -> list[int]:
    return [hour for first, count in runs for hour in range(first, first + count)]
