"""The ledger's anchor, on both databases: what somebody with the database changes behind its triggers is found."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select, text

from mutuals.cli.ledger_proof import Chain, examine
from mutuals.domain.ledger import COLUMNS, FIRST, Decision, EntryKind, LedgerEntry, LedgerHead, sealed
from mutuals.domain.model import Account, ActState, Brand
from mutuals.storage.ledger_anchor import AnchorFile
from mutuals.storage.repositories.ledger import BEGAN
from mutuals.storage.schema.tables import ledger
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.databases import START
from tests.support.earlier_database import as_of
from tests.support.values import ANA, BRAND, action


@pytest.fixture
def anchor(tmp_path: Path) -> Path:
    return tmp_path / "elsewhere.anchor"


def text_of(anchor: Path) -> str:
    return anchor.read_text()


def mode_of(anchor: Path) -> int:
    return anchor.stat().st_mode & 0o777


def block(anchor: Path) -> None:
    """Nothing can be written there."""
    anchor.mkdir()


def remove(anchor: Path) -> None:
    if anchor.is_dir():
        anchor.rmdir()
    else:
        anchor.unlink()


@pytest.fixture
async def store(url: str, clock: FixedClock, anchor: Path) -> AsyncIterator[SqlStore]:
    opened = await SqlStore.open(url, clock=clock, anchor=str(anchor))
    await opened.put_brand(Brand(BRAND, "x", Account(BRAND, "KettleCo", "Kettle Co")))
    yield opened
    await opened.close()


async def whole_life(store: SqlStore, name: str) -> None:
    """One reply, from the click to X: two entries."""
    one = action(name, post_id=name, alert_id=name, created_at=START)
    async with store.transaction(BRAND) as tx:
        assert await tx.actions.begin(one) is None
    async with store.transaction(BRAND) as tx:
        done = replace(one, state=ActState.DONE, external_id=f"5{name}")
        assert await tx.actions.put(done, was=ActState.INTENT, was_attempt=0)
    await store.anchor.settled()


async def written(store: SqlStore) -> list[LedgerEntry]:
    return [one async for one in store.ledger(BRAND)]


def tamper(url: str, *statements: str, rows: list[LedgerEntry] | None = None) -> None:
    """What somebody who owns the database can do: take the triggers off, and write whatever they like."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            names = connection.execute(
                text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            ).all()
            off = [f"DROP TRIGGER {name}" for name, _ in names]
            on = [sql for _, sql in names]
        else:
            off = ["ALTER TABLE ledger DISABLE TRIGGER ALL"]
            on = ["ALTER TABLE ledger ENABLE TRIGGER ALL"]
        for statement in (*off, *statements):
            connection.exec_driver_sql(statement)
        for one in rows or ():
            connection.execute(ledger.insert().values({name: getattr(one, name) for name in COLUMNS}))
        for statement in on:
            connection.exec_driver_sql(statement)
    engine.dispose()


async def examined(store: SqlStore, head: str | None = None) -> Chain:
    (chain,) = await examine(store, BRAND, head)
    return chain


def why(chain: Chain) -> str:
    """What is wrong with the chain itself."""
    return chain.walk.broken.sentence if chain.walk.broken else ""


async def test_the_anchor_follows_the_ledger_and_holds_nothing_but_numbers_and_hashes(
    store: SqlStore, anchor: Path
) -> None:
    assert AnchorFile(anchor).read() == {}
    await whole_life(store, "x1")

    last = (await written(store))[-1]
    assert json.loads(text_of(anchor)) == {"chains": {BRAND: {"entries": 2, "head": last.hash}}}
    assert mode_of(anchor) == 0o600
    chain = await examined(store)
    assert (chain.ok, chain.walk.anchor) == (True, LedgerHead(2, last.hash))


async def test_a_ledger_that_goes_on_from_its_anchor_is_whole(store: SqlStore, anchor: Path) -> None:
    await whole_life(store, "x1")
    lagging = AnchorFile(anchor).read()
    await whole_life(store, "x2")
    AnchorFile(anchor).replace(lagging)  # as after a crash between an entry and its anchor

    assert (await examined(store)).ok
    await whole_life(store, "x3")
    assert AnchorFile(anchor).read()[BRAND].entries == 6


