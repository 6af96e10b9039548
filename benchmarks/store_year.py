"""How big the database is after a year of the reference brand. `make bench-store-year`.

3,000 mentions, 150 own posts and 193 alerts a day, told in two chats, of 50,000 people: written day by day by the product's
own repositories into SQLite, with every act's entries in the ledger. After each day the product's own retention runs, until
it finds nothing more for that day. Alerts are settled on the day after; one in fifty waits longer. ARGS="--days 120" ends
earlier, --keep 3650 shows what it would be without retention, and --share 0.1 writes a tenth of all (people, too) and
multiplies the bytes by ten. The last line is one JSON object.
"""

import argparse
import asyncio
import json
import logging
import random
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog

from mutuals.context import BrandContext, Context
from mutuals.domain import ids
from mutuals.domain.hour_counts import counted
from mutuals.domain.model import (
    Account,
    Action,
    ActKind,
    Actor,
    ActState,
    Alert,
    AlertKind,
    AlertState,
    Brand,
    Case,
    CaseState,
    Category,
    Credit,
    Delivery,
    DeliveryState,
    Interaction,
    MessageRef,
    Notice,
    Person,
    Post,
    Role,
)  # fmt: skip
from mutuals.domain.model import (
    Path as ActPath,
)
from mutuals.domain.policy import Policy
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from mutuals.testing.network import MemoryNetwork
from mutuals.watcher import retention

MENTIONS, OWN, ALERTS, PEOPLE = 3000, 150, 193, 50_000
BRAND, US = "x900", "900"
START = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
ANA = Actor("slack", "U1", "Ana", role=Role.MEMBER)
GOAL = 300_000_000  # bytes
TALK = (
    "the parcel never came and nobody answers at all lovely kettle thanks so much for your help today again "
    "please look at my order it is late my sister has one too and it works well great colour what a morning"
)
WORDS = TALK.split()


async def _nobody(_key: str) -> None:
    """No work is asked for."""


