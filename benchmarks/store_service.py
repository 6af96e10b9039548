"""The service's memory on the big brand's database: the real process against sandboxes of X, Slack and Discord.

The brand has ten million fans, the 300 best of them have written 300 posts each in 90 days, and 60,000 posts
came in the last day. While it runs, people write, the team asks for status, fans, queue and complaints in Slack,
and the digest of that day is told. Measured is the peak of resident memory as the kernel keeps it (VmHWM).
"""

import asyncio
import itertools
import random
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from start import Scales

from mutuals.domain.model import Category, Interaction, Post
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from mutuals_sandbox.environment import Environment
from mutuals_sandbox.service_process import ServiceProcess

BEST, EACH, LAST_DAY = 300, 300, 60_000  # fans with a long history, posts of each, posts of the last day
CHUNK = 5000
COMMANDS = ("status", "fans", "queue", "complaints")
TEXTS = (
    "my kettle arrived broken, this is unacceptable",
    "when will the blue kettle be back in stock?",
    "love the copper one, thank you so much",
    "best tea of the week",
    "still no answer about my refund, third time I ask",
)


def brand_of(environment: Environment) -> str:
    """The id under which the service will keep the environment's brand."""
    return f"x{environment.cast.brand}"


async def posts_too(url: str, brand: str, now: datetime) -> None:
    """Give the brand's best fans a history and the last day its posts; yesterday's digest was told."""
    store = await SqlStore.open(url, clock=FixedClock(now))
    async with store.transaction(brand) as tx:
        best = await tx.fans.top(BEST, active_since=now - timedelta(days=30), at_least=5)
        await tx.key_values.put(
            "digests", {"last": (now - timedelta(days=1, minutes=5)).isoformat(), "told": []}
        )
    made = _posts([one.person_id for one in best], brand, now)
    while part := list(itertools.islice(made, CHUNK)):
        async with store.transaction(brand) as tx:
            await tx.posts.add(part)
    await store.close()


def _posts(best: list[str], brand: str, now: datetime) -> Iterator[Post]:
    dice, number = random.Random(5), itertools.count(1_500_000_000_000_000_000)

    def one(author: str, at: datetime) -> Post:
        post_id = str(next(number))
        praise = dice.random() < 0.3
        return Post(
            post_id, author, f"@kettleco {dice.choice(TEXTS)} {post_id[-6:]}", at, post_id, mentions=(brand,),
            lang="en", category=Category.PRAISE if praise else Category.OTHER, interaction=Interaction.MENTION,
        )  # fmt: skip

    for author in best:
        for _ in range(EACH):
            yield one(author, now - timedelta(days=90 * dice.random()))
    for _ in range(LAST_DAY):
        yield one(str(7_000_000_000 + dice.randrange(1_000_000)), now - timedelta(days=dice.random()))


@asynccontextmanager
async def _running(environment: Environment, folder: Path) -> AsyncIterator[Scales]:
    # The digest comes a few minutes before now, so it is due at once.
    digest_at = (datetime.now(UTC) - timedelta(minutes=2)).strftime("%H:%M")
    variables = environment.service_variables(folder, poll_seconds=2.0) | {"MUTUALS_DIGEST_AT": digest_at}
    service, scales = ServiceProcess(variables, folder / "service.log"), Scales()
    await service.start()
    weighing = asyncio.create_task(scales.watch())
    try:
        yield scales
    finally:
        weighing.cancel()
        await service.stop()


async def measure(environment: Environment, folder: Path, seconds: float) -> dict[str, Any]:
    """Run the service for so long; gives the peak in MB of 1,000,000 bytes, and what it did meanwhile."""
    brand, account = brand_of(environment), environment.cast.brand
    handle = environment.world.users[account].handle
    store = await SqlStore.open(f"sqlite:///{folder / 'mutuals.db'}", clock=FixedClock())
    async with store.transaction(brand) as tx:
        before = await tx.counts()
    dice, answers, words = random.Random(6), dict[str, str](), itertools.cycle(COMMANDS)
    async with _running(environment, folder) as scales:
        ends, writers = time.monotonic() + seconds, [one for one in environment.world.users if one != account]
        while time.monotonic() < ends:
            for writer in dice.sample(writers, min(5, len(writers))):
                environment.world.post(writer, f"@{handle} {dice.choice(TEXTS)}")
            if environment.slack.connections:
                word = next(words)
                answer = await environment.slack.slash(
                    environment.staff.ana_slack, environment.slack_channel, "/mutuals", word
                )
                answers[word] = str(answer)
            await asyncio.sleep(0.5)
    async with store.transaction(brand) as tx:
        after, told = await tx.counts(), await tx.key_values.get("digests")
    await store.close()
    alerts = sum(after[name] for name in ("open_care", "open_fan"))
    done = {"look": after["posts"] > before["posts"], "alerts": alerts, "digest": told["told"]}
    done |= {f"/mutuals {one}": one in answers for one in COMMANDS}
    return {
        "rss_mb": scales.service,
        "posts": after["posts"] - before["posts"],
        "alerts": alerts,
        "fans": after["fans"],
        "missing": [name for name, happened in done.items() if not happened],
    }