async def test_a_ledger_whose_end_was_cut_off_is_not_whole(store: SqlStore, url: str) -> None:
    await whole_life(store, "x1")
    await whole_life(store, "x2")
    tamper(url, "DELETE FROM ledger WHERE number > 2", "DELETE FROM action WHERE id = 'x2'")

    chain = await examined(store)
    assert not chain.ok
    assert "ends with entry 2, and its anchor knows of 4: entries 3 to 4 are gone" in why(chain)


async def test_a_ledger_that_was_deleted_is_not_one_of_a_new_installation(store: SqlStore, url: str) -> None:
    assert (await examined(store)).ok  # nothing has been done yet
    await whole_life(store, "x1")
    tamper(url, "DELETE FROM ledger", "DELETE FROM action")

    chain = await examined(store)
    assert not chain.ok
    assert "The ledger is empty, and its anchor knows of 2: somebody deleted all 2 entries" in why(chain)


async def test_a_chain_that_was_written_anew_with_fitting_hashes_is_found(store: SqlStore, url: str) -> None:
    await whole_life(store, "x1")
    forged, prev = [], FIRST
    for one in await written(store):
        forged.append(sealed(replace(one, text="never said", prev=prev)))
        prev = forged[-1].hash
    tamper(url, "DELETE FROM ledger", rows=forged)

    chain = await examined(store)
    assert not chain.ok
    assert "Entry 2 fits the others and is not the one that was anchored" in why(chain)
    assert not chain.walk.broken or not chain.walk.broken.sound_before


async def test_without_the_anchor_the_acts_still_tell_of_a_deleted_ledger(
    store: SqlStore, url: str, anchor: Path
) -> None:
    await whole_life(store, "x1")
    tamper(url, "DELETE FROM ledger")
    remove(anchor)

    chain = await examined(store)
    assert not chain.ok
    assert chain.differ == ("The reply x1, begun 2026-03-02 09:00 UTC by Ana, has no entry.",)


@pytest.mark.parametrize(
    ("attack", "said"),
    [
        ("DELETE FROM action", "Entry 2 tells of the reply x1, and there is no such act."),
        ("UPDATE action SET kind = 'follow'", "is another in entry 2: what was done."),
        ("UPDATE action SET doc = replace(doc, 'Ana', 'Ben')", "is another in entry 2: the name of who decided it."),
        ("UPDATE action SET doc = replace(doc, 'We are on it', 'No')", "is another in entry 2: the words."),
        ("UPDATE action SET doc = replace(doc, '5x1', '9')", "is another in entry 2: the network's id."),
        ("UPDATE action SET state = 'failed'", "is failed and has no entry that says so."),
    ],
)  # fmt: skip
async def test_acts_that_differ_from_their_entries_are_named(
    store: SqlStore, url: str, attack: str, said: str
) -> None:
    await whole_life(store, "x1")
    tamper(url, attack)

    (sentence,) = (await examined(store)).differ
    assert said in sentence


async def test_acts_under_way_and_acts_from_before_the_ledger_are_in_step(store: SqlStore, url: str) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.actions.begin(action("x1", created_at=START))
        await tx.key_values.put(BEGAN, round(START.timestamp() * 1_000_000))
    old = action("old", post_id="o", alert_id="o", created_at=START)
    async with store.transaction(BRAND) as tx:
        await tx.actions.begin(old)
    newer = action("new", post_id="n", alert_id="n", created_at=START.replace(hour=10))
    async with store.transaction(BRAND) as tx:
        await tx.actions.begin(newer)
    assert (await examined(store)).ok

    await store.anchor.settled()
    keep = [one for one in await written(store) if one.action_id == "x1"]
    tamper(url, "DELETE FROM ledger", rows=keep)
    assert [one[:14] for one in (await examined(store)).differ] == ["The reply new,"]


async def test_the_anchor_never_follows_another_chain_and_that_is_said(
    store: SqlStore, url: str, anchor: Path
) -> None:
    await whole_life(store, "x1")
    before = text_of(anchor)
    assert await store.ledger_trouble(BRAND, look=True) is None
    tamper(url, "DELETE FROM ledger", "DELETE FROM action")
    await whole_life(store, "x2")
    await whole_life(store, "x3")

    assert text_of(anchor) == before
    assert "Entry 2 of the ledger is gone or another" in str(await store.ledger_trouble(BRAND))
    assert not (await examined(store)).ok


