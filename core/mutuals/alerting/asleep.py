"""Tells the team once when people write to the brand and nobody has answered anybody for days, and once when somebody does."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from mutuals.alerting import incidents
from mutuals.context import BrandContext, Context
from mutuals.domain.model import Post
from mutuals.ports.unit_of_work import UnitOfWork

KIND = "asleep"  # of the incident
ANSWERED = "answered_last"  # when the brand's newest answer to somebody was written, by whatever way
MOST = 1000  # posts that are counted
FEWEST = 5  # posts of others, below which nobody was left waiting for long


async def note(tx: UnitOfWork, watched: BrandContext, posts: Sequence[Post]) -> None:
    """Remember the newest answer among these new posts."""
    ours = {watched.brand.account.id, *watched.family}
    answers = [
        one.at for one in posts if one.author_id in ours and one.in_reply_to_person not in {None, *ours}
    ]
    last = await answered_last(tx) if answers else None
    if answers and (last is None or max(answers) > last):
        await tx.key_values.put(ANSWERED, max(answers).isoformat())


async def answered_last(tx: UnitOfWork) -> datetime | None:
    """When the brand's newest answer was written that we have seen; None where we have seen none."""
    kept = await tx.key_values.get(ANSWERED)
    return datetime.fromisoformat(kept) if isinstance(kept, str) else None


async def check(
    ctx: Context, tx: UnitOfWork, watched: BrandContext, watched_since: datetime, now: datetime
) -> bool:
    """Say it when it is so. Gives whether there is something to deliver."""
    patience = watched.policy.asleep_after
    last = await answered_last(tx) or watched_since
    handle = watched.brand.account.handle
    if not patience or now - last < patience:
        again = f"@{handle} answers again."
        return await incidents.close_incident(ctx, tx, watched, KIND, again, headline="Answered again")
    if KIND in await incidents.open_incidents(tx):
        return False
    ours = {watched.brand.account.id, *watched.family}
    since = await tx.posts.since(last, MOST)
    posts = [one for one in since if one.at > last and one.author_id not in ours and one.reposts is None]
    if len(posts) < FEWEST:
        return False
    many = f"{MOST} or more" if len(posts) == MOST else str(len(posts))
    days = _days(now - last)
    waiting = (await tx.counts())["open_care"]
    wait = (
        f" {waiting} {'alert waits' if waiting == 1 else 'alerts wait'}: /mutuals queue." if waiting else ""
    )
    return await incidents.open_incident(
        ctx, tx, watched, KIND, f"Nobody has answered for {days}",
        f"{many} posts were written to @{handle} since the last answer that {watched.network.title} shows us.{wait} Five that "
        "are quick to do and kind: /mutuals today. Mutuals goes on looking, and says here when somebody has answered. If the "
        "brand answers elsewhere, whoever runs Mutuals sets MUTUALS_ASLEEP_DAYS=0.",
    )  # fmt: skip


def _days(span: timedelta) -> str:
    days = int(span / timedelta(days=1))
    return f"{days} days" if days > 1 else f"{int(span / timedelta(hours=1))} hours"