class Year:
    """The days, one after the other."""

    def __init__(self, store: SqlStore, clock: FixedClock, keep: timedelta, share: float) -> None:
        account = Account(US, "kettleco", "Kettle Co")
        brand = Brand(BRAND, "x", account)
        self.watched = BrandContext(brand, MemoryNetwork(clock, account), Policy(), keep=keep)
        self.store, self.clock, self.dice = store, clock, random.Random(1)
        self.ctx = Context(store=store, clock=clock, submit=_nobody)
        self.open: list[str] = []
        self.slowest_ms, self.number, self.share = 0.0, 0, share

    async def day(self) -> None:
        """What is written on a day, and what retention does after it."""
        posts = [self._post(number) for number in range(round((MENTIONS + OWN) * self.share))]
        theirs = [one for one in posts if one.author_id != US]
        told = self.dice.sample(theirs, round(ALERTS * self.share))
        async with self.store.transaction(BRAND) as tx:
            await tx.posts.add(posts)
            await tx.fans.credit(
                [Credit(one.author_id, 0.1, 1, one.at, one.at) for one in theirs if one.interaction]
            )
            await tx.people.put([self._person(one.author_id) for one in told])
            await tx.hour_counts.add(counted(theirs, {US}, self.clock.now()))
            for hour in range(2):
                await tx.notices.add(
                    Notice(BRAND, f"digest/{self.clock.at}/{hour}", "digest", self.clock.at, {})
                )
        await self._settle()
        async with self.store.transaction(BRAND) as tx:  # one commit for all: the rows are the same
            for one in told:
                await self._tell(tx, one)
        while True:
            began = time.perf_counter()
            if await retention.step(self.ctx, self.watched) is None:
                break
            self.slowest_ms = max(self.slowest_ms, (time.perf_counter() - began) * 1000)
        self.clock.at += DAY

    def _post(self, number: int) -> Post:
        self.number += 1
        ours = number >= MENTIONS * self.share
        text = "@kettleco " + " ".join(self.dice.choices(WORDS, k=self.dice.randint(4, 40)))
        post_id = str(2_028_000_000_000_000_000 + self.number * 419_430_400)
        person = str(7_000_000 + int(PEOPLE * self.share * self.dice.random() ** 3) * 7919)
        return Post(
            post_id, US if ours else person, text[:280], self.clock.at + timedelta(seconds=27 * number / self.share - 43_000),
            conversation_id=post_id, in_reply_to_person=person if ours else US, mentions=(US,), lang="en",
            category=self.dice.choice((Category.PRAISE, Category.COMPLAINT, None)),
            interaction=self.dice.choice((Interaction.MENTION, Interaction.REPLY, None)) if not ours else None,
        )  # fmt: skip

    def _person(self, person_id: str) -> Person:
        account = Account(person_id, f"handle{person_id}", "Some Body", bio="tea and trains, and what else there is " * 2,
                          avatar_url=f"https://pbs.example/profile_images/{person_id}/picture_normal.jpg")  # fmt: skip
        return Person(account, checked_at=self.clock.at)

    async def _tell(self, tx: UnitOfWork, post: Post) -> None:
        """An alert of a case, shown in two chats, and answered."""
        now, person_id = self.clock.at, post.author_id
        if await tx.alerts.open_of([person_id]):
            return
        one = ids.alert_id(BRAND, person_id, await tx.alerts.last_episode(person_id) + 1)
        talk, times = post.conversation_id, (now, now, now, now, now, now)
        await tx.cases.put(
            [Case(BRAND, post.id, person_id, talk, Category.COMPLAINT, 0.9, (post.id,), *times)]
        )
        episode = int(one.rsplit("-", 1)[1])
        why = ("It says that something never came.", "Nobody has answered yet.")
        alert = Alert(one, BRAND, person_id, episode, AlertKind.CARE, now, case_ids=(post.id,), why=why)
        await tx.alerts.put(alert, was=None)
        for chat in ("slack", "discord"):
            for subject in (ids.alert_subject(one), ids.subject(ids.SubjectKind.HISTORY, one)):
                ref = MessageRef(chat, "C0123456789", "1574394082099200000")
                row = Delivery(BRAND, subject, chat, "C0123456789", 1)
                await tx.deliveries.request(row)
                shown = replace(row, shown=1, state=DeliveryState.IDLE, ref=ref)
                await tx.deliveries.put(shown, was_attempt=row.attempt)
        act = Action(
            f"{one}-act", BRAND, one, kind=ActKind.REPLY, path=ActPath.API, state=ActState.CALLING, actor=ANA,
            person_id=person_id, post_id=post.id, case_id=post.id, created_at=now,
            text="Sorry to hear that! Please send us your order number by message, and we look at it at once.",
        )  # fmt: skip
        await tx.actions.begin(act)
        done = replace(act, state=ActState.DONE, external_id=f"9{post.id}", done_at=now)
        await tx.actions.put(done, was=act.state, was_attempt=act.attempt)
        self.open.append(one)

    async def _settle(self) -> None:
        """Settle yesterday's alerts, but for one in fifty, which waits for another day."""
        left = []
        async with self.store.transaction(BRAND) as tx:
            for one in (await tx.alerts.by_ids(self.open)).values():
                if self.dice.random() < 0.02:
                    left.append(one.id)
                    continue
                over = replace(
                    one, state=AlertState.SETTLED, closed_at=self.clock.at, closed_by="answered", version=2
                )
                await tx.alerts.put(over, was=one.version)
                cases = await tx.cases.by_ids(one.case_ids)
                await tx.cases.put([replace(each, state=CaseState.ANSWERED) for each in cases.values()])
        self.open = left


async def measure(folder: Path, days: int, keep: int, share: float) -> dict[str, object]:
    """Write so many days; gives what is left of them."""
    clock, file, began = FixedClock(START), folder / "year.db", time.perf_counter()
    store = await SqlStore.open(f"sqlite:///{file}", clock=clock)
    year, sizes = Year(store, clock, timedelta(days=keep), share), []
    for number in range(days):
        await year.day()
        if number % 30 == 29 or number == days - 1:
            sizes.append(file.stat().st_size)
            print(f"day {number + 1}: {sizes[-1]:,} bytes, {time.perf_counter() - began:.0f} s", flush=True)
    async with store.reading(BRAND) as tx:
        counts = await tx.counts()
    await store.close()
    size = round(file.stat().st_size / share)
    return {
        "days": days,
        "share": share,
        "keep_days": keep,
        "bytes": size,
        "under_goal": size < GOAL,
        "posts_written": year.number,
        "posts_left": counts["posts"],
        "slowest_step_ms": round(year.slowest_ms, 1),
        "seconds": round(time.perf_counter() - began),
    }


def main() -> int:
    """Print the sizes and the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--keep", type=int, default=90, help="MUTUALS_KEEP_DAYS")
    parser.add_argument(
        "--share", type=float, default=1.0, help="of the brand's size; the bytes are divided by it"
    )
    parser.add_argument("--folder", type=Path, help="where the database lies meanwhile")
    asked = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        found = asyncio.run(measure(Path(folder), asked.days, asked.keep, asked.share))
    print(json.dumps(found))
    return 0 if found["under_goal"] else 1


if __name__ == "__main__":
    sys.exit(main())
