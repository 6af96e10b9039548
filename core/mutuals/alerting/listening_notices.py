"""What the team is told about listening itself: what it costs before it begins, what it found, and when it does not search."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from mutuals.alerting import incidents
from mutuals.context import BrandContext, Context
from mutuals.domain.listening import ListeningRule
from mutuals.ports.prices import CostKind
from mutuals.ports.unit_of_work import UnitOfWork

KEY = "listening"  # what is remembered between two searches: the cursor, when, and what each day has found
PRAISE = "listening/praise"  # ids of praise that the next digest names
KIND = "listening"  # of the incident
PATIENCE = timedelta(hours=1)  # of failed searches before it is said
MONTH = 30  # days
_MICROS = 1_000_000


def price_line(price: int, daily_dollars: float) -> str:
    """What rules cost, in a sentence; `price` of one post found in millionths of a dollar."""
    if not price:
        return "Searches cost nothing there."
    most = int(daily_dollars * _MICROS) // price
    return (
        f"Each post found costs ${price / _MICROS:.3f}. The budget is ${daily_dollars:.2f} a day, so at most {most} posts "
        f"and ${daily_dollars * MONTH:.2f} in {MONTH} days; how much your words find is measured on the first full day."
    )


def measured_line(found: int, shown: int, price: int) -> str:
    """What a full day has found, and what that means for a month."""
    month = found * price * MONTH / _MICROS
    return f"{found} posts found and {shown} shown on a full day: about ${month:.2f} in {MONTH} days."


def named(rules: Sequence[ListeningRule]) -> str:
    """The names of rules, for a sentence."""
    return ", ".join(f"“{one.name}”" for one in rules)


async def began(ctx: Context, tx: UnitOfWork, watched: BrandContext, rules: str) -> bool:
    """New rules are set: their price, before the first search."""
    policy, title = watched.policy, watched.network.title
    sentence = (
        f"Mutuals will search {title} for posts that do not name @{watched.brand.account.handle}, by "
        f"{named(policy.listen)}. {price_line(watched.prices.micros(CostKind.SEARCH), policy.listen_daily_dollars)} Complaints "
        "and questions will be told here, praise in the digest, and nobody is called for them. To stop it, empty "
        "MUTUALS_LISTEN, or the rules in /mutuals settings channels."
    )
    return await incidents.say_once(
        ctx, tx, watched, f"listening-{rules}", "Listening without your handle", sentence, good=True
    )


async def measured(
    ctx: Context,
    tx: UnitOfWork,
    watched: BrandContext,
    rules: str,
    days: Mapping[str, Sequence[int]],
    now: datetime,
) -> bool:
    """After the first full day: what it found, and what a month of it costs."""
    yesterday = (now.astimezone(UTC).date() - timedelta(days=1)).isoformat()
    if yesterday not in days or min(days) == yesterday:  # the first day is none of 24 hours
        return False
    found, shown = days[yesterday]
    sentence = (
        f"{named(watched.policy.listen)}: {measured_line(found, shown, watched.prices.micros(CostKind.SEARCH))} Words with a "
        "minus leave out what is not about you."
    )
    return await incidents.say_once(
        ctx, tx, watched, f"listening-measured-{rules}", "What listening finds", sentence, good=True
    )


async def budget_used(ctx: Context, watched: BrandContext, now: datetime, *, monthly: bool) -> None:
    """Nothing more is searched for; said once a day, or once a month."""
    utc = now.astimezone(UTC)
    title, until = watched.network.title, "the month ends" if monthly else "midnight UTC"
    budget = (
        "95 % of MUTUALS_MONTHLY_DOLLARS is used"
        if monthly
        else f"The ${watched.policy.listen_daily_dollars:.2f} of today is used"
    )
    sentence = (
        f"{budget}, so {title} is not searched until {until}. Posts that do not name @{watched.brand.account.handle} are not "
        f"seen from {utc:%H:%M} UTC on, and the last search may have left out the oldest of what it found; mentions are read "
        "as before. Make the rules narrower, or raise MUTUALS_LISTEN_DAILY_DOLLARS; `mutuals listen` shows what they find."
    )
    key = f"listening-budget-{utc:%Y%m}" if monthly else f"listening-budget-{utc:%Y%m%d}"
    await incidents.tell_once(ctx, watched, key, "The budget for listening is used up", sentence)


async def more_than_read(ctx: Context, watched: BrandContext, now: datetime) -> None:
    """More was found than one search reads: the oldest of it is not seen. Said once an hour."""
    sentence = (
        f"Your rules found more posts on {watched.network.title} than one search reads, so the oldest of them were left out. "
        "Mentions are read as before. Make the rules narrower if that goes on."
    )
    key = f"listening-gap-{now.astimezone(UTC):%Y%m%dT%H}"
    await incidents.tell_once(ctx, watched, key, "Some posts found by your rules were not read", sentence)


async def stopped_too_long(ctx: Context, watched: BrandContext, last: str, since: datetime) -> None:
    """Nothing was searched for a long time: what was written meanwhile is searched for a day back only."""
    before = datetime.fromisoformat(last)
    sentence = (
        f"{watched.network.title} was not searched from {_clock(before)} on. What was written before {_clock(since)} and does "
        f"not name @{watched.brand.account.handle} was not looked for. Mentions are read as before."
    )
    key = f"listening-stopped-{before:%Y%m%dT%H%M}"
    await incidents.tell_once(ctx, watched, key, "Listening had stopped", sentence)


async def not_searchable(ctx: Context, watched: BrandContext, rules: str) -> None:
    """The brand's network has no search."""
    sentence = (
        f"MUTUALS_LISTEN is set for @{watched.brand.account.handle}, but {watched.network.title} can't be searched by Mutuals, "
        "so only mentions are read. Empty it for this brand."
    )
    await incidents.tell_once(ctx, watched, f"listening-none-{rules}", "Mutuals can't listen there", sentence)


async def failing(ctx: Context, watched: BrandContext, why: str) -> None:
    """Searches fail."""
    sentence = (
        f"{watched.network.title} does not answer searches by your rules: {why} Posts that do not name "
        f"@{watched.brand.account.handle} are not seen meanwhile; mentions are read as before. Mutuals goes on trying."
    )
    await incidents.report_open(ctx, watched, KIND, "Mutuals can't search by your rules now", sentence)


async def works_again(ctx: Context, tx: UnitOfWork, watched: BrandContext) -> bool:
    """A search has worked. Gives whether there is something to deliver."""
    again = f"{watched.network.title} answers searches by your rules again."
    return await incidents.close_incident(ctx, tx, watched, KIND, again)


def _clock(at: datetime) -> str:
    return f"{at:%H:%M} UTC on {at.day} {at:%B}"
