"""All that is kept about a person, for whoever asks: it is readable, whole, and of nobody else."""

import json
from datetime import timedelta
from math import inf

import pytest

from mutuals.alerting.contacts import put_contact_preference
from mutuals.context import BrandContext
from mutuals.domain.contact_preferences import LEAVE_ALONE, ContactPreference
from mutuals.domain.errors import Refused
from mutuals.domain.model import Account, Brand, Person
from mutuals.domain.person_notes import PersonNote
from mutuals.domain.policy import Policy
from mutuals.service import person_export
from mutuals.testing.clock import FixedClock
from mutuals.testing.network import MemoryNetwork
from mutuals.testing.store import MemoryStore
from tests.support.values import ANA, BRAND, START, action, alert, case, delivery, fan, person, post

ACCOUNT = Account(BRAND, "brand", "Brand")
OWNER = Brand(BRAND, "x", ACCOUNT)


async def store_with_two_people() -> MemoryStore:
    store = MemoryStore(FixedClock(START))
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("1001"), post("1002", author_id="88", text="somebody else's words")])
        await tx.people.put([person("77"), person("88")])
        await tx.fans.put([fan("77"), fan("88", score=-inf)])
        await tx.cases.put([case()])
        await tx.alerts.put(alert(case_ids=("1001",)), was=None)
        await tx.deliveries.request(delivery())
        await tx.actions.begin(action())
        await tx.notes.add(PersonNote("77", "likes the green kettle", START, ANA.name, ANA.key))
    return store


async def test_it_holds_every_kind_of_thing_and_nothing_of_others():
    store = await store_with_two_people()

    found = await person_export.export(store, OWNER, "@H77")

    assert found is not None
    assert (found["id"], found["profile"]["account"]["handle"]) == ("77", "h77")
    assert [one["text"] for one in found["posts"]] == ["the parcel never came"]
    assert [one["text"] for one in found["notes"]] == ["likes the green kettle"]
    assert [len(found[kind]) for kind in ("cases", "alerts", "messages", "acts", "ledger")] == [1] * 5
    assert found["ledger"][0]["text"] == "We are on it."
    text = person_export.written([found])
    assert json.loads(text) == [found]
    assert "somebody else's words" not in text


async def test_a_score_of_nothing_is_readable_json():
    store = await store_with_two_people()

    found = await person_export.export(store, OWNER, "88")

    assert found is not None
    assert found["fan"]["log_score"] is None
    assert json.loads(person_export.written([found]))


async def test_somebody_of_whom_only_a_wish_is_kept_is_found_by_id():
    store = MemoryStore(FixedClock(START))
    watched = BrandContext(OWNER, MemoryNetwork(FixedClock(START), ACCOUNT), Policy())
    async with store.transaction(BRAND) as tx:
        await put_contact_preference(tx, watched, "99", ContactPreference(LEAVE_ALONE, START))

    found = await person_export.export(store, OWNER, "99")

    assert found is not None
    assert found["wish"]["value"] == "leave_alone"


async def test_of_a_stranger_there_is_nothing():
    assert await person_export.export(await store_with_two_people(), OWNER, "@nobody") is None


async def test_of_several_people_with_one_handle_the_id_is_asked_for():
    store = await store_with_two_people()
    async with store.transaction(BRAND) as tx:
        await tx.people.put([Person(Account("500", "h77", "Another"), checked_at=START - timedelta(days=9))])

    with pytest.raises(Refused, match="Ids: 500, 77"):
        await person_export.export(store, OWNER, "h77")
