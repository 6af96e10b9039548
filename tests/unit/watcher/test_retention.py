"""What nothing needs goes, in steps that may end anywhere; what an alert, a case or a fan's score needs is never touched."""

import asyncio
import signal
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.context import BrandContext, Context
from mutuals.domain import loyalty
from mutuals.domain.model import Account, AlertState, Brand, CaseState, Category, Interaction, Person, Post
from mutuals.domain.policy import Policy
from mutuals.ports.store import Store
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from mutuals.testing.network import MemoryNetwork
from mutuals.testing.store import MemoryStore
from mutuals.watcher import retention
from tests.support.databases import START, sqlite_url
from tests.support.values import BRAND, alert, case, fan, post

DAY = timedelta(days=1)
NOW = START + 400 * DAY
POLICY = Policy()
PEOPLE = ("70", "71", "72")
US = "900"


async def _nobody(_key: str) -> None:
    """No work is asked for."""


def context(store: Store) -> tuple[Context, BrandContext]:
    clock = FixedClock(NOW)
    account = Account(US, "kettleco", "Kettle Co")
    watched = BrandContext(Brand(BRAND, "memory", account), MemoryNetwork(clock, account), POLICY)
    return Context(store=store, clock=clock, submit=_nobody), watched


@st.composite
def posts(draw: st.DrawFn) -> list[Post]:
    """Posts of a few people and of the brand, around the day on which they may go, in a few conversations."""
    many = draw(st.integers(1, 12))
    return [
        post(
            str(number),
            author_id=draw(st.sampled_from((*PEOPLE, US))),
            in_reply_to_person=draw(st.sampled_from((None, *PEOPLE))),
            at=NOW - draw(st.integers(80, 100)) * DAY - timedelta(hours=number),
            conversation_id=draw(st.sampled_from(("c1", "c2", "c3"))),
            category=draw(st.sampled_from((Category.PRAISE, Category.COMPLAINT, None))),
            interaction=draw(st.sampled_from((Interaction.REPLY, None))),
        )
        for number in range(many)
    ]


@given(
    written=posts(),
    states=st.tuples(*[st.sampled_from((None, AlertState.OPEN, AlertState.SETTLED))] * len(PEOPLE)),
    waits=st.sampled_from((None, *PEOPLE)),
)
async def test_nothing_that_is_needed_is_deleted_and_every_score_stays(
    written: list[Post], states: tuple[AlertState | None, ...], waits: str | None
) -> None:
    store = MemoryStore(FixedClock(NOW))
    ctx, watched = context(store)
    async with store.transaction(BRAND) as tx:
        await tx.posts.add(written)
        await tx.fans.put([fan(one, 2.0, last_at=NOW - 80 * DAY) for one in PEOPLE])
        for person_id, state in zip(PEOPLE, states, strict=True):
            mine = tuple(one.id for one in written if one.author_id == person_id)
            if state is not None:
                closed = NOW - 5 * DAY if state is AlertState.SETTLED else None
                told = alert(
                    f"a{person_id}", person_id=person_id, state=state, closed_at=closed, evidence=mine
                )
                await tx.alerts.put(told, was=None)
        if waits is not None:
            await tx.cases.put([case("k", person_id=waits, conversation_id="c1")])
        before = await scores(tx)

    await retention.run(ctx, watched, pause=0)

    async with store.transaction(BRAND) as tx:
        left = set(await tx.posts.by_ids([one.id for one in written]))
        assert await scores(tx) == before
        open_people = {one for one, state in zip(PEOPLE, states, strict=True) if state is AlertState.OPEN}
        open_people |= {waits} if waits else set()
        summaries = await tx.retention.summaries((*PEOPLE, US))
    for one in written:
        young = one.at >= NOW - 90 * DAY
        needed = one.author_id in open_people or one.in_reply_to_person in open_people
        talk = waits is not None and one.conversation_id == "c1"
        assert (one.id in left) == (young or needed or talk)
    counted = sum(sum(one.days.values()) for one in summaries.values())
    assert counted + len(left) == len(written)


async def scores(tx: UnitOfWork) -> list[object]:
    """The rows of the fans, and what the policy makes of each."""
    fans = await tx.fans.by_ids(list(PEOPLE))
    theirs = await tx.posts.of_authors(list(PEOPLE), NOW - POLICY.fan_window)
    wrong = await tx.posts.count_complaints(list(PEOPLE), NOW - POLICY.fan_window)
    return [
        (one, loyalty.assess_fan(
            one, Person(Account(one.person_id, "h", "H"), checked_at=NOW), theirs.get(one.person_id, []), NOW, POLICY,
            complaints=wrong.get(one.person_id, 0),
        ))
        for one in fans.values()
    ]  # fmt: skip


async def test_a_walk_is_begun_once_a_day_and_goes_on_where_it_was() -> None:
    store = MemoryStore(FixedClock(NOW))
    ctx, watched = context(store)
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post(str(each), at=START) for each in range(2 * retention.ROWS + 1)])
        await tx.alerts.put(alert("a", state=AlertState.SETTLED, closed_at=START), was=None)
        await tx.cases.put([case("9", state=CaseState.ANSWERED)])

    turns = [await retention.step(ctx, watched) for _ in range(7)]

    # posts three times, then records, then people; then nothing is left today
    assert turns == [200, 200, 1, 2, 0, 0, None]
    async with store.transaction(BRAND) as tx:
        assert (await tx.counts())["posts"] == 0
        await tx.posts.add([post("new", at=START)])
    assert await retention.step(ctx, watched) is None
    ctx.clock.at += DAY  # type: ignore[attr-defined]
    assert await retention.step(ctx, watched) == 1


MANY = 4000
PROCESS = """
import asyncio, sys
from tests.unit.watcher import test_retention as this
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from mutuals.watcher import retention

async def main():
    store = await SqlStore.open(sys.argv[1], clock=FixedClock(this.NOW))
    ctx, watched = this.context(store)
    print("begun", flush=True)
    await retention.run(ctx, watched, steps=10_000, pause=0)
asyncio.run(main())
"""


@pytest.mark.long
@pytest.mark.parametrize("after", [0.0, 0.02, 0.05, 0.11])
async def test_a_process_that_is_killed_in_the_middle_loses_and_doubles_nothing(
    tmp_path: Path, after: float
) -> None:
    url = sqlite_url(tmp_path)
    store = await SqlStore.open(url, clock=FixedClock(NOW))
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post(str(each), author_id=str(each % 50), at=START) for each in range(MANY)])
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROCESS, url, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    await asyncio.wait_for(process.stdout.readline(), 60)

    left = MANY
    while left == MANY:  # bounded by the test's own timeout
        async with store.reading(BRAND) as tx:
            left = (await tx.counts())["posts"]
    await asyncio.sleep(after)
    process.send_signal(signal.SIGKILL)
    await process.wait()

    async with store.reading(BRAND) as tx:
        people = [str(each) for each in range(50)]
        assert await tx.posts.count_by_author(people, START - DAY) == dict.fromkeys(people, MANY // 50)
    ctx, watched = context(store)
    await retention.run(ctx, watched, steps=10_000, pause=0)
    async with store.reading(BRAND) as tx:
        assert (await tx.counts())["posts"] == 0
        assert await tx.posts.count_by_author(people, START - DAY) == dict.fromkeys(people, MANY // 50)
    await store.close()