async def test_an_anchor_that_cant_be_written_fails_no_act_and_is_made_up_for(
    store: SqlStore, anchor: Path
) -> None:
    block(anchor)
    await whole_life(store, "x1")
    assert "can't be read: Is a directory." in str(await store.ledger_trouble(BRAND))

    remove(anchor)
    assert await store.ledger_trouble(BRAND) is None
    assert AnchorFile(anchor).read()[BRAND].entries == 2


async def test_of_several_that_write_one_file_none_sets_it_back(
    store: SqlStore, url: str, clock: FixedClock, anchor: Path
) -> None:
    other = await SqlStore.open(url, clock=clock, anchor=str(anchor))
    await asyncio.gather(
        *(whole_life(one, f"{name}{n}") for n in range(6) for name, one in (("a", store), ("b", other)))
    )
    AnchorFile(anchor).advance({BRAND: LedgerHead(3, "an older one")})
    await other.close()

    last = (await written(store))[-1]
    assert AnchorFile(anchor).read() == {BRAND: LedgerHead(24, last.hash)}
    assert (await examined(store)).ok


async def test_accepting_is_an_entry_that_keeps_what_the_anchor_knew(store: SqlStore, url: str) -> None:
    await whole_life(store, "x1")
    await whole_life(store, "x2")
    lost = (await written(store))[-1].hash
    tamper(url, "DELETE FROM ledger WHERE number > 2", "DELETE FROM action WHERE id = 'x2'")
    said = f"A copy of Monday. The anchor knew of 4 entries, the last one {lost}."
    await store.accept_ledger(BRAND, Decision(EntryKind.ACCEPTED, ANA, "accept", said))

    chain = await examined(store)
    assert chain.ok
    assert [(one.number, one.actor_name, one.outcome) for one in chain.walk.new_starts] == [(3, "Ana", said)]
    assert chain.walk.anchor == LedgerHead(3, chain.walk.head)
    await whole_life(store, "x3")
    assert (await examined(store)).ok


async def test_a_decision_of_no_brand_has_a_chain_of_its_own(store: SqlStore, anchor: Path) -> None:
    async with store.transaction("") as tx:
        await tx.ledger.record(Decision(EntryKind.STOPPED, ANA, "stop", "A storm."))
    await store.anchor.settled()

    (chain,) = await examine(store, "installation", None)
    assert (chain.ok, chain.walk.entries, list(AnchorFile(anchor).read())) == (True, 1, ["installation"])


async def test_the_first_characters_of_a_head_are_enough_and_a_digests_line_may_be_pasted(
    store: SqlStore,
) -> None:
    await whole_life(store, "x1")
    head = (await written(store))[0].hash

    assert (await examined(store, head[:16])).walk.found_at == 1
    assert (await examined(store, f"Ledger: 1 entry, ends {head[:16]}")).walk.found_at == 1
    assert not (await examined(store, "0123456789abcdef")).ok
    async with store.ledger_snapshot() as connection:
        assert (await connection.execute(select(ledger.c.number))).scalars().all() == [1, 2]


@pytest.mark.long
async def test_acts_that_are_older_than_the_ledger_need_no_entry_after_an_upgrade(
    store: SqlStore, url: str, anchor: Path
) -> None:
    await whole_life(store, "x1")
    await store.close()
    remove(anchor)
    tamper(url, "DELETE FROM ledger")
    as_of(url, "0006")
    upgraded = await SqlStore.open(url, clock=FixedClock(START.replace(hour=11)))
    later = action("x2", post_id="x2", alert_id="x2", created_at=START.replace(hour=10))
    async with upgraded.transaction(BRAND) as tx:
        assert await tx.actions.begin(later) is None

    assert (await examined(upgraded)).ok
    await upgraded.close()
    tamper(url, "DELETE FROM ledger")
    again = await SqlStore.open(url, clock=FixedClock(START), anchor=str(anchor))
    assert [one[:13] for one in (await examined(again)).differ] == ["The reply x2,"]
    await again.close()
