"""Counters kept as rows change say what counting would say."""

import random
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, inspect, text

from mutuals.domain.model import AlertKind, AlertState, Credit, Relationship
from mutuals.storage.schema import migrate
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.databases import Postgres
from tests.support.values import BRAND, START, alert, fan, person, post


async def recount(store: SqlStore) -> dict[str, int]:
    queries = {
        "posts": "post",
        "fans": "fan",
        "followers": "fan WHERE follows_us IS TRUE",
        "followed_back": "fan WHERE follows_us IS TRUE AND we_follow IS TRUE",
        "settled_alerts": "alert WHERE state = 'settled'",
    }
    async with store._reading() as connection:
        return {
            name: int((await connection.execute(text(f"SELECT count(*) FROM {what}"))).scalar_one())
            for name, what in queries.items()
        }


async def test_counters_agree_with_counting_after_many_changes(store: SqlStore) -> None:
    dice, bonds = random.Random(3), [None, True, False]
    for turn in range(12):
        async with store.transaction(BRAND) as tx:
            await tx.posts.add([post(str(dice.randrange(90))) for _ in range(15)])
            before = await tx.fans.by_ids([str(one) for one in range(0, 30, 3)])
            await tx.fans.put(
                [
                    fan(str(dice.randrange(30)), follows_us=dice.choice(bonds), we_follow=dice.choice(bonds))
                    for _ in range(8)
                ]
            )
            await tx.fans.put(list(before.values()))
            new = [str(dice.randrange(60)) for _ in range(6)]
            await tx.fans.credit([Credit(one, 1.5, 1, START, START) for one in new])
            bond = Relationship(follows_us=dice.random() < 0.7, we_follow=dice.random() < 0.5)
            await tx.people.put([person(str(dice.randrange(40)), relationship=bond, checked_at=START)])
            one = alert(f"a{turn}", person_id=str(turn % 7), episode=turn, kind=AlertKind.FAN)
            if await tx.alerts.put(one, was=None):
                await tx.alerts.put(replace(one, version=2, state=AlertState.SETTLED), was=1)
    async with store.transaction(BRAND) as tx:
        counts = await tx.counts()

    assert counts.items() >= (await recount(store)).items()
    assert counts["followed_back"] > 0


@pytest.mark.long
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_an_upgrade_counts_what_is_there_and_finds_the_best(
    kind: str, request: pytest.FixtureRequest, tmp_path: object
) -> None:
    if kind == "sqlite":
        url = f"sqlite:///{tmp_path}/old.db"
    else:
        postgres: Postgres = request.getfixturevalue("postgres")
        url = postgres.bare()
    migrate.upgrade(url, "0004")
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        assert "tally" not in inspect(connection).get_table_names()
        for number, followed in enumerate((None, True, False)):
            connection.execute(
                text(
                    "INSERT INTO fan (brand_id, person_id, log_score, interactions, first_at, last_at, two_way, "
                    "follows_us, we_follow) VALUES (:brand, :person, :score, 5, 0, :last, 0, :us, :we)"
                ),
                {"brand": BRAND, "person": str(number), "score": number, "last": 1_772_442_000_000_000,
                 "us": followed is not None, "we": followed},
            )  # fmt: skip
    engine.dispose()

    store = await SqlStore.open(url, clock=FixedClock(START))
    async with store.transaction(BRAND) as tx:
        counts = await tx.counts()
        best = await tx.fans.top(9, active_since=START, at_least=5)
    await store.close()

    assert (counts["fans"], counts["followers"], counts["followed_back"], counts["posts"]) == (3, 2, 1, 0)
    assert [one.person_id for one in best] == ["2", "0"]
